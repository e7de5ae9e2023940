// Chooses the sentences that say most: those with the words that the text repeats, early ones, and ones with a cue.
import { complaintWords, documentWords } from '../../../../shared/content/index.ts'
import { anyOf, has, wordsOf } from '../../../../shared/content/index.ts'

const stopWords = new Set(complaintWords.stopWords)
const courtesies = anyOf([...complaintWords.courtesies, ...documentWords.letterClosings])
const cues = anyOf([
  ...complaintWords.requests,
  ...complaintWords.problems,
  ...complaintWords.urgency.map((entry) => entry.word),
  ...documentWords.deadlines,
])

/** @returns at most `count` sentences, each once, in the order of the text. O(n log n). */
export function bestSentences(sentences: readonly string[], count: number): string[] {
  return ranked(sentences)
    .slice(0, count)
    .sort((a, b) => a.place - b.place)
    .map((entry) => entry.sentence)
}

/** @returns the same sentences, those that say most first. */
export function bestFirst(sentences: readonly string[], count: number): string[] {
  return ranked(sentences)
    .slice(0, count)
    .map((entry) => entry.sentence)
}

function ranked(sentences: readonly string[]): { sentence: string; place: number }[] {
  const candidates = [...new Set(sentences)].filter(
    (sentence) => !isCourtesy(sentence) && wordsOf(sentence).length > 2,
  )
  const weights = wordWeights(candidates)
  return candidates
    .map((sentence, place) => ({ sentence, place, score: score(sentence, place, weights) }))
    .sort((a, b) => b.score - a.score)
}

/** @returns whether a sentence only greets, thanks or takes leave. */
export function isCourtesy(sentence: string): boolean {
  const at = sentence.search(courtesies)
  return at >= 0 && at < 12 && (sentence.length < 60 || !has(cues, sentence))
}

function wordWeights(sentences: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const sentence of sentences) {
    for (const word of new Set(wordsOf(sentence))) counts.set(word, (counts.get(word) ?? 0) + 1)
  }
  return new Map([...counts].map(([word, count]) => [word, stopWords.has(word) ? 0 : Math.log(1 + count)]))
}

function score(sentence: string, place: number, weights: Map<string, number>): number {
  const words = new Set(wordsOf(sentence))
  let sum = 0
  for (const word of words) sum += weights.get(word) ?? 0
  const density = sum / Math.sqrt(words.size + 4) // long sentences say more, but not in proportion
  const position = place === 0 ? 1.5 : place < 3 ? 0.5 : 0
  return density + position + (has(cues, sentence) ? 0.8 : 0)
}
