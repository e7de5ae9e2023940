// What an office keeps of its requests: counts and names of ours, never content (D9), chained row by row; in detail for
// some months, afterwards as totals of a month.
import type { AuditRow } from '../../../shared/protocol/admin.ts'
import { auditColumns, chained, chainHash, chainStart } from './chain.ts'
import { periodsAt } from './jakarta.ts'

export type NewAuditRow = Omit<AuditRow, 'id' | 'minute'>
export type ChainedRow = AuditRow & { hash: string }

const minuteMs = 60_000
const dayMinutes = 1440
const snake = (name: string) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
const columns = auditColumns.map(snake).join(', ')
const selected = auditColumns.map((name) => `${snake(name)} AS ${name}`).join(', ')
const insert = `INSERT INTO audit (${columns}, hash) VALUES (${auditColumns.map(() => '?').join(', ')}, ?)`

/** Appends rows. No await: the chain has one order. */
export function writeAudit(sql: SqlStorage, rows: readonly NewAuditRow[], now: number): void {
  if (rows.length === 0) return
  const minute = Math.floor(now / minuteMs)
  let { last_id: id, last_hash: hash } = head(sql)
  for (const row of rows) {
    id += 1
    const values = chained({ ...row, id, minute })
    hash = chainHash(hash, values)
    sql.exec(insert, ...values, hash)
  }
  sql.exec('UPDATE audit_chain SET last_id = ?, last_hash = ?', id, hash)
}

type Head = { first_hash: string; last_id: number; last_hash: string }

function head(sql: SqlStorage): Head {
  return sql.exec<Head>('SELECT first_hash, last_id, last_hash FROM audit_chain').one()
}

/** Begins the chain; rows that an older version wrote without one are taken into it. */
export function beginChain(sql: SqlStorage): void {
  if (sql.exec('SELECT 1 FROM audit_chain').toArray().length > 0) return
  let [id, hash] = [0, chainStart]
  for (const row of sql.exec<AuditRow>(`SELECT ${selected} FROM audit ORDER BY id`).toArray()) {
    id = row.id
    hash = chainHash(hash, chained(row))
    sql.exec('UPDATE audit SET hash = ? WHERE id = ?', hash, id)
  }
  sql.exec('INSERT INTO audit_chain (first_hash, last_id, last_hash) VALUES (?, ?, ?)', chainStart, id, hash)
}

/** What an export covers, fixed before its first row is read. */
export interface AuditExtent {
  /** Hash before the first row. */
  first: string
  last: string
  firstId: number
  lastId: number
  rows: number
}

/** @param from @param to ms since 1970; the minute of `to` is not included */
export function auditExtent(sql: SqlStorage, from: number, to: number): AuditExtent {
  const { first_hash, last_hash } = head(sql)
  const span = sql
    .exec<{ firstId: number | null; lastId: number | null; rows: number }>(
      'SELECT min(id) AS firstId, max(id) AS lastId, count(*) AS rows FROM audit WHERE minute >= ? AND minute < ?',
      Math.floor(from / minuteMs),
      Math.ceil(to / minuteMs),
    )
    .one()
  if (span.firstId === null || span.lastId === null)
    return { first: last_hash, last: last_hash, firstId: 1, lastId: 0, rows: 0 }
  const hashOf = (id: number) => {
    const [row] = sql.exec<{ hash: string }>('SELECT hash FROM audit WHERE id = ?', id).toArray()
    return row?.hash
  }
  return {
    first: hashOf(span.firstId - 1) ?? first_hash,
    last: hashOf(span.lastId) ?? last_hash,
    firstId: span.firstId,
    lastId: span.lastId,
    rows: span.lastId - span.firstId + 1,
  }
}

/** @returns rows from `fromId` on, in their order, `lastId` included, no more than `most` */
export function auditRows(sql: SqlStorage, fromId: number, lastId: number, most: number): ChainedRow[] {
  return sql
    .exec<ChainedRow>(
      `SELECT ${selected}, hash FROM audit WHERE id >= ? AND id <= ? ORDER BY id LIMIT ?`,
      fromId,
      lastId,
      most,
    )
    .toArray()
}

