// Reads one name at a place where a label has said that one begins. Knows no label itself.
import { kindOfWord } from './names/name-words.ts'
import { nameAbbreviations, nameLinks, notNames, titles } from './lexicon/person-words.ts'

export interface Name {
  start: number
  end: number
  words: string[]
  /** How sure the tagger is of it; none where a label or the form of the text tells. */
  score?: number
}

/**
 * `capitalised`: every word starts with a capital. `any`: after a strong cue, people write names in lower case too; but none
 * begins with an ordinary word, or goes on in lower case after a capital.
 */
export type NameCase = 'capitalised' | 'any'

const word = /\p{L}[\p{L}\p{M}'’‘`-]*\.?/uy
const blanks = /[ \u00a0]{1,3}/y
/** "dirahasiakan", "dicantumkan": verbs, not names. */
const passive = /^di.{4,}kan$/
const mostWords = 6
const mostTitles = 4
/** In the list of ordinary words, and in no list of names. */
const ordinary = 2
/** Real parts of names are shorter; longer ones are noise or an attack. */
const longestWord = 30

/** Reads the name at `at`, titles skipped. Returns nothing if what stands there is a post, a number or ordinary text. */
export function readName(text: string, at: number, nameCase: NameCase): Name | undefined {
  const first = skipTitles(text, at)
  const name: Name = { start: first, end: first, words: [] }
  for (let next = first; name.words.length < (nameCase === 'any' ? 5 : mostWords);) {
    const part = readWord(text, next)
    if (part && name.words.length === 0 && isCapitalised(part)) nameCase = 'capitalised'
    if (!part || !mayFollow(part, name, nameCase)) break
    const goesOn = part.endsWith('.') && endsAsAbbreviation(part)
    const bare = goesOn ? part : part.replace(/[.'’‘`-]+$/, '')
    name.words.push(bare)
    name.end = next + bare.length
    if (bare.length < part.length) break
    next = skipBlanks(text, name.end)
    if (next === name.end) break
  }
  dropTrailingLinks(name)
  return name.words.some((part) => part.replace('.', '').length > 2) ? name : undefined
}

function readWord(text: string, at: number): string | undefined {
  word.lastIndex = at
  const found = word.exec(text)?.[0]
  return found && found.length <= longestWord ? found : undefined
}

function skipBlanks(text: string, at: number): number {
  blanks.lastIndex = at
  return at + (blanks.exec(text)?.[0].length ?? 0)
}

function skipTitles(text: string, at: number): number {
  let next = skipBlanks(text, at)
  for (let count = 0; count < mostTitles; count++) {
    const part = readWord(text, next)
    if (!part || !titles.has(part.replace(/\.$/, '').toLowerCase())) break
    const after = next + part.length
    const beyond = skipBlanks(text, after)
    if (beyond === after && !part.endsWith('.')) break
    next = beyond
  }
  return next
}

function mayFollow(part: string, name: Name, nameCase: NameCase): boolean {
  const plain = part.replace(/[.'’‘`-]+$/, '').toLowerCase()
  if (notNames.has(plain) || titles.has(plain) || passive.test(plain)) return false
  if (isCapitalised(part)) return true
  if (nameCase === 'any') return name.words.length > 0 || (kindOfWord(plain) & 3) !== ordinary
  return name.words.length > 0 && nameLinks.has(plain)
}

/** Whether a word starts with a capital letter. */
export function isCapitalised(part: string): boolean {
  const first = part.charAt(0)
  return first !== first.toLowerCase()
}

function endsAsAbbreviation(part: string): boolean {
  return part.length === 2 || nameAbbreviations.has(part.slice(0, -1).toLowerCase())
}

function dropTrailingLinks(name: Name): void {
  for (let last = name.words.at(-1); last && nameLinks.has(last); last = name.words.at(-1)) {
    name.words.pop()
    name.end -= last.length + 1
  }
}
