// The arithmetic of quotas: one row per scope and period, which refusal, /v1/usage and console all read (D13).
// A reservation counts as used at once; settling corrects the row, a refund takes it back. A lease that nobody settled
// (the process died) therefore stays charged in full: the safe side. It becomes a row of the audit that says so.
// Plain functions over SqlStorage without any await: nothing slips between check and write.
import type { Allowance, ErrorCode, Failure } from '../../../shared/protocol/index.ts'
import type { GroupLimits, KeyLimits, OfficeLimits } from '../../../shared/protocol/admin.ts'
import { dayEnd, inJakarta, minuteEnd, monthEnd, periodsAt } from './jakarta.ts'

/** Whose quotas a request counts against. */
export interface Scopes {
  keyId: string
  keyLimits: KeyLimits
  officeLimits: OfficeLimits
  group: { id: string; limits: GroupLimits } | null
}

/** The most that a request can cost, or what it did cost. Money in thousandths of a Rupiah, so that sums stay whole. */
export interface Cost {
  tokens: number
  millirupiah: number
}

/** A browser that is not told otherwise: a day's work with room, not a script's. */
export const defaultActionsPerDay = 500

/** The period of what has no end: all of a group's life. */
const always = 'total'

export type AllowanceName =
  | 'minute'
  | 'actions'
  | 'tokens'
  | 'groupDay'
  | 'groupTotal'
  | 'officeDay'
  | 'officeActions'
  | 'officeTokens'
  | 'officeRupiah'
export type Allowances = Record<Exclude<AllowanceName, 'groupDay' | 'groupTotal'>, Allowance> &
  Partial<Record<'groupDay' | 'groupTotal', Allowance>>

/** Which row refuses first, with which word: the narrowest, for that is what the person can wait for. */
const refusals: readonly [AllowanceName, ErrorCode][] = [
  ['minute', 'minute_limit'],
  ['actions', 'day_quota_spent'],
  ['groupDay', 'group_quota_spent'],
  ['groupTotal', 'group_quota_spent'],
  ['officeDay', 'office_day_spent'],
  ['officeActions', 'month_quota_spent'],
  ['officeTokens', 'month_quota_spent'],
  ['officeRupiah', 'month_quota_spent'],
]

/**
 * Of what a cap has left, this part may be handed out in advance, so that near a cap each action is asked for alone: of
 * one that a key has for itself, and of one that many keys share.
 */
const spareOfOwn = 50
const spareOfShared = 1000
const own = new Set<AllowanceName>(['minute', 'actions'])

/**
 * Takes an action and the most it can cost, or says which limit is reached and when it returns.
 * @param more `spare`: so many more actions of that cost are wanted in advance; `process`: who will settle
 * @returns the lease, and how many more it holds
 */
export function reserve(
  sql: SqlStorage,
  scopes: Scopes,
  most: Cost,
  now: number,
  { spare = 0, process = '' } = {},
): { lease: number; spare: number } | Failure {
  const rows = allowances(sql, scopes, now)
  const needs: Partial<Record<AllowanceName, number>> = {
    officeTokens: most.tokens,
    officeRupiah: Math.ceil(most.millirupiah / 1000),
  }
  // Two at once would keep from one another what both have.
  let more = spare > 0 && holdsSpare(sql, scopes.keyId) ? 0 : spare
  for (const [name, code] of refusals) {
    const row = rows[name]
    if (!row) continue
    const need = needs[name] ?? 1
    if (isSpent(row, need)) return refusal(code, row, now)
    if (row.cap === null || need === 0) continue
    const share = own.has(name) ? spareOfOwn : spareOfShared
    more = Math.min(more, Math.floor((row.cap - row.used - need) / need / share))
  }
  const periods = periodsAt(now)
  const actions = 1 + more
  const whole = { tokens: most.tokens * actions, millirupiah: most.millirupiah * actions }
  add(sql, { key_id: scopes.keyId, group_id: scopes.group?.id ?? null, ...periods }, actions, whole)
  const lease = sql
    .exec<{ id: number }>(
      `INSERT INTO leases (key_id, group_id, minute, day, month, actions, tokens, millirupiah, made_at, process)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING id`,
      scopes.keyId,
      scopes.group?.id ?? null,
      periods.minute,
      periods.day,
      periods.month,
      actions,
      whole.tokens,
      whole.millirupiah,
      now,
      process,
    )
    .one()
  return { lease: lease.id, spare: more }
}

