// Reads a pasted text or a page: its labelled lines ("Lokasi: …", or a label with its value on the next line), and the
// sentences of the rest. Text that talks to the machine is set aside, so that no answer quotes or obeys it.
import { complaintWords, documentWords } from '../../../../shared/content/index.ts'
import { sentenceSpans } from '../../../../shared/drafts/index.ts'
import { withoutSlots } from '../plain.ts'
import { isRow, isTabular, tableIn, withCells, withoutTableHeads, type Table } from './table.ts'
import { anyOf, has, wordsOf } from '../../../../shared/content/index.ts'

export interface ReadSource {
  /** Label in small letters → value; the first of each. */
  labels: Map<string, string>
  /** The same as lines, with the labels as they are written. */
  facts: string[]
  /** The line right before the facts of a portal page or a mail: its title. */
  headline: string | undefined
  lines: string[]
  lists: List[]
  /** In order, blanks made single. */
  sentences: string[]
  /** Sentences set aside because they give the machine orders. */
  commands: number
  /** Most of it is rows of a table: many cases, not one. */
  tabular: boolean
  /** Its longest table, with the heads if it has some. */
  table: Table
  english: boolean
  /** It has far more of the small words of Indonesian than of others. */
  indonesian: boolean
}

/** "Mohon perhatian terhadap hal berikut:" and what stands under it. */
export interface List {
  intro: string
  items: string[]
}

const labels = documentWords.labels
const known = new Set(Object.values(labels).flat())
const reportLabels = new Set(labels.report)
/** "Lokasi: Gang Kenanga", or a row of a table with two cells. */
const labelledLine = /^\s{0,20}(\p{L}[\p{L}\p{N} ./,-]{0,30}?)\s{0,20}(?::\s?(.*)|\|([^|]*))$/u
const commands = anyOf(complaintWords.commands)
const englishWords = new Set(documentWords.englishWords)
const headings = new Set(documentWords.pageHeadings)
/** A report has a number, a mail a sender; a letter has a number of its own. */
const titled = new Set([...labels.reportNumber, ...labels.sender, ...labels.due, ...labels.received])
/** "1.", "(2)", "a.", "-" */
const listMark = /^(?:\(?(?:\d{1,3}|[a-z])[.)]|[-•*])\s+/
const noIndonesian = new Set([...documentWords.englishWords, ...documentWords.otherEnglishWords])
const indonesianWords = new Set(complaintWords.stopWords.filter((word) => !noIndonesian.has(word)))

/** @returns what the text says, cut for the readers beside this file. Linear time. */
export function readSource(source: string): ReadSource {
  const raw = withoutSlots(source)
    .normalize('NFC')
    .split(/\r\n?|\n/)
  const written = raw.map((line) => withCells(line).replace(/\s+/g, ' ').trim())
  const lines = withoutTableHeads(written, known)
  const headline = headlineOf(lines)
  const { values, facts, prose } = takeLabels(
    headline === undefined ? lines : lines.filter((line) => line !== headline),
  )
  const parts = paragraphs(prose)
  const all = parts.flatMap((part) => (isRow(part) ? [part] : sentencesOf(part)))
  const sentences = all.filter((sentence) => !has(commands, sentence))
  return {
    labels: values,
    facts,
    headline,
    lines: lines.filter((line) => !has(commands, line)),
    lists: listsOf(parts),
    sentences,
    commands: all.length - sentences.length,
    tabular: isTabular(sentences),
    table: tableIn(raw.filter((line) => !has(commands, line))),
    ...languageOf(sentences),
  }
}

/** @returns the value of the first of these labels that the source has. */
export function valueOf(read: ReadSource, names: readonly string[]): string | undefined {
  for (const name of names) {
    const value = read.labels.get(name)
    if (value !== undefined) return value
  }
  return undefined
}

/** @returns what the report or mail calls itself, by a label or in the line over its facts. */
export function titleOf(read: ReadSource): string | undefined {
  return valueOf(read, labels.title) ?? valueOf(read, labels.subject) ?? read.headline
}

