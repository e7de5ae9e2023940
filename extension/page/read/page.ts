// What a person sees on the page, as plain HTML: structure and text, no scripts, no styles, nothing hidden. The panel
// makes text of it (panel/page-text.ts), where a parser's document can do no harm and Readability can be loaded.
import type { PageRead } from '../../messages.ts'
import {
  groundInside,
  isHidden,
  pageGround,
  reachInside,
  showsText,
  windowReach,
  type Reach,
} from './visible.ts'

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

/**
 * Reads this frame. An open dialog lies over the rest, so then only it is read.
 * @returns null where the browser shows a PDF: its text is not in the document
 */
export function readPage(): PageRead | null {
  if (document.contentType === 'application/pdf') return null
  const dialog = openDialog()
  const root = dialog ?? document.body
  const writer: Writer = { out: [], length: 0, hints: root ? fieldHints(root) : new Set() }
  if (root) collectElement(root, writer, { reach: windowReach(), ground: pageGround() })
  return {
    html: writer.out.join(''),
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
  const isShown = (element: Element) => !isHidden(element, getComputedStyle(element), windowReach())
  return Array.from(found).findLast((element) => isShown(element) && element.textContent?.trim()) ?? null
}

interface Writer {
  out: string[]
  length: number
  /** Counters and help texts of fields. */
  hints: ReadonlySet<Element>
}

/** What an element's surroundings say about whether it can be seen. */
interface Around {
  reach: Reach
  ground: string
}

function collectElement(element: Element, writer: Writer, around: Around): void {
  const name = element.localName
  if (dropped.has(name)) return
  const style = getComputedStyle(element)
  if (isHidden(element, style, around.reach)) return
  const inside = {
    reach: reachInside(element, style, around.reach),
    ground: groundInside(style, around.ground),
  }
  if (element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement) {
    const shown = fieldText(element)
    if (shown && showsText(style, inside.ground)) write(`<p>${escapeHtml(shown)}</p>`, writer)
    return
  }
  if (isFurniture(element, writer)) return
  const tag = structural.has(name) ? name : isInline(style) ? 'span' : 'div'
  if (tag === 'br' || tag === 'hr') return write(`<${tag}>`, writer)
  write(`<${tag}${hints(element)}>`, writer)
  collect(element, writer, inside, style)
  write(`</${tag}>`, writer)
}

function collect(element: Element, writer: Writer, inside: Around, style: CSSStyleDeclaration): void {
  let seen: boolean | null = null
  for (const child of childrenShown(element)) {
    if (writer.length >= maxLength) return
    if (child instanceof Element) collectElement(child, writer, inside)
    else if (child.nodeType === Node.TEXT_NODE) {
      seen ??= showsText(style, inside.ground)
      if (seen) write(escapeHtml(child.nodeValue ?? ''), writer)
    }
  }
}

/** A component shows its shadow tree, and in its slots what the page put between its tags. */
function childrenShown(element: Element): Iterable<Node> {
  if (element instanceof HTMLSlotElement) {
    const assigned = element.assignedNodes({ flatten: true })
    if (assigned.length > 0) return assigned
  }
  return (element.shadowRoot ?? element).childNodes
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

function isInline({ display }: CSSStyleDeclaration): boolean {
  return display.startsWith('inline') || display === 'contents'
}

function write(text: string, writer: Writer): void {
  writer.length += text.length
  writer.out.push(text)
}

function escapeHtml(text: string): string {
  if (!/[&<>]/.test(text)) return text
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}
