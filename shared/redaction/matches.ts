/**
 * Takes a pattern with the flag g. Returns its matches in order, as `matchAll` does, which copies the pattern each time: for a
 * short text that takes longer than looking for it.
 */
export function matchesOf(text: string, pattern: RegExp): RegExpExecArray[] {
  const matches: RegExpExecArray[] = []
  pattern.lastIndex = 0
  for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
    matches.push(match)
    if (match[0] === '') pattern.lastIndex++
  }
  return matches
}
