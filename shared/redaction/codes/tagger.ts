// Decides of which type a candidate is that no rule knows, by its surroundings: a linear model of all types and "nothing"
// over hashed features, trained by training/train-codes.ts. Rules know labels and forms; this knows what numbers stand near
// such words.
import { isPublicNumber, labelBefore } from '../detectors/label.ts'
import { hasAreaAndDate } from '../detectors/nik.ts'
import { findingOf } from '../detectors/number.ts'
import type { Finding, FindingType } from '../finding.ts'
import { plateAreas } from '../lexicon/plates.ts'
import type { Reading } from '../reading.ts'
import { firstEndingAfter } from '../spans.ts'
import { findCandidates, type Candidate } from './candidates.ts'
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
]
export const classCount = types.length + 1

export interface CodeModel {
  /** A row for every bucket of features, a column for every class. */
  weights: Int8Array
  scale: number
  /** The columns of the classes that each form was seen in, "nothing" first. */
  columnsOf: readonly (readonly number[])[]
  /** By how much a type must outweigh nothing. */
  margin: number
}

/**
 * Finds personal numbers and secrets among what the rules left. Takes what they found, in order and without overlaps.
 * Returns further findings, in order, none of which touches those.
 */
export function findCodes(reading: Reading, findings: readonly Finding[], model: CodeModel): Finding[] {
  const rows = new Rows()
  const scores = new Int32Array(classCount)
  const ofBlock = new Int32Array(classCount)
  const values = valuesOf(reading.digits, findings)
  const found: Finding[] = []
  let block = -1
  for (const candidate of findCandidates(reading)) {
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
    const best = bestOf(scores, columns)
    if ((scores[best]! - scores[0]!) * model.scale <= model.margin) continue
    const type = types[best - 1]!
    if (!mayBe(type, reading.digits.slice(start, end))) continue
    const label = labelBefore(reading.digits, reading.cells, start)
    // "Kode" announces numbers that are nobody's, and secrets too.
    const isPublic = type !== 'SECRET' && isPublicNumber(label)
    if (isPublic || amount.test(label) || isCounted(reading.digits, candidate)) continue
    found.push(findingOf(reading.digits, start, end, type))
    remember(values, reading.digits, { start, end, type })
  }
  return found
}

const allColumns = Array.from({ length: classCount }, (_, column) => column)

function isFound(findings: readonly Finding[], { start, end }: Candidate): boolean {
  const next = firstEndingAfter(findings, start)
  return next !== undefined && next.start < end
}

/** What stands under these, or right behind them, is counted. */
const amount =
  /\b(?:jumlah|jml|total|nominal|nilai|harga|gaji|honor\w*|upah|insentif|pagu|biaya|tarif|saldo|iuran|anggaran|realisasi|(?:se)?luas|umur|usia|tahun|stok|kuota)\b[^\da-z]{0,6}(?:\(?(?:rp|rupiah|m2)\)?)?[^\da-z]{0,6}$/

const unit =
  /^ ?(?:m2|m²|meter|ha|km|kg|liter|kwh|ms|jiwa|orang|kali|lembar|unit|buah|bidang|berkas|penerima|peserta|pegawai|siswa|warga|kk|hari|menit|jam|ribu|rb|juta|jt|rupiah|%)(?![a-z\d])/i
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
  const value = valueOf(text, finding)
  if (value.length >= shortestValue && /\d/.test(value)) values.set(value, finding.type)
}

const valueOf = (text: string, { start, end }: { start: number; end: number }) =>
  text
    .slice(start, end)
    .replace(/[^a-z\d]/gi, '')
    .toLowerCase()

/** Checks that hold whatever stands around: areas of plates, area and date of a NIK or KK. */
function mayBe(type: FindingType, written: string): boolean {
  if (type === 'PLATE') return plateAreas.has(/^[a-z]*/i.exec(written)?.[0].toUpperCase() ?? '')
  return (type !== 'NIK' && type !== 'KK') || hasAreaAndDate(written.replace(/\D/g, ''))
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

/** @returns the best of these classes besides nothing */
const bestOf = (scores: Int32Array, columns: readonly number[]): number =>
  columns.slice(1).reduce((best, column) => (scores[column]! > scores[best]! ? column : best), columns[1]!)
