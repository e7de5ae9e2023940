// What is read of a text once, for all detectors: its digits, its words, its tables.
import { tokenize, type Tokens } from './tokens.ts'
import { scanNumbers, type NumberRun } from './number-runs.ts'
import { unslipped } from './slips.ts'
import { firstEndingAfter } from './spans.ts'
import { topicsOf } from './topics.ts'
import { readTables, type ColumnCell, type Span } from './tables.ts'

export interface Reading {
  /** As long as what was given, so places are the same. */
  text: string
  /** The text with a scanner's slips in numbers put right; as long as the text, so places are the same. */
  digits: string
  runs: readonly NumberRun[]
  /** Without regard to slips: in a plate or passport a letter beside digits is none. */
  plainRuns: readonly NumberRun[]
  tokens: Tokens
  /** For each token what it speaks of, a bit each. */
  topics: Uint8Array
  /** Cells below the heads of their columns, in order. */
  cells: readonly ColumnCell[]
  heads: readonly Span[]
}

/** Full-width signs, Arabic-Indic and Persian digits, blanks as links have them; and signs that nobody sees. */
const strange = /%20|[\uff01-\uff5e\u0660-\u0669\u06f0-\u06f9]|[\u00ad\u200b-\u200f\u2060\ufeff]+/g

/** The text in ASCII where it is so in other clothes, and blanks for what nobody sees beside a blank; as long as before. */
function undressed(text: string): string {
  return text.replace(strange, (signs, at: number) => {
    const code = signs.charCodeAt(0)
    if (code === 37) return '   '
    if (code > 0xff00 && code < 0xff5f) return String.fromCharCode(code - 0xfee0)
    if (code > 0x65f && code < 0x6fa) return String.fromCharCode(48 + (code % 16))
    const isBeside = text.charAt(at - 1) === ' ' || text.charAt(at + signs.length) === ' '
    return isBeside ? ' '.repeat(signs.length) : signs
  })
}

/** A form's boxes for the signs of one number: "|3|6|7|1|…", "[3][6][7][1]…". */
const boxes = /(?:[|[] ?\d ?\]?){10,20}\|?/g

const unboxed = (text: string) => text.replace(boxes, (row) => row.replace(/[|[\]]/g, ' '))

export function read(written: string): Reading {
  const text = unboxed(undressed(written))
  const digits = unslipped(text)
  const runs = scanNumbers(digits)
  const plainRuns = digits === text ? runs : scanNumbers(text)
  const tokens = tokenize(text)
  return { text, digits, runs, plainRuns, tokens, topics: topicsOf(text, tokens), ...readTables(text) }
}

/** The cell that holds a place, if the table has a head. */
export function cellAt(cells: readonly ColumnCell[], at: number): ColumnCell | undefined {
  const cell = firstEndingAfter(cells, at)
  return cell && cell.start <= at ? cell : undefined
}
