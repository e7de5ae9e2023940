// Makes plain text of what the frames showed. Works on parsed copies, so a hostile page can do nothing here.
import type { PageRead } from '../messages.ts'
import { listMark } from './list-mark.ts'
import { loadRedaction } from './redaction.ts'

/** A frame smaller than this (px²) is a button or a counter, not something to read. */
const smallestFrame = 20_000
/** A cell with more (UTF-16 units) is a page of its own. */
const longestCell = 2_000
const blocks = new Set(
  (
    'address article aside blockquote div dl figcaption footer h1 h2 h3 h4 h5 h6 header li main nav ol p pre section ' +
    'table td th tr ul hr'
  ).split(' '),
)
/** What surrounds the matter of a page that is no article. */
const surroundings = 'nav, aside, [role="navigation"], [role="banner"], [role="contentinfo"], [role="search"]'
/** A letter's head and its signature are these too; they surround only where they are the page's own. */
const edges = 'header, footer'
const insidePart = 'article, main, section, [role="main"], [role="article"]'

/** @returns the elements of a frame that have text of their own, by the numbers that the frame gave them */
export function blocksOf({ html }: PageRead): { block: number; text: string }[] {
  const parsed = new DOMParser().parseFromString(html, 'text/html')
  return Array.from(parsed.querySelectorAll('[data-block]'), (element) => ({
    block: Number(element.getAttribute('data-block')),
    text: inOneLine(plainText(element)),
  }))
}

/** @returns the text of the dialog if one is open, else the main text of the top frame, then that of its frames. */
export async function pageText([top, ...frames]: PageRead[]): Promise<string> {
  if (!top) return ''
  const texts = [await frameText(top)]
  for (const frame of frames) {
    if (!frame.editor && frame.area >= smallestFrame) texts.push(await frameText(frame))
  }
  const { withoutHiddenSigns } = await loadRedaction()
  return withoutHiddenSigns(texts.filter(Boolean).join('\n\n'))
}

async function frameText({ html, title, dialog, editor, form }: PageRead): Promise<string> {
  if (editor) return ''
  const parsed = new DOMParser().parseFromString(html, 'text/html')
  if (dialog) return plainText(parsed.body)
  // A list of facts, or fields to fill: somebody works with this page, and Readability would drop half of it.
  const isApp = form || parsed.querySelector('dl') !== null
  return (isApp ? null : await articleText(parsed, title)) ?? mainText(parsed)
}

/** Readability is for articles; it is loaded only when a page looks like one. */
async function articleText(parsed: Document, title: string): Promise<string | null> {
  const paragraphs = Array.from(parsed.querySelectorAll('p')).filter(
    (p) => (p.textContent?.length ?? 0) > 140,
  )
  if (paragraphs.length < 3) return null
  const { Readability, isProbablyReaderable } = await import('@mozilla/readability')
  if (!isProbablyReaderable(parsed)) return null
  const copy = parsed.cloneNode(true) as Document
  copy.title = title
  const article = new Readability(copy, { charThreshold: 400 }).parse()
  if (!article?.content) return null
  const text = plainText(new DOMParser().parseFromString(article.content, 'text/html').body)
  const heading = headingIn(parsed, title)
  return heading && !text.startsWith(heading) ? `${heading}\n\n${text}` : text
}

/** The document's title also names the site; what stands on the page is its heading, which Readability takes out. */
function headingIn(parsed: Document, title: string): string | undefined {
  const headings = Array.from(parsed.querySelectorAll('h1, h2'), plainText)
  return headings.find((heading) => heading && title.includes(heading))
}

function mainText(parsed: Document): string {
  const main = parsed.querySelector('main, [role="main"]')
  const root = main ?? parsed.body
  for (const element of root.querySelectorAll(surroundings)) element.remove()
  for (const element of root.querySelectorAll(edges)) {
    if (!element.parentElement?.closest(insidePart)) element.remove()
  }
  return plainText(root)
}

/** Text with lines as one sees them: blocks on lines of their own, table cells apart, lists with a dash or their number. */
export function plainText(root: Node): string {
  const lines: Lines = { pieces: [], end: '' }
  append(root, lines)
  return lines.pieces
    .join('')
    .replace(/[ \t\u00a0]+/g, ' ')
    .replace(/ ?\n ?/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
}

interface Lines {
  pieces: string[]
  /** How it ends so far; asking one long string that still grows would copy it each time. */
  end: string
}

function add(lines: Lines, text: string): void {
  lines.pieces.push(text)
  lines.end = (lines.end + text).slice(-20)
}

/** Ends the line, and with `blank` leaves an empty one; two blocks that meet need one break, not two. */
function breakLine(lines: Lines, blank = false): void {
  if (!lines.end.endsWith('\n')) add(lines, '\n')
  if (blank && !lines.end.endsWith('\n\n')) add(lines, '\n')
}

function append(node: Node, lines: Lines): void {
  for (let child = node.firstChild; child; child = child.nextSibling) {
    if (child.nodeType === Node.TEXT_NODE) appendText(child, lines)
    else if (child instanceof Element) appendElement(child, lines)
  }
}

/** Blanks at a line's start are the source code's indentation. */
function appendText(node: Node, lines: Lines): void {
  const text = node.nodeValue ?? ''
  if (node.parentElement?.closest('pre')) return add(lines, text)
  const squeezed = text.replace(/\s+/g, ' ')
  add(lines, lines.end.endsWith('\n') ? squeezed.trimStart() : squeezed)
}

function appendElement(element: Element, lines: Lines): void {
  const name = element.localName
  if (name === 'br') return add(lines, '\n')
  if (name === 'dt') {
    // A list of facts reads as "Pelapor: …", one fact a line.
    breakLine(lines)
    append(element, lines)
    return add(lines, /[:?]\s*$/.test(lines.end) ? ' ' : ': ')
  }
  if (name === 'tr' && isOneLine(element)) {
    breakLine(lines)
    const cells = Array.from(element.children, (cell) => inOneLine(plainText(cell)))
    add(lines, cells.join(' | '))
    return breakLine(lines)
  }
  const isBlock = blocks.has(name)
  const isApart = /^(p|h[1-6]|ul|ol|dl|table)$/.test(name)
  if (isBlock) breakLine(lines)
  if (name === 'li') add(lines, listMark(element))
  append(element, lines)
  if (isBlock || name === 'dd') breakLine(lines, isApart)
}

/** Not of a table that only lays out a page or a mail: there a cell stands alone in its row, or holds tables or a page. */
function isOneLine(row: Element): boolean {
  if (row.querySelector('table') || row.closest('[role="presentation"], [role="none"]')) return false
  const lengths = Array.from(row.children, (cell) => cell.textContent?.trim().length ?? 0)
  return lengths.filter(Boolean).length > 1 && lengths.every((length) => length <= longestCell)
}

/** A row stays one line, so that what belongs together is read together. */
function inOneLine(text: string): string {
  return text.replace(/([,.:;!?…]?)\n+(?:- )?/g, (_break, sign: string) => `${sign || ','} `)
}
