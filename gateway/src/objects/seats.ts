// Seats of a class: keys with a person's name on them, one for each browser, and no more than the room has.
import type { Failure } from '../../../shared/protocol/index.ts'
import type { KeyLimits } from '../../../shared/protocol/admin.ts'
import type { Seat } from '../../../shared/protocol/classes.ts'
import type { Credential } from '../admission/secret.ts'
import { addKey } from './keys.ts'
import { usedByKeys } from './ledger.ts'

export interface NewSeat {
  /** SHA-256 of the browser's own number. */
  device: string
  name: string
  /** The office that the person comes from; replies are written in its name. */
  office: string
  limits: KeyLimits
  expiresAt: number
  /** Of the whole class. */
  seats: number
}

/** @returns the id of the key that this browser holds, or null */
export function seatOf(sql: SqlStorage, device: string): string | null {
  const [row] = sql
    .exec<{ id: string }>('SELECT id FROM keys WHERE device = ? AND revoked_at IS NULL', device)
    .toArray()
  return row?.id ?? null
}

/**
 * Takes a seat, or gives the browser that has one a new secret for it. No await: the last seat goes to one.
 * @param key under the id that `seatOf` named, if it named one
 */
export function takeSeat(sql: SqlStorage, key: Credential, seat: NewSeat, now: number): Failure | null {
  const known = seatOf(sql, seat.device)
  if (known !== null) {
    if (known !== key.id) return { code: 'still_running', retryAfter: 1 }
    sql.exec(
      'UPDATE keys SET hash = ?, old_hash = NULL, old_until = NULL, label = ?, as_office = ? WHERE id = ?',
      key.hash,
      seat.name,
      seat.office,
      key.id,
    )
    return null
  }
  // Whoever was shown out does not come in again from the same browser.
  const wasRevoked = sql.exec('SELECT 1 FROM keys WHERE device = ? LIMIT 1', seat.device).toArray().length > 0
  if (wasRevoked) return { code: 'key_revoked' }
  if (taken(sql) >= seat.seats) return { code: 'class_full' }
  const refused = addKey(
    sql,
    key,
    { label: seat.name, limits: seat.limits, expiresAt: seat.expiresAt, group: null },
    now,
  )
  if (refused) return refused
  sql.exec('UPDATE keys SET device = ?, as_office = ? WHERE id = ?', seat.device, seat.office, key.id)
  return null
}

/** @returns how many are taken now */
export function taken(sql: SqlStorage): number {
  return sql
    .exec<{ taken: number }>(
      'SELECT count(*) AS taken FROM keys WHERE device IS NOT NULL AND revoked_at IS NULL',
    )
    .one().taken
}

/** @returns all, in the order in which they came; revoked ones too */
export function listSeats(sql: SqlStorage, now: number): Seat[] {
  const rows = sql.exec<SeatRow>('SELECT * FROM keys WHERE device IS NOT NULL ORDER BY made_at, id').toArray()
  const used = usedByKeys(sql, now)
  return rows.map((row) => ({
    keyId: row.id,
    name: row.label,
    office: row.as_office ?? '',
    joinedAt: row.made_at,
    lastUsedAt: row.last_used_at,
    revokedAt: row.revoked_at,
    today: used.get(row.id)?.today ?? 0,
    total: used.get(row.id)?.total ?? 0,
  }))
}

/** What a class was changed to holds for those who are in it already. */
export function changeSeats(sql: SqlStorage, limits: KeyLimits, expiresAt: number): void {
  sql.exec(
    'UPDATE keys SET limits = ?, expires_at = ? WHERE device IS NOT NULL',
    JSON.stringify(limits),
    expiresAt,
  )
}

type SeatRow = {
  id: string
  label: string
  as_office: string | null
  made_at: number
  last_used_at: number | null
  revoked_at: number | null
}
