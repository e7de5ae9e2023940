// What stands beside a word in a list, below it in a column or at the same place of the next line is mostly of the same
// kind: names make their neighbours likelier, and things among which a name was found make that one unlikelier.
import type { Candidates } from './context.ts'
import { decode, type Run, type Steps } from './decode.ts'
import { gaps, hashWord, shapes, type Tokens } from '../tokens.ts'

/** Runs of candidates as first judged, each by itself. */
export interface Judged {
  runs: readonly Run[]
  scores: Float64Array
  isName: Uint8Array
  steps: Steps
}

const boost = 2
const damping = -2.5
const fewestInList = 3
/** So sure the others of a list must be no names, on the average of their words. */
const surelyNone = -3
/** One word says no more than this of its list. */
const mostSure = 8
const fewestInRows = 2

/** Judges runs again by what their neighbours are. */
export function judgeByNeighbours(judged: Judged, context: Candidates): void {
  dampLists(judged, context)
  boostSiblings(judged, context)
  boostColumns(judged, context)
  boostRows(judged, context)
}

function judgeAgain({ scores, isName, steps }: Judged, run: Run, change: number): void {
  for (let i = run.from; i < run.to; i++) scores[i]! += change
  decode(scores, run, steps, isName)
}

const endsInName = ({ isName }: Judged, { to }: Run) => isName[to - 1] === 1

/** "Kopi Gayo, Teh Tambi dan Bajawa": in a list of what are surely no names a word that might be one is none. */
function dampLists(judged: Judged, { tokens }: Candidates): void {
  const { runs } = judged
  for (let first = 0; first < runs.length;) {
    let next = first + 1
    while (next < runs.length && isListed(tokens, runs[next - 1]!.to, runs[next]!.from)) next++
    if (next - first >= fewestInList) dampList(judged, runs.slice(first, next))
    first = next
  }
}

function dampList(judged: Judged, list: readonly Run[]): void {
  const names = list.filter((run) => endsInName(judged, run))
  const others = list.filter((run) => !endsInName(judged, run))
  if (names.length === 0 || names.length > others.length) return
  const sum = others.reduce((total, run) => total + meanScore(judged.scores, run), 0)
  if (sum > surelyNone * others.length) return
  for (const run of names) judgeAgain(judged, run, damping)
}

function meanScore(scores: Float64Array, { from, to }: Run): number {
  let sum = 0
  for (let i = from; i < to; i++) sum += Math.max(-mostSure, Math.min(mostSure, scores[i]!))
  return sum / (to - from)
}

/** In a list parted by commas, names make their neighbours likelier: "Budi, Tiur dan Yayuk". */
function boostSiblings(judged: Judged, { tokens }: Candidates): void {
  const { runs, isName } = judged
  for (const backwards of [false, true]) {
    for (let step = 1; step < runs.length; step++) {
      const at = backwards ? runs.length - 1 - step : step
      const run = runs[at]!
      const sibling = runs[backwards ? at + 1 : at - 1]!
      const [left, right] = backwards ? [run, sibling] : [sibling, run]
      if (!isListed(tokens, left.to, right.from) || endsInName(judged, run)) continue
      if (isName[backwards ? sibling.from : sibling.to - 1]) judgeAgain(judged, run, boost)
    }
  }
}

/** Where half of what stands under one label or head are names, the rest probably are. */
function boostColumns(judged: Judged, { tokens, label }: Candidates): void {
  const counts = new Map<number, { runs: number; names: number }>()
  const labelled = judged.runs.filter(({ from }) => label[from] !== 0 && tokens.gap[from] !== gaps.blank)
  for (const run of labelled) {
    const count = counts.get(label[run.from]!) ?? { runs: 0, names: 0 }
    counts.set(label[run.from]!, count)
    count.runs++
    if (endsInName(judged, run)) count.names++
  }
  for (const run of labelled) {
    const { runs, names } = counts.get(label[run.from]!)!
    if (!endsInName(judged, run) && names > 0 && names * 2 >= runs) judgeAgain(judged, run, boost)
  }
}

/** In lines of one form, "3. Budi - RT 5", names make what begins the other lines likelier. */
function boostRows(judged: Judged, { tokens, lineStart, lineEnd }: Candidates): void {
  let rows: Run[] = []
  let form = -1
  let expected = -1
  for (const run of judged.runs) {
    const first = lineStart[run.from]!
    const next = formOfRow(tokens, first, run)
    if (next < 0) continue
    if (next !== form || first !== expected) {
      boostBlock(judged, rows)
      rows = []
    }
    form = next
    expected = lineEnd[run.from]!
    rows.push(run)
  }
  boostBlock(judged, rows)
}

/** How a line begins that begins with a run, perhaps behind a number, and what follows the run; -1 for other runs. */
function formOfRow({ shape, gap, count }: Tokens, first: number, { from, to }: Run): number {
  const isNumbered = from === first + 1 && shape[first] === shapes.number
  if (from !== first && !isNumbered) return -1
  const after = to < count && gap[to] !== gaps.paragraph ? gap[to]! : gaps.line
  return isNumbered ? gap[from]! * 16 + after + 256 : after
}

function boostBlock(judged: Judged, rows: readonly Run[]): void {
  const names = rows.filter((run) => endsInName(judged, run)).length
  if (names < fewestInRows || names * 2 < rows.length) return
  for (const run of rows)
    if (!endsInName(judged, run) && !judged.isName[run.from]) judgeAgain(judged, run, boost)
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
