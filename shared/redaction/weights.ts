// How the table of weights is kept as text: most are nothing, so only the others are written, and how far apart they stand.
import { mostSigns, readCounts, signOf, valueAt, writeCount } from './signs.ts'

const heaviest = mostSigns / 2 - 1

export interface StoredWeights {
  /** How many weights of nothing stand before each other one. Apart from the values, for each packs well with its like. */
  gaps: string
  values: string
}

/** @returns weights in steps, each rounded to the nearest */
export function quantise(weights: Float32Array, step: number): Int8Array {
  return Int8Array.from(weights, (weight) =>
    Math.max(-heaviest, Math.min(heaviest, Math.round(weight / step))),
  )
}

/** Writes weights of -31 to 31. */
export function writeWeights(weights: Int8Array): StoredWeights {
  let gaps = ''
  let values = ''
  let gap = 0
  for (const weight of weights) {
    if (weight === 0) {
      gap++
      continue
    }
    gaps += writeCount(gap)
    values += signOf(weight + heaviest)
    gap = 0
  }
  return { gaps, values }
}

/** Reads what `writeWeights` wrote of a table of this size. */
export function readWeights({ gaps, values }: StoredWeights, size: number): Int8Array {
  const weights = new Int8Array(size)
  let bucket = 0
  for (const [at, gap] of readCounts(gaps).entries()) {
    bucket += gap
    weights[bucket++] = valueAt(values, at) - heaviest
  }
  return weights
}
