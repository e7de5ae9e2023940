// What a translation must hold of its source, letter for letter or in the writing of its language: placeholders, figures,
// the office's locked terms, its lines; and that it is in the language that was asked for.
import { monthNames, numberKey } from '../drafts/index.ts'
import { languageOf } from '../source/language.ts'
import { countWords } from './counts.ts'
import { inCells, termsInText, type BoundTerm } from './terms.ts'

export interface Lost {
  kind: 'placeholder' | 'number' | 'term' | 'lines' | 'language'
  /** As the source has it, or as the office writes it; empty where it is about the whole. */
  text: string
}

const placeholder = /⟦[^⟦⟧\n]{1,60}⟧|\{\{[^{}\n]{1,60}\}\}/g
const months = monthNames.flat().join('|')
const figure = new RegExp(
  String.raw`(?<date>(?<![\d/.-])\d{1,2}[/.-]\d{1,2}[/.-]\d{4}(?!\d))|(?<number>\d+(?:[.,:]\d+)*)(?<month> (?:${months})\b)?(?<unit>[月월])?`,
  'giu',
)
/** Up to ten is as good in words, unless it is a day of a month; of other languages we don't know the words. */
const asWord = 10
const counts: Record<string, readonly string[]> = {
  // "Sehari" is one day.
  id: countWords.map((word) => (word === 'satu' ? 'se\\p{L}+|satu' : word)),
  en: [
    'zero|no',
    'one|an?|single',
    'two|both',
    'three',
    'four',
    'five',
    'six',
    'seven',
    'eight',
    'nine',
    'ten',
  ],
}
const fewestLines = 3
const lineShare = 0.6

/**
 * @param terms those that are locked; only what stands in the source counts
 * @param target language of the translation (BCP 47)
 * @returns what is missing, each once, in order of the source. Linear time.
 */
export function lostInTranslation(
  source: string,
  translation: string,
  terms: readonly BoundTerm[],
  target: string,
): Lost[] {
  const given = inAsciiDigits(translation)
  return [
    ...lostPlaceholders(source, translation),
    ...lostFigures(source.replace(placeholder, ' '), given, target),
    ...lostMonths(source, given),
    ...lostTerms(source, translation, terms),
    ...lostLines(source, translation),
    ...wrongLanguage(source, translation, target),
  ]
}

function lostPlaceholders(source: string, translation: string): Lost[] {
  const wanted = new Set(source.match(placeholder) ?? [])
  return [...wanted]
    .filter((one) => !translation.includes(one))
    .map((text) => ({ kind: 'placeholder', text }))
}

function lostFigures(source: string, translation: string, target: string): Lost[] {
  const given = new Set(
    Array.from(translation.matchAll(/\d+(?:[.,:]\d+)*/g), ([number]) => numberKey(number)),
  )
  const inWords = new Map<number, boolean>()
  const lost = new Set<string>()
  for (const { 0: whole, groups } of source.matchAll(figure)) {
    const { date, number = '', month, unit } = groups ?? {}
    // A month's number may come out as its name.
    if (unit) continue
    const parts = date ? dayAndYear(date) : [number]
    if (parts.every((part) => writings(part).some((key) => given.has(key)) || isClock(part, given))) continue
    const count = !date && !month && /^\d{1,2}$/.test(number) ? Number(number) : Infinity
    if (count <= asWord && !inWords.has(count)) inWords.set(count, standsInWords(count, translation, target))
    if (!inWords.get(count)) lost.add(whole.trim())
  }
  return Array.from(lost, (text) => ({ kind: 'number', text }))
}

/** "13.30" as "13时30分". */
function isClock(number: string, given: ReadonlySet<string>): boolean {
  const parts = /^(\d{1,2})[.:](\d{2})$/.exec(number)?.slice(1) ?? []
  return parts.length === 2 && parts.every((part) => given.has(numberKey(part)))
}

/** A month that the source names and the translation does not, where it names months at all. */
function lostMonths(source: string, translation: string): Lost[] {
  const given = monthsIn(translation)
  if (given.size === 0) return []
  const wanted = [...monthsIn(source)].filter(([month]) => !given.has(month))
  return wanted.map(([, text]) => ({ kind: 'number', text }))
}

