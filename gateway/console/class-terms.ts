// The form of a class: what it begins with, what it sends, and which of its fields are wrong.
import { NewClass, type ClassEntry } from '../../shared/protocol/classes.ts'
import { helperNames, type HelperName } from '../../shared/protocol/helpers.ts'
import type { DataClass } from '../../shared/protocol/policy.ts'
import { countOf } from './caps.ts'
import { daysAfter, daysBetween, fromWib, inWib, isWeekend } from './wib.ts'

/** As typed. */
export interface ClassDraft {
  name: string
  offices: string[]
  seats: string
  startDate: string
  startTime: string
  endDate: string
  endTime: string
  keysUntil: string
  helpers: HelperName[]
  actionsPerSeat: string
  /** None = those of the city's policy. */
  upstreams: string[]
  /** One in a line. */
  portals: string
  dataClass: DataClass
}

/** Keys outlast a class by a week, so that what was learnt is used at the own desk. */
const daysWithKey = 7

/** @returns the next morning or afternoon on which a class may begin, for a room of forty */
export function nextClass(now: number): ClassDraft {
  const { date: today, time } = inWib(now)
  const isToday = !isWeekend(today) && time < '13:00'
  const isAfternoon = isToday && time >= '09:00'
  let date = isToday ? today : daysAfter(today, 1)
  while (isWeekend(date)) date = daysAfter(date, 1)
  return {
    name: '',
    offices: [],
    seats: '40',
    startDate: date,
    startTime: isAfternoon ? '13:00' : '09:00',
    endDate: date,
    endTime: isAfternoon ? '16:00' : '12:00',
    keysUntil: daysAfter(date, daysWithKey),
    helpers: [...helperNames],
    actionsPerSeat: '50',
    upstreams: [],
    portals: '',
    dataClass: 'internal',
  }
}

export function draftOfClass(held: ClassEntry): ClassDraft {
  const [start, end] = [inWib(held.startsAt), inWib(held.endsAt)]
  return {
    name: held.name,
    offices: held.offices,
    seats: String(held.seats),
    startDate: start.date,
    startTime: start.time,
    endDate: end.date,
    endTime: end.time,
    keysUntil: held.keysUntil,
    helpers: held.helpers,
    actionsPerSeat: String(held.actionsPerSeat),
    upstreams: held.upstreams ?? [],
    portals: held.portals.join('\n'),
    dataClass: held.dataClass,
  }
}

/** Another day for the class takes its end and its keys along. */
export function movedTo(draft: ClassDraft, startDate: string): ClassDraft {
  const days = daysBetween(draft.startDate, startDate)
  if (!Number.isFinite(days)) return { ...draft, startDate }
  const moved = (date: string) => (date ? daysAfter(date, days) : date)
  return { ...draft, startDate, endDate: moved(draft.endDate), keysUntil: moved(draft.keysUntil) }
}

export type ClassField = keyof typeof NewClass.shape
/** As the API names them, in the order of the form. */
export const classFields = Object.keys(NewClass.shape) as ClassField[]

/** @returns what is sent, or the fields that are wrong */
export function termsOf(draft: ClassDraft): { terms: NewClass } | { wrong: ClassField[] } {
  const { name, offices, keysUntil, helpers, dataClass, upstreams } = draft
  const parsed = NewClass.safeParse({
    name,
    offices,
    seats: countOf(draft.seats),
    startsAt: fromWib(draft.startDate, draft.startTime),
    endsAt: fromWib(draft.endDate, draft.endTime),
    keysUntil,
    helpers,
    actionsPerSeat: countOf(draft.actionsPerSeat),
    upstreams: upstreams.length > 0 ? upstreams : null,
    portals: draft.portals
      .split(/[\s,]+/)
      .filter((line) => line !== '')
      .map(originOf),
    dataClass,
  })
  if (parsed.success) return { terms: parsed.data }
  const found = new Set(parsed.error.issues.map(({ path: [field] }) => field))
  return { wrong: classFields.filter((field) => found.has(field)) }
}

/** As pasted from the address bar: without the path, and with https where nothing is said. */
function originOf(typed: string): string {
  const [, scheme = 'https://', host = ''] = /^(https?:\/\/)?([^/]*)/i.exec(typed) ?? []
  return `${scheme}${host}`.toLowerCase()
}

export type ClassState = 'upcoming' | 'running' | 'past'

export function stateOf({ startsAt, endsAt, endedAt }: ClassEntry, now: number): ClassState {
  if (endedAt !== null || Date.parse(endsAt) <= now) return 'past'
  return Date.parse(startsAt) > now ? 'upcoming' : 'running'
}
