// Decides of which type a candidate is that no rule knows, by its surroundings: a linear model of all types and "nothing"
// over hashed features, trained by training/train-codes.ts. Rules know labels and forms; this knows what numbers stand near
// such words.
import { otherAccount } from '../detectors/bank-account.ts'
import { isOfNobody, isOtherDay } from '../detectors/birth-date.ts'
import { isPublicNumber, labelBefore } from '../detectors/label.ts'
import { otherMatter } from '../detectors/labelled-code.ts'
import { passesLuhn } from '../detectors/credit-card.ts'
import { lettersBefore } from '../detectors/letters-before.ts'
import { hasAreaAndDate, isTicket } from '../detectors/nik.ts'
import { findingOf, isFormat } from '../detectors/number.ts'
import { isExample } from '../detectors/passport.ts'
import { isInPublicLink } from '../detectors/random-token.ts'
import { noPassword, standIn } from '../detectors/secret-forms.ts'
import type { Ruled } from '../detect.ts'
import type { Finding, FindingType } from '../finding.ts'
import { plateAreas } from '../lexicon/plates.ts'
import type { Reading } from '../reading.ts'
import { firstEndingAfter, indexEndingAfter } from '../spans.ts'
import { findCandidates, type Candidate } from './candidates.ts'
import { eraOf } from './dates.ts'
import { blockOf, formOf, readBlock, readFeatures, Rows } from './features.ts'

/** The first class is "nothing"; the order is that of the columns of the weights. */
export const types: readonly FindingType[] = [
  'NIK',
  'KK',
  'NPWP',
  'NIP',
  'BPJS',
  'PASSPORT',
  'SIM',
  'PLATE',
  'PHONE',
  'BANK_ACCOUNT',
  'CREDIT_CARD',
  'IMEI',
  'MEDICAL_RECORD',
  'LAND_CERT',
  'NOP',
  'SECRET',
  'DOB',
]
export const classCount = types.length + 1

export interface CodeModel {
  /** A row for every bucket of features, a column for every class. */
  weights: Int8Array
  scale: number
  /** The columns of the classes that each form was seen in, "nothing" first. */
  columnsOf: readonly (readonly number[])[]
  /** By how much a type must outweigh nothing. */
  margins: {
    alone: number
    /** Where something of a person stands on the same line, a doubtful number is rather theirs than nobody's. */
    besideFinding: number
    /** There are many more words than passwords. */
    word: number
    /** Added where the rules found nothing that is a person's for sure: most such texts are of nobody. */
    nothingElse: number
    /** There are many more dates than births, and most are of the last years. */
    date: number
    recentDate: number
    /** Asked besides where its label announces something else, in a text about a person. */
    againstLabel: number
  }
}

/**
 * Finds personal numbers and secrets among what the rules left. Takes what they found, in order and without overlaps, and
 * whether that is of a person for sure. Returns further findings, in order, none of which touches those.
 */
export function findCodes(reading: Reading, ruled: Ruled, model: CodeModel): Finding[] {
  const { findings } = ruled
  const candidates = findCandidates(reading)
  if (candidates.length === 0) return []
  const rows = new Rows()
  const scores = new Int32Array(classCount)
  const ofBlock = new Int32Array(classCount)
  const values = valuesOf(reading.digits, findings)
  const found: Finding[] = []
  let block = -1
  for (const candidate of candidates) {
    const { start, end } = candidate
    if (isFound(findings, candidate)) continue
    const again = values.get(valueOf(reading.digits, candidate))
    if (again) {
      found.push(findingOf(reading.digits, start, end, again))
      continue
    }
    const form = formOf(reading, candidate)
    const columns = model.columnsOf[form.key] ?? []
    if (columns.length < 2) continue
    if (blockOf(candidate) !== block) {
      block = blockOf(candidate)
      ofBlock.fill(0)
      readBlock(reading, block, rows)
      weigh(model, rows, allColumns, ofBlock)
    }
    scores.set(ofBlock)
    readFeatures(reading, findings, candidate, form, rows)
    weigh(model, rows, columns, scores)
    const type = typeOf(reading, ruled, candidate, { columns, scores, model })
    if (!type) continue
    const from = type === 'PASSPORT' ? passportStart(reading.digits, candidate) : start
    found.push(findingOf(reading.digits, from, end, type))
    remember(values, reading.digits, { start, end, type })
  }
  return found
}

/** What a candidate was weighed as: the scores of the classes that its form may be of. */
interface Weighed {
  columns: readonly number[]
  scores: Int32Array
  model: CodeModel
}

