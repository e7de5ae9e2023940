// A summary without a model: pieces of the source under the office's headings, never a word that isn't there.
import type { SummariseOptions } from '../../../../shared/protocol/index.ts'
import { bestFirst } from './best.ts'
import { mostSentences, readComplaint, type Complaint } from './complaint.ts'
import { detailsIn } from './details.ts'
import { fitted, headingRank } from './fit.ts'
import { budgetLines } from './budget.ts'
import { minutesLines } from './minutes.ts'
import { newsLines } from './news.ts'
import { regulationLines } from './regulation.ts'
import { categoryIn, classificationOf, dispositionOf, officesFor } from './suggestions.ts'
import { formatFor, type Format } from './kind.ts'
import { readLetter, type Letter } from './letter.ts'
import { found, itemsFor, longestLine, unsaid, type Row } from './rows.ts'
import { readSource, titleOf, type ReadSource } from './source.ts'
import { bare, capitalised, hidesData, shorten } from '../../../../shared/content/index.ts'

const lastLine = 'Ringkasan ini diambil dari kalimat asli, tanpa model AI.'
const sentencesFor = { singkat: 2, sedang: 4, lengkap: 8 }
const coreFor = { singkat: 1, sedang: 2, lengkap: 4 }
const requestsFor = { singkat: 1, sedang: 3, lengkap: 6 }

/** @returns the summary as plain lines; the last one says how it was made, unless told not to. */
export function offlineSummary(source: string, options: SummariseOptions): string {
  const read = readSource(source)
  const format = formatFor(read, options)
  const lines = {
    aduan: () => complaintLines(read, options),
    surat: () => letterLines(read, options),
    email: () => mailLines(read, options),
    notula: () => minutesLines(read, options),
    regulasi: () => regulationLines(read, options),
    berita: () => newsLines(read, options),
    anggaran: () => budgetLines(read, options),
    umum: () => generalLines(read, options),
  }[format]()
  const rank = format === 'umum' ? generalRank(read, options) : headingRank
  const said = [...notes(read, format), ...(options.note === 'ada' ? [lastLine] : [])]
  return fitted(lines, said, Number(options.max_chars ?? Infinity), rank)
}

/** The wish to stay unknown is kept however short the summary is. */
function complaintLines(read: ReadSource, { length }: SummariseOptions): string[] {
  const complaint = readComplaint(read)
  const { problem, place, time, requests, questions, urgency, confidence, ...rest } = complaint
  const short = length === 'singkat'
  const category = short ? null : categoryIn(read)
  const offices = officesFor(category)
  const details = length === 'lengkap' ? detailsIn(read, [problem, urgency.quote]) : []
  const asked = requests.map(capitalised).join('; ')
  return [
    `Pokok masalah: ${problem ?? unsaid}`,
    `Lokasi: ${place ?? unsaid}`,
    ...(short ? [] : [`Waktu: ${time ?? unsaid}`]),
    `Permintaan: ${asked || unsaid}`,
    ...(questions.length === 0 ? [] : [`Pertanyaan: ${questions.map(capitalised).join(' / ')}`]),
    ...(confidence === undefined ? [] : [`Kerahasiaan: ${confidence}`]),
    ...urgencyLine(read, urgency),
    ...(details.length === 0 ? [] : ['Rincian:', ...details.map((one) => `- ${shorten(bare(one), 240)}`)]),
    ...(short ? [] : [`Klasifikasi: ${classificationOf(read, complaint, category)}`]),
    ...(offices === undefined ? [] : [`Dugaan perangkat daerah: ${offices}`]),
    ...(short ? [] : datesLine(rest)),
    ...(short || read.english ? [] : [missingLine({ place, time, requests, questions, ...rest })]),
  ]
}

/** That an English text has none of our Indonesian cues makes it neither harmless nor complete. */
function urgencyLine({ english }: ReadSource, { level, quote }: Complaint['urgency']): string[] {
  if (quote === undefined) return english ? [] : [`Urgensi: ${level}`]
  return [`Urgensi: ${level} ("${quote}")`]
}

function datesLine({ received, due }: Pick<Complaint, 'received' | 'due'>): string[] {
  const dates = [
    ...(received === undefined ? [] : [`Tanggal masuk: ${received}`]),
    ...(due === undefined ? [] : [`Tenggat: ${due}`]),
  ]
  return dates.length === 0 ? [] : [dates.join(' · ')]
}

