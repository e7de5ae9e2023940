// One name left open undoes the rest: a name that was found once is looked for in the whole text, in full in any case,
// and each longer part of it where it is written with a capital.
import type { Finding } from '../finding.ts'
import { notNames, placeHeads, sharedParts } from '../lexicon/person-words.ts'
import { isCapitalised, type Name } from '../name.ts'

const mostWords = 6
const shortestPart = 4
const longestWord = 64
const widestGap = 4

/** Finds repetitions of names. One walk over the words; at each that may end a name, at most six look-ups. */
export function findRepeats(text: string, names: readonly Name[]): Finding[] {
  const known = knownNames(names)
  const findings: Finding[] = []
  for (let at = 0; at < text.length; at++) {
    if (!isLetter(text.charCodeAt(at))) continue
    const start = at
    while (isInWord(text.charCodeAt(at))) at++
    let end = at
    while (!isLetter(text.charCodeAt(end - 1))) end-- // the closing quote of 'Budi'
    if (!known.outlines.has(outline(text, start, end))) continue
    const finding = nameAtEnd(text, { start, end }, known)
    if (finding) findings.push(finding)
  }
  return findings
}

interface Span {
  start: number
  end: number
}

interface KnownNames {
  full: ReadonlySet<string>
  parts: ReadonlySet<string>
  /** Every word of every name: only such a word can end a match. */
  words: ReadonlySet<string>
  /** First letter and length of those words: spares nearly every word of the text the look-up. */
  outlines: ReadonlySet<number>
}

function knownNames(names: readonly Name[]): KnownNames {
  const full = new Set<string>()
  const parts = new Set<string>()
  const words = new Set<string>()
  const outlines = new Set<number>()
  for (const name of names) {
    const plain = name.words.map((part) => part.replace(/\.$/, '').toLowerCase())
    full.add(plain.join(' '))
    for (const part of plain) {
      words.add(part)
      outlines.add(outline(part, 0, part.length))
      if (part.length >= shortestPart && !sharedParts.has(part) && !notNames.has(part)) parts.add(part)
    }
  }
  return { full, parts, words, outlines }
}

function outline(text: string, start: number, end: number): number {
  return (text.charCodeAt(start) | 32) * 64 + Math.min(end - start, 63)
}

/** The name that ends with a word: the longest full one, else the word alone as a part. Reads back from there. */
function nameAtEnd(text: string, last: Span, known: KnownNames): Finding | undefined {
  const alone = plainWord(text, last)
  if (!known.words.has(alone)) return undefined
  let start = -1
  let said = alone
  let before = wordBefore(text, last.start)
  for (let count = 1; before && count < mostWords; count++) {
    said = `${plainWord(text, before)} ${said}`
    if (known.full.has(said)) start = before.start
    before = wordBefore(text, before.start)
  }
  if (start < 0 && isPartOfName(text, last.start, alone, known)) start = last.start
  return start < 0 || isPlace(text, start) ? undefined : { start, end: last.end, type: 'PERSON' }
}

function isPartOfName(text: string, start: number, word: string, known: KnownNames): boolean {
  const isName = known.parts.has(word) || (known.full.has(word) && word.length > 2)
  return isName && isCapitalised(text.charAt(start))
}

/** The word before a place, if it is near and no longer than a part of a name: looking back stays bounded. */
function wordBefore(text: string, at: number): Span | undefined {
  let end = at
  while (end > at - widestGap && end > 0 && !isLetter(text.charCodeAt(end - 1))) end--
  let start = end
  while (start > end - longestWord && start > 0 && isInWord(text.charCodeAt(start - 1))) start--
  while (start < end && !isLetter(text.charCodeAt(start))) start++
  return start < end ? { start, end } : undefined
}

/** A word in lower case, cut where no name is that long: a word of 100 KB is not copied again and again. */
function plainWord(text: string, { start, end }: Span): string {
  return text.slice(start, Math.min(end, start + longestWord)).toLowerCase()
}

/** "Toko Budi Jaya" stays, though Budi Jaya is a person elsewhere: one or two words before stands what it names. */
function isPlace(text: string, at: number): boolean {
  const first = wordBefore(text, at)
  const second = first && wordBefore(text, first.start)
  return [first, second].some((word) => word && placeHeads.has(plainWord(text, word)))
}

/** Latin letters at a glance; of the rest all but punctuation and surrogates, for a walk need not be exact. */
function isLetter(code: number): boolean {
  const folded = code | 32
  return (
    (folded > 96 && folded < 123) || (code >= 0xc0 && (code < 0x2000 || (code > 0x2bff && code < 0xd800)))
  )
}

/** A letter, or a sign inside a name: Syafi'i, Al-Habsyi. */
function isInWord(code: number): boolean {
  return isLetter(code) || code === 39 || code === 45 || code === 96 || code === 0x2018 || code === 0x2019
}
