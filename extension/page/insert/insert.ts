// Puts a draft into the field: one technique after the other, and after each a look whether it is there. Never presses
// submit, never tries again where it can't be known what happened.
import type { InsertRead } from '../../messages.ts'
import { deepActiveElement, rangeIn, selectedText } from '../read/selection.ts'
import { isPlain, isWritable, placeOf, type Field, type FieldTracker, type Place } from './field.ts'
import { techniquesAfter, techniquesFor, type Technique } from './techniques.ts'
import { sameWords, textOf, times } from './text.ts'
import { redo, takeOut, takeOutBetween, undo } from './undo.ts'

/** Editors take a paste in a later turn; TinyMCE needs up to this long until its model shows it. */
const settleMs = 160
/** Until an editor that said it took the paste is believed to have dropped it. */
const takenMs = 500
/** Until every editor has put what was done into its history. */
const historyMs = 500

interface Insertion {
  field: Field
  text: string
  before: string
  after: string
  /** Where it stands in a plain field. */
  place: Place | null
  /** The caret in a rich editor, before and after. */
  from: StaticRange | null
  to: StaticRange | null
}

/** The last insertion of this frame, for "Batalkan sisipan". */
let last: Insertion | null = null

/** Inserts at the caret, or in place of the selection. */
export async function insertText(fields: FieldTracker, draft: string): Promise<InsertRead> {
  const field = fields.current()
  if (!field) return { code: 'field_missing' }
  const text = field instanceof HTMLInputElement ? draft.replace(/\s*\n\s*/g, ' ') : draft
  if (!isWritable(field)) return { code: 'field_refused' }
  const room = fields.describe()?.room ?? null
  if (room !== null && text.length > room) return { code: 'field_too_short' }

  const before = textOf(field)
  fields.focus(field)
  // What is selected will be replaced, so its words don't count: a draft may take its own place.
  const kept = times(text, before) - times(text, selectedText())
  const from = caretIn(field)
  const techniques = techniquesFor(field)
  const tried = new Set<Technique>()
  for (let technique = techniques.shift(); technique; technique = techniques.shift()) {
    fields.focus(field, from)
    // The page may have sent the focus on; what is typed would land there.
    if (isPlain(field) && deepActiveElement() !== field) return { code: 'field_refused' }
    const place = placeOf(field)
    tried.add(technique)
    const wasTaken = technique.apply(field, text)
    const after = await lookLater(field, before, wasTaken ? takenMs : settleMs)
    // Portals may have their own way of writing, such as capitals; there is no better technique for a plain field.
    const spelled = (words: string) => (isPlain(field) ? words.trim().toUpperCase() : words)
    if (times(spelled(text), spelled(after)) > kept) {
      last = { field, text, before, after, place, from, to: caretIn(field) }
      return { code: null }
    }
    if (after !== before) {
      // Half done: take it back before anything else is tried, and only what we did.
      const ownHistory = undo(field)
      const left = await lookLater(field, after)
      if (!sameWords(left, before)) {
        // Its history took more with it, which may be what the person typed.
        if (left !== after && !isPlain(field)) redo(field, ownHistory)
        return { code: 'field_refused' }
      }
      techniques.splice(0, Infinity, ...techniquesAfter(ownHistory).filter((other) => !tried.has(other)))
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
  const { field, text, before, after, place, from, to } = last
  field.focus()
  if (isPlain(field) && deepActiveElement() !== field) return { code: 'undo_refused' }
  let handled = undo(field)
  let left = await lookLater(field, after)
  if (handled && left === after) {
    await pause(historyMs)
    handled = undo(field)
    left = await lookLater(field, after)
  }
  if (!sameWords(left, before)) {
    redo(field, handled)
    const restored = await lookLater(field, textOf(field))
    if (restored !== after) return { code: 'undo_refused' }
    if (place) takeOut(field, place, before, after)
    else if (from && to) takeOutBetween(field, from, to, text)
    if (!sameWords(await lookLater(field, after), before)) return { code: 'undo_refused' }
  }
  last = null
  return { code: null }
}

/** Not live: an editor that writes a text anew would move it. */
function caretIn(field: Field): StaticRange | null {
  const range = isPlain(field) ? null : rangeIn(field)
  return range && new StaticRange(range)
}

/** @returns the field's text as soon as it differs from `before`, or what it is when the time is over. */
async function lookLater(field: Field, before: string, patienceMs = settleMs): Promise<string> {
  const until = performance.now() + patienceMs
  while (textOf(field) === before && performance.now() < until) await pause(20)
  // Rich editors may still be at it.
  if (!isPlain(field) && textOf(field) !== before) await pause(settleMs / 2)
  return textOf(field)
}

function pause(ms: number): Promise<void> {
  return new Promise((done) => setTimeout(done, ms))
}
