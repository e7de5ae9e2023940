// Linear time, tested without a clock's verdict: how much longer twice the text takes, within one run.

/** Far from quadratic (4), with room for a busy machine. */
export const linear = 3.5

/**
 * @param run what is measured
 * @param shape makes a text of about so many characters
 * @returns the smallest ratio of several tries, for other processes disturb the clock; of one try where that is linear
 */
export function growth(
  run: (text: string) => void,
  shape: (length: number) => string,
  half = 50_000,
): number {
  const [short, long] = [shape(half), shape(2 * half)]
  const milliseconds = (text: string) => {
    const start = performance.now()
    run(text)
    return performance.now() - start
  }
  const best = (text: string, tries: number) =>
    Math.min(...Array.from({ length: tries }, () => milliseconds(text)))
  // The first look also warms up, and is enough for most.
  const shortest = best(short, 2)
  let ratio = milliseconds(long) / shortest
  for (let round = 0; round < 6 && ratio >= linear; round += 1)
    ratio = Math.min(ratio, best(long, 3) / best(short, 3))
  return ratio
}
