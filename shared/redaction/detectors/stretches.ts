// Where something is spoken of: what is sought only there costs no more than the words that speak of it.
import { wordSet } from '../tokens.ts'
import type { Reading } from '../reading.ts'

/** A text and its words. */
export type Words = Pick<Reading, 'text' | 'tokens'>

export interface Stretch {
  start: number
  text: string
}

const longestWord = 64

/** @returns these words, also with the endings that make them somebody's: "sandinya", "akunku" */
export function cueSet(words: string): ReturnType<typeof wordSet> {
  return wordSet(
    words
      .split(' ')
      .flatMap((word) => [word, `${word}nya`, `${word}ku`, `${word}mu`])
      .join(' '),
  )
}

/**
 * Takes cues and how many characters behind each of them still belong to it.
 * Returns the stretches of the text behind them, in order, those that overlap as one; each ends between words.
 */
export function stretchesBehind(
  { text, tokens }: Words,
  cues: ReturnType<typeof wordSet>,
  reach: number,
): Stretch[] {
  const spans: { start: number; end: number }[] = []
  for (let i = 0; i < tokens.count; i++) {
    if (!cues.has(tokens.hash[i]!)) continue
    const start = tokens.end[i]!
    const last = spans.at(-1)
    if (last && start <= last.end) last.end = start + reach
    else spans.push({ start, end: start + reach })
  }
  return spans.map(({ start, end }) => {
    const rest = text.slice(end, end + longestWord).search(/\s/)
    return { start, text: text.slice(start, rest < 0 ? end + longestWord : end + rest) }
  })
}
