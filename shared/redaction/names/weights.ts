// How the table of weights is kept as text.

/** One sign a weight, the sixty-third for 31: runs of equal signs pack well, as base64 of bytes would not. */
const signs = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+'
export const heaviest = (signs.length - 1) / 2

/** Writes weights of -31 to 31. */
export function writeWeights(weights: Int8Array): string {
  return Array.from(weights, (weight) => signs[weight + heaviest]).join('')
}

/** Reads what `writeWeights` wrote. */
export function readWeights(written: string): Int8Array {
  const weightOf = new Int8Array(128)
  for (let at = 0; at < signs.length; at++) weightOf[signs.charCodeAt(at)] = at - heaviest
  const weights = new Int8Array(written.length)
  for (let at = 0; at < written.length; at++) weights[at] = weightOf[written.charCodeAt(at)]!
  return weights
}
