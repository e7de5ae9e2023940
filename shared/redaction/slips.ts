// A scanner takes 0 for O and 1 for l. Inside a number such a letter is read as the digit that it was.

import { isHiddenAt } from './hidden-signs.ts'
import { digitFrom } from './number-runs.ts'

const digitOf: Readonly<Record<string, string>> = {
  O: '0',
  o: '0',
  Q: '0',
  I: '1',
  i: '1',
  l: '1',
  L: '1',
  '|': '1',
  Z: '2',
  A: '4',
  S: '5',
  s: '5',
  G: '6',
  b: '6',
  B: '8',
}
const table = new Uint8Array(128)
for (const sign of Object.keys(digitOf)) table[sign.charCodeAt(0)] = 1
/** At the edge of a group a letter is a slip when so many digits stand in the group, or in the whole number. */
const fewestInGroup = 5
const fewestInNumber = 9
/** More digits are several numbers. */
const mostInNumber = 18
/** After so many a lone letter is the last digit. */
const fewestToEnd = 15
/** Letters that are the head of a word more often than a slip. */
const rare = /[AGL]/
/** "327l O65O O788 OOO4": nothing but noughts and ones misread, in groups of four. */
const roundest = /^[\dOol]{4}(?:[ .-][\dOol]{4}){3}$/
/** "41-O8-77" */
const pairs =
  /^(?:\d\d|[OlIB]\d|\d[OlIB])(?:([-.])(?:\d\d|[OlIB]\d|\d[OlIB]))(?:\1(?:\d\d|[OlIB]\d|\d[OlIB])){1,2}$/
const mostAtHead = 3

/** Beside a word a bar is no digit, but parts columns; and so do the others on its line. */
const besideWord = /[a-z]{2}\.? ?\||\| ?[a-z]{3}/i
const fewestBars = 2
const barsIn = (line = '') => line.split('|').length - 1

/** A line of numbers alone has columns if one beside it has as many bars. */
function hasColumns(lines: readonly string[], at: number): boolean {
  const line = lines[at]!
  const bars = barsIn(line)
  if (bars < fewestBars) return false
  return besideWord.test(line) || bars === barsIn(lines[at - 1]) || bars === barsIn(lines[at + 1])
}

/** The same text, as long as before, with letters inside numbers read as digits. One pass. */
export function unslipped(text: string): string {
  if (!text.includes('|')) return mendedIn(text)
  const lines = text.split('\n')
  return lines
    .map((line, at) => (hasColumns(lines, at) ? line.split('|').map(mendedIn).join('|') : mendedIn(line)))
    .join('\n')
}

function mendedIn(text: string): string {
  let fixed = ''
  let done = 0
  for (let at = digitFrom(text, 0); at >= 0; at = digitFrom(text, at)) {
    const start = stretchStart(text, at, done)
    const end = stretchEnd(text, at)
    if (hasSlip(text, start, end)) {
      fixed += text.slice(done, start) + mended(text.slice(start, end), isLabelled(text, start))
      done = end
    }
    at = end
  }
  return done === 0 ? text : fixed + text.slice(done)
}

/** Letters right before the first digit, unless they end a word. */
function stretchStart(text: string, at: number, floor: number): number {
  let start = at
  while (start > floor && at - start < mostAtHead && isSlipLetter(text, start - 1)) start--
  // "%2B62…" is a plus in an address.
  return isWordSign(text, start - 1) || text.charCodeAt(start - 1) === 37 ? at : start
}

/** Digits, letters that may be digits, and single signs between. A letter that begins a word is not part of it. */
function stretchEnd(text: string, at: number): number {
  let end = at
  let lastDigit = at
  for (; end < text.length; end++) {
    if (isDigit(text, end)) lastDigit = end
    else if (!isSlipLetter(text, end) && !(isSign(text, end) && isPartBehind(text, end + 1))) break
  }
  return isWordSign(text, end) ? lastDigit + 1 : end
}

