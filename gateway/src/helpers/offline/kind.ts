// What kind of text a source is, by its labels and words.
import { anyOf, complaintWords, documentWords, has } from '../../../../shared/content/index.ts'
import { asksIn } from '../../../../shared/checks/index.ts'
import type { SummariseOptions } from '../../../../shared/protocol/index.ts'
import { letterhead } from './letter.ts'
import { valueOf, type ReadSource } from './source.ts'

export type Format = Exclude<SummariseOptions['format'], 'otomatis'>

const labels = documentWords.labels
const topics = anyOf(complaintWords.topics)
const problems = anyOf(complaintWords.problems)
const tellers = anyOf(complaintWords.tellers)

/** The cues of complaints and letters are Indonesian ones; a list of cases is no case, whatever it is called. */
export function formatFor(read: ReadSource, options: SummariseOptions): Format {
  const seen = formatOf(read)
  if (read.tabular && seen === 'umum') return seen
  const format = options.format === 'otomatis' ? seen : options.format
  return read.english && format !== 'email' ? 'umum' : format
}

/** @returns what kind of text it is, by its labels and words. */
export function formatOf(read: ReadSource): Format {
  const any = (names: readonly string[]) => valueOf(read, names) !== undefined
  if (any(labels.reportNumber) || any(labels.title)) return 'aduan'
  const numbered = any(labels.letterNumber)
  const titled = read.headline !== undefined
  if (any(labels.subject) || (titled && any(labels.sender))) {
    return any(labels.sender) && !numbered ? 'email' : 'surat'
  }
  if (titled) return 'aduan'
  if (numbered && (any(labels.letterOther) || letterhead(read.lines) !== undefined)) return 'surat'
  return !read.tabular && isComplaint(read) ? 'aduan' : 'umum'
}

/** A short text in which somebody tells or asks about a matter of the city; a longer one must do all of it. */
function isComplaint(read: ReadSource): boolean {
  const { sentences } = read
  if (sentences.length > 40) return false
  const says = (words: RegExp) => sentences.some((sentence) => has(words, sentence))
  const { requests, questions } = asksIn(sentences)
  const asks = requests.length + questions.length > 0 || valueOf(read, labels.place) !== undefined
  const [isAbout, isWrong] = [says(topics), says(problems)]
  if (sentences.length <= 2 && isAbout && isWrong) return true
  if (sentences.length > 10) return asks && isAbout && isWrong
  return asks ? isAbout || isWrong || says(tellers) : isWrong && says(tellers)
}
