// A row of a table as one line, so that what belongs together is read together: "a | b | c", and facts as "label: value".
import { labelled } from './label-value.ts'

/** A cell with more (UTF-16 units) is a page of its own. */
const longestCell = 2_000
const longestLabel = 40
/** What a cell over several rows says is repeated if it is no longer than this, and so often. */
const longestRepeated = 60
const mostRepeated = 2_000
const mostSpanning = 50
const cellRoles = /^(cell|gridcell|columnheader|rowheader)$/

export function isRow(element: Element): boolean {
  if (element.localName === 'tr') return true
  if (element.localName !== 'div' || element.getAttribute('role') !== 'row' || element.childElementCount < 2)
    return false
  return Array.from(element.children).every((cell) => cellRoles.test(cell.getAttribute('role') ?? ''))
}

/** Not of a table that only lays out a page or a mail: there a cell stands alone in its row, or holds tables or a page. */
export function isOneLine(row: Element): boolean {
  if (row.querySelector('table, [data-frame]') || row.closest('[role="presentation"], [role="none"]'))
    return false
  const lengths = Array.from(row.children, (cell) => cell.textContent?.trim().length ?? 0)
  return lengths.filter(Boolean).length > 1 && lengths.every((length) => length <= longestCell)
}

export function rowText(row: Element, textOf: (cell: Element) => string): string {
  const cells = tableOf(row)?.cells.get(row) ?? Array.from(row.children)
  const heads = headsOf(row)
  const parts: string[] = []
  let awaitsValue = false
  for (const cell of cells) {
    const text = inOneLine(textOf(cell))
    const last = parts.length - 1
    if (last >= 0 && (awaitsValue || /^[:：]/.test(text))) {
      parts[last] = labelled(parts[last]!.replace(/\s*[:：]?\s*$/, '')) + text.replace(/^[:：]\s*/, '')
      awaitsValue = /^[:：]$/.test(text)
    } else {
      parts.push(text)
      awaitsValue = text.length > 1 && text.length <= longestLabel && (/[:：]$/.test(text) || heads.has(cell))
    }
  }
  return parts.join(' | ')
}

/** A row stays one line, so that what belongs together is read together. */
export function inOneLine(text: string): string {
  return text.replace(/([,.:;!?…]?)\n+(?:- )?/g, (_break, sign: string) => `${sign || ','} `)
}

/** Heads of rows that take turns with their values; below heads of columns a row is a row of data. */
function headsOf(row: Element): ReadonlySet<Element> {
  const cells = Array.from(row.children)
  const takeTurns =
    cells.length % 2 === 0 && cells.every(({ localName }, at) => localName === (at % 2 ? 'td' : 'th'))
  return new Set(takeTurns && !tableOf(row)?.hasColumnHeads ? cells : [])
}

interface Table {
  hasColumnHeads: boolean
  /** Rows that repeat what a cell over several rows says. */
  cells: Map<Element, Element[]>
}

function tableOf(row: Element): Table | null {
  const table = row.closest('table')
  if (!table) return null
  let known = tables.get(table)
  if (!known) {
    const rows = Array.from(table.rows)
    const hasColumnHeads = rows.some(({ cells: [...cells] }) => {
      return cells.length > 1 && cells.every(({ localName }) => localName === 'th')
    })
    tables.set(table, (known = { hasColumnHeads, cells: withSpanning(rows) }))
  }
  return known
}
const tables = new WeakMap<Element, Table>()

interface Spanning {
  cell: Element
  from: number
  to: number
  rowsLeft: number
  isLabel: boolean
}

/** Only what stands before a row's own cells says what they are about. */
function withSpanning(rows: HTMLTableRowElement[]): Map<Element, Element[]> {
  const found = new Map<Element, Element[]>()
  let spanning: Spanning[] = []
  let repeated = 0
  for (const row of rows) {
    const begun: Spanning[] = []
    const line: Element[] = []
    let [column, waiting] = [0, 0]
    for (const cell of row.cells) {
      for (let over; (over = spanning[waiting]) && over.from <= column; waiting += 1) {
        if (over.isLabel && (repeated += 1) <= mostRepeated) line.push(over.cell)
        column = Math.max(column, over.to)
      }
      line.push(cell)
      const [from, to] = [column, column + cell.colSpan]
      if (cell.rowSpan > 1) {
        const isLabel = (cell.textContent?.trim().length ?? 0) <= longestRepeated
        begun.push({ cell, from, to, rowsLeft: cell.rowSpan, isLabel })
      }
      column = to
    }
    if (line.length > row.cells.length) found.set(row, line)
    for (const over of [...spanning, ...begun]) over.rowsLeft -= 1
    spanning = [...spanning, ...begun]
      .filter(({ rowsLeft }) => rowsLeft > 0)
      .sort((a, b) => a.from - b.from)
      .slice(0, mostSpanning)
  }
  return found
}
