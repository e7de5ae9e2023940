// What a person sees on the page, as plain HTML: structure and text, no scripts, no styles, nothing hidden. The panel
// makes text of it (panel/page-text.ts), where a parser's document can do no harm and Readability can be loaded.
import type { PageRead } from '../../messages.ts'

/** Kept as they are: they carry structure that a reader needs. All others become div or span. */
const structural = new Set(
  (
    'address article aside blockquote caption dd dl dt figcaption figure footer h1 h2 h3 h4 h5 h6 header hr li main nav ' +
    'ol p pre section table tbody td tfoot th thead tr ul br'
  ).split(' '),
)
const dropped = new Set(
  'script style noscript template svg canvas video audio object embed iframe frame select datalist meter progress'.split(
    ' ',
  ),
)
/** A page larger than this is cut; the panel says so. Far above what a model takes. */
const maxLength = 1_000_000

/** Reads this frame. An open dialog lies over the rest, so then only it is read. */
export function readPage(): PageRead {
  const dialog = openDialog()
  const root = dialog ?? document.body
  const out: string[] = []
  if (root) collect(root, out, { length: 0 })
  return {
    html: out.join(''),
    title: document.title,
    dialog: dialog !== null,
    editor: document.designMode === 'on' || document.body?.isContentEditable === true,
    area: innerWidth * innerHeight,
  }
}

function openDialog(): Element | null {
  const found = document.querySelectorAll(
    'dialog[open], [role="dialog"][aria-modal="true"], [role="alertdialog"]',
  )
  return Array.from(found).findLast((element) => isVisible(element) && element.textContent?.trim()) ?? null
}

/** Hidden text is a known way to slip instructions to a model, and the officer has not seen it. */
function isVisible(element: Element): boolean {
  if (
    !element.checkVisibility({
      opacityProperty: true,
      visibilityProperty: true,
      contentVisibilityAuto: false,
    })
  )
    return false
  return element.getAttribute('aria-hidden') !== 'true' || element.getClientRects().length > 0
}

function collect(node: Node, out: string[], written: { length: number }): void {
  for (let child = node.firstChild; child && written.length < maxLength; child = child.nextSibling) {
    if (child.nodeType === Node.TEXT_NODE) write(escapeHtml(child.nodeValue ?? ''), out, written)
    else if (child.nodeType === Node.ELEMENT_NODE) collectElement(child as Element, out, written)
  }
}

function collectElement(element: Element, out: string[], written: { length: number }): void {
  const name = element.localName
  if (dropped.has(name) || !isVisible(element)) return
  if (element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement) {
    const shown = fieldText(element)
    if (shown) write(`<p>${escapeHtml(shown)}</p>`, out, written)
    return
  }
  if (name === 'button' || element.getAttribute('role') === 'button') return
  const tag = structural.has(name) ? name : isInline(element) ? 'span' : 'div'
  if (tag === 'br' || tag === 'hr') return write(`<${tag}>`, out, written)
  write(`<${tag}${hints(element)}>`, out, written)
  collect(element.shadowRoot ?? element, out, written)
  write(`</${tag}>`, out, written)
}

/** Forms show received data in read-only fields. What the officer is writing is not a source. */
function fieldText(field: HTMLInputElement | HTMLTextAreaElement): string {
  if (!field.readOnly && !field.disabled) return ''
  const readable =
    field instanceof HTMLTextAreaElement || /^(text|email|tel|url|number|date|search)$/.test(field.type)
  return readable ? field.value : ''
}

/** Class and id are what Readability goes by to tell an article from a menu. */
function hints(element: Element): string {
  let text = ''
  for (const name of ['class', 'id', 'role'] as const) {
    const value = element.getAttribute(name)
    if (value) text += ` ${name}="${escapeHtml(value.slice(0, 120)).replaceAll('"', '&quot;')}"`
  }
  return text
}

function isInline(element: Element): boolean {
  return getComputedStyle(element).display.startsWith('inline')
}

function write(text: string, out: string[], written: { length: number }): void {
  written.length += text.length
  out.push(text)
}

function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}
