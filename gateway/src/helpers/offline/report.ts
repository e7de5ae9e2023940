// What a reply may take from a report: its number, what it is about, and a public place. All else stays a slot.
import { complaintWords, documentWords } from '../../../../shared/content/index.ts'
import { readSource, titleOf, valueOf, type ReadSource } from './source.ts'
import { formatOf } from './summary.ts'
import { publicPlaceIn } from './where.ts'
import { anyOf, either, has, pairOf, wordsOf } from './words.ts'

export interface ReportFacts {
  number: string | undefined
  subject: string | undefined
  place: string | undefined
}

const labels = documentWords.labels
const numberLabel = anyOf(labels.reportNumber)
const topic = anyOf(complaintWords.topics)
const problem = anyOf(complaintWords.problems)
const topicAndProblem = pairOf(complaintWords.topics, complaintWords.problems)

/** A title's place and time follow its matter; so does a second clause. */
const headEnd = new RegExp(
  `(?:[,;(]| ${either([...complaintWords.placeRelations, ...complaintWords.titleEnds])}(?!\\p{L})).*$`,
  'iu',
)
const notInSubject = anyOf(complaintWords.notInSubject)

/** @returns the facts as the report writes them; undefined for what it doesn't say, or what must not leave the office. */
export function reportFacts(source: string): ReportFacts {
  const read = readSource(source)
  const title = titleOf(read)
  const told = title === undefined ? read.sentences : [title, ...read.sentences]
  const labelled = valueOf(read, labels.place)
  const telling =
    labelled === undefined
      ? { title, sentences: read.sentences.slice(0, 200) }
      : { title: labelled, sentences: [] }
  const isReport = !read.english && formatOf(read) === 'aduan'
  return {
    number: reportNumber(read),
    subject: read.english
      ? undefined
      : (titleSubject(title) ?? (isReport ? subjectIn(told, title !== undefined) : undefined)),
    // the street in a letterhead or a signature is no place of a report
    place: isReport ? publicPlaceIn(telling) : undefined,
  }
}

/**
 * "Tiga lampu jalan padam di Jalan Melati Raya" → "tiga lampu jalan padam". A title that thanks, asks, shouts or names
 * somebody is none, and neither is one that is about nothing we know: it could say anything.
 */
function titleSubject(title: string | undefined): string | undefined {
  const head = title?.replace(headEnd, '').trim() ?? ''
  if (head.length > 80 || wordsOf(head).length < 2 || /[?!:{}⟦"@\d]/.test(head)) return undefined
  if (!has(topic, head) || has(notInSubject, head)) return undefined
  const names = head
    .split(' ')
    .slice(1)
    .some((word) => /^\p{Lu}(?!\p{Lu})/u.test(word))
  return names || head === head.toUpperCase() ? undefined : smallFirst(head)
}

/** A number counts only next to its label: another number in the text may be anything. */
function reportNumber(read: ReadSource): string | undefined {
  const labelled = valueOf(read, labels.reportNumber)
  const inSentences = read.sentences.flatMap((sentence) =>
    [...sentence.matchAll(numberLabel)].map((match) => sentence.slice(match.index + match[0].length)),
  )
  for (const after of labelled === undefined ? inSentences : [labelled]) {
    const match = /^(?: ?[:#])?[ ]?([A-Z0-9][A-Z0-9./-]{0,30}[A-Z0-9])(?![\p{L}\d])/iu.exec(after)
    if (match?.[1] !== undefined && /\d/.test(match[1])) return match[1]
  }
  return undefined
}

/**
 * "lampu jalan padam" where it stands so, else a topic that says enough alone, but only where the text has no title and
 * says something to be wrong in that sentence: words far apart may not belong together.
 */
function subjectIn(sentences: readonly string[], titled: boolean): string | undefined {
  const some = sentences.slice(0, 200)
  const wrong = titled ? [] : some.filter((sentence) => has(problem, sentence))
  const found = [
    ...some.flatMap((sentence) => sentence.match(topicAndProblem) ?? []),
    ...wrong.flatMap((sentence) => sentence.match(topic) ?? []),
  ]
  const shouted = (phrase: string) => phrase.includes(' ') && phrase === phrase.toUpperCase()
  const telling = found.find(
    (phrase) => !shouted(phrase) && (phrase.includes(' ') || /^\p{Lu}{2}/u.test(phrase)),
  )
  return telling === undefined ? undefined : smallFirst(telling)
}

function smallFirst(phrase: string): string {
  const acronym = /^\p{Lu}{2}/u.test(phrase)
  return acronym ? phrase : phrase.charAt(0).toLowerCase() + phrase.slice(1)
}
