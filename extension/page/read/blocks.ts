// Which element a block of text came from, so that a line of a summary can point back to it. Numbers are only good for
// the reading that gave them; the page is marked by a highlight, never by an attribute or an element of ours (R20).

/** What the panel shows may be some readings old: a page that changes by itself is read again and again. */
const keptReadings = 3
const highlightName = 'pendamping'
const shownMs = 6000
/** That of the highlighter, on whatever colours the portal has. */
const highlightCss = `::highlight(${highlightName}) { background-color: #ffe58a; color: #1b2733; }`

const readings = new Map<number, WeakRef<Element>[]>()
let lastReading = 0

/** @returns the number of a new reading, and what numbers its blocks */
export function newReading(): { reading: number; number: (element: Element) => number } {
  const reading = (lastReading += 1)
  const blocks: WeakRef<Element>[] = []
  readings.set(reading, blocks)
  readings.delete(reading - keptReadings)
  return { reading, number: (element) => blocks.push(new WeakRef(element)) - 1 }
}

let hiding: ReturnType<typeof setTimeout> | undefined
let unmark = () => {}

/** Brings a block into view and marks it for some seconds. @returns whether it is still there */
export function showBlock(reading: number, block: number): boolean {
  const element = readings.get(reading)?.[block]?.deref()
  if (!element?.isConnected) return false
  const calm = matchMedia('(prefers-reduced-motion: reduce)').matches
  element.scrollIntoView({ block: 'center', behavior: calm ? 'instant' : 'smooth' })
  const range = document.createRange()
  range.selectNodeContents(element)
  clearTimeout(hiding)
  unmark()
  CSS.highlights.set(highlightName, new Highlight(range))
  const unstyle = styleInside(element.getRootNode())
  unmark = () => {
    CSS.highlights.delete(highlightName)
    unstyle()
  }
  hiding = setTimeout(() => unmark(), shownMs)
  return true
}

/** The panel's style for the mark ends at a shadow root, so one in there gets a sheet of its own for that time. */
function styleInside(root: Node): () => void {
  if (!(root instanceof ShadowRoot)) return () => {}
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(highlightCss)
  root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet]
  return () => {
    root.adoptedStyleSheets = root.adoptedStyleSheets.filter((other) => other !== sheet)
  }
}
