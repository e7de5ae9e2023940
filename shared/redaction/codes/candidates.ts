// Which stretches of a text may be a number or a password of somebody: words with digits or an odd mix of letters, whole
// as they stand between blanks and quotes, and digits in groups.
import { cueSet } from '../detectors/stretches.ts'
import { gaps, shapes } from '../tokens.ts'
import { isRowOfNumbers, lastOf, type NumberRun } from '../number-runs.ts'
import { cellAt, type Reading } from '../reading.ts'
import { readDate, type WrittenDate } from './dates.ts'

export interface Candidate {
  start: number
  end: number
  /** Its first token, and the one behind its last. */
  first: number
  next: number
  /** Where it is one. */
  date?: WrittenDate
}

const longest = 80
const fewestDigits = 3
/** A group of so many digits is a number of its own. */
const wholeNumber = 10
const fewestGrouped = 6
const fewestAwaited = 4
const mostGrouped = 20
const widestGap = 3

const isEdge = new Uint8Array(65536)
for (const sign of '\t\n\r\f \u00a0\u2007\u202f\u3000"\'`“”‘’«»…•→=,;|()<>[]{}')
  isEdge[sign.charCodeAt(0)] = 1
const isTrimmed = new Uint8Array(65536)
for (const sign of ':.!?_+#*~-') isTrimmed[sign.charCodeAt(0)] = 1

/** How many words back the last one stands that announces a secret, and the last that announces a number. */
interface Announced {
  secret: number
  number: number
}

/** Finds them, in order and without overlaps. */
export function findCandidates(reading: Reading): Candidate[] {
  const { digits: text, tokens, runs } = reading
  const found: Candidate[] = []
  const several = runs.filter((run) => run.length > 1).map((run) => readGroups(text, run))
  let at = 0
  let last = 0
  const announced: Announced = { secret: Infinity, number: Infinity }
  for (let i = 0; i < tokens.count; i++) {
    const start = tokens.start[i]!
    const hash = tokens.hash[i]!
    announced.secret = secretCues.has(hash)
      ? 0
      : endsSentence(text, tokens, i)
        ? Infinity
        : announced.secret + 1
    announced.number = numberCues.has(hash) ? 0 : announced.number + 1
    if (start < last) continue
    const date = readDate(text, start)
    if (date) {
      last = date.end
      found.push({ ...tokensOf(tokens, i, start, last), date })
      continue
    }
    while (at < several.length && several[at]!.end <= start) at++
    const groups = several[at]
    const isAwaited = announced.secret <= farthest
    if (!beginsNumber(groups, start, isAwaited) && !mayBegin(text, tokens, i, announced)) continue
    const span = spanAt(reading, i, groups, isAwaited)
    if (!span || (announced.secret === 0 && span.end <= tokens.end[i]!)) continue
    const candidate = tokensOf(tokens, i, Math.max(span.start, last), span.end)
    last = candidate.end
    if (last - candidate.start >= fewestDigits && !isOrdinary(text, candidate, announced))
      found.push(candidate)
  }
  return found
}

/** A stretch around a token, with all tokens in it. */
function tokensOf(tokens: Tokens, i: number, start: number, end: number): Candidate {
  const candidate = { start, end, first: i, next: i + 1 }
  while (candidate.first > 0 && tokens.start[candidate.first - 1]! >= start) candidate.first--
  while (candidate.next < tokens.count && tokens.start[candidate.next]! < end) candidate.next++
  return candidate
}

/** Digits in groups, read once, however many they are. */
interface Groups {
  start: number
  end: number
  /** They are one number of so many digits, 0 for none. */
  digits: number
  /** They are numbers with blanks between, none of which says anything by itself if it is short. */
  isRow: boolean
}

function readGroups(text: string, whole: NumberRun): Groups {
  const run = withoutOrdinal(text, whole)
  const stands = isWhole(text, run)
  return {
    start: run[0].start,
    end: lastOf(run).end,
    digits: stands ? groupedDigits(run) : 0,
    isRow: stands && run.every(({ gap }) => gap.trim() === ''),
  }
}

/** "2) 56.29.27.82", "2 - 5629278210": the number of a line is not part of the one behind it. */
function withoutOrdinal(text: string, run: NumberRun): NumberRun {
  const [{ start, digits }, second, ...rest] = run
  if (!second || digits.length > 2) return run
  const isApart =
    /^[).] {1,2}$/.test(second.gap) || (/^\.? - $/.test(second.gap) && text.charAt(start - 1) === '\n')
  return isApart ? [second, ...rest] : run
}