function missingLine(
  complaint: Pick<Complaint, 'place' | 'time' | 'requests' | 'questions' | 'noIncident'>,
): string {
  const { place, time, requests, questions, noIncident } = complaint
  const missing = [
    place === undefined ? 'lokasi' : '',
    time === undefined && !noIncident ? 'waktu kejadian' : '',
    requests.length + questions.length === 0 ? 'permintaan pelapor' : '',
  ].filter((name) => name !== '')
  return `Data kurang: ${missing.length === 0 ? 'tidak ada' : missing.join(', ')}`
}

function letterLines(read: ReadSource, options: SummariseOptions): string[] {
  const letter = readLetter(read, coreFor[options.length])
  const numberAndDate = [letter.number, letter.date].filter((part) => part !== undefined).join(', ')
  return found([
    ['Dari', letter.sender],
    ['Nomor dan tanggal', numberAndDate],
    ['Hal', letter.subject],
    ...contentRows(letter, options),
    ['Tenggat atau acara', termsOf(letter, options)],
    ...(options.length === 'singkat' ? [] : asides(letter)),
    ['Dasar', options.length === 'lengkap' ? letter.rules.join('; ') : ''],
    ['Usulan disposisi', `${dispositionOf(letter)} (saran)`],
  ])
}

function asides({ attachment, nature }: Letter): Row[] {
  return [
    ['Lampiran', attachment],
    ['Sifat', nature],
  ]
}

/** Who wrote it stays out: a name is personal data, and the officer sees it in the mail. */
function mailLines(read: ReadSource, options: SummariseOptions): string[] {
  const mail = readLetter(read, coreFor[options.length])
  return found([
    ['Perihal', mail.subject],
    ...contentRows(mail, options),
    ['Tenggat atau acara', termsOf(mail, options)],
    ['Tanggal lain yang disebut', mail.days.slice(0, itemsFor[options.length]).join('; ')],
  ])
}

/** "Inti", "Yang diminta" and "Pertanyaan", with the items of the text's own lists on lines of their own. */
function contentRows(letter: Letter, { length }: SummariseOptions): Row[] {
  const most = itemsFor[length]
  const { core, points, requests, requested, questions } = letter
  const asked = requests.slice(0, requestsFor[length])
  const inOneLine = requested.length === 0
  const unasked = points.length + requested.length + questions.length === 0 ? unsaid : ''
  return [
    ['Inti', core.map(bare).join('. ') || unsaid, points, most],
    [
      'Yang diminta',
      (inOneLine && asked.map(bare).join('. ')) || unasked,
      inOneLine ? [] : [...requested, ...asked],
      most,
    ],
    ['Pertanyaan', '', questions, most],
  ]
}

function termsOf({ event, deadlines }: Letter, { length }: SummariseOptions): string {
  return [event, ...deadlines.slice(0, requestsFor[length] + 1)]
    .filter((part) => part !== undefined)
    .join('; ')
}

function generalLines(read: ReadSource, options: SummariseOptions): string[] {
  const chosen = new Set(tellingFirst(read, options))
  const inOrder = [...new Set(read.sentences)].filter((one) => chosen.has(one))
  const lines = [...subjectLine(read), ...inOrder.map((one) => shorten(one, longestLine))]
  if (lines.length > 0) return lines
  return read.facts.length > 0 ? read.facts : [unsaid]
}

function subjectLine(read: ReadSource): string[] {
  return found([['Perihal', titleOf(read)]])
}

function tellingFirst(read: ReadSource, { length }: SummariseOptions): string[] {
  const open = read.sentences.filter((sentence) => !hidesData(sentence))
  const pool = open.length > 0 ? open : read.sentences
  const best = bestFirst(pool, sentencesFor[length])
  return best.length > 0 ? best : pool.slice(0, 1)
}

/** The subject, then the sentences that say most. */
function generalRank(read: ReadSource, options: SummariseOptions): (line: string) => number {
  const telling = tellingFirst(read, options).map((one) => shorten(one, longestLine))
  const order = [...subjectLine(read), ...telling]
  return (line) => order.indexOf(line)
}

function notes(read: ReadSource, format: Format): string[] {
  return [
    ...(read.english ? ['Teks asli berbahasa Inggris dan tidak diterjemahkan.'] : []),
    ...(format === 'aduan' && read.sentences.length > mostSentences
      ? ['Teks ini panjang; yang dibaca hanya seribu kalimat pertama.']
      : []),
    ...(read.commands > 0
      ? ['Kalimat yang memberi perintah kepada mesin tidak diikuti dan tidak diringkas.']
      : []),
  ]
}
