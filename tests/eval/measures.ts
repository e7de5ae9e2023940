// What is right and wrong in an answer: pure, and the same for whoever answered. An answer that never came ('') is wrong
// in all that it should hold, and invents nothing.
import { fromSource } from '../../gateway/src/helpers/reply.ts'
import { lostInTranslation } from '../../shared/checks/index.ts'
import { monthNames, parseDraft, sentenceSpans, unsourcedFacts } from '../../shared/drafts/index.ts'
import { languageOf } from '../../shared/source/language.ts'
import { fieldOf, kindOfAnswer, leavesOpen, rowsOf } from './answer.ts'
import type { Mark } from './marks.ts'
import type { Text, Translation } from './set.ts'

export function summaryMarks(text: Text, answer: string): Mark[] {
  const { id, kind } = text
  const invented = inventedFacts(answer, text.text)
  const strange = strangeWords(answer, text.text)
  const isOfKind = answer !== '' && kindOfAnswer(answer) === kind
  return [
    { measure: 'kind', part: kind, id, right: isOfKind },
    ...(foreign.has(text.language) ? [{ measure: 'foreignKind', id, right: isOfKind }] : []),
    ...fieldMarks(text, answer),
    ...keptMarks(text, answer),
    { measure: 'invented', id, right: invented.length === 0, wrong: invented },
    { measure: 'strange', id, right: strange.length === 0, wrong: strange },
    shownMark('forbidden', text, answer),
    { measure: 'plain', id, right: isPlain(answer) },
    { measure: 'indonesian', id, right: isIndonesian(answer) },
  ]
}

function fieldMarks(text: Text, answer: string): Mark[] {
  const isOfKind = kindOfAnswer(answer) === text.kind
  return Object.entries(text.fields).flatMap(([field, wanted]) => {
    const right = fieldIsRight(text, answer, field, wanted)
    if (right === null) return []
    const mark = { id: `${text.id}.${field}`, right }
    return [
      { measure: 'field', part: `${text.kind}.${field}`, ...mark },
      ...(isOfKind ? [{ measure: 'knownField', ...mark }] : []),
    ]
  })
}

/** @returns null where the label says nothing that must stand in a summary in Indonesian */
function fieldIsRight(text: Text, answer: string, field: string, wanted: string[] | null): boolean | null {
  if (wanted === null) return answer !== '' && leavesOpen(answer, text.kind, field)
  const needed = wanted.flatMap((string) => essentials(string, text))
  if (needed.length === 0) return null
  const line = fieldOf(answer, text.kind, field)
  return line !== null && needed.every((string) => holds(line, string))
}

function keptMarks(text: Text, answer: string): Mark[] {
  return text.mustHave.flatMap((string) => {
    const needed = essentials(string, text)
    if (needed.length === 0) return []
    const right = needed.every((one) => holds(answer, one))
    return [{ measure: 'kept', part: text.kind, id: text.id, right, ...(right ? {} : { wrong: [string] }) }]
  })
}

function shownMark(measure: string, { id, mustNot }: Text, answer: string): Mark {
  const wrong = mustNot.filter((string) => holdsWhole(answer, string))
  return { measure, id, right: wrong.length === 0, wrong }
}

const foreign = new Set<Text['language']>(['en', 'su', 'jv'])
const weekdays =
  'senin selasa rabu kamis jumat sabtu minggu monday tuesday wednesday thursday friday saturday sunday rebo kemis salasa jumaah setu ahad ngahad saptu'
const translated = new Set([...monthNames.flat(), ...weekdays.split(' '), 'nopember', 'agustus'])

/**
 * What of a label's string must stand in a summary in Indonesian: all of it, or of a text in another language the numbers
 * and what has a capital letter inside a sentence; months and days of the week are translated.
 */