/** A letter has its letterhead there, and a portal its own headings ("Detail Aduan"): those are no titles. */
function headlineOf(lines: readonly string[]): string | undefined {
  const top = lines.filter((line) => line !== '').slice(0, 8)
  const first = top.findIndex((line) => labelIn(line)[0] !== undefined)
  const line = top[first - 1]
  if (line === undefined || line.length > 150 || /[.:]$/.test(line) || has(commands, line)) return undefined
  if (wordsOf(line).every((word) => headings.has(word))) return undefined
  const facts = top.slice(first).map((one) => labelIn(one)[0] ?? '')
  return facts.some((name) => titled.has(name)) ? line : undefined
}

function takeLabels(lines: string[]): { values: Map<string, string>; facts: string[]; prose: string[] } {
  const values = new Map<string, string>()
  const facts: string[] = []
  const prose: string[] = []
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at] ?? ''
    const [name, written] = labelIn(line)
    if (name === undefined) {
      prose.push(line)
      continue
    }
    const below = lines[at + 1] ?? ''
    const fromBelow = written === '' && below !== '' && labelIn(below)[0] === undefined
    const value = fromBelow ? below : written
    if (value !== '' && !values.has(name) && !has(commands, value)) {
      values.set(name, value)
      facts.push(`${line.slice(0, name.length)}: ${value}`)
    }
    prose.push('', reportLabels.has(name) ? written : '')
    if (fromBelow && !reportLabels.has(name)) at++
  }
  return { values, facts, prose }
}

export function labelIn(line: string): [name: string | undefined, value: string] {
  const match = labelledLine.exec(line)
  const name = (match?.[1] ?? line).toLowerCase()
  return known.has(name) ? [name, (match?.[2] ?? match?.[3] ?? '').trim()] : [undefined, '']
}

/** Without the marks of a list, which a mail read as one line has between its sentences. */
export function sentencesOf(text: string): string[] {
  return sentenceSpans(text)
    .map((span) => text.slice(span.start, span.end).replace(listMark, ''))
    .filter((sentence) => sentence !== '')
}

function listsOf(parts: string[]): List[] {
  const found: List[] = []
  let open: List | undefined
  for (const part of parts) {
    if (listMark.test(part)) open?.items.push(...itemsOf(part).filter((item) => !has(commands, item)))
    else {
      open = part.endsWith(':') ? { intro: sentencesOf(part).at(-1) ?? part, items: [] } : undefined
      if (open !== undefined && !has(commands, open.intro)) found.push(open)
    }
  }
  return found.filter((list) => list.items.length > 0)
}

/** One item a line, unless the lines of the list were run together. */
function itemsOf(part: string): string[] {
  const sentences = sentenceSpans(part).map((span) => part.slice(span.start, span.end))
  const together = sentences.length > 1 && sentences.every((sentence) => listMark.test(sentence))
  return (together ? sentences : [part]).map((item) => item.replace(listMark, ''))
}

/** Joins what a mail or a PDF broke over lines: a long line, or a small letter after the break, goes on. */
export function paragraphs(lines: string[]): string[] {
  const found: string[] = []
  let current = ''
  let last = ''
  for (const line of lines.filter((text) => !text.startsWith('>'))) {
    const goesOn =
      last !== '' &&
      line !== '' &&
      (last.length > 50 || /^\p{Ll}/u.test(line)) &&
      !listMark.test(line) &&
      !isRow(line) &&
      !isRow(last)
    if (!goesOn && current !== '') {
      found.push(current)
      current = ''
    }
    current = current === '' ? line : `${current} ${line}`
    last = line
  }
  if (current !== '') found.push(current)
  return found
}

/** English has far more of its small words than any Indonesian text borrows. */
function languageOf(sentences: string[]): { english: boolean; indonesian: boolean } {
  const words = sentences.slice(0, 200).flatMap(wordsOf)
  const english = words.filter((word) => englishWords.has(word)).length
  const indonesian = words.filter((word) => indonesianWords.has(word)).length
  return {
    english: english > words.length / 10 && english > indonesian * 1.5,
    indonesian: indonesian > words.length / 10 && indonesian > english * 1.5,
  }
}
