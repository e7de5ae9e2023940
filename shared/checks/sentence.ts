// The sentences of a draft, each with what the checks ask of it: does it say when, does it say who.
import { anyOf, checkWords, either, has } from '../content/index.ts'
import { monthNames, parseDraft, sentenceSpans, type Span } from '../drafts/index.ts'

export interface Sentence extends Span {
  text: string
  /** A date, a time, a span of days, or a slot for one. */
  hasTime: boolean
  hasCondition: boolean
  hasAgent: boolean
}

const months = monthNames.flat().join('|')
const time = new RegExp(
  String.raw`(?<![\p{L}\d])(?:\d{1,2} (?:${months})|(?:${months}) \d{4}|\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}|\d{4}-\d{2}-\d{2}|tahun (?:anggaran )?\d{4}|(?:pukul|jam) \d{1,2}|(?:\d{1,3}|satu|dua|tiga|empat|lima|enam|tujuh|delapan|sembilan|sepuluh|empat belas) ?(?:\([\p{L} ]{2,20}\) ?)?(?:jam|hari|minggu|pekan|bulan|x ?24))(?!\p{L})`,
  'iu',
)
const day = anyOf(checkWords.days)
const condition = anyOf(checkWords.conditions)
/** "Sebelah puskesmas" is a place. */
const agent = new RegExp(
  String.raw`(?<![\p{L}\d]|\b(?:di|ke|dari|sebelah|depan|dekat|belakang|samping|seberang|sekitar|simpang) )${either(checkWords.agents)}(?![\p{L}\d])`,
  'iu',
)
const timeSlot = /^(?:tanggal|waktu|perkiraan|jadwal|hari|batas)|_waktu$/
const agentSlot = /^(?:pelaksana|unit|nama_unit|opd|instansi|petugas)/

/** @returns the sentences of all lines, in order */
export function sentencesOf(draft: string): Sentence[] {
  let from = 0
  return draft.split('\n').flatMap((line) => {
    const start = from
    from += line.length + 1
    return sentenceSpans(line).map((span) =>
      read(draft, { start: start + span.start, end: start + span.end }),
    )
  })
}

function read(draft: string, span: Span): Sentence {
  const text = draft.slice(span.start, span.end)
  const slots = parseDraft(text).flatMap((piece) => (piece.kind === 'slot' ? [piece.name] : []))
  return {
    ...span,
    text,
    hasTime: time.test(text) || has(day, text) || slots.some((name) => timeSlot.test(name)),
    hasCondition: has(condition, text),
    hasAgent: agent.test(text) || slots.some((name) => agentSlot.test(name)),
  }
}
