// Decides which words are parts of names: a linear-chain model of two labels over hashed features, trained by
// training/train-names.ts. Adjacent words are judged together (decode.ts), then again by their neighbours (neighbours.ts).
import { goesOn, mostFeatures, personsAround, readFeatures } from './features.ts'
import { notNames } from '../lexicon/person-words.ts'
import { readContext, type Candidates } from './context.ts'
import { candidateRuns, decode } from './decode.ts'
import { honorifics, isCalled, titlesBefore } from './honorifics.ts'
import { namesPlace } from './things.ts'
import type { Reading } from '../reading.ts'
import { nameWords } from './name-words.ts'
import { judgeByNeighbours } from './neighbours.ts'
import { gaps, hashWord, shapes, type Tokens } from '../tokens.ts'

export interface Model {
  weights: Int8Array
  /** What one step of a weight is worth. */
  scale: number
  /** Added where a name goes on, and where it ends or begins, in the same unit as the weights. */
  stay: number
  change: number
  /** Added to words: positive hides more. */
  bias: {
    /** By how much near speaks of persons, from nothing to much. */
    persons: readonly [number, number, number, number]
    /** In a text of few words, whatever it speaks of. */
    few: number
  }
}

export interface NameSpan {
  start: number
  end: number
  /** Of its likeliest word: 0 is as likely a name as none. */
  score: number
}

/** Finds names. Linear in the length of the text. */
export function tagNames(
  reading: Pick<Reading, 'text' | 'tokens' | 'cells' | 'heads'>,
  model: Model,
): NameSpan[] {
  const context = readContext(reading, nameWords)
  const { tokens, may } = context
  const { count } = tokens
  const { weights, scale } = model
  const features = new Int32Array(mostFeatures)
  const scores = new Float64Array(count)
  for (let i = 0; i < count; i++) {
    if (!may[i]) continue
    const n = readFeatures(context, i, features)
    let score = 0
    for (let at = 0; at < n; at++) score += weights[features[at]!]!
    scores[i] = score * scale + biasOf(model, context, i)
  }
  addHonorifics(scores, context)
  const isName = new Uint8Array(count)
  const runs = candidateRuns(tokens, may)
  for (const run of runs) decode(scores, run, model, isName)
  judgeByNeighbours({ runs, scores, isName, steps: model }, context)
  return spans(isName, scores, context)
}

/** So few words tell nothing of what a text is about by what they lack. */
const fewWords = 25

function biasOf({ bias }: Model, context: Candidates, i: number): number {
  const ofPersons = bias.persons[personsAround(context, i)]!
  return context.tokens.count < fewWords ? Math.max(ofPersons, bias.few) : ofPersons
}

/** After "Pak", "Mbak" or "bernama", a word that is not an everyday one alone is likelier a name. */
function addHonorifics(scores: Float64Array, { tokens, may, known }: Candidates): void {
  const { count, hash, gap, shape } = tokens
  for (let i = 1; i < count; i++) {
    const isOrdinary = known[i] === 2 && !(isCalled.has(hash[i - 1]!) && shape[i] === shapes.capital)
    if (!may[i] || isOrdinary || (gap[i] !== gaps.blank && gap[i] !== gaps.dot)) continue
    if (!honorifics.has(hash[i - 1]!) || neverNames.has(hash[i]!)) continue
    scores[i]! += honorificBoost
    for (let next = i + 1; next < count && next < i + mostParts && may[next] && known[next] !== 2; next++) {
      if (!goesOn(tokens, next) || (shape[next] === shapes.lower && shape[i] !== shapes.lower)) break
      scores[next]! += honorificBoost / 2
    }
  }
}

