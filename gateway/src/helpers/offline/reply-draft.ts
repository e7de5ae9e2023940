// A reply without a model: the office's template of the kind and the status, with the few facts that the source gives.
import {
  replyTemplates,
  type ReplyFrame,
  type ReplyKind,
  type ReplySentence,
  type StatusForms,
} from '../../../../shared/content/index.ts'
import { categoryOf } from '../../../../shared/cases/index.ts'
import { questionsIn } from '../../../../shared/checks/index.ts'
import { fillSlots, parseDraft } from '../../../../shared/drafts/index.ts'
import type { ReplyOptions, ReplyStatus } from '../../../../shared/protocol/index.ts'
import type { HelperContext } from '../helper.ts'
import { replyFacts } from './report.ts'

/** Lines of sentences; a sentence without `drop` goes last of all. */
type Letter = ReplySentence[][]

/** Room kept for a slot that a person will fill. */
export const slotRoom = 20

/** @returns a draft that fits the field; no fact in it but those of the source, the office and the template. */
export function replyDraft(source: string, options: ReplyOptions, context: HelperContext): string {
  const { kind, values } = replyFacts(source)
  return writeReply(kind, options, context, values, questionsIn(source).length > 0)
}

/** @returns the same draft with the facts of the source still open: the frame that a model fits its words into. */
export function replyFrame(kind: ReplyKind, options: ReplyOptions, context: HelperContext): string {
  return writeReply(kind, options, context, {})
}

/** @returns what the status says in a reply of this kind. */
export function statusForms(kind: ReplyKind, status: ReplyStatus): StatusForms {
  const { statuses, correspondence, appreciation } = replyTemplates
  if (kind === 'surat' || kind === 'email') return correspondence[status]
  return (kind === 'apresiasi' ? appreciation[status] : undefined) ?? statuses[status]
}

function writeReply(
  kind: ReplyKind,
  options: ReplyOptions,
  context: HelperContext,
  facts: Record<string, string>,
  hasQuestion = false,
): string {
  const frame = replyTemplates.frames[kind]
  const values = {
    ...facts,
    naskah: frame.noun ?? '',
    unit: context.officeName,
    nama_unit: context.officeName,
    kota: cityOf(context),
  }
  const write = (letter: Letter) =>
    layOut(letter.map((line) => line.map((one) => ({ ...one, text: fillSlots(one.text, values) }))))
  const room = Number(options.max_chars ?? Infinity)
  const parts = {
    frame,
    forms: statusForms(kind, options.status),
    answer: hasQuestion && room > roomForAnswer ? frame.answer : undefined,
    ofCategory: kind === 'aduan' ? sentenceOfCategory(options) : undefined,
    signature: signature(frame, context),
  }
  const long = replyTemplates.tones[options.tone].alwaysShort ? [] : [longLetter(parts, options)]
  const own = ownTemplate(kind, options, context)
  if (own !== undefined) {
    const text = fillSlots(own, values)
    if (roomFor(text) <= room) return text
  }
  for (const form of [...long, ...shorterAndShorter(shortLetter(parts, options))]) {
    const text = write(form)
    if (roomFor(text) <= room) return text
  }
  return replyTemplates.lastResort
}

/** What the office wrote for this status goes before ours, as it stands; a letter has forms of its own. */
function ownTemplate(
  kind: ReplyKind,
  { status }: ReplyOptions,
  { templates = [] }: HelperContext,
): string | undefined {
  return kind === 'surat' ? undefined : templates.find((template) => template.status === status)?.text
}

/** UTF-16 units that the text will take once a person has filled its slots. */
export function roomFor(text: string): number {
  const units = parseDraft(text).map((piece) => (piece.kind === 'text' ? piece.text.length : slotRoom))
  return units.reduce((sum, each) => sum + each, 0)
}

interface Parts {
  frame: ReplyFrame
  forms: StatusForms
  ofCategory: string | undefined
  /** A question of the writer's that only the officer can answer. */
  answer: string | undefined
  signature: string | undefined
}

/** A field larger than this holds an answer to the citizen's own question too. */
export const roomForAnswer = 500

/** Statuses of which a category has something more to say: where work is planned or under way. */
const ofWork = new Set<ReplyStatus>(['dijadwalkan', 'dikerjakan'])

function sentenceOfCategory({ category, status }: ReplyOptions): string | undefined {
  return category !== undefined && ofWork.has(status) ? categoryOf(category)?.sentence : undefined
}

function longLetter({ frame, forms, ofCategory, answer, signature }: Parts, { tone }: ReplyOptions): Letter {
  const { opening = frame.opening, closing = frame.closing, sympathy } = frame.tones[tone] ?? {}
  return [
    sentence(frame.salutation),
    [...sentence(opening), ...sentence(sympathy)],
    [...forms.long, ...sentence(ofCategory), ...sentence(answer)],
    sentence(frame.contact),
    sentence(closing),
    sentence(signature),
  ]
}

function shortLetter({ frame, forms, signature }: Parts, { tone }: ReplyOptions): Letter {
  return [
    sentence(frame.salutation, 7),
    [...sentence(frame.shortOpening, 3), ...sentence(frame.tones[tone]?.sympathy, 2), ...forms.short],
    sentence(signature, 4),
  ]
}

function sentence(text: string | undefined, drop?: number): ReplySentence[] {
  if (text === undefined) return []
  return [drop === undefined ? { text } : { text, drop }]
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
function signature(frame: ReplyFrame, context: HelperContext): string | undefined {
  if (frame.signature === undefined) return undefined
  return context.officeName.includes(cityOf(context)) ? '{{nama_unit}}' : frame.signature
}

function cityOf({ city }: HelperContext): string {
  return /^(?:Kota|Kabupaten) /.test(city) ? city : `Kota ${city}`
}
