// The fields of a complaint (domain §11.1), each a piece of the complaint itself.
import { complaintWords, documentWords } from '../../../../shared/content/index.ts'
import { asksIn, requestStart, type Asks } from '../../../../shared/checks/index.ts'
import { bestSentences } from './best.ts'
import { titleOf, valueOf, type ReadSource } from './source.ts'
import { sinceIn, timeIn } from './times.ts'
import { urgencyIn, type Urgency } from './urgency.ts'
import { placeIn } from './where.ts'
import { anyOf, bare, has, shorten, withoutLinks } from '../../../../shared/content/index.ts'

export interface Complaint extends Asks {
  problem: string | undefined
  place: string | undefined
  time: string | undefined
  urgency: Urgency
  received: string | undefined
  due: string | undefined
  /** A suggestion or thanks: there is no event whose time could be missing. */
  noIncident: boolean
}

/** No complaint is longer; of what is, the summary says how far it was read. */
export const mostSentences = 1000
const longest = 240
const labels = documentWords.labels
const problems = anyOf([...complaintWords.problems, ...complaintWords.topics])
const openers = new Set(complaintWords.openers)
const noIncident = anyOf(documentWords.noIncident)
const greeting = new RegExp(
  `^(?:(?:${complaintWords.courtesies.join('|')})(?: (?:min|admin|pak|bu|bapak|ibu))?[,.!]? ){1,3}`,
  'iu',
)

/** @returns what the complaint says; a field that it doesn't name is undefined or empty. */
export function readComplaint(read: ReadSource): Complaint {
  const title = titleOf(read)
  const sentences = read.sentences.slice(0, mostSentences)
  const told = title === undefined ? sentences : [title, ...sentences]
  const asks = asksIn(sentences)
  const labelled = valueOf(read, labels.request)
  return {
    ...asks,
    requests: labelled === undefined ? asks.requests : [labelled],
    problem: withoutLinks(title ?? '') || withoutLinks(problemIn(sentences) ?? '') || undefined,
    place: valueOf(read, labels.place) ?? placeIn({ title, sentences }),
    time: valueOf(read, labels.time) ?? timeIn(told.map(statementOf)) ?? sinceIn(told),
    urgency: urgencyIn([...sentences, ...(title === undefined ? [] : [title])]),
    received: valueOf(read, labels.received),
    due: valueOf(read, labels.due),
    noIncident: has(noIncident, [valueOf(read, labels.category), title ?? sentences[0]].join(' ')),
  }
}

/** What a sentence says before it asks for something: times in a request are wishes. */
function statementOf(sentence: string): string {
  return sentence.slice(0, requestStart(sentence))
}

function problemIn(sentences: readonly string[]): string | undefined {
  const telling = sentences.filter((sentence) => has(problems, sentence))
  const statements = telling.filter((sentence) => requestStart(sentence) !== 0)
  const pool = [statements, telling, sentences].find((some) => some.length > 0) ?? []
  const best = bestSentences(pool.slice(0, 200), 1)[0] ?? pool[0]
  if (best === undefined) return undefined
  const statement = withoutOpening(best.replace(greeting, ''))
  const request = requestStart(statement) ?? 0
  return shorten(bare(request > 0 ? statement.slice(0, request).trim() : statement), longest)
}

/** "Min lapor dong, air mati" → "air mati"; "kak mau lapor jalan amblas" → "jalan amblas". */
function withoutOpening(sentence: string): string {
  const words = sentence.slice(0, 60).split(' ')
  const first = words.findIndex((word) => !openers.has(word.toLowerCase().replace(/[,.!]+$/, '')))
  const opening = words.slice(0, Math.max(first, 0))
  const isOpening = /[,.!]$/.test(opening.at(-1) ?? '') || opening.some((word) => /^lapor$/i.test(word))
  return isOpening ? sentence.slice(opening.join(' ').length).trim() : sentence
}