const honorificBoost = 3
const mostParts = 3
/** "Bunga melati": an ordinary word that begins a sentence, before another one in lower case. */
function isOrdinary({ tokens, known }: Candidates, first: number, last: number): boolean {
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

/** Where somebody works, said behind the name: "Bu Erna Setda". */
const offices =
  'setda kominfo bpn bpkad humas dukcapil dinkes dishub dinsos dlh bkpsdm satpol dprd bca bni bri'
/** Behind "Pak", "Mbak" or "bernama". */
const isAddressed = ({ hash }: Tokens, at: number): boolean => at > 0 && honorifics.has(hash[at - 1]!)

/** What became of somebody, or what somebody is, said behind the name: "an. Deni Lunas", "Mas Eko Security". */
const states =
  'lunas pending alpa absen telat otw setuju menolak menyetujui mengusulkan menanggapi menjawab security resepsionis kebersihan hadir izin'
const neverNames = new Set(
  [...notNames, ...`${offices} ${states} anak the this our your please`.split(' ')].map(hashWord),
)
const months = new Set(
  'mei juni juli maret april agustus jan syawal ramadan ramadhan rajab safar muharram zulhijah dzulhijjah'
    .split(' ')
    .map(hashWord),
)
/** What stands before a month as before a day. */
const beforeMonth = new Set(
  'thr tpp iuran bulan bln sd d sampai hingga sejak awal akhir pertengahan per'.split(' ').map(hashWord),
)
/** Alone they are banks and purses more often than people. */
const banks = new Set('permata mandiri dana jago mega danamon panin'.split(' ').map(hashWord))

/** "Bunga melati": a name that begins with a capital goes on with capitals. */
function isLoneLower({ tokens, known }: Candidates, at: number): boolean {
  return tokens.shape[at] === shapes.lower && (known[at]! & 2) === 2
}

const child = hashWord('anak')
/** "Berpulang ke rahmatullah" */
const [ke, rahmatullah] = [hashWord('ke'), hashWord('rahmatullah')]

/** "Juni 2026", "Mei 120" */
const countBehind = /^ \d{1,4}(?!\d)/

/** A post or an everyday word at the edge of a name is no part of it: "Camat Budi", "Anonim". */
function isNeverName({ text, tokens, known }: Candidates, at: number): boolean {
  const hash = tokens.hash[at]!
  if (hash === rahmatullah && at > 0 && tokens.hash[at - 1] === ke) return true
  if (
    months.has(hash) &&
    !isAddressed(tokens, at) &&
    countBehind.test(text.slice(tokens.end[at], tokens.end[at]! + 6))
  )
    return true
  if (months.has(hash) && at > 0 && (tokens.gap[at] === gaps.blank || tokens.gap[at] === gaps.dot))
    if (tokens.shape[at - 1] === shapes.number || beforeMonth.has(tokens.hash[at - 1]!)) return true
  return (
    (neverNames.has(hash) && ((known[at]! & 1) === 0 || hash === child)) ||
    isThingOfSomebody(text, tokens, at)
  )
}

/** "Wildan Arsyad wildan.arsyad@…": the address is another finding. */
const isInEmail = ({ text, tokens: { end } }: Candidates, at: number): boolean =>
  /^[\w.+-]{0,40}@\w/.test(text.slice(end[at], end[at]! + 44))

/** "PIN-nya", "KK-nya": what stands before the suffix is no name. */
function isThingOfSomebody(text: string, { start, end }: Tokens, at: number): boolean {
  const stem = end[at]! - 4
  return (
    stem > start[at]! &&
    text.slice(stem, end[at]).toLowerCase() === '-nya' &&
    (nameWords.kindOf(hashWord(text.slice(start[at], stem))) & 1) === 0
  )
}

function isNoNameAlone(context: Candidates, at: number): boolean {
  const word = context.tokens.hash[at]!
  const next = context.tokens.hash[at + 1] ?? 0
  return (
    isMonth(context, at) ||
    isAcronym(context, at) ||
    isMayor(context, at) ||
    (banks.has(word) && !isAddressed(context.tokens, at)) ||
    (word === bulan && months.has(next)) ||
    (greetings.has(word) && greeted.has(next))
  )
}

const longestAcronym = 4

/** {"nama": "IPM"}: in capitals where other words are not, so short, in no list, and behind no honorific. */
function isAcronym({ tokens, known, style }: Candidates, at: number): boolean {
  const { shape, start, end } = tokens
  return (
    style !== 2 &&
    shape[at] === shapes.capitals &&
    known[at] === 0 &&
    end[at]! - start[at]! <= longestAcronym &&
    !isAddressed(tokens, at)
  )
}

const bulan = hashWord('bulan')
/** "Siang kak" */
const greetings = new Set('pagi siang sore malam'.split(' ').map(hashWord))
const greeted = new Set('kak pak bu mas mbak min bang bapak ibu bun bunda ya'.split(' ').map(hashWord))

/** "Tagihan lapak Juni": after an ordinary word. */
function isMonth({ tokens, known }: Candidates, at: number): boolean {
  const isAfterWord = at > 0 && tokens.gap[at] === gaps.blank && tokens.shape[at - 1] === shapes.lower
  return months.has(tokens.hash[at]!) && isAfterWord && known[at - 1] === 2 && !isAddressed(tokens, at)
}

/** "Saudara M. Ali Topan,": the one capitalised word between a name after an honorific and the sign that ends it. */
function isLastWordLeftOut(context: Candidates, first: number, last: number): boolean {
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

function isTitle({ tokens: { hash, gap } }: Candidates, at: number): boolean {
  if (hash[at] === ananda) return at > 0 && beforeChild.has(hash[at - 1]!)
  return titlesBefore.has(hash[at]!) && gap[at + 1] === gaps.dot
}

const ananda = hashWord('ananda')
/** "Orang tua dari ananda Yeni" */
const beforeChild = new Set(
  'dari murid siswa wali tua orangtua ortu putra putri khitan bahwa'.split(' ').map(hashWord),
)

/** "Pak Wali" is the mayor. */
const wali = hashWord('wali')
const isMayor = ({ tokens }: Candidates, at: number): boolean =>
  tokens.hash[at] === wali && isAddressed(tokens, at)

function spans(isName: Uint8Array, scores: Float64Array, context: Candidates): NameSpan[] {
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
    while (last > first && (isNeverName(context, last) || isInEmail(context, last))) last--
    if (first > last || (first === last && isNoNameAlone(context, first))) continue
    if (context.style === 0 && tokens.shape[first] === shapes.capital)
      while (last > first && isLoneLower(context, last)) last--
    if (isLastWordLeftOut(context, first, last)) last++
    let score = -Infinity
    for (let at = first; at <= last; at++) score = Math.max(score, scores[at]!)
    const span = { start: start[first]!, end: end[last]!, score }
    if (span.end - span.start > 1 && !isOrdinary(context, first, last) && !namesPlace(context, first))
      found.push(span)
  }
  return found
}
