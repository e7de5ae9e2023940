// What a reply may take from its source: a report's number, matter and public place; a letter's number, day and subject;
// a mail's subject; the day it came. All else stays a slot.
import { complaintWords, documentWords, type ReplyKind } from '../../../../shared/content/index.ts'
import { monthNames } from '../../../../shared/drafts/index.ts'
import { formatOf } from './kind.ts'
import { letterDate } from './letter.ts'
import { readSource, titleOf, valueOf, type ReadSource } from './source.ts'
import { publicPlaceIn } from './where.ts'
import { anyOf, either, has, pairOf, withoutLinks, wordsOf } from '../../../../shared/content/index.ts'

export interface ReplyFacts {
  /** What is answered: it chooses the frame. */
  kind: ReplyKind
  /** Slot → value; a slot that the source says nothing about isn't in it. */
  values: Record<string, string>
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
const appreciation = anyOf(documentWords.appreciation)
const onBehalf = anyOf(documentWords.onBehalf)
const sayings = new Set(documentWords.notInNumber)
const day = new RegExp(
  String.raw`(?<!\d)(?:\d{1,2} (?:${monthNames.flat().join('|')}) \d{4}|\d{1,2}[/-]\d{1,2}[/-]\d{4}|\d{4}-\d{2}-\d{2})(?!\d)`,
  'iu',
)
const notInSubject = anyOf(complaintWords.notInSubject)

/** @returns the facts as the source writes them; none that it doesn't say, and none that must not leave the office. */
export function replyFacts(source: string): ReplyFacts {
  const read = readSource(source)
  const kind = kindOf(read)
  const values = {
    tanggal_terima: dayIn(valueOf(read, labels.received)),
    ...(kind === 'surat' ? letterValues(read) : kind === 'email' ? mailValues(read) : reportValues(read)),
  }
  const said = Object.entries(values).filter((entry): entry is [string, string] => entry[1] !== undefined)
  return { kind, values: Object.fromEntries(said) }
}

/** @returns what kind of text a reply answers, as the summary sees it; a text of no known kind is a report. */
export function kindOf(read: ReadSource): ReplyKind {
  const format = formatOf(read)
  if (format === 'surat' || format === 'email') return format
  return isAppreciation(read) ? 'apresiasi' : 'aduan'
}

/**
 * Thanks are said in most complaints too: only a title or a category that begins with them counts, and nothing may be
 * wrong in it. "Kritik, saran, dan apresiasi" may hold anything.
 */
function isAppreciation(read: ReadSource): boolean {
  const [title, category] = [titleOf(read) ?? '', valueOf(read, labels.category) ?? '']
  if (has(problem, title)) return false
  return category.search(appreciation) === 0 || title.search(appreciation) === 0
}

function reportValues(read: ReadSource): Record<string, string | undefined> {
  const title = titleOf(read)
  const told = title === undefined ? read.sentences : [title, ...read.sentences]
  const labelled = valueOf(read, labels.place)
  const telling =
    labelled === undefined
      ? { title, sentences: read.sentences.slice(0, 200) }
      : { title: labelled, sentences: [] }
  const isReport = !read.english && formatOf(read) === 'aduan'
  return {
    nomor_laporan: reportNumber(read),
    ringkas_masalah: read.english
      ? undefined
      : (titleSubject(title) ?? (isReport ? subjectIn(told, title !== undefined) : undefined)),
    // the street in a letterhead or a signature is no place of a report
    lokasi_umum: isReport ? publicPlaceIn(telling) : undefined,
  }
}

function letterValues(read: ReadSource): Record<string, string | undefined> {
  const number = valueOf(read, labels.letterNumber)?.replace(/ ?([./-]) ?/g, '$1')
  return {
    nomor_surat: number !== undefined && isNumber(number, /^[A-Z\d./-]{3,60}$/i) ? number : undefined,
    tanggal_surat: dayIn(letterDate(read)),
    hal_surat: quotable(valueOf(read, labels.subject) ?? read.headline),
  }
}

function mailValues(read: ReadSource): Record<string, string | undefined> {
  return { perihal: quotable(titleOf(read)?.replace(/^(?:(?:re|fwd?|bls|trs) ?: ?){1,5}/i, '')) }
}

/** A subject goes into a reply as it stands, but leads nobody to a page, and names nobody. */
function quotable(subject: string | undefined): string | undefined {
  if (subject === undefined || subject.length > 150) return undefined
  const text = subject.replace(/[.;,]+$/, '').trim()
  if (text.length < 3 || /[{}<>"“”⟦⟧@]/.test(text)) return undefined
  return withoutLinks(text) !== text || has(onBehalf, text) ? undefined : text
}

/** "22 November 2026, pukul 19.42 WIB" → "22 November 2026" */
function dayIn(text: string | undefined): string | undefined {
  return text === undefined ? undefined : day.exec(text)?.[0]
}

/** At least three digits, at most one word before the first of them, and no word that says something about the case. */
function isNumber(text: string, shape: RegExp): boolean {
  const words = text.match(/\p{L}+/gu) ?? []
  const before = /^\D*/.exec(text)?.[0].match(/\p{L}+/gu) ?? []
  if (!shape.test(text) || (text.match(/\d/g) ?? []).length < 3 || before.length > 1) return false
  return words.every((word) => word.length <= 15 && !sayings.has(word.toLowerCase()))
}

/**
 * "Tiga lampu jalan padam di Jalan Melati Raya" → "tiga lampu jalan padam". A title that thanks, asks, shouts or names
 * somebody is none, and neither is one that is about nothing we know: it could say anything.
 */
function titleSubject(title: string | undefined): string | undefined {
  const head = withoutLinks(title ?? '')
    .replace(headEnd, '')
    .trim()
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
    const match = /^(?: ?[:#])?[ ]?([A-Z\d][A-Z\d/-]{0,39})(?![\p{L}\d/-]|\.[\p{L}\d])/iu.exec(after)
    if (match?.[1] !== undefined && isNumber(match[1], /[A-Z\d]$/i)) return match[1]
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
