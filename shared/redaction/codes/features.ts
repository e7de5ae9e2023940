// What the tagger looks at for one candidate: its form, the words before and behind it, the other words of its line, the
// line above, the head of its column, what is spoken of near, and what was found beside it. Each fact becomes a row in the
// table of weights.
import { isPronounced } from '../detectors/random-token.ts'
import type { Finding } from '../finding.ts'
import { nameWords } from '../names/name-words.ts'
import { gaps, hashWord, shapes } from '../tokens.ts'
import { cellAt, type Reading } from '../reading.ts'
import { indexEndingAfter } from '../spans.ts'
import type { Candidate } from './candidates.ts'
import type { WrittenDate } from './dates.ts'

export const rowBits = 17

/** What a fact is of. Words before and behind take one number for each place. */
const facts = {
  wordNear: 1,
  form: 2,
  length: 3,
  pattern: 4,
  firstSign: 5,
  firstTwo: 6,
  isRound: 7,
  signs: 8,
  beginning: 9,
  order: 10,
  wordBefore: 11,
  wordBeforeForm: 16,
  wordBehind: 21,
  wordBehindForm: 24,
  gapBefore: 25,
  gaps: 26,
  gapsForm: 27,
  inLineBefore: 28,
  inLineBeforeForm: 29,
  inLineBehind: 30,
  inLineBehindForm: 31,
  lineBegins: 32,
  lineAboveEnds: 33,
  inLineAbove: 34,
  noHead: 35,
  inHead: 36,
  inHeadForm: 37,
  foundBefore: 38,
  foundBeforeForm: 39,
  foundBehind: 40,
  word: 41,
  wordKind: 42,
  era: 43,
  eraForm: 44,
  eraGap: 45,
  eraBehindFound: 46,
  eraBeforeFound: 47,
  dateBetween: 48,
  inLineAboveForm: 49,
} as const

/** Rows of the table of weights, each of one fact; made once and filled for each candidate anew. */
export class Rows {
  readonly rows = new Int32Array(256)
  count = 0

  add(fact: number, key: number): void {
    const mixed = Math.imul(key ^ Math.imul(fact, 0x9e3779b1), 0x85ebca6b)
    this.rows[this.count++] = Math.imul(mixed ^ (mixed >>> 15), 0xc2b2ae35) >>> (32 - rowBits)
  }

  /** A fact of a word, perhaps together with another; of a word that training hides, whose hash is 0, there is none. */
  addWord(fact: number, word: number, other?: number): void {
    if (word !== 0) this.add(fact, other === undefined ? word : pair(word, other))
  }
}

const pair = (a: number, b: number) => Math.imul(a, 0x27d4eb2f) ^ Math.imul(b, 0x165667b1)

/** The hash of a token's word without "-nya" at its end. */
function stemAt({ text, tokens: { start, end, hash } }: Reading, i: number): number {
  const [from, to] = [start[i]!, end[i]!]
  const isLong =
    to - from > 4 && (text.charCodeAt(to - 1) | 32) === 97 && (text.charCodeAt(to - 2) | 32) === 121
  if (!isLong || hash[i] === 0 || (text.charCodeAt(to - 3) | 32) !== 110) return hash[i]!
  return hashWord(text.slice(from, text.charCodeAt(to - 4) === 45 ? to - 4 : to - 3))
}

/** How a candidate is written. */
export interface Form {
  /** Digits alone, digits in groups, letters alone, both; letters with odd signs or capitals in them, and digits besides; a date. */
  kind: 0 | 1 | 2 | 3 | 4 | 5 | 6
  /** Of the kind and how many digits there are; which types may be written so is known by it. */
  key: number
}

const longestCount = 31
export const dateKind = 6
export const formCount = 7 * (longestCount + 1)

export function formOf({ digits: text }: Pick<Reading, 'digits'>, { start, end, date }: Candidate): Form {
  if (date) return { kind: dateKind, key: dateKind * (longestCount + 1) + date.form }
  let digits = 0
  let letters = 0
  let isOdd = false
  let before = 0
  for (let at = start; at < end; at++) {
    const sign = signOf(text.charCodeAt(at))
    if (sign === signs.digit) digits++
    else if (sign < signs.dash) letters++
    isOdd ||= sign > signs.slash || (sign === signs.upper && before === signs.lower)
    before = sign
  }
  const kind =
    letters === 0 ? (digits === end - start ? 0 : 1) : isOdd ? (digits > 0 ? 5 : 4) : digits > 0 ? 3 : 2
  return { kind, key: kind * (longestCount + 1) + Math.min(digits, longestCount) }
}

