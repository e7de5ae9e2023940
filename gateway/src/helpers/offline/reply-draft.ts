// A reply without a model: the office's template of the status, with the few facts that the report itself gives.
import { replyTemplates, type ReplySentence } from '../../../../shared/content/index.ts'
import { fillSlots, parseDraft } from '../../../../shared/drafts/index.ts'
import type { ReplyOptions } from '../../../../shared/protocol/index.ts'
import type { HelperContext } from '../helper.ts'
import { reportFacts } from './report.ts'

/** Lines of sentences; a sentence without `drop` goes last of all. */
type Letter = ReplySentence[][]

/** Room kept for a slot that a person will fill. */
export const slotRoom = 20

/** @returns a draft that fits the field; no fact in it but those of the source, the office and the template. */
export function replyDraft(source: string, options: ReplyOptions, context: HelperContext): string {
  const { number, subject, place } = reportFacts(source)
  return writeReply(options, context, {
    nomor_laporan: number ?? '',
    ringkas_masalah: subject ?? '',
    lokasi_umum: place ?? '',
  })
}

/** @returns the same draft with the facts of the report still open: the frame that a model fits its words into. */
export function replyFrame(options: ReplyOptions, context: HelperContext): string {
  return writeReply(options, context, {})
}

function writeReply(options: ReplyOptions, context: HelperContext, facts: Record<string, string>): string {
  const values = {
    ...facts,
    unit: context.officeName,
    nama_unit: context.officeName,
    kota: cityOf(context),
  }
  const write = (letter: Letter) =>
    layOut(letter.map((line) => line.map((one) => ({ ...one, text: fillSlots(one.text, values) }))))
  const forms = [...longLetter(options, context), ...shorterAndShorter(shortLetter(options, context))]
  const room = Number(options.max_chars ?? Infinity)
  for (const form of forms) {
    const text = write(form)
    if (roomFor(text) <= room) return text
  }
  return replyTemplates.lastResort
}

/** UTF-16 units that the text will take once a person has filled its slots. */
export function roomFor(text: string): number {
  const units = parseDraft(text).map((piece) => (piece.kind === 'text' ? piece.text.length : slotRoom))
  return units.reduce((sum, each) => sum + each, 0)
}

/** None for a tone that is always short. */
function longLetter({ status, tone }: ReplyOptions, context: HelperContext): Letter[] {
  const { long, sympathy } = replyTemplates.tones[tone]
  if (long === undefined) return []
  const letter = [
    [{ text: replyTemplates.salutation }],
    [{ text: long.opening }, ...(sympathy === undefined ? [] : [{ text: sympathy }])],
    replyTemplates.statuses[status].long,
    [{ text: replyTemplates.contact }],
    [{ text: long.closing }],
    [{ text: signature(context) }],
  ]
  return [letter]
}

function shortLetter({ status, tone }: ReplyOptions, context: HelperContext): Letter {
  const { sympathy } = replyTemplates.tones[tone]
  return [
    [{ text: replyTemplates.salutation, drop: 7 }],
    [
      { text: replyTemplates.shortOpening, drop: 3 },
      ...(sympathy === undefined ? [] : [{ text: sympathy, drop: 2 }]),
      ...replyTemplates.statuses[status].short,
    ],
    [{ text: signature(context), drop: 4 }],
  ]
}

/** The letter, then without its most dispensable sentence, and so on; at the end also the needed ones, last first. */
function shorterAndShorter(letter: Letter): Letter[] {
  const order = letter.flat().sort((a, b) => (a.drop ?? 10) - (b.drop ?? 10))
  const optional = order.filter((one) => one.drop !== undefined)
  const needed = order.filter((one) => one.drop === undefined).toReversed()
  const gone = new Set<ReplySentence>()
  const forms = [letter]
  for (const one of [...optional, ...needed].slice(0, -1)) {
    gone.add(one)
    forms.push(letter.map((line) => line.filter((other) => !gone.has(other))))
  }
  return forms
}

function layOut(letter: Letter): string {
  const lines = letter.map((line) => line.map((one) => one.text).join(' ')).filter((line) => line !== '')
  return lines.join('\n')
}

/** An office whose name holds the city's is not told twice where it is. */
function signature(context: HelperContext): string {
  return context.officeName.includes(cityOf(context)) ? '{{nama_unit}}' : replyTemplates.signature
}

function cityOf({ city }: HelperContext): string {
  return /^(?:Kota|Kabupaten) /.test(city) ? city : `Kota ${city}`
}
