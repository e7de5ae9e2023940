// Reads the digits of a text once, the way people write numbers: blanks, dots and dashes between groups, full-width or
// Arabic-Indic digits, invisible signs in between. The detectors judge the runs; nothing here knows a type.

/** Digits that stand together; invisible signs between them do not part them. */
export interface DigitGroup {
  start: number
  end: number
  /** In ASCII, whatever the script. */
  digits: string
  /** The visible signs between this group and the one before it in the same run. */
  gap: string
}

/** Groups with nothing between them but a few separators, on one line. */
export type NumberRun = readonly [DigitGroup, ...DigitGroup[]]

/** " - " with an invisible sign on either side and one to spare; more is a new number. */
const longestGap = 6

/** Scans a text for digit runs, in order. One pass; each digit looks at most `longestGap` signs ahead. */
export function scanNumbers(text: string): NumberRun[] {
  const runs: NumberRun[] = []
  for (let i = 0; i < text.length; i++) {
    if (digitAt(text, i) < 0) continue
    const run = readRun(text, i)
    runs.push(run)
    i = lastOf(run).end
  }
  return runs
}

/** The group with which a run ends. */
export function lastOf(run: NumberRun): DigitGroup {
  return run[run.length - 1] ?? run[0]
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
    if (gap) {
      group = { start: next, end: next, digits: '', gap }
      run.push(group)
    }
    at = next
  }
  return run
}

function nextDigit(text: string, from: number): number {
  const limit = Math.min(text.length, from + longestGap + 1)
  for (let i = from; i < limit; i++) {
    if (digitAt(text, i) >= 0) return i
    if (!isSeparator(text.charCodeAt(i))) return -1
  }
  return -1
}

/** The value of the digit at a place, or -1. ASCII, full-width, Arabic-Indic and Persian digits. */
export function digitAt(text: string, at: number): number {
  const code = text.charCodeAt(at)
  if (code < 48) return -1
  if (code < 58) return code - 48
  if (code < 0x660) return -1
  if (code <= 0x669) return code - 0x660
  if (code >= 0x6f0 && code <= 0x6f9) return code - 0x6f0
  return code >= 0xff10 && code <= 0xff19 ? code - 0xff10 : -1
}

function isSeparator(code: number): boolean {
  if (code < 0x80) return code === 32 || code === 40 || code === 41 || code === 45 || code === 46
  return code === 0xa0 || isInvisible(code) || isUnicodeSeparator(code)
}

function isUnicodeSeparator(code: number): boolean {
  const blank = (code >= 0x2000 && code <= 0x200a) || code === 0x202f || code === 0x3000
  const dash = (code >= 0x2010 && code <= 0x2015) || code === 0x2212 || code === 0xff0d
  return blank || dash || code === 0xff0e
}

/** Soft hyphen, zero-width signs, direction marks, word joiner, byte order mark. */
function isInvisible(code: number): boolean {
  return code === 0xad || (code >= 0x200b && code <= 0x200f) || code === 0x2060 || code === 0xfeff
}

function visible(gap: string): string {
  let kept = ''
  for (let i = 0; i < gap.length; i++) if (!isInvisible(gap.charCodeAt(i))) kept += gap[i]
  return kept
}
