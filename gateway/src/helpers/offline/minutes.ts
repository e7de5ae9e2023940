// Minutes of a meeting: what was decided, who does what by when, what stays open. Who was there is left out.
import { anyOf, bare, documentWords, either, has } from '../../../../shared/content/index.ts'
import type { SummariseOptions } from '../../../../shared/protocol/index.ts'
import { deadlinesIn } from './deadlines.ts'
import { found, itemsFor, unsaid, type Row } from './rows.ts'
import { letterDateIn } from './letter.ts'
import { labelIn, paragraphs, sentencesOf, valueOf, type ReadSource } from './source.ts'
import { timesOf } from './times.ts'

type Section = 'decisions' | 'followUps' | 'open' | 'attendance' | 'other' | 'none'

interface Point {
  text: string
  section: Section
}

interface Minutes {
  meeting: string
  decisions: string[]
  followUps: string[]
  open: string[]
}

const labels = documentWords.labels
const words = documentWords.minutes
const title = new RegExp(`^${either(words.titles)}(?![\\p{L}])`, 'iu')
const sections: readonly (readonly [Section, readonly string[]])[] = [
  ['decisions', words.decisionHeads],
  ['followUps', words.followUpHeads],
  ['open', words.openHeads],
  ['attendance', labels.attendance],
  ['other', words.otherHeads],
]
const sectionOf = new Map(sections.flatMap(([section, heads]) => heads.map((head) => [head, section])))
/** "C. Keputusan:", "KESIMPULAN RAPAT", "Tindak lanjut: Lurah mengirim data" */
const headLine = /^(?:(?:[IVX]{1,4}|[A-Z]|\d{1,2})[.)] )?(\p{L}[\p{L} &/-]{2,40}?) ?(?::\s?(.*)|,)?$/u
const closings = anyOf(documentWords.letterClosings)
const attendance = new Set(labels.attendance)
const listMark = /^(?:\(?(?:\d{1,3}|[a-z])[.)]|[-•*])\s+/
const decided = anyOf(words.decisions)
const meetings = anyOf(words.meetings)
const present = anyOf(words.present)
const acts = anyOf(words.actions)
const isOpen = anyOf(words.open)
const headSize = 6
/** So far the first line tells what the text is. */
const opening = 60
const longestTitle = 120
const mostPoints = 500

/** @returns whether it calls itself minutes in its first lines, or has their sections. */
export function isMinutes(read: ReadSource): boolean {
  return isTitledMinutes(read) || hasSections(read) || tellsOfMeeting(read)
}

/** A title on a line of its own; a sentence that begins so must also tell what was decided. */
export function isTitledMinutes({ lines, sentences }: ReadSource): boolean {
  const titled = headOf(lines).filter((line) => title.test(line))
  if (titled.some((line) => line.length < longestTitle && !/[.,!?]/.test(line))) return true
  return titled.length > 0 && sentences.some((one) => has(decided, one))
}

function hasSections({ lines }: ReadSource): boolean {
  const heads = new Set(lines.map((line) => headIn(line)?.section))
  return heads.has('attendance') && (heads.has('decisions') || heads.has('followUps'))
}

/** "Rapat RT tadi malam, hadir 20 KK. Disepakati …" */
function tellsOfMeeting({ lines, sentences }: ReadSource): boolean {
  const says = (pattern: RegExp) => sentences.some((one) => has(pattern, one))
  return (
    headOf(lines)
      .slice(0, 1)
      .some((line) => has(meetings, line.slice(0, opening))) &&
    says(present) &&
    says(decided)
  )
}

/** @returns the lines of a summary of minutes. */
export function minutesLines(read: ReadSource, { length }: SummariseOptions): string[] {
  const { meeting, decisions, followUps, open } = readMinutes(read)
  const most = itemsFor[length]
  const list = (name: string, items: string[]): Row => [name, items.length === 0 ? unsaid : '', items, most]
  return found([
    ['Rapat', meeting || unsaid],
    list('Keputusan', decisions),
    list('Tindak lanjut', followUps),
    list('Hal terbuka', open),
  ])
}

function readMinutes(read: ReadSource): Minutes {
  const points = pointsOf(read)
  const told = points.some((point) => point.section === 'decisions' || point.section === 'followUps')
  const kinds = points.map((point) => [told ? sectioned(point) : untold(point), point.text] as const)
  const of = (section: Section) => [
    ...new Set(kinds.filter(([kind]) => kind === section).map(([, text]) => text)),
  ]
  return {
    meeting: meetingOf(read),
    decisions: of('decisions'),
    followUps: of('followUps'),
    open: of('open'),
  }
}

/** Under "Keputusan" stand also the things to do: what has a deadline, or somebody who acts on a day. */
function sectioned({ section, text }: Point): Section {
  if (section === 'decisions') return isTask(text) ? 'followUps' : 'decisions'
  if (section === 'followUps' || section === 'open') return section
  if (section === 'attendance' || has(present, text)) return 'none'
  return has(isOpen, text) || text.endsWith('?') ? 'open' : 'none'
}

