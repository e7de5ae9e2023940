// The clock of quotas and expiry. Asia/Jakarta has been UTC+7 without summer time since 1964 (IANA tz database), so
// arithmetic is enough. All times are ms since 1970.

const offset = 7 * 3_600_000
const day = 86_400_000

export interface Periods {
  minute: string
  day: string
  month: string
}

/** @returns names of the minute, day and month in Jakarta at `now`. */
export function periodsAt(now: number): Periods {
  const local = new Date(now + offset).toISOString()
  return { minute: local.slice(0, 16), day: local.slice(0, 10), month: local.slice(0, 7) }
}

export function minuteEnd(now: number): number {
  return Math.floor(now / 60_000) * 60_000 + 60_000
}

export function dayEnd(now: number): number {
  return Math.floor((now + offset) / day) * day + day - offset
}

export function monthEnd(now: number): number {
  const local = new Date(now + offset)
  return Date.UTC(local.getUTCFullYear(), local.getUTCMonth() + 1, 1) - offset
}

/** @returns the end of a day such as "2026-12-31": what expires on it holds until 23:59 (R9). */
export function endOfDate(date: string): number {
  return Date.parse(`${date}T00:00:00Z`) + day - offset
}

/** @returns the day on which something ends, as `endOfDate` takes it. */
export function dateOfEnd(end: number): string {
  return periodsAt(end - 1).day
}

/** @returns ISO 8601 with the offset of Jakarta, to the second. */
export function inJakarta(at: number): string {
  return `${new Date(at + offset).toISOString().slice(0, 19)}+07:00`
}
