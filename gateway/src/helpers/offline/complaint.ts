// The fields of a complaint (domain §11.1), each a piece of the complaint itself.
import { complaintWords, documentWords } from '../../../../shared/content/index.ts'
import { bestSentences } from './best.ts'
import { placeIn } from './places.ts'
import { valueOf, type ReadSource } from './source.ts'
import { timesIn } from './times.ts'
import { anyOf, bare, has, shorten } from './words.ts'

export interface Complaint {
  problem: string | undefined
  place: string | undefined
  time: string | undefined
  request: string | undefined
  urgency: { level: 'darurat' | 'tinggi' | 'biasa'; quote?: string }
}

const longest = 240
const labels = documentWords.labels
const requests = anyOf(complaintWords.requests)
const problems = anyOf([...complaintWords.problems, ...complaintWords.topics])
const danger = anyOf(complaintWords.urgency.map((entry) => entry.word))
const levels = new Map(complaintWords.urgency.map((entry) => [entry.word, entry.level]))
const negated = new RegExp(`(?<!\\p{L})(?:${complaintWords.negations.join('|')})(?: \\p{L}+)? $`, 'iu')
const greeting = new RegExp(
  `^(?:(?:${complaintWords.courtesies.join('|')})(?: (?:min|admin|pak|bu|bapak|ibu))?[,.!]? ){1,3}`,
  'iu',
)

/** @returns what the complaint says; a field that it doesn't name is undefined. */
export function readComplaint(read: ReadSource): Complaint {
  const title = valueOf(read, labels.title)
  const told = title === undefined ? read.sentences : [title, ...read.sentences]
  return {
    problem: title ?? problemIn(read.sentences),
    place: valueOf(read, labels.place) ?? placeIn(told),
    time: timesIn(told) ?? valueOf(read, labels.time),
    request: valueOf(read, labels.request) ?? requestIn(read.sentences),
    urgency: urgencyIn(told),
  }
}

function problemIn(sentences: readonly string[]): string | undefined {
  const telling = sentences.filter((sentence) => has(problems, sentence))
  const statements = telling.filter((sentence) => requestStart(sentence) !== 0)
  const pool = [statements, telling, sentences].find((some) => some.length > 0) ?? []
  const best = bestSentences(pool.slice(0, 200), 1)[0] ?? pool[0]
  if (best === undefined) return undefined
  const statement = best.replace(greeting, '')
  const request = requestStart(statement) ?? 0
  return shorten(bare(request > 0 ? statement.slice(0, request).trim() : statement), longest)
}

function requestIn(sentences: readonly string[]): string | undefined {
  const asking = sentences.filter((sentence) => requestStart(sentence) !== undefined)
  const found = asking.find((sentence) => !sentence.endsWith('?')) ?? asking[0]
  if (found === undefined) return undefined
  return shorten(bare(found.slice(requestStart(found) ?? 0)), longest)
}

/** @returns where the request begins: after a comma or "dan", else at the sentence's head; "mohon maaf" is none. */
function requestStart(sentence: string): number | undefined {
  for (const match of sentence.matchAll(requests)) {
    const after = sentence.slice(match.index + match[0].length, match.index + match[0].length + 8)
    if (/^ (?:maaf|izin|ijin)/i.test(after)) continue
    return /(?:[,;:]| dan| jadi) $/.test(sentence.slice(0, match.index)) ? match.index : 0
  }
  return undefined
}

function urgencyIn(sentences: readonly string[]): Complaint['urgency'] {
  let best: Complaint['urgency'] = { level: 'biasa' }
  for (const sentence of sentences) {
    for (const match of sentence.matchAll(danger)) {
      if (negated.test(sentence.slice(Math.max(0, match.index - 30), match.index))) continue
      const level = levels.get(match[0].toLowerCase()) ?? 'tinggi'
      if (level === 'darurat') return { level, quote: clauseAround(sentence, match.index) }
      if (best.level === 'biasa') best = { level, quote: clauseAround(sentence, match.index) }
    }
  }
  return best
}

/** The part of a long sentence, from comma to comma, that holds the word. */
function clauseAround(sentence: string, at: number): string {
  if (sentence.length <= 120) return bare(sentence)
  const start = Math.max(sentence.lastIndexOf(',', at), sentence.lastIndexOf(';', at)) + 1
  const end = sentence.slice(at).search(/[,;]/)
  return shorten(bare(sentence.slice(start, end < 0 ? undefined : at + end).trim()), longest)
}
