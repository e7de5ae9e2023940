// Names that sign a letter: below "Hormat saya", and above the line with the NIP.
import { readName, type Name } from '../name.ts'
import { matchesOf } from '../matches.ts'

const closing =
  /^[ \t]{0,20}(hormat (?:saya|kami)|salam(?: hormat)?|terima ?kasih|tks|wassalam\w{0,10}|(?:kind |best |warm )?regards|(?:yours )?sincerely|yours (?:truly|faithfully)|best wishes|thank you|thanks|yang (?:menyatakan|membuat pernyataan|memberi kuasa)|pemohon|pelapor)[ \t]{0,4}[,.]?[ \t]{0,4}\r?$/gim
const nip = /\bNIP\b/g
const widestIndent = 20
/** Lines between closing and name: blank, "(ttd)", duty stamp, dots to sign on; above a NIP also the rank "Penata (III/c)". */
const filler = /^[\s._]*$|^\W{0,3}(?:ttd|meterai|materai|ditandatangani)|\b[IVX]{1,3}\/[a-e]\b/i
const mostLines = 6
const longestLine = 120
/** Two words at least below thanks: a new paragraph of one word is not a signature. */
const weakClosing = /^(?:terima|thank)/i

/** Finds names of signatories. Looks at a few short lines around each closing or NIP. */
export function findSignatures(text: string): Name[] {
  const below = matchesOf(text, closing).map((match) =>
    nameNear(text, match.index + match[0].length, lineAfter, weakClosing.test(match[0].trim()) ? 2 : 1),
  )
  const above = matchesOf(text, nip).map(({ index }) => {
    const start = lineStart(text, index)
    return start < 0 ? undefined : nameNear(text, start, lineAbove, 1)
  })
  return [...below, ...above].filter((name) => name !== undefined)
}

/** Where the line begins on which a word stands first, or -1. */
function lineStart(text: string, at: number): number {
  let start = at
  while (start > 0 && at - start <= widestIndent && /[ \t]/.test(text.charAt(start - 1))) start--
  return at - start <= widestIndent && (start === 0 || /[\r\n\u2028\u2029]/.test(text.charAt(start - 1)))
    ? start
    : -1
}

interface Line {
  start: number
  end: number
}
type Step = (text: string, at: number) => Line | undefined

/** The first line that is not filler, if it is a name and nothing else but a degree. */
function nameNear(text: string, from: number, step: Step, fewestWords: number): Name | undefined {
  let at = from
  for (let count = 0; count < mostLines; count++) {
    const line = step(text, at)
    if (!line) return undefined
    const content = text.slice(line.start, line.end)
    if (!filler.test(content)) return nameOfLine(text, line, fewestWords)
    at = step === lineAfter ? line.end : line.start
  }
  return undefined
}

function lineAfter(text: string, at: number): Line | undefined {
  const start = text.indexOf('\n', at) + 1
  if (start === 0 || start > at + longestLine) return undefined
  const end = text.slice(start, start + longestLine).search(/\n|$/) + start
  return { start, end }
}

function lineAbove(text: string, at: number): Line | undefined {
  if (at === 0) return undefined
  const end = at - 1
  const floor = Math.max(0, end - longestLine)
  const lineBreak = text.slice(floor, end).lastIndexOf('\n')
  if (lineBreak < 0 && floor > 0) return undefined
  return { start: floor + lineBreak + 1, end }
}

function nameOfLine(text: string, line: Line, fewestWords: number): Name | undefined {
  const indent = text.slice(line.start, line.end).search(/[^\s(]/)
  const name = readName(text, line.start + Math.max(0, indent), 'capitalised')
  if (!name || name.words.length < fewestWords || name.end > line.end) return undefined
  return /^[\s)]*(?:,|$)/.test(text.slice(name.end, line.end)) ? name : undefined
}
