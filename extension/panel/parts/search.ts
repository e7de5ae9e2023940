/** Fewer are found by looking. */
export const fewToSearch = 6

/** @returns whether every word that is wanted stands in one of the texts, in any order and whatever its capitals */
export function matches(texts: readonly string[], wanted: string): boolean {
  const all = texts.join('\n').toLowerCase()
  return wanted
    .toLowerCase()
    .split(/\s+/)
    .every((word) => all.includes(word))
}
