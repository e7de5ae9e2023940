// What the tagger looks at for one word: the word, its ends, its neighbours, the label of its line or column, the run of
// capitalised words it stands in. Each fact becomes a bucket in the table of weights; no string is built.
import { isSeenLower, gaps, hashWord, shapes, type Tokens } from '../tokens.ts'

export const tableBits = 21
export const mostFeatures = 44

/** What is known of a text besides its tokens. */
export interface Context {
  text: string
  tokens: Tokens
  /** 1 part of a name, 2 ordinary word, 3 both, 0 in neither list. */
  known: Uint8Array
  /** Hash of the label of the line or column a token stands under, 0 for none. */
  label: Int32Array
  /** What sort of word each is, and the label it stands under; 0 for no label, or none of these sorts. */
  sort: Uint8Array
  labelSort: Uint8Array
  /** How many tokens up to each one speak of persons. */
  personSums: Int32Array
  /** First token of the run of capitalised words, and the one after its last. */
  runStart: Int32Array
  runEnd: Int32Array
  /** First token of the line, and the first one of the next line. */
  lineStart: Int32Array
  lineEnd: Int32Array
  /** 0 mixed case, 1 all in lower case, 2 mostly capitals. */
  style: number
}

/** What a word tells of the one beside it. */
export const sorts = {
  none: 0,
  /** Of somebody's part: "saksi", "ketua", "istri". */
  role: 1,
  /** Of a kind of thing, which is named too: "kapal", "merek", "desa". */
  kind: 2,
  number: 3,
  longNumber: 4,
  /** Beyond the text. */
  outside: 5,
} as const

/** So many words before and behind one tell whether the text speaks of persons there. */
const reach = 40

const shift = 32 - tableBits
const mostDistance = 5

/** Writes the buckets of token `i` to `out`, and returns how many there are. */
export function readFeatures(context: Context, i: number, out: Int32Array): number {
  const { text, tokens, known, label, sort, labelSort, runStart, runEnd, lineStart, lineEnd, style } = context
  const { count, hash, shape, gap, start, end } = tokens
  let n = 0

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

  if (w0 !== 0) {
    out[n++] = bucket(2, w0)
    out[n++] = bucket(3, pair(w0, s0))
  }
  const from = start[i]!
  const to = end[i]!
  const length = to - from
  if (s0 !== shapes.number && length > 2) {
    out[n++] = bucket(4, ends(text, to - 3, to))
    out[n++] = bucket(5, ends(text, from, from + 3))
    out[n++] = bucket(6, ends(text, to - 2, to) ^ z0)
    if (length > 4) {
      out[n++] = bucket(7, ends(text, to - 4, to))
      out[n++] = bucket(8, ends(text, from, from + 4))
    }
  }
  out[n++] = bucket(9, (length > 12 ? 12 : length) * 32 + self)
  if (w1 !== 0) {
    out[n++] = bucket(10, w1)
    out[n++] = bucket(11, pair(w1, g0 * 32 + self))
  }
  if (w2 !== 0) out[n++] = bucket(13, pair(w2, g1 * 16 + g0))
  if (n1 !== 0) {
    out[n++] = bucket(14, pair(n1, h1))
    out[n++] = bucket(15, pair(n1, self))
  }
  if (n2 !== 0) out[n++] = bucket(17, pair(n2, h1 * 16 + h2))
  const left = ((s1 * 4 + z1) * 16 + g0) * 32 + self
  const right = ((t1 * 4 + y1) * 16 + h1) * 32 + self
  out[n++] = bucket(19, right)
  out[n++] = bucket(20, pair(left, right))
  out[n++] = bucket(21, pair((((s2 * 8 + s1) * 8 + s0) * 8 + t1) * 8 + t2, (g0 * 16 + h1) * 4 + style))
  out[n++] = bucket(22, pair(pair(left, g1 * 8 + s2), h1))
  out[n++] = bucket(23, pair(right, h2 * 8 + t2))

  const under = label[i]!
  if (under !== 0) {
    out[n++] = bucket(24, under)
    out[n++] = bucket(25, pair(under, self))
    out[n++] = bucket(26, pair(under, g0 * 16 + h1))
  }
  const first = runStart[i]!
  const last = runEnd[i]!
  const distance = i - first > mostDistance ? mostDistance : i - first
  const size = last - first > mostDistance ? mostDistance : last - first
  const head = hash[first]!
  if (distance > 0 && head !== 0) {
    out[n++] = bucket(27, head)
    out[n++] = bucket(28, pair(head, distance * 4 + z0))
  }
  const beforeRun = first > 0 ? hash[first - 1]! : 1
  if (beforeRun !== 0) out[n++] = bucket(29, pair(beforeRun, gap[first]!))
  const afterRun = last < count ? hash[last]! : 2
  const afterGap = last < count ? gap[last]! : 15
  if (afterRun !== 0) out[n++] = bucket(31, pair(afterRun, afterGap * 8 + (last - i > 3 ? 3 : last - i)))
  const lineFirst = lineStart[i]!
  const lineNext = lineEnd[i]!
  const place = i - lineFirst > 3 ? 3 : i - lineFirst
  const lineLength = lineNext - lineFirst > 12 ? 12 : lineNext - lineFirst
  out[n++] = bucket(32, ((place * 16 + lineLength) * 8 + size) * 32 + self)
  if (hash[lineFirst] !== 0) out[n++] = bucket(33, pair(hash[lineFirst]!, place))
  // The line above ends with "Hormat saya", the line below begins with "NIP".
  if (lineLength <= 8) {
    const above = lineFirst > 0 ? hash[lineFirst - 1]! : 1
    const below = lineNext < count ? hash[lineNext]! : 2
    if (above !== 0) out[n++] = bucket(34, pair(above, size * 4 + (place === 0 ? 0 : 1)))
    if (below !== 0) out[n++] = bucket(35, pair(below, size * 4 + (place === 0 ? 0 : 1)))
  }
  out[n++] = bucket(36, (isSeenLower(tokens, w0) * 32 + self) * 4 + style)
  out[n++] = bucket(37, ((z1 * 4 + z0) * 4 + y1) * 256 + g0 * 16 + h1)
  // What holds for words too that stand in no template: their sorts, their beginnings and ends.
  const c1 = i > 0 ? sort[i - 1]! : sorts.outside
  const c2 = i > 1 ? sort[i - 2]! : sorts.outside
  const d1 = i + 1 < count ? sort[i + 1]! : sorts.outside
  const sortBefore = first > 0 ? sort[first - 1]! : sorts.outside
  const around = (g0 * 16 + h1) * 32 + self
  out[n++] = bucket(38, (c1 * 16 + g0) * 32 + self)
  out[n++] = bucket(39, pair((c1 * 6 + c2) * 6 + d1, around))
  out[n++] = bucket(40, pair(sortBefore * 16 + gap[first]!, (distance * 8 + size) * 32 + self))
  const persons = personsAround(context, i)
  out[n++] = bucket(41, (persons * 32 + self) * 4 + style)
  out[n++] = bucket(42, pair(persons * 8 + s1, around))
  if (labelSort[i] !== 0) out[n++] = bucket(43, pair(labelSort[i]!, around))
  if (i > 0 && s1 === shapes.lower)
    out[n++] = bucket(44, pair(ends(text, end[i - 1]! - 3, end[i - 1]!), g0 * 32 + self))
  if (i + 1 < count && t1 === shapes.lower) {
    const next = start[i + 1]!
    out[n++] = bucket(45, pair(ends(text, next, next + 3), h1 * 32 + self))
  }
  return n
}

