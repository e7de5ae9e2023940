// Where the words of a text may be names, and which of them are, by the scores that they were given.
import { goesOn } from './features.ts'
import type { Tokens } from '../tokens.ts'

/** Words side by side that may be names. */
export interface Run {
  from: number
  to: number
}

/** What a model adds where a name goes on, and where it ends or begins. */
export interface Steps {
  stay: number
  change: number
}

export function candidateRuns(tokens: Tokens, may: Uint8Array): Run[] {
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

/** The best labels of one run of candidates (Viterbi): 1 in `out` for a part of a name. */
export function decode(
  scores: Float64Array,
  { from, to }: Run,
  { stay, change }: Steps,
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
