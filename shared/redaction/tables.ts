// Reads tables as text has them: rows of cells parted by comma, semicolon, bar, tab, wide blanks, or a slash, tilde or dash
// between blanks, below a line of heads, or below a line that names the columns in brackets. A number or name in a cell is
// told by the head of its column, for no cue stands before it.

import { isProseSign, lineEnd, split, type Parting, type Span } from './table-cells.ts'
import { fewestCounted, headLabel, readHeads, type Head } from './table-heads.ts'

export type { Span } from './table-cells.ts'

export interface Tables {
  cells: readonly ColumnCell[]
  /** The lines of heads: no name stands there. */
  heads: readonly Span[]
}

export interface ColumnCell {
  start: number
  end: number
  /** The head of its column, in lower case, words parted by single blanks. */
  label: string
}

const longestRow = 2000
const fewestCells = 2

/** "No  Nama / NISN" above rows that begin with "1.", and "(peringkat, nama, …)" above rows that begin with "1) Budi". */
const ordinalHead = /^(?:no|nomor|urut|nomor urut|no urut|peringkat|rank|ranking)$/
const ordinal = /^\d{1,3}[.)]?$/
const ordinalBefore = /^\d{1,3}[.)] /
const numberHead = /(?<![a-z])(?:nik|nip|kk|npwp|hp|wa|telp|telepon|rek|rekening|norek|bpjs|paspor)(?![a-z])/

/** The surest first; a row of other signs than its heads have is told by the number of its cells. */
const rowPartings: readonly Parting[] = ['#', '~', '|', ';', '\t', '  ', '/', '-', ',']

/** Finds the cells that stand below a head. One pass over the lines. */
export function readTables(text: string): Tables {
  const cells: ColumnCell[] = []
  const headLines: Span[] = []
  let table: Head | undefined
  for (let start = 0; start < text.length;) {
    const end = lineEnd(text, start)
    if (end - start <= longestRow) {
      const sideways = readSideways(text, start, end)
      if (sideways) for (const cell of sideways) cells.push(cell)
      const found = sideways ? undefined : readHeads(text, start, end)
      if (found) {
        table = found
        headLines.push(found.line)
        if (!found.parting) addTuples(text, found.line.end, end, found, cells)
      } else if (sideways) table = undefined
      else if (table) table = readRow(text, start, end, table, cells)
    } else table = undefined
    start = end + 1
  }
  return { cells, heads: headLines }
}

/** What a line of a table begins with that has a column for each person. */
const sideHead =
  /[| \t]{0,3}((?:no(?:mor)?\.? )?(?:nama(?: lengkap)?|nik|kk|nip|npwp|alamat|hp|telp|telepon|wa|email|(?:tgl|tanggal) lahir|ttl|bpjs|rekening|rek|sim|paspor|nopol|plat|shm|rm|rekam medis|imei))[ ]{0,20}([|;\t])/iy

/** "Nama | Sarip | Munah" above or below "NIK | 3273… | 3273…": @returns its cells, each with the head of the line */
function readSideways(text: string, start: number, end: number): ColumnCell[] | undefined {
  const row = sideRow(text, start, end)
  if (!row) return undefined
  const [head, ...rest] = row.cells
  const isWithin = [
    sideRow(text, end + 1, lineEnd(text, end + 1)),
    sideRow(text, lineStart(text, start - 1), start - 1),
  ].some((other) => other?.cells.length === row.cells.length && other.label !== row.label)
  return isWithin && head
    ? rest.filter((cell) => cell.end > cell.start).map((cell) => ({ ...cell, label: row.label }))
    : undefined
}

function sideRow(text: string, start: number, end: number): { label: string; cells: Span[] } | undefined {
  sideHead.lastIndex = start
  const found = start < end && end - start <= longestRow ? sideHead.exec(text) : null
  if (!found) return undefined
  const cells = split(text, start, end, found[2] as Parting)
  const hasOtherHead = cells.slice(1).some((cell) => isSideHead(`${text.slice(cell.start, cell.end)}|`))
  return cells.length > 2 && !hasOtherHead ? { label: headLabel(found[1]!), cells } : undefined
}

function isSideHead(cell: string): boolean {
  sideHead.lastIndex = 0
  return sideHead.test(cell)
}

const lineStart = (text: string, at: number) => (at < 0 ? 0 : text.lastIndexOf('\n', at - 1) + 1)

