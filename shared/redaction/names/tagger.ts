// Decides which words are parts of names: a linear-chain model of two labels over hashed features, trained by
// training/train.ts. Adjacent words are judged together (Viterbi); between runs of candidates nothing is carried over.
import { goesOn, mostFeatures, readFeatures } from './features.ts'
import { notNames, placeHeads } from '../lexicon/person-words.ts'
import { readContext } from './context.ts'
import type { Reading } from '../reading.ts'
import { nameWords } from './name-words.ts'
import { gaps, hashWord, shapes, type Tokens } from './tokens.ts'

export interface Model {
  weights: Int8Array
  /** What one step of a weight is worth. */
  scale: number
  /** Added where a name goes on, and where it ends or begins, in the same unit as the weights. */
  stay: number
  change: number
  /** Added to every word: positive hides more. */
  bias: number
}

export interface NameSpan {
  start: number
  end: number
}

/** Finds names. Linear in the length of the text. */
export function tagNames(
  reading: Pick<Reading, 'text' | 'tokens' | 'cells' | 'heads'>,
  model: Model,
): NameSpan[] {
  const context = readContext(reading, nameWords)
  const { tokens, may } = context
  const { count } = tokens
  const features = new Int32Array(mostFeatures)
  const scores = new Float64Array(count)
  for (let i = 0; i < count; i++) {
    if (!may[i]) continue
    const n = readFeatures(context, i, features)
    let score = 0
    for (let at = 0; at < n; at++) score += model.weights[features[at]!]!
    scores[i] = score * model.scale + model.bias
  }
  addHonorifics(scores, context)
  const isName = new Uint8Array(count)
  const runs = candidateRuns(context)
  for (const { from, to } of runs) decode(scores, from, to, model, isName)
  boostSiblings(runs, scores, context, model, isName)
  boostColumns(runs, scores, context, model, isName)
  return spans(isName, context)
}

/** After "Pak", "Mbak" or "bernama", a word that is not an everyday one alone is likelier a name. */
function addHonorifics(scores: Float64Array, { tokens, may, known }: ReturnType<typeof readContext>): void {
  const { count, hash, gap, shape } = tokens
  for (let i = 1; i < count; i++) {
    if (!may[i] || known[i] === 2 || (gap[i] !== gaps.blank && gap[i] !== gaps.dot)) continue
    if (!honorifics.has(hash[i - 1]!) || neverNames.has(hash[i]!)) continue
    scores[i]! += honorificBoost
    for (let next = i + 1; next < count && next < i + mostParts && may[next] && known[next] !== 2; next++) {
      if (!goesOn(tokens, next) || (shape[next] === shapes.lower && shape[i] !== shapes.lower)) break
      scores[next]! += honorificBoost / 2
    }
  }
}

interface Run {
  from: number
  to: number
}

function candidateRuns({ tokens, may }: ReturnType<typeof readContext>): Run[] {
  const runs: Run[] = []
  for (let i = 0; i < tokens.count;) {
    if (!may[i]) {
      i++
      continue
    }
    let next = i + 1
    while (next < tokens.count && may[next] && goesOn(tokens, next)) next++
    runs.push({ from: i, to: next })
    i = next
  }
  return runs
}

/** In a list parted by commas, names make their neighbours likelier: "Budi, Tiur dan Yayuk". */
function boostSiblings(
  runs: readonly Run[],
  scores: Float64Array,
  { tokens }: ReturnType<typeof readContext>,
  model: Model,
  isName: Uint8Array,
): void {
  for (const backwards of [false, true]) {
    for (let step = 1; step < runs.length; step++) {
      const at = backwards ? runs.length - 1 - step : step
      const run = runs[at]!
      const sibling = runs[backwards ? at + 1 : at - 1]!
      const [left, right] = backwards ? [run, sibling] : [sibling, run]
      if (
        !isListed(tokens, left.to, right.from) ||
        isName[run.to - 1] ||
        !isName[backwards ? sibling.from : sibling.to - 1]
      )
        continue
      for (let i = run.from; i < run.to; i++) scores[i]! += siblingBoost
      decode(scores, run.from, run.to, model, isName)
    }
  }
}

/** Where half of what stands under one label or head are names, the rest probably are. */
function boostColumns(
  runs: readonly Run[],
  scores: Float64Array,
  { tokens, label }: ReturnType<typeof readContext>,
  model: Model,
  isName: Uint8Array,
): void {
  const counts = new Map<number, { runs: number; names: number }>()
  const labelled = runs.filter(({ from }) => label[from] !== 0 && tokens.gap[from] !== gaps.blank)
  for (const { from, to } of labelled) {
    const count = counts.get(label[from]!) ?? { runs: 0, names: 0 }
    counts.set(label[from]!, count)
    count.runs++
    if (isName[to - 1]) count.names++
  }
  for (const { from, to } of labelled) {
    const { runs, names } = counts.get(label[from]!)!
    if (isName[to - 1] || names < 1 || names * 2 < runs) continue
    for (let i = from; i < to; i++) scores[i]! += siblingBoost
    decode(scores, from, to, model, isName)
  }
}

