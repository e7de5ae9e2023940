// The arithmetic of quotas: one row per scope and period, which refusal, /v1/usage and console all read (D13).
// A reservation counts as used at once; settling corrects the row, a refund takes it back. A lease that nobody settled
// (the process died) therefore stays charged in full: the safe side, and nothing has to run for it.
// Plain functions over SqlStorage without any await: nothing slips between check and write.
import type {
  Allowance,
  ErrorCode,
  Failure,
  KeyLimits,
  OfficeLimits,
} from '../../../shared/protocol/index.ts'

export interface Reservation {
  keyId: string
  keyLimits: KeyLimits
  officeLimits: OfficeLimits
  /** The most this request can cost. */
  tokens: number
}

export interface Periods {
  minute: string
  day: string
  month: string
}

/** A browser that is not told otherwise: a day's work with room, not a script's. */
export const defaultActionsPerDay = 500

// Asia/Jakarta has been UTC+7 without summer time since 1964 (IANA tz database), so arithmetic is enough.
const jakartaOffset = 7 * 3_600_000

/** @returns names of the minute, day and month in Jakarta at `now` (ms since 1970). */
export function periodsAt(now: number): Periods {
  const local = new Date(now + jakartaOffset).toISOString()
  return { minute: local.slice(0, 16), day: local.slice(0, 10), month: local.slice(0, 7) }
}

/** Takes an action and the most tokens it can cost, or says which limit is reached and when it returns. */
export function reserve(sql: SqlStorage, ask: Reservation, now: number): { lease: number } | Failure {
  const periods = periodsAt(now)
  const rows = allowances(sql, ask, now)
  if (isSpent(rows.minute)) return refusal('minute_limit', rows.minute, now)
  if (isSpent(rows.actions)) return refusal('day_quota_spent', rows.actions, now)
  if (isSpent(rows.officeActions)) return refusal('month_quota_spent', rows.officeActions, now)
  if (isSpent(rows.officeTokens, ask.tokens)) return refusal('month_quota_spent', rows.officeTokens, now)

  add(sql, ask.keyId, periods, 1, ask.tokens)
  const lease = sql
    .exec<{ id: number }>(
      'INSERT INTO leases (key_id, minute, day, month, tokens, made_at) VALUES (?, ?, ?, ?, ?, ?) RETURNING id',
      ask.keyId,
      periods.minute,
      periods.day,
      periods.month,
      ask.tokens,
      now,
    )
    .one()
  return { lease: lease.id }
}

/**
 * Closes a lease in the periods in which it was opened. `tokens` null = nothing was delivered: all is given back.
 * A lease that is closed already changes nothing.
 */
export function settle(sql: SqlStorage, lease: number, tokens: number | null): void {
  const [row] = sql.exec<LeaseRow>('DELETE FROM leases WHERE id = ? RETURNING *', lease).toArray()
  if (row) add(sql, row.key_id, row, tokens === null ? -1 : 0, (tokens ?? 0) - row.tokens)
}

/** Forgets minutes and leases older than a day, and days older than `keepDays`. Counters of months stay. */
export function tidy(sql: SqlStorage, now: number, keepDays: number): void {
  const dayAgo = now - 86_400_000
  sql.exec('DELETE FROM leases WHERE made_at < ?', dayAgo)
  sql.exec('DELETE FROM ledger WHERE length(period) = 16 AND period < ?', periodsAt(dayAgo).minute)
  sql.exec(
    'DELETE FROM ledger WHERE length(period) = 10 AND period < ?',
    periodsAt(now - keepDays * 86_400_000).day,
  )
}

/** @returns the rows that decide for this key, as a person reads them. */
export function allowances(
  sql: SqlStorage,
  { keyId, keyLimits, officeLimits }: Omit<Reservation, 'tokens'>,
  now: number,
): Record<'actions' | 'minute' | 'tokens' | 'officeActions' | 'officeTokens', Allowance> {
  const periods = periodsAt(now)
  const day = used(sql, keyScope(keyId), periods.day)
  const month = used(sql, 'office', periods.month)
  return {
    actions: allowance(day.actions, cap(keyLimits.actionsPerDay, defaultActionsPerDay), dayEnd(now)),
    minute: allowance(
      used(sql, keyScope(keyId), periods.minute).actions,
      cap(keyLimits.actionsPerMinute),
      minuteEnd(now),
    ),
    tokens: allowance(day.tokens, Infinity, dayEnd(now)),
    officeActions: allowance(month.actions, cap(officeLimits.actionsPerMonth), monthEnd(now)),
    officeTokens: allowance(month.tokens, cap(officeLimits.tokensPerMonth), monthEnd(now)),
  }
}

/** @returns whether `more` would pass the cap. */
function isSpent({ used, cap }: Allowance, more = 1): boolean {
  return cap !== null && used + more > cap
}

/** The row that refused goes with the refusal, so that it says what `/v1/usage` says (R2). */
function refusal(code: ErrorCode, limit: Allowance, now: number): Failure {
  return { code, limit, retryAfter: Math.ceil((Date.parse(limit.resetsAt) - now) / 1000) }
}

type LeaseRow = { key_id: string; minute: string; day: string; month: string; tokens: number }

function used(sql: SqlStorage, scope: string, period: string): { actions: number; tokens: number } {
  const [row] = sql
    .exec<{ actions: number; tokens: number }>(
      'SELECT actions, tokens FROM ledger WHERE scope = ? AND period = ?',
      scope,
      period,
    )
    .toArray()
  return row ?? { actions: 0, tokens: 0 }
}

function add(sql: SqlStorage, keyId: string, periods: Periods, actions: number, tokens: number): void {
  const key = keyScope(keyId)
  sql.exec(
    `INSERT INTO ledger (scope, period, actions, tokens) VALUES (?1, ?2, ?5, ?6), (?1, ?3, ?5, ?6), ('office', ?4, ?5, ?6)
     ON CONFLICT (scope, period) DO UPDATE SET actions = actions + excluded.actions, tokens = tokens + excluded.tokens`,
    key,
    periods.minute,
    periods.day,
    periods.month,
    actions,
    tokens,
  )
}

function keyScope(keyId: string): string {
  return `key:${keyId}`
}

/** A limit left out takes the default; null is no limit. */
function cap(limit: number | null | undefined, otherwise = Infinity): number {
  return limit === undefined ? otherwise : (limit ?? Infinity)
}

function allowance(used: number, cap: number, end: number): Allowance {
  const local = new Date(end + jakartaOffset).toISOString().slice(0, 19)
  return { used, cap: Number.isFinite(cap) ? cap : null, resetsAt: `${local}+07:00` }
}

function minuteEnd(now: number): number {
  return Math.floor(now / 60_000) * 60_000 + 60_000
}

function dayEnd(now: number): number {
  return Math.floor((now + jakartaOffset) / 86_400_000) * 86_400_000 + 86_400_000 - jakartaOffset
}

function monthEnd(now: number): number {
  const local = new Date(now + jakartaOffset)
  return Date.UTC(local.getUTCFullYear(), local.getUTCMonth() + 1, 1) - jakartaOffset
}
