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
