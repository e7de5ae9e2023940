// A regulation: what it is about, what it rules, for whom, until when, and what follows else. Each line with its article.
import {
  anyOf,
  bare,
  capitalised,
  documentWords,
  either,
  has,
  shorten,
} from '../../../../shared/content/index.ts'
import type { SummariseOptions } from '../../../../shared/protocol/index.ts'
import { itemsFor, longestLine, unsaid } from './rows.ts'
import { sentencesOf, valueOf, type ReadSource } from './source.ts'
import { timesOf } from './times.ts'

interface Provision {
  /** "Pasal 5 ayat (2)", "KEDUA" */
  place: string
  text: string
}

const words = documentWords.regulation
const clauses = either(words.clauses)
const title = new RegExp(`^(?:rancangan )?${either(words.kinds)}(?!\\p{L})`, 'iu')
/** "Pasal 4" at the head of a line; "Pasal 4 ayat (1) dilarang" goes on with a sentence. */
/** An "instruksi kerja" has neither. */
const official = /(?<!\p{L})(?:nomor|no\.|tentang)(?!\p{L})/iu
const numberedKind = new RegExp(`^${either(words.numbered)}(?!\\p{L})`, 'iu')
const article = new RegExp(
  `^(${either(words.articles)} \\d{1,3}[A-Z]?)(?!\\p{L})[.:]?\\s*(?!ayat|huruf|sampai|dan |atau )(.*)$`,
  'iu',
)
const clause = new RegExp(`^(${clauses})\\s?:\\s*(.*)$`, 'iu')
const paragraph = /^\((\d{1,2}[a-z]?)\)\s*(.*)$/u
/** Where a page or a file lost its line ends: "… izin. Pasal 5 (1) Setiap orang …". */
const lostEnds = new RegExp(
  `(?<=[.;:,] )(?=${either(words.articles.map(capitalised))} \\d{1,3}[A-Z]?:? (?:\\(\\d|\\p{Lu})|\\(\\d{1,2}\\) \\p{Lu}|(?:${clauses.toUpperCase()}) ?:)`,
  'gu',
)
/** "Instruksi ini berlaku sejak dikeluarkan" belongs to none of its parts. */
const closing = new RegExp(`^${either(words.kinds)} ini `, 'iu')
const partName = /^(?:bab|bagian|paragraf) /i
const ends = anyOf(words.ends)
const cutAt = new RegExp(`(?:^|[\\s,]{1,3})${either(words.cutAt)}(?!\\p{L}).*$`, 'iu')
const duty = anyOf(words.duties)
const sanction = anyOf(words.sanctions)
const term = anyOf(words.terms)
const force = anyOf(words.force)
const definition = anyOf(words.definitions)
const count = /\d{1,3} (?:\([\p{L} ]{2,30}\) )?(?:hari|bulan|tahun|jam|minggu|menit|kali)(?!\p{L})/iu
const headSize = 12
const mostProvisions = 2000
const longestItem = { singkat: 200, sedang: 300, lengkap: 400 }
const longestSubject = 160

/** @returns whether it calls itself a regulation and has articles, or the parts of a decree. */
export function isRegulation({ lines }: ReadSource): boolean {
  const head = lines.filter((line) => line !== '').slice(0, headSize)
  const count = provisionsOf(lines).filter((one) => one.place !== '').length
  return head.some((line) => title.test(line)) ? count > 0 : count > 2
}

/** @returns the lines of a summary of a regulation. */
export function regulationLines(read: ReadSource, { length }: SummariseOptions): string[] {
  const all = provisionsOf(read.lines).filter((one) => !has(definition, one.text))
  const sanctions = all.filter((one) => has(sanction, one.text))
  const others = all.filter((one) => !sanctions.includes(one))
  const terms = others.filter(
    (one) => has(term, one.text) || has(force, one.text) || count.test(one.text) || isDated(one.text),
  )
  const ruled = others.filter((one) => !has(force, one.text))
  const rows = (name: string, chosen: readonly Provision[]) =>
    listed(
      name,
      chosen.map((one) => cited(one, longestItem[length])),
      itemsFor[length],
    )
  return [
    `Tentang: ${shorten(bare(subjectOf(read) ?? unsaid), longestLine)}`,
    ...rows('Yang diatur', ruled.length > 0 ? ruled : terms),
    ...listed('Siapa yang wajib', [...addressees(read.lines), ...bound(all)], itemsFor[length]),
    ...rows('Tenggat', terms),
    ...rows('Sanksi', sanctions),
  ]
}

