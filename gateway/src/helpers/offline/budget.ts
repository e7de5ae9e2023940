// A table with amounts: what its columns are, the three largest, its total. Copied, never computed.
import { anyOf, documentWords, has, hidesData, shorten } from '../../../../shared/content/index.ts'
import type { SummariseOptions } from '../../../../shared/protocol/index.ts'
import { found, itemsFor, longestLine, unsaid } from './rows.ts'
import type { ReadSource } from './source.ts'
import type { Table } from './table.ts'

interface Amount {
  /** As it is written. */
  text: string
  value: number
  label: string
  /** The head of its column, or nothing. */
  head: string
}

interface Budget {
  heads: readonly string[]
  rows: readonly string[][]
  totals: readonly string[][]
}

const words = documentWords.budget
const money = anyOf(words.money)
const totals = new Set(words.totals)
const noAmounts = new Set(words.noAmounts)
const scales = new Map(words.scales.map(({ word, factor }) => [word, factor]))
/** "Rp1.250.000,00", "(75.129.750)", "1,2 miliar", "86500000", "12,500,000" */
const amount = new RegExp(
  String.raw`^(?:rp\.?|idr)?\s?[(-]?(?:rp\.?\s?)?(\d{1,3}(?:\.\d{3})+(?:,\d{1,2})?|\d{1,3}(?:,\d{3})+(?:\.\d{1,2})?|\d{4,15}(?:,\d{1,2})?|\d{1,3}(?:,\d{1,3})?(?=\s?(?:${[...scales.keys()].join('|')})\b))(?:,-)?\)?(?:\s?(${[...scales.keys()].join('|')}))?\)?$`,
  'i',
)
const three = 3
const longestLabel = 120
const notesFor = { singkat: 0, sedang: 2, lengkap: 5 }

/** @returns whether most rows of its table hold an amount of money. */
export function isBudget(read: ReadSource): boolean {
  const { rows, heads } = budgetIn(read.table)
  if (rows.length < 2) return false
  const paid = rows.filter((row) => amountsOf(row, heads).length > 0)
  return (
    paid.length > rows.length / 2 && has(money, [...read.table.around, ...read.table.rows.flat()].join(' '))
  )
}

/** @returns the lines of a table with amounts. */
export function budgetLines(read: ReadSource, { length }: SummariseOptions): string[] {
  const { heads, rows, totals } = budgetIn(read.table)
  const largest = rows
    .flatMap((row) => amountsOf(row, heads))
    .sort((a, b) => b.value - a.value)
    .slice(0, three)
  const sums = totals.flatMap((row) => amountsOf(row, heads))
  // without an amount it is no table of them, whatever was chosen
  if (largest.length + sums.length === 0) return [`Kolom: ${unsaid}`, `Tiga angka terbesar: ${unsaid}`]
  const named = heads.filter((head) => head !== '').join(' | ')
  return [
    `Kolom: ${shorten(named, longestLine) || unsaid}`,
    `Tiga angka terbesar:${largest.length === 0 ? ` ${unsaid}` : ''}`,
    ...largest.map((one) => `- ${written(one)}`),
    ...(sums.length === 0 ? [] : [`Jumlah: ${shorten(sums.map(written).join('; '), longestLine)}`]),
    ...found([['Keterangan', '', notesOf(read).slice(0, notesFor[length]), itemsFor[length]]]),
  ]
}

function budgetIn({ rows: all }: Table): Budget {
  const [first, ...others] = all
  const isHead = first !== undefined && !first.some((cell) => amount.test(cell) && !isYear(cell))
  const rows = isHead ? others : all
  return {
    heads: isHead ? first : [],
    rows: rows.filter((row) => !isTotal(row)),
    totals: rows.filter(isTotal),
  }
}

function isTotal(row: readonly string[]): boolean {
  const label = labelOf(row).toLowerCase()
  return totals.has(label.replace(/[.:]$/, ''))
}

/** What the row is called: its first cell in words. */
function labelOf(row: readonly string[]): string {
  return row.find((cell) => /\p{L}{2}/u.test(cell) && !amount.test(cell)) ?? ''
}

function amountsOf(row: readonly string[], heads: readonly string[]): Amount[] {
  const label = labelOf(row)
  if (hidesData(label)) return []
  return row.flatMap((text, column) => {
    const head = heads[column] ?? ''
    const value = valueOf(text)
    if (value === undefined || noAmounts.has(head.toLowerCase()) || (head === '' && isYear(text))) return []
    return [{ text, value, label: shorten(label, longestLabel), head }]
  })
}

/** For the order alone: what is written stays as it is. */
function valueOf(text: string): number | undefined {
  const [, digits, scale] = amount.exec(text) ?? []
  if (digits === undefined) return undefined
  const isForeign = /^\d{1,3}(?:,\d{3})+(?:\.\d{1,2})?$/.test(digits) && scale === undefined
  const plain = isForeign ? digits.replace(/,/g, '') : digits.replace(/\./g, '').replace(',', '.')
  return Number(plain) * (scales.get(scale?.toLowerCase() ?? '') ?? 1)
}

function isYear(text: string): boolean {
  return /^(?:19|20)\d{2}$/.test(text)
}

function written({ label, text, head }: Amount): string {
  return `${label === '' ? '' : `${label}: `}${text}${head === '' ? '' : ` (${head})`}`
}

/** What stands around the table: its unit, a remark. */
function notesOf({ table }: ReadSource): string[] {
  const lines = table.around.map((line) => line.replace(/\s+/g, ' ').trim())
  return lines.filter((line) => /\p{L}{3}/u.test(line) && !hidesData(line))
}
