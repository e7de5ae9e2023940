// What a reply may take from a report: its number, what it is about, and a public place. All else stays a slot.
import { complaintWords, documentWords } from '../../../../shared/content/index.ts'
import { publicPlaceIn } from './places.ts'
import { readSource, valueOf, type ReadSource } from './source.ts'
import { formatOf } from './summary.ts'
import { anyOf } from './words.ts'

export interface ReportFacts {
  number: string | undefined
  subject: string | undefined
  place: string | undefined
}

const labels = documentWords.labels
const numberLabel = anyOf(labels.reportNumber)
const topic = anyOf(complaintWords.topics)
const topicAndProblem = anyOf(
  complaintWords.topics.flatMap((about) => complaintWords.problems.map((what) => `${about} ${what}`)),
)

/** @returns the facts as the report writes them; undefined for what it doesn't say, or what must not leave the office. */
export function reportFacts(source: string): ReportFacts {
  const read = readSource(source)
  const title = valueOf(read, labels.title) ?? valueOf(read, labels.subject)
  const told = title === undefined ? read.sentences : [title, ...read.sentences]
  const place = valueOf(read, labels.place)
  return {
    number: reportNumber(read),
    subject: subjectIn(told.slice(0, 200)),
    // the street in a letterhead is no place of a report
    place: formatOf(read) === 'surat' ? undefined : publicPlaceIn(place === undefined ? told : [place]),
  }
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

/** "lampu jalan padam" where it stands so, else a topic that says enough alone: words far apart may not belong together. */
function subjectIn(sentences: readonly string[]): string | undefined {
  for (const pattern of [topicAndProblem, topic]) {
    const found = sentences.flatMap((sentence) => sentence.match(pattern) ?? [])
    const telling = found.find((phrase) => phrase.includes(' ') || /^\p{Lu}{2}/u.test(phrase))
    if (telling !== undefined) return smallFirst(telling)
  }
  return undefined
}

function smallFirst(phrase: string): string {
  const acronym = /^\p{Lu}{2}/u.test(phrase)
  return acronym ? phrase : phrase.charAt(0).toLowerCase() + phrase.slice(1)
}
