// Reads the digits of a text once, the way people write numbers: blanks, dots and dashes between groups, invisible signs
// in between. The detectors judge the runs; nothing here knows a type.
import { visible } from './hidden-signs.ts'

/** Digits that stand together; invisible signs between them do not part them. */
export interface DigitGroup {
  start: number
  end: number
  digits: string
  /** The visible signs between this group and the one before it in the same run. */
  gap: string
}

/** Groups with nothing between them but a few separators, on one line. */
export type NumberRun = readonly [DigitGroup, ...DigitGroup[]]

/**
 * Six blanks, brackets, dots and dashes of all widths at most, no line end; and any number of invisible signs. " - " needs
 * three; more begin a new number.
 */
const gapSigns =
  /\p{Default_Ignorable_Code_Point}*(?:(?:&nbsp;|&ndash;|%20|[\t \u00a0\u2000-\u200a\u202f\u3000().·\-‐-―−])\p{Default_Ignorable_Code_Point}*){0,6}/uy

/** Scans a text for digit runs, in order. One pass; each digit looks ahead to the next one, past invisible signs. */
export function scanNumbers(text: string): NumberRun[] {
  const runs: NumberRun[] = []
  for (let at = digitFrom(text, 0); at >= 0;) {
    const run = readRun(text, at)
    runs.push(run)
    at = digitFrom(text, lastOf(run).end + 1)
  }
  return runs
}

const anyDigit = /\d/g

/** @returns the place of the first digit from a place on, or -1; a pattern finds it four times faster than a walk */
export function digitFrom(text: string, from: number): number {
  anyDigit.lastIndex = from
  return anyDigit.test(text) ? anyDigit.lastIndex - 1 : -1
}

/** The group with which a run ends. */
export function lastOf(run: NumberRun): DigitGroup {
  return run[run.length - 1] ?? run[0]
}

/**
 * Whether groups are rather numbers side by side, as dates, times and amounts in a schedule or budget are, than one number
 * as somebody writes it: with signs of several kinds between, or dots between thousands.
 * @param shape sizes of the groups, as "2-2-4"
 * @param gaps what stands between them, as "--"
 */
export function isRowOfNumbers(shape: string, gaps: string): boolean {
  const signs = gaps.replace(/[ \u00a0\u2000-\u200a\u202f\u3000]+/g, ' ')
  const plain = signs
    .replace(/[‐-―−]/g, '-')
    .replace(/·/g, '.')
    .replace(/ ?([-.]) ?/g, '$1')
  const kinds = new Set(plain).size
  if (kinds > 1 && shape.split('-').length > 3) return true
  return /^\d-3-3|-3-3-3$/.test(shape) && gaps.includes('.')
}

function readRun(text: string, start: number): NumberRun {
  let group: DigitGroup = { start, end: start, digits: '', gap: '' }
  const run: [DigitGroup, ...DigitGroup[]] = [group]
  let at = start
  while (at < text.length) {
    group.digits += digitAt(text, at)
    group.end = at + 1
    const next = nextDigit(text, at + 1)
    if (next < 0) break
    const gap = next === at + 1 ? '' : visible(text.slice(at + 1, next))
    if (gap === ' ' && at === start && endsWord(text, at)) break
    if (gap) {
      group = { start: next, end: next, digits: '', gap }
      run.push(group)
    }
    at = next
  }
  return run
}

/** "IMEI1 35…": the digit counts the word, the number comes after it. */
const endsWord = (text: string, at: number) => /[a-z]{2}$/i.test(text.slice(Math.max(0, at - 2), at))

function nextDigit(text: string, from: number): number {
  if (digitAt(text, from) >= 0) return from
  gapSigns.lastIndex = from
  gapSigns.test(text)
  return digitAt(text, gapSigns.lastIndex) >= 0 ? gapSigns.lastIndex : -1
}

/** The value of the digit at a place, or -1. */
function digitAt(text: string, at: number): number {
  const code = text.charCodeAt(at)
  return code > 47 && code < 58 ? code - 48 : -1
}
