// What an admin should hear of before somebody calls: quotas at 80 and 100 %, keys that end within a week. Each is
// raised once, kept for the console, and sent to a webhook, signed and tried again until it is taken.
import type { Allowance } from '../../../shared/protocol/index.ts'
import { dayEnd, inJakarta, periodsAt } from './jakarta.ts'
import type { KeyEntry } from './keys.ts'

export interface Alarm {
  id: number
  /** A row of the ledger (`officeActions`), or `keyExpires`. */
  name: string
  /** Whose: a group's or key's id; empty for the office. */
  subject: string
  /** The day or month that it is about. */
  period: string
  /** Percent of the cap, or days that are left. */
  level: number
  used: number
  cap: number
  at: number
  sentAt: number | null
}

const levels = [80, 100] as const
const daysBefore = [7, 3, 1] as const
const dayMs = 86_400_000
/** Older ones are no news to a webhook that is set up now. */
const newsDays = 3
/** Waits between tries (minutes): a webhook that is down for a day still hears of it. */
const waits = [1, 5, 30, 120, 360, 720] as const

/** Which rows are watched, and whether a day or a month is their period. */
const watched = {
  officeDay: 'day',
  officeActions: 'month',
  officeTokens: 'month',
  officeRupiah: 'month',
  groupDay: 'day',
  groupTotal: null,
} as const
type Watched = keyof typeof watched

/** @param refused the row that just refused a request: it is at its end, whatever its figure @returns whether any alarm is new */
export function raiseQuotaAlarms(
  sql: SqlStorage,
  rows: Partial<Record<Watched, Allowance>>,
  group: string,
  now: number,
  refused?: Allowance,
): boolean {
  let raised = false
  for (const name of Object.keys(watched) as Watched[]) {
    const row = rows[name]
    if (!row?.cap) continue
    const period = watched[name] ? periodsAt(now)[watched[name]] : ''
    const subject = name.startsWith('group') ? group : ''
    for (const level of levels) {
      const isRefused = refused?.cap === row.cap && refused.used === row.used
      if (isRefused || row.used * 100 >= row.cap * level)
        raised = raise(sql, { name, subject, period, level, used: row.used, cap: row.cap }, now) || raised
    }
  }
  return raised
}

/** Once a day: keys that end in so many days, and are still in use. */
export function raiseExpiryAlarms(sql: SqlStorage, keys: readonly KeyEntry[], now: number): boolean {
  let raised = false
  for (const { id, expiresAt, revokedAt } of keys) {
    if (expiresAt === null || revokedAt !== null || expiresAt <= now) continue
    // As a calendar counts: on the day before it ends there is one day left, whatever the hour.
    const left = Math.ceil((expiresAt - dayEnd(now)) / dayMs)
    const level = daysBefore.findLast((days) => left <= days)
    if (level === undefined) continue
    const period = periodsAt(expiresAt - 1).day
    raised = raise(sql, { name: 'keyExpires', subject: id, period, level, used: 0, cap: 0 }, now) || raised
  }
  return raised
}

function raise(sql: SqlStorage, alarm: Omit<Alarm, 'id' | 'at' | 'sentAt'>, now: number): boolean {
  const made = sql.exec(
    `INSERT INTO alarms (name, subject, period, level, used, cap, at, next_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT DO NOTHING RETURNING id`,
    alarm.name,
    alarm.subject,
    alarm.period,
    alarm.level,
    alarm.used,
    alarm.cap,
    now,
    now,
  )
  return made.toArray().length > 0
}

const selected = 'id, name, subject, period, level, used, cap, at, sent_at AS sentAt'

/** @returns the newest first */
export function listAlarms(sql: SqlStorage, most: number): Alarm[] {
  return sql.exec<Alarm & Row>(`SELECT ${selected} FROM alarms ORDER BY id DESC LIMIT ?`, most).toArray()
}
type Row = Record<string, SqlStorageValue>

/** @returns those that are to be sent now */
export function dueAlarms(sql: SqlStorage, now: number): Alarm[] {
  return sql
    .exec<Alarm & Row>(
      `SELECT ${selected} FROM alarms WHERE sent_at IS NULL AND next_at <= ? AND at > ? ORDER BY id LIMIT 20`,
      now,
      now - newsDays * dayMs,
    )
    .toArray()
}

/** @returns when the next one is to be sent, or null */
export function nextAlarmAt(sql: SqlStorage, now: number): number | null {
  return sql
    .exec<{ at: number | null }>(
      'SELECT min(next_at) AS at FROM alarms WHERE sent_at IS NULL AND at > ?',
      now - newsDays * dayMs,
    )
    .one().at
}

/** Notes how a try went; after the last one it is given up, and only the console shows it. */
export function noteSending(sql: SqlStorage, id: number, taken: boolean, now: number): void {
  if (taken) {
    sql.exec('UPDATE alarms SET sent_at = ?, next_at = NULL WHERE id = ?', now, id)
    return
  }
  const { tries } = sql
    .exec<{ tries: number }>('UPDATE alarms SET tries = tries + 1 WHERE id = ? RETURNING tries', id)
    .one()
  const wait = waits[tries - 1]
  sql.exec('UPDATE alarms SET next_at = ? WHERE id = ?', wait === undefined ? null : now + wait * 60_000, id)
}

export function tidyAlarms(sql: SqlStorage, now: number, keepDays: number): void {
  sql.exec('DELETE FROM alarms WHERE at < ?', now - keepDays * dayMs)
}

/**
 * Sends one alarm: JSON, signed as `t=<seconds>,v1=<HMAC-SHA256 of "t.body", hexadecimal>`, so that the receiver can
 * refuse forged and old ones. @returns whether it was taken (2xx)
 */
export async function sendAlarm(
  office: { id: string; name: string },
  { name, subject, period, level, used, cap, at, id }: Alarm,
  { url, secret }: { url: string; secret: string },
  now: number,
): Promise<boolean> {
  const body = JSON.stringify({ id, office, name, subject, period, level, used, cap, at: inJakarta(at) })
  const seconds = Math.floor(now / 1000)
  const key = await crypto.subtle.importKey(
    'raw',
    new TextEncoder().encode(secret),
    { name: 'HMAC', hash: 'SHA-256' },
    false,
    ['sign'],
  )
  const signed = await crypto.subtle.sign('HMAC', key, new TextEncoder().encode(`${seconds}.${body}`))
  const hex = Array.from(new Uint8Array(signed), (byte) => byte.toString(16).padStart(2, '0')).join('')
  try {
    const answer = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-pendamping-signature': `t=${seconds},v1=${hex}` },
      body,
      redirect: 'manual',
      signal: AbortSignal.timeout(10_000),
    })
    await answer.body?.cancel()
    return answer.ok
  } catch {
    return false
  }
}
