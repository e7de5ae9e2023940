// Dates that a text holds. Whether one is that of a birth is for the tagger to judge, by how long ago it is and by what
// stands around it.
import { isNobodysDay } from '../detectors/birth-date.ts'

const months = '(?:jan|[fp]eb|mar|apr|mei|may|jun|jul|ag[ust]|aug|sep|okt|oct|nov|nop|des|dec)[a-z]{0,6}'
/** None is born later yet; cards expire then. */
const year = '(?:19\\d|20[0-2])\\d'
const forms = [
  `(?<day>\\d{1,2})(?<sign>[-/.])(?<month>\\d{1,2})\\k<sign>(?<year>${year}|\\d\\d)`,
  `(?<yearFirst>${year})(?<signBehind>[-/.])(?<monthBehind>\\d\\d)\\k<signBehind>(?<dayLast>\\d\\d)`,
  `(?<dayOfName>\\d{1,2})[- /]{0,2}${months}[-., /]{0,2}(?<yearOfName>${year}|'?\\d\\d)`,
]
const written = new RegExp(`(?:${forms.join('|')})(?![-/.]?\\w)`, 'iy')

export interface WrittenDate {
  end: number
  /** 0 day first, 1 year first, 2 with the name of the month, 3 with two digits for the year. */
  form: number
  /** Which five years it lies in: a number for each, others where the century is not written. */
  era: number
}

export const eraOf = (year: number) => Math.floor(year / 5)

/** @returns the date that begins at a place, or undefined; a part of a longer number is none, nor a day that the nation keeps */
export function readDate(text: string, at: number): WrittenDate | undefined {
  const sign = text.charCodeAt(at)
  if (sign < 48 || sign > 57 || /\w[-/.]?$/.test(text.slice(Math.max(0, at - 2), at))) return undefined
  written.lastIndex = at
  const parts = written.exec(text)?.groups
  if (!parts || isNobodysDay(text, at)) return undefined
  const day = Number(parts.day ?? parts.dayLast ?? parts.dayOfName)
  const month = Number(parts.month ?? parts.monthBehind ?? 1)
  if (day < 1 || day > 31 || month < 1 || month > 12) return undefined
  const [digits = ''] = /\d+$/.exec(parts.year ?? parts.yearFirst ?? parts.yearOfName ?? '') ?? []
  const form = parts.yearFirst ? 1 : parts.yearOfName ? 2 : digits.length === 4 ? 0 : 3
  return { end: written.lastIndex, form, era: eraOf(Number(digits)) }
}
