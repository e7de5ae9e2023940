// How urgent a report sounds, with the words that say so.
import { complaintWords } from '../../../../shared/content/index.ts'
import { timesOf } from './times.ts'
import { anyOf, bare, has, shorten } from '../../../../shared/content/index.ts'

export interface Urgency {
  level: 'darurat' | 'tinggi' | 'biasa'
  quote?: string
}

const longestQuote = 200
const danger = anyOf(complaintWords.urgency.map((entry) => entry.word))
const levels = new Map(complaintWords.urgency.map((entry) => [entry.word, entry.level]))
const pairs = complaintWords.dangerPairs.map((pair) => pair.map((word) => anyOf([word])))
const harmless = anyOf(complaintWords.harmless)
const negated = new RegExp(`(?<!\\p{L})(?:${complaintWords.negations.join('|')})(?: \\p{L}+)? $`, 'iu')
const ownDeadline = /(?<!\p{L})(?:paling lambat|selambat-lambatnya|sebelum)(?: tanggal)? $/iu

/** @returns the gravest level that a sentence gives reason for; a date that the reporter must keep counts as "tinggi". */
export function urgencyIn(sentences: readonly string[]): Urgency {
  let best: Urgency = { level: 'biasa' }
  for (const sentence of sentences) {
    const text = sentence.replace(harmless, (phrase) => ' '.repeat(phrase.length))
    const paired = pairs.find((words) => words.every((word) => has(word, text)))
    if (paired !== undefined)
      return { level: 'darurat', quote: clauseAround(sentence, text.search(paired[1] ?? danger)) }
    for (const match of text.matchAll(danger)) {
      if (negated.test(text.slice(Math.max(0, match.index - 30), match.index))) continue
      const level = levels.get(match[0].toLowerCase()) ?? 'tinggi'
      if (level === 'darurat') return { level, quote: clauseAround(sentence, match.index) }
      if (best.level === 'biasa') best = { level, quote: clauseAround(sentence, match.index) }
    }
  }
  return best.level === 'biasa' ? deadlineIn(sentences.slice(0, 200)) : best
}

function deadlineIn(sentences: readonly string[]): Urgency {
  for (const sentence of sentences) {
    const kept = timesOf(sentence).find((one) => ownDeadline.test(sentence.slice(0, one.start)))
    if (kept !== undefined) return { level: 'tinggi', quote: clauseAround(sentence, kept.start) }
  }
  return { level: 'biasa' }
}

/** The part of a long sentence, from comma to comma, that holds the word; a comma inside a date is none. */
function clauseAround(sentence: string, at: number): string {
  if (sentence.length <= longestQuote) return bare(sentence)
  const times = timesOf(sentence)
  const isBorder = (place: number) => !times.some((one) => one.start < place && place < one.end)
  const commas = [...sentence.matchAll(/[,;] /g)].map((match) => match.index).filter(isBorder)
  const start = commas.findLast((place) => place < at)
  const end = commas.find((place) => place > at)
  return shorten(bare(sentence.slice(start === undefined ? 0 : start + 2, end).trim()), longestQuote)
}