/** The groups that a word stands in if they are one number, else the word; a short one of a row only below a head. */
function spanAt(
  { digits: text, tokens, cells }: Reading,
  i: number,
  groups: Groups | undefined,
  isAwaited: boolean,
) {
  const start = tokens.start[i]!
  if (!groups || groups.start > start) return chunkAt(text, start)
  if (isNumber(groups, isAwaited)) return groups
  const isPart = groups.isRow && tokens.end[i]! - start < fewestGrouped
  return isPart && cellAt(cells, start)?.label === undefined ? undefined : chunkAt(text, start)
}

/** Behind a word like "PIN" fewer digits are enough: "7 3 0 9". */
const isNumber = ({ digits }: Groups, isAwaited: boolean) =>
  digits >= (isAwaited ? fewestAwaited : fewestGrouped)

const beginsNumber = (groups: Groups | undefined, start: number, isAwaited: boolean) =>
  groups !== undefined && groups.start === start && isNumber(groups, isAwaited)

/** What numbers nobody by its form alone. */
const ordinary = new RegExp(
  `^(?:${[
    // Years, dates and times.
    '(?:19|20)\\d\\d(?:0\\d|1[0-2])?',
    '(?:jan|feb|mar|apr|mei|jun|jul|agu|sep|okt|nov|des|tahun)[a-z]{0,6}(?:19|20)\\d\\d',
    '(?:(?:[0-2]?\\d|3[01])[-/.](?:0?\\d|1[0-2])[-/.](?:\\d\\d)?\\d\\d|\\d{4}[-/.]\\d\\d[-/.]\\d\\d)(?:[ t]\\d\\d)?|(?:[01]?\\d|2[0-4])[:.][0-5]\\d(?:[:.][0-5]\\d)?',
    // Letters by their year, amounts, codes of many parts, addresses of a network.
    '[\\d./-]*/(?:19|20)\\d\\d|\\d{3}(?:\\.\\d{1,2}){2,4}|\\d{1,3}(?:[.,]\\d{3})+[.,]\\d\\d|(?!\\d\\d(?:\\.\\d\\d){3}\\.\\d\\.\\d{5}$)\\d{1,2}(?:\\.\\d+){4,}|(?!\\d\\d(?:\\.\\d\\d){3}$)(?:(?:1?\\d{1,2}|2[0-5]\\d)\\.){3}(?:1?\\d{1,2}|2[0-5]\\d)(?:[:/ ][\\d.]+)?',
    // Measures: "1300cc", "50Mbps-100Mbps", "5x24", a blood pressure, births.
    '[a-z]*\\d{3,4}cc|\\d{2,3}/\\d{2,3}|g\\d+p\\d+a\\d+|\\d{1,5}[a-z]{1,4}(?:[-/x]\\d{1,5}[a-z]{0,4})?|\\d{1,3}(?:x\\d{1,4}){1,2}',
    // Files, programs and their versions.
    '.*\\.(?:pdf|docx?|xlsx?|csv|txt|sql|json|xml|zip|png|jpe?g|js|css|html?|php|apk|log|geojson|dmp)|[a-z]{3,}/[\\d.]+',
    '(?:windows|office|postgresql|mysql|php|android|ubuntu|regu|kelas|tim)-?\\d[\\d.]*',
    // Names of machines, also random ones, and what only shows a form.
    '.*\\.(?:id|com|net|org)|[\\da-f]{8}(?:-[\\da-f]{4}){3}-[\\da-f]{12}',
    '[09 .-]+',
  ].join('|')})$`,
  'i',
)

/** Letters by their year, rooms, handles: passwords look so too. */
const unlessSecret = /^(?:.*\/(?:19|20)\d\d|(?:loket|ruang)-?\d[\d.]*|@[\w.]+)$/i

/** An amount; accounts of ten digits and more are written so too. */
const thousands = /^\d{1,3}(?:[.,]\d{3})+$/
const longestAmount = 12

const money = /\b(?:rp|idr|usd)\.?[ \u00a0]?$/i

const shortCount = /^\d{3}$/
/** "LOGIN_FAILED", "DataTypes.STRING" */
const constant = /^[A-Z]{2,}(?:_[A-Z]{2,})+$|[a-z]\.[A-Z_]{2,}$/

function isOrdinary(text: string, { start, end }: Candidate, { secret, number }: Announced): boolean {
  const word = text.slice(start, end)
  if ((Math.min(secret, number) > farthest && shortCount.test(word)) || constant.test(word)) return true
  if (secret > farthestOdd && unlessSecret.test(word)) return true
  if (thousands.test(word) && (number > farthest || word.length < longestAmount)) return true
  // "3273**********"
  if (/^(?:\*\*|xx)/i.test(text.slice(end, end + 2))) return true
  // "${DB_PASS:?belum diset}"
  if (text.endsWith('${', start)) return true
  // "getUserById2()"
  if (text.charCodeAt(end) === 40 && /^[a-z]\w*$/i.test(word)) return true
  // What looks like a placeholder is judged as one elsewhere.
  if (/[⟦⟧]/.test(text.slice(Math.max(0, start - 1), end + 1))) return true
  return ordinary.test(word) || money.test(text.slice(Math.max(0, start - 5), start))
}

