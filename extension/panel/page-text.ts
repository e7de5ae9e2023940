// Makes plain text of what the frames showed. Works on parsed copies, so a hostile page can do nothing here.
import type { PageRead } from '../messages.ts'
import { measure, type Measures, type Whole } from './measures.ts'
import { plainText } from './plain-text.ts'
import { loadRedaction } from './redaction.ts'
import { dropSurroundings } from './surroundings.ts'
import { inOneLine } from './table-text.ts'

/** A frame smaller than this (px²) is a button or a counter, not something to read. */
const smallestFrame = 20_000
/** Beside an article a frame no larger than this (px²), without a paragraph, is an advertisement. */
const largestAd = 250_000
/** A paragraph of an article has more (UTF-16 units), and an article has so many of them. */
const longParagraph = 140
const fewestParagraphs = 3
const mains = 'main, [role="main"]'
/** A heading that stands over the matter with a line or two; more (UTF-16 units) is a part of its own. */
const longestHead = 300

/** @returns the elements of a frame that have text of their own, by the numbers that the frame gave them */
export function blocksOf({ html }: PageRead): { block: number; text: string }[] {
  const parsed = new DOMParser().parseFromString(html, 'text/html')
  return Array.from(parsed.querySelectorAll('[data-block]'), (element) => ({
    block: Number(element.getAttribute('data-block')),
    text: inOneLine(plainText(element)),
  }))
}

/**
 * @returns the text of the dialog if one is open, else the main text of the top frame; that of the other frames where
 *   they stand in it, or at its end where that is unknown
 */
export async function pageText(reads: PageRead[]): Promise<string> {
  const whole: Whole = { letters: 0, stretches: new Map() }
  const all = reads.map((read) => parsedFrame(read, whole))
  const [top] = all
  if (!top) return ''
  const frames = all.filter((frame) => frame === top || isToRead(frame, top))
  const byPath = new Map(frames.filter(isKnownPlace).map((frame) => [frame.read.path?.join('/'), frame]))
  // The innermost first, for their text becomes part of that around them.
  const depth = ({ read }: Frame) => read.path?.length ?? 0
  for (const frame of frames.toSorted((a, b) => depth(b) - depth(a)))
    frame.text = await frameText(frame, whole, byPath)
  const apart = frames.filter((frame) => frame === top || !(frame.isPlaced || isBelowDialog(frame, top)))
  const texts = apart.map(({ text }) => text)
  // All of it looked like menus: then that is the page.
  if (!texts.some(Boolean))
    texts.push(...frames.map(({ read }) => (read.editor ? '' : plainText(bodyOf(read)))))
  const { withoutHiddenSigns } = await loadRedaction()
  return withoutHiddenSigns(texts.filter(Boolean).join('\n\n'))
}

/** Inside a component a frame is not found among those of its page. */
function isKnownPlace({ read }: Frame): boolean {
  return read.path !== null && !read.path.includes(-1)
}

/** An open dialog lies over the rest, so then only it and the frames in it are read. */
function isBelowDialog(frame: Frame, top: Frame): boolean {
  return top.read.dialog && isKnownPlace(frame)
}

interface Frame {
  read: PageRead
  body: HTMLElement
  measures: Measures
  text: string
  /** Its text is part of that of the frame around it, or stood there among what was left out. */
  isPlaced: boolean
}

function parsedFrame(read: PageRead, whole: Whole): Frame {
  const body = bodyOf(read)
  const isSmall = read.editor || read.area < smallestFrame
  const measures = measure(body, isSmall ? { letters: 0, stretches: new Map() } : whole)
  return { read, body, measures, text: '', isPlaced: false }
}

function bodyOf({ html }: PageRead): HTMLElement {
  return new DOMParser().parseFromString(html, 'text/html').body
}

function isToRead({ read, body }: Frame, top: Frame): boolean {
  if (read.editor || read.area < smallestFrame) return false
  const isAd = read.area <= largestAd && longParagraphs(body).length === 0
  return !(isAd && longParagraphs(top.body).length >= fewestParagraphs)
}

async function frameText(frame: Frame, whole: Whole, byPath: ReadonlyMap<string | undefined, Frame>) {
  const { read, body, measures } = frame
  if (read.editor) return ''
  const inner = framesIn(frame, byPath)
  // A list of facts, or fields to fill: somebody works with this page, and Readability would drop half of it.
  const isApp = read.form || read.dialog || body.querySelector('dl') !== null
  const article = isApp ? null : await articleText(body.ownerDocument, read.title)
  if (article !== null) return article
  if (!read.dialog) dropSurroundings(body, measures, whole)
  const parts = read.dialog ? [body] : partsOf(body)
  for (const [place, { text }] of inner) putInto(place, text)
  const text = parts.map(plainText).filter(Boolean).join('\n\n')
  for (const [place, held] of inner) {
    const isLeftOut = !body.contains(place) && held.text.length <= text.length
    held.isPlaced = isLeftOut || parts.some((part) => part.contains(place))
  }
  return text
}

/** @returns the places where a frame holds other frames, with what was read in these */
function framesIn({ read, body }: Frame, byPath: ReadonlyMap<string | undefined, Frame>): [Element, Frame][] {
  if (!read.path) return []
  const around = read.path
  return Array.from(body.querySelectorAll('[data-frame]')).flatMap((place): [Element, Frame][] => {
    const inner = byPath.get([...around, place.getAttribute('data-frame')].join('/'))
    return inner ? [[place, inner]] : []
  })
}

/** With an empty line before and after it. */
function putInto(place: Element, text: string): void {
  const lines = place.ownerDocument.createElement('pre')
  lines.textContent = text
  if (text)
    place.append(place.ownerDocument.createElement('p'), lines, place.ownerDocument.createElement('p'))
}

function longParagraphs(body: ParentNode): Element[] {
  return Array.from(body.querySelectorAll('p')).filter((p) => (p.textContent?.length ?? 0) > longParagraph)
}

/** Readability is for articles; it is loaded only when a page looks like one. */
async function articleText(parsed: Document, title: string): Promise<string | null> {
  if (longParagraphs(parsed).length < fewestParagraphs) return null
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

/** @returns what the page calls its matter, and what belongs to it though it stands outside: its title, and warnings */
function partsOf(body: Element): Element[] {
  const all = Array.from(body.querySelectorAll(`${mains}, h1, [role="alert"], [role="status"]`))
  const outermost = all.filter((element) => !element.parentElement?.closest(mains))
  const inMains = outermost.filter((element) => element.matches(mains))
  if (inMains.length === 0) return [body]
  const hasTitle = inMains.some((main) => main.querySelector('h1'))
  const parts = outermost.map((element) => (element.localName === 'h1' ? headAround(element) : element))
  return parts.filter((part, at) => {
    if (hasTitle && outermost[at]!.localName === 'h1') return false
    return !parts.some((other) => other !== part && other.contains(part)) && parts.indexOf(part) === at
  })
}

/** A title's box also holds who wrote it, and when. */
function headAround(title: Element): Element {
  const box = title.parentElement
  const isHead = box && box.localName !== 'body' && !box.querySelector(mains)
  return isHead && (box.textContent?.length ?? 0) <= longestHead ? box : title
}
