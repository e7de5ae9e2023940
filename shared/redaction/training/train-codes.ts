// `npm run train:redaction`, second: trains the tagger of numbers and secrets on made-up documents and writes its weights.
// A softmax over hashed features, by gradient ascent with AdaGrad; the same seed gives the same weights.
import { writeFileSync } from 'node:fs'
import { findCandidates, type Candidate } from '../codes/candidates.ts'
import {
  blockOf,
  dateKind,
  formCount,
  formOf,
  readBlock,
  readFeatures,
  rowBits,
  Rows,
  type Form,
} from '../codes/features.ts'
import { classCount, types } from '../codes/tagger.ts'
import { findByRules } from '../detect.ts'
import { shapes } from '../tokens.ts'
import { quantise, writeWeights } from '../weights.ts'
import { addShare, dropSmall, learnRound, type Learnt } from './rounds.ts'
import { read, type Reading } from '../reading.ts'
import { makeDocuments, type Mark, type MarkedDocument } from './generator/documents.ts'
import { chance, type Chance } from './generator/random.ts'

const documentsPerRound = 60_000
const rounds = 16
/** After so many rounds the weights below this are dropped for good. */
const denseRounds = 3
const keptFrom = 0.27
/** Of one step up the gradient. */
const rate = 0.1
/** Share of a candidate's facts that are left out each time, so that none is leant on alone. */
const dropOut = 0.2
/** Share of the documents that lose some of their words, and up to which share of them: templates must not be learnt by heart. */
const forgetful = 0.9
const mostForgotten = 0.8
/** Share of the findings of rules that are not shown: in a text of another author they would miss some. */
const hideFinding = 0.2
/** A form in which a type was seen less often is a slip. */
const fewestOfForm = 4
/** What one step of a stored weight is worth. */
const step = 0.2

const size = classCount << rowBits
const weights = new Float32Array(size)
const squares = new Float32Array(size).fill(1e-2)
let dropped = new Uint8Array(size)
const formsOf = Array.from({ length: formCount }, () => new Uint32Array(classCount))
const scores = new Float64Array(classCount)
const ofBlock = new Rows()
const ofCandidate = new Rows()

/** A date is of no other type; and the digits of a plate look like any number. */
const isNoExample = ({ kind }: Form, is: number) =>
  is > 0 && ((kind < 2 && types[is - 1] === 'PLATE') || (kind === dateKind) !== (types[is - 1] === 'DOB'))

/** The class of a candidate; undefined where hiding it would be neither right nor wrong, or right for another reason. */
function classOf({ start, end }: Candidate, { spans, neutral }: MarkedDocument): number | undefined {
  const overlap = (mark: { start: number; end: number }) =>
    Math.min(mark.end, end) - Math.max(mark.start, start)
  const most = spans.reduce<Mark | undefined>(
    (best, span) => (overlap(span) > (best ? overlap(best) : 0) ? span : best),
    undefined,
  )
  if (!most) return neutral.some((mark) => overlap(mark) > 0) ? undefined : 0
  const type = types.findIndex((each) => each === most.type)
  return type >= 0 && overlap(most) * 2 >= end - start ? type + 1 : undefined
}

/** Hides some words of a document, wherever they stand: their hash becomes 0. */
function forget({ tokens }: Reading, random: Chance): void {
  if (!random.often(forgetful)) return
  const share = random.next() * mostForgotten
  const fate = new Map<number, boolean>()
  for (let i = 0; i < tokens.count; i++) {
    const hash = tokens.hash[i]!
    if (tokens.shape[i] === shapes.number) continue
    const isHidden = fate.get(hash) ?? random.often(share)
    fate.set(hash, isHidden)
    if (isHidden) tokens.hash[i] = 0
  }
}

function learn(document: MarkedDocument, random: Chance): Learnt {
  const reading = read(document.text)
  const findings = findByRules(reading).findings
  forget(reading, random)
  let loss = 0
  let count = 0
  for (const candidate of findCandidates(reading)) {
    const is = classOf(candidate, document)
    const form = formOf(reading, candidate)
    if (is === undefined || isNoExample(form, is)) continue
    formsOf[form.key]![is]!++
    const shown = findings.filter(
      ({ start, end }) => (start >= candidate.end || end <= candidate.start) && !random.often(hideFinding),
    )
    readBlock(reading, blockOf(candidate), ofBlock)
    readFeatures(reading, shown, candidate, form, ofCandidate)
    const facts = [ofBlock, ofCandidate].flatMap((of) => [...of.rows.subarray(0, of.count)])
    loss += climb(
      facts.filter(() => !random.often(dropOut)),
      is,
    )
    count++
  }
  return { loss, count }
}

/** One step up the gradient for the rows of one candidate; returns the loss before it. */
function climb(rows: readonly number[], is: number): number {
  scores.fill(0)
  for (const row of rows)
    for (let column = 0; column < classCount; column++) scores[column]! += weights[row * classCount + column]!
  const top = Math.max(...scores)
  const total = scores.reduce((sum, score) => sum + Math.exp(score - top), 0)
  for (let column = 0; column < classCount; column++) {
    const probability = Math.exp(scores[column]! - top) / total
    const gradient = (column === is ? 1 : 0) - probability
    if (Math.abs(gradient) < 2e-3) continue
    for (const row of rows) {
      const place = row * classCount + column
      if (dropped[place]) continue
      squares[place]! += gradient * gradient
      weights[place]! += (rate * gradient) / Math.sqrt(squares[place]!)
    }
  }
  return top + Math.log(total) - scores[is]!
}

const random = chance(2)
/** Over the ends of the last rounds: what only the last documents taught evens out. */
const averaged = new Float32Array(size)
for (let round = 1; round <= rounds; round++) {
  const documents = makeDocuments('train', documentsPerRound, round * 6007)
  const { loss, count } = learnRound(documents, (document) => learn(document, random))
  if (round === denseRounds) dropped = dropSmall(weights, keptFrom)
  if (round > denseRounds) addShare(averaged, weights, rounds - denseRounds)
  console.error(`round ${round}: loss ${(loss / count).toFixed(4)} over ${count} candidates`)
}

const classesOf = formsOf.map((counts) =>
  counts.reduce((bits, count, at) => (count >= fewestOfForm ? bits | (1 << at) : bits), 0),
)
writeFileSync(
  new URL('../codes/weights.json', import.meta.url),
  `${JSON.stringify({ scale: step, classesOf, ...writeWeights(quantise(averaged, step)) })}\n`,
)
