// What Indonesian puts before and behind a word: a list that has "aspal" knows "pengaspalannya" by it. No grammar: a form
// that nobody uses does no harm.
import { startOfHash, hashSign } from '../tokens.ts'

const shortestStem = 4
/** What stands before, and the letter whose place its nasal took: "menyapu" is of "sapu". */
const beginnings = (
  ' di ter ber be se ke per pe me keter memper diper meny-s peny-s meng peng meng-k peng-k mem pem mem-p pem-p ' +
  'men pen men-t pen-t'
)
  .split(' ')
  .map((written) => {
    const [prefix = '', first = ''] = written.split('-')
    const start = first ? hashSign(startOfHash, first.charCodeAt(0)) : startOfHash
    return { prefix, start, first: first.length }
  })
/** By the letter that they begin with, for most words begin with none. */
const beginningsOf = new Map(
  [...'abcdefghijklmnopqrstuvwxyz'].map((letter) => [
    letter,
    beginnings.filter(({ prefix }) => !prefix || prefix.startsWith(letter)),
  ]),
)
const suffixes = ['', 'an', 'kan']
/** Too many names end so to take it for a suffix where there is no prefix. */
const lessSure = ['i', 'in']
const particles = ['', 'nya', 'lah', 'kah', 'pun']
const endings = particles.flatMap((particle) =>
  [...suffixes, ...lessSure].map((suffix) => ({
    written: suffix + particle,
    isSure: !lessSure.includes(suffix),
  })),
)
/** By the letter that they end with. */
const endingsOn = new Map(
  ['n', 'i', 'a', 'h'].map((letter) => [letter, endings.filter(({ written }) => written.endsWith(letter))]),
)
const longestEnding = 6
const longestWord = 32

/**
 * Takes a word, as a stretch of a text, and a look at a list. Returns whether the list has a word of which this one is a
 * form; the hashes are those of words in small letters.
 */
export function isFormOf(text: string, from: number, to: number, has: (hash: number) => boolean): boolean {
  if (to - from > longestWord) return false
  const word = text.slice(from, to).toLowerCase()
  const { sure, all } = endingsOf(word)
  for (const { prefix, start, first } of beginningsOf.get(word.charAt(0)) ?? []) {
    if (!word.startsWith(prefix)) continue
    const cuts = prefix ? all : sure & ~1
    if (cuts === 0) continue
    let hash = start
    for (let at = prefix.length; at < word.length; at++) {
      hash = hashSign(hash, word.charCodeAt(at))
      const left = word.length - at - 1
      const length = at + 1 - prefix.length + first
      if (left <= longestEnding && length >= shortestStem && (cuts >> left) & 1 && has(hash)) return true
    }
  }
  return false
}

/** The lengths of what may be cut off at the end, a bit each: for sure, and behind a prefix. */
function endingsOf(word: string): { sure: number; all: number } {
  let sure = 1
  let all = 1
  for (const { written, isSure } of endingsOn.get(word.charAt(word.length - 1)) ?? []) {
    if (!word.endsWith(written)) continue
    all |= 1 << written.length
    if (isSure) sure |= 1 << written.length
  }
  return { sure, all }
}
