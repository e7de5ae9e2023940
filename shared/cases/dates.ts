// When a report came in, and by when it wants an answer, as the portal itself says it.
import { documentWords, either, holidays, sla } from '../content/index.ts'
import { deadlineOf, freeDays, readDay, todayInJakarta, workingDaysLeft, type OwnDay } from './deadline.ts'

export interface CaseDeadline {
  /** ISO date. */
  due: string
  /** Working days left; negative when it is over. */
  left: number
  /** It is over, though no working day may have passed since. */
  isOver: boolean
  /** The portal says it itself, or so many working days are counted from the day it came in. */
  workingDays: number | null
  /** A year on the way has no complete list of holidays. */
  incomplete: boolean
}

/** What the city's policy says of deadlines. */
export interface DeadlineRules {
  /** By category, by its id or title; an empty one holds for all others. */
  sla: readonly { category: string; workingDays: number }[]
  holidays: readonly OwnDay[]
}

/** Labels stand at the head of a case; so many lines are looked at. */
const headLines = 200
const labelled = (names: readonly string[]) =>
  new RegExp(String.raw`^[^\S\n]{0,8}${either(names)}[^\S\n]{0,3}[:|\t][^\S\n]{0,8}(.{4,60})`, 'im')
const receivedLabel = labelled(documentWords.labels.received)
const dueLabel = labelled(documentWords.labels.due)

/**
 * @param text of the case, labels and values in lines
 * @param category of the complaint: its id and title
 * @param now milliseconds since 1970-01-01 UTC
 * @returns null where the text has no date to count from
 */
export function caseDeadline(
  text: string,
  category: { id: string; title: string } | null,
  rules: DeadlineRules,
  now: number,
): CaseDeadline | null {
  const head = text.split('\n', headLines).join('\n')
  const today = todayInJakarta(now)
  const [due, received] = [dayAfter(dueLabel, head, today), dayAfter(receivedLabel, head, today)]
  const isFree = freeDays(holidays.days, rules.holidays)
  if (due !== null)
    return {
      due,
      left: workingDaysLeft(today, due, isFree),
      isOver: due < today,
      workingDays: null,
      incomplete: false,
    }
  if (received === null) return null
  const workingDays = workingDaysFor(category, rules.sla)
  const counted = deadlineOf({ received, workingDays, today }, isFree, holidays.complete)
  return { ...counted, isOver: counted.due < today, workingDays }
}

/** A day of another age is a slip, or a trap: anybody may write on a page. */
function dayAfter(label: RegExp, head: string, today: string): string | null {
  const [, value] = label.exec(head) ?? []
  const day = value === undefined ? null : readDay(value)
  return day !== null && Math.abs(Number(day.slice(0, 4)) - Number(today.slice(0, 4))) <= mostYears
    ? day
    : null
}
const mostYears = 10

/** The city's own table first; else five working days (SP4N-LAPOR!). */
function workingDaysFor(category: { id: string; title: string } | null, table: DeadlineRules['sla']): number {
  const names = category ? [category.id, category.title].map((name) => name.toLowerCase()) : []
  const own =
    table.find((row) => names.includes(row.category.toLowerCase())) ??
    table.find((row) => row.category === '')
  return own?.workingDays ?? usual
}

const usualRow = sla.rows.find(({ id }) => id === sla.default)
const usual = usualRow && 'workingDays' in usualRow ? usualRow.workingDays : 5
