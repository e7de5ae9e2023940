// Plain text of a parsed copy, with lines as one sees them: blocks on lines of their own, a row of a table a line, lists
// with a dash or their number, facts as "Label: value".
import { factsIn, labelled, pairOf } from './label-value.ts'
import { listMark } from './list-mark.ts'
import { inOneLine, isOneLine, isRow, rowText } from './table-text.ts'

const blocks = new Set(
  (
    'address article aside blockquote caption div dl figcaption footer h1 h2 h3 h4 h5 h6 header li main nav ol p pre ' +
    'section table td th tr ul hr'
  ).split(' '),
)
const headings = /^h[1-6]$/
/** Frameworks set these off by a margin alone, without a blank between the words. */
const setOff = /(^|\s)(badge|chip|pill|tag|m[sexl]-[1-9])(\s|$)/

export function plainText(root: Node): string {
  return plainSections(root).join('\n\n')
}

/** @returns the text in parts, each of which begins with its heading; only the first may have none */
export function plainSections(root: Node): string[] {
  const around = root instanceof Element ? root : root.parentElement
  const lines: Lines = { pieces: [], starts: [0], end: '', held: null, kept: around?.closest('pre') ? 1 : 0 }
  append(root, lines)
  const { pieces, starts } = lines
  return starts.map((start, at) => tidy(pieces.slice(start, starts[at + 1]).join(''))).filter(Boolean)
}

function tidy(text: string): string {
  return text
    .replace(/[ \t\u00a0]+/g, ' ')
    .replace(/ ?\n ?/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
}

interface Lines {
  pieces: string[]
  /** Where a heading begins a part, as an index of `pieces`. */
  starts: number[]
  /** How it ends so far; asking one long string that still grows would copy it each time. */
  end: string
  /** A list mark or a label waits for its text, which belongs on the same line, whatever blocks it stands in. */
  held: 'mark' | 'label' | null
  /** How many elements around keep their blanks. */
  kept: number
}

function add(lines: Lines, text: string): void {
  lines.pieces.push(text)
  lines.end = (lines.end + text).slice(-20)
  if (lines.held && /\S/.test(text)) lines.held = null
}

/** Ends the line, and with `blank` leaves an empty one; two blocks that meet need one break, not two. */
function breakLine(lines: Lines, blank = false): void {
  if (lines.held) return
  if (!lines.end.endsWith('\n')) add(lines, '\n')
  if (blank && !lines.end.endsWith('\n\n')) add(lines, '\n')
}

function append(node: Node, lines: Lines): void {
  const { rows, labels } = factsIn(node)
  for (let child = node.firstChild; child; child = child.nextSibling) {
    if (child.nodeType === Node.TEXT_NODE) appendText(child.nodeValue ?? '', lines)
    else if (!(child instanceof Element)) continue
    else if (labels.has(child)) appendLabel(child, lines)
    else appendElement(child, lines, rows.has(child))
  }
}

/** Blanks at a line's start are the source code's indentation. */
function appendText(text: string, lines: Lines): void {
  if (lines.kept > 0) return add(lines, text)
  const squeezed = text.replace(/\s+/g, ' ')
  add(lines, lines.held || lines.end.endsWith('\n') ? squeezed.trimStart() : squeezed)
}

function appendElement(element: Element, lines: Lines, isPair: boolean): void {
  const name = element.localName
  if (name === 'br') return lines.held ? undefined : add(lines, '\n')
  if (name === 'dt') return appendLabel(element, lines)
  if (name === 'li') return appendItem(element, lines, isPair)
  if (isRow(element) && isOneLine(element)) {
    breakLine(lines)
    add(lines, rowText(element, plainText))
    return breakLine(lines)
  }
  const isBlock = blocks.has(name)
  const isApart = /^(p|h[1-6]|ul|ol|dl|table)$/.test(name)
  if (isBlock) breakLine(lines)
  else keepApart(element, lines)
  if (isBlock && !lines.held && headings.test(name)) lines.starts.push(lines.pieces.length)
  appendInside(element, lines, isPair)
  // A term without its description is held no longer.
  if (name === 'dl') lines.held = null
  if (isBlock || name === 'dd') breakLine(lines, isApart)
}

function appendInside(element: Element, lines: Lines, isPair: boolean): void {
  const pair = isPair && pairOf(element)
  if (pair) {
    const [label, value] = pair
    appendLabel(label, lines)
    appendElement(value, lines, false)
    lines.held = null
    return
  }
  const keeps = element.localName === 'pre' ? 1 : 0
  lines.kept += keeps
  append(element, lines)
  lines.kept -= keeps
}

/** A list of facts reads as "Pelapor: …", one fact a line. */
function appendLabel(element: Element, lines: Lines): void {
  // One that still waits for its value has none; a list mark waits for just this.
  if (lines.held === 'label') lines.held = null
  breakLine(lines)
  add(lines, labelled(inOneLine(plainText(element))))
  lines.held = 'label'
}

/** An item that shows nothing leaves no mark; what stands in blocks of its own stands beside its mark all the same. */
function appendItem(item: Element, lines: Lines, isPair: boolean): void {
  breakLine(lines)
  const { pieces, end, held } = lines
  const from = pieces.length
  const mark = listMark(item)
  if (!held || mark !== '- ') add(lines, mark)
  lines.held = 'mark'
  appendInside(item, lines, isPair)
  if (lines.held) {
    pieces.length = from
    lines.starts = lines.starts.filter((start) => start <= from)
    Object.assign(lines, { end, held })
  }
  breakLine(lines)
}

/** Entries of a menu and badges that touch in the source stand apart on the screen. */
function keepApart(element: Element, lines: Lines): void {
  const before = element.previousSibling
  if (!(before instanceof Element)) return
  if (element.localName === 'a' && before.localName === 'a') breakLine(lines)
  else if ([element, before].some((beside) => setOff.test(beside.getAttribute('class') ?? '')))
    add(lines, ' ')
}
