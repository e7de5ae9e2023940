// `npm run train:redaction`, first: trains the tagger of names on made-up documents and writes its weights and word lists.
// A linear-chain model of two labels, by gradient ascent with AdaGrad; the same seed gives the same weights.
import { writeFileSync } from 'node:fs'
import { readContext, type Candidates } from '../names/context.ts'
import { goesOn, mostFeatures, readFeatures, tableBits } from '../names/features.ts'
import { keysOf, nameWordsOf, writeKeys } from '../names/name-words.ts'
import { addShare, dropSmall, learnRound, type Learnt } from './rounds.ts'
import { quantise, writeWeights } from '../weights.ts'
import { read } from '../reading.ts'
import { learntNameWords } from './generator/names.ts'
import { cueWords, kindWords, ordinaryWords, roleWords } from './generator/words.ts'
import { makeDocuments, type MarkedDocument } from './generator/documents.ts'
import { chance, type Chance } from './generator/random.ts'

const documentsPerRound = 130_000
const rounds = 18
/** After so many rounds the weights below this are dropped for good, and the others learn to do without: most of the file is small ones. */
const denseRounds = 10
const keptFrom = 0.32
const rate = 0.15
/** Share of names, and of other capitalised words, that a document shows as if never seen before. */
const hideName = 0.3
const hideWord = 0.4
/** Half of the documents lose this share of their other words and labels: templates must not be learnt by heart. */
const hideContext = 0.5
/** Share of a word's facts that are left out each time, so that none is leant on alone. */
const dropOut = 0.2
/** Coarse on purpose: finer steps find no more. */
const step = 0.12
const longestChain = 400

const names = learntNameWords()
const lists = [names, ordinaryWords(names), cueWords(), roleWords(), kindWords()].map(keysOf)
const words = nameWordsOf(lists)

const size = 1 << tableBits
const weights = new Float32Array(size)
const squares = new Float32Array(size).fill(1e-2)
let dropped = new Uint8Array(size)
let stay = 0
let change = 0

function goldLabels(document: MarkedDocument, { tokens }: Candidates): Uint8Array {
  const gold = new Uint8Array(tokens.count)
  const spans = document.spans.filter(({ type }) => type === 'PERSON')
  let at = 0
  for (let i = 0; i < tokens.count; i++) {
    while (at < spans.length && spans[at]!.end <= tokens.start[i]!) at++
    const span = spans[at]
    if (span && span.start <= tokens.start[i]!) gold[i] = 1
  }
  return gold
}

/** Makes some words of a document unknown: their hash is 0 wherever they stand. */
function forget(context: Candidates, gold: Uint8Array, random: Chance): void {
  const { tokens, known, may, label } = context
  const fate = new Map<number, boolean>()
  const context0 = random.often(0.7) ? random.next() * hideContext * 2 : 0
  for (let i = 0; i < tokens.count; i++) {
    const hash = tokens.hash[i]!
    if (label[i] !== 0 && random.often(context0 / 2)) label[i] = 0
    let forgotten = fate.get(hash)
    if (forgotten === undefined) {
      forgotten = random.often(gold[i] ? hideName : may[i] ? hideWord : context0)
      fate.set(hash, forgotten)
    }
    if (!forgotten) continue
    tokens.hash[i] = 0
    if (may[i]) known[i] = 0
  }
}

const features = new Int32Array(longestChain * mostFeatures)
const counts = new Int32Array(longestChain)
const scores = new Float64Array(longestChain)
const alphaName = new Float64Array(longestChain)
const alphaOther = new Float64Array(longestChain)
const betaName = new Float64Array(longestChain)
const betaOther = new Float64Array(longestChain)
const scratch = new Int32Array(mostFeatures)

const logAdd = (a: number, b: number) =>
  a > b ? a + Math.log1p(Math.exp(b - a)) : b + Math.log1p(Math.exp(a - b))

