// Names of persons, where a clear cue announces them; then the same names wherever else they stand in the text.
import type { Finding } from '../finding.ts'
import { placeHeads } from '../lexicon/person-words.ts'
import { readName, type Name } from '../name.ts'
import { cues, type Cue } from './person-cues.ts'
import { findRepeats } from './person-repeats.ts'
import { findSignatures } from './person-signatures.ts'

/** "RSUD Dr. Soetomo", "Jl. Ir. H. Juanda": the honorific belongs to a place, perhaps behind others. */
const placeBefore = new RegExp(
  `\\b(?:${[...placeHeads].join('|')})\\.? {0,2}(?:(?:dr|ir|h|hj|kh|drs|prof)\\.? ){0,3}$`,
  'i',
)

/** Finds names behind cues, signatures, and every repetition of what was found. */
export function findPersons(text: string): Finding[] {
  const names = [...cues.flatMap((cue) => namesBehind(text, cue)), ...findSignatures(text)]
  if (names.length === 0) return []
  const seen = new Set<number>()
  const found = names.filter(({ start }) => !seen.has(start) && seen.add(start))
  const findings = found.map(({ start, end }): Finding => ({ start, end, type: 'PERSON' }))
  return [...findings, ...findRepeats(text, found)]
}

const anything = /(?:)/y

function namesBehind(
  text: string,
  { pattern, nameCase = 'capitalised', fewestWords = 1, followedBy = anything }: Cue,
): Name[] {
  const names: Name[] = []
  for (const match of text.matchAll(pattern)) {
    if (placeBefore.test(text.slice(Math.max(0, match.index - 32), match.index))) continue
    const name = readName(text, match.index + match[0].length, nameCase)
    if (!name || name.words.length < fewestWords) continue
    followedBy.lastIndex = name.end
    if (followedBy.test(text)) names.push(name)
  }
  return names
}
