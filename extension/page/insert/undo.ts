// Taking an insertion back, and nothing else with it.
import { rangeIn } from '../read/selection.ts'
import { isPlain, placeOf, type Field, type Place, type PlainField } from './field.ts'
import { lines, sameWords } from './text.ts'

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
  const range = rangeIn(field)
  const selection = field.ownerDocument.getSelection()
  if (!range || !selection) return
  selection.removeAllRanges()
  selection.setBaseAndExtent(range.startContainer, range.startOffset, range.endContainer, range.endOffset)
}

/** Fields whose changes we follow, because we once told of one. */
const followed = new WeakSet<PlainField>()

/**
 * Some portals listen to `change` only. The browser tells it when the field is left, but compares with what it told
 * last: of an insertion that was taken back it would say nothing after we had told of it. So we do.
 */
export function tellChange(field: PlainField): void {
  const tell = () => field.dispatchEvent(new Event('change', { bubbles: true }))
  if (!followed.has(field)) {
    followed.add(field)
    let told = field.value
    field.addEventListener('change', () => (told = field.value))
    field.addEventListener('focusout', () => told !== field.value && tell())
  }
  tell()
}

/**
 * Plain fields and bare editables have the browser's own history, editors theirs behind Ctrl+Z.
 * @returns whether an editor's own code did it
 */
export function undo(field: Field): boolean {
  const handled = !isPlain(field) && press(field, { key: 'z', code: 'KeyZ', keyCode: 90, which: 90 })
  if (!handled) field.ownerDocument.execCommand('undo')
  if (isPlain(field)) tellChange(field)
  return handled
}

export function redo(field: Field, handled: boolean): void {
  if (handled) press(field, { key: 'y', code: 'KeyY', keyCode: 89, which: 89 })
  else field.ownerDocument.execCommand('redo')
  if (isPlain(field)) tellChange(field)
}

/** Takes just the inserted part out of a plain field, by an edit of its own. */
export function takeOut(field: Field, { start, end }: Place, before: string, after: string): void {
  if (!isPlain(field)) return
  const inserted = after.length - (before.length - (end - start))
  const isOurs = before.slice(0, start) + after.slice(start, start + inserted) + before.slice(end) === after
  if (!isOurs) return
  // The history is the whole frame's: its last step may have been in another field, and have gone there.
  field.focus()
  closeTyping(field)
  field.setSelectionRange(start, start + inserted)
  const replaced = before.slice(start, end)
  const command = replaced ? 'insertText' : 'delete'
  field.ownerDocument.execCommand(command, false, replaced)
  tellChange(field)
  closeTyping(field)
}

/** The same for an editor that hears no key but a person's: what stands between the carets, if it is the draft. */
export function takeOutBetween(field: Field, from: StaticRange, to: StaticRange, text: string): void {
  if (!from.collapsed || !field.contains(from.startContainer) || !field.contains(to.endContainer)) return
  const range = document.createRange()
  try {
    range.setStart(from.startContainer, from.startOffset)
    range.setEnd(to.endContainer, to.endOffset)
  } catch {
    return // The texts that the carets stood in have become shorter.
  }
  if (!sameWords(text, lines(range.cloneContents()))) return
  const selection = field.ownerDocument.getSelection()
  selection?.setBaseAndExtent(from.startContainer, from.startOffset, to.endContainer, to.endOffset)
  field.ownerDocument.execCommand('delete')
}

function press(field: Field, key: KeyboardEventInit): boolean {
  return !field.dispatchEvent(
    new KeyboardEvent('keydown', { ...key, ctrlKey: true, bubbles: true, cancelable: true }),
  )
}
