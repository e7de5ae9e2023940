// Most weights are small, and most of the file: they are dropped in the middle of a training, so that the others learn to do
// without them. Dropping them at the end loses more.

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
