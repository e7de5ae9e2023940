// Taking an insertion back, and nothing else with it.
import { isPlain, type Field } from './field.ts'

/** The part of a plain field's text that an insertion takes the place of. */
export interface Place {
  start: number
  end: number
}

export function placeOf(field: Field): Place | null {
  if (!isPlain(field) || field.selectionStart === null) return null
  return { start: field.selectionStart, end: field.selectionEnd ?? field.selectionStart }
}

/**
 * Chrome puts typing and `insertText` into one step of its history as long as the caret stays: Ctrl+Z would take what
 * the officer typed before. So the caret goes away and back at once.
 */
export function closeTyping(field: Field): void {
  const place = placeOf(field)
  if (isPlain(field)) {
    // An e-mail field tells no caret; there undoInsert() looks at what went.
    if (!place) return
    const direction = field.selectionDirection ?? undefined
    if (place.start + place.end > 0) field.setSelectionRange(0, 0)
    else field.setSelectionRange(0, field.value.length)
    return field.setSelectionRange(place.start, place.end, direction)
  }
  const selection = field.ownerDocument.getSelection()
  const { anchorNode, anchorOffset, focusNode, focusOffset } = selection ?? {}
  // Inside a shadow root the document's selection can't be put back.
  if (!selection || !anchorNode || !focusNode || !field.contains(anchorNode)) return
  selection.removeAllRanges()
  selection.setBaseAndExtent(anchorNode, anchorOffset ?? 0, focusNode, focusOffset ?? 0)
}

/**
 * Plain fields and bare editables have the browser's own history, editors theirs behind Ctrl+Z.
 * @returns whether an editor's own code did it
 */
export function undo(field: Field): boolean {
  const handled = !isPlain(field) && press(field, { key: 'z', code: 'KeyZ', keyCode: 90, which: 90 })
  if (!handled) field.ownerDocument.execCommand('undo')
  return handled
}

export function redo(field: Field, handled: boolean): void {
  if (handled) press(field, { key: 'y', code: 'KeyY', keyCode: 89, which: 89 })
  else field.ownerDocument.execCommand('redo')
}

/** Takes just the inserted part out, by an edit of its own. @returns whether the text is what it was */
export function takeOut(field: Field, { start, end }: Place, before: string, after: string): boolean {
  if (!isPlain(field)) return false
  const inserted = after.length - (before.length - (end - start))
  const isOurs = before.slice(0, start) + after.slice(start, start + inserted) + before.slice(end) === after
  if (!isOurs) return false
  // The history is the whole frame's: its last step may have been in another field, and have gone there.
  field.focus()
  closeTyping(field)
  field.setSelectionRange(start, start + inserted)
  const replaced = before.slice(start, end)
  const command = replaced ? 'insertText' : 'delete'
  field.ownerDocument.execCommand(command, false, replaced)
  field.dispatchEvent(new Event('change', { bubbles: true }))
  closeTyping(field)
  return field.value === before
}

function press(field: Field, key: KeyboardEventInit): boolean {
  return !field.dispatchEvent(
    new KeyboardEvent('keydown', { ...key, ctrlKey: true, bubbles: true, cancelable: true }),
  )
}