function holdsSpare(sql: SqlStorage, keyId: string): boolean {
  return sql.exec('SELECT 1 FROM leases WHERE key_id = ? AND actions > 1 LIMIT 1', keyId).toArray().length > 0
}

/** A part of a lease that is over: actions with what was reserved for them, and what was used. */
export interface Released {
  lease: number
  actions: number
  reserved: Cost
  /** Null = nothing was delivered: all is given back. */
  spent: Cost | null
}

/**
 * Settles a part of a lease in the periods in which it was opened. Of one that is closed already nothing is changed.
 * @returns whether it was open
 */
export function release(sql: SqlStorage, { lease, actions, reserved, spent }: Released): boolean {
  const [row] = sql
    .exec<LeaseRow>(
      `UPDATE leases SET actions = actions - ?, tokens = tokens - ?, millirupiah = millirupiah - ? WHERE id = ? RETURNING *`,
      actions,
      reserved.tokens,
      reserved.millirupiah,
      lease,
    )
    .toArray()
  if (!row) return false
  if (row.actions <= 0) sql.exec('DELETE FROM leases WHERE id = ?', lease)
  add(sql, row, spent === null ? -actions : 0, {
    tokens: (spent?.tokens ?? 0) - reserved.tokens,
    millirupiah: (spent?.millirupiah ?? 0) - reserved.millirupiah,
  })
  return true
}

/** What was reserved and nobody will settle. */
export type LostLease = { keyId: string; actions: number } & Cost

/** Takes the leases made before a time, and those of another process. What they charged stays charged. */
export function takeLost(sql: SqlStorage, madeBefore: number, process = ''): LostLease[] {
  return sql
    .exec<LostLease & Record<string, SqlStorageValue>>(
      `DELETE FROM leases WHERE made_at < ? OR (? <> '' AND process <> ?)
       RETURNING key_id AS keyId, actions, tokens, millirupiah`,
      madeBefore,
      process,
      process,
    )
    .toArray()
}

/** Forgets minutes older than a day, and days older than `keepDays`. Counters of months stay. */
export function tidy(sql: SqlStorage, now: number, keepDays: number): void {
  const dayAgo = now - 86_400_000
  sql.exec('DELETE FROM batches WHERE at < ?', dayAgo)
  sql.exec('DELETE FROM ledger WHERE length(period) = 16 AND period < ?', periodsAt(dayAgo).minute)
  sql.exec(
    'DELETE FROM ledger WHERE length(period) = 10 AND period < ?',
    periodsAt(now - keepDays * 86_400_000).day,
  )
}

/** @returns the rows that decide for this key, as a person reads them. */
export function allowances(
  sql: SqlStorage,
  { keyId, keyLimits, officeLimits, group }: Scopes,
  now: number,
): Allowances {
  const periods = periodsAt(now)
  const day = used(sql, keyScope(keyId), periods.day)
  const minute = used(sql, keyScope(keyId), periods.minute)
  return {
    minute: allowance(minute.actions, keyLimits.actionsPerMinute, minuteEnd(now)),
    actions: allowance(
      day.actions,
      keyLimits.actionsPerDay === undefined ? defaultActionsPerDay : keyLimits.actionsPerDay,
      dayEnd(now),
    ),
    tokens: allowance(day.tokens, null, dayEnd(now)),
    ...(group && groupAllowances(sql, group, periods.day, now)),
    ...officeAllowances(sql, officeLimits, now),
  }
}

