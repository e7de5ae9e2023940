// The words that names are made of, ordinary words that a capital makes no name of, and the cues that let a name in lower
// case follow. Kept as sorted keys of 21 bits, not as words: half the size, and one word in seventy taken for another
// costs next to nothing.
import list from './name-words.json' with { type: 'json' }
import { mostSigns, readCounts, signOf, valueAt, writeCount } from '../signs.ts'
import { hashWord } from '../tokens.ts'
import { isFormOf } from './inflection.ts'

export interface NameWords {
  /**
   * 1 part of a name, 2 ordinary word, 3 both, 0 neither; besides 4 for a cue, 8 for a word of somebody's part, 16 for one
   * of a kind of thing. Takes a hash as tokens have it.
   */
  kindOf(hash: number): number
  /** The same of a stretch of a text with its hash; besides, what is a form of an ordinary word is one: "dijalankan". */
  kindIn(text: string, from: number, to: number, hash: number): number
}

const keyBits = 21
const keyOf = (hash: number) => Math.imul(hash, 0x9e3779b1) >>> (32 - keyBits)

/** @returns the keys of these words, sorted, each once */
export function keysOf(words: readonly string[]): number[] {
  return [...new Set(words.map((word) => keyOf(hashWord(word))))].sort((a, b) => a - b)
}

/** The steps between sorted keys: their last six bits and the rest apart, for the rest is mostly small and packs well. */
interface StoredKeys {
  steps: string
  rests: string
}

const restBits = 6

/** Writes sorted keys. */
export function writeKeys(keys: readonly number[]): StoredKeys {
  const steps = keys.map((key, at) => key - (keys[at - 1] ?? 0))
  return {
    steps: steps.map((step) => writeCount(step >> restBits)).join(''),
    rests: steps.map((step) => signOf(step & (mostSigns - 1))).join(''),
  }
}

/** Reads what `writeKeys` wrote. */
export function readKeys({ steps, rests }: StoredKeys): number[] {
  let key = 0
  return readCounts(steps).map((step, at) => (key += (step << restBits) | valueAt(rests, at)))
}

/** @returns a look-up for lists of keys, in the order of their bits: an open table, for every word of a text is looked up */
export function nameWordsOf(lists: readonly (readonly number[])[]): NameWords {
  const bits = Math.ceil(Math.log2(lists.reduce((sum, { length }) => sum + length, 0) * 2))
  const size = 1 << bits
  const keys = new Int32Array(size)
  const kinds = new Uint8Array(size)
  const placeOf = (key: number) => {
    let place = key >>> (keyBits - bits)
    while (kinds[place] !== 0 && keys[place] !== key) place = (place + 1) & (size - 1)
    return place
  }
  for (const [at, list] of lists.entries())
    for (const key of list) {
      const place = placeOf(key)
      keys[place] = key
      kinds[place]! |= 1 << at
    }
  const kindOf = (hash: number) => kinds[placeOf(keyOf(hash))]!
  const isOrdinary = (hash: number) => (kindOf(hash) & 2) > 0
  return {
    kindOf,
    kindIn(text, from, to, hash) {
      const kind = kindOf(hash)
      return kind & 2 || !isFormOf(text, from, to, isOrdinary) ? kind : kind | 2
    },
  }
}

export const nameWords = nameWordsOf(
  [list.names, list.ordinary, list.cues, list.roles, list.kinds].map(readKeys),
)

/** The same of a word in small letters. */
export const kindOfWord = (word: string): number => nameWords.kindIn(word, 0, word.length, hashWord(word))
