// One object per office: its keys, enrolment tokens, quota ledger and audit rows. It knows nothing of HTTP.
import { DurableObject } from 'cloudflare:workers'
import { KeyLimits, OfficeLimits, type Failure, type Usage } from '../../../shared/protocol/index.ts'
import type { Credential } from '../admission/secret.ts'
import type { Env } from '../env.ts'
import { allowances, reserve, settle, tidy } from './ledger.ts'
import { migrate, officeMigrations } from './schema.ts'

/** Days that an audit row is kept (domain §4). */
const auditDays = 90

export interface OfficeProfile {
  id: string
  name: string
  limits: OfficeLimits
}

export interface KeyEntry {
  id: string
  label: string
  limits: KeyLimits
  madeAt: number
  revokedAt: number | null
  lastUsedAt: number | null
}

export interface Lease {
  lease: number
  keyId: string
  office: { id: string; name: string }
}

/** What is kept of a request: counts and names of ours, never content (D9). */
export interface AuditRow {
  helper: string
  promptVersion: number
  upstream: string
  dataClass: string
  charsIn: number
  hidden: number
  tokensIn: number
  tokensOut: number
  outcome: string
  milliseconds: number
}

export class Office extends DurableObject<Env> {
  readonly #sql: SqlStorage

  constructor(ctx: DurableObjectState, env: Env) {
    super(ctx, env)
    migrate(ctx.storage, officeMigrations)
    this.#sql = ctx.storage.sql
  }

