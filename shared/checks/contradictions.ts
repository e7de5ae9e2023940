// Figures of a draft that say something else than its source: another number at the same word ("tiang nomor 71" for 17, "dua
// lampu" for three), another date of the report. A figure of which the source says nothing may be the officer's own; the panel
// underlines it.
import { monthNames, unsourcedFacts } from '../drafts/index.ts'
import { countWords } from './counts.ts'
import type { Finding } from './finding.ts'

const months = monthNames.flat().join('|')
const dated = new RegExp(String.raw`\d{1,2} (?:${months})|\d{1,2}[/-]\d{1,2}[/-]\d{4}|\d{4}-\d{2}-\d{2}`, 'i')
const reportDate = new RegExp(
  String.raw`(?:laporan|aduan|pengaduan|keluhan|surat|surel)(?: [\p{L}\d/-]+){0,3} (?:tanggal|pada tanggal|tertanggal|pada) $`,
  'iu',
)
const figure = new RegExp(
  String.raw`(?:(?<code>\p{L}{1,6})-?|(?<before>(?<!\p{L})(?:\p{L}{1,40} {1,2})?\p{L}{1,40}[\s:.#]{1,3})?(?<![\p{L}\d.,/-]))(?<number>\d{1,12}|(?:${countWords.join('|')})(?= \p{L}))(?![\d.,/-]*\d)(?<behind> \p{L}+)?`,
  'giu',
)
/** Words that say nothing of which number it is; units of time are the officer's to promise. */
const common = new Set(
  'yang dan di ke dari pada untuk dengan sebanyak sekitar adalah telah sudah kami hingga sampai sejak tanggal hari pukul jam rp dalam lama maksimal minimal lambat sebesar minggu pekan bulan tahun menit kali no nomor nomer orang persen x selama lebih hanya ada januari februari maret april mei juni juli agustus september oktober november desember wib'.split(
    ' ',
  ),
)

/** @returns figures that stand against the source */
export function contradictions(draft: string, source: string): Finding[] {
  const known = new Map<string, Set<string>>()
  for (const { value, labels } of figuresOf(source))
    for (const label of labels) known.set(label, (known.get(label) ?? new Set()).add(value))
  const others = figures(draft).filter(({ value, labels }) =>
    labels.some((label) => known.has(label) && !known.get(label)!.has(value)),
  )
  const all = [...others, ...wrongCodes(draft, source), ...slips(draft, source), ...wrongDates(draft, source)]
  return all.map(({ start, end }) => ({ check: 'number', start, end, mend: null }))
}

/** "PD-0525-2201" where the source has "PD-0525-2210". */
function wrongCodes(draft: string, source: string) {
  const known = new Set(source.match(code) ?? [])
  const heads = new Set(Array.from(known, headOf))
  return Array.from(draft.matchAll(code), ({ index, 0: text }) => ({
    start: index,
    end: index + text.length,
    text,
  })).filter(({ text }) => heads.has(headOf(text)) && !known.has(text))
}
const code = /(?<![\p{L}\d-])\p{Lu}{1,6}(?:-\d{2,10}){1,6}(?![\p{L}\d-])/gu
const headOf = (text: string) => text.slice(0, text.indexOf('-'))

/** The digits of a figure of the source in another order: "1.828.000" for "1.288.000", "32" for "23". */
function slips(draft: string, source: string) {
  const figures = source.match(/\d+(?:[.,]\d+)*/g) ?? []
  const known = new Set(figures.map(sortedDigits))
  return unsourcedFacts(draft, source).filter(
    ({ start, end, kind }) =>
      kind === 'number' && end - start > 1 && known.has(sortedDigits(draft.slice(start, end))),
  )
}

function sortedDigits(text: string): string {
  return [...text.replace(/\D/g, '')].sort().join('')
}

/** The date of the report is in the source, or nobody's. */
function wrongDates(draft: string, source: string) {
  if (!dated.test(source)) return []
  return unsourcedFacts(draft, source).filter(
    ({ start, kind }) => kind === 'date' && reportDate.test(draft.slice(Math.max(0, start - 80), start)),
  )
}

/** The source stays while a draft is typed. */
let last: { source: string; figures: Figure[] } = { source: '', figures: [] }

function figuresOf(source: string): Figure[] {
  if (last.source !== source) last = { source, figures: figures(source) }
  return last.figures
}

interface Figure {
  start: number
  end: number
  value: string
  /** By what it is told from other figures: the word before, the word behind, the letters that it hangs on. */
  labels: string[]
}

function figures(text: string): Figure[] {
  return Array.from(text.matchAll(figure), ({ index, 0: whole, groups }) => {
    const { code, before = '', number = '', behind = '' } = groups ?? {}
    const end = index + whole.length - behind.length
    const count = countWords.indexOf(number.toLowerCase())
    const value = count >= 0 ? String(count) : number.replace(/^0+(?=\d)/, '')
    const labels = code
      ? [`${code.toLowerCase()}-`]
      : labelsOf(before.toLowerCase(), behind.trim().toLowerCase())
    return { start: end - number.length, end, value, labels }
  })
}

function labelsOf(before: string, behind: string): string[] {
  const [first = '', last = first] = before.match(/\p{L}+/gu) ?? []
  // "nomor" alone may number anything: it needs the word before it.
  const isNumber = /^(?:nomor|no|nomer)$/.test(last)
  const front = isNumber ? (first === last ? '' : `${first} no`) : last
  return [common.has(front) ? '' : front, behind && !common.has(behind) ? `· ${behind}` : ''].filter(Boolean)
}
