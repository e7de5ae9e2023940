// A summary without a model: pieces of the source under the office's headings, never a word that isn't there.
import { complaintWords, documentWords } from '../../../../shared/content/index.ts'
import type { SummariseOptions } from '../../../../shared/protocol/index.ts'
import { bestSentences } from './best.ts'
import { readComplaint } from './complaint.ts'
import { letterhead, readLetter } from './letter.ts'
import { readSource, valueOf, type ReadSource } from './source.ts'
import { anyOf, bare, has, shorten } from './words.ts'

type Format = Exclude<SummariseOptions['format'], 'otomatis'>

const unsaid = 'tidak disebut'
const lastLine = 'Ringkasan ini diambil dari kalimat asli, tanpa model AI.'
const labels = documentWords.labels
const requests = anyOf(complaintWords.requests)
const topics = anyOf(complaintWords.topics)
const problems = anyOf(complaintWords.problems)
const tellers = anyOf(complaintWords.tellers)
const sentencesFor = { singkat: 2, sedang: 4, lengkap: 8 }
const coreFor = { singkat: 1, sedang: 2, lengkap: 4 }

/** @returns the summary as plain lines; the last one says how it was made. */
export function offlineSummary(source: string, options: SummariseOptions): string {
  const read = readSource(source)
  const format = read.english ? 'umum' : options.format === 'otomatis' ? formatOf(read) : options.format
  const lines = {
    aduan: () => complaintLines(read),
    surat: () => letterLines(read, options),
    email: () => mailLines(read, options),
    umum: () => generalLines(read, options),
  }[format]()
  return [...lines, '', ...notes(read), lastLine].join('\n')
}

/** @returns what kind of text it is, by its labels and words. */
export function formatOf(read: ReadSource): Format {
  const any = (names: readonly string[]) => valueOf(read, names) !== undefined
  if (any(labels.reportNumber) || any(labels.title)) return 'aduan'
  const numbered = any(labels.letterNumber)
  if (any(labels.subject)) return any(labels.sender) && !numbered ? 'email' : 'surat'
  if (numbered && (any(labels.letterOther) || letterhead(read.lines) !== undefined)) return 'surat'
  return isComplaint(read) ? 'aduan' : 'umum'
}

/** Somebody asks for something; a short text also says who tells or what about, a longer one what is wrong with it. */
function isComplaint(read: ReadSource): boolean {
  if (read.sentences.length > 40) return false
  const says = (words: RegExp) => read.sentences.some((sentence) => has(words, sentence))
  const asks = says(requests) || valueOf(read, labels.place) !== undefined
  const short = read.sentences.length <= 10
  return asks && (short ? says(topics) || says(problems) || says(tellers) : says(topics) && says(problems))
}

function complaintLines(read: ReadSource): string[] {
  const { problem, place, time, request, urgency } = readComplaint(read)
  const missing = [
    place === undefined ? 'lokasi' : '',
    time === undefined ? 'waktu kejadian' : '',
    request === undefined ? 'permintaan pelapor' : '',
  ].filter((name) => name !== '')
  return [
    `Pokok masalah: ${problem ?? unsaid}`,
    `Lokasi: ${place ?? unsaid}`,
    `Waktu: ${time ?? unsaid}`,
    `Permintaan: ${request ?? unsaid}`,
    `Urgensi: ${urgency.level}${urgency.quote === undefined ? '' : ` ("${urgency.quote}")`}`,
    `Data kurang: ${missing.length === 0 ? 'tidak ada' : missing.join(', ')}`,
  ]
}

function letterLines(read: ReadSource, options: SummariseOptions): string[] {
  const letter = readLetter(read, coreFor[options.length])
  const numberAndDate = [letter.number, letter.date].filter((part) => part !== undefined).join(', ')
  return found([
    ['Dari', letter.sender],
    ['Nomor dan tanggal', numberAndDate],
    ['Hal', letter.subject],
    ['Inti', letter.core.join(' ') || unsaid],
    ['Yang diminta', letter.request ?? unsaid],
    ['Tenggat atau acara', letter.deadline],
  ])
}

/** Who wrote it stays out: a name is personal data, and the officer sees it in the mail. */
function mailLines(read: ReadSource, options: SummariseOptions): string[] {
  const mail = readLetter(read, coreFor[options.length])
  return found([
    ['Perihal', mail.subject],
    ['Inti', mail.core.join(' ') || unsaid],
    ['Yang diminta', mail.request ?? unsaid],
    ['Tenggat atau acara', mail.deadline],
  ])
}

function generalLines(read: ReadSource, options: SummariseOptions): string[] {
  const best = bestSentences(read.sentences, sentencesFor[options.length])
  const chosen = best.length > 0 ? best : read.sentences.slice(0, 1)
  const lines = [
    ...found([['Perihal', valueOf(read, labels.subject)]]),
    ...chosen.map((one) => shorten(one, 600)),
  ]
  return lines.length > 0
    ? lines
    : [[...read.labels].map(([label, value]) => `${label}: ${value}`).join('\n') || unsaid]
}

function found(rows: [name: string, value: string | undefined][]): string[] {
  return rows.flatMap(([name, value]) =>
    value === undefined || value === '' ? [] : [`${name}: ${shorten(bare(value), 600)}`],
  )
}

function notes(read: ReadSource): string[] {
  return [
    ...(read.english ? ['Teks asli berbahasa Inggris dan tidak diterjemahkan.'] : []),
    ...(read.commands > 0
      ? ['Kalimat yang memberi perintah kepada mesin tidak diikuti dan tidak diringkas.']
      : []),
  ]
}
