// Decides which digits are an identifier. A run of groups is cut into windows ("0812 3456 789 3374144107790002" holds
// two), each window goes to the judges of its length, and the surest verdict wins.
import type { Finding, FindingType } from '../finding.ts'
import type { DigitGroup, NumberRun } from '../number-runs.ts'
import { cellAt, type Reading } from '../reading.ts'
import { judgeBankAccount } from './bank-account.ts'
import { judgeBpjs } from './bpjs.ts'
import { judgeCreditCard } from './credit-card.ts'
import { hasAreaAndDate, isNikLabel, judgeNik, nikWithin } from './nik.ts'
import { judgeImei } from './imei.ts'
import { isPublicNumber, labelBefore, labelBehind, sharesLabel } from './label.ts'
import { judgeMistyped } from './mistyped.ts'
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
  /** What announces it, as detectors/label.ts reads it: words before it, the head of its column, the line above. */
  before: string
  /** Some lines before it, in lower case: what a card or form is about. */
  above: () => string
  /** Nothing else stands on its line. */
  alone: boolean
  /** Letters stand right before and behind it. */
  inWord: boolean
  /** ",00" or "rupiah" follows. */
  endsAsMoney: boolean
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
  { lengths: [9, 10, 11, 12, 13, 14, 15], judge: judgePhone },
  { lengths: [15], judge: judgeImei },
  { lengths: [12, 13, 14], judge: judgeSim },
  { lengths: [18], judge: judgeNop },
  { lengths: [15, 16], judge: judgeCreditCard },
  { lengths: [9, 10, 11, 12, 13, 14, 15, 16, 17, 18], judge: judgeBankAccount },
  { lengths: [10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20], judge: judgeMistyped },
]

/** "NIK3374144107790002Nama", as forms are copied. */
const gluedLabel = /(?:^|[^a-z])(?:nik|ktp|kk|nip|npwp|hp|wa|telp|tlp|(?:no ?)?rek|bpjs|kpj)$/
const money = /(?:\brp|\bidr|\busd)\.?[ \u00a0]?$/
const shortest = 9
const fewestInOnePiece = 10
const mostAbove = 240
/** No identifier is longer as it is meant to be; a slip adds two. */
const longestForm = 18
const longest = longestForm + 2
const judgesOfLength = Array.from({ length: longest + 1 }, (_, length) =>
  judges.filter((entry) => entry.lengths.includes(length)).map((entry) => entry.judge),
)

/** Finds identifiers made of digits. */
export function findNumbers({ digits: text, runs, cells }: Reading): Finding[] {
  const findings: Finding[] = []
  let announced: Announced | undefined
  for (const run of runs) {
    let next = 0
    for (const [first, group] of run.entries()) {
      if (
        first < next ||
        (isTight(group) && first !== next && !isWhole(group)) ||
        isListNumber(text, run, first)
      )
        continue
      const best = bestOf(text, cells, run, first, announced)
      if (!best) {
        const isNik = isNikWithDigitsTooMany(group)
        const alike = groupsAlike(run, first)
        if (!isNik && alike < 3) continue
        if (isPublicNumber(labelBefore(text, cells, group.start))) next = first + alike
        else if (isNik) findings.push({ start: group.start, end: group.end, type: 'NIK' })
        continue
      }
      findings.push(findingOf(text, group.start, best.end, best.verdict.type))
      announced =
        best.verdict.sureness === 3 ? { label: best.label, start: group.start, end: best.end } : undefined
      next = best.next
    }
  }
  return findings
}

/** "Kode bayar 2171 0503 8812 0094": how many groups belong together, for all are of one size. */
function groupsAlike(run: NumberRun, first: number): number {
  const size = run[first]!.digits.length
  let count = 1
  while (count < 6 && isAlike(run[first + count], size)) count++
  return count
}

const isAlike = (group: DigitGroup | undefined, size: number) =>
  group?.digits.length === size && group.gap === ' ' && !/^08[1-9]/.test(group.digits)

/** A label and where the last number stands that it announced. */
interface Announced {
  label: string
  start: number
  end: number
}

/** Tells a window by its own label, else by that of the number before it: one label may announce several. */
function bestOf(
  text: string,
  cells: Reading['cells'],
  run: NumberRun,
  first: number,
  announced: Announced | undefined,
): Window | undefined {
  const own = bestWindow({ text, cells }, run, first)
  if (!announced || (own && own.verdict.sureness > 1)) return own
  const { start } = run[first]!
  if (!sharesLabel(text, announced.end, start) && !isBelow(text, announced, start)) return own
  if (isPublicNumber(labelBefore(text, cells, start))) return own
  const shared = bestWindow({ text, cells }, run, first, announced.label)
  return shared && shared.verdict.sureness > 1 ? shared : own
}

