// Makes plain text of what the frames showed. Works on parsed copies, so a hostile page can do nothing here.
import type { PageRead } from '../messages.ts'

/** A frame smaller than this (px²) is a button or a counter, not something to read. */
const smallestFrame = 20_000
const blocks = new Set(
  (
    'address article aside blockquote div dl figcaption footer h1 h2 h3 h4 h5 h6 header li main nav ol p pre section ' +
    'table tr ul hr'
  ).split(' '),
)
/** What surrounds the matter of a page that is no article. */
const surroundings =
  'nav, footer, aside, [role="navigation"], [role="banner"], [role="contentinfo"], [role="search"]'

/** @returns the text of the dialog if one is open, else the main text of the top frame, then that of its frames. */
export async function pageText([top, ...frames]: PageRead[]): Promise<string> {
  if (!top) return ''
  const texts = [await frameText(top)]
  for (const frame of frames) {
    if (!frame.editor && frame.area >= smallestFrame) texts.push(await frameText(frame))
  }
  return texts.filter(Boolean).join('\n\n')
}

async function frameText({ html, title, dialog, editor }: PageRead): Promise<string> {
  if (editor) return ''
  const parsed = new DOMParser().parseFromString(html, 'text/html')
  if (dialog) return plainText(parsed.body)
  return (await articleText(parsed, title)) ?? mainText(parsed)
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
  return article.title && !text.startsWith(article.title) ? `${article.title}\n\n${text}` : text
}

function mainText(parsed: Document): string {
  const main = parsed.querySelector('main, [role="main"]')
  const root = main ?? parsed.body
  for (const element of root.querySelectorAll(surroundings)) element.remove()
  return plainText(root)
}

/** Text with lines as one sees them: blocks on lines of their own, table cells apart, lists with a dash. */
export function plainText(root: Node): string {
  const lines: Lines = { text: '' }
  append(root, lines)
  return lines.text
    .replace(/[ \t\u00a0]+/g, ' ')
    .replace(/ ?\n ?/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
}

interface Lines {
  text: string
}

/** Ends the line, and with `blank` leaves an empty one; two blocks that meet need one break, not two. */
function breakLine(lines: Lines, blank = false): void {
  if (!lines.text.endsWith('\n')) lines.text += '\n'
  if (blank && !lines.text.endsWith('\n\n')) lines.text += '\n'
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
  if (node.parentElement?.closest('pre')) lines.text += text
  else {
    const squeezed = text.replace(/\s+/g, ' ')
    lines.text += lines.text.endsWith('\n') ? squeezed.trimStart() : squeezed
  }
}

function appendElement(element: Element, lines: Lines): void {
  const name = element.localName
  if (name === 'br') return void (lines.text += '\n')
  if (name === 'dt') {
    // A list of facts reads as "Pelapor: …", one fact a line.
    breakLine(lines)
    append(element, lines)
    return void (lines.text += /[:?]\s*$/.test(lines.text) ? ' ' : ': ')
  }
  if (name === 'td' || name === 'th') {
    append(element, lines)
    return void (lines.text += element.nextElementSibling ? ' | ' : '')
  }
  const isBlock = blocks.has(name)
  const isApart = /^(p|h[1-6]|ul|ol|dl|table)$/.test(name)
  if (isBlock) breakLine(lines)
  if (name === 'li') lines.text += '- '
  append(element, lines)
  if (isBlock || name === 'dd') breakLine(lines, isApart)
}
