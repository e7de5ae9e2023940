// Where a sentence ends in Indonesian office text: "Jl. Merdeka No. 3, RT.03, pukul 09.00 WIB." is one.
import abbreviations from './abbreviations.json' with { type: 'json' }

const known = new Set(abbreviations)
const terminators = '.!?…'
const closers = '"\'”’)]»'

/** A stretch of the text in UTF-16 units, end exclusive. */
export interface Span {
  start: number
  end: number
}

/**
 * Sentences of one line (or of text whose line breaks are no borders), in order; blanks at their ends left out.
 * Linear time. An unknown abbreviation before a capital letter is taken for the end of a sentence.
 */
export function sentenceSpans(text: string): Span[] {
  const spans: Span[] = []
  let start = skipBlanks(text, 0)
  for (let at = start; at < text.length; at++) {
    if (!terminators.includes(text.charAt(at))) continue
    const dot = at
    while (at + 1 < text.length && (terminators + closers).includes(text.charAt(at + 1))) at++
    const next = skipBlanks(text, at + 1)
    if (next === at + 1 && next < text.length) continue // "09.00", "a.n": nothing but a blank ends a sentence
    if (next < text.length && text.charAt(dot) === '.' && dot === at && goesOn(text, start, dot, next))
      continue
    spans.push({ start, end: at + 1 })
    start = next
    at = next - 1
  }
  const end = text.trimEnd().length
  if (end > start) spans.push({ start, end })
  return spans
}

/**
 * @returns whether the dot belongs to an abbreviation, an initial, a list number, or stands before a small letter; after
 *   a long word it ends the sentence all the same, for hurried people write without capitals.
 */
function goesOn(text: string, start: number, dot: number, next: number): boolean {
  const begin = wordStart(text, start, dot)
  const word = text.slice(begin, dot).toLowerCase()
  if (/^\p{Ll}/u.test(text.slice(next, next + 2)) && word !== 'dll' && !/^\p{L}{5}/u.test(word)) return true
  if (known.has(word) || /^\p{L}$/u.test(word)) return true
  return begin === start && /^\d{1,3}$/.test(word)
}

/** Abbreviations are short: looking back a few letters is enough, and keeps the time linear. */
function wordStart(text: string, start: number, dot: number): number {
  let at = dot
  while (at > start && dot - at < 12 && /[\p{L}\p{N}.]/u.test(text.charAt(at - 1))) at--
  return at
}

function skipBlanks(text: string, from: number): number {
  let at = from
  while (at < text.length && /\s/.test(text.charAt(at))) at++
  return at
}
