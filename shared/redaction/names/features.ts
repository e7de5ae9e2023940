// What the tagger looks at for one word: the word, its ends, its neighbours, the label of its line or column, the run of
// capitalised words it stands in. Each fact becomes a bucket in the table of weights; no string is built.
import { gaps, hashWord, shapes, type Tokens } from './tokens.ts'

export const tableBits = 20
export const mostFeatures = 40

/** What is known of a text besides its tokens. */
export interface Context {
  text: string
  tokens: Tokens
  /** 1 part of a name, 2 ordinary word, 3 both, 0 in neither list. */
  known: Uint8Array
  /** Hash of the label of the line or column a token stands under, 0 for none. */
  label: Int32Array
  /** First token of the run of capitalised words, and the one after its last. */
  runStart: Int32Array
  runEnd: Int32Array
  /** First token of the line, and the first one of the next line. */
  lineStart: Int32Array
  lineEnd: Int32Array
  /** 0 mixed case, 1 all in lower case, 2 mostly capitals. */
  style: number
}

const shift = 32 - tableBits
const mostDistance = 5

/** Writes the buckets of token `i` to `out`, and returns how many there are. */
export function readFeatures(context: Context, i: number, out: Int32Array): number {
  const { text, tokens, known, label, runStart, runEnd, lineStart, lineEnd, style } = context
  const { count, hash, shape, gap, start, end } = tokens
  let n = 0
  const add = (template: number, key: number) => {
    out[n++] =
      Math.imul(Math.imul(key ^ (template * 0x9e3779b1), 0x85ebca6b) ^ (key >>> 15), 0xc2b2ae35) >>> shift
  }
  const pair = (a: number, b: number) => Math.imul(a, 0x27d4eb2f) ^ b

  const w0 = hash[i]!
  const w1 = i > 0 ? hash[i - 1]! : 1
  const w2 = i > 1 ? hash[i - 2]! : 1
  const n1 = i + 1 < count ? hash[i + 1]! : 2
  const n2 = i + 2 < count ? hash[i + 2]! : 2
  const s0 = shape[i]!
  const s1 = i > 0 ? shape[i - 1]! : 7
  const s2 = i > 1 ? shape[i - 2]! : 7
  const t1 = i + 1 < count ? shape[i + 1]! : 7
  const t2 = i + 2 < count ? shape[i + 2]! : 7
  const g0 = gap[i]!
  const g1 = i > 0 ? gap[i - 1]! : 15
  const h1 = i + 1 < count ? gap[i + 1]! : 15
  const h2 = i + 2 < count ? gap[i + 2]! : 15
  const z0 = known[i]!
  const z1 = i > 0 ? known[i - 1]! : 0
  const y1 = i + 1 < count ? known[i + 1]! : 0
  const self = s0 * 4 + z0

  add(1, self * 4 + style)
  if (w0 !== 0) {
    add(2, w0)
    add(3, pair(w0, s0))
  }
  const from = start[i]!
  const to = end[i]!
  const length = to - from
  if (s0 !== shapes.number && length > 2) {
    add(4, ends(text, to - 3, to))
    add(5, ends(text, from, from + 3))
    add(6, ends(text, to - 2, to) ^ z0)
    if (length > 4) {
      add(7, ends(text, to - 4, to))
      add(8, ends(text, from, from + 4))
    }
  }
  add(9, (length > 12 ? 12 : length) * 32 + self)
  if (w1 !== 0) {
    add(10, w1)
    add(11, pair(w1, g0 * 32 + self))
    if (w2 !== 0) add(12, pair(pair(w2, w1), g0))
  }
  if (w2 !== 0) add(13, pair(w2, g1 * 16 + g0))
  if (n1 !== 0) {
    add(14, pair(n1, h1))
    add(15, pair(n1, self))
    if (n2 !== 0) add(16, pair(pair(n1, n2), h1))
  }
  if (n2 !== 0) add(17, pair(n2, h1 * 16 + h2))
  const left = ((s1 * 4 + z1) * 16 + g0) * 32 + self
  const right = ((t1 * 4 + y1) * 16 + h1) * 32 + self
  add(18, left)
  add(19, right)
  add(20, pair(left, right))
  add(21, pair((((s2 * 8 + s1) * 8 + s0) * 8 + t1) * 8 + t2, (g0 * 16 + h1) * 4 + style))
  add(22, pair(pair(left, g1 * 8 + s2), h1))
  add(23, pair(right, h2 * 8 + t2))

  const under = label[i]!
  if (under !== 0) {
    add(24, under)
    add(25, pair(under, self))
    add(26, pair(under, g0 * 16 + h1))
  }
  const first = runStart[i]!
  const last = runEnd[i]!
  const distance = i - first > mostDistance ? mostDistance : i - first
  const size = last - first > mostDistance ? mostDistance : last - first
  const head = hash[first]!
  if (distance > 0 && head !== 0) {
    add(27, head)
    add(28, pair(head, distance * 4 + z0))
  }
  const beforeRun = first > 0 ? hash[first - 1]! : 1
  if (beforeRun !== 0) {
    add(29, pair(beforeRun, gap[first]!))
    add(30, pair(beforeRun, distance * 8 + size))
  }
  const afterRun = last < count ? hash[last]! : 2
  const afterGap = last < count ? gap[last]! : 15
  if (afterRun !== 0) add(31, pair(afterRun, afterGap * 8 + (last - i > 3 ? 3 : last - i)))
  const lineFirst = lineStart[i]!
  const lineNext = lineEnd[i]!
  const place = i - lineFirst > 3 ? 3 : i - lineFirst
  const lineLength = lineNext - lineFirst > 12 ? 12 : lineNext - lineFirst
  add(32, ((place * 16 + lineLength) * 8 + size) * 32 + self)
  if (hash[lineFirst] !== 0) add(33, pair(hash[lineFirst]!, place))
  // The line above ends with "Hormat saya", the line below begins with "NIP".
  if (lineLength <= 8) {
    const above = lineFirst > 0 ? hash[lineFirst - 1]! : 1
    const below = lineNext < count ? hash[lineNext]! : 2
    if (above !== 0) add(34, pair(above, size * 4 + (place === 0 ? 0 : 1)))
    if (below !== 0) add(35, pair(below, size * 4 + (place === 0 ? 0 : 1)))
  }
  add(36, (tokens.seenLower[w0 >>> 16]! * 32 + self) * 4 + style)
  add(37, ((z1 * 4 + z0) * 4 + y1) * 256 + g0 * 16 + h1)
  return n
}

/** Letters and their distance, in lower case. */
function ends(text: string, from: number, to: number): number {
  let key = to - from
  for (let at = from; at < to; at++) key = Math.imul(key ^ (text.charCodeAt(at) | 32), 0x01000193)
  return key
}

const abbreviations = new Set(
  'abd abdl moh much muh muhd mhd moch mohd st hj drs dra prof'.split(' ').map(hashWord),
)

/** Whether token `i` goes on from the one before it: "Budi Santoso", "M. Rizky", "Abd. Rahman", but not "Eni. Mohon". */
export function goesOn({ gap, shape, start, end, hash }: Tokens, i: number): boolean {
  if (gap[i] === gaps.blank) return true
  if (gap[i] !== gaps.dot || i === 0 || shape[i - 1] === shapes.number) return false
  return end[i - 1]! - start[i - 1]! < 3 || abbreviations.has(hash[i - 1]!)
}