function hasSlip(text: string, start: number, end: number): boolean {
  for (let at = start; at < end; at++) if (isSlipLetter(text, at)) return true
  return false
}

/** "telp O8l3 33O9 l2Z4": behind such a word half of the signs may be slips. */
const label =
  /\b(?:te?lp|telpon|telepon|hp|wa|npwp|nik|kk|nip|nop|bpjs|kpj|s[il]m(?: [abc])?|rek(?:en[il]ng)?|kartu|rm|shm)(?: n[o0](?:mor|\.)?)?[ .:]{1,4}$/i
const longestLabel = 24
const fewestLabelled = 8

const isLabelled = (text: string, at: number) => label.test(text.slice(Math.max(0, at - longestLabel), at))

function mended(stretch: string, labelled: boolean): string {
  const digits = stretch.replace(/\D/g, '').length
  const letters = stretch.replace(/[\d .\-\p{Default_Ignorable_Code_Point}]/gu, '').length
  const isNumber =
    (digits >= fewestInNumber && (digits * 2 > letters * 3 || roundest.test(stretch))) ||
    pairs.test(stretch) ||
    (labelled && digits + letters > fewestLabelled && digits > letters)
  return stretch.replace(/[^ .\-\p{Default_Ignorable_Code_Point}]+/gu, (group, at: number) => {
    const first = group.search(/\d/)
    if (first < 0) {
      const isTied = /^[.-]{1,2}$/.test(stretch.charAt(at - 1) + stretch.charAt(at + group.length))
      const isLast = at + 1 === stretch.length && digits >= fewestToEnd
      const isWithin = group.length === 1 && at > 0 && (isLast || /^[ .-]\d/.test(stretch.slice(at + 1)))
      return isNumber && digits <= mostInNumber && (isTied || isWithin || (labelled && /^O+$/i.test(group)))
        ? read(group)
        : group
    }
    const last = lastDigitOf(group)
    const edges = isNumber || group.replace(/\D/g, '').length >= fewestInGroup
    const from = edges ? 0 : first
    const to = edges ? group.length : last + 1
    const part = group.slice(from, to)
    const keeps =
      (part.includes('|') && !isDigitBar(stretch, digits + letters)) || (rare.test(part) && !isNumber)
    return keeps ? group : group.slice(0, from) + read(part) + group.slice(to)
  })
}

/** Where a bar is no digit of a whole number it parts columns: "12|0857 5151 5811". */
const isDigitBar = (stretch: string, size: number) =>
  size === 16 || size === 18 || (size < 14 && /^[0Oo]/.test(stretch) && !/\d{10}/.test(stretch))

const read = (letters: string) => letters.replace(/\D/g, (letter) => digitOf[letter] ?? letter)

function lastDigitOf(group: string): number {
  let at = group.length - 1
  while (at >= 0 && !isDigit(group, at)) at--
  return at
}

function isSlipLetter(text: string, at: number): boolean {
  const code = text.charCodeAt(at)
  return code < 128 && table[code] === 1
}

function isDigit(text: string, at: number): boolean {
  const code = text.charCodeAt(at)
  return code > 47 && code < 58
}

const isPart = (text: string, at: number) => isDigit(text, at) || isSlipLetter(text, at)

/** After one sign, or after up to four before a digit: "O823  - 61178762". */
function isPartBehind(text: string, at: number): boolean {
  if (isPart(text, at)) return true
  let next = at
  while (next < at + 3 && isSign(text, next)) next++
  return next > at && (isDigit(text, next) || (isSlipLetter(text, next) && isDigit(text, next + 2)))
}

function isSign(text: string, at: number): boolean {
  const code = text.charCodeAt(at)
  return code === 32 || code === 45 || code === 46 || isHiddenAt(text, at)
}

function isWordSign(text: string, at: number): boolean {
  const code = text.charCodeAt(at)
  return (code > 47 && code < 58) || ((code | 32) > 96 && (code | 32) < 123) || code > 0xbf
}
