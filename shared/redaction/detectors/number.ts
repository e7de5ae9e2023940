// Decides which digits are an identifier. A run of groups is cut into windows ("0812 3456 789 3374144107790002" holds
// two), each window goes to the judges of its length, and the surest verdict wins.
import type { Finding, FindingType } from '../finding.ts'
import type { DigitGroup, NumberRun } from '../number-runs.ts'
import { cellAt, type Reading } from '../reading.ts'
import type { ColumnCell } from '../tables.ts'
import { judgeBankAccount } from './bank-account.ts'
import { judgeBpjs } from './bpjs.ts'
import { judgeCreditCard } from './credit-card.ts'
import { hasAreaAndDate, isNikLabel, judgeNik, nikWithin } from './nik.ts'
import { judgeImei } from './imei.ts'
import { judgeNip } from './nip.ts'
import { judgeNop } from './nop.ts'
import { judgeNpwp } from './npwp.ts'
import { judgePhone } from './phone.ts'
import { judgeSim } from './sim.ts'

/** Digits that may be an identifier, and what stands around them. */
export interface NumberCandidate {
  digits: string
  /** Sizes of the groups as written, e.g. "4-4-4-4". */
  shape: string
  gaps: string
  /** Up to 48 characters before it on the same line, in lower case. */
  before: string
  /** Some lines before it, in lower case: what a card or form is about. */
  above: () => string
  /** The one character after it, or an empty string. */
  after: string
}

/** How sure a judge is: 1 the form allows it, 2 inner checks hold, 3 a label says so as well. */
export interface Verdict {
  type: FindingType
  sureness: 1 | 2 | 3
}

export type NumberJudge = (candidate: NumberCandidate) => Verdict | undefined

/** On a tie the earlier one wins. */
const judges: readonly { lengths: readonly number[]; judge: NumberJudge }[] = [
  { lengths: [16], judge: judgeNik },
  { lengths: [18], judge: judgeNip },
  { lengths: [15, 16], judge: judgeNpwp },
  { lengths: [11, 13], judge: judgeBpjs },
  { lengths: [9, 10, 11, 12, 13, 14], judge: judgePhone },
  { lengths: [15], judge: judgeImei },
  { lengths: [12, 13, 14], judge: judgeSim },
  { lengths: [18], judge: judgeNop },
  { lengths: [15, 16], judge: judgeCreditCard },
  { lengths: [10, 11, 12, 13, 14, 15, 16], judge: judgeBankAccount },
]

/** "NIK3374144107790002Nama", as forms are copied. */
const gluedLabel = /(?:^|[^a-z])(?:nik|ktp|kk|nip|npwp|hp|wa|telp|tlp)$/
const money = /(?:\brp|\bidr|\busd)\.?[ \u00a0]?$/
const shortest = 9
const mostAbove = 240
const longest = 18
const judgesOfLength = Array.from({ length: longest + 1 }, (_, length) =>
  judges.filter((entry) => entry.lengths.includes(length)).map((entry) => entry.judge),
)

/** Finds identifiers made of digits. */
export function findNumbers({ digits: text, runs, cells }: Reading): Finding[] {
  const findings: Finding[] = []
  for (const run of runs) {
    let next = 0
    for (const [first, group] of run.entries()) {
      if (first < next || isTight(group)) continue
      const best = bestWindow({ text, cells }, run, first, group.start)
      if (!best) {
        if (isNikWithDigitsTooMany(group)) findings.push({ start: group.start, end: group.end, type: 'NIK' })
        continue
      }
      findings.push(findingOf(text, group.start, best.end, best.verdict.type))
      next = best.next
    }
  }
  return findings
}

/** A phone takes the plus or the bracket of its area code along: "+⟦TELEPON-1⟧" would read as something else. */
export function findingOf(text: string, start: number, end: number, type: FindingType): Finding {
  const opensPhone =
    type === 'PHONE' &&
    (text[start - 1] === '+' || (text[start - 1] === '(' && text.slice(start, end).includes(')')))
  return { start: opensPhone ? start - 1 : start, end, type }
}

