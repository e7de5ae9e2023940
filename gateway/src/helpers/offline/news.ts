// News: what, who, when, where, why, as far as a sentence says so; what an official said; what touches the city.
import {
  anyOf,
  bare,
  capitalised,
  complaintWords,
  documentWords,
  either,
  has,
} from '../../../../shared/content/index.ts'
import type { SummariseOptions } from '../../../../shared/protocol/index.ts'
import { bestSentences } from './best.ts'
import { found, unsaid } from './rows.ts'
import type { ReadSource } from './source.ts'
import { timesOf } from './times.ts'
import { placeIn } from './where.ts'

interface News {
  headline: string | undefined
  /** The town before the first sentence: "CENDANA, KabarKota – ". */
  town: string | undefined
  sentences: string[]
}

const words = documentWords.news
const pressTitle = new RegExp(`^${either(words.titles)}$`, 'iu')
const sayings = anyOf(words.sayings)
const own = anyOf(words.own)
const officials = anyOf(words.officials)
const city = anyOf(words.city)
const causes = anyOf(documentWords.causes)
/** "CENDANA, KabarKota – ", "TANGERANG (10/11) - " */
const dateline = /^(\p{Lu}[\p{Lu} ]{2,30})(?:,\s?[\p{L}\d. /()]{2,40}| \([^)]{2,20}\))? ?[–—-] /u
/** "Minggu (9/11)", "Jumat siang (14/11/2025)" */
const pressDay = new RegExp(
  String.raw`(?:${either(complaintWords.weekdays)})(?: (?:pagi|siang|sore|malam))?,? \(\d{1,2}[/-]\d{1,2}(?:[/-]\d{2,4})?\)`,
  'giu',
)
const quotation = /"[^"]{8,600}"|“[^”]{8,600}”/u
/** An office or a person by what they do, with the names behind: "Kepala DPUPR Kota Cendana". */
const name = String.raw`(?:\p{Lu}[\p{L}\d.&-]*|\d{1,3})`
const anyCase = (list: readonly string[]) =>
  either(list.flatMap((word) => [word, titled(word), capitalised(word)]))
const actor = new RegExp(
  String.raw`(?<!\p{L})(?:${anyCase([...words.officials, ...words.bodies])}(?: (?:of the )?${name}){1,5}|${anyCase(words.people)}(?: ${name}){0,4}|(?:\p{Lu}\p{Ll}+ ){1,3}(?:Agency|Council|Department|Association))(?!\p{L})`,
  'gu',
)
const longestHeadline = 120
const actorsFor = { singkat: 2, sedang: 4, lengkap: 8 }
const sentencesFor = { singkat: 0, sedang: 2, lengkap: 4 }
const quotesFor = { singkat: 0, sedang: 1, lengkap: 3 }
const mostActors = 200
const mostSentences = 300
const fewestSigns = 3

/** @returns whether somebody reports on others: a dateline, days as papers write them, who said what; nothing asked. */
export function isNews(read: ReadSource): boolean {
  const { headline, town, sentences } = readNews(read)
  const text = sentences.map((one) => one.replace(quotation, '')).join(' ')
  if (sentences.length < 2 || has(own, text) || sentences.length > mostSentences) return false
  const signs = [
    headline !== undefined && sentences.length > 2,
    has(pressDay, text) || sentences.some((one) => timesOf(one).some((time) => time.dated)),
    has(sayings, text),
    sentences.some((one) => quotation.test(one) && has(sayings, one)),
  ]
  const told = signs.filter(Boolean).length
  return town === undefined ? told >= fewestSigns : told > 0
}

/** @returns the lines of a summary of news. */
export function newsLines(read: ReadSource, { length }: SummariseOptions): string[] {
  const news = readNews(read)
  const { headline, sentences } = news
  const quotes = sentences.filter((one, at) => isOfficial(one, sentences[at - 1])).slice(0, quotesFor[length])
  const lead = sentences[0] ?? ''
  const what = headline ?? lead
  const how = howIn(sentences, [what, ...quotes], sentencesFor[length])
  const concerned = sentences.filter((one) => has(city, one) && !quotes.includes(one))
  return found([
    ['Apa', length === 'singkat' || what === lead ? what : `${bare(what)}. ${lead}`],
    ['Siapa', actorsIn(sentences).slice(0, actorsFor[length]).join('; ') || unsaid],
    ['Kapan', daysIn(sentences) ?? unsaid],
    ['Di mana', placeIn({ title: undefined, sentences }) ?? news.town ?? unsaid],
    ['Mengapa/Bagaimana', how.length === 0 ? '' : how.map(bare).join('. ')],
    ['Kutipan pejabat', '', quotes],
    ['Menyangkut Pemkot', concerned[0] ?? (quotes.some((one) => has(city, one)) ? quotes[0] : unsaid)],
  ])
}

/** @returns whether it calls itself a press release. */
export function isPress({ lines }: ReadSource): boolean {
  return lines
    .filter((line) => line !== '')
    .slice(0, 3)
    .some((line) => pressTitle.test(line))
}

function readNews(read: ReadSource): News {
  const first = read.lines.find((line) => line !== '' && !pressTitle.test(line)) ?? ''
  const isHeadline = first.length <= longestHeadline && !/[.:,;]$/.test(first) && !first.includes('|')
  const told = read.sentences.slice(0, mostSentences + 1)
  // a long headline runs into the first sentence
  const opening = isHeadline && told[0]?.startsWith(first) ? told[0].slice(first.length).trim() : told[0]
  const body = [opening ?? '', ...told.slice(1)].filter((one) => one !== '')
  const town = body
    .slice(0, 3)
    .map((one) => dateline.exec(one)?.[1])
    .find((one) => one !== undefined)
  return {
    headline: isHeadline ? first : undefined,
    town,
    sentences: body.map((one) => one.replace(dateline, '')),
  }
}

/** "… ujarnya": who said it stands in the sentence before. */
function isOfficial(sentence: string, before = ''): boolean {
  if (!quotation.test(sentence) || !has(sayings, sentence)) return false
  const outside = sentence.replace(quotation, '')
  return has(officials, outside) || (!/\p{L}\s+\p{Lu}/u.test(outside) && has(officials, before))
}

/** "Wali Kota" */
function titled(words: string): string {
  return words.split(' ').map(capitalised).join(' ')
}

function actorsIn(texts: readonly string[]): string[] {
  const all = texts
    .slice(0, mostSentences)
    .flatMap((text) => [...text.matchAll(actor)].map((match) => bare(match[0])))
    .slice(0, mostActors)
  const once = all.filter(
    (one, at) => all.findIndex((other) => other.toLowerCase() === one.toLowerCase()) === at,
  )
  return once.filter((one) => !once.some((other) => other !== one && other.includes(one))).slice(0, 20)
}

function daysIn(sentences: readonly string[]): string | undefined {
  for (const sentence of sentences) {
    const days = [...sentence.matchAll(pressDay)].map((match) => match[0])
    const times = timesOf(sentence)
      .filter((time) => time.dated)
      .map((time) => time.text)
    const [first] = days.length > 0 ? days : times
    if (first !== undefined) return first
  }
  return undefined
}

function howIn(sentences: readonly string[], told: readonly string[], most: number): string[] {
  const left = sentences.slice(1).filter((one) => !told.includes(one) && !quotation.test(one))
  const because = left.filter((one) => has(causes, one)).slice(0, most)
  const others = bestSentences(
    left.filter((one) => !because.includes(one)),
    most - because.length,
  )
  return left.filter((one) => because.includes(one) || others.includes(one))
}
