// Numbers that only their label tells: medical records and land certificates, some of four digits.
import type { Finding, FindingType } from '../finding.ts'
import { wordSet } from '../names/tokens.ts'
import { cellAt, type Reading } from '../reading.ts'

interface Kind {
  type: FindingType
  /** Stands right before the number, in lower case. */
  label: RegExp
  /** The head of a column. */
  head: RegExp
}

const kinds: readonly Kind[] = [
  {
    type: 'MEDICAL_RECORD',
    label:
      /(?:\bno(?:mor)?[. _]{0,2}(?:rm|rekam medi[sk]|mr)\b|(?<![./])\bn\.?o?rm\b|rekam medi[sk]|medical record(?: (?:no|number))?|\bmrn\b|(?:^|[\s(,;|])rm\b)[^\d\n/]{0,16}$/,
    head: /^(?:no(?:mor)? )?(?:rm|rekam medi[sk]|mr|norm|mrn)$/,
  },
  {
    type: 'LAND_CERT',
    label:
      /(?:\bshm\b|\bshgb\b|\bhgb\b|\bhgu\b|\bhak milik\b|\bhak guna bangunan\b|sert(?:if|ip)ikat (?:tanah|hak \w+|shm|hgb|rumah|hm)|no(?:mor)?\.? (?:sert(?:if|ip)ikat|shm)|bukti shm)[^\d\n/]{0,24}$/,
    head: /sert(?:if|ip)ikat|\bshm\b|\bhgb\b/,
  },
]
/** Digits with dots or dashes between, perhaps behind "RM-". */
const code = /\d{2}(?: \d{2}){2,4}(?!\d)|\d[\d.-]{1,24}\d(?!\d)/y
const reach = 60
const cues = wordSet(
  'rm norm mr nrm mrn medis medik record shm shgb hgb hgu milik bangunan sertifikat sertipikat tanah',
)
const farthest = 30

/** Finds them: at each word of a label, the digits that follow; and the cells below such a head. */
export function findLabelledCodes({ text, digits, tokens, cells }: Reading): Finding[] {
  const findings: Finding[] = []
  for (let i = 0; i < tokens.count; i++) {
    if (!cues.has(tokens.hash[i]!)) continue
    const from = tokens.end[i]!
    const at = firstDigit(digits, from)
    if (at < 0 || (i + 1 < tokens.count && cues.has(tokens.hash[i + 1]!) && tokens.start[i + 1]! < at))
      continue
    const before = digits.slice(Math.max(0, at - reach), at).toLowerCase()
    const kind = kinds.find(({ label }) => label.test(before))
    const end = kind ? codeEnd(digits, at) : -1
    if (kind && end > 0 && !isMeasure(digits, at, end) && !isYear(digits.slice(at, end), before))
      findings.push({ start: prefixStart(text, at), end, type: kind.type })
  }
  // "RM123456" is one word.
  for (const { index, 0: written } of text.matchAll(/\bRM-?\d{4,8}\b/g))
    findings.push({ start: index, end: index + written.length, type: 'MEDICAL_RECORD' })
  for (const { start, end, label } of cells) {
    const kind = kinds.find(({ head }) => head.test(label))
    const at = kind ? firstDigit(digits, start) : -1
    const stop = at >= 0 && at < end ? codeEnd(digits, at) : -1
    if (kind && stop > 0 && stop <= end) findings.push({ start: at, end: stop, type: kind.type })
  }
  return findings.filter(({ start, end }, at) => {
    const cell = cellAt(cells, start)
    return (
      !(cell && /luas|harga|jumlah|tahun/.test(cell.label)) &&
      !findings.some((other, place) => place < at && other.start === start && other.end === end)
    )
  })
}

/** "RM-123456": the letters belong to it. */
function prefixStart(text: string, at: number): number {
  return at - (/\brm-?$/i.exec(text.slice(Math.max(0, at - 4), at))?.[0].length ?? 0)
}

function firstDigit(text: string, from: number): number {
  for (let at = from; at < from + farthest && at < text.length; at++) {
    const sign = text.charCodeAt(at)
    if (sign > 47 && sign < 58) return at
    if (sign === 10 && at > from + 2) return -1
  }
  return -1
}

function codeEnd(text: string, at: number): number {
  code.lastIndex = at
  return code.test(text) ? code.lastIndex : -1
}

/** "rekam medis 2024", "500 SHM tahun 2025": only a word for number makes a code of it. */
function isYear(written: string, before: string): boolean {
  return /^(?:19|20)\d\d$/.test(written) && !/\bno(?:mor|mer)?\b[^\d]{0,24}$|[:#] ?$/.test(before)
}

function isMeasure(text: string, at: number, end: number): boolean {
  return (
    /^\d{1,3}(?:\.000)+$/.test(text.slice(at, end)) || /^(?:m2|m²| m2| m²)/.test(text.slice(end, end + 3))
  )
}