interface Window {
  end: number
  /** Index of the group after it. */
  next: number
  verdict: Verdict
}

/** At most 18 windows start at one group, for each group holds a digit: that bounds the work. */
export function bestWindow(
  { text, cells }: Pick<Reading, 'text' | 'cells'>,
  run: NumberRun,
  first: number,
  start: number,
): Window | undefined {
  let best: Window | undefined
  let digits = ''
  const sizes: number[] = []
  let gaps = ''
  let before: string | undefined
  for (let next = first + 1; next <= run.length && digits.length <= longest; next++) {
    const group = run[next - 1]
    if (!group) break
    digits += group.digits
    sizes.push(group.digits.length)
    if (next > first + 1) gaps += group.gap
    if (digits.length < shortest || digits.length > longest || isTight(run[next])) continue
    before ??= labelBefore(text, cells, start)
    const verdict = judgeCandidate({
      digits,
      shape: sizes.join('-'),
      gaps,
      before,
      above: () => text.slice(Math.max(0, start - mostAbove), start).toLowerCase(),
      after: text.charAt(group.end),
    })
    if (verdict && verdict.sureness >= (best?.verdict.sureness ?? 0)) best = { end: group.end, next, verdict }
  }
  return best
}

/** A group that a dot or dash ties to the one before it: a cut there would take a piece out of a longer code. */
export function isTight(group: DigitGroup | undefined): boolean {
  return group !== undefined && /^[^\s()]+$/.test(group.gap)
}

function judgeCandidate(candidate: NumberCandidate): Verdict | undefined {
  if (isInsideWord(candidate) || isMoney(candidate)) return undefined
  let best: Verdict | undefined
  for (const judge of judgesOfLength[candidate.digits.length] ?? []) {
    const verdict = judge(candidate)
    if (verdict && verdict.sureness > (best?.sureness ?? 0)) best = verdict
  }
  return best
}

/** One digit or two too many are a slip behind a NIK; in a longer stretch it may stand anywhere. */
function isNikWithDigitsTooMany({ digits }: DigitGroup): boolean {
  return digits.length > longest ? nikWithin(digits) >= 0 : digits.length > 16 && nikWithin(digits) === 0
}

function isMoney({ digits, before }: NumberCandidate): boolean {
  return money.test(before) && !(hasAreaAndDate(digits) && isNikLabel(before))
}

/** Digits inside a hash, a base64 string or a file name are no number of a person, unless they read as a NIK. */
function isInsideWord({ digits, before, after }: NumberCandidate): boolean {
  if (!/[a-z_]$/.test(before) || !/[a-z_]/i.test(after)) return false
  return !hasAreaAndDate(digits) && !gluedLabel.test(before)
}

function lineBefore(text: string, at: number): string {
  const near = text.slice(Math.max(0, at - 48), at).toLowerCase()
  return near.slice(Math.max(near.lastIndexOf('\n'), near.lastIndexOf('\r')) + 1)
}

/** What tells the meaning of a number: the words before it, the head of its column, or the label on the line above. */
function labelBefore(text: string, cells: readonly ColumnCell[], at: number): string {
  const cell = cellAt(cells, at)
  if (cell) return `${cell.label}: ${text.slice(Math.max(cell.start, at - 48), at).toLowerCase()}`
  const line = lineBefore(text, at)
  if (line.length > 4 || /[^\s:|]/.test(line)) return line
  const lineStart = at - line.length
  const above = lineBefore(
    text,
    text.lastIndexOf('\n', lineStart - 2) < lineStart - 42 ? 0 : Math.max(0, lineStart - 1),
  )
  return above.length > 0 && above.length < 42 && !/\d/.test(above) ? `${above.trim()}: ` : line
}
