// One name left open undoes the rest: a name that was found once is looked for in the whole text, in full in any case,
// and each longer part of it where it is written with a capital.
import type { Finding } from '../finding.ts'
import { notNames, placeHeads, sharedParts } from '../lexicon/person-words.ts'
import type { Name } from '../name.ts'
import { hashWord, shapes, type Tokens } from '../tokens.ts'

const mostWords = 6
const shortestPart = 4
const widestGap = 4
const glanceShift = 22

/** Finds repetitions of names. One walk over the words; at each that may end a name, at most six look-ups. */
export function findRepeats(tokens: Tokens, names: readonly Name[]): Finding[] {
  const known = knownNames(names)
  const findings: Finding[] = []
  for (let i = 0; i < tokens.count; i++) {
    const hash = tokens.hash[i]!
    if (known.glance[hash >>> glanceShift] === 0 || !known.words.has(hash)) continue
    const start = nameStart(tokens, i, known)
    if (start >= 0) findings.push({ start: tokens.start[start]!, end: tokens.end[i]!, type: 'PERSON' })
  }
  return findings
}

interface KnownNames {
  /** Hashes of all words of each name, chained from the last to the first. */
  full: ReadonlySet<number>
  parts: ReadonlySet<number>
  /** Those of names that were written in lower case themselves. */
  lowerParts: ReadonlySet<number>
  /** Every word of every name: only such a word can end a match. */
  words: ReadonlySet<number>
  glance: Uint8Array
}

function knownNames(names: readonly Name[]): KnownNames {
  const full = new Set<number>()
  const parts = new Set<number>()
  const lowerParts = new Set<number>()
  const words = new Set<number>()
  const glance = new Uint8Array(1 << (32 - glanceShift))
  for (const name of names) {
    let chained = 0
    for (const part of name.words.toReversed()) {
      const plain = part.replace(/\.$/, '').toLowerCase()
      const hash = hashWord(plain)
      chained = chain(chained, hash)
      words.add(hash)
      glance[hash >>> glanceShift] = 1
      if (plain.length >= shortestPart && !sharedParts.has(plain) && !notNames.has(plain)) {
        parts.add(hash)
        if (part === plain) lowerParts.add(hash)
      }
    }
    full.add(chained)
  }
  return { full, parts, lowerParts, words, glance }
}

const chain = (chained: number, hash: number) => Math.imul(chained ^ hash, 0x85ebca6b) ^ (chained >>> 13)

/** Where the name begins that ends with a word: the longest full one, else the word alone as a part; -1 for none. */
function nameStart(tokens: Tokens, last: number, known: KnownNames): number {
  const { start, end, hash, shape } = tokens
  let found = -1
  let chained = chain(0, hash[last]!)
  const isAlone = known.full.has(chained)
  for (let i = last - 1; i >= 0 && last - i < mostWords && start[i + 1]! - end[i]! <= widestGap; i--) {
    chained = chain(chained, hash[i]!)
    if (known.full.has(chained)) found = i
  }
  const isPart = known.parts.has(hash[last]!) || (isAlone && end[last]! - start[last]! > 2)
  const mayStand = shape[last] !== shapes.lower || known.lowerParts.has(hash[last]!)
  if (found < 0 && isPart && mayStand) found = last
  return found < 0 || isPlace(tokens, found) ? -1 : found
}

const placeHashes = new Set([...placeHeads].map(hashWord))

/** "Toko Budi Jaya" stays, though Budi Jaya is a person elsewhere: one or two words before stands what it names. */
function isPlace({ hash, start, end }: Tokens, at: number): boolean {
  for (let i = at - 1; i >= 0 && i >= at - 2 && start[i + 1]! - end[i]! <= widestGap; i--)
    if (placeHashes.has(hash[i]!)) return true
  return false
}
