// The fields of a letter or an e-mail (domain §11.1), each a piece of the text itself.
import { complaintWords, documentWords } from '../../../../shared/content/index.ts'
import { monthNames } from '../../../../shared/drafts/index.ts'
import { bestSentences } from './best.ts'
import { valueOf, type ReadSource } from './source.ts'
import { anyOf, has } from './words.ts'

export interface Letter {
  sender: string | undefined
  number: string | undefined
  date: string | undefined
  subject: string | undefined
  core: string[]
  request: string | undefined
  deadline: string | undefined
}

const labels = documentWords.labels
const requests = anyOf(complaintWords.requests)
const deadlines = anyOf(documentWords.deadlines)
const closings = anyOf(documentWords.letterClosings)
const positions = anyOf(documentWords.positions)
const placeAndDate = new RegExp(
  `^\\p{Lu}[\\p{L} ]{2,30}, (\\d{1,2} (?:${monthNames.flat().join('|')}) \\d{4})$`,
  'iu',
)

/** @returns what the letter says; what it doesn't say is undefined or empty. */
export function readLetter(read: ReadSource, coreSentences: number): Letter {
  const body = read.sentences.filter((sentence) => !isFrame(sentence))
  const request = body.find((sentence) => has(requests, sentence))
  return {
    sender: valueOf(read, labels.sender) ?? letterhead(read.lines) ?? signature(read.lines),
    number: valueOf(read, labels.letterNumber),
    date: dateLine(read.lines) ?? valueOf(read, labels.letterDate),
    subject: valueOf(read, labels.subject),
    core: bestSentences(body.filter((sentence) => sentence !== request).slice(0, 2000), coreSentences),
    request,
    deadline: eventIn(read) ?? deadlineIn(body),
  }
}

function deadlineIn(sentences: readonly string[]): string | undefined {
  const found = sentences.find((sentence) => has(deadlines, sentence))
  return found?.slice(found.search(deadlines))
}

/** Letterhead, address, date line and closing are no content; they are short and have no sign at their end. */
function isFrame(sentence: string): boolean {
  const opening = sentence.search(closings)
  return (opening >= 0 && opening < 4) || (sentence.length < 60 && !/[.!?:]$/.test(sentence))
}

/** @returns the lines in capitals at the head of a letter, or undefined. */
export function letterhead(lines: readonly string[]): string | undefined {
  const head = lines.filter((line) => line !== '').slice(0, 4)
  const end = head.findIndex((line) => line !== line.toUpperCase() || !/\p{L}{3}/u.test(line))
  const capitals = head
    .slice(0, end < 0 ? head.length : end)
    .filter((line) => !/^SURAT|^NOTA|^PENGUMUMAN/.test(line))
  return capitals.length === 0 ? undefined : capitals.join(', ')
}

function signature(lines: readonly string[]): string | undefined {
  const tail = lines.filter((line) => line !== '').slice(-8)
  const found = tail.find((line) => line.search(positions) === 0 && line.length < 90)
  return found?.replace(/,$/, '')
}

function dateLine(lines: readonly string[]): string | undefined {
  for (const line of lines) {
    const match = placeAndDate.exec(line)
    if (match !== null) return match[1]
  }
  return undefined
}

function eventIn(read: ReadSource): string | undefined {
  const { eventDate, eventTime, eventPlace, event } = labels
  const parts = [eventDate, eventTime, eventPlace, event].map((names) => valueOf(read, names))
  const found = parts.filter((part) => part !== undefined).map((part) => part.replace(/[;.]$/, ''))
  return found.length === 0 ? undefined : found.join('; ')
}
