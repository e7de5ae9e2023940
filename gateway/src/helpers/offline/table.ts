// Rows of a table in a text: cells parted by tabs or bars, below a line of heads.

/** In a table that was selected or pasted, tabs stand between the cells; "Nomor⇥: 005" of a letter is no row of one. */
export function withCells(line: string): string {
  const cells = line.split('\t').map((cell) => cell.trim())
  const isRow = cells.length > 2 && cells[0] !== '' && !cells.some((cell) => cell.startsWith(':'))
  return isRow ? cells.join(' | ') : line
}

/** A row of a table: its cells belong together, and to no other line. */
export function isRow(line: string): boolean {
  return /(?:^| )\|(?: |$)/.test(line)
}

export function isTabular(sentences: readonly string[]): boolean {
  const rows = sentences.filter(isRow).length
  return rows > 1 && rows > sentences.length / 2
}

/** What the columns are called says nothing about a case: those rows become blank lines. */
export function withoutTableHeads(lines: readonly string[], known: ReadonlySet<string>): string[] {
  const kept = [...lines]
  for (let at = 0; at < lines.length; at++) {
    const start = at
    while (isRow(lines[at] ?? '')) at++
    const [head, ...rows] = lines.slice(start, at).map(cellsOf)
    if (head !== undefined && isTableHead(head, rows, known)) kept[start] = ''
  }
  return kept
}

export function cellsOf(row: string): string[] {
  return row.split('|').map((cell) => cell.trim())
}

/**
 * Short words without a number, over a column that has one in each row. In two columns ("Tenggat | 2 Desember") such a
 * row may be a fact: there the first column must have them.
 */
function isTableHead(
  cells: readonly string[],
  rows: readonly string[][],
  known: ReadonlySet<string>,
): boolean {
  if (rows[0]?.length !== cells.length) return false
  if (cells.some((cell) => cell.length > 30 || /\d/.test(cell))) return false
  const numbered = (column: number) => rows.every((row) => /\d/.test(row[column] ?? ''))
  if (cells.every((cell) => known.has(cell.toLowerCase()))) return true
  return cells.length === 2 ? numbered(0) : cells.some((_cell, column) => numbered(column))
}

export interface Table {
  /** Of cells; heads and totals are rows too. */
  rows: string[][]
  /** The lines before and behind it. */
  around: string[]
}

/** What may part the cells, the surest first. "Label: amount" and "label Rp5.000" are rows of two. */
const partings = [
  /\t/,
  /\s?\|\s?/,
  /;/,
  /\s{2,}/,
  /,(?!\d{1,3}(?:\D|$))/,
  /\s?:\s/,
  /\s?[=–-]?\s(?=Rp\.?\s?\d)/,
]
const ruled = /^[\s|:+=-]+$/
const mostRows = 5000
const mostCells = 40

/** @returns the longest run of lines with cells, by whichever sign parts them; no rows where there is none. */
export function tableIn(lines: readonly string[]): Table {
  const read = lines.filter((line) => line.trim() !== '' && !ruled.test(line)).slice(0, mostRows)
  let longest: Table = { rows: [], around: [...read] }
  for (const parting of partings) {
    const [start, end] = longestRun(read.map((line) => splitRow(line, parting)))
    if (end - start <= Math.max(1, longest.rows.length)) continue
    longest = {
      rows: read.slice(start, end).map((line) => splitRow(line, parting)),
      around: [...read.slice(0, start), ...read.slice(end)],
    }
  }
  return longest
}

function splitRow(line: string, parting: RegExp): string[] {
  const bare = line.replace(/^\s*\|/, '').replace(/\|\s*$/, '')
  return bare.split(parting, mostCells).map((cell) => cell.replace(/\s+/g, ' ').trim())
}

/** @returns where the longest run of rows with more than one cell begins and ends */
function longestRun(rows: readonly string[][]): [start: number, end: number] {
  let longest: [number, number] = [0, 0]
  let start = 0
  for (const [at, row] of rows.entries()) {
    if (row.length < 2) start = at + 1
    else if (at + 1 - start > longest[1] - longest[0]) longest = [start, at + 1]
  }
  return longest
}
