// The grammar of placeholders: how they are written here, and in what shapes models give them back.
import { labels, type Finding, type FindingType } from './finding.ts'
import { matchesOf } from './matches.ts'

/** Writes a placeholder. The brackets occur in no portal's text and survive JSON, HTML and Markdown. */
export function placeholder(type: FindingType, number: number): string {
  return placeholderKey(labels[type], String(number))
}

/** The key in the map for a label and number as a model wrote them. */
export function placeholderKey(label: string, number: string): string {
  return `⟦${label.toUpperCase()}-${number}⟧`
}

// No part holds an opening bracket but the first, and every repetition is bounded: a match takes 40 characters at most,
// and none can begin inside another.
const open = '(?:\\\\?\\[|⟦|〚|【|«|<<)'
const trim = '[ \\t\\u00a0*_`"\'“”‘’\\\\]{0,4}'
const label = '([a-z]{2,12})'
const dash = '[ \\t\\u00a0\\\\_\\-‐-―−]'
const number = '(\\d{1,6})'
const suffix = '([-‐-―−]?nya)?'
const close = '(?:\\\\?\\]|⟧|〛|】|»|>>)'
/** Digits and letters of Latin script: before one of these a lost bracket is not guessed. */
const boundary = '(?![a-z\\d\\u00c0-\\u024f])'

const head = `${open}${trim}${label}${dash}{1,4}${number}`
const whole = `${head}(?!\\d)${suffix}`

/**
 * A placeholder as models mangle it: label, number and suffix in groups 1 to 3. A closing bracket may be lost where no
 * letter or digit follows; the opening one may not, or ordinary words ("NIK 1") would be taken for placeholders.
 */
export const mangled = new RegExp(`${whole}(?:${trim}${close}|${boundary})`, 'gi')

/** The end of a text that may grow into a placeholder with what comes next. */
export const unfinished = new RegExp(
  `(?:\\\\|<|${open}${trim}[a-z]{0,12}${dash}{0,4}(?:\\d{1,6}[-‐-―−]?n?y?a?${trim}[\\\\>]?)?)$`,
  'i',
)

/** More than a placeholder can take up: an unfinished one begins within this many characters of the end. */
export const longestPlaceholder = 64

const anyHead = new RegExp(head, 'gi')

/**
 * Finds the keys that new placeholders must avoid, because restoring would take something in the text for them. Each
 * beginning of a number counts too: what follows it may be hidden, and the rest would read as a shorter number.
 */
export function takenKeys(text: string): ReadonlySet<string> {
  const taken = new Set<string>()
  for (const [, word = '', digits = ''] of matchesOf(text, anyHead)) {
    for (let length = 1; length <= digits.length; length++)
      taken.add(placeholderKey(word, digits.slice(0, length)))
  }
  return taken
}

const ownLabels = new Set(Object.values(labels))
/** With its closing bracket: "[KARTU 4523 3388 1059 5896]" begins like one, and holds a card. */
const closed = new RegExp(`${whole}${trim}${close}`, 'gi')

/** No text has more values than that; a longer number is a piece of somebody's number in brackets. */
const mostDigits = 3

/** Finds placeholders that a text already has, from the device for instance; they are left as they are. */
export function findPlaceholders(text: string): Finding[] {
  return bracketed(text, (digits) => digits <= mostDigits)
}

/** Finds what only looks like a placeholder: "⟦NIK-337414⟧⟦NIK-410779⟧⟦NIK-0002⟧" would carry a number out. */
export function findFalsePlaceholders(text: string): Finding[] {
  return bracketed(text, (digits) => digits > mostDigits)
}

function bracketed(text: string, fits: (digits: number) => boolean): Finding[] {
  const found: Finding[] = []
  for (const { index, 0: written, 1: word = '', 2: number = '' } of matchesOf(text, closed)) {
    if (ownLabels.has(word.toUpperCase()) && fits(number.length))
      found.push({ start: index, end: index + written.length, type: 'LAIN' })
  }
  return found
}
