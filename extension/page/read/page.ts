// What a person sees on the page, as plain HTML: structure and text, no scripts, no styles, nothing hidden. The panel
// makes text of it (panel/page-text.ts), where a parser's document can do no harm and Readability can be loaded.
import { findInjection } from '../../../shared/source/injection.ts'
import type { PageRead } from '../../messages.ts'
import { newReading } from './blocks.ts'
import { fieldText, formsIn, isField, isFurniture, type Forms } from './form.ts'
import { aroundOf, enter, frameIsShown, showsText, type Around } from './visible.ts'

/** Kept as they are: they carry structure that a reader needs. All others become div or span. */
const structural = new Set(
  (
    'a address article aside blockquote caption dd dl dt figcaption figure footer h1 h2 h3 h4 h5 h6 header hr li main nav ' +
    'ol p pre section table tbody td tfoot th thead tr ul br'
  ).split(' '),
)
const dropped = new Set(
  'script style noscript template canvas video audio object embed datalist meter progress'.split(' '),
)
/** Inline neighbours this far apart (px) are words of their own. */
const leastRoom = 3
/** Where reading ends, and the panel says so. Far above what a model takes; a longer walk would make the page halt. */
const most = { length: 300_000, elements: 40_000, ms: 150 }

/**
 * Reads this frame. An open dialog lies over the rest, so then only it is read.
 * @returns null where there is nothing to see: the frame is hidden, or the browser shows a PDF, whose text is not in
 *   the document
 */
export function readPage(): PageRead | null {
  if (document.contentType === 'application/pdf' || !frameIsShown()) return null
  const dialog = openDialog()
  const root = dialog ?? document.body
  const outer = dialog?.parentElement ?? document.documentElement
  const around = outer && aroundOf(outer)
  const writer = newWriter(root)
  if (root && around) collectElement(root, writer, around)
  return {
    html: writer.out.join(''),
    reading: writer.reading,
    path: framePath(),
    title: document.title,
    dialog: dialog !== null,
    editor: document.designMode === 'on' || document.body?.isContentEditable === true,
    form: writer.forms.toFill,
    cut: writer.cut,
    area: innerWidth * innerHeight,
    hiddenInjection: !dialog && !writer.cut && hidesInjection(writer.out.join('')),
  }
}

/** Whether the document speaks to a model oftener than what can be seen of it. */
function hidesInjection(html: string): boolean {
  const unseen = Array.from(document.body?.querySelectorAll('script, style, noscript') ?? [])
  const count = (text: string | null | undefined) =>
    findInjection((text ?? '').slice(0, 2 * most.length)).length
  const all =
    count(document.body?.textContent) - unseen.reduce((sum, { textContent }) => sum + count(textContent), 0)
  return all > 0 && all > count(html.replace(/<[^>]*>/g, ''))
}

function framesOf(page: Document): Element[] {
  return Array.from(page.querySelectorAll('iframe, frame'))
}

/** Where this frame stands among the frames around it, from the top down; null where one of them can't be asked. */
function framePath(): number[] | null {
  const path: number[] = []
  for (let inner: Window = window; inner !== inner.parent; inner = inner.parent) {
    const frame = inner.frameElement
    if (!frame) return null
    path.unshift(framesOf(frame.ownerDocument).indexOf(frame))
  }
  return path
}

function openDialog(): Element | null {
  const found = document.querySelectorAll(
    'dialog:modal, [role="dialog"][aria-modal="true"], [role="alertdialog"][aria-modal="true"]',
  )
  const named = Array.from(found).findLast((element) => aroundOf(element) && element.textContent?.trim())
  return named ?? overlay()
}

/**
 * Older portals name their dialogs nothing, but lay them over the page all the same: something fixed covers the window,
 * and the page lies below it.
 */
