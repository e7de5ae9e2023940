// What kind of text a source is, by its labels and words.
import { anyOf, complaintWords, documentWords, either, has } from '../../../../shared/content/index.ts'
import { asksIn } from '../../../../shared/checks/index.ts'
import { languageOf } from '../../../../shared/source/language.ts'
import type { SummariseOptions } from '../../../../shared/protocol/index.ts'
import { isBudget } from './budget.ts'
import { letterhead, letterDateIn, numberIn } from './letter.ts'
import { isMinutes, isTitledMinutes } from './minutes.ts'
import { isNews, isPress } from './news.ts'
import { isRegulation } from './regulation.ts'
import { categoryIn } from './suggestions.ts'
import { valueOf, type ReadSource } from './source.ts'

export type Format = Exclude<SummariseOptions['format'], 'otomatis'>

/** Their cues are Indonesian words. */
const indonesianOnly = new Set<Format>(['notula', 'regulasi', 'umum'])
/** "Kepada Yth. Kepala Dinas Perhubungan", and no sentence behind it. */
const addressed = /^(?:kepada )?yth\b[^,!?]{0,70}$/iu
const labels = documentWords.labels
const topics = anyOf(complaintWords.topics)
const problems = anyOf(complaintWords.problems)
const { mailSubjects } = documentWords
const letterTitle = new RegExp(`^${either(documentWords.letterTitles)}(?!\\p{L})`, 'iu')
const speeches = anyOf(documentWords.speeches)
const city = anyOf(documentWords.news.city)
const tellers = anyOf(complaintWords.tellers)

/** The cues of minutes and rules are Indonesian ones; a list of cases is no case, whatever it is called. */
export function formatFor(read: ReadSource, options: Pick<SummariseOptions, 'format'>): Format {
  const seen = formatOf(read)
  if (read.tabular && seen === 'umum') return seen
  const format = options.format === 'otomatis' ? seen : options.format
  return read.english && indonesianOnly.has(format) ? 'umum' : format
}

/** @returns what kind of text it is, by its labels and words; the first that fits, the surest signs first. */
export function formatOf(read: ReadSource): Format {
  return byLabels(read) ?? byForm(read) ?? (!read.tabular && isComplaint(read) ? 'aduan' : 'umum')
}

function byLabels(read: ReadSource): Format | undefined {
  const any = (names: readonly string[]) => valueOf(read, names) !== undefined
  if (any(labels.reportNumber)) return 'aduan'
  const [numbered, sent, titled] = [
    any(labels.letterNumber) || numberIn(read.lines) !== undefined,
    any(labels.sender),
    read.headline !== undefined,
  ]
  if (isTitledMinutes(read) && !sent) return 'notula'
  if (any(labels.title) && !numbered) return 'aduan'
  if (any(labels.subject) || (titled && sent)) {
    return !numbered && (sent || any(mailSubjects)) && !isTitledLetter(read.lines) ? 'email' : 'surat'
  }
  return titled || any(labels.title) ? 'aduan' : undefined
}

function isTitledLetter(lines: readonly string[]): boolean {
  return lines
    .filter((line) => line !== '')
    .slice(0, 4)
    .some((line) => letterTitle.test(line))
}

function byForm(read: ReadSource): Format | undefined {
  if (isMinutes(read)) return 'notula'
  if (isRegulation(read)) return 'regulasi'
  if (isBudget(read)) return 'anggaran'
  if (isPress(read)) return 'berita'
  if (isLetter(read)) return 'surat'
  return !read.tabular && isNews(read) ? 'berita' : undefined
}

/** Without a subject: a number below a letterhead, or an address on a line of its own and a day. */
function isLetter(read: ReadSource): boolean {
  const any = (names: readonly string[]) => valueOf(read, names) !== undefined
  if (any(labels.letterNumber) && (any(labels.letterOther) || any(labels.nature) || any(labels.attachment))) {
    return true
  }
  if (any(labels.letterNumber) && letterhead(read.lines) !== undefined) return true
  return (
    read.lines.slice(0, 12).some((line) => addressed.test(line)) && letterDateIn(read.lines) !== undefined
  )
}

/** A short text in which somebody tells or asks about a matter of the city; a longer one must do all of it. */
function isComplaint(read: ReadSource): boolean {
  const { sentences } = read
  const says = (words: RegExp) => sentences.some((sentence) => has(words, sentence))
  if (sentences.length > 40 || says(speeches)) return false
  const { requests, questions } = asksIn(sentences)
  const asks = requests.length + questions.length > 0 || valueOf(read, labels.place) !== undefined
  const [isAbout, isWrong, tells] = [says(topics), says(problems), says(tellers)]
  if (sentences.length <= 2 && isAbout && isWrong) return true
  if (sentences.length > 10) return asks && isAbout && isWrong
  if (asks ? isAbout || isWrong || tells : isWrong && tells) return true
  // what the city itself announces is no report to it
  const isBrief = sentences.length <= 2 && sentences[0]?.search(city) !== 0
  return isOfCategory(read, asks || isWrong || tells || isBrief)
}

/** Its matter is one that the city knows, and it is brief, or somebody tells it, or gives thanks, or speaks as at home. */
function isOfCategory(read: ReadSource, isTold: boolean): boolean {
  const found = categoryIn(read)
  if (found === null) return false
  const language = languageOf(read.sentences.join(' '))
  return isTold || found.id === 'apresiasi' || language === 'su' || language === 'jv'
}