/** Whether nothing but a comma, "dan" or both stands between two runs. */
function isListed({ gap, hash }: Tokens, end: number, start: number): boolean {
  if (end === start) return gap[start] === gaps.comma
  return (
    end + 1 === start &&
    and.has(hash[end]!) &&
    (gap[end] === gaps.comma || gap[end] === gaps.blank) &&
    gap[start] === gaps.blank
  )
}

const and = new Set(['dan', 'serta', 'and', 'sama', 'atau'].map(hashWord))
const siblingBoost = 2
const honorificBoost = 2
const honorifics = new Set(
  'pak bu bpk bapak ibu mas mbak mba bang kang teh mpok cak sdr sdri saudara saudari tn ny nn tuan nyonya mr mrs ms bunda ustadz ustaz ust gus ning jeng bernama'
    .split(' ')
    .map(hashWord),
)

/** The best labels of one run of candidates. */
function decode(
  scores: Float64Array,
  from: number,
  to: number,
  { stay, change }: Model,
  out: Uint8Array,
): void {
  if (to - from === 1) {
    out[from] = scores[from]! > 0 ? 1 : 0
    return
  }
  let name = scores[from]!
  let other = 0
  const cameFrom = new Uint8Array(to - from)
  for (let i = from + 1; i < to; i++) {
    const nameFromName = name + stay
    const nameFromOther = other + change
    const otherFromName = name + change
    cameFrom[i - from] = (nameFromName > nameFromOther ? 1 : 0) | (otherFromName > other ? 2 : 0)
    other = Math.max(other, otherFromName)
    name = Math.max(nameFromName, nameFromOther) + scores[i]!
  }
  let label = name > other ? 1 : 0
  for (let i = to - 1; i >= from; i--) {
    out[i] = label
    const step = cameFrom[i - from]!
    label = label === 1 ? step & 1 : step >> 1
  }
}

/** "Bunga melati": an ordinary word that begins a sentence, before another one in lower case. */
function isOrdinary({ tokens, known }: ReturnType<typeof readContext>, first: number, last: number): boolean {
  const next = last + 1
  if (first !== last || next >= tokens.count || !(known[first]! & 2)) return false
  const isCapital = tokens.shape[first] === shapes.capital
  return (
    isCapital &&
    tokens.shape[next] === shapes.lower &&
    tokens.gap[next] === gaps.blank &&
    (known[next]! & 1) === 1
  )
}

const neverNames = new Set([...notNames, 'anak'].map(hashWord))
const months = new Set(['mei', 'juni', 'juli', 'maret', 'april', 'agustus', 'jan'].map(hashWord))
const titlesBefore = new Set('h hj kh dr drs dra ir prof drg'.split(' ').map(hashWord))

/** "Bunga melati": a name that begins with a capital goes on with capitals. */
function isLoneLower({ tokens, known }: ReturnType<typeof readContext>, at: number): boolean {
  return tokens.shape[at] === shapes.lower && (known[at]! & 2) === 2
}

const placesNamed = new Set(
  [
    ...placeHeads,
    ...'rsup rsia gor aula bandara waduk pelabuhan museum kos kontrakan laundry penjahit catering kafe paguyuban ponpes bmt rm sate bakso soto nasi bidan farma smk smkn sman mts mtsn musholla musolla langgar slb stt stikes tk paud rsj muhammadiyah mushalla graha wisma piala galeri butik pabrik'.split(
      ' ',
    ),
  ].map(hashWord),
)
for (const word of ['rumah', 'hari', 'bank', 'kota', 'bidan']) placesNamed.delete(hashWord(word))
const titlesBetween = new Set(
  'dr ir h hj kh prof drs bu pak mas mbak ny haji ustad hajah raden'.split(' ').map(hashWord),
)
const mostTitles = 3
const mostParts = 3

/** Food and trades that are sold under a name: "Sambal Cumi Bu Noer", "Toko Emas Haji Umar". */
const trades = new Set(
  'katering catering keripik kripik abon sambal gudeg bakpia kue roti ayam bebek mie pecel rawon rendang soto sate bakso nasi gado toko warung kedai depot bengkel salon'
    .split(' ')
    .map(hashWord),
)
const sellers = new Set('bu pak mas mbak cak mbok yu haji bang mpok kang ci koh'.split(' ').map(hashWord))