function overlay(): Element | null {
  const stack = document.elementsFromPoint(innerWidth / 2, innerHeight / 2)
  const cover = stack.find(coversWindow)
  if (!cover || !hasPageBelow(cover)) return null
  const top = stack[0]!
  if (cover.contains(top)) return cover.textContent?.trim() ? cover : null
  let root = top
  while (root.parentElement && !root.parentElement.contains(cover)) root = root.parentElement
  return root
}

function hasPageBelow(cover: Element): boolean {
  for (let outer = cover; outer.parentElement && outer !== document.body; outer = outer.parentElement) {
    const beside = Array.from(outer.parentElement.children).filter((element) => element !== outer)
    if (beside.some(isPage)) return true
  }
  return false
}

function isPage(element: Element): boolean {
  return element.checkVisibility() && !coversWindow(element) && !!element.textContent?.trim()
}

/** An app may itself fill the window; what lies over it has been given a level. */
function coversWindow(element: Element): boolean {
  const { position, zIndex } = getComputedStyle(element)
  if (position !== 'fixed' || !(Number(zIndex) > 0)) return false
  const { left, top, right, bottom } = element.getBoundingClientRect()
  return left <= 0 && top <= 0 && right >= innerWidth && bottom >= innerHeight
}

interface Writer {
  reading: number
  number: (element: Element) => number
  out: string[]
  forms: Forms
  length: number
  elements: number
  until: number
  cut: boolean
}

function newWriter(root: Element | null): Writer {
  return {
    ...newReading(),
    out: [],
    forms: formsIn(root ?? document),
    length: 0,
    elements: 0,
    until: performance.now() + most.ms,
    cut: false,
  }
}

/** The clock is asked now and then only. */
function isFull(writer: Writer): boolean {
  writer.elements += 1
  const { length, elements, until } = writer
  if (
    length >= most.length ||
    elements >= most.elements ||
    (elements % 64 === 0 && performance.now() > until)
  )
    writer.cut = true
  return writer.cut
}

/** @returns whether text stands in it that belongs to the block around it */
function collectElement(element: Element, writer: Writer, around: Around): boolean {
  const name = element.localName
  if (dropped.has(name) || isFull(writer)) return false
  const style = getComputedStyle(element)
  const inside = enter(element, style, around)
  if (!inside) return false
  if (name === 'iframe' || name === 'frame') {
    // Its own script reads it; the panel puts its text here.
    write(`<div data-frame="${framesOf(document).indexOf(element)}"${frameHints(element)}></div>`, writer)
    return false
  }
  if (isField(element)) {
    const shown = fieldText(element)
    if (shown && showsText(element, style, inside.ground))
      write(`<p>${withBreaks(escapeHtml(shown))}</p>`, writer)
    // A box to tick parts the words on both sides.
    else write(' ', writer)
    return false
  }
  if (isFurniture(element, writer.forms)) return false
  const tag = tagOf(name, style)
  if (tag === 'br' || tag === 'hr') {
    write(`<${tag}>`, writer)
    return false
  }
  // Badges and icons are parted from words by room alone.
  const isApart = tag === 'span' && parseFloat(style.marginLeft) + parseFloat(style.paddingLeft) >= leastRoom
  if (isApart) write(' ', writer)
  const opening = writer.out.length
  write(`<${tag}${hints(element, tag, style)}>`, writer)
  const hasText = collect(element, writer, inside, style)
  // What is inline is part of the block around it.
  const isInline = tag === 'span' || tag === 'a'
  if (hasText && !isInline)
    writer.out[opening] = writer.out[opening]!.replace('>', ` data-block="${writer.number(element)}">`)
  write(`</${tag}>`, writer)
  return hasText && isInline
}

/** How large it is, and of which site: the panel can say what it could not read, and ask for leave. */
function frameHints(frame: Element): string {
  const { width, height } = frame.getBoundingClientRect()
  const { protocol, origin } = siteOfFrame(frame)
  const isOther = /^https?:$/.test(protocol) && origin !== location.origin
  return ` data-area="${Math.round(width * height)}"${isOther ? ` data-site="${origin}"` : ''}`
}

