// The office's own terms in a text: found as whole words in any case, the longest first, in one pass however many there are.
import { either } from '../content/index.ts'

/** A term as the office translates it; what it binds comes out as it stands here. */
export interface BoundTerm {
  term: string
  translation: string
}

interface Finder<T extends BoundTerm> {
  pattern: RegExp
  byTerm: Map<string, T>
}

/** Scripts without blanks between words, or with particles that hang on them. */
export const inCells = /[\u3040-\u30ff\u4e00-\u9fff\uac00-\ud7af\u0600-\u06ff]/
/** A policy's list is the same for many texts. */
const finders = new WeakMap<readonly BoundTerm[], Finder<BoundTerm>>()

/** @returns the terms that stand in the text, each once, in order of first appearance */
export function termsInText<T extends BoundTerm>(text: string, terms: readonly T[]): T[] {
  const { pattern, byTerm } = finderOf(terms)
  const found = new Set<T>()
  for (const [words] of text.matchAll(pattern)) {
    const term = byTerm.get(words.toLowerCase())
    if (term) found.add(term)
  }
  return [...found]
}

/**
 * Puts a placeholder in the place of each term, so that no model can choose another word for it.
 * @returns the text, and the map that puts the office's translations back
 */
export function lockTerms(
  text: string,
  terms: readonly BoundTerm[],
): { text: string; map: Record<string, string> } {
  if (terms.length === 0) return { text, map: {} }
  const { pattern, byTerm } = finderOf(terms)
  const map: Record<string, string> = {}
  const keys = new Map<BoundTerm, string>()
  // What somebody wrote in the form of ours must not be taken for one.
  let count = Math.max(0, ...Array.from(text.matchAll(/istilah-(\d{1,5})/gi), ([, number]) => Number(number)))
  const locked = text.replace(pattern, (words) => {
    const term = byTerm.get(words.toLowerCase())
    if (!term) return words
    const key = keys.get(term) ?? `⟦ISTILAH-${(count += 1)}⟧`
    keys.set(term, key)
    map[key] = term.translation
    return key
  })
  return { text: locked, map }
}

/**
 * Puts a placeholder in the place of each slot `{{…}}`: a prompt takes braces apart, for a citizen's must open nothing.
 * @returns the text, and the map that puts the slots back
 */
export function lockSlots(text: string): { text: string; map: Record<string, string> } {
  const map: Record<string, string> = {}
  let count = Math.max(0, ...Array.from(text.matchAll(/isian-(\d{1,5})/gi), ([, number]) => Number(number)))
  const locked = text.replace(/\{\{[^{}\n]{1,160}\}\}/g, (slot) => {
    const key = `⟦ISIAN-${(count += 1)}⟧`
    map[key] = slot
    return key
  })
  return { text: locked, map }
}

function finderOf<T extends BoundTerm>(terms: readonly T[]): Finder<T> {
  const known = finders.get(terms)
  if (known) return known as Finder<T>
  const byTerm = new Map(terms.map((one) => [one.term.toLowerCase(), one]))
  const [cells, words] = [[], []] as [string[], string[]]
  for (const { term } of terms) (inCells.test(term) ? cells : words).push(term)
  const sources = [
    ...(words.length > 0 ? [String.raw`(?<![\p{L}\p{N}⟦-])${either(words)}(?![\p{L}\p{N}⟧])`] : []),
    ...(cells.length > 0 ? [either(cells)] : []),
  ]
  const finder = { pattern: new RegExp(sources.join('|') || '(?!)', 'giu'), byTerm }
  finders.set(terms, finder)
  return finder
}
