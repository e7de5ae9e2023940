// Numbers as signs of text, one each, so that what compresses the file sees how often each occurs.

const signs = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'
export const mostSigns = signs.length

const places = new Int8Array(128)
for (let at = 0; at < mostSigns; at++) places[signs.charCodeAt(at)] = at

/** @returns the sign for a number from 0 to 63 */
export const signOf = (value: number): string => signs.charAt(value)

/** @returns the number that `signOf` wrote at a place of a text */
export const valueAt = (text: string, at: number): number => places[text.charCodeAt(at)]!

const more = mostSigns - 1

/** Writes a number of any size: signs for 63 while more follows. */
export function writeCount(count: number): string {
  return signOf(more).repeat(Math.floor(count / more)) + signOf(count % more)
}

/** @returns the numbers that `writeCount` wrote one after the other */
export function readCounts(text: string): number[] {
  const counts: number[] = []
  let count = 0
  for (let at = 0; at < text.length; at++) {
    const value = valueAt(text, at)
    count += value
    if (value === more) continue
    counts.push(count)
    count = 0
  }
  return counts
}
