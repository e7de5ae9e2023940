// Puts a draft into the field: one technique after the other, and after each a look whether it is there. Never presses
// submit, never tries again where it can't be known what happened.
import type { InsertRead } from '../../messages.ts'
import { deepActiveElement, selectedText } from '../read/selection.ts'
import { isPlain, isWritable, textOf, type Field, type FieldTracker } from './field.ts'
import { techniquesFor } from './techniques.ts'
import { placeOf, redo, takeOut, undo, type Place } from './undo.ts'

/** Editors take a paste in a later turn; TinyMCE needs up to this long until its model shows it. */
const settleMs = 160

interface Insertion {
  field: Field
  before: string
  after: string
  /** Where it stands in a plain field. */
  place: Place | null
}

/** The last insertion of this frame, for "Batalkan sisipan". */
let last: Insertion | null = null

/** Inserts at the caret, or in place of the selection. */
export async function insertText(fields: FieldTracker, text: string): Promise<InsertRead> {
  const field = fields.current()
  if (!field) return { code: 'field_missing' }
  if (!isWritable(field)) return { code: 'field_refused' }
  const room = fields.describe()?.room ?? null
  if (room !== null && text.length > room) return { code: 'field_too_short' }

  const before = textOf(field)
  focus(field, fields)
  // What is selected will be replaced, so its words don't count: a draft may take its own place.
  const kept = times(text, before) - times(text, selectedText())
  for (const technique of techniquesFor(field)) {
    focus(field, fields)
    // The page may have sent the focus on; what is typed would land there.
    if (isPlain(field) && deepActiveElement() !== field) return { code: 'field_refused' }
    const place = placeOf(field)
    technique.apply(field, text)
    const after = await lookLater(field, before)
    if (times(text, after) > kept) {
      last = { field, before, after, place }
      return { code: null }
    }
    if (after !== before) {
      // Half done: take it back before anything else is tried, and only what we did.
      undo(field)
      if (squeeze(await lookLater(field, after)) !== squeeze(before)) return { code: 'field_refused' }
    }
  }
  return { code: 'field_refused' }
}

/**
 * Takes the last insertion back, if the field has not changed since. Where the browser's history would take more with
 * it, that is given back, and only what was inserted is taken out.
 */
export async function undoInsert(): Promise<InsertRead> {
  if (!last || !last.field.isConnected || textOf(last.field) !== last.after) return { code: 'undo_refused' }
  const { field, before, after, place } = last
  field.focus()
  if (isPlain(field) && deepActiveElement() !== field) return { code: 'undo_refused' }
  const handled = undo(field)
  if (squeeze(await lookLater(field, after)) !== squeeze(before)) {
    redo(field, handled)
    const restored = await lookLater(field, textOf(field))
    if (restored !== after || !place || !takeOut(field, place, before, after)) return { code: 'undo_refused' }
  }
  last = null
  return { code: null }
}

function focus(field: Field, fields: FieldTracker): void {
  field.focus({ preventScroll: true })
  fields.restoreCaret(field)
}

/** @returns the field's text as soon as it differs from `before`, or what it is when the time is over. */
async function lookLater(field: Field, before: string): Promise<string> {
  const until = performance.now() + settleMs
  while (textOf(field) === before && performance.now() < until)
    await new Promise((done) => setTimeout(done, 20))
  // Rich editors may still be at it.
  if (!isPlain(field)) await new Promise((done) => setTimeout(done, settleMs / 2))
  return textOf(field)
}

/** How often the text stands in the field: it may have been there before. */
function times(text: string, content: string): number {
  return squeeze(content).split(squeeze(text)).length - 1
}

/** Editors turn blanks and line ends into their own kinds; the words must be there in their order. */
function squeeze(text: string): string {
  return text.replace(/[\s\u00a0\u200b\ufeff]+/g, ' ').trim()
}
