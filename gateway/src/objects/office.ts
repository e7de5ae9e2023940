// One object per office: its keys, quota ledger, audit and alarms. It knows nothing of HTTP.
import { DurableObject } from 'cloudflare:workers'
import {
  classAllows,
  type DataClass,
  type Failure,
  type HelperName,
  type Usage,
} from '../../../shared/protocol/index.ts'
import { OfficeLimits, type GroupLimits, type KeyLimits } from '../../../shared/protocol/admin.ts'
import type { Credential } from '../admission/secret.ts'
import { cityObject, type Env } from '../env.ts'
import * as alarms from './alarms.ts'
import * as audit from './audit.ts'
import * as keys from './keys.ts'
import { dateOfEnd, dayEnd, periodsAt } from './jakarta.ts'
import {
  allowances,
  groupAllowances,
  officeAllowances,
  reserve,
  settle,
  tidy,
  type Cost,
  type Scopes,
} from './ledger.ts'
import { migrate, officeMigrations } from './schema.ts'

export type { AuditExtent, AuditGrouping, NewAuditRow } from './audit.ts'
export type { EnrolmentTerms, GroupEntry, KeyEntry, KeyTerms } from './keys.ts'
export type { Cost } from './ledger.ts'

/** After midnight, when the day's counters are no longer written. */
const tidyAfterMidnight = 5 * 60_000
const alarmDays = 365
/** An office that was removed is forgotten with its audit. */
const dayMs = 86_400_000

export interface OfficeProfile {
  id: string
  name: string
  limits: OfficeLimits
  suspendedAt: number | null
  removedAt: number | null
}

export interface Lease {
  lease: number
  keyId: string
  office: { id: string; name: string }
}

/** What a request wants of the office. */
export interface Wanted {
  helper: HelperName
  dataClass: DataClass
  /** The most it can cost. */
  most: Cost
}

export class Office extends DurableObject<Env> {
  readonly #sql: SqlStorage

  constructor(ctx: DurableObjectState, env: Env) {
    super(ctx, env)
    migrate(ctx.storage, officeMigrations)
    this.#sql = ctx.storage.sql
    audit.beginChain(this.#sql)
  }

  /** Called by the city's admin before anything else; afterwards the object answers for this office. */
  async open(profile: Pick<OfficeProfile, 'id' | 'name' | 'limits'>): Promise<void> {
    if (this.profile()) return
    this.#sql.exec(
      'INSERT INTO profile (id, name, limits) VALUES (?, ?, ?)',
      profile.id,
      profile.name,
      JSON.stringify(profile.limits),
    )
    await this.#setAlarm(Date.now())
  }

  profile(): OfficeProfile | null {
    const [row] = this.#sql.exec<ProfileRow>('SELECT * FROM profile').toArray()
    return row ? profileOf(row) : null
  }

  rename(name: string): void {
    this.#sql.exec('UPDATE profile SET name = ?', name)
  }

  /** A suspended office keeps everything and admits nothing; it can be resumed. */
  suspend(now: number | null): void {
    this.#sql.exec('UPDATE profile SET suspended_at = ?', now)
  }

  /** Ends all its keys. The audit stays until its time is over, then all is forgotten. */
  remove(now: number): void {
    this.#sql.exec('UPDATE profile SET removed_at = coalesce(removed_at, ?)', now)
    this.#sql.exec('UPDATE keys SET revoked_at = coalesce(revoked_at, ?)', now)
    this.#sql.exec('UPDATE enrolments SET revoked_at = coalesce(revoked_at, ?)', now)
  }

  /** @returns the limits as they now are; fields left out keep their value. */
  setLimits(limits: OfficeLimits): OfficeLimits | Failure {
    const profile = this.profile()
    if (!profile) return { code: 'office_unknown' }
    const merged = { ...profile.limits, ...limits }
    this.#sql.exec('UPDATE profile SET limits = ?', JSON.stringify(merged))
    return merged
  }