/** Where no heading tells, words do. */
function untold({ section, text }: Point): Section {
  if (section === 'attendance') return 'none'
  if (has(decided, text) && !/tidak ada/i.test(text)) return 'decisions'
  if (has(isOpen, text) || text.endsWith('?')) return 'open'
  if (has(present, text)) return 'none'
  return isTask(text) || timesOf(text).some((time) => time.dated) ? 'followUps' : 'none'
}

function isTask(text: string): boolean {
  return deadlinesIn([text]).length > 0 || (has(acts, text) && timesOf(text).some((time) => time.dated))
}

/** The items and sentences of the minutes, each with the section that it stands in. */
function pointsOf({ lines }: ReadSource): Point[] {
  const points: Point[] = []
  let section: Section = 'none'
  for (const part of paragraphs(partedLines(lines))) {
    const head = headIn(part)
    if (isEnd(part)) section = 'attendance'
    else if (head !== undefined) section = head.section
    else if (isLabelled(part)) section = section === 'attendance' ? 'none' : section
    const text = head?.rest ?? (isLabelled(part) ? '' : part)
    for (const one of statementsOf(text)) points.push({ text: one, section })
    if (points.length > mostPoints) break
  }
  return points
}

/** Below stand the names of those who sign. */
function isEnd(part: string): boolean {
  return part.search(closings) === 0 || letterDateIn([part]) !== undefined
}

/** Headings and labels stand alone, so that nothing is joined to them. */
function partedLines(lines: readonly string[]): string[] {
  const first = lines.findIndex((line) => line !== '')
  const body = lines.map((line, at) =>
    at < headSize && isTitle(line, at === first) ? withoutTitle(line) : line,
  )
  return body.flatMap((line) => (standsAlone(line) ? ['', line, ''] : [line]))
}

function standsAlone(line: string): boolean {
  return headIn(line) !== undefined || isLabelled(line) || isEnd(line)
}

/** All may stand on one line: "Hasil rapat RT 05. Disepakati …" */
function withoutTitle(line: string): string {
  const [first = '', ...rest] = sentencesOf(line)
  return rest.length === 0 ? '' : line.slice(first.length).trim()
}

function isTitle(line: string, isFirst: boolean): boolean {
  if (title.test(line)) return true
  if (isFirst && has(meetings, line.slice(0, opening)) && !has(decided, sentencesOf(line)[0] ?? ''))
    return true
  return line === line.toUpperCase() && headIn(line) === undefined
}

function isLabelled(line: string): boolean {
  return labelIn(line)[0] !== undefined
}

function headIn(line: string): { section: Section; rest: string } | undefined {
  const [, name = '', rest = ''] = headLine.exec(line) ?? []
  const section = sectionOf.get(name.toLowerCase())
  // a heading that we don't know ends what stood above it
  if (section === undefined) return /^[^,;]{3,40}:$/u.test(line) ? { section: 'other', rest: '' } : undefined
  // Of the list of persons nothing is read.
  return { section: section as Section, rest: attendance.has(name.toLowerCase()) ? '' : rest }
}

/** An item of a list is one point, however many sentences it has. */
function statementsOf(text: string): string[] {
  const parts = listMark.test(text) ? [text.replace(listMark, '')] : sentencesOf(text)
  return parts.map((part) => bare(part.trim())).filter((part) => /\p{L}{2}.*\s/u.test(part))
}

/** "Rapat: Evaluasi pengaduan bulan Oktober 2025; Kamis, 6 November 2025" */
function meetingOf(read: ReadSource): string {
  const { meeting, event, subject, eventDate, letterDate, eventTime, eventPlace } = labels
  const name = [meeting, event, subject]
    .map((names) => valueOf(read, names))
    .find((value) => value !== undefined)
  const when = [eventDate, letterDate, eventTime, eventPlace].map((names) => valueOf(read, names))
  const told = [name ?? titleOf(read.lines), ...when].filter((part) => part !== undefined)
  return told
    .map(bare)
    .filter((part) => part !== '')
    .join('; ')
}

/** The lines of the title, up to a label, a blank line or a sentence. */
function titleOf(lines: readonly string[]): string {
  const titled = lines.findIndex((line) => title.test(line))
  const start =
    titled < 0 ? lines.findIndex((line) => has(meetings, line) && headIn(line) === undefined) : titled
  if (start < 0) return ''
  const rest = lines.slice(start, start + headSize)
  const end = rest.findIndex(
    (line, at) => at > 0 && (line === '' || isLabelled(line) || headIn(line) !== undefined),
  )
  const text = rest.slice(0, end < 0 ? 1 : end).join(' ')
  return sentencesOf(text)[0] ?? ''
}

function headOf(lines: readonly string[]): string[] {
  return lines.filter((line) => line !== '').slice(0, headSize)
}