/** @returns the rows of the whole office: what the console shows is what refuses (R2). */
export function officeAllowances(sql: SqlStorage, limits: OfficeLimits, now: number) {
  const periods = periodsAt(now)
  const day = used(sql, officeScope, periods.day)
  const month = used(sql, officeScope, periods.month)
  return {
    officeDay: allowance(day.actions, limits.actionsPerDay, dayEnd(now)),
    officeActions: allowance(month.actions, limits.actionsPerMonth, monthEnd(now)),
    officeTokens: allowance(month.tokens, limits.tokensPerMonth, monthEnd(now)),
    officeRupiah: allowance(Math.ceil(month.millirupiah / 1000), limits.rupiahPerMonth, monthEnd(now)),
  }
}

/** A group's total never returns, so its end is that of the day: somebody may raise it by then. */
export function groupAllowances(
  sql: SqlStorage,
  { id, limits }: NonNullable<Scopes['group']>,
  today: string,
  now: number,
) {
  return {
    groupDay: allowance(used(sql, groupScope(id), today).actions, limits.actionsPerDay, dayEnd(now)),
    groupTotal: allowance(used(sql, groupScope(id), always).actions, limits.actionsTotal, dayEnd(now)),
  }
}

/** @returns for each key its actions of today, and of all days that are kept */
export function usedByKeys(sql: SqlStorage, now: number): Map<string, { today: number; total: number }> {
  const rows = sql.exec<{ id: string; today: number; total: number }>(
    `SELECT substr(scope, 5) AS id, sum(actions) AS total,
       sum(CASE WHEN period = ? THEN actions ELSE 0 END) AS today
     FROM ledger WHERE scope LIKE 'key:%' AND length(period) = 10 GROUP BY scope`,
    periodsAt(now).day,
  )
  return new Map(rows.toArray().map(({ id, today, total }) => [id, { today, total }]))
}

/** @returns whether `more` would pass the cap. */
function isSpent({ used, cap }: Allowance, more: number): boolean {
  return cap !== null && used + more > cap
}

/** The row that refused goes with the refusal, so that it says what `/v1/usage` says (R2). */
function refusal(code: ErrorCode, limit: Allowance, now: number): Failure {
  return { code, limit, retryAfter: Math.ceil((Date.parse(limit.resetsAt) - now) / 1000) }
}

interface Counted {
  key_id: string
  group_id: string | null
  minute: string
  day: string
  month: string
}
type LeaseRow = Counted & Cost & { actions: number } & Record<string, SqlStorageValue>

function used(sql: SqlStorage, scope: string, period: string): Cost & { actions: number } {
  const [row] = sql
    .exec<Record<'actions' | keyof Cost, number>>(
      'SELECT actions, tokens, millirupiah FROM ledger WHERE scope = ? AND period = ?',
      scope,
      period,
    )
    .toArray()
  return row ?? { actions: 0, tokens: 0, millirupiah: 0 }
}

const addRow = `INSERT INTO ledger (scope, period, actions, tokens, millirupiah) VALUES (?, ?, ?, ?, ?)
  ON CONFLICT (scope, period) DO UPDATE SET actions = actions + excluded.actions,
    tokens = tokens + excluded.tokens, millirupiah = millirupiah + excluded.millirupiah`

function add(sql: SqlStorage, { key_id, group_id, ...periods }: Counted, actions: number, cost: Cost): void {
  const rows: [scope: string, period: string][] = [
    [keyScope(key_id), periods.minute],
    [keyScope(key_id), periods.day],
    [officeScope, periods.day],
    [officeScope, periods.month],
  ]
  if (group_id !== null) rows.push([groupScope(group_id), periods.day], [groupScope(group_id), always])
  for (const [scope, period] of rows) sql.exec(addRow, scope, period, actions, cost.tokens, cost.millirupiah)
}

const officeScope = 'office'
const keyScope = (id: string) => `key:${id}`
const groupScope = (id: string) => `group:${id}`

/** `cap` left out or null = no limit. */
function allowance(used: number, cap: number | null | undefined, end: number): Allowance {
  return { used, cap: cap ?? null, resetsAt: inJakarta(end) }
}
