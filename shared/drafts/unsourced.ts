// Numbers and dates that a draft states though its source doesn't: an invented fact shows itself by these first (D4).
import months from './months.json' with { type: 'json' }
import { parseDraft } from './slots.ts'

export interface UnsourcedFact {
  start: number
  end: number
  kind: 'number' | 'date' | 'name'
}

interface Fact extends UnsourcedFact {
  /** Equal for two ways to write the same: "Rp1.250.000,00" and "1250000". */
  key: string
  /** Parts of a date that a draft may name alone: the day without its year, the year. */
  parts?: string[]
}

/** Names of the twelve months, Indonesian and English, short ones too, in small letters. */
export const monthNames: readonly (readonly string[])[] = months

const monthOf = new Map(monthNames.flatMap((names, month) => names.map((name) => [name, month + 1] as const)))
const writtenDate = new RegExp(
  String.raw`(?<![\d.,])(\d{1,2})[^\S\n]{1,3}(${[...monthOf.keys()].sort((a, b) => b.length - a.length).join('|')})\b\.?(?:[^\S\n]{1,3}(\d{4})(?!\d))?`,
  'gi',
)
const dayFirst = /(?<![\d/.-])(\d{1,2})([/.-])(\d{1,2})\2(\d{4})(?![\d/-])/g
const yearFirst = /(?<![\d/.-])(\d{4})-(\d{1,2})-(\d{1,2})(?!\d)/g
const clock = /(?<=(?:pukul|jam)[^\S\n]{1,3})\d{1,2}[.:]\d{2}(?![\d.])/gi
const number = /\d+(?:[.,:]\d+)*/g
const listNumber = /(?<=^[^\S\n]{0,8})\d{1,3}[.)](?=\s)/gm
const placeholder = /⟦[^⟦⟧\n]{1,60}⟧/g
/** The city's emergency line is in the office's own sentences. */
const hotline = '112'

/**
 * @param draft the answer as the officer reads it; its slots, placeholders and list numbers are no facts
 * @param source what was read from the page, in the same form (both restored, or both with placeholders)
 * @returns facts of the draft that the source doesn't hold, in order. Linear time.
 */
export function unsourcedFacts(draft: string, source: string): UnsourcedFact[] {
  const known = new Set([hotline])
  for (const fact of facts(source)) {
    known.add(fact.key)
    for (const part of fact.parts ?? []) known.add(part)
  }
  // A year that the source leaves out is the officer's to add.
  const yearless = new Set(facts(source).flatMap(({ kind, key }) => (kind === 'date' ? [key] : [])))
  const isKnown = ({ key, parts }: Fact) =>
    known.has(key) || (parts?.[0] !== undefined && yearless.has(parts[0]))
  const unknown = facts(masked(draft)).filter((fact) => !isKnown(fact))
  return joined(draft, unknown)
}

function facts(text: string): Fact[] {
  const found: Fact[] = []
  const rest = takeDates(text, found)
  for (const match of rest.matchAll(number)) {
    const [start, end] = [match.index, match.index + match[0].length]
    found.push({ start, end, kind: 'number', key: numberKey(match[0]) })
  }
  return found.sort((a, b) => a.start - b.start)
}

/** Blanks out the dates it takes, so that their digits aren't counted again as numbers. */
function takeDates(text: string, found: Fact[]): string {
  const add = (start: number, whole: string, day: string, month: number, year?: string) => {
    const dayKey = `${month}-${Number(day)}`
    const key = year === undefined ? dayKey : `${dayKey}-${year}`
    const parts = year === undefined ? [dayKey] : [dayKey, year]
    found.push({ start, end: start + whole.length, kind: 'date', key, parts })
    return blank(whole)
  }
  return text
    .replace(writtenDate, (whole, day: string, month: string, year: string | undefined, at: number) =>
      add(at, whole, day, monthOf.get(month.toLowerCase()) ?? 0, year),
    )
    .replace(dayFirst, (whole, day: string, _sign: string, month: string, year: string, at: number) =>
      add(at, whole, day, Number(month), year),
    )
    .replace(yearFirst, (whole, year: string, month: string, day: string, at: number) =>
      add(at, whole, day, Number(month), year),
    )
    .replace(clock, (whole, at: number) => {
      found.push({ start: at, end: at + whole.length, kind: 'date', key: numberKey(whole) })
      return blank(whole)
    })
}

/** @returns a key: "1.250.000,00", "1,250,000" and "1250000" are one number; so are "09.00" and "9:00". */
export function numberKey(written: string): string {
  const thousands = /^\d{1,3}(?:([.,])\d{3})(?:\1\d{3})*(?!\1)(?:[.,](\d{1,2}))?$/.exec(written)
  if (thousands === null) return written.replace(/[,:]/g, '.').replace(/(?<=^|\.)0(?=\d(?:\.|$))/g, '')
  const cents = thousands[2] ?? ''
  const whole = (cents === '' ? written : written.slice(0, -cents.length - 1)).replace(/[.,]/g, '')
  return /^0*$/.test(cents) ? whole : `${whole}.${cents}`
}

/** The draft at its full length, with blanks for what is no fact. */
function masked(draft: string): string {
  const text = parseDraft(draft).map((piece) =>
    piece.kind === 'text' ? piece.text : blank(draft.slice(piece.start, piece.end)),
  )
  return text.join('').replace(placeholder, blank).replace(listNumber, blank)
}

function blank(text: string): string {
  return ' '.repeat(text.length)
}

/** One mark for "0812-3456-7890", not three. */
function joined(draft: string, all: Fact[]): UnsourcedFact[] {
  const marks: UnsourcedFact[] = []
  for (const { start, end, kind } of all) {
    const last = marks.at(-1)
    const gap = last === undefined ? '' : draft.slice(last.end, start)
    if (last?.kind === kind && /^[-/]$/.test(gap)) last.end = end
    else marks.push({ start, end, kind })
  }
  return marks
}
