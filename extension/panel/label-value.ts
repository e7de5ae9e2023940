// Facts that a page sets as two boxes beside one another: a label, and its value.

export interface Facts {
  /** Rows that hold a label and a value. One alone is more likely a title with its text. */
  rows: ReadonlySet<Element>
  /** Labels that take turns with their values, all in one box. */
  labels: ReadonlySet<Element>
}

const rowNames = /^(div|section|li)$/
const wrapperNames = /^(div|section|li|span)$/
const labelNames = /^(div|span)$/
const valueNames = /^(div|p|section|blockquote)$/
const boxes = 'div, p, ul, ol, table, section, h1, h2, h3, h4, h5, h6, br, a'
/** A title over these heads a part of the page. */
const parts = 'table, dl, ul, ol, h1, h2, h3, h4, h5, h6'
const longestLabel = 40
/** Cards have the value first, and below it what it is. */
const labelBelow = /subtitle|label|caption|secondary/i
/** Components wrap their row in so many boxes at most. */
const mostWrappers = 3

const nothing: Facts = { rows: new Set(), labels: new Set() }
const known = new WeakMap<Element, Facts>()

/** @returns which children of an element are facts, or labels of such */
export function factsIn(parent: Node): Facts {
  if (!(parent instanceof Element) || parent.childElementCount < 2) return nothing
  let facts = known.get(parent)
  if (!facts) known.set(parent, (facts = { rows: pairRows(parent), labels: labelsInTurn(parent) }))
  return facts
}

/** @returns a row's label and its value */
export function pairOf(row: Element): [Element, Element] | null {
  let inner = row
  for (let wrappers = 0; wrappers < mostWrappers && inner.childElementCount === 1; wrappers += 1) {
    if (!wrapperNames.test(inner.localName) || hasOwnText(inner)) return null
    inner = inner.firstElementChild!
  }
  if (inner.childElementCount !== 2 || !rowNames.test(inner.localName)) return null
  const [label, value] = [inner.firstElementChild!, inner.lastElementChild!]
  if (!valueNames.test(value.localName) || labelBelow.test(value.className)) return null
  if (!isLabel(label) || hasOwnText(inner) || holdsParts(value)) return null
  return [label, value]
}

/** @returns the label as it stands before its value */
export function labelled(label: string): string {
  return /[:?：？]$/.test(label) ? `${label} ` : `${label}: `
}

function pairRows(parent: Element): ReadonlySet<Element> {
  let found: Set<Element> | null = null
  let before: Element | null = null
  for (let child = parent.firstElementChild; child; child = child.nextElementSibling) {
    if (isEmpty(child)) continue
    const isPair = pairOf(child) !== null
    if (isPair && before) (found ??= new Set()).add(before).add(child)
    before = isPair ? child : null
  }
  return found ?? nothing.rows
}

/** As a grid of fields that can't be changed. */
function labelsInTurn(parent: Element): ReadonlySet<Element> {
  if (parent.childElementCount < 4 || parent.childElementCount % 2 !== 0) return nothing.labels
  const found = new Set<Element>()
  for (let child = parent.firstElementChild; child; child = child.nextElementSibling) {
    const value: Element = child.nextElementSibling!
    if (value.localName !== 'p' || !isLabel(child)) return nothing.labels
    found.add(child)
    child = value
  }
  return hasOwnText(parent) ? nothing.labels : found
}

function isLabel(element: Element): boolean {
  if (!labelNames.test(element.localName) || element.querySelector(boxes)) return false
  const text = element.textContent?.trim() ?? ''
  return text.length <= longestLabel && /^\p{L}/u.test(text) && !/[.!?;,]$/.test(text)
}

function holdsParts(value: Element): boolean {
  if (value.querySelector(parts)) return true
  const { rows, labels } = factsIn(value)
  return rows.size + labels.size > 0
}

function hasOwnText({ firstChild }: Element): boolean {
  for (let child: Node | null = firstChild; child; child = child.nextSibling) {
    if (child.nodeType === Node.TEXT_NODE && /\S/.test(child.nodeValue ?? '')) return true
  }
  return false
}

/** What was left of a field to fill. */
function isEmpty(element: Element): boolean {
  return element.childElementCount === 0 && !element.textContent?.trim()
}
