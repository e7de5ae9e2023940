// Names of people: what the tagger finds, what a label or signature announces, and every repetition of it.
import type { Finding } from '../finding.ts'
import type { Name } from '../name.ts'
import { nameWordKind } from '../name-word.ts'
import { thingHead, thingListHead } from '../lexicon/thing-heads.ts'
import { model } from '../names/model.ts'
import { tagNames, type NameSpan } from '../names/tagger.ts'
import { cellAt, type Reading } from '../reading.ts'
import { firstEndingAfter } from '../spans.ts'
import { findSenders } from './person-chats.ts'
import { findLabelledNames } from './person-cues.ts'
import { findRepeats } from './person-repeats.ts'
import { findSignatures } from './person-signatures.ts'

/**
 * A name is sure, though nothing else in the text speaks of a person, by one more of its score for so many words of the text: a
 * long text has more words that look like names, and a short one little else to speak of.
 */
const wordsPerScore = 7
const mostAsked = 8

export interface Persons {
  findings: Finding[]
  /** Whether one of them is sure by itself: where nothing else of a person is found, doubtful words are rather things. */
  isSure: boolean
}

/** Finds names, in their first and in all later forms. */
export function findPersons(reading: Reading): Persons {
  const { text, tokens, heads } = reading
  const tagged = tagNames(reading, model)
    .map((span) => asName(text, span))
    .filter((name) => isNotSpacedOut(name) && !/\d/.test(text.slice(name.start, name.end)))
  const names = [
    ...[...tagged, ...findSenders(text)].filter(
      ({ words }) => words.length > 1 || !posts.has(words[0]?.toLowerCase() ?? ''),
    ),
    ...findLabelledNames(text).filter((name) => !isHead(heads, name) && !isShortCapitals(name)),
    ...findSignatures(text),
  ].filter(
    (name) =>
      !isThing(text, reading.cells, name) &&
      !isPartOfCode(text, name) &&
      !firmBehind.test(text.slice(name.end, name.end + reachOfThing)) &&
      !thingLabel.test(text.slice(Math.max(0, name.start - reachOfThing), name.start)) &&
      !latitude.test(text.slice(name.start, name.end + 8)),
  )
  if (names.length === 0) return { findings: [], isSure: false }
  const lists = thingLists(text)
  const found = [...longestAtEach(names).values()].filter((name) => !isListed(text, lists, name))
  const least = Math.max(1, Math.min(mostAsked, tokens.count / wordsPerScore - 1))
  const findings = found.map(({ start, end }): Finding => ({ start, end, type: 'PERSON' }))
  return {
    findings: [...findings, ...findRepeats(tokens, found)],
    isSure: names.some(({ score = mostAsked }) => score >= least),
  }
}

/** A whole cell below the head of a column of things. */
function isThing(text: string, cells: Reading['cells'], { start, end }: Name): boolean {
  const cell = cellAt(cells, start)
  return (
    cell !== undefined &&
    thingHead.test(cell.label) &&
    text.slice(cell.start, cell.end).trim().length <= end - start + 3
  )
}

const listed = /^[ \t]{0,8}(?:[-*•–]|\d{1,2}[.)])[ \t]{1,3}/
const longestLine = 120

/** The lines below such a head as "Nama kelompok tani:" that begin with a bullet or a number. One pass over the lines. */
function thingLists(text: string): { start: number; end: number }[] {
  const lists: { start: number; end: number }[] = []
  let isBelow = false
  for (let start = 0; start < text.length;) {
    const next = text.indexOf('\n', start)
    const end = next < 0 ? text.length : next
    const line = end - start <= longestLine ? text.slice(start, end) : ''
    if (!listed.test(line)) isBelow = thingListHead.test(line)
    else if (isBelow) lists.push({ start, end })
    start = end + 1
  }
  return lists
}

/** With nothing before it on its line, and nothing behind it but what a colon or dash adds. */
function isListed(
  text: string,
  lists: readonly { start: number; end: number }[],
  { start, end }: Name,
): boolean {
  const line = firstEndingAfter(lists, start)
  if (line === undefined || line.start > start) return false
  const head = listed.exec(text.slice(line.start, start))?.[0]
  return head?.length === start - line.start && /^ {0,2}(?:$|[-–:(])/.test(text.slice(end, line.end))
}

/** "Nama jalan: Teuku Umar", "nama_vendor": "Surya Pratama" */
const thingLabel =
  /\bnama[ _](?:jalan|gang|vendor|penyedia|layanan|aplikasi|ruang(?:an)?(?: rapat)?|tpq|tpa|majelis|halte|pompa|gedung|aula|program|kegiatan|kapal|merek|produk|usaha|toko|masjid|sekolah|tim|regu|kelompok|paket|acara|tempat|lokasi|proyek)["']? {0,2}[:=] {0,2}["']?$/i
/** "Nordhafen Cold Chain, a logistics company" */
const firmBehind = /^, an? (?:[a-z]{2,14} ){0,2}(?:company|firm|perusahaan)\b/
const reachOfThing = 48

/** "Lintang : -7.05" is a line of the globe; people have that name too. */
const latitude = /^lintang["' ]{0,3}(?:[:=] {0,2}-?\d|\/ ?bujur)/i

/** Posts and papers in short, which look like a name alone at the head of a line. */
const posts = new Set(
  'sekdes sekwan sekmat sekkel korkab korcam ktu kasi kabid kadus keuchik geuchik resi iuran mahar goldar'.split(
    ' ',
  ),
)

/** "Nama;KPJ;NIK": what stands behind the word is the head of the next column. */
function isHead(heads: Reading['heads'], { start, words }: Name): boolean {
  const [word = ''] = words
  const line = firstEndingAfter(heads, start)
  if (line === undefined || line.start > start || words.length > 1) return false
  return !['name', 'both'].includes(nameWordKind(word.toLowerCase()))
}

/** {"nama":"IPM"}: in capitals, so short, and in no list of names. */
const isShortCapitals = ({ words: [word = '', ...more] }: Name) =>
  more.length === 0 &&
  /^[A-Z]{2,4}$/.test(word) &&
  !['name', 'both'].includes(nameWordKind(word.toLowerCase()))

/** "567/118/Nakertrans": an office in the number of its letter. */
const isPartOfCode = (text: string, { start, words }: Name) =>
  words.length === 1 && /(?:^|[^\d/])\d{1,4}\/\d{1,4}\/$/.test(text.slice(Math.max(0, start - 12), start))

/** Where a name is read twice, the longer reading counts. */
function longestAtEach(names: readonly Name[]): Map<number, Name> {
  const longest = new Map<number, Name>()
  for (const name of names) if (name.end > (longest.get(name.start)?.end ?? 0)) longest.set(name.start, name)
  return longest
}

/** "R A H A S I A" is a word in spaced-out capitals; a name has a word of some letters beside its initials. */
function isNotSpacedOut({ words }: Name): boolean {
  return words.some((word) => word.length > 1)
}

function asName(text: string, { start, end, score }: NameSpan): Name {
  return {
    start,
    end,
    score,
    words: text
      .slice(start, end)
      .split(/[ .\u00a0]+/)
      .filter(Boolean),
  }
}
