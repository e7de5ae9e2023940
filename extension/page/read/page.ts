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
  if (root) collect(root, { out, length: 0, hints: fieldHints(root) })
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
  if (element.getAttribute('aria-hidden') === 'true') return false
  return element.checkVisibility({ opacityProperty: true, visibilityProperty: true })
}

interface Writer {
  out: string[]
  length: number
  /** Counters and help texts of fields. */
  hints: ReadonlySet<Element>
}

function collect(node: Node, writer: Writer): void {
  for (let child = node.firstChild; child && writer.length < maxLength; child = child.nextSibling) {
    if (child.nodeType === Node.TEXT_NODE) write(escapeHtml(child.nodeValue ?? ''), writer)
    else if (child.nodeType === Node.ELEMENT_NODE) collectElement(child as Element, writer)
  }
}

function collectElement(element: Element, writer: Writer): void {
  const name = element.localName
  if (dropped.has(name) || !isVisible(element)) return
  if (element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement) {
    const shown = fieldText(element)
    if (shown) write(`<p>${escapeHtml(shown)}</p>`, writer)
    return
  }
  if (isFurniture(element, writer)) return
  const tag = structural.has(name) ? name : isInline(element) ? 'span' : 'div'
  if (tag === 'br' || tag === 'hr') return write(`<${tag}>`, writer)
  write(`<${tag}${hints(element)}>`, writer)
  collect(element.shadowRoot ?? element, writer)
  write(`</${tag}>`, writer)
}

/** Buttons, counters, labels of fields to fill, and what the officer is writing: not what somebody wrote to the city. */
function isFurniture(element: Element, { hints }: Writer): boolean {
  if (element.localName === 'button' || element.localName === 'output' || hints.has(element)) return true
  if (/^(button|textbox|toolbar|menubar)$/.test(element.getAttribute('role') ?? '')) return true
  if (element instanceof HTMLElement && element.isContentEditable) return true
  return element instanceof HTMLLabelElement && element.control !== null && isToFill(element.control)
}

function fieldHints(root: Element): ReadonlySet<Element> {
  const described = Array.from(root.querySelectorAll('[aria-describedby]'))
  const ids = described.flatMap((field) => (field.getAttribute('aria-describedby') ?? '').split(/\s+/))
  return new Set(ids.flatMap((id) => document.getElementById(id) ?? []))
}

function isToFill(control: HTMLElement): boolean {
  return !(
    (control instanceof HTMLInputElement || control instanceof HTMLTextAreaElement) &&
    fieldText(control)
  )
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

function write(text: string, writer: Writer): void {
  writer.length += text.length
  writer.out.push(text)
}

function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}
