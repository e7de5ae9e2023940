// What a frame's elements hold, counted once for all of them: their letters, and how many of those are in links.

export interface Measure {
  /** Blanks are not counted. */
  letters: number
  linkLetters: number
  links: number
  /** Links that read as entries of a menu. */
  menuLinks: number
  /** One of its links ends the session, or skips to the text. */
  leaves: boolean
  /** Words beside the links: "Kepada: Budi, Sari". What only parts links of a menu is no comma. */
  says: boolean
  /** It holds a heading of the page, or all of what the page calls its matter. */
  matter: boolean
  /** Another frame stands in it. */
  framed: boolean
  /** Headers and footers within, other than those of menus. */
  edges: number
}

export type Measures = Map<Element, Measure>

/** All frames together: beside what else is shown a part is large or small. */
export interface Whole {
  letters: number
  /** How often each stretch of text stands there, of those long enough to know one another by. */
  stretches: Map<string, number>
}

const longestEntry = 30
/** What a menu does not offer: a file, an address, a case by its number. */
const noEntry = /@|\d{4}|\.(pdf|docx?|xlsx?|pptx?|jpe?g|png|zip|rar|mp4)\b/i
const leaving =
  /^(?:(?:keluar|log ?out|sign ?out)(?: \p{L}+)?|(?:lewati|langsung|lompat) ke .+|lewati menu|skip to .+)$/iu
const stretchLengths = { least: 6, most: 120 }

export function measure(root: Element, whole: Whole): Measures {
  const measures: Measures = new Map()
  whole.letters += measureIn(root, measures, whole).letters
  return measures
}

function measureIn(element: Element, measures: Measures, whole: Whole): Measure {
  const name = element.localName
  const own: Measure = {
    letters: 0,
    linkLetters: 0,
    links: 0,
    menuLinks: 0,
    leaves: false,
    says: false,
    matter: name === 'h1' || name === 'main',
    framed: element.hasAttribute('data-frame'),
    edges: 0,
  }
  for (let child = element.firstChild; child; child = child.nextSibling) {
    if (child.nodeType === Node.TEXT_NODE) measureText(child.nodeValue ?? '', own, whole)
    else if (child instanceof Element) addTo(own, measureIn(child, measures, whole))
  }
  if (name === 'a') Object.assign(own, linkOf(element, own))
  if (name === 'nav' || name === 'aside') own.edges = 0
  if (name === 'header' || name === 'footer') own.edges += 1
  measures.set(element, own)
  return own
}

function measureText(text: string, own: Measure, { stretches }: Whole): void {
  if (!/\S/.test(text)) return
  const stretch = stretchOf(text)
  if (stretch) stretches.set(stretch, (stretches.get(stretch) ?? 0) + 1)
  own.letters += text.replace(/\s+/g, '').length
  own.says ||= /[,;:]/.test(text)
}

/** @returns '' for what is too short to know it by, and for what is too long to be a title or a name */
export function stretchOf(text: string): string {
  const stretch = text.trim().replace(/\s+/g, ' ')
  const { least, most } = stretchLengths
  return stretch.length >= least && stretch.length <= most && /\p{L}{3}/u.test(stretch) ? stretch : ''
}

function addTo(sum: Measure, part: Measure): void {
  sum.letters += part.letters
  sum.linkLetters += part.linkLetters
  sum.links += part.links
  sum.menuLinks += part.menuLinks
  sum.edges += part.edges
  sum.leaves ||= part.leaves
  sum.says ||= part.says
  sum.matter ||= part.matter
  sum.framed ||= part.framed
}

function linkOf(link: Element, { letters }: Measure): Partial<Measure> {
  if (letters === 0) return {}
  const text = letters <= 2 * longestEntry ? (link.textContent ?? '').trim().replace(/\s+/g, ' ') : ''
  // A card with a title and some lines is no entry either.
  const isEntry = text.length <= longestEntry && text !== '' && !noEntry.test(text) && !hasBlocks(link)
  return {
    linkLetters: letters,
    links: 1,
    menuLinks: isEntry ? 1 : 0,
    leaves: leaving.test(text),
    says: false,
  }
}

function hasBlocks(link: Element): boolean {
  return link.querySelectorAll('div, p, h1, h2, h3, h4, h5, h6, li').length > 1
}