function learnChain(context: Candidates, gold: Uint8Array, from: number, to: number, random: Chance): number {
  const length = to - from
  for (let k = 0; k < length; k++) {
    const n = readFeatures(context, from + k, scratch)
    let kept = 0
    let sum = 0
    for (let f = 0; f < n; f++) {
      if (random.often(dropOut)) continue
      features[k * mostFeatures + kept++] = scratch[f]!
      sum += weights[scratch[f]!]!
    }
    counts[k] = kept
    scores[k] = sum
  }
  alphaName[0] = scores[0]!
  alphaOther[0] = 0
  for (let k = 1; k < length; k++) {
    alphaName[k] = logAdd(alphaName[k - 1]! + stay, alphaOther[k - 1]! + change) + scores[k]!
    alphaOther[k] = logAdd(alphaName[k - 1]! + change, alphaOther[k - 1]!)
  }
  betaName[length - 1] = 0
  betaOther[length - 1] = 0
  for (let k = length - 2; k >= 0; k--) {
    const name = betaName[k + 1]! + scores[k + 1]!
    betaName[k] = logAdd(name + stay, betaOther[k + 1]! + change)
    betaOther[k] = logAdd(name + change, betaOther[k + 1]!)
  }
  const total = logAdd(alphaName[length - 1]!, alphaOther[length - 1]!)
  let loss = 0
  let stayGradient = 0
  let changeGradient = 0
  for (let k = 0; k < length; k++) {
    const probability = Math.exp(alphaName[k]! + betaName[k]! - total)
    const is = gold[from + k]!
    loss -= Math.log(Math.max(1e-9, is ? probability : 1 - probability))
    const gradient = is - probability
    if (Math.abs(gradient) > 1e-3)
      for (let f = 0; f < counts[k]!; f++) {
        const bucket = features[k * mostFeatures + f]!
        if (dropped[bucket]) continue
        squares[bucket]! += gradient * gradient
        weights[bucket]! += (rate * gradient) / Math.sqrt(squares[bucket]!)
      }
    if (k === 0) continue
    const was = gold[from + k - 1]!
    const both = Math.exp(alphaName[k - 1]! + stay + scores[k]! + betaName[k]! - total)
    const turned =
      Math.exp(alphaName[k - 1]! + change + betaOther[k]! - total) +
      Math.exp(alphaOther[k - 1]! + change + scores[k]! + betaName[k]! - total)
    stayGradient += (is && was ? 1 : 0) - both
    changeGradient += (is !== was ? 1 : 0) - turned
  }
  stay += 0.0005 * stayGradient
  change += 0.0005 * changeGradient
  return loss
}

function learn(document: MarkedDocument, random: Chance): Learnt {
  const context = readContext(read(document.text), words)
  const gold = goldLabels(document, context)
  forget(context, gold, random)
  const { tokens, may } = context
  let loss = 0
  let seen = 0
  for (let i = 0; i < tokens.count;) {
    if (!may[i]) {
      i++
      continue
    }
    let next = i + 1
    while (next < tokens.count && may[next] && goesOn(tokens, next) && next - i < longestChain) next++
    loss += learnChain(context, gold, i, next, random)
    seen += next - i
    i = next
  }
  return { loss, count: seen }
}

const random = chance(1)
/** Over the ends of some rounds: what only the last documents taught evens out. */
let averaged = new Float32Array(size)
for (let round = 1; round <= rounds; round++) {
  const documents = makeDocuments('train', documentsPerRound, round * 7919)
  const { loss, count } = learnRound(documents, (document) => learn(document, random))
  const [first, last] = round <= denseRounds ? [2, denseRounds] : [denseRounds + 1, rounds]
  if (round >= first) addShare(averaged, weights, last - first + 1)
  if (round === denseRounds) {
    weights.set(averaged)
    dropped = dropSmall(weights, keptFrom)
    averaged = new Float32Array(size)
  }
  console.error(
    `round ${round}: loss ${(loss / count).toFixed(4)} over ${count} words, stay ${stay.toFixed(2)}, change ${change.toFixed(2)}`,
  )
}

const folder = new URL('../names/', import.meta.url)
writeFileSync(
  new URL('weights.json', folder),
  `${JSON.stringify({ scale: step, stay, change, ...writeWeights(quantise(averaged, step)) })}\n`,
)
const listNames = ['names', 'ordinary', 'cues', 'roles', 'kinds']
const written = Object.fromEntries(lists.map((keys, at) => [listNames[at], writeKeys(keys)]))
writeFileSync(new URL('name-words.json', folder), `${JSON.stringify(written, null, 2)}\n`)
