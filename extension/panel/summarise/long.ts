// What a long text costs: known before anything of it is asked. The reading itself is loaded with the first one.

/** In UTF-16 units: about 8,000 tokens, which every model in use reads well. */
export const partSize = 24_000
/** 100 pages and more; beyond that a summary of summaries says little. */
export const mostParts = 12

/** @returns how many parts a text of so many units is read in; 1 = as a whole */
export function partCount(length: number): number {
  return Math.min(mostParts, Math.max(1, Math.ceil(length / partSize)))
}

/** @returns how many answers a text takes: one for each part, and one over them */
export function actionsFor(length: number): number {
  const parts = partCount(length)
  return parts === 1 ? 1 : parts + 1
}

/** @returns the share of the text that no part holds, from 0 to 1 */
export function leftOut(length: number): number {
  return Math.max(0, 1 - (partSize * mostParts) / Math.max(1, length))
}