/** The likeliest type that outweighs nothing and holds its checks, unless its surroundings speak of something else. */
function typeOf(
  reading: Reading,
  ruled: Ruled,
  candidate: Candidate,
  { columns, scores, model }: Weighed,
): FindingType | undefined {
  const { text, digits, cells } = reading
  const written = digits.slice(candidate.start, candidate.end)
  const margin = marginOf(digits, ruled, candidate, model)
  const sureness = (column: number) => (scores[column]! - scores[0]!) * model.scale - margin
  const likely = columns.filter(
    (column) => column > 0 && sureness(column) > 0 && mayBe(types[column - 1]!, written),
  )
  if (likely.length === 0 || isCounted(digits, candidate)) return undefined
  const best = bestOf(scores, likely)
  const type = types[best - 1]!
  const label = labelBefore(digits, cells, candidate.start)
  const isDoubtful = !ruled.isSure || sureness(best) < model.margins.againstLabel
  const isOther = isNobodys(text, candidate, type, label) || (isDoubtful && speaksOfOther(label, type))
  return isOther ? undefined : type
}

/** "PSP AT 7337008": the letters of a passport belong to it. */
function passportStart(text: string, { start, end }: Candidate): number {
  const letters = /^\d+$/.test(text.slice(start, end)) ? lettersBefore(text, start) : undefined
  return letters && /^(?!RM|MR|CM|NO|KK)[A-Z]+$/.test(letters.word) ? letters.start : start
}

/** Whatever else speaks for it: who logs in is no secret, and the birthday of a town is nobody's. */
function isNobodys(text: string, { start, end }: Candidate, type: FindingType, label: string): boolean {
  if (type === 'SECRET') return noSecret.test(label) || isInPublicLink(text, start)
  return type === 'DOB' && isOfNobody(text, start, end)
}

/** A label that announces something else. */
function speaksOfOther(label: string, type: FindingType): boolean {
  if (amount.test(label)) return true
  // "Kode" announces numbers that are nobody's, and secrets too.
  if (type === 'SECRET') return false
  if (isPublicNumber(label)) return true
  if (type === 'LAND_CERT') return otherMatter.test(label)
  if (type === 'BANK_ACCOUNT') return otherAccount.test(label)
  return type === 'DOB' && isOtherDay(label)
}

const allColumns = Array.from({ length: classCount }, (_, column) => column)

function marginOf(
  text: string,
  { findings, isSure }: Ruled,
  candidate: Candidate,
  { margins }: CodeModel,
): number {
  if (candidate.date) return candidate.date.era < recent ? margins.date : margins.recentDate
  if (!isSure) return margins.alone + margins.nothingElse
  if (onlyLetters.test(text.slice(candidate.start, candidate.end))) return margins.word
  return candidate.end - candidate.start >= shortestBeside && isBesideFinding(text, findings, candidate)
    ? margins.besideFinding
    : margins.alone
}

const onlyLetters = /^[a-z]+$/i
const recent = eraOf(2015)
const near = 80
/** Shorter ones are counts and codes there too. */
const shortestBeside = 9

/** Something of a person was found near, on its line. */
function isBesideFinding(text: string, findings: readonly Finding[], { start, end }: Candidate): boolean {
  const at = indexEndingAfter(findings, start)
  const isOnLine = (from: number, to: number) => to - from < near && !text.slice(from, to).includes('\n')
  const [before, behind] = [findings[at - 1], findings[at]]
  return (!!before && isOnLine(before.end, start)) || (!!behind && isOnLine(end, behind.start))
}

function isFound(findings: readonly Finding[], { start, end }: Candidate): boolean {
  const next = firstEndingAfter(findings, start)
  return next !== undefined && next.start < end
}