  /** Called once by the city's admin; afterwards the object answers for this office. */
  async open(profile: OfficeProfile): Promise<void> {
    this.#sql.exec(
      'INSERT INTO profile (id, name, limits) VALUES (?, ?, ?) ON CONFLICT (id) DO NOTHING',
      profile.id,
      profile.name,
      JSON.stringify(profile.limits),
    )
    await this.ctx.storage.setAlarm(Date.now() + 86_400_000)
  }

  profile(): OfficeProfile | null {
    const [row] = this.#sql
      .exec<{ id: string; name: string; limits: string }>('SELECT * FROM profile')
      .toArray()
    return row ? { ...row, limits: OfficeLimits.parse(JSON.parse(row.limits)) } : null
  }

  /** @returns the limits as they now are; fields left out keep their value. */
  setLimits(limits: OfficeLimits): OfficeLimits | Failure {
    const profile = this.profile()
    if (!profile) return { code: 'office_unknown' }
    const merged = { ...profile.limits, ...limits }
    this.#sql.exec('UPDATE profile SET limits = ?', JSON.stringify(merged))
    return merged
  }

  addKey(key: Credential, label: string, limits: KeyLimits, now: number): void {
    this.#sql.exec(
      'INSERT INTO keys (id, hash, label, limits, made_at) VALUES (?, ?, ?, ?, ?)',
      key.id,
      key.hash,
      label,
      JSON.stringify(limits),
      now,
    )
  }

  keys(): KeyEntry[] {
    return this.#sql.exec<KeyRow>('SELECT * FROM keys ORDER BY made_at, id').toArray().map(keyEntry)
  }

  /** @returns the key's limits as they now are; fields left out keep their value. */
  setKeyLimits(id: string, limits: KeyLimits): KeyLimits | Failure {
    const [row] = this.#sql.exec<KeyRow>('SELECT * FROM keys WHERE id = ?', id).toArray()
    if (!row) return { code: 'id_unknown' }
    const merged = { ...keyEntry(row).limits, ...limits }
    this.#sql.exec('UPDATE keys SET limits = ? WHERE id = ?', JSON.stringify(merged), id)
    return merged
  }

  /** Takes effect with the next request: every request asks this object. */
  revokeKey(id: string, now: number): { id: string } | Failure {
    const found = this.#sql.exec(
      'UPDATE keys SET revoked_at = coalesce(revoked_at, ?) WHERE id = ? RETURNING id',
      now,
      id,
    )
    return found.toArray().length > 0 ? { id } : { code: 'id_unknown' }
  }

  addEnrolment(token: Credential, enrolment: EnrolmentTerms, now: number): void {
    this.#sql.exec(
      `INSERT INTO enrolments (id, hash, label, limits, devices, enrolled, made_at, expires_at)
       VALUES (?, ?, ?, ?, ?, 0, ?, ?)`,
      token.id,
      token.hash,
      enrolment.label,
      JSON.stringify(enrolment.limits),
      enrolment.devices,
      now,
      enrolment.expiresAt,
    )
  }

  revokeEnrolment(id: string, now: number): { id: string } | Failure {
    const found = this.#sql.exec(
      'UPDATE enrolments SET revoked_at = coalesce(revoked_at, ?) WHERE id = ? RETURNING id',
      now,
      id,
    )
    return found.toArray().length > 0 ? { id } : { code: 'id_unknown' }
  }

  /** Turns an enrolment token into a key of this device's own. No await: the last seat goes to one device only. */
  enrol(
    token: Credential,
    key: Credential,
    device: string,
    now: number,
  ): { office: { id: string; name: string } } | Failure {
    const [row] = this.#sql
      .exec<EnrolmentRow>('SELECT * FROM enrolments WHERE id = ? AND hash = ?', token.id, token.hash)
      .toArray()
    const profile = this.profile()
    if (!row || !profile) return { code: 'enrolment_unknown' }
    const closed = row.revoked_at !== null || row.expires_at <= now || row.enrolled >= row.devices
    if (closed) return { code: 'enrolment_closed' }
    this.#sql.exec('UPDATE enrolments SET enrolled = enrolled + 1 WHERE id = ?', row.id)
    this.addKey(key, device, KeyLimits.parse(JSON.parse(row.limits)), now)
    return { office: { id: profile.id, name: profile.name } }
  }

  /** Reserves the most this request can cost, or says why not. No await: nothing slips between check and write. */
  admit(credential: Credential, tokens: number, now: number): Lease | Failure {
    const key = this.#key(credential)
    if ('code' in key) return key
    const taken = reserve(this.#sql, { ...key.terms, tokens }, now)
    if ('code' in taken) return taken
    this.#sql.exec('UPDATE keys SET last_used_at = ? WHERE id = ?', now, credential.id)
    return { lease: taken.lease, keyId: credential.id, office: key.office }
  }

  /** Charges what was used (`null` = nothing was delivered: all is given back) and writes the audit row. */
  settle({ lease, keyId }: Lease, tokens: number | null, row: AuditRow, now: number): void {
    settle(this.#sql, lease, tokens)
    this.#sql.exec(
      `INSERT INTO audit (minute, key_id, helper, prompt_version, upstream, data_class, chars_in, hidden, tokens_in,
       tokens_out, outcome, milliseconds) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      Math.floor(now / 60_000),
      keyId,
      row.helper,
      row.promptVersion,
      row.upstream,
      row.dataClass,
      row.charsIn,
      row.hidden,
      row.tokensIn,
      row.tokensOut,
      row.outcome,
      row.milliseconds,
    )
  }

  /** @returns what the key has used, from the rows that also decide refusals. */
  usage(credential: Credential, now: number): Usage | Failure {
    const key = this.#key(credential)
    if ('code' in key) return key
    return { office: key.office, keyId: credential.id, ...allowances(this.#sql, key.terms, now) }
  }

  /** Once a day: forget what is past its time. */
  override async alarm(): Promise<void> {
    const now = Date.now()
    tidy(this.#sql, now, auditDays)
    this.#sql.exec('DELETE FROM audit WHERE minute < ?', Math.floor(now / 60_000) - auditDays * 1440)
    await this.ctx.storage.setAlarm(now + 86_400_000)
  }

  #key({ id, hash }: Credential): KnownKey | Failure {
    const [row] = this.#sql.exec<KeyRow>('SELECT * FROM keys WHERE id = ? AND hash = ?', id, hash).toArray()
    const profile = this.profile()
    if (!row || !profile) return { code: 'key_unknown' }
    if (row.revoked_at !== null) return { code: 'key_revoked' }
    return {
      office: { id: profile.id, name: profile.name },
      terms: { keyId: id, keyLimits: KeyLimits.parse(JSON.parse(row.limits)), officeLimits: profile.limits },
    }
  }
}

export interface EnrolmentTerms {
  label: string
  devices: number
  expiresAt: number
  limits: KeyLimits
}

interface KnownKey {
  office: { id: string; name: string }
  terms: { keyId: string; keyLimits: KeyLimits; officeLimits: OfficeLimits }
}

type KeyRow = {
  id: string
  hash: string
  label: string
  limits: string
  made_at: number
  revoked_at: number | null
  last_used_at: number | null
}

type EnrolmentRow = {
  id: string
  limits: string
  devices: number
  enrolled: number
  expires_at: number
  revoked_at: number | null
}

function keyEntry(row: KeyRow): KeyEntry {
  return {
    id: row.id,
    label: row.label,
    limits: KeyLimits.parse(JSON.parse(row.limits)),
    madeAt: row.made_at,
    revokedAt: row.revoked_at,
    lastUsedAt: row.last_used_at,
  }
}