const arabicMonths = 'يناير فبراير مارس أبريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر'.split(' ')
const namedMonth = new RegExp(
  String.raw`\d{1,2} (?<name>${months})\b|(?<name2>${months}) \d{1,2}\b|(?<number>\d{1,2}) ?[月월]|(?<arabic>${arabicMonths.join('|')})`,
  'giu',
)

/** Numbers of the months that stand in dates, with the words for them. */
function monthsIn(text: string): Map<number, string> {
  const found = new Map<number, string>()
  for (const { 0: whole, groups = {} } of text.matchAll(namedMonth)) {
    const name = (groups['name'] ?? groups['name2'])?.toLowerCase()
    const month = name
      ? monthNames.findIndex((names) => names.includes(name)) + 1
      : groups['arabic']
        ? arabicMonths.indexOf(groups['arabic']) + 1
        : Number(groups['number'])
    if (!found.has(month)) found.set(month, whole)
  }
  return found
}

/** @param number ten at most */
function standsInWords(number: number, translation: string, target: string): boolean {
  const word = counts[target]?.[number]
  return word === undefined || new RegExp(`(?<!\\p{L})(?:${word})(?!\\p{L})`, 'iu').test(translation)
}

/** The month may come out as a word. */
function dayAndYear(date: string): string[] {
  const [day = '', , year = ''] = date.split(/[/.-]/)
  return [day, year]
}

/** "13.00" may become "1:00 p.m.", and "08.00" "8 a.m.". */
function writings(number: string): string[] {
  const key = numberKey(number)
  const [, hour, minute] = /^(\d{1,2})[.:](\d{2})$/.exec(number) ?? []
  if (hour === undefined || minute === undefined || Number(hour) > 24) return [key]
  const hours = [Number(hour), Number(hour) - 12].filter((one) => one > 0)
  return [
    key,
    ...hours.map((one) => numberKey(`${one}.${minute}`)),
    ...(minute === '00' ? hours.map(String) : []),
  ]
}

function lostTerms(source: string, translation: string, terms: readonly BoundTerm[]): Lost[] {
  const given = translation.toLowerCase()
  return termsInText(source, terms)
    .filter((bound) => !given.includes(bound.translation.toLowerCase()))
    .map(({ translation: text }) => ({ kind: 'term', text }))
}

function lostLines(source: string, translation: string): Lost[] {
  const [wanted, given] = [source, translation].map(
    (text) => text.split('\n').filter((line) => line.trim()).length,
  )
  return wanted! >= fewestLines && given! < wanted! * lineShare ? [{ kind: 'lines', text: '' }] : []
}

/**
 * A model may fall back half-way: into words of the source, or into another script. Names are copied with their capitals,
 * and what stands in brackets explains. A short text tells too little of its language, and figures nothing.
 */
function wrongLanguage(source: string, translation: string, target: string): Lost[] {
  const found = languageOf(translation)
  const isOther = found !== null && found !== target
  const text = translation.replace(/\([^)]*\)|（[^）]*）/g, ' ')
  const isLeft = latin.has(target)
    ? inCells.test(text) || copiedWords(source, target).some((words) => text.includes(words))
    : /(?<![A-Za-z])[A-Za-z][a-z]+ [a-z]{3,}/.test(text)
  return isOther || isLeft ? [{ kind: 'language', text: '' }] : []
}
const latin = new Set(['id', 'en'])

/** Three words of a sentence in a row; where they stand in a translation they were not translated. */
function copiedWords(source: string, target: string): string[] {
  // What is in the language already keeps its words; Sundanese and Javanese share whole phrases with Indonesian.
  const language = languageOf(source)
  if (language === target || (target === 'id' && language !== 'en')) return []
  const runs = source.match(/(?<!\p{L})\p{L}\p{Ll}+(?: \p{Ll}{2,}){2,}/gu) ?? []
  return runs.flatMap((run) => {
    const words = run.split(' ')
    return words.slice(2).map((_, at) => words.slice(at, at + 3).join(' '))
  })
}

/** Digits of Arabic (U+0660, U+06F0) and of full width as ASCII. */
function inAsciiDigits(text: string): string {
  return text
    .replace(/[\u0660-\u0669\u06F0-\u06F9]/g, (digit) => String(digit.charCodeAt(0) & 0xf))
    .replace(/[\uFF10-\uFF19]/g, (digit) => String(digit.charCodeAt(0) - 0xff10))
    .replace(/\u066B/g, '.')
    .replace(/\u066C/g, ',')
}
