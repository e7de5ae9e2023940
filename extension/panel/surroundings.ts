// What surrounds the matter of a page that is no article: menus, bars, widgets, the list beside the open item. Told by
// the landmarks of the page if it has them; else by what its classes are named, and by how much of a part is links.
import { dropLists } from './lists-beside.ts'
import type { Measure, Measures, Whole } from './measures.ts'

const landmarks = 'nav, [role="navigation"], [role="banner"], [role="contentinfo"], [role="search"]'
const insidePart = 'article, main, section, [role="main"], [role="article"]'
const menuName =
  /(^|[\s_-])((top|main|side|sub|app|task|bottom)?-?(nav|navbar|navigation|menu|menubar|sidebar|sidenav)|breadcrumbs?|crumbs|pagination|paginate|pager|pagenav|toolbar|toc|share|sharing|tablist)(?=$|[\s_-])/i
const barName =
  /cookie|consent|gdpr|adsbygoogle|(^|[\s_-])((live|chat)-?(widget|chat|bot|launcher|popup)|advert\w*|iklan|sponsor(ed)?|ads?)($|\s|[-_](slot|banner|box|unit|container)\b)/i
/** What these are of is part of a table, or of a sentence. */
const noMenu = /^(a|p|h[1-6]|li|dt|dd|dl|th|tr|tbody|thead|caption|blockquote|pre|body)$/
const readAlso = /^\s*(baca|lihat|simak) juga\b|^\s*(read|see) also\b/i
const parts = 'h1, h2, h3, h4, h5, h6'

/** Letters: less than this is no page; a bar, and what tells who is logged in, is no longer. */
const fewestLeft = 40
const longestBar = 800
const longestAccount = 200
/** Of the letters of a part, those in links. */
const someLinks = 0.4
const mostlyLinks = 0.65
const onlyLinks = 0.9

export function dropSurroundings(root: Element, measures: Measures, whole: Whole): void {
  for (const element of root.querySelectorAll(landmarks)) element.remove()
  dropAsides(root, measures)
  dropEdges(root, measures)
  if (isMenu(root, measures, whole)) root.replaceChildren()
  dropMenus(root, measures, whole)
  dropLists(root, measures, whole)
}

/** Within the matter they hold facts: who does it, until when. */
function dropAsides(root: Element, measures: Measures): void {
  for (const aside of root.querySelectorAll('aside')) {
    const { letters, linkLetters } = measures.get(aside)!
    if (!isInMatter(aside) || linkLetters > letters * mostlyLinks) aside.remove()
  }
}

/** A letter's head and its signature are header and footer too; they surround only where they are the page's own. */
function dropEdges(root: Element, measures: Measures): void {
  const edges = Array.from(root.querySelectorAll('header, footer'))
  for (const edge of edges.filter((element) => isOfPage(element, measures))) edge.remove()
}

/** Nothing but wrappers of the whole page around it: beside a part of the page there are other headers and footers. */
function isOfPage(edge: Element, measures: Measures): boolean {
  if (edge.parentElement?.closest(insidePart)) return false
  let part = edge.parentElement
  for (; part?.parentElement && part.localName !== 'body'; part = part.parentElement) {
    const own = measures.get(part)?.edges ?? 0
    const all = measures.get(part.parentElement)?.edges ?? 0
    const isItself = /^(header|footer)$/.test(part.parentElement.localName) ? 1 : 0
    if (all - isItself > own) return false
  }
  return true
}

function dropMenus(parent: Element, measures: Measures, whole: Whole): void {
  let next: Element | null
  for (let child = parent.firstElementChild; child; child = next) {
    next = child.nextElementSibling
    if (isMenu(child, measures, whole)) dropWithHeading(child)
    else if (child.firstElementChild) dropMenus(child, measures, whole)
  }
}

