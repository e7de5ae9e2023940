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
const mayEnd = /(?:[nih]|ya)$/
const longestEnding = 6
const longestWord = 32

/**
 * Takes a word, as a stretch of a text, and a look at a list. Returns whether the list has a word of which this one is a
 * form; the hashes are those of words in small letters.
 */
export function isFormOf(text: string, from: number, to: number, has: (hash: number) => boolean): boolean {
  if (to - from > longestWord) return false
  const word = text.slice(from, to).toLowerCase()
  const endings = endingsOf(word, suffixes)
  const afterPrefix = endings | endingsOf(word, lessSure)
  for (const { prefix, start, first } of beginningsOf.get(word.charAt(0)) ?? []) {
    if (!word.startsWith(prefix)) continue
    const cuts = prefix ? afterPrefix : endings & ~1
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

/** The lengths of what may be cut off at the end, a bit each. */
function endingsOf(word: string, these: readonly string[]): number {
  let lengths = 0
  if (!mayEnd.test(word)) return 1
  for (const particle of particles)
    if (word.endsWith(particle))
      for (const suffix of these)
        if (word.endsWith(suffix, word.length - particle.length))
          lengths |= 1 << (particle.length + suffix.length)
  return lengths
}
