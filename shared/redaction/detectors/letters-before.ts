// Plates and passports begin with letters; this reads the ones that stand right before some digits.

/** The dots of a form may lead to them. */
const letters = /(?:^|[^A-Za-z\d.-]|\.\.|\bno\.)([A-Za-z]{1,2})[ \u00a0-]{0,2}$/

/** One or two letters before `at`, if they are a word of their own, and where they begin. */
export function lettersBefore(text: string, at: number): { word: string; start: number } | undefined {
  const near = text.slice(Math.max(0, at - 5), at)
  const word = letters.exec(near)?.[1]
  return word === undefined ? undefined : { word, start: at - near.length + near.lastIndexOf(word) }
}