/** "RSUD Dr. Soetomo", "Gang H. Sidik", "Masjid H. Abdul Malik": the name is that of a place. */
function namesPlace(context: ReturnType<typeof readContext>, first: number): boolean {
  const { hash, gap, shape } = context.tokens
  let at = firstPart(context, first)
  if (isTradeName(context, at) || isPrayerHouse(context, first)) return true
  let learned = true
  for (let count = 0; count <= mostTitles && at > 0; count++) {
    if (gap[at] !== gaps.blank && gap[at] !== gaps.dot) return false
    if (placesNamed.has(hash[at - 1]!)) return true
    if (at > 1 && hash[at - 1] === sakit && hash[at - 2] === rumah) return true
    // "SMAN 1 Dr. Wahidin"; but "guru SMAN 1 Pak Wahid" is a person.
    if (at > 1 && count > 0 && learned && shape[at - 1] === shapes.number && placesNamed.has(hash[at - 2]!))
      return true
    if (!titlesBetween.has(hash[at - 1]!)) return false
    learned &&= titlesBefore.has(hash[at - 1]!)
    at--
  }
  return false
}

/** Back over the words of a name that were not taken for parts of it. */
function firstPart({ tokens, known, runStart }: ReturnType<typeof readContext>, first: number): number {
  let at = first
  while (
    at > Math.max(runStart[first]!, first - mostParts) &&
    tokens.gap[at] === gaps.blank &&
    known[at - 1] !== 2 &&
    !titlesBetween.has(tokens.hash[at - 1]!)
  )
    at--
  return at
}

const prayerHouses = new Set(
  'masjid mesjid musala mushola musholla mushalla langgar surau gereja vihara wihara pura kelenteng klenteng'
    .split(' ')
    .map(hashWord),
)

/** "Musholla Nurul Iman": whatever words stand between, the capitalised ones are its name. */
function isPrayerHouse({ tokens, runStart }: ReturnType<typeof readContext>, first: number): boolean {
  const { hash, gap } = tokens
  for (let at = first; at > 0 && first - at <= mostParts && gap[at] === gaps.blank; at--) {
    if (prayerHouses.has(hash[at - 1]!)) return true
    if (at <= runStart[first]!) return false
  }
  return false
}

function isTradeName({ tokens, known }: ReturnType<typeof readContext>, first: number): boolean {
  const { hash, gap, shape } = tokens
  if (first < 2 || gap[first] !== gaps.blank || !sellers.has(hash[first - 1]!)) return false
  for (let at = first - 1; at > 0 && first - at <= mostTitles; at--) {
    if (gap[at] !== gaps.blank || shape[at - 1] === shapes.lower) return false
    if (trades.has(hash[at - 1]!)) return true
    if (!(known[at - 1]! & 2)) return false
  }
  return false
}

const child = hashWord('anak')
const [rumah, sakit] = [hashWord('rumah'), hashWord('sakit')]

/** A post or an everyday word at the edge of a name is no part of it: "Camat Budi", "Anonim". */
function isNeverName({ tokens, known }: ReturnType<typeof readContext>, at: number): boolean {
  const hash = tokens.hash[at]!
  if (months.has(hash) && at > 0 && tokens.shape[at - 1] === shapes.number && tokens.gap[at] === gaps.blank)
    return true
  return neverNames.has(hash) && ((known[at]! & 1) === 0 || hash === child)
}

/** "Saudara M. Ali Topan,": the one capitalised word between a name after an honorific and the sign that ends it. */
function isLastWordLeftOut(context: ReturnType<typeof readContext>, first: number, last: number): boolean {
  const { tokens, runEnd } = context
  const next = last + 1
  return (
    first > 0 &&
    honorifics.has(tokens.hash[first - 1]!) &&
    next < tokens.count &&
    runEnd[last] === next + 1 &&
    tokens.gap[next] === gaps.blank &&
    tokens.shape[next] === tokens.shape[last] &&
    (next + 1 === tokens.count || tokens.gap[next + 1] !== gaps.blank) &&
    !isNeverName(context, next)
  )
}

function isTitle({ tokens }: ReturnType<typeof readContext>, at: number): boolean {
  return titlesBefore.has(tokens.hash[at]!) && tokens.gap[at + 1] === gaps.dot
}

function spans(isName: Uint8Array, context: ReturnType<typeof readContext>): NameSpan[] {
  const { tokens } = context
  const { count, start, end } = tokens
  const found: NameSpan[] = []
  for (let i = 0; i < count; i++) {
    if (!isName[i]) continue
    let first = i
    while (i + 1 < count && isName[i + 1] && goesOn(tokens, i + 1)) i++
    let last = i
    while (first <= last && (isNeverName(context, first) || (first < last && isTitle(context, first))))
      first++
    while (last > first && isNeverName(context, last)) last--
    if (first > last) continue
    if (context.style === 0 && tokens.shape[first] === shapes.capital)
      while (last > first && isLoneLower(context, last)) last--
    if (isLastWordLeftOut(context, first, last)) last++
    const span = { start: start[first]!, end: end[last]! }
    if (span.end - span.start > 1 && !isOrdinary(context, first, last) && !namesPlace(context, first))
      found.push(span)
  }
  return found
}
