// Numbers that a line end breaks, as narrow columns, mails and scans have them, or commas, as they are said aloud. Numbers
// below each other are common in lists, so a break is only crossed where a label announces the number, or where its inner
// checks hold within a sentence.
import type { Finding } from '../finding.ts'
import { lastOf, type DigitGroup, type NumberRun } from '../number-runs.ts'
import { cellAt, type Reading } from '../reading.ts'
import { matchesOf } from '../matches.ts'
import { isPublicNumber } from './label.ts'
import { hasAreaAndDate } from './nik.ts'
import { bestWindow, findingOf, isListNumber, isTight } from './number.ts'

const lineBreak = /^[ \t.-]{0,4}\r?\n[ \t>]{0,8}[.-]?$/
/** One message ends and the next goes on: "B: 35780145", "B: 07920003". */
const messageHead = '[ \\t]?\\r?\\n(?:\\[[^\\]\\n]{4,20}\\] ?)?~?[A-Z][A-Za-z .]{0,20}: ?'
const messageBreak = new RegExp(`^${messageHead}$`)
const messageHeads = new RegExp(messageHead, 'g')
/** With which a log begins its next line. */
const date = /^20\d\d-[01]\d-[0-3]\d\b/
const lengthOfDate = 11
/** "nol delapan": "0 8 1 2, 3 8 8 0" */
const pause = /^, $/
const mostSaidAtOnce = 4
const isShort = ({ digits }: DigitGroup) => digits.length <= mostSaidAtOnce
const longestBreak = 48
/** No identifier has more digits, and each group holds one at least. */
const mostGroups = 18
/** A list may be long: what is joined holds no more runs than a number of 18 digits can be broken into. */
const mostRuns = 4

/** Finds identifiers with one line end or more inside. `whole` are those found within lines, in order. */
export function findBrokenNumbers(
  { digits: text, runs, cells }: Reading,
  whole: readonly Finding[],
): Finding[] {
  const taken = new Set(whole.map(({ end }) => end))
  const starts = new Set(whole.map(({ start }) => start))
  const findings: Finding[] = []
  let free = 0
  for (const [at, run] of runs.entries()) {
    if (run[0].start < free || taken.has(lastOf(run).end) || cellAt(cells, run[0].start)) continue
    const joined = joinedRun(text, runs, at)
    if (joined.length === run.length) continue
    const found = firstAcross(text, joined, run.length, starts)
    if (!found) continue
    for (const part of withoutSenders(text, found)) findings.push(part)
    free = found.end
  }
  return findings
}

/** Who writes the next message is no part of the number. */
function withoutSenders(text: string, { start, end, type }: Finding): Finding[] {
  const parts: Finding[] = []
  let from = start
  for (const { index, 0: head } of matchesOf(text.slice(start, end), messageHeads)) {
    parts.push({ start: from, end: start + index, type })
    from = start + index + head.length
  }
  return [...parts, { start: from, end, type }]
}

/** A run and those on the next lines, as one. */
function joinedRun(text: string, runs: readonly NumberRun[], at: number): NumberRun {
  const joined: [DigitGroup, ...DigitGroup[]] = [...runs[at]!]
  for (let next = at + 1; next < runs.length && joined.length < mostGroups; next++) {
    const from = lastOf(runs[next - 1]!).end
    const [first, ...rest] = runs[next]!
    if (first.start - from > longestBreak) break
    const gap = text.slice(from, first.start)
    const isSaid = pause.test(gap) && joined.every(isShort) && runs[next]!.every(isShort)
    const isOther =
      isListNumber(text, runs[next]!, 0) || date.test(text.slice(first.start, first.start + lengthOfDate))
    const isBroken = (lineBreak.test(gap) || messageBreak.test(gap)) && next < at + mostRuns && !isOther
    if (!isBroken && !isSaid) break
    joined.push({ ...first, gap: ' ' }, ...rest.slice(0, mostGroups))
  }
  return joined
}

/**
 * The first window that begins in the first `length` groups and ends after them. What begins a number by itself, one of
 * `starts`, ends only a NIK whose inner checks hold: "1107", "0209 0157 0002".
 */
function firstAcross(
  text: string,
  run: NumberRun,
  length: number,
  starts: ReadonlySet<number>,
): Finding | undefined {
  for (let first = Math.max(0, length - mostGroups); first < length; first++) {
    const group = run[first]!
    if (isTight(group)) continue
    const window = bestWindow({ text, cells: [] }, run, first)
    if (!window || window.next <= length || isPublicNumber(window.label)) continue
    const crossed = run.slice(length, window.next)
    const isTaken = crossed.some(({ start }) => starts.has(start))
    if (isTaken && !hasAreaAndDate(text.slice(group.start, window.end).replace(/\D/g, ''))) continue
    if (window.verdict.sureness < (isAfterWords(text, group.start) ? 2 : 3)) continue
    return findingOf(text, group.start, window.end, window.verdict.type)
  }
  return undefined
}

/** A comma within "350,000" ends no word. */
const isAfterWords = (text: string, at: number) =>
  /[a-z]\)? *$|, +$/i.test(text.slice(Math.max(0, at - 12), at))
