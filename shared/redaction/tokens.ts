// Cuts a text into words once, in one pass, without making a string: places, a hash of the letters in lower case, the
// shape, and the kind of gap before each word. Whatever judges words reads these arrays.

export const shapes = { lower: 0, capital: 1, capitals: 2, initial: 3, mixed: 4, number: 5 } as const
export const gaps = {
  blank: 0,
  wide: 1,
  dot: 2,
  comma: 3,
  colon: 4,
  line: 5,
  cell: 6,
  open: 7,
  close: 8,
  slash: 9,
  dash: 10,
  other: 11,
  paragraph: 12,
} as const

export interface Tokens {
  count: number
  start: Int32Array
  end: Int32Array
  /** Of the letters in lower case; numbers hash by their length alone. */
  hash: Int32Array
  shape: Uint8Array
  /** The gap before the token. */
  gap: Uint8Array
  /** Which hashes occur in lower case in this text, by their upper 16 bits: a bit each, for `isSeenLower`. */
  seenLower: Uint8Array
}

const prime = 0x01000193
const basis = 0x811c9dc5 | 0

/** The hash of a word as tokens have it. */
export function hashWord(word: string): number {
  let hash = startOfHash
  for (let at = 0; at < word.length; at++) hash = hashSign(hash, word.charCodeAt(at))
  return hash
}

export const startOfHash = basis

/** Takes the hash of a word so far, and its next sign. */
export function hashSign(hash: number, code: number): number {
  return Math.imul(hash ^ lowered(code), prime)
}

/** @returns 1 or 0 */
export function isSeenLower({ seenLower }: Pick<Tokens, 'seenLower'>, hash: number): number {
  return (seenLower[hash >>> 19]! >> ((hash >>> 16) & 7)) & 1
}

export function tokenize(text: string): Tokens {
  const most = (text.length >> 1) + 2
  const tokens: Tokens = {
    count: 0,
    start: new Int32Array(most),
    end: new Int32Array(most),
    hash: new Int32Array(most),
    shape: new Uint8Array(most),
    gap: new Uint8Array(most),
    seenLower: new Uint8Array(8192),
  }
  let count = 0
  let gap: number = gaps.paragraph
  let blanks = 0
  const { start: starts, end: ends, hash: hashes, shape: shapesOf, gap: gapsOf, seenLower } = tokens
  const { length } = text
  for (let at = 0; at < length;) {
    let code = text.charCodeAt(at)
    let kind = classes[code]!
    if (kind === other) {
      if (code === 32 || code === 0xa0) {
        if (++blanks > 1 && rank[gap]! < rank[gaps.wide]!) gap = gaps.wide
      } else {
        const sign = code < 128 ? signs[code]! : gaps.other
        if (code === 10 && (gap === gaps.line || gap === gaps.paragraph)) gap = gaps.paragraph
        else if (rank[sign]! > rank[gap]!) gap = sign
      }
      at++
      continue
    }
    const start = at
    const first = kind
    let hash = basis
    let uppers = 0
    let digits = 0
    let joints = 0
    for (;;) {
      if (kind === upper) {
        uppers++
        code += 32
      } else if (kind === digit) digits++
      hash = Math.imul(hash ^ code, prime)
      if (++at >= length) break
      code = text.charCodeAt(at)
      kind = classes[code]!
      if (kind !== other) continue
      // Signs inside a word: Syafi'i, Al-Habsyi.
      if (digits > 0 || !isJoint(code) || at + 1 >= length) break
      const after = classes[text.charCodeAt(at + 1)]!
      if (after === other || after === digit) break
      hash = Math.imul(hash ^ 39, prime)
      joints++
      code = text.charCodeAt(++at)
      kind = after
    }
    const letters = at - start - digits - joints
    let shape: number = shapes.mixed
    if (letters === 0) {
      shape = shapes.number
      hash = Math.imul(basis ^ (digits > 5 ? 6 : digits), prime)
    } else if (digits === 0) {
      if (uppers === 0) {
        shape = shapes.lower
        seenLower[hash >>> 19]! |= 1 << ((hash >>> 16) & 7)
      } else if (first === upper) {
        if (letters === 1) shape = shapes.initial
        else if (uppers === letters) shape = shapes.capitals
        else if (uppers === 1 || joints > 0) shape = shapes.capital
      }
    }
    starts[count] = start
    ends[count] = at
    hashes[count] = hash
    shapesOf[count] = shape
    gapsOf[count] = gap
    count++
    gap = gaps.blank
    blanks = 0
  }
  tokens.count = count
  return tokens
}

/** Which of several signs in one gap tells most. */
const order = [
  gaps.blank,
  gaps.wide,
  gaps.other,
  gaps.dot,
  gaps.close,
  gaps.slash,
  gaps.dash,
  gaps.open,
  gaps.comma,
  gaps.colon,
  gaps.cell,
  gaps.line,
  gaps.paragraph,
]
const rank = new Uint8Array(16)
for (const [place, gap] of order.entries()) rank[gap] = place

const signs = new Uint8Array(128).fill(gaps.other)
const signKinds: readonly [string, number][] = [
  ['.', gaps.dot],
  [',', gaps.comma],
  [':=', gaps.colon],
  ['\n', gaps.line],
  ['\r', gaps.blank],
  ['\t|;', gaps.cell],
  ['([{"<', gaps.open],
  [')]}>', gaps.close],
  ['/', gaps.slash],
  ['-', gaps.dash],
]
for (const [list, gap] of signKinds) for (const sign of list) signs[sign.charCodeAt(0)] = gap

function isUpper(code: number): boolean {
  return (code > 64 && code < 91) || (code > 0xbf && code < 0xdf && code !== 0xd7)
}

/** As a token hashes it: a sign inside a word is one sign, whichever is used. */
function lowered(code: number): number {
  return isUpper(code) ? code + 32 : isJoint(code) ? 39 : code
}

/** Latin letters at a glance; of the rest all but punctuation, symbols and surrogates: a walk need not be exact. */
function isLetter(code: number): boolean {
  const folded = code | 32
  return (
    (folded > 96 && folded < 123) ||
    (code > 0xbf && code < 0x2000 && code !== 0xd7 && code !== 0xf7) ||
    (code > 0x2e7f && code < 0xd800)
  )
}

function isJoint(code: number): boolean {
  return code === 39 || code === 45 || code === 0x2019 || code === 0x2018 || code === 96
}

const other = 0
const lower = 1
const upper = 2
const digit = 3
const classes = new Uint8Array(65536)
for (let code = 0; code < classes.length; code++)
  classes[code] = code > 47 && code < 58 ? digit : isUpper(code) ? upper : isLetter(code) ? lower : other

/** A few words to look for in a text of many: a glance at half of the hash dismisses nearly all. */
export function wordSet(words: string): { has(hash: number): boolean } {
  const hashes = new Set(words.split(' ').map(hashWord))
  const glance = new Uint8Array(1 << 16)
  for (const hash of hashes) glance[hash >>> 16] = 1
  return { has: (hash) => glance[hash >>> 16] === 1 && hashes.has(hash) }
}
