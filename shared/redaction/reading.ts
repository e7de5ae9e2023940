// What is read of a text once, for all detectors: its digits, its words, its tables.
import { tokenize, type Tokens } from './names/tokens.ts'
import { scanNumbers, type NumberRun } from './number-runs.ts'
import { unslipped } from './slips.ts'
import { firstEndingAfter } from './spans.ts'
import { readTables, type ColumnCell, type Span } from './tables.ts'

export interface Reading {
  text: string
  /** The text with a scanner's slips in numbers put right; as long as the text, so places are the same. */
  digits: string
  runs: readonly NumberRun[]
  /** Without regard to slips: in a plate or passport a letter beside digits is none. */
  plainRuns: readonly NumberRun[]
  tokens: Tokens
  /** Cells below the heads of their columns, in order. */
  cells: readonly ColumnCell[]
  heads: readonly Span[]
}

export function read(text: string): Reading {
  const digits = unslipped(text)
  const runs = scanNumbers(digits)
  const plainRuns = digits === text ? runs : scanNumbers(text)
  return { text, digits, runs, plainRuns, tokens: tokenize(text), ...readTables(text) }
}

/** The cell that holds a place, if the table has a head. */
export function cellAt(cells: readonly ColumnCell[], at: number): ColumnCell | undefined {
  const cell = firstEndingAfter(cells, at)
  return cell && cell.start <= at ? cell : undefined
}
