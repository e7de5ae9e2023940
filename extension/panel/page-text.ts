// Makes plain text of what the frames showed. Works on parsed copies, so a hostile page can do nothing here.
import type { PageRead } from '../messages.ts'
import { measure, type Measures, type Whole } from './measures.ts'
import { plainSections, plainText } from './plain-text.ts'
import { loadRedaction } from './redaction.ts'
import { kindOf, tableSeen, type About, type TableSeen } from './source-kind.ts'
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
/** Smaller (px²) is an advertisement or a counter, and not missed when it can't be read. */
const smallestMissed = 100_000
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

export interface PageText {
  /** In parts, each of which begins with its heading if it has one. */
  sections: string[]
  about: About
  /** Sites of large frames that could not be read; '' where a frame has none. */
  unread: string[]
}

/**
 * @returns the text of the dialog if one is open, else the main text of the top frame; that of the other frames where
 *   they stand in it, or at its end where that is unknown
 */
export async function pageText(reads: PageRead[]): Promise<PageText> {
  const whole: Whole = { letters: 0, stretches: new Map() }
  const all = reads.map((read) => parsedFrame(read, whole))
  const [top] = all
  if (!top) return { sections: [], about: { kind: 'page' }, unread: [] }
  const frames = all.filter((frame) => frame === top || isToRead(frame, top))
  const answered = new Set(all.filter(isKnownPlace).map(({ read }) => read.path?.join('/')))
  const byPath = new Map(frames.filter(isKnownPlace).map((frame) => [frame.read.path?.join('/'), frame]))
  // The innermost first, for their text becomes part of that around them.
  const depth = ({ read }: Frame) => read.path?.length ?? 0
  for (const frame of frames.toSorted((a, b) => depth(b) - depth(a)))
    await readFrame(frame, whole, byPath, answered)
  const apart = frames.filter((frame) => frame === top || !(frame.isPlaced || isBelowDialog(frame, top)))
  const texts = apart.flatMap(({ sections }) => sections)
  // All of it looked like menus: then that is the page.
  if (texts.length === 0)
    texts.push(...frames.flatMap(({ read }) => (read.editor ? [] : plainSections(bodyOf(read)))))
  const { withoutHiddenSigns } = await loadRedaction()
  const sections = texts.map(withoutHiddenSigns).filter(Boolean)
  const isArticle = frames.some((frame) => frame.isArticle)
  const table = frames.find((frame) => frame.table)?.table ?? null
  return {
    sections,
    about: kindOf(sections.join('\n\n'), { isArticle, table }),
    unread: isArticle ? [] : [...new Set(frames.flatMap(({ unread }) => unread))],
  }
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
  sections: string[]
  isArticle: boolean
  table: TableSeen | null
  unread: string[]
  /** Its text is part of that of the frame around it, or stood there among what was left out. */
  isPlaced: boolean
}

function parsedFrame(read: PageRead, whole: Whole): Frame {
  const body = bodyOf(read)
  const isSmall = read.editor || read.area < smallestFrame
  const measures = measure(body, isSmall ? { letters: 0, stretches: new Map() } : whole)
  return { read, body, measures, sections: [], isArticle: false, table: null, unread: [], isPlaced: false }
}

function bodyOf({ html }: PageRead): HTMLElement {
  return new DOMParser().parseFromString(html, 'text/html').body
}

function isToRead({ read, body }: Frame, top: Frame): boolean {
  if (read.editor || read.area < smallestFrame) return false
  const isAd = read.area <= largestAd && longParagraphs(body).length === 0
  return !(isAd && longParagraphs(top.body).length >= fewestParagraphs)
}

async function readFrame(
  frame: Frame,
  whole: Whole,
  byPath: ReadonlyMap<string | undefined, Frame>,
  answered: ReadonlySet<string | undefined>,
) {
  const { read, body, measures } = frame
  if (read.editor) return
  const inner = framesIn(frame, byPath)
  // A list of facts, or fields to fill: somebody works with this page, and Readability would drop half of it.
  const isApp = read.form || read.dialog || body.querySelector('dl') !== null
  const article = isApp ? null : await articleText(body.ownerDocument, read.title)
  if (article !== null) {
    frame.sections = article
    frame.isArticle = true
    return
  }
  const all = read.dialog ? '' : (body.textContent ?? '')
  if (!read.dialog) dropSurroundings(body, measures, whole)
  const parts = read.dialog ? [body] : partsOf(body)
  frame.table = tableSeen(body, all)
  frame.unread = missedIn(frame, parts, answered)
  for (const [place, held] of inner) putInto(place, textOf(held))
  frame.sections = parts.flatMap(plainSections)
  for (const [place, held] of inner) {
    const isLeftOut = !body.contains(place) && textOf(held).length <= textOf(frame).length
    held.isPlaced = isLeftOut || parts.some((part) => part.contains(place))
  }
}

const textOf = ({ sections }: Frame) => sections.join('\n\n')

/** Frames that stand in the matter, large enough to hold some of it, and answered nothing: not editors, which hold drafts. */
function missedIn(
  { read: { path } }: Frame,
  parts: readonly Element[],
  answered: ReadonlySet<string | undefined>,
): string[] {
  if (!path) return []
  return parts
    .flatMap((part) => Array.from(part.querySelectorAll('[data-frame]')))
    .filter((place) => !answered.has([...path, place.getAttribute('data-frame')].join('/')))
    .filter((place) => Number(place.getAttribute('data-area')) >= smallestMissed)
    .map((place) => place.getAttribute('data-site') ?? '')
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
async function articleText(parsed: Document, title: string): Promise<string[] | null> {
  if (longParagraphs(parsed).length < fewestParagraphs) return null
  const { Readability, isProbablyReaderable } = await import('@mozilla/readability')
  if (!isProbablyReaderable(parsed)) return null
  const copy = parsed.cloneNode(true) as Document
  copy.title = title
  const article = new Readability(copy, { charThreshold: 400 }).parse()
  if (!article?.content) return null
  const sections = plainSections(new DOMParser().parseFromString(article.content, 'text/html').body)
  const heading = headingIn(parsed, title)
  return heading && !sections[0]?.startsWith(heading) ? [heading, ...sections] : sections
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
