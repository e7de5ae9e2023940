// The fields of a letter or an e-mail (domain §11.1), each a piece of the text itself.
import { complaintWords, documentWords } from '../../../../shared/content/index.ts'
import { monthNames } from '../../../../shared/drafts/index.ts'
import { requestStart } from '../../../../shared/checks/index.ts'
import { bestSentences } from './best.ts'
import { deadlinesIn } from './deadlines.ts'
import { rulesIn } from './rules.ts'
import { sentencesOf, titleOf, valueOf, type ReadSource } from './source.ts'
import { timesOf } from './times.ts'
import { anyOf, has } from '../../../../shared/content/index.ts'

export interface Letter {
  sender: string | undefined
  number: string | undefined
  date: string | undefined
  subject: string | undefined
  core: string[]
  /** Items of its lists that are no requests. */
  points: string[]
  requests: string[]
  /** Items of a list that asks for them. */
  requested: string[]
  questions: string[]
  event: string | undefined
  deadlines: string[]
  /** Other days that it names. */
  days: string[]
  nature: string | undefined
  attachment: string | undefined
  /** Rules that it cites. */
  rules: string[]
}

const labels = documentWords.labels
const closings = anyOf([...documentWords.letterClosings, ...complaintWords.courtesies])
const introductions = anyOf(documentWords.introductions)
const positions = anyOf(documentWords.positions)
const day = `(\\d{1,2} (?:${monthNames.flat().join('|')}) \\d{4})`
/** "Tangerang, 20 November 2026", with or without who signs behind it; the day alone. */
const placeAndDate = new RegExp(`^(?:\\p{Lu}[\\p{L} ]{2,30}, )?${day}(?:,.{0,60})?$`, 'iu')
/** "No. 071/HRGA/XI/2026", "Nomor 21/PPG/2025, 27 Oktober 2025" */
const numberLine = new RegExp(
  `^(?:Nomor|No|Ref)\\.? ?:? ?(?=[^ ]{0,30}\\d)([\\p{L}\\d./-]{3,40})(?:, ${day})?$`,
  'iu',
)
const intros = [...documentWords.listIntros].sort((a, b) => b.length - a.length).join('|')
/** "… rapat yang akan dilaksanakan pada:" ends well before the words that only lead to the list. */
const leadIn = new RegExp(
  `(?:,? (?:yang )?(?:akan )?(?:dilaksanakan|diselenggarakan|diadakan))?(?:,? (?:terhadap |mengenai |tentang |to )?(?:${intros})){1,3}:$`,
  'iu',
)
const mostSentences = 2000
const headSize = 12
const eventCues = anyOf(documentWords.eventCues)

/** @returns what the letter says; what it doesn't say is undefined or empty. */
export function readLetter(read: ReadSource, coreSentences: number): Letter {
  const items = new Set(read.lists.flatMap((list) => list.items.flatMap(sentencesOf)))
  const asking = read.lists.filter((list) => requestStart(list.intro) !== undefined)
  const askingIntros = new Set(asking.map((list) => list.intro))
  const body = read.sentences.filter((sentence) => !isFrame(sentence)).slice(0, mostSentences)
  const statements = body.filter(
    (one) => !one.endsWith('?') && !items.has(one) && !askingIntros.has(one) && !introducesWriter(one),
  )
  const requests = statements.filter((one) => requestStart(one) !== undefined)
  const deadlines = deadlinesIn(body)
  return {
    sender: valueOf(read, labels.sender) ?? letterhead(read.lines) ?? signature(read.lines),
    number: valueOf(read, labels.letterNumber) ?? numberIn(read.lines)?.[1],
    date: letterDate(read),
    subject: valueOf(read, labels.subject) ?? titleOf(read),
    core: bestSentences(
      statements.filter((one) => !requests.includes(one)),
      coreSentences,
    ).map((one) => one.replace(leadIn, '')),
    points: read.lists
      .filter((list) => !asking.includes(list))
      .flatMap((list) => list.items.filter(isStatement)),
    requests: requests.map((one) => one.replace(leadIn, '')),
    requested: asking.flatMap((list) => list.items.filter(isStatement)),
    questions: [...new Set(body.filter((one) => one.endsWith('?')))],
    event: eventIn(read) ?? (deadlines.length > 0 ? undefined : eventTold(body)),
    deadlines,
    days: daysIn(body, deadlines),
    nature: valueOf(read, labels.nature),
    attachment: withWords(valueOf(read, labels.attachment)),
    rules: rulesIn(body),
  }
}

/** "Lampiran: -" */
function withWords(value: string | undefined): string | undefined {
  return value !== undefined && /[\p{L}\p{N}]/u.test(value) ? value : undefined
}

function introducesWriter(sentence: string): boolean {
  return sentence.includes('⟦NAMA-') && sentence.search(introductions) === 0
}

function isStatement(item: string): boolean {
  return !item.endsWith('?')
}

function daysIn(body: readonly string[], deadlines: readonly string[]): string[] {
  const days = body.slice(0, 200).flatMap((one) => timesOf(one).filter((time) => time.dated))
  const texts = [...new Set(days.map((time) => time.text))]
  return texts.filter((text) => !deadlines.some((deadline) => deadline.includes(text)))
}

/** Letterhead, address, date line and closing are no content; they are short and have no sign at their end. */
function isFrame(sentence: string): boolean {
  const opening = sentence.search(closings)
  return (opening >= 0 && opening < 4) || (sentence.length < 60 && !/[.!?:]$/.test(sentence))
}

/** @returns the lines in capitals at the head of a letter, or undefined. */
export function letterhead(lines: readonly string[]): string | undefined {
  const head = lines.filter((line) => line !== '').slice(0, 4)
  const end = head.findIndex((line) => !isCapitals(line))
  const capitals = head
    .slice(0, end < 0 ? head.length : end)
    .filter((line) => !/^SURAT|^NOTA|^PENGUMUMAN/.test(line))
  return capitals.length === 0 ? undefined : capitals.join(', ')
}

/** But for what stands in brackets. */
function isCapitals(line: string): boolean {
  const text = line.replace(/\([^)]{0,60}\)/g, '')
  return text === text.toUpperCase() && /\p{L}{3}/u.test(text)
}

function signature(lines: readonly string[]): string | undefined {
  const tail = lines.filter((line) => line !== '').slice(-8)
  const found = tail.find((line) => line.search(positions) === 0 && line.length < 90)
  return found?.replace(/,$/, '')
}

/** @returns the day in the line "Tangerang, 20 November 2026", else the one that a label gives. */
export function letterDate(read: ReadSource): string | undefined {
  return letterDateIn(read.lines) ?? numberIn(read.lines)?.[2] ?? valueOf(read, labels.letterDate)
}

/** @returns the number of the letter, and the day behind it, where its line has no colon. */
export function numberIn(lines: readonly string[]): RegExpExecArray | undefined {
  const head = lines.filter((line) => line !== '').slice(0, headSize)
  return head.map((line) => numberLine.exec(line)).find((match) => match !== null)
}

/** @returns the day in a line that holds a place and a day alone. */
export function letterDateIn(lines: readonly string[]): string | undefined {
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

/** @returns the last day that a sentence gives for something that takes place, or undefined. */
function eventTold(body: readonly string[]): string | undefined {
  const telling = body.filter((one) => has(eventCues, one))
  return telling.flatMap((one) => timesOf(one).filter((time) => time.dated)).at(-1)?.text
}
