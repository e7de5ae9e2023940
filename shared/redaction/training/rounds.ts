// What both trainings do in rounds. Most weights are small, and most of the file: they are dropped in the middle of a training,
// so that the others learn to do without them. Dropping them at the end loses more.
import type { MarkedDocument } from './generator/documents.ts'

export interface Learnt {
  /** The sum over what was judged. */
  loss: number
  /** How much was judged: words or candidates. */
  count: number
}

export function learnRound(
  documents: readonly MarkedDocument[],
  learn: (document: MarkedDocument) => Learnt,
): Learnt {
  const sum = { loss: 0, count: 0 }
  for (const document of documents) {
    const { loss, count } = learn(document)
    sum.loss += loss
    sum.count += count
  }
  return sum
}

/** Adds one of so many parts of a mean. */
export function addShare(mean: Float32Array, weights: Float32Array, parts: number): void {
  for (let at = 0; at < mean.length; at++) mean[at]! += weights[at]! / parts
}

/** Makes weights of less than this 0. @returns 1 for those, which must be learnt no more */
export function dropSmall(weights: Float32Array, least: number): Uint8Array<ArrayBuffer> {
  const dropped = new Uint8Array(weights.length)
  for (const [at, weight] of weights.entries()) {
    if (Math.abs(weight) >= least) continue
    weights[at] = 0
    dropped[at] = 1
  }
  return dropped
}