/** Who logs in is no secret, though it stands beside one; and a PIN may be a week of vaccinations. */
const noSecret =
  /\b(?:user(?:name|id)?|pin (?:peta|lokasi|polio|kegiatan|sasaran|cakupan|target|pekan|susulan|tahap)(?: \w+)?)[ :="']*$/

/** What stands under these, or right behind them, is counted. */
const amount =
  /\b(?:sebanyak|jumlah|jml|total|nominal|nilai|harga|gaji|honor\w*|upah|insentif|pagu(?: rm)?|biaya|tarif|saldo(?: (?:bank|kas|awal|akhir))?|iuran|anggaran|realisasi|(?:se)?luas|umur|usia|tahun|stok|kuota|skor|score|poin|kode berkas)\b[^\da-z]{0,6}(?:\(?(?:rp|rupiah|m2)\)?)?[^\da-z]{0,6}$/

const unit =
  /^ ?(?:m2|m²|meter|ha|km|kg|liter|kwh|ms|jiwa|orang|anak|balita|bayi|kali|lembar|unit|buah|bidang|berkas|dosis|ekor|pohon|paket|titik|kasus|penerima|peserta|pegawai|siswa|warga|kk|hari|menit|jam|ribu|rb|juta|jt|rupiah|%)(?![a-z\d])/i
/** More is no count: "7310284495 penerima Siti". */
const longestCount = 7

const isCounted = (text: string, { start, end }: Candidate) =>
  end - start <= longestCount && unit.test(text.slice(end, end + 12))

/** Shorter values may be anything elsewhere. */
const shortestValue = 6

/** What was found, so that it is hidden wherever else it stands: one mention left open undoes the rest. */
function valuesOf(text: string, findings: readonly Finding[]): Map<string, FindingType> {
  const values = new Map<string, FindingType>()
  for (const finding of findings) if (types.includes(finding.type)) remember(values, text, finding)
  return values
}

function remember(values: Map<string, FindingType>, text: string, finding: Finding): void {
  // Something else may happen on the day of somebody's birth.
  if (finding.type === 'DOB') return
  const value = valueOf(text, finding)
  if (value.length >= shortestValue && /\d/.test(value)) values.set(value, finding.type)
}

const valueOf = (text: string, { start, end }: { start: number; end: number }) =>
  text
    .slice(start, end)
    .replace(/[^a-z\d]/gi, '')
    .toLowerCase()

/** "GigabitEthernet0/14", "rekap:6402:2025": a port, the key of a cache. */
const nameOfPart = /^(?:[a-z]*ethernet|eth|gi|te)[\d/]+$|^[a-z_]{3,}(?::\d+)+$/i
const mailbox = /^[\w.+-]+@[a-z\d-]+(?:\.[a-z\d-]+)+$/i
/**
 * "e-office_2025" has a password, "eskalasi-L2" and "presensi-fp01" are steps and machines; "xxxxxxxx" stands for one, and
 * "123456" is the example of a bad one.
 */
const noValue = new RegExp(
  `^(?:e-[a-z].*|[a-z]{4,}-[a-z]{0,2}\\d{1,2}|x+|lampiran\\d*|123456|qwerty|${noPassword})$`,
  'i',
)

const shapeOf = (written: string) =>
  written
    .split(/\D+/)
    .map((group) => group.length)
    .join('-')

/** Checks that hold whatever stands around: areas of plates, area and date of a NIK or KK, check digits. */
function mayBe(type: FindingType, written: string): boolean {
  if (type === 'PLATE') return plateAreas.has(/^[a-z]*/i.exec(written)?.[0].toUpperCase() ?? '')
  // "E28A2026" is a kind of visa, in a year; six digits alone are a count.
  if (type === 'PASSPORT') return !isExample(written) && !/^(?:[a-z]\d\d[a-z]20\d\d|\d{1,6})$/i.test(written)
  if (type === 'SECRET')
    return (
      !noValue.test(written) && !mailbox.test(written) && !nameOfPart.test(written) && !standIn.test(written)
    )
  const digits = written.replace(/\D/g, '')
  if (isFormat(digits)) return false
  // "2025/09_September" is a folder.
  if (type === 'MEDICAL_RECORD') return !/^20\d\d\//.test(written)
  // "106.6512345" is a measure.
  if (type === 'BANK_ACCOUNT') return digits.length > 5 && !/^\d{1,3}[.,]\d{3,}$/.test(written)
  // The last three number a branch; next to nobody has a hundred.
  if (type === 'NPWP' && digits.length === 15) return digits[12] === '0'
  // Family cards of the insurance begin with noughts; licences have twelve digits and more.
  if (type === 'BPJS' && digits.length === 13) return digits.startsWith('0')
  if (type === 'SIM') return digits.length > 9
  if (type === 'CREDIT_CARD' || (type === 'IMEI' && digits.length === 15)) return passesLuhn(digits)
  return (type !== 'NIK' && type !== 'KK') || (hasAreaAndDate(digits) && !isTicket(shapeOf(written), digits))
}

function weigh(
  { weights }: CodeModel,
  { rows, count }: Rows,
  columns: readonly number[],
  sums: Int32Array,
): void {
  for (let at = 0; at < count; at++) {
    const from = rows[at]! * classCount
    for (const column of columns) sums[column]! += weights[from + column]!
  }
}

/** @returns the best of these classes, of which there is one at least */
const bestOf = (scores: Int32Array, columns: readonly number[]): number =>
  columns.reduce((best, column) => (scores[column]! > scores[best]! ? column : best), columns[0]!)