/** Adds the cells of a row. @returns the head for the next line: one title between rows doesn't end a table */
function readRow(
  text: string,
  start: number,
  end: number,
  table: Head,
  cells: ColumnCell[],
): Head | undefined {
  const row = table.isCounted ? undefined : plainRow(text, start, end, table)
  if (row) {
    addCells(row, table, cells)
    return table.afterTitle || table.isSure ? { ...table, afterTitle: false, isSure: false } : table
  }
  if (end <= start + 1) return table
  const counted = countedRow(text, start, end, table)
  if (counted) {
    addCells(counted.row, table, cells)
    return { ...table, parting: counted.parting, isCounted: true, afterTitle: false }
  }
  return table.afterTitle || isProseSign(table.parting) ? undefined : { ...table, afterTitle: true }
}

/** A row parted by the sign that parts its heads. */
function plainRow(text: string, start: number, end: number, { heads, parting }: Head): Span[] | undefined {
  if (!parting) return undefined
  const all = split(text, start, end, parting)
  const row = all.length > heads.length && parting === ',' ? joined(text, all) : aligned(text, all, heads)
  return row.filter((cell) => cell.end > cell.start).length < fewestCells ? undefined : row
}

/** "INSERT INTO pasien (no_rm, nama) VALUES ('123456', 'Siti'), (…)": rows on the line of their heads. */
function addTuples(text: string, from: number, end: number, table: Head, cells: ColumnCell[]): void {
  for (let open = text.indexOf('(', from); open >= 0 && open < end;) {
    const close = text.indexOf(')', open)
    if (close < 0 || close > end) return
    const row = split(text, open + 1, close, ',')
    if (row.length >= table.heads.length) addCells(row, table, cells)
    open = text.indexOf('(', close)
  }
}

function addCells(row: readonly Span[], { heads }: Head, cells: ColumnCell[]): void {
  for (const [at, cell] of row.entries()) {
    const label = heads[at]
    if (label && cell.end > cell.start) cells.push({ ...cell, label })
  }
}

/** A row below heads that another sign parts: the sign that makes as many cells as there are heads, each of its kind. */
function countedRow(
  text: string,
  start: number,
  end: number,
  { heads, parting, isCounted, isSure }: Head,
): { row: Span[]; parting: Parting } | undefined {
  if (!isSure || heads.length < fewestCounted) return undefined
  const bare = withoutBrackets(text, start, end)
  for (const sign of isCounted && parting ? [parting] : rowPartings) {
    const row = aligned(text, split(text, bare.start, bare.end, sign), heads)
    if (row.length === heads.length && row.every((cell, at) => isOfKind(text, cell, heads[at]!)))
      return { row, parting: sign }
  }
  return undefined
}

/** Under a head of numbers stand few letters, under one of names no digits: else a sentence happens to have as many parts. */
function isOfKind(text: string, { start, end }: Span, head: string): boolean {
  const cell = text.slice(start, end)
  if (numberHead.test(head)) return !/[a-z]{5}/i.test(cell)
  return !/^nama\b/.test(head) || !/\d/.test(cell.replace(ordinalBefore, ''))
}

/** "('Budi', '3374…')," below the columns of an INSERT. */
function withoutBrackets(text: string, start: number, end: number): Span {
  const close = text.charCodeAt(start) === 40 ? text.slice(start, end).lastIndexOf(')') : -1
  return close > 0 ? { start: start + 1, end: start + close } : { start, end }
}

/** The number of a row counts as a cell only where the heads have one for it. */
function aligned(text: string, row: Span[], heads: readonly string[]): Span[] {
  const [first, ...rest] = row
  if (!first) return row
  const written = text.slice(first.start, first.end)
  if (row.length === heads.length + 1 && ordinal.test(written)) return rest
  const number = row.length === heads.length - 1 ? ordinalBefore.exec(written)?.[0].length : undefined
  if (!number || !ordinalHead.test(heads[0]!)) return row
  const name = first.start + number
  return [{ start: first.start, end: name }, { start: name, end: first.end }, ...rest]
}

/** In a row with too many commas those before a blank part nothing: "Siti, S.Kep.,siti@…". */
function joined(text: string, cells: readonly Span[]): Span[] {
  const row: Span[] = []
  for (const cell of cells) {
    const last = row.at(-1)
    if (last && cell.end > cell.start && text.charAt(cell.start - 1) === ' ') last.end = cell.end
    else row.push({ ...cell })
  }
  return row
}
