// Where something is spoken of: what is sought only there costs no more than its length.

export interface Stretch {
  start: number
  text: string
}

const longestWord = 64

/**
 * Takes a global pattern and how many characters behind each of its matches still belong to it.
 * Returns the stretches of the text behind them, in order, those that overlap as one; each ends between words.
 */
export function stretchesBehind(text: string, cue: RegExp, reach: number): Stretch[] {
  const spans: { start: number; end: number }[] = []
  for (const { index, 0: word } of text.matchAll(cue)) {
    const start = index + word.length
    const last = spans.at(-1)
    if (last && start <= last.end) last.end = start + reach
    else spans.push({ start, end: start + reach })
  }
  return spans.map(({ start, end }) => {
    const rest = text.slice(end, end + longestWord).search(/\s/)
    return { start, text: text.slice(start, rest < 0 ? end + longestWord : end + rest) }
  })
}