function listed(name: string, items: readonly string[], most: number): string[] {
  const once = [...new Set(items)]
  if (once.length === 0) return [`${name}: ${unsaid}`]
  const rest = once.length > most ? ['- (butir lain ada dalam naskah)'] : []
  return [`${name}:`, ...once.slice(0, most).map((item) => `- ${item}`), ...rest]
}

function cited({ text, place }: Provision, most: number): string {
  return `${shorten(bare(text), most)}${place === '' ? '' : ` (${place})`}`
}

function isDated(text: string): boolean {
  return timesOf(text).some((time) => time.dated)
}

/** Who "wajib", "dilarang": what stands before the word in its clause. */
function bound(all: readonly Provision[]): string[] {
  return all.flatMap((one) => {
    const at = one.text.search(duty)
    const who =
      one.text
        .slice(0, Math.max(at, 0))
        .split(/[;:]\s/)
        .at(-1)
        ?.trim()
        .replace(/,$/, '') ?? ''
    return who.length > 2 && who.length <= longestSubject
      ? [cited({ ...one, text: who }, longestSubject)]
      : []
  })
}

/** An instruction names them: "Kepada: 1. Para Camat 2. Para Lurah". */
function addressees(lines: readonly string[]): string[] {
  const line = lines.slice(0, 30).find((one) => /^kepada\s?:/i.test(one))
  const said = line?.replace(/^kepada\s?:\s*/i, '') ?? ''
  return said === '' ? [] : [shorten(bare(said), longestLine)]
}

/** What stands behind "TENTANG", else the title itself. */
function subjectOf(read: ReadSource): string | undefined {
  const lines = read.lines.filter((line) => line !== '').slice(0, headSize * 2)
  const at = lines.findIndex((line) => /(?:^|\s)tentang(?:\s|:|$)/i.test(line))
  if (at < 0) return lines.find((line) => title.test(line)) ?? valueOf(read, documentWords.labels.subject)
  const said = (lines[at] ?? '').replace(/^.*?(?:^|\s)tentang\s?:?\s*/i, '').replace(cutAt, '')
  const behind = sentencesOf(said)[0] ?? ''
  const rest = lines.slice(at + 1)
  const end = rest.findIndex((line) => line.search(cutAt) === 0 || clause.test(line) || !isHeading(line))
  return [behind, ...(said === behind ? rest : []).slice(0, end < 0 ? rest.length : end)]
    .filter((part) => part !== '')
    .join(' ')
}

function isHeading(line: string): boolean {
  return line === line.toUpperCase() && /\p{L}{3}/u.test(line)
}

/** Its articles with their paragraphs, or the parts of a decree; a circular has numbered points. */
function provisionsOf(lines: readonly string[]): Provision[] {
  const ruled = provisionsBy(lines, headOf)
  const head = lines.slice(0, headSize)
  const isNumbered = head.some((line) => numberedKind.test(line)) && head.some((line) => has(official, line))
  return ruled.length > 0 || !isNumbered ? ruled : provisionsBy(lines, pointOf)
}

function provisionsBy(lines: readonly string[], begins: typeof headOf): Provision[] {
  const found: Provision[] = []
  let within = ''
  for (const line of lines.flatMap((one) => one.split(lostEnds)).map((one) => one.trim())) {
    const open = found.at(-1)
    if (found.length > mostProvisions || (open !== undefined && line.search(ends) === 0)) break
    const head = begins(line, within)
    if (head !== undefined && (head.place !== '' || open !== undefined)) {
      within = head.article
      found.push({ place: head.place, text: head.text })
    } else if (open !== undefined && !partName.test(line)) open.text = `${open.text} ${line}`.trim()
  }
  return found.filter((one) => one.text !== '')
}

function pointOf(line: string): ReturnType<typeof headOf> {
  const [, number, text = ''] = /^(\d{1,2})[.)]\s+(.*)$/u.exec(line) ?? []
  return number === undefined ? undefined : { article: '', place: `angka ${number}`, text }
}

/** @returns the article, and the paragraph in it, that begin with this line; undefined where none does */
function headOf(line: string, within: string): (Provision & { article: string }) | undefined {
  const [, name, behind = ''] = article.exec(line) ?? []
  if (name !== undefined) return paragraphIn(behind, name) ?? { article: name, place: name, text: behind }
  const [, part, said = ''] = clause.exec(line) ?? []
  if (part !== undefined) return { article: '', place: part, text: said }
  if (within === '' && closing.test(line)) return { article: '', place: '', text: line }
  return within === '' ? undefined : paragraphIn(line, within)
}

function paragraphIn(text: string, within: string): (Provision & { article: string }) | undefined {
  const [, number, said = ''] = paragraph.exec(text) ?? []
  return number === undefined
    ? undefined
    : { article: within, place: `${within} ayat (${number})`, text: said }
}