export function essentials(string: string, { language, text }: Pick<Text, 'language' | 'text'>): string[] {
  if (!foreign.has(language)) return [string]
  const numbers = string.match(/\d+(?:[.,:/-]\d+)*/g) ?? []
  const names = string.match(/(?<![\p{L}\d])\p{Lu}[\p{L}'-]+/gu) ?? []
  return [...numbers, ...names.filter((name) => isName(name, text))]
}

function isName(word: string, text: string): boolean {
  if (translated.has(word.toLowerCase())) return false
  const inside = new RegExp(`(?:\\p{Ll},?|\\p{Lu}[\\p{L}.]+) ${escaped(word)}(?!\\p{L})`, 'u')
  return inside.test(text)
}

/** @returns numbers and dates of the answer that its source does not have, as they are written */
export function inventedFacts(answer: string, source: string): string[] {
  return unsourcedFacts(answer, source).map(({ start, end }) => answer.slice(start, end))
}

/** Sentences of the engine itself, and what stands for nothing; a quote in a line that judges is looked at. */
const ownWords =
  /^(?:Ringkasan ini diambil dari kalimat asli, tanpa model AI\.|Teks asli berbahasa .{2,40} dan tidak diterjemahkan\.|Teks ini panjang; yang dibaca .{4,80}\.|Kalimat yang memberi perintah kepada mesin .{4,80}\.|- \(butir lain ada dalam naskah\)|tidak disebut)$/
const judging = /^(?:urgensi|klasifikasi|dugaan|data kurang|data spesifik|usulan|perlu|menyangkut|sikap|nada)/

/** The engine cites "(Pasal 4 ayat (1))" where the text has "Pasal 4" and "(1)" on lines of their own. */
const citing = ['pasal', 'ayat', 'huruf', 'angka']

/**
 * @returns words of the answer that its source does not have, headings and the engine's own sentences apart. An engine
 * that only quotes has none; a model that puts it in other words has many, which says nothing against it.
 */
export function strangeWords(answer: string, source: string): string[] {
  const known = new Set([...wordsOf(source), ...citing])
  const written = rowsOf(answer).flatMap(({ name, value }) => {
    const lines = value.split('\n').map((line) => line.trim())
    if (judging.test(name)) return lines.flatMap((line) => /"(.*)"/.exec(line)?.[1] ?? [])
    return lines.filter((line) => !ownWords.test(line))
  })
  return [...new Set(written.flatMap(wordsOf))].filter((word) => !known.has(word))
}

function wordsOf(text: string): string[] {
  return (
    text
      .normalize('NFC')
      .toLowerCase()
      .match(/[\p{L}\p{M}\p{N}]+/gu) ?? []
  )
}

/** Plain text, and nothing before it: an officer copies it into a portal. */
export function isPlain(answer: string): boolean {
  if (answer === '') return false
  const markdown = /```|\*\*|^#{1,6} |<\/?think>|<<<|^\|.*\|$/m
  const preface =
    /^(?:berikut|tentu|baik|oke?|here|sure|certainly|of course|ini adalah)\b[^\n]{0,120}(?::|!|\.)\s*\n/i
  return !markdown.test(answer) && !preface.test(answer)
}

function isIndonesian(answer: string): boolean {
  const language = languageOf(answer)
  return answer !== '' && (language === 'id' || language === null)
}

/** @param frame the office's sentences, with the slots that it leaves open */
export function replyMarks(text: Text, frame: string, answer: string): Mark[] {
  const { id } = text
  const found = frameSentences(frame).map((sentence) => foundIn(answer, sentence))
  const missing = frameSentences(frame).filter((_, at) => found[at] === null)
  const filled = found.flatMap((slots) => Object.entries(slots ?? {}).filter(([, value]) => !isOpen(value)))
  const guessed = filled.filter(([slot]) => !fromSource.has(slot)).map(([slot, value]) => `${slot}: ${value}`)
  const known = new Set(wordsOf(text.text))
  const strange = filled
    .flatMap(([slot, value]) => (fromSource.has(slot) ? wordsOf(value) : []))
    .filter((word) => !known.has(word))
  return [
    { measure: 'frame', part: text.status ?? '', id, right: missing.length === 0, wrong: missing },
    { measure: 'guessed', id, right: guessed.length === 0, wrong: guessed },
    { measure: 'replyStrange', id, right: strange.length === 0, wrong: strange },
    ...safeMarks(text, answer),
    ...(text.questions.length === 0
      ? []
      : [{ measure: 'question', id, right: slotsOf(answer).includes('jawaban') }]),
  ]
}

/** Of an answer that must fit into a small field. */
export function shortReplyMarks(text: Text, answer: string, room: number, slotRoom: number): Mark[] {
  const length = parseDraft(answer).reduce(
    (sum, piece) => sum + (piece.kind === 'text' ? piece.text.length : slotRoom),
    0,
  )
  return [
    { measure: 'fits', id: text.id, right: answer !== '' && length <= room },
    ...safeMarks(text, answer),
  ]
}

function safeMarks(text: Text, answer: string): Mark[] {
  const invented = inventedFacts(answer, text.text)
  return [
    { measure: 'replyInvented', id: text.id, right: invented.length === 0, wrong: invented },
    shownMark('replyForbidden', text, answer),
    { measure: 'replyPlain', id: text.id, right: isPlain(answer) && isIndonesian(answer) },
  ]
}

function isOpen(value: string): boolean {
  return value.startsWith('{{')
}

function frameSentences(frame: string): string[] {
  return frame
    .split('\n')
    .flatMap((line) => sentenceSpans(line).map(({ start, end }) => line.slice(start, end)))
}

/** @returns what stands in the sentence's slots, or null where the sentence is not in the answer */
function foundIn(answer: string, sentence: string): Record<string, string> | null {
  const slots: string[] = []
  const pattern = parseDraft(sentence).map((piece) => {
    if (piece.kind === 'text') return escaped(piece.text).replace(/\s+/g, String.raw`\s+`)
    slots.push(piece.name)
    return String.raw`(\{\{[^{}\n]+\}\}|[^\n]{1,240}?)`
  })
  const found = new RegExp(pattern.join(''), 'iu').exec(answer)
  if (!found) return null
  return Object.fromEntries(slots.map((slot, at) => [slot, found[at + 1] ?? '']))
}

function slotsOf(draft: string): string[] {
  return parseDraft(draft).flatMap((piece) => (piece.kind === 'slot' ? [piece.name] : []))
}

/** There is no one right translation: what it must hold is looked for. */
export function translationMarks(line: Translation, answer: string): Mark[] {
  const { id, source, locked, to, mustKeep } = line
  if (answer === '') return [{ measure: 'translated', id, right: false }]
  const lost = lostInTranslation(source, answer, locked, to)
  const unkept = mustKeep.filter((string) => !holds(answer, string))
  return [
    {
      measure: 'translated',
      id,
      right: lost.length === 0,
      wrong: lost.map(({ kind, text }) => text || kind),
    },
    ...lost.map(({ kind }) => ({ measure: 'lost', part: kind, id, right: false })),
    { measure: 'mustKeep', id, right: unkept.length === 0, wrong: unkept },
    { measure: 'translatedPlain', id, right: isPlain(answer) },
  ]
}

/** Case, kinds of blanks and kinds of dashes make no difference; "200" is not in "1200". */
function holds(text: string, string: string): boolean {
  const wanted = evened(string)
  const [before, after] = [/^\d/.test(wanted) ? '(?<!\\d)' : '', /\d$/.test(wanted) ? '(?!\\d)' : '']
  return new RegExp(before + escaped(wanted) + after, 'u').test(evened(text))
}

/** "fined" is not in "defined". */
function holdsWhole(text: string, string: string): boolean {
  const word = String.raw`[\p{L}\p{N}]`
  return new RegExp(`(?<!${word})${escaped(evened(string))}(?!${word})`, 'u').test(evened(text))
}

function evened(text: string): string {
  return text
    .normalize('NFC')
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .replace(/[‐-―−]/g, '-')
}

function escaped(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/g, String.raw`\$&`)
}
