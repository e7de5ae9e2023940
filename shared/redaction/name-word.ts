// What a single word may be, for who asks whether a draft names somebody or something.
import { notNames, placeHeads, titles } from './lexicon/person-words.ts'
import { kindOfWord } from './names/name-words.ts'

/**
 * @param word in small letters
 * @returns `head` for what a name stands behind ("jalan", "bapak"), `name` for a part of names alone, `ordinary` for a word
 * that a capital makes no name of, `both`, or `unknown` for one in no list: a place, another language, a slip
 */
export function nameWordKind(word: string): 'head' | 'name' | 'ordinary' | 'both' | 'unknown' {
  if (titles.has(word) || placeHeads.has(word)) return 'head'
  if (notNames.has(word)) return 'ordinary'
  const kind = kindOfWord(word) & 3
  return (['unknown', 'name', 'ordinary', 'both'] as const)[kind]!
}