/** So many tokens are one block: its words, and those of the one before, tell what is spoken of. */
const blockSize = 48

export const blockOf = ({ first }: Candidate): number => Math.floor(first / blockSize)

/** Fills in what is spoken of in a block and in the one before it. */
export function readBlock(reading: Reading, block: number, rows: Rows): void {
  const { tokens } = reading
  const words = new Set<number>()
  const last = Math.min(tokens.count, (block + 1) * blockSize)
  for (let i = Math.max(0, block - 1) * blockSize; i < last; i++)
    if (tokens.shape[i] !== shapes.number) words.add(stemAt(reading, i))
  rows.count = 0
  for (const word of words) rows.addWord(facts.wordNear, word)
}

/**
 * Takes a text, what is already found in it, and a candidate that no finding touches.
 * Fills in the facts of the candidate, without those of its block.
 */
export function readFeatures(
  reading: Reading,
  findings: readonly Finding[],
  candidate: Candidate,
  form: Form,
  rows: Rows,
): void {
  rows.count = 0
  if (candidate.date) readDateForm(reading, candidate, candidate.date, form, rows)
  else readForm(reading.digits, candidate, form, rows)
  readWords(reading, candidate, form, rows)
  readLine(reading, candidate, form, rows)
  readHead(reading, candidate, form, rows)
  readNeighbours(reading.digits, findings, candidate, form, rows)
}

const signs = { digit: 1, lower: 2, upper: 3, dash: 4, slash: 5, at: 6, other: 7 } as const

function signOf(code: number): number {
  if (code > 47 && code < 58) return signs.digit
  if (code > 96 && code < 123) return signs.lower
  if (code > 64 && code < 91) return signs.upper
  return code === 45 || code === 46 || code === 32
    ? signs.dash
    : code === 47
      ? signs.slash
      : code === 64
        ? signs.at
        : signs.other
}

/** What a date is by itself: how long ago, and how written. */
function readDateForm(
  { tokens }: Reading,
  { first }: Candidate,
  { era }: WrittenDate,
  { key }: Form,
  rows: Rows,
): void {
  rows.add(facts.form, key)
  rows.add(facts.era, era)
  rows.add(facts.eraForm, pair(era, key))
  rows.add(facts.eraGap, pair(era, tokens.gap[first]!))
}

const longestRun = 10

function readForm(text: string, { start, end }: Candidate, { kind, key }: Form, rows: Rows): void {
  const first = text.charCodeAt(start)
  const length = Math.min(end - start, longestCount)
  const { pattern, sorts } = patternOf(text, start, end)
  rows.add(facts.form, key)
  rows.add(facts.length, kind * (longestCount + 1) + length)
  rows.add(facts.pattern, pattern)
  rows.add(facts.firstSign, pair(first, key))
  rows.add(facts.firstTwo, pair(pair(first, text.charCodeAt(start + 1)), key))
  if (text.endsWith('000', end)) rows.add(facts.isRound, key)
  if (kind < 2) return
  rows.add(facts.signs, sorts * (longestCount + 1) + length)
  rows.add(facts.beginning, pair(hashWord(text.slice(start, start + 3)), sorts))
  const word = text.slice(start, end)
  rows.add(facts.order, pair(orderOf(word), sorts & 15))
  if (kind !== 2) return
  rows.add(facts.word, hashWord(word))
  rows.add(facts.wordKind, nameWords.kindIn(text, start, end, hashWord(word)) * 256 + (sorts & 255))
}

/** The order of its signs, digits counted, letters nearly so; and which sorts of signs there are, a bit each. */
function patternOf(text: string, start: number, end: number): { pattern: number; sorts: number } {
  let pattern = 0
  let sorts = 0
  for (let at = start; at < end;) {
    const sign = signOf(text.charCodeAt(at))
    let next = at + 1
    while (next < end && sign < signs.dash && signOf(text.charCodeAt(next)) === sign) next++
    const most = sign === signs.digit ? longestRun : 3
    pattern = pair(
      pattern,
      sign < signs.dash ? sign * 16 + Math.min(next - at, most) : text.charCodeAt(at) * 16,
    )
    sorts |= 1 << sign
    at = next
  }
  return { pattern, sorts }
}

/** How much a word looks drawn by lot: turns between sorts of letters, and how much of it a language may have. */
function orderOf(word: string): number {
  const turns = word.match(/[a-z](?=[A-Z\d])|[A-Z](?=[a-z\d])|\d(?=[a-zA-Z])/g)?.length ?? 0
  const words = (word.toLowerCase().match(/[a-z]{3,}/g) ?? []).filter(isPronounced).join('')
  return Math.min(7, turns) * 8 + Math.floor((words.length * 4) / word.length)
}

