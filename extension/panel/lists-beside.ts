// The list beside the open item: conversations, mails, folders. Its rows are short and alike, one of them is chosen, and
// what that row is titled stands again over the open item. A list that is the page itself stays.
import { stretchOf, type Measures, type Whole } from './measures.ts'

const chosenName = /(^|[\s_-])(selected|active|current|aktif|terpilih|dipilih)($|[\s_-])/i
/** Steps of a case have an active one too; it is not chosen by a click. */
const clickable = 'a, tr, [role="option"], [role="row"], [role="treeitem"], [role="listitem"]'
const pickers = /^(listbox|tree|treegrid)$/
const rowsIn = '[role="row"], tr'
/** Letters. */
const longestRow = 300
const mostBesides = 80
/** The open item may be shorter than a long list, but not that much. */
const leastShare = 0.2

export function dropLists(root: Element, measures: Measures, whole: Whole): void {
  let next: Element | null
  for (let child = root.firstElementChild; child; child = next) {
    next = child.nextElementSibling
    if (!child.firstElementChild) continue
    if (isListBeside(child, measures, whole)) columnOf(child, measures).remove()
    else dropLists(child, measures, whole)
    // It went with a list inside.
    if (!root.isConnected) return
  }
}

function isListBeside(list: Element, measures: Measures, whole: Whole): boolean {
  const own = measures.get(list)
  if (!own || own.letters === 0 || own.matter || own.framed) return false
  const besides = whole.letters - own.letters
  const role = list.getAttribute('role') ?? ''
  if (pickers.test(role)) return besides >= own.letters * leastShare
  if (list.localName !== 'table' && role === 'grid') {
    return besides >= own.letters && !list.closest('main, [role="main"]') && isOneOpen(list, whole)
  }
  const chosen = chosenRow(list, measures)
  return chosen !== null && besides >= own.letters * leastShare && standsAgain(chosen, list, whole)
}

/** @returns the one row among like ones that is marked as chosen */
function chosenRow(list: Element, measures: Measures): Element | null {
  let chosen: Element | null = null
  for (let row = list.firstElementChild; row; row = row.nextElementSibling) {
    if (row.localName !== list.firstElementChild?.localName) return null
    if (!chosenName.test(row.className)) continue
    if (chosen) return null
    chosen = row
  }
  if (!chosen || list.childElementCount < 2) return null
  if (!chosen.matches(clickable) && !chosen.querySelector('a')) return null
  return Array.from(list.children).every((row) => (measures.get(row)?.letters ?? 0) <= longestRow)
    ? chosen
    : null
}

function standsAgain(row: Element, list: Element, { stretches }: Whole): boolean {
  const inList = stretchesIn(list)
  return [...stretchesIn(row).keys()].some((stretch) => (stretches.get(stretch) ?? 0) > inList.get(stretch)!)
}

/** @returns whether the titles of some rows stand again elsewhere, and those of the others do not */
function isOneOpen(list: Element, { stretches }: Whole): boolean {
  const inList = stretchesIn(list)
  const titles = Array.from(list.querySelectorAll(rowsIn), (row) => stretchesIn(row).keys().next().value)
  const again = titles.filter((title) => title && (stretches.get(title) ?? 0) > inList.get(title)!)
  return titles.length > 1 && again.length === 1
}

function stretchesIn(element: Element): Map<string, number> {
  const found = new Map<string, number>()
  const walker = element.ownerDocument.createTreeWalker(element, NodeFilter.SHOW_TEXT)
  while (walker.nextNode()) {
    const stretch = stretchOf(walker.currentNode.nodeValue ?? '')
    if (stretch) found.set(stretch, (found.get(stretch) ?? 0) + 1)
  }
  return found
}

/** What stands over and under the list alone goes with it: the folder's name, how many there are. */
function columnOf(list: Element, measures: Measures): Element {
  const lettersOf = (element: Element) => measures.get(element)?.letters ?? 0
  let column = list
  for (;;) {
    const { parentElement } = column
    if (!parentElement || parentElement.matches('body, main, [role="main"]')) return column
    const around = measures.get(parentElement)
    if (around?.matter || around?.framed || lettersOf(parentElement) > lettersOf(list) + mostBesides)
      return column
    column = parentElement
  }
}
