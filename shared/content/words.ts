// Finding listed words in a text, as whole words, in any case.

const wordSign = String.raw`[\p{L}\p{N}]`

/** @returns a pattern (global, for `matchAll`) of any of the words; the longest fits first. */
export function anyOf(words: readonly string[]): RegExp {
  return whole(either(words))
}

/** @returns a pattern of a word of the first list right before one of the second. */
export function pairOf(first: readonly string[], second: readonly string[]): RegExp {
  return whole(`${either(first)} ${either(second)}`)
}

/** @returns the source of a pattern of any of the words, to build on. */
export function either(words: readonly string[]): string {
  const longestFirst = [...words].sort((a, b) => b.length - a.length)
  const escaped = longestFirst.map((word) => word.replace(/[.*+?^${}()|[\]\\/]/g, String.raw`\$&`))
  return `(?:${escaped.join('|')})`
}

function whole(pattern: string): RegExp {
  return new RegExp(`(?<!${wordSign})${pattern}(?!${wordSign})`, 'giu')
}

/** @returns whether the text has one of the words that the pattern stands for. */
export function has(pattern: RegExp, text: string): boolean {
  return text.search(pattern) >= 0
}

/** @returns the words of a text in small letters. */
export function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []
}

/** Cuts at a blank, never in a placeholder, in a word only where it has no blank, and shows that it did. */
export function shorten(text: string, most: number): string {
  if (text.length <= most) return text
  const cut = text.slice(0, most - 1)
  const end = cut.lastIndexOf(' ')
  const kept = end > 0 ? cut.slice(0, end) : cut.replace(/[\uD800-\uDBFF]$|⟦[^⟧]*$/, '')
  return `${kept.replace(/[,;:]$/, '')}…`
}

/** A sentence without the sign at its end, to stand inside a line of ours. */
export function bare(sentence: string): string {
  return /(?:[ap]\.m|dll|dsb|dst|dkk)\.$/i.test(sentence) ? sentence : sentence.replace(/[.!;:,]{1,3}$/, '')
}

/** @returns the text without its links, hidden in words or not: an answer leads nobody to a page of a stranger. */
export function withoutLinks(text: string): string {
  if (!/[/]|www\./i.test(text)) return text
  const kept = text.split(' ').filter((word) => !isLink(word))
  return kept.join(' ').trim()
}

function isLink(word: string): boolean {
  return /:\/\/|^\W?www\./i.test(word) || /^\W?[a-z\d][a-z\d.-]{0,80}\.[a-z]{2,10}\//i.test(word)
}

/** The first letter made a capital; the rest as it is written. */
export function capitalised(text: string): string {
  return text.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase())
}

/** @returns whether a person's data stand hidden in it. */
export function hidesData(text: string): boolean {
  // An address tells where it happened; a summary without it sends the officer back to the report.
  return /⟦(?!ALAMAT-)/.test(text)
}
