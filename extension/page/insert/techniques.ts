// Ways to get text into a field, each as a person's act would do it. None grades itself: insert.ts reads the field
// afterwards. None touches an editor's DOM (R20).
import { catchesKeys, isPlain, type Field } from './field.ts'
import { closeTyping, tellChange } from './undo.ts'

export interface Technique {
  name: string
  /** @returns whether the page took the event for itself: then it may still be at work. */
  apply(field: Field, text: string): boolean
}

/**
 * Typing. In plain fields it keeps undo, obeys maxlength and reaches React, Vue and their kin through a real input
 * event. Not first in rich editors: some scramble lines.
 */
const typing: Technique = {
  name: 'typing',
  apply(field, text) {
    closeTyping(field)
    field.ownerDocument.execCommand('insertText', false, text)
    closeTyping(field)
    if (isPlain(field)) tellChange(field)
    // Some editors look at what was typed only when a key is let go.
    else field.dispatchEvent(new KeyboardEvent('keyup', { bubbles: true }))
    return false
  },
}

/** Editing with breaks for lines, for editors that have no model but the page and keep nothing but breaks. */
const typingBreaks: Technique = {
  name: 'typing-breaks',
  apply(field, text) {
    field.ownerDocument.execCommand('insertHTML', false, inOneFlow(text))
    return false
  },
}

/** Pasting with formatted and plain text: TinyMCE, CKEditor, Quill, ProseMirror, Lexical read the clipboard event. */
const pastingHtml: Technique = {
  name: 'pasting-html',
  // As browsers write to the clipboard. Without the head TinyMCE takes the plain text, and makes paragraphs of it.
  apply: (field, text) =>
    paste(field, { 'text/plain': text, 'text/html': `<meta charset='utf-8'>${inOneFlow(text)}` }),
}

/** Pasting plain text only: Slate and Trix want it so. */
const pastingText: Technique = {
  name: 'pasting-text',
  apply: (field, text) => paste(field, { 'text/plain': text }),
}

/** In the order to try. A bare contenteditable has no paste handler of its own, so nothing happens until typing. */
export function techniquesFor(field: Field): Technique[] {
  if (isPlain(field)) return [typing]
  // What is typed where nobody sees it could stay there.
  return catchesKeys(field) ? [pastingHtml] : [pastingHtml, pastingText, typing]
}

/**
 * What to try when lines or blanks were lost, or only the selection went, and that was taken back.
 * @param ownHistory the editor took it back itself, so it has a model that plain text may reach better
 */
export function techniquesAfter(ownHistory: boolean): Technique[] {
  return ownHistory ? [pastingText, typing] : [typingBreaks]
}

function paste(field: Field, parts: Record<string, string>): boolean {
  const clipboardData = new DataTransfer()
  for (const [type, text] of Object.entries(parts)) clipboardData.setData(type, text)
  const selection = field.ownerDocument.getSelection()
  const inside = selection?.focusNode && field.contains(selection.focusNode) ? selection.focusNode : field
  const target = inside instanceof Element ? inside : (inside.parentElement ?? field)
  return !target.dispatchEvent(
    new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true, composed: true }),
  )
}

/**
 * Escaped: what a model wrote is text, never markup. Lines by breaks alone, for paragraphs would tear the one at the
 * caret in two. A blank that HTML would drop is one that does not break, as browsers write it.
 */
function inOneFlow(text: string): string {
  const escaped = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
  return escaped
    .replaceAll('\r\n', '\n')
    .replace(/^ | (?= )| $/gm, '&nbsp;')
    .replaceAll('\n', '<br>')
}