type Tokens = Reading['tokens']

function mayBegin(text: string, tokens: Tokens, i: number, { secret }: Announced): boolean {
  const { shape, start, end } = tokens
  const isLong = end[i]! - start[i]! >= fewestDigits
  if (secret <= farthest) return isLong
  if (secret <= farthestOdd && joinsWords.test(text.slice(end[i]!, end[i]! + 2))) return true
  return shape[i] === shapes.mixed || (shape[i] === shapes.number && isLong)
}

/** Behind these a plain word may be a password, and one with a sign inside it, "Rembulan+angkot", further on. */
const secretCues = cueSet(
  'password pasword passwd passcode passphrase pass pwd pw sandi secret psk kunci kode token pin key otp login user username akun cvv cvc security ' +
    'wifi wi-fi wpa-psk root admin',
)
const farthest = 5
const farthestOdd = 14
const joinsWords = /^[-+*!#$%^&_~=.?][a-z\d]/i

const endsSentence = (text: string, { gap, start }: Tokens, i: number) =>
  gap[i] === gaps.dot && text.charAt(start[i]! - 1) !== '.'

/** Behind these three digits may be the number of a certificate or a record, and what looks like an amount an account. */
const numberCues = cueSet(
  'rekening rek norek transfer tf giro tabungan sertifikat sertipikat sertif shm hgb buku milik tanah rm cm medis pasien',
)

/** How many digits "5270 3381 47" or "(0341) 551-234" have: groups with a few signs between; 0 for a row of numbers. */
function groupedDigits(run: NumberRun): number {
  let digits = 0
  for (const group of run) {
    digits += group.digits.length
    if (group.digits.length >= wholeNumber || group.gap.length > widestGap || group.gap.includes('\t'))
      return 0
  }
  if (endsWithDate(run) || isRowOfAmounts(run)) return 0
  const shape = run.map((group) => group.digits.length).join('-')
  const between = run
    .slice(1)
    .map((group) => group.gap)
    .join('')
  return digits <= mostGrouped && !isRowOfNumbers(shape, between) ? digits : 0
}

/** "4500000 225000 4275000", "120  430  210": side by side in a table; only a NIP has two groups so long. */
function isRowOfAmounts(run: NumberRun): boolean {
  const long = run.filter(({ digits }) => digits.length > 5).length
  const apart = run.filter(({ gap }) => /^ {2,}$/.test(gap)).length
  const isNip = run[0].digits.length === 8 && run[1]?.digits.length === 6
  return (long > 1 && !isNip) || apart > 1
}

/** "SDN Kidul 03 - 2027-04-01" */
function endsWithDate(run: NumberRun): boolean {
  const [year, month, day] = run.slice(-3).map(({ digits }) => digits)
  return /^(?:19|20)\d\d$/.test(year!) && /^(?:0\d|1[0-2])$/.test(month!) && /^[0-3]\d$/.test(day ?? '')
}

/** No part of a code that has letters: "K-2025-05-0471", "0417-bb21". */
const isWhole = (text: string, run: NumberRun) =>
  !/\w[-_/.]?$/.test(text.slice(Math.max(0, run[0].start - 2), run[0].start)) &&
  !/^[-_/.]?[a-z_]/i.test(text.slice(lastOf(run).end, lastOf(run).end + 2))

/** What stands between blanks, quotes and brackets, or a part of a link; without the punctuation at its ends. */
function chunkAt(text: string, at: number): { start: number; end: number } {
  let start = at
  let end = at + 1
  while (start > 0 && at - start < longest && !isEdge[text.charCodeAt(start - 1)]) start--
  while (end < text.length && end - at < longest && !isEdge[text.charCodeAt(end)] && !isQuery(text, end))
    end++
  if (isLowSurrogate(text, start)) start++
  if (isLowSurrogate(text, end)) end--
  if (/:\/\/|\.[a-z]{2,4}\/|^\/[a-z]/i.test(text.slice(start, end))) {
    start += text.slice(start, at).search(/[^/?&#]*$/)
    const behind = text.slice(at, end).search(/[/?&#]/)
    if (behind > 0) end = at + behind
  }
  while (start < at && isTrimmed[text.charCodeAt(start)]) start++
  while (end > at + 1 && isTrimmed[text.charCodeAt(end - 1)]) end--
  return { start, end }
}

const isLowSurrogate = (text: string, at: number) => (text.charCodeAt(at) & 0xfc00) === 0xdc00

/** "…=7722&kode=…" */
function isQuery(text: string, at: number): boolean {
  return text.charCodeAt(at) === 38 && /^&[\w-]{1,24}=/.test(text.slice(at, at + 26))
}
