// The words that names are made of, ordinary words that a capital makes no name of, and the cues that let a name in lower
// case follow. Kept as sorted keys of 24 bits, not as words: half the size, and one word in five hundred taken for another
// costs next to nothing.
import list from './name-words.json' with { type: 'json' }
import { hashWord } from './tokens.ts'

export interface NameWords {
  /** 1 part of a name, 2 ordinary word, 3 both, 0 neither; cues have 4 besides. Takes a hash as tokens have it. */
  kindOf(hash: number): number
}

const keyBits = 24
const keyOf = (hash: number) => Math.imul(hash, 0x9e3779b1) >>> (32 - keyBits)

/** @returns the keys of these words, sorted, each once */
export function keysOf(words: readonly string[]): number[] {
  return [...new Set(words.map((word) => keyOf(hashWord(word))))].sort((a, b) => a - b)
}

/** Writes sorted keys: the steps between them, seven bits a byte, in base64. */
export function writeKeys(keys: readonly number[]): string {
  const bytes: number[] = []
  for (const [at, key] of keys.entries()) {
    let step = key - (keys[at - 1] ?? 0)
    for (; step > 127; step >>>= 7) bytes.push((step & 127) | 128)
    bytes.push(step)
  }
  return btoa(bytes.map((byte) => String.fromCharCode(byte)).join(''))
}

function readKeys(written: string): number[] {
  const keys: number[] = []
  let key = 0
  let step = 0
  let shift = 0
  for (const sign of atob(written)) {
    const byte = sign.charCodeAt(0)
    step |= (byte & 127) << shift
    shift += 7
    if (byte > 127) continue
    keys.push((key += step))
    step = shift = 0
  }
  return keys
}

/** @returns a look-up for three lists of keys: an open table, for every word of a text is looked up */
export function nameWordsOf(
  names: readonly number[],
  ordinary: readonly number[],
  cues: readonly number[],
): NameWords {
  const bits = Math.ceil(Math.log2((names.length + ordinary.length + cues.length) * 2))
  const size = 1 << bits
  const keys = new Int32Array(size)
  const kinds = new Uint8Array(size)
  const placeOf = (key: number) => {
    let place = key >>> (keyBits - bits)
    while (kinds[place] !== 0 && keys[place] !== key) place = (place + 1) & (size - 1)
    return place
  }
  for (const [at, list] of [names, ordinary, cues].entries())
    for (const key of list) {
      const place = placeOf(key)
      keys[place] = key
      kinds[place]! |= 1 << at
    }
  return { kindOf: (hash) => kinds[placeOf(keyOf(hash))]! }
}

export const nameWords = nameWordsOf(readKeys(list.names), readKeys(list.ordinary), readKeys(list.cues))
