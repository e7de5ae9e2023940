// Linear time, tested without a clock's verdict: how much longer twice the text takes, within one run.

/** Between linear (2) and quadratic (4), with room for a busy machine on both sides. */
export const linear = 2.9

/**
 * @param run what is measured
 * @param shape makes a text of about so many characters
 * @returns how much longer twice the text takes, told from four times the text: the smallest of several tries, for other
 * processes disturb the clock
 */
export function growth(
  run: (text: string) => void,
  shape: (length: number) => string,
  half = 50_000,
): number {
  const [short, long] = [shape(half / 2), shape(half * 2)]
  const milliseconds = (text: string) => {
    const start = performance.now()
    run(text)
    return performance.now() - start
  }
  const best = (text: string, tries: number) =>
    Math.min(...Array.from({ length: tries }, () => milliseconds(text)))
  const ratio = (triesOfLong: number) => {
    const shorter = best(short, 4)
    return Math.sqrt(best(long, triesOfLong) / shorter)
  }
  // Four times the text tells so much that one look is enough for most.
  let smallest = ratio(1)
  for (let round = 0; round < 6 && smallest >= linear; round += 1) smallest = Math.min(smallest, ratio(3))
  return smallest
}
