// Where something is spoken of: what is sought only there costs no more than the words that speak of it.
import type { Finding } from '../finding.ts'
import { wordSet } from '../tokens.ts'
import type { Reading } from '../reading.ts'

/** A text and its words. */
export type Words = Pick<Reading, 'text' | 'tokens' | 'topics'>

/** An answer, or what is asked for, stands on the next line or the one below it, and is short. */
const longestBelow = 200
const apart = '\n\n\n'

/**
 * Takes a topic, signs that speak of it too, and a search. Searches the lines that speak of it, and what stands right below
 * them, as one text, for a search of many patterns takes as long as its text; returns the findings at their places in the whole.
 */
export function findInLinesAbout(
  { text, tokens, topics }: Words,
  { topic, signs = [] }: { topic: number; signs?: readonly string[] },
  find: (lines: string) => Finding[],
): Finding[] {
  const places = signs.flatMap((sign) => placesOf(text, sign))
  for (let i = 0; i < tokens.count; i++) if (topics[i]! & topic) places.push(tokens.start[i]!)
  if (signs.length > 0) places.sort((a, b) => a - b)
  const spans: { start: number; end: number }[] = []
  let next = 0
  for (const place of places) {
    if (place < next) continue
    const start = text.lastIndexOf('\n', place - 1) + 1
    const lineEnd = endOfLine(text, place)
    const below = endOfLine(text, lineEnd + 1)
    const end = below - lineEnd < longestBelow ? endOfLine(text, below + 1) : lineEnd
    const last = spans.at(-1)
    if (last && start <= last.end) last.end = end
    else spans.push({ start, end })
    next = lineEnd + 1
  }
  if (spans.length === 0) return []
  const starts: number[] = []
  let length = 0
  for (const { start, end } of spans) {
    starts.push(length)
    length += end - start + apart.length
  }
  const found = find(spans.map(({ start, end }) => text.slice(start, end)).join(apart))
  return found.map((finding) => {
    const at = lastNotAfter(starts, finding.start)
    const shift = spans[at]!.start - starts[at]!
    return { ...finding, start: finding.start + shift, end: Math.min(finding.end + shift, spans[at]!.end) }
  })
}

/** The index of the last of these ascending numbers that is not above `most`; the first is 0. */
function lastNotAfter(numbers: readonly number[], most: number): number {
  let [low, high] = [0, numbers.length - 1]
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if (numbers[middle]! <= most) low = middle
    else high = middle - 1
  }
  return low
}

function placesOf(text: string, sign: string): number[] {
  const places: number[] = []
  for (let at = text.indexOf(sign); at >= 0; at = text.indexOf(sign, at + 1)) places.push(at)
  return places
}

function endOfLine(text: string, at: number): number {
  const end = at < text.length ? text.indexOf('\n', at) : -1
  return end < 0 ? text.length : end
}

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
