// Ways to get text into a field, each as a person's act would do it. None grades itself: insert.ts reads the field
// afterwards. None touches an editor's DOM (R20).
import { isPlain, type Field } from './field.ts'
import { closeTyping } from './undo.ts'

export interface Technique {
  name: string
  apply(field: Field, text: string): void
}

/**
 * Typing. In plain fields it keeps undo, obeys maxlength and reaches React, Vue and their kin through a real input
 * event. Fields that listen to `change` only get one too. Not first in rich editors: some scramble lines.
 */
export const typing: Technique = {
  name: 'typing',
  apply(field, text) {
    closeTyping(field)
    field.ownerDocument.execCommand('insertText', false, text)
    closeTyping(field)
    if (isPlain(field)) field.dispatchEvent(new Event('change', { bubbles: true }))
    else field.dispatchEvent(new KeyboardEvent('keyup', { bubbles: true }))
  },
}

/** Pasting with formatted and plain text: TinyMCE, CKEditor, Quill, ProseMirror, Lexical read the clipboard event. */
export const pastingHtml: Technique = {
  name: 'pasting-html',
  apply: (field, text) => paste(field, { 'text/plain': text, 'text/html': toHtml(text) }),
}

/** Pasting plain text only: Slate and Trix want it so. */
export const pastingText: Technique = {
  name: 'pasting-text',
  apply: (field, text) => paste(field, { 'text/plain': text }),
}

/** In the order to try. A bare contenteditable has no paste handler of its own, so nothing happens until typing. */
export function techniquesFor(field: Field): Technique[] {
  return isPlain(field) ? [typing] : [pastingHtml, pastingText, typing]
}

function paste(field: Field, parts: Record<string, string>): void {
  const clipboardData = new DataTransfer()
  for (const [type, text] of Object.entries(parts)) clipboardData.setData(type, text)
  const selection = field.ownerDocument.getSelection()
  const inside = selection?.focusNode && field.contains(selection.focusNode) ? selection.focusNode : field
  const target = inside instanceof Element ? inside : (inside.parentElement ?? field)
  target.dispatchEvent(
    new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true, composed: true }),
  )
}

/** Paragraphs and lines, escaped: what a model wrote is text, never markup. */
function toHtml(text: string): string {
  const escaped = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
  const paragraphs = escaped.replaceAll('\r\n', '\n').split(/\n{2,}/)
  if (paragraphs.length === 1 && !escaped.includes('\n')) return escaped
  return paragraphs.map((paragraph) => `<p>${paragraph.replaceAll('\n', '<br>')}</p>`).join('')
}