function isMenu(element: Element, measures: Measures, whole: Whole): boolean {
  const own = measures.get(element)
  if (!own || own.letters === 0 || own.matter) return false
  const left = whole.letters - own.letters
  if (left < fewestLeft) return false
  const { isBar, isMenu } = kindOf(element)
  const isSmall = left >= own.letters
  if (isSmall && own.letters <= longestBar && isBar) return true
  if (own.links === 0 || own.framed) return false
  const share = own.linkLetters / own.letters
  if (isMenu && share >= (isInMatter(element) ? mostlyLinks : someLinks)) {
    // The menu of a large portal is longer than many a ticket.
    if (isSmall || (share >= mostlyLinks && own.menuLinks >= 3)) return !noMenu.test(element.localName)
  }
  return isSmall && !noMenu.test(element.localName) && isOfLinks(element, own, share)
}

function isOfLinks(element: Element, own: Measure, share: number): boolean {
  const { letters, links, menuLinks, leaves, says } = own
  if (leaves && letters <= longestAccount && share >= someLinks) return true
  if (element.localName === 'span') return false
  if (letters <= longestAccount && readAlso.test(element.textContent ?? '')) return true
  if (says || element.querySelector(parts)) return false
  if (isTrail(element, own)) return true
  const isMany = (share >= mostlyLinks && menuLinks >= 3) || (share >= onlyLinks && menuLinks >= 2)
  if (!isMany || menuLinks < links * 0.8 || isInTable(element)) return false
  return ![element, element.lastElementChild].some((part) => part && isValue(part))
}

/** Where one is in the portal: every step above this page is a link, the last is none. */
function isTrail(element: Element, { letters, links, menuLinks }: Measure): boolean {
  const { lastElementChild: last, childElementCount } = element
  if (!/^[uo]l$/.test(element.localName) || !last || letters > longestAccount) return false
  const steps = Array.from(element.children).slice(0, -1)
  const isByTitle = [element.previousElementSibling, element.nextElementSibling].some(
    (beside) => beside?.localName === 'h1',
  )
  if (
    (links < 2 && !isByTitle) ||
    menuLinks !== links ||
    links !== childElementCount - 1 ||
    last.querySelector('a')
  )
    return false
  return steps.every((step) => step.querySelector('a') !== null)
}

function isInMatter({ parentElement }: Element): boolean {
  return Boolean(parentElement?.closest('main, [role="main"], article'))
}

/** What its names say; a page has few of them on many elements. */
function kindOf(element: Element): Kind {
  const name = [element.className, element.id, element.getAttribute('role') ?? ''].join(' ')
  let kind = kinds.get(name)
  if (!kind) {
    if (kinds.size > mostKinds) kinds.clear()
    kinds.set(name, (kind = { isBar: barName.test(name), isMenu: menuName.test(name) }))
  }
  return kind
}

interface Kind {
  isBar: boolean
  isMenu: boolean
}
const mostKinds = 5_000
const kinds = new Map<string, Kind>()

/** Links in a cell are data, unless the table lays out the page; a list of cases has rows of several cells. */
function isInTable(element: Element): boolean {
  if (element instanceof HTMLTableElement)
    return element.rows.length > 1 && Array.from(element.rows).some(({ cells }) => cells.length > 1)
  const cell = element.closest('td')
  return cell !== null && isDataCell(cell)
}

function isDataCell({ parentElement: row }: Element): boolean {
  if (!row) return false
  let isData = dataRows.get(row)
  if (isData === undefined) dataRows.set(row, (isData = row.querySelector(`table, ${parts}`) === null))
  return isData
}
const dataRows = new WeakMap<Element, boolean>()

/**
 * The second of two boxes, the first of which is its label, in a row among like rows: who is to see to it, what a case is
 * marked with.
 */
function isValue({ previousElementSibling: label, parentElement: row, localName }: Element): boolean {
  if (!label || row?.childElementCount !== 2 || /^[uo]l$/.test(localName)) return false
  const { previousElementSibling: above, nextElementSibling: below } = row
  const isAmongLike = [above, below].some((beside) => beside && beside.className === row.className)
  return isAmongLike && /^(div|span|dt)$/.test(label.localName) && !label.querySelector('a')
}

/** A heading over nothing says nothing. */
function dropWithHeading(element: Element): void {
  const { previousElementSibling: heading, nextElementSibling: next } = element
  const isLast = !next || next.matches(parts)
  if (isLast && heading?.matches('h2, h3, h4, h5, h6')) heading.remove()
  element.remove()
}
