// When an answer is due. Days are ISO dates ("2026-03-17") as the office's calendar shows them: no hours, no time zones.
// Dates are counted as days since 1970-01-01, in UTC, where each day has 24 hours.
import type { Holiday } from '../content/index.ts'
import { monthNames } from '../drafts/index.ts'

/** A day of the city's own, from its policy. */
export interface OwnDay {
  day: string
  name: string
}

export interface Deadline {
  /** ISO date. */
  due: string
  /** Working days left, as `workingDaysLeft` counts them. */
  left: number
  /** A year on the way has no complete list of holidays yet: the deadline may turn out later than `due`. */
  incomplete: boolean
}

const dayMilliseconds = 24 * 60 * 60 * 1000
/** Jakarta is seven hours ahead of UTC, all year. */
const jakartaMilliseconds = 7 * 60 * 60 * 1000
/** So an own entry begins by which a listed joint leave is a working day here. */
const workingDayMark = /^hari kerja:/i

const monthOf = new Map(monthNames.flatMap((names, month) => names.map((name) => [name, month + 1] as const)))
/** One alternative a way of writing; each number and gap is bounded, so time is linear. */
const writtenDay = new RegExp(
  [
    String.raw`(?<![\d.,/-])(?<day>\d{1,2})[^\S\n]{1,3}(?<month>${[...monthOf.keys()].join('|')})\b\.?,?[^\S\n]{1,3}(?<year>\d{4})(?!\d)`,
    String.raw`(?<![\d.,/-])(?<day2>\d{1,2})(?<sign>[/.-])(?<month2>\d{1,2})\k<sign>(?<year2>\d{4})(?![\d/-])`,
    String.raw`(?<![\d.,/-])(?<year3>\d{4})-(?<month3>\d{1,2})-(?<day3>\d{1,2})(?![\d/-])`,
  ].join('|'),
  'i',
)

/**
 * The last day for an answer. The day of receipt isn't counted, nor are Saturdays, Sundays and free days.
 * @param received ISO date of receipt
 * @param workingDays 0: the day of receipt, or the next working day where that is none
 * @param isFree whether a day is a holiday; from `freeDays`
 * @returns ISO date
 * @throws RangeError on a date that is none, or on a number of days that can't be counted
 */
export function dueDay(received: string, workingDays: number, isFree: (day: string) => boolean): string {
  if (!Number.isSafeInteger(workingDays) || workingDays < 0) {
    throw new RangeError(`not a number of working days: ${workingDays}`)
  }
  let day = numberOf(received)
  if (workingDays === 0) while (!isWorking(day, isFree)) day += 1
  for (let left = workingDays; left > 0;) {
    day += 1
    if (isWorking(day, isFree)) left -= 1
  }
  return isoOf(day)
}

/**
 * @param today ISO date
 * @param due ISO date
 * @returns working days from the day after today through the day due, so 0 on that day; after it, those since then as a
 * negative number (0 while no working day has passed)
 * @throws RangeError on a date that is none
 */
export function workingDaysLeft(today: string, due: string, isFree: (day: string) => boolean): number {
  const [from, to] = [numberOf(today), numberOf(due)]
  if (to >= from) return workingDaysIn(from, to, isFree)
  return 0 - workingDaysIn(to, from, isFree)
}

/**
 * @param holidays the national list
 * @param own the city's days: each is free too, save that "Hari kerja: …" makes a listed joint leave a working day.
 * A national holiday stays free: no city can abolish it.
 * @returns whether a day is free; weekends are not its matter
 */
export function freeDays(holidays: readonly Holiday[], own: readonly OwnDay[]): (day: string) => boolean {
  const worked = new Set(own.filter(({ name }) => workingDayMark.test(name)).map(({ day }) => day))
  const free = new Set(own.map(({ day }) => day).filter((day) => !worked.has(day)))
  for (const { day, kind } of holidays) {
    if (kind === 'nasional' || !worked.has(day)) free.add(day)
  }
  return (day) => free.has(day)
}

/**
 * @param at `received` and `today` as ISO dates, `workingDays` from the table of deadlines
 * @param completeYears years whose holidays are all known
 * @throws RangeError as `dueDay` does
 */
export function deadlineOf(
  at: { received: string; workingDays: number; today: string },
  isFree: (day: string) => boolean,
  completeYears: readonly number[],
): Deadline {
  const due = dueDay(at.received, at.workingDays, isFree)
  const [first, last] = [yearOf(at.received), yearOf(due)]
  const years = Array.from({ length: last - first + 1 }, (_, after) => first + after)
  return {
    due,
    left: workingDaysLeft(at.today, due, isFree),
    incomplete: years.some((year) => !completeYears.includes(year)),
  }
}

/**
 * @param now milliseconds since 1970-01-01 UTC
 * @returns the ISO date in Jakarta at that time
 */
export function todayInJakarta(now: number): string {
  return isoOf(Math.floor((now + jakartaMilliseconds) / dayMilliseconds))
}

/**
 * Reads a date as a portal shows it: "4 Desember 2025", "4 Des 2025, pukul 09.00 WIB", "04/12/2025" (the day comes first in
 * Indonesia), "2025-12-04".
 * @returns the first date of the text as an ISO date; null where there is none, or where no calendar has it
 */
export function readDay(text: string): string | null {
  const found = writtenDay.exec(text)?.groups
  if (found === undefined) return null
  const year = found['year'] ?? found['year2'] ?? found['year3'] ?? ''
  const month = monthOf.get(found['month']?.toLowerCase() ?? '') ?? found['month2'] ?? found['month3'] ?? ''
  const day = found['day'] ?? found['day2'] ?? found['day3'] ?? ''
  const iso = `${year}-${String(month).padStart(2, '0')}-${day.padStart(2, '0')}`
  return isDay(iso) ? iso : null
}

/** @returns days since 1970-01-01 */
function numberOf(day: string): number {
  if (!isDay(day)) throw new RangeError(`not a date: ${day}`)
  return Date.parse(day) / dayMilliseconds
}

function isoOf(day: number): string {
  return new Date(day * dayMilliseconds).toISOString().slice(0, 10)
}

/** Engines read "2025-02-30" as a day in March: only what comes back the same is a date. */
function isDay(day: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day)) return false
  const time = Date.parse(day)
  return !Number.isNaN(time) && isoOf(time / dayMilliseconds) === day
}

function yearOf(day: string): number {
  return Number(day.slice(0, 4))
}

/** Working days after `from`, through `to`. */
function workingDaysIn(from: number, to: number, isFree: (day: string) => boolean): number {
  let count = 0
  for (let day = from + 1; day <= to; day += 1) if (isWorking(day, isFree)) count += 1
  return count
}

function isWorking(day: number, isFree: (day: string) => boolean): boolean {
  const weekday = new Date(day * dayMilliseconds).getUTCDay()
  return weekday !== 0 && weekday !== 6 && !isFree(isoOf(day))
}
