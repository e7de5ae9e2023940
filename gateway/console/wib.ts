// Days and times as people in the city write them: WIB is UTC+7 the whole year, wherever the browser stands.

const offsetMs = 7 * 3_600_000
const dayMs = 86_400_000

/** @param at milliseconds, or ISO 8601 @returns "2026-11-30" and "09:00", as date and time fields take them */
export function inWib(at: number | string): { date: string; time: string } {
  const local = new Date(new Date(at).getTime() + offsetMs).toISOString()
  return { date: local.slice(0, 10), time: local.slice(11, 16) }
}

/** @returns ISO 8601 with the offset; what is no date or time makes a text that no schema takes */
export function fromWib(date: string, time: string): string {
  return `${date}T${time}:00+07:00`
}

/** @param date "2026-11-30" @returns so many days later */
export function daysAfter(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * dayMs).toISOString().slice(0, 10)
}

/** @returns whole days between two dates, negative where `to` comes first */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / dayMs)
}

/** @returns whether it is a day on which offices are closed every week */
export function isWeekend(date: string): boolean {
  return [0, 6].includes(new Date(`${date}T00:00:00Z`).getUTCDay())
}
