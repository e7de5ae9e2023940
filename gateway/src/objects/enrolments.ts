// Links with which browsers get keys of their own: so many devices, until a time, on terms that the admin set.
import type { Failure } from '../../../shared/protocol/index.ts'
import { KeyLimits } from '../../../shared/protocol/admin.ts'
import type { Credential } from '../admission/secret.ts'
import { addKey, lacksGroup, noSuchGroup, type KeyTerms } from './keys.ts'

export interface EnrolmentTerms extends Omit<KeyTerms, 'expiresAt'> {
  devices: number
  expiresAt: number
  /** When the keys end that it makes. */
  keysExpireAt: number | null
}

/** A link as an admin sees it: without its token, which was shown once. */
export interface EnrolmentEntry extends EnrolmentTerms {
  id: string
  enrolled: number
  madeAt: number
  revokedAt: number | null
}

/** @returns why not, where its keys are to belong to a group that there is not */
export function addEnrolment(
  sql: SqlStorage,
  token: Credential,
  terms: EnrolmentTerms,
  now: number,
): Failure | null {
  if (lacksGroup(sql, terms)) return noSuchGroup
  sql.exec(
    `INSERT INTO enrolments (id, hash, label, limits, group_id, devices, enrolled, made_at, expires_at, keys_expire_at)
     VALUES (?, ?, ?, ?, ?, ?, 0, ?, ?, ?)`,
    token.id,
    token.hash,
    terms.label,
    JSON.stringify(terms.limits),
    terms.group,
    terms.devices,
    now,
    terms.expiresAt,
    terms.keysExpireAt,
  )
  return null
}

/** @returns all links, the newest first, ended ones too: their keys may still work */
export function listEnrolments(sql: SqlStorage): EnrolmentEntry[] {
  return sql
    .exec<EnrolmentRow>('SELECT * FROM enrolments ORDER BY made_at DESC, id')
    .toArray()
    .map((row) => ({
      id: row.id,
      label: row.label,
      limits: KeyLimits.parse(JSON.parse(row.limits)),
      group: row.group_id,
      devices: row.devices,
      enrolled: row.enrolled,
      madeAt: row.made_at,
      expiresAt: row.expires_at,
      keysExpireAt: row.keys_expire_at,
      revokedAt: row.revoked_at,
    }))
}

export function revokeEnrolment(sql: SqlStorage, id: string, now: number): { id: string } | Failure {
  const found = sql.exec(
    'UPDATE enrolments SET revoked_at = coalesce(revoked_at, ?) WHERE id = ? RETURNING id',
    now,
    id,
  )
  return found.toArray().length > 0 ? { id } : { code: 'id_unknown' }
}

/** Turns an enrolment token into a key of this device's own. No await: the last seat goes to one device only. */
export function enrol(
  sql: SqlStorage,
  token: Credential,
  key: Credential,
  device: string,
  now: number,
): Failure | null {
  const [row] = sql
    .exec<EnrolmentRow>('SELECT * FROM enrolments WHERE id = ? AND hash = ?', token.id, token.hash)
    .toArray()
  if (!row) return { code: 'enrolment_unknown' }
  const closed = row.revoked_at !== null || row.expires_at <= now || row.enrolled >= row.devices
  if (closed) return { code: 'enrolment_closed' }
  sql.exec('UPDATE enrolments SET enrolled = enrolled + 1 WHERE id = ?', row.id)
  const limits = KeyLimits.parse(JSON.parse(row.limits))
  const terms = { limits, expiresAt: row.keys_expire_at, group: row.group_id, enrolment: row.id }
  addKey(sql, key, { label: device, ...terms }, now)
  return null
}

type EnrolmentRow = {
  id: string
  label: string
  made_at: number
  limits: string
  group_id: string | null
  devices: number
  enrolled: number
  expires_at: number
  keys_expire_at: number | null
  revoked_at: number | null
}