const groupings = {
  day: "strftime('%Y-%m-%d', minute * 60 + 25200, 'unixepoch')",
  month: "strftime('%Y-%m', minute * 60 + 25200, 'unixepoch')",
  helper: 'helper',
  upstream: 'upstream',
  class: 'data_class',
  key: 'key_id',
  outcome: 'outcome',
} as const
export type AuditGrouping = keyof typeof groupings
export const auditGroupings = Object.keys(groupings) as [AuditGrouping, ...AuditGrouping[]]

export type AuditSum = Record<string, string | number> & {
  requests: number
  tokensIn: number
  tokensOut: number
  hidden: number
  millirupiah: number
}

/** Who used what: sums by any of day, helper, upstream, class, key and outcome, in their order, from the `skip`th on. */
export function auditSums(
  sql: SqlStorage,
  by: readonly AuditGrouping[],
  { from, to }: { from: number; to: number },
  skip: number,
  most: number,
): AuditSum[] {
  const names = by.map((name) => `${groupings[name]} AS "${name}"`)
  const sums = [
    'count(*) AS requests',
    'sum(tokens_in) AS tokensIn',
    'sum(tokens_out) AS tokensOut',
    'sum(hidden) AS hidden',
    'sum(millirupiah) AS millirupiah',
  ]
  const order = by.map((_, at) => at + 1).join(', ')
  return sql
    .exec<AuditSum>(
      `SELECT ${[...names, ...sums].join(', ')} FROM audit WHERE minute >= ? AND minute < ?
       GROUP BY ${order} ORDER BY ${order} LIMIT ? OFFSET ?`,
      Math.floor(from / minuteMs),
      Math.ceil(to / minuteMs),
      most,
      skip,
    )
    .toArray()
}

export type AuditTotal = AuditSum & { month: string; helper: string; upstream: string; class: string }

/** Turns rows past their time into totals of their month. The chain goes on from the last of them. */
export function tidyAudit(sql: SqlStorage, now: number, keepDays: number): void {
  // Whole days of Jakarta, so that a day is either there or not.
  const before = Math.floor(
    Date.parse(`${periodsAt(now - keepDays * 86_400_000).day}T00:00:00+07:00`) / minuteMs,
  )
  // A chain can only be cut at its beginning. Where the clock was wrong for a while, a row that looks old waits for the
  // younger ones before it, and one that seems to come from the future keeps none.
  const [last] = sql
    .exec<{ id: number; hash: string }>(
      `SELECT id, hash FROM audit
       WHERE id < coalesce((SELECT min(id) FROM audit WHERE minute >= ? AND minute <= ?), ?) ORDER BY id DESC LIMIT 1`,
      before,
      Math.floor(now / minuteMs) + dayMinutes,
      Number.MAX_SAFE_INTEGER,
    )
    .toArray()
  if (!last) return
  sql.exec(
    `INSERT INTO audit_totals (month, helper, upstream, data_class, outcome, requests, tokens_in, tokens_out, hidden, millirupiah)
     SELECT ${groupings.month}, helper, upstream, data_class, outcome, count(*), sum(tokens_in), sum(tokens_out),
       sum(hidden), sum(millirupiah)
     FROM audit WHERE id <= ? GROUP BY 1, 2, 3, 4, 5
     ON CONFLICT DO UPDATE SET requests = requests + excluded.requests, tokens_in = tokens_in + excluded.tokens_in,
       tokens_out = tokens_out + excluded.tokens_out, hidden = hidden + excluded.hidden,
       millirupiah = millirupiah + excluded.millirupiah`,
    last.id,
  )
  sql.exec('DELETE FROM audit WHERE id <= ?', last.id)
  sql.exec('UPDATE audit_chain SET first_hash = ?', last.hash)
}

/** @returns the months that are no longer kept in detail */
export function auditTotals(sql: SqlStorage): AuditTotal[] {
  return sql
    .exec<AuditTotal>(
      `SELECT month, helper, upstream, data_class AS class, outcome, requests, tokens_in AS tokensIn,
       tokens_out AS tokensOut, hidden, millirupiah FROM audit_totals ORDER BY month, helper, upstream, class, outcome`,
    )
    .toArray()
}