  addKey(key: Credential, terms: keys.KeyTerms, now: number): Failure | null {
    if (terms.group !== null && !keys.groupOf(this.#sql, terms.group))
      return { code: 'id_unknown', param: 'group' }
    keys.addKey(this.#sql, key, terms, now)
    return null
  }

  keys(): keys.KeyEntry[] {
    return keys.listKeys(this.#sql)
  }

  setKeyLimits(id: string, limits: KeyLimits): KeyLimits | Failure {
    return keys.setKeyLimits(this.#sql, id, limits)
  }

  setKeyExpiry(id: string, expiresAt: number | null): keys.KeyEntry | Failure {
    return keys.setKeyExpiry(this.#sql, id, expiresAt)
  }

  rotateKey(key: Credential, oldUntil: number): keys.KeyEntry | Failure {
    return keys.rotateKey(this.#sql, key, oldUntil)
  }

  /** Takes effect with the next request: every request asks this object. */
  revokeKey(id: string, now: number): { id: string } | Failure {
    return keys.revokeKey(this.#sql, id, now)
  }

  revokeKeys(by: { label: string } | { group: string }, now: number): { revoked: string[] } {
    return keys.revokeKeys(this.#sql, by, now)
  }

  addGroup(group: keys.GroupEntry, now: number): keys.GroupEntry | Failure {
    return keys.addGroup(this.#sql, group, now)
  }

  setGroupLimits(id: string, limits: GroupLimits): keys.GroupEntry | Failure {
    return keys.setGroupLimits(this.#sql, id, limits)
  }

  addEnrolment(token: Credential, terms: keys.EnrolmentTerms, now: number): Failure | null {
    if (terms.group !== null && !keys.groupOf(this.#sql, terms.group))
      return { code: 'id_unknown', param: 'group' }
    keys.addEnrolment(this.#sql, token, terms, now)
    return null
  }

  revokeEnrolment(id: string, now: number): { id: string } | Failure {
    return keys.revokeEnrolment(this.#sql, id, now)
  }

  /** Turns an enrolment token into a key of this device's own. */
  enrol(
    token: Credential,
    key: Credential,
    device: string,
    now: number,
  ): { office: { id: string; name: string } } | Failure {
    const profile = this.profile()
    if (!profile) return { code: 'enrolment_unknown' }
    if (profile.suspendedAt !== null) return { code: 'office_suspended' }
    const refused = keys.enrol(this.#sql, token, key, device, now)
    return refused ?? { office: { id: profile.id, name: profile.name } }
  }

  /** Reserves the most this request can cost, or says why not. No await: nothing slips between check and write. */
  admit(credential: Credential, wanted: Wanted, now: number): Lease | Failure {
    const held = this.#held(credential, now)
    if ('code' in held) return held
    const { office, key, scopes } = held
    if (key.limits.helpers && !key.limits.helpers.includes(wanted.helper))
      return { code: 'helper_not_allowed' }
    if (key.limits.dataClass && !classAllows(key.limits.dataClass, wanted.dataClass))
      return { code: 'class_not_allowed' }
    const taken = reserve(this.#sql, scopes, wanted.most, now)
    if ('code' in taken) return taken
    keys.touchKey(this.#sql, key.id, now)
    return { lease: taken.lease, keyId: key.id, office }
  }

  /** Charges what was used (`null` = nothing was delivered: all is given back) and writes the audit row. */
  async settle(
    { lease, keyId }: Lease,
    spent: Cost | null,
    row: audit.NewAuditRow,
    now: number,
  ): Promise<void> {
    settle(this.#sql, lease, spent)
    audit.writeAudit(this.#sql, row, now)
    if (this.#raiseQuotaAlarms(keyId, now)) await this.#setAlarm(now)
  }

  /** @returns what the key has used, from the rows that also decide refusals. */
  usage(credential: Credential, now: number): Usage | Failure {
    const held = this.#held(credential, now)
    if ('code' in held) return held
    const { officeRupiah: _, ...rows } = allowances(this.#sql, held.scopes, now)
    const { expiresAt } = held.key
    const expiresOn = expiresAt === null ? null : dateOfEnd(expiresAt)
    return { office: held.office, keyId: held.key.id, expiresOn, ...rows }
  }

  /** The whole office as its admin sees it: the same rows, with money. */
  overview(now: number) {
    const profile = this.profile()
    if (!profile) return null
    const groups = keys.listGroups(this.#sql).map((group) => ({
      ...group,
      ...groupAllowances(this.#sql, group, periodsAt(now).day, now),
    }))
    return { ...profile, ...officeAllowances(this.#sql, profile.limits, now), groups }
  }

  alarms(most: number): alarms.Alarm[] {
    return alarms.listAlarms(this.#sql, most)
  }

  auditExtent(from: number, to: number): audit.AuditExtent {
    return audit.auditExtent(this.#sql, from, to)
  }

  auditRows(fromId: number, lastId: number, most: number): audit.ChainedRow[] {
    return audit.auditRows(this.#sql, fromId, lastId, most)
  }

  auditSums(by: readonly audit.AuditGrouping[], from: number, to: number): audit.AuditSum[] {
    return audit.auditSums(this.#sql, by, from, to)
  }

  auditTotals(): audit.AuditTotal[] {
    return audit.auditTotals(this.#sql)
  }

  /** Sends what is due; soon after midnight it also forgets what is past its time. */
  override async alarm(): Promise<void> {
    const now = Date.now()
    const profile = this.profile()
    if (!profile) return
    const keepDays = await cityObject(this.env).retentionDays(profile.id)
    if (profile.removedAt !== null && profile.removedAt < now - keepDays * dayMs) {
      await this.ctx.storage.deleteAll()
      return
    }
    tidy(this.#sql, now, keepDays)
    audit.tidyAudit(this.#sql, now, keepDays)
    alarms.tidyAlarms(this.#sql, now, alarmDays)
    alarms.raiseExpiryAlarms(this.#sql, this.keys(), now)
    await this.#sendAlarms(profile, now)
    await this.#setAlarm(now)
  }

  async #sendAlarms({ id, name }: OfficeProfile, now: number): Promise<void> {
    const { PENDAMPING_WEBHOOK: url, PENDAMPING_WEBHOOK_SECRET: secret } = this.env
    if (!url || !secret) return
    for (const alarm of alarms.dueAlarms(this.#sql, now))
      alarms.noteSending(
        this.#sql,
        alarm.id,
        await alarms.sendAlarm({ id, name }, alarm, { url, secret }, now),
        now,
      )
  }

  /** At the next night, or sooner where something waits to be sent. */
  async #setAlarm(now: number): Promise<void> {
    const waiting = this.env.PENDAMPING_WEBHOOK ? alarms.nextAlarmAt(this.#sql) : null
    await this.ctx.storage.setAlarm(Math.min(waiting ?? Infinity, dayEnd(now) + tidyAfterMidnight))
  }

  /** What is used now decides, not what was reserved: a reservation is mostly given back. */
  #raiseQuotaAlarms(keyId: string, now: number): boolean {
    const profile = this.profile()
    const [row] = this.#sql
      .exec<{ group_id: string | null }>('SELECT group_id FROM keys WHERE id = ?', keyId)
      .toArray()
    if (!profile) return false
    const group = keys.groupOf(this.#sql, row?.group_id ?? null)
    const rows = {
      ...officeAllowances(this.#sql, profile.limits, now),
      ...(group && groupAllowances(this.#sql, group, periodsAt(now).day, now)),
    }
    return alarms.raiseQuotaAlarms(this.#sql, rows, group?.id ?? '', now)
  }

  #held(credential: Credential, now: number): Held | Failure {
    const profile = this.profile()
    if (!profile) return { code: 'key_unknown' }
    const key = keys.heldKey(this.#sql, credential, now)
    if ('code' in key) return key
    if (profile.suspendedAt !== null) return { code: 'office_suspended' }
    return {
      office: { id: profile.id, name: profile.name },
      key,
      scopes: {
        keyId: key.id,
        keyLimits: key.limits,
        officeLimits: profile.limits,
        group: keys.groupOf(this.#sql, key.group),
      },
    }
  }
}

interface Held {
  office: { id: string; name: string }
  key: keys.KeyEntry
  scopes: Scopes
}

type ProfileRow = {
  id: string
  name: string
  limits: string
  suspended_at: number | null
  removed_at: number | null
}

function profileOf(row: ProfileRow): OfficeProfile {
  return {
    id: row.id,
    name: row.name,
    limits: OfficeLimits.parse(JSON.parse(row.limits)),
    suspendedAt: row.suspended_at,
    removedAt: row.removed_at,
  }
}