/** How much the text around a word speaks of persons, by cues, words of somebody's part and long numbers: 0 nothing, 3 much. */
export function personsAround({ personSums }: Context, i: number): number {
  const last = personSums.length - 1
  const near = personSums[i + reach < last ? i + reach : last]! - personSums[i > reach ? i - reach : 0]!
  return near === 0 ? 0 : near < 3 ? 1 : near < 7 ? 2 : 3
}

/** Where a fact is kept: facts of one template and key share a weight. */
function bucket(template: number, key: number): number {
  return Math.imul(Math.imul(key ^ (template * 0x9e3779b1), 0x85ebca6b) ^ (key >>> 15), 0xc2b2ae35) >>> shift
}

const pair = (a: number, b: number) => Math.imul(a, 0x27d4eb2f) ^ b

/** Letters and their distance, in lower case. */
function ends(text: string, from: number, to: number): number {
  let key = to - from
  for (let at = from; at < to; at++) key = Math.imul(key ^ (text.charCodeAt(at) | 32), 0x01000193)
  return key
}

const abbreviations = new Set(
  'abd abdl moh much muh muhd mhd moch mohd st hj drs dra prof'.split(' ').map(hashWord),
)

/** "Hidayat R.          Ling": two who sign side by side. */
const widestDot = 4

/** Whether token `i` goes on from the one before it: "Budi Santoso", "M. Rizky", "Abd. Rahman", but not "Eni. Mohon". */
export function goesOn({ gap, shape, start, end, hash }: Tokens, i: number): boolean {
  if (gap[i] === gaps.blank) return true
  if (gap[i] !== gaps.dot || i === 0 || shape[i - 1] === shapes.number) return false
  if (start[i]! - end[i - 1]! > widestDot) return false
  return end[i - 1]! - start[i - 1]! < 3 || abbreviations.has(hash[i - 1]!)
}
