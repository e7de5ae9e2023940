// The words that names are made of, ordinary words that a capital makes no name of, and the cues that let a name in lower
// case follow. Kept as hashes in one open table, for every word of a text is looked up.
import list from './name-words.json' with { type: 'json' }
import { hashWord } from './tokens.ts'

export interface NameWords {
  /** 1 part of a name, 2 ordinary word, 3 both, 0 neither; cues have 4 besides. */
  kindOf(hash: number): number
}

/** @returns a look-up for these lists, each word with its bit. */
export function nameWordsOf(
  names: readonly string[],
  ordinary: readonly string[],
  cues: readonly string[],
): NameWords {
  const bits = Math.ceil(Math.log2((names.length + ordinary.length + cues.length) * 4))
  const size = 1 << bits
  const keys = new Int32Array(size)
  const kinds = new Uint8Array(size)
  const placeOf = (hash: number) => {
    let place = Math.imul(hash, 0x9e3779b1) >>> (32 - bits)
    while (kinds[place] !== 0 && keys[place] !== hash) place = (place + 1) & (size - 1)
    return place
  }
  for (const [at, words] of [names, ordinary, cues].entries())
    for (const word of words) {
      const place = placeOf(hashWord(word))
      keys[place] = hashWord(word)
      kinds[place]! |= 1 << at
    }
  return { kindOf: (hash) => kinds[placeOf(hash)]! }
}

export const nameWords = nameWordsOf(list.names.split(' '), list.ordinary.split(' '), list.cues.split(' '))