function siteOfFrame(frame: Element): { protocol: string; origin: string } {
  const src = frame.getAttribute('src') ?? ''
  return URL.canParse(src, document.baseURI) ? new URL(src, document.baseURI) : location
}

/** @returns whether text stands in it outside of blocks within */
function collect(element: Element, writer: Writer, inside: Around, style: CSSStyleDeclaration): boolean {
  let seen: boolean | null = null
  let hasText = false
  for (const child of childrenShown(element)) {
    if (writer.cut) break
    if (child.nodeType === Node.ELEMENT_NODE)
      hasText = collectElement(child as Element, writer, inside) || hasText
    else if (child.nodeType === Node.TEXT_NODE) {
      // Blanks between blocks hide nothing, and are half of all texts.
      const isBlank = !/\S/.test(child.nodeValue ?? '')
      if (!isBlank) seen ??= showsText(element, style, inside.ground)
      if (isBlank || seen) writeText(child, style, writer)
      hasText ||= !isBlank && seen === true
    }
  }
  return hasText
}

/** A component shows its shadow tree, and in its slots what the page put between its tags. */
function childrenShown(element: Element): Iterable<Node> {
  if (element instanceof HTMLSlotElement) {
    const assigned = element.assignedNodes({ flatten: true })
    if (assigned.length > 0) return assigned
  }
  return (element.shadowRoot ?? element).childNodes
}

function tagOf(name: string, style: CSSStyleDeclaration): string {
  if (name === 'ol' && style.listStyleType === 'none') return 'ul'
  if (structural.has(name)) return name
  const { display } = style
  return display.startsWith('inline') || display === 'contents' ? 'span' : 'div'
}

/** Letters, mails and chats often have their lines in the text itself. */
function writeText(node: Node, style: CSSStyleDeclaration, writer: Writer): void {
  const left = most.length - writer.length
  const whole = node.nodeValue ?? ''
  const text = escapeHtml(whole.length > left ? whole.slice(0, left) : whole)
  const keepsLines = text.includes('\n') && /pre|break/.test(style.whiteSpaceCollapse || style.whiteSpace)
  write(keepsLines && !isIndentation(node, whole) ? withBreaks(text) : text, writer)
  if (whole.length > left) writer.cut = true
}

/** Blanks between blocks: the source's own line ends. */
function isIndentation(node: Node, text: string): boolean {
  if (text.trim()) return false
  return [node.previousSibling, node.nextSibling].some((beside) => {
    const name = beside instanceof Element ? beside.localName : ''
    return structural.has(name) && name !== 'br'
  })
}

function withBreaks(text: string): string {
  return text.replaceAll('\n', '<br>')
}

const listKinds: Record<string, string> = {
  'lower-alpha': 'a',
  'lower-latin': 'a',
  'upper-alpha': 'A',
  'upper-latin': 'A',
  'lower-roman': 'i',
  'upper-roman': 'I',
}

/** Class and id are what Readability goes by to tell an article from a menu; the others number a list. */
function hints(element: Element, tag: string, style: CSSStyleDeclaration): string {
  const kind = tag === 'ol' ? listKinds[style.listStyleType] : undefined
  const names = namesFor(tag)
  let text = kind ? ` type="${kind}"` : ''
  for (const name of names) {
    const value = element.getAttribute(name)
    if (value !== null) text += ` ${name}="${escapeHtml(value.slice(0, 120)).replaceAll('"', '&quot;')}"`
  }
  return text
}
const plainHints = ['class', 'id', 'role', 'aria-rowcount']
const listHints = ['class', 'id', 'start', 'value', 'reversed']
const cellHints = ['class', 'id', 'rowspan', 'colspan']

function namesFor(tag: string): readonly string[] {
  if (tag === 'ol' || tag === 'li') return listHints
  return tag === 'td' || tag === 'th' ? cellHints : plainHints
}

function write(text: string, writer: Writer): void {
  writer.length += text.length
  writer.out.push(text)
}

function escapeHtml(text: string): string {
  if (!/[&<>]/.test(text)) return text
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}
