// An office's keys, and the groups they belong to. Only hashes are kept.
import { classAllows, type DataClass, type Failure, type HelperName } from '../../../shared/protocol/index.ts'
import { GroupLimits, KeyLimits } from '../../../shared/protocol/admin.ts'
import type { Credential } from '../admission/secret.ts'

export interface KeyEntry {
  id: string
  label: string
  limits: KeyLimits
  group: string | null
  /** The link that it was made by; null = by an admin. */
  enrolment: string | null
  madeAt: number
  /** The last moment that it works; null = for ever. */
  expiresAt: number | null
  /** Until then the secret before the last rotation works too. */
  oldUntil: number | null
  /** Until then its device has to fetch a new secret. */
  renewBy: number | null
  /** The office that a class's participant comes from. */
  asOffice: string | null
  revokedAt: number | null
  lastUsedAt: number | null
}

export interface GroupEntry {
  id: string
  label: string
  limits: GroupLimits
}

/** What a new key gets besides its secret. */
export interface KeyTerms {
  label: string
  limits: KeyLimits
  expiresAt: number | null
  group: string | null
}

/** @returns why not, where it is to belong to a group that there is not */
export function addKey(
  sql: SqlStorage,
  key: Credential,
  terms: KeyTerms & { enrolment?: string },
  now: number,
): Failure | null {
  if (lacksGroup(sql, terms)) return noSuchGroup
  sql.exec(
    `INSERT INTO keys (id, hash, label, limits, group_id, enrolment_id, expires_at, made_at)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
    key.id,
    key.hash,
    terms.label,
    JSON.stringify(terms.limits),
    terms.group,
    terms.enrolment ?? null,
    terms.expiresAt,
    now,
  )
  return null
}

export const noSuchGroup: Failure = { code: 'id_unknown', param: 'group' }

/** @returns whether keys are to belong to a group that there is not */
export function lacksGroup(sql: SqlStorage, { group }: Pick<KeyTerms, 'group'>): boolean {
  return group !== null && !groupOf(sql, group)
}

export function listKeys(sql: SqlStorage): KeyEntry[] {
  return sql.exec<KeyRow>('SELECT * FROM keys ORDER BY made_at, id').toArray().map(keyEntry)
}

/** @returns the key that a caller has, or why it opens nothing. */
export function heldKey(sql: SqlStorage, { id, hash }: Credential, now: number): KeyEntry | Failure {
  const [row] = sql.exec<KeyRow>('SELECT * FROM keys WHERE id = ?', id).toArray()
  if (!row) return { code: 'key_unknown' }
  const isOld = row.old_hash === hash && row.old_until !== null && row.old_until > now
  if (row.hash !== hash && !isOld) return { code: 'key_unknown' }
  if (row.revoked_at !== null) return { code: 'key_revoked' }
  const ends = [row.expires_at, isRenewed(row) ? null : row.renew_by]
  if (ends.some((end) => end !== null && end <= now)) return { code: 'key_expired' }
  return keyEntry(row)
}

/** Until the new secret was used for the first time, its device may not have got it. */
function isRenewed({ renew_by, old_until }: KeyRow): boolean {
  return renew_by !== null && old_until === renew_by
}

/** What a request needs the key to allow. */
export interface WantedOfKey {
  helper: HelperName
  dataClass: DataClass
}

/** @returns why the key's own limits forbid it, or null */
export function refusedByKey({ helpers, dataClass }: KeyLimits, wanted: WantedOfKey): Failure | null {
  if (helpers && !helpers.includes(wanted.helper)) return { code: 'helper_not_allowed' }
  if (dataClass && !classAllows(dataClass, wanted.dataClass)) return { code: 'class_not_allowed' }
  return null
}

export function touchKey(sql: SqlStorage, id: string, now: number): void {
  sql.exec('UPDATE keys SET last_used_at = ? WHERE id = ?', now, id)
}

/** @returns the key's limits as they now are; fields left out keep their value. */
export function setKeyLimits(sql: SqlStorage, id: string, limits: KeyLimits): KeyLimits | Failure {
  const [row] = sql.exec<KeyRow>('SELECT * FROM keys WHERE id = ?', id).toArray()
  if (!row) return { code: 'id_unknown' }
  const merged = { ...keyEntry(row).limits, ...limits }
  sql.exec('UPDATE keys SET limits = ? WHERE id = ?', JSON.stringify(merged), id)
  return merged
}

export function setKeyExpiry(sql: SqlStorage, id: string, expiresAt: number | null): KeyEntry | Failure {
  return changed(sql.exec<KeyRow>('UPDATE keys SET expires_at = ? WHERE id = ? RETURNING *', expiresAt, id))
}

/** Gives a key a new secret under its old id; the one before works until `oldUntil`. A revoked key stays so. */
export function rotateKey(sql: SqlStorage, { id, hash }: Credential, oldUntil: number): KeyEntry | Failure {
  return changed(
    sql.exec<KeyRow>(
      `UPDATE keys SET old_hash = hash, old_until = ?, hash = ?, renew_by = NULL WHERE id = ? AND revoked_at IS NULL RETURNING *`,
      oldUntil,
      hash,
      id,
    ),
  )
}

export function revokeKey(sql: SqlStorage, id: string, now: number): { id: string } | Failure {
  const found = sql.exec(
    'UPDATE keys SET revoked_at = coalesce(revoked_at, ?) WHERE id = ? RETURNING id',
    now,
    id,
  )
  return found.toArray().length > 0 ? { id } : { code: 'id_unknown' }
}

/**
 * Asks the devices to fetch new secrets: the old ones hold until `renewBy` and no longer, fetched or not.
 * @returns the ids of their keys
 */
export function askRenewal(
  sql: SqlStorage,
  by: RevokedBy | 'key',
  value: string,
  renewBy: number,
): { asked: string[] } {
  const column = by === 'key' ? 'id' : revocable[by].keys
  const found = sql.exec<{ id: string }>(
    `UPDATE keys SET renew_by = ? WHERE ${column} = ? AND revoked_at IS NULL RETURNING id`,
    renewBy,
    value,
  )
  return { asked: found.toArray().map(({ id }) => id) }
}

/**
 * A device fetches its new secret. It may do so again with the old one as long as nobody has used the new one: the answer
 * may have been lost on its way. @returns why not
 */
export function renewKey(sql: SqlStorage, old: Credential, hash: string): Failure | null {
  const [row] = sql.exec<KeyRow>('SELECT * FROM keys WHERE id = ?', old.id).toArray()
  if (!row || row.renew_by === null) return { code: 'renewal_not_asked' }
  sql.exec(
    'UPDATE keys SET hash = ?, old_hash = ?, old_until = renew_by WHERE id = ?',
    hash,
    old.hash,
    old.id,
  )
  return null
}

/** @returns whether the device showed its new secret with this, and so has it */
export function endRenewal(sql: SqlStorage, { id, hash }: Credential): boolean {
  const ended = sql.exec(
    'UPDATE keys SET renew_by = NULL WHERE id = ? AND hash = ? AND old_until = renew_by RETURNING id',
    id,
    hash,
  )
  return ended.toArray().length > 0
}

/** What keys may be revoked by, with their columns there and among the links. */
const revocable = {
  label: { keys: 'label', enrolments: null },
  group: { keys: 'group_id', enrolments: 'group_id' },
  enrolment: { keys: 'enrolment_id', enrolments: 'id' },
} as const
export type RevokedBy = keyof typeof revocable

/**
 * Revokes all keys of a label, of a group with its links, or of one link with the link: a lost laptop, a class that is
 * over, a link that got about. @returns their ids
 */
export function revokeKeys(
  sql: SqlStorage,
  by: RevokedBy,
  value: string,
  now: number,
): { revoked: string[] } {
  const columns = revocable[by]
  if (columns.enrolments)
    sql.exec(
      `UPDATE enrolments SET revoked_at = coalesce(revoked_at, ?) WHERE ${columns.enrolments} = ?`,
      now,
      value,
    )
  const found = sql.exec<{ id: string }>(
    `UPDATE keys SET revoked_at = ? WHERE ${columns.keys} = ? AND revoked_at IS NULL RETURNING id`,
    now,
    value,
  )
  return { revoked: found.toArray().map(({ id }) => id) }
}

export function addGroup(sql: SqlStorage, group: GroupEntry, now: number): GroupEntry | Failure {
  if (groupOf(sql, group.id)) return { code: 'already_exists', param: 'id' }
  sql.exec(
    'INSERT INTO groups (id, label, limits, made_at) VALUES (?, ?, ?, ?)',
    group.id,
    group.label,
    JSON.stringify(group.limits),
    now,
  )
  return group
}

export function setGroupLimits(sql: SqlStorage, id: string, limits: GroupLimits): GroupEntry | Failure {
  const group = groupOf(sql, id)
  if (!group) return { code: 'id_unknown' }
  const merged = { ...group, limits: { ...group.limits, ...limits } }
  sql.exec('UPDATE groups SET limits = ? WHERE id = ?', JSON.stringify(merged.limits), id)
  return merged
}

export function groupOf(sql: SqlStorage, id: string | null): GroupEntry | null {
  const [row] = sql
    .exec<{ id: string; label: string; limits: string }>('SELECT * FROM groups WHERE id = ?', id)
    .toArray()
  return row ? { id: row.id, label: row.label, limits: GroupLimits.parse(JSON.parse(row.limits)) } : null
}

/** @returns the groups that these keys belong to, each once; null stands for keys without one */
export function groupsOf(sql: SqlStorage, keyIds: ReadonlySet<string>): (GroupEntry | null)[] {
  const found = new Map<string, GroupEntry | null>()
  for (const keyId of keyIds) {
    const [key] = sql
      .exec<{ group_id: string | null }>('SELECT group_id FROM keys WHERE id = ?', keyId)
      .toArray()
    const id = key?.group_id ?? ''
    if (!found.has(id)) found.set(id, id ? groupOf(sql, id) : null)
  }
  return [...found.values()]
}

export function listGroups(sql: SqlStorage): GroupEntry[] {
  return sql
    .exec<{ id: string }>('SELECT id FROM groups ORDER BY made_at, id')
    .toArray()
    .flatMap(({ id }) => groupOf(sql, id) ?? [])
}

type KeyRow = {
  id: string
  hash: string
  label: string
  limits: string
  group_id: string | null
  enrolment_id: string | null
  made_at: number
  expires_at: number | null
  old_hash: string | null
  old_until: number | null
  renew_by: number | null
  as_office: string | null
  revoked_at: number | null
  last_used_at: number | null
}

function changed(rows: SqlStorageCursor<KeyRow>): KeyEntry | Failure {
  const [row] = rows.toArray()
  return row ? keyEntry(row) : { code: 'id_unknown' }
}

function keyEntry(row: KeyRow): KeyEntry {
  return {
    id: row.id,
    label: row.label,
    limits: KeyLimits.parse(JSON.parse(row.limits)),
    group: row.group_id,
    enrolment: row.enrolment_id,
    madeAt: row.made_at,
    expiresAt: row.expires_at,
    oldUntil: row.old_until,
    renewBy: row.renew_by,
    asOffice: row.as_office,
    revokedAt: row.revoked_at,
    lastUsedAt: row.last_used_at,
  }
}