const longestLine = 120

/** Both begin a line, and a sign that parts cells stands behind: "0931…#ROSDIANA#00", "0327…#MUHTAR#76". */
function isBelow(text: string, { start, end }: Announced, at: number): boolean {
  if (at - start > longestLine || !isLineEnd(text, start - 1) || !isLineEnd(text, at - 1)) return false
  return /[#;|\t]/.test(text.charAt(end)) && !text.slice(start, at - 1).includes('\n')
}

/** A phone takes the plus or the bracket of its area code along: "+⟦TELEPON-1⟧" would read as something else. */
export function findingOf(text: string, start: number, end: number, type: FindingType): Finding {
  const bracket = text.slice(start, end).includes(')') ? /(?:\+|\( ?)$/ : /\+$/
  const opening =
    type === 'PHONE' ? (bracket.exec(text.slice(Math.max(0, start - 2), start))?.[0].length ?? 0) : 0
  return { start: start - opening, end, type }
}

interface Window {
  end: number
  /** Index of the group after it. */
  next: number
  verdict: Verdict
  /** What announced it. */
  label: string
}

/**
 * At most 20 windows start at one group, for each group holds a digit: that bounds the work.
 * @param label in place of what stands before the number
 */
export function bestWindow(
  { text, cells }: Pick<Reading, 'text' | 'cells'>,
  run: NumberRun,
  first: number,
  label?: string,
): Window | undefined {
  const { start } = run[first]!
  const cellEnd = cellAt(cells, start)?.end ?? text.length
  let best: Window | undefined
  let digits = ''
  const sizes: number[] = []
  let gaps = ''
  for (let next = first + 1; next <= run.length && digits.length <= longest; next++) {
    const group = run[next - 1]!
    if (group.start >= cellEnd || (next > first + 1 && isMeasure(text, group))) break
    digits += group.digits
    sizes.push(group.digits.length)
    if (next > first + 1) gaps += group.gap
    if (digits.length < shortest || digits.length > longest || !endsHere(run, next)) continue
    label ??= labelBefore(text, cells, start)
    const candidate: NumberCandidate = {
      digits,
      shape: sizes.join('-'),
      gaps,
      before: label,
      above: () => text.slice(Math.max(0, start - mostAbove), start).toLowerCase(),
      alone: isIndented(text, start) && isLineEnd(text, group.end),
      inWord: isInWord(text.charAt(start - 1), text.charAt(group.end)),
      endsAsMoney: /^(?:,00\b| ?(?:rupiah|juta|miliar)\b)/.test(text.slice(group.end, group.end + 9)),
    }
    const own = judgeCandidate(candidate)
    const verdict = own && own.sureness > 1 ? own : (judgeByLabelBehind(candidate, text, group.end) ?? own)
    const least = best ? best.verdict.sureness + (isAdded(sizes, group) ? 1 : 0) : 0
    if (verdict && verdict.sureness >= least) best = { end: group.end, next, verdict, label }
  }
  return best
}

/** Underscores on both sides part it: "SKP_196702041989041016_2024.pdf". */
const isInWord = (before: string, behind: string) =>
  /[a-z_]/i.test(before) && /[a-z_]/i.test(behind) && before + behind !== '__'

const widestIndent = 24

/** Nothing but blanks stands before it on its line. */
function isIndented(text: string, at: number): boolean {
  const before = text.slice(Math.max(0, at - widestIndent), at).trimEnd()
  const blanks = text.slice(Math.max(0, at - widestIndent), at).slice(before.length)
  return at - blanks.length <= 0 || /[\r\n]/.test(blanks)
}

const isLineEnd = (text: string, at: number) => at < 0 || at >= text.length || /[\r\n]/.test(text.charAt(at))

/** "(022) 820422 (24 jam)", "0123456789 120rb": no part of the number before it. */
const isMeasure = (text: string, { end, digits }: DigitGroup) =>
  digits.length < 4 && /^ ?(?:jam|rb|ribu|jt|juta)\b/i.test(text.slice(end, end + 7))

/** A number written in one piece is whole; an amount, an age or the next number may stand behind it. */
function isAdded(sizes: readonly number[], { digits, gap }: DigitGroup): boolean {
  if (sizes[0]! < fewestInOnePiece) return false
  const mayGoOn = sizes.length === 2 && gap === ' ' && digits.length > 3 && digits.length < 7
  return !mayGoOn || /^(?:19|20)\d\d$/.test(digits)
}

/** "SIM B1 9 8 0 5 8 1 …" */
const fewestSpaced = 12

/** "1. 0812…": the number of a line in a list; "IMEI 1 35…": which of two; "SIM B1 82…": which class. */
export function isListNumber(text: string, run: NumberRun, at: number): boolean {
  const { start, end, digits } = run[at]!
  if (digits.length > 2) return false
  const next = run[at + 1]?.digits.length ?? 0
  const before = text.slice(Math.max(0, start - 6), start)
  if (/\bsim [ab]?$/i.test(before)) return next > 2 || (run.length > fewestSpaced && /[ab]$/i.test(before))
  if (/\bimei $/i.test(before)) return digits.length === 1 && next > 1
  if (!/^[.)][ \t]/.test(text.slice(end, end + 2))) return false
  return start === 0 || /\s/.test(text.charAt(start - 1))
}

/**
 * Whether a window may end before this group. One that a sign ties on goes on ("3671-0145"), unless a program made the
 * sign ("3671014507880003.0"), or a number in one piece stands on both sides ("NIK-NIK").
 */
function endsHere(run: NumberRun, next: number): boolean {
  const group = run[next]
  if (!isTight(group)) return true
  if (run[next - 1]!.digits.length < fewestInOnePiece) return false
  if (isWhole(run[next - 1]!)) return true
  return (
    group!.digits.length >= fewestInOnePiece ||
    (group!.gap === '.' && /^00?$/.test(group!.digits) && !isTight(run[next + 1]))
  )
}

/** "12-197001222002212018", "3671014509880003.2": so many digits in one piece are no part of a longer code. */
const fewestOfWhole = 16
const isWhole = ({ digits }: DigitGroup) => digits.length >= fewestOfWhole

/** A group that a dot or dash ties to the one before it: a cut there would take a piece out of a longer code. "...." and "--" part. */
export function isTight(group: DigitGroup | undefined): boolean {
  return group !== undefined && /^(?!\.{3}|--|—)[^\s()]+$/.test(group.gap)
}

function judgeCandidate(candidate: NumberCandidate): Verdict | undefined {
  if (isInsideWord(candidate) || isMoney(candidate) || isFormat(candidate.digits)) return undefined
  const isCode = isCodeOfParts(candidate)
  let best: Verdict | undefined
  for (const judge of judgesOfLength[candidate.digits.length] ?? []) {
    const verdict = judge(candidate)
    if (verdict && verdict.sureness > (best?.sureness ?? (isCode ? 2 : 0))) best = verdict
  }
  return best
}

/** "7310284495 BCA", "0251-8321234 (telp rumah)": the label stands behind. */
function judgeByLabelBehind(candidate: NumberCandidate, text: string, end: number): Verdict | undefined {
  if (isPublicNumber(candidate.before)) return undefined
  const label = labelBehind(text, end)
  const verdict = label ? judgeCandidate({ ...candidate, before: label }) : undefined
  return verdict && verdict.sureness > 1 ? verdict : undefined
}

/** One digit or two too many are a slip behind a NIK; in a longer stretch it may stand anywhere. */
function isNikWithDigitsTooMany({ digits }: DigitGroup): boolean {
  return digits.length > longestForm ? nikWithin(digits) >= 0 : digits.length > 16 && nikWithin(digits) === 0
}

/** "format 99.999.999.9-999.999", "0800-0000-0000" */
export const isFormat = (digits: string): boolean =>
  /^(?:9+|0+|1234567890123456|08\d{0,2}0{7,})$/.test(digits)

function isMoney({ digits, before, endsAsMoney }: NumberCandidate): boolean {
  return (
    (money.test(before) || (endsAsMoney && digits.length < 15)) &&
    !(hasAreaAndDate(digits) && isNikLabel(before))
  )
}

/** "1.03.1.04.0.00.01.0000" numbers an office, a budget or a thing (Permendagri 90/2019, 108/2016). */
function isCodeOfParts({ shape, gaps }: NumberCandidate): boolean {
  if (!/^\.{3,}$/.test(gaps) || /^1(?:-1)+$/.test(shape)) return false
  return shape.startsWith('1-') || shape.split('-').length > 7
}

/** Digits inside a hash, a base64 string or a file name are no number of a person, unless they read as a NIK. */
function isInsideWord({ digits, before, inWord }: NumberCandidate): boolean {
  return inWord && !hasAreaAndDate(digits) && !gluedLabel.test(before)
}