/** Beyond the text. */
const outside = 15
const mostWordsBefore = 5
const mostWordsBehind = 3

function readWords(reading: Reading, { first, next }: Candidate, { key }: Form, rows: Rows): void {
  const { count, hash, gap } = reading.tokens
  const before = gap[first]!
  const behind = next < count ? gap[next]! : outside
  for (let back = 1; back <= mostWordsBefore && back <= first + 1; back++) {
    const word = back <= first ? stemAt(reading, first - back) : outside
    rows.addWord(facts.wordBefore + back - 1, word)
    if (back < 4) rows.addWord(facts.wordBeforeForm + back - 1, word, key)
    if (back === 1) rows.addWord(facts.gapBefore, word, before)
  }
  for (let on = 0; on < mostWordsBehind && next + on <= count; on++) {
    const word = next + on < count ? hash[next + on]! : outside
    rows.addWord(facts.wordBehind + on, word)
    if (on === 0) rows.addWord(facts.wordBehindForm, word, key)
  }
  rows.add(facts.gaps, before * 16 + behind)
  rows.add(facts.gapsForm, pair(before * 16 + behind, key))
}

const mostBefore = 14
const mostBehind = 10
const mostAbove = 12

function readLine(reading: Reading, { first, next }: Candidate, { key }: Form, rows: Rows): void {
  const { count, hash, gap, shape } = reading.tokens
  let start = first
  while (start > 0 && !isLineEnd(gap[start]) && first - start < mostBefore) {
    start--
    if (shape[start] === shapes.number) continue
    const word = stemAt(reading, start)
    rows.addWord(facts.inLineBefore, word)
    rows.addWord(facts.inLineBeforeForm, word, key)
  }
  for (let i = next; i < count && !isLineEnd(gap[i]) && i - next < mostBehind; i++) {
    if (shape[i] === shapes.number) continue
    rows.addWord(facts.inLineBehind, hash[i]!)
    rows.addWord(facts.inLineBehindForm, hash[i]!, key)
  }
  // On a long line this is a word within it, and what is above is still the line.
  rows.addWord(facts.lineBegins, hash[start]!, Math.min(3, first - start))
  rows.addWord(facts.lineAboveEnds, start > 0 ? hash[start - 1]! : outside)
  for (let i = start - 1; i >= 0 && start - i < mostAbove; i--) {
    if (shape[i] !== shapes.number) {
      const word = stemAt(reading, i)
      rows.addWord(facts.inLineAbove, word)
      rows.addWord(facts.inLineAboveForm, word, key)
    }
    if (isLineEnd(gap[i])) break
  }
}

const isLineEnd = (gap: number | undefined) => gap === gaps.line || gap === gaps.paragraph

const mostWordsOfHead = 6

function readHead({ cells }: Reading, { start }: Candidate, { key }: Form, rows: Rows): void {
  const label = cellAt(cells, start)?.label
  if (label === undefined) rows.add(facts.noHead, key)
  for (const word of label?.split(' ', mostWordsOfHead) ?? []) {
    const hash = hashWord(word)
    rows.add(facts.inHead, hash)
    rows.add(facts.inHeadForm, pair(hash, key))
  }
}

function readNeighbours(
  text: string,
  findings: readonly Finding[],
  { start, end, date }: Candidate,
  { key }: Form,
  rows: Rows,
): void {
  const at = indexEndingAfter(findings, start)
  const before = findings[at - 1]
  const behind = findings[at]
  const left = before ? pair(hashWord(before.type), distance(text, before.end, start)) : outside
  const right = behind ? pair(hashWord(behind.type), distance(text, end, behind.start)) : outside
  rows.add(facts.foundBefore, left)
  rows.add(facts.foundBeforeForm, pair(left, key))
  rows.add(facts.foundBehind, right)
  if (date) {
    rows.add(facts.eraBehindFound, pair(left, date.era))
    rows.add(facts.eraBeforeFound, pair(right, date.era))
    rows.add(facts.dateBetween, pair(left, right))
  }
}

const farthest = 400

/** How far two places are apart, and whether on one line, in few steps. */
function distance(text: string, from: number, to: number): number {
  const length = to - from
  const isFar = length > farthest || text.slice(from, to).includes('\n')
  return (isFar ? 4 : 0) + (length < 4 ? 0 : length < 25 ? 1 : length < 120 ? 2 : 3)
}
