// Prepares a text for the tagger: which words may be names at all, and what stands around them.
import { goesOn, sorts, type Context } from './features.ts'
import type { NameWords } from './name-words.ts'
import type { Reading } from '../reading.ts'
import type { ColumnCell, Span } from '../tables.ts'
import { gaps, hashWord, shapes, type Tokens } from '../tokens.ts'

export interface Candidates extends Context {
  /** 1 where a token may be part of a name. */
  may: Uint8Array
}

/** Words in lower case that follow a cue, without being in the list of names. */
const mostAfterCue = 4
/** So many digits are somebody's number rather than a date, an amount or a count. */
const longNumber = 9

export function readContext(
  { text, tokens, cells, heads }: Pick<Reading, 'text' | 'tokens' | 'cells' | 'heads'>,
  words: NameWords,
): Candidates {
  const { count, shape } = tokens
  const known = new Uint8Array(count)
  const cue = new Uint8Array(count)
  const sort = new Uint8Array(count)
  const personSums = new Int32Array(count + 1)
  const kindOf = remembered(text, tokens, words)
  let lowers = 0
  let capitals = 0
  for (let i = 0; i < count; i++) {
    const kind = shape[i]!
    if (kind === shapes.number) {
      const isLong = tokens.end[i]! - tokens.start[i]! >= longNumber
      sort[i] = isLong ? sorts.longNumber : sorts.number
      personSums[i + 1] = personSums[i]! + (isLong ? 1 : 0)
      continue
    }
    if (kind === shapes.lower) lowers++
    else if (kind === shapes.capitals) capitals++
    const of = kindOf(i)
    if (of & 4) cue[i] = 1
    sort[i] = sortOf(of)
    personSums[i + 1] = personSums[i]! + (of & 12 ? 1 : 0)
    known[i] = of & 3 || (isDoubled(text, tokens.start[i]!, tokens.end[i]!) ? 2 : 0)
  }
  const style = capitals > lowers ? 2 : lowers > count * 0.8 ? 1 : 0
  return {
    text,
    tokens,
    known,
    style,
    may: withoutHeads(candidates(text, tokens, known, cue, style), tokens, heads),
    sort,
    personSums,
    ...labels(tokens, cells, words),
    ...lines(tokens),
    ...runs(tokens),
  }
}

const placeBits = 10

/** What the lists say of a token. A text has few words that come again and again: each is looked up once. */
function remembered(text: string, { start, end, hash }: Tokens, words: NameWords): (i: number) => number {
  const hashes = new Int32Array(1 << placeBits)
  const kinds = new Uint8Array(1 << placeBits)
  return (i) => {
    const word = hash[i]!
    const place = word >>> (32 - placeBits)
    if (hashes[place] !== word) {
      hashes[place] = word
      kinds[place] = words.kindIn(text, start[i]!, end[i]!, word)
    }
    return kinds[place]!
  }
}

/** What a list says of a word, as a sort. */
function sortOf(of: number): number {
  return of & 8 ? sorts.role : of & 16 ? sorts.kind : sorts.none
}

/** "Oleh-oleh", "Ibu-ibu": a word said twice is no name, but for those in the list (Butar-butar). */
function isDoubled(text: string, start: number, end: number): boolean {
  const half = (end - start - 1) / 2
  if (half < 2 || text.charCodeAt(start + half) !== 45) return false
  for (let at = 0; at < half; at++)
    if ((text.charCodeAt(start + at) | 32) !== (text.charCodeAt(start + half + 1 + at) | 32)) return false
  return true
}

/** Letters up to here are Latin; scripts without capitals would make every word of theirs a candidate. */
const lastLatin = 0x24f

function candidates(
  text: string,
  tokens: Tokens,
  known: Uint8Array,
  cue: Uint8Array,
  style: number,
): Uint8Array {
  const { count, shape, gap, start, end } = tokens
  const may = new Uint8Array(count)
  let open = 0
  for (let i = 0; i < count; i++) {
    const kind = shape[i]!
    if (kind === shapes.number) open = 0
    else if (kind !== shapes.lower) {
      may[i] = 1
      open = 0
    } else {
      if (gap[i] === gaps.line || gap[i] === gaps.paragraph) open = 0
      if (open > 0) {
        may[i] = 1
        open--
      } else if (known[i]! & 1) may[i] = 1
      else if (style === 1 && known[i] === 0 && end[i]! - start[i]! > 2)
        may[i] = text.charCodeAt(start[i]!) <= lastLatin ? 1 : 0
    }
    if (cue[i]) open = mostAfterCue
  }
  return may
}

/** The heads of a table's columns are no names, whatever their letters. */
function withoutHeads(may: Uint8Array, { count, start }: Tokens, heads: readonly Span[]): Uint8Array {
  let head = 0
  for (let i = 0; i < count && head < heads.length; i++) {
    while (head < heads.length && heads[head]!.end <= start[i]!) head++
    if (head < heads.length && heads[head]!.start <= start[i]!) may[i] = 0
  }
  return may
}

function runs(tokens: Tokens): Pick<Context, 'runStart' | 'runEnd'> {
  const { count, shape } = tokens
  const runStart = new Int32Array(count)
  const runEnd = new Int32Array(count)
  for (let i = 0; i < count;) {
    let next = i + 1
    const first = shape[i]!
    if (first !== shapes.lower && first !== shapes.number)
      while (
        next < count &&
        shape[next] !== shapes.lower &&
        shape[next] !== shapes.number &&
        goesOn(tokens, next)
      )
        next++
    for (let at = i; at < next; at++) {
      runStart[at] = i
      runEnd[at] = next
    }
    i = next
  }
  return { runStart, runEnd }
}

function lines({ count, gap }: Tokens): Pick<Context, 'lineStart' | 'lineEnd'> {
  const lineStart = new Int32Array(count)
  const lineEnd = new Int32Array(count)
  for (let i = 0; i < count;) {
    let next = i + 1
    while (next < count && gap[next] !== gaps.line && gap[next] !== gaps.paragraph) next++
    lineStart.fill(i, i, next)
    lineEnd.fill(next, i, next)
    i = next
  }
  return { lineStart, lineEnd }
}

const endsLabel = new Uint8Array(16)
for (const gap of [gaps.line, gaps.paragraph, gaps.cell]) endsLabel[gap] = 1

/** The label before a colon holds until the next cell or line; in a table the head of the column counts. */
function labels(
  tokens: Tokens,
  columns: readonly ColumnCell[],
  words: NameWords,
): Pick<Context, 'label' | 'labelSort'> {
  const { count, hash, gap, start } = tokens
  const label = new Int32Array(count)
  const labelSort = new Uint8Array(count)
  let cell = 0
  let current = 0
  let isColumn = false
  let last = 0
  let sort = 0
  for (let i = 0; i < count; i++) {
    while (cell < columns.length && columns[cell]!.end <= start[i]!) cell++
    const column = columns[cell]
    if (column && column.start <= start[i]!) {
      if (!isColumn || gap[i] !== gaps.blank) current = hashWord(lastWord(column.label))
      isColumn = true
    } else {
      if (isColumn || endsLabel[gap[i]!]) current = 0
      if (gap[i] === gaps.colon) current = i > 0 ? hash[i - 1]! : 0
      isColumn = false
    }
    if (current === 0) continue
    // A label in no list counts as a number, which none is.
    if (current !== last) sort = sortOf(words.kindOf(current)) || sorts.number
    last = label[i] = current
    labelSort[i] = sort
  }
  return { label, labelSort }
}

const lastWord = (label: string) => label.slice(label.search(/\S*$/))
