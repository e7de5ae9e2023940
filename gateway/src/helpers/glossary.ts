// Which of the office's terms stand in a text (R19: only those go into a prompt). Longest first, whole words.
import { glossary, type GlossaryTerm } from '../../../shared/content/index.ts'

export type Direction = 'id-en' | 'en-id'

interface Form {
  text: string
  term: GlossaryTerm
  /** "PP" is a term, "pp" is none. */
  exact: boolean
  /** "Hal:" is a term, "hal" in a sentence is none. */
  labelOnly: boolean
}

const indexes = new Map<Direction, Map<string, Form[]>>()
/** "Dear Sir or Madam," on a line's head. */
const opening = /^[^\S\n]*dear(?: [^\s,]{1,40}){0,6},?[^\S\n]*(?:,|$)/im
const word = /[\p{L}\p{N}]+/gu

/** @returns the terms found, each once, in order of first appearance. Linear time. */
export function termsIn(source: string, direction: Direction): GlossaryTerm[] {
  const text = source.replace(/\s+/g, ' ')
  const greets = opening.test(source)
  const lower = text.toLowerCase()
  const index = indexOf(direction)
  const found = new Set<GlossaryTerm>()
  let from = 0
  for (const match of lower.matchAll(word)) {
    if (match.index < from) continue
    const here = (index.get(singular(match[0], direction)) ?? []).filter(
      (form) =>
        stands(form, text, lower, match.index, direction) &&
        (greets || form.term.use !== 'opening' || direction === 'id-en'),
    )
    const longest = here[0]
    if (longest === undefined) continue
    for (const form of here) if (form.text.length === longest.text.length) found.add(form.term)
    from = match.index + longest.text.length
  }
  return [...found]
}

function stands(form: Form, text: string, lower: string, at: number, direction: Direction): boolean {
  const same = form.exact ? text.startsWith(form.text, at) : lower.startsWith(form.text.toLowerCase(), at)
  if (!same) return false
  const end = at + form.text.length
  const rest = text.slice(end, end + 3)
  if (form.term.use === 'value' && !/: ?$/.test(text.slice(Math.max(0, at - 2), at))) return false
  if (form.labelOnly) return /^ ?:/.test(rest)
  return (
    form.text.endsWith('.') ||
    (direction === 'en-id' ? /^s?(?![\p{L}\p{N}])/u : /^(?![\p{L}\p{N}])/u).test(rest)
  )
}

function indexOf(direction: Direction): Map<string, Form[]> {
  const known = indexes.get(direction)
  if (known !== undefined) return known
  const index = new Map<string, Form[]>()
  const terms = glossary.filter((term) => direction === 'id-en' || term.use !== 'id-en')
  const forms = terms.flatMap((term) =>
    formsOf(direction === 'id-en' ? term.id : term.en).map((text) => formFor(text, term)),
  )
  for (const form of forms.sort((a, b) => b.text.length - a.text.length)) {
    const first = singular(form.text.toLowerCase().match(word)?.[0] ?? '', direction)
    index.set(first, [...(index.get(first) ?? []), form])
  }
  indexes.set(direction, index)
  return index
}

function formFor(text: string, term: GlossaryTerm): Form {
  const short = text.length <= 4 && !text.includes('.')
  const capitals = text === text.toUpperCase()
  return {
    text,
    term,
    exact: (short && capitals) || term.use === 'name',
    labelOnly: term.use === 'label' || (text.length <= 3 && !capitals && !text.includes('.')),
  }
}

/** "Perihal / Hal" has two forms, "Dinas Sosial (Dinsos)" too; "Sifat (surat)" has one, for its bracket only explains. */
function formsOf(entry: string): string[] {
  const forms = entry.split(/ \/ |; /).flatMap((part) => {
    const bracket = /^(.*?) ?\(([^)]*)\)(.*)$/.exec(part)
    if (bracket === null) return [part]
    const [, before = '', inside = '', after = ''] = bracket
    return isAlias(before, inside) ? [before + after, inside + after] : [before + after]
  })
  return [...new Set(forms.map((form) => form.trim()).filter((form) => form.length > 1))]
}

/** One is short for the other when its letters stand in it in this order. */
function isAlias(before: string, inside: string): boolean {
  return abbreviates(inside, before) || abbreviates(before, inside)
}

function abbreviates(short: string, long: string): boolean {
  if (/ /.test(short.trim())) return false
  const letters = long.toLowerCase()
  let at = -1
  for (const letter of short.toLowerCase().replace(/[^\p{L}]/gu, '')) {
    at = letters.indexOf(letter, at + 1)
    if (at < 0) return false
  }
  return true
}

function singular(first: string, direction: Direction): string {
  return direction === 'en-id' ? first.replace(/s$/, '') : first
}
