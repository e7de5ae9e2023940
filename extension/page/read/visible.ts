// Whether a person can see a text. Hidden text is a known way to slip instructions to a model, and the officer has not
// seen it: whatever this file lets through is what the officer answers for. Elements may be those of an outer frame, so
// nothing here asks for a class of this frame's own.
import { isClippedAway, thin } from './clip.ts'
import { canBeTold, isClear, layered } from './colour.ts'

/** What surrounds an element, as far as it says whether the element can be seen. */
export interface Around {
  /** How far scrolling can bring things in from the left and the top, from the window down to here. */
  reachX: number
  reachY: number
  /** What it stands on; '' where a picture or what lies beneath may give any colour. */
  ground: string
  /** What is left after all fading around it. */
  opacity: number
  /** Where boxes that do not scroll cut it off, and where they cut off what is placed out of the flow. */
  cut: Cut
  cutPlaced: Cut
}

interface Cut {
  left: number
  right: number
  top: number
  bottom: number
}

const uncut: Cut = { left: -Infinity, right: Infinity, top: -Infinity, bottom: Infinity }
const flowing = /^(inline|table-(row|cell|row-group))$/
/** Below this (px) nobody reads. */
const smallestFont = 3
/** Less is left of the ink than anyone can see, or of the size: 16 px letters at 2 px. */
const leastOpacity = 0.1
const leastScale = 0.15
const largestShrunk = 200
/** A box lower than this (px) is no pane that a script scrolls. */
const lowBox = 40

export function atTop(page: Document): Around {
  const view = page.defaultView
  return {
    reachX: Math.abs(view?.scrollX ?? 0),
    reachY: Math.abs(view?.scrollY ?? 0),
    ground: pageGround(page),
    opacity: 1,
    cut: uncut,
    cutPlaced: uncut,
  }
}

/** @returns what surrounds the element's children, or null when nothing in it can be seen, whatever they are. */
export function enter(element: Element, style: CSSStyleDeclaration, around: Around): Around | null {
  if (element.getAttribute('aria-hidden') === 'true') return null
  const { display, position } = style
  // A slot and its kin have no box of their own; their children are looked at one by one.
  if (display === 'contents') return around
  if (!element.checkVisibility()) return null
  const opacity = opacityInside(style, around.opacity)
  if (opacity < leastOpacity) return null
  const ground = groundInside(style, around.ground)
  // These can't be moved or shrunk apart from the box they stand in, and measuring is the dearest step here.
  const standsInLine = position === 'static' && flowing.test(display) && element.localName !== 'iframe'
  if (standsInLine && style.clipPath === 'none') {
    return ground === around.ground && opacity === around.opacity ? around : { ...around, ground, opacity }
  }
  if (isWindow(element)) return { ...around, ground, opacity }
  const box = element.getBoundingClientRect()
  const cut = position === 'fixed' ? uncut : position === 'absolute' ? around.cutPlaced : around.cut
  if (isAway(box, around) || isShrunk(element, style, box) || isCutOff(box, cut, position)) return null
  if (isClippedAway(style, box.width, box.height) || isMasked(style)) return null
  if (position !== 'static' && position !== 'relative' && isCovered(element, style, box)) return null
  return surroundings(element, style, { ...around, ground, opacity, cut }, box)
}

/** @returns what surrounds the element's children after a look at all around it, or null when it can't be seen. */
export function aroundOf(element: Element, known = new Map<Element, Around | null>()): Around | null {
  const found = known.get(element)
  if (found !== undefined) return found
  const root = element.getRootNode()
  const host = 'host' in root ? (root as ShadowRoot).host : null
  const outer = element.assignedSlot ?? element.parentElement ?? host
  const around = outer ? aroundOf(outer, known) : atTop(element.ownerDocument)
  const inside = around && enter(element, getComputedStyle(element), around)
  known.set(element, inside)
  return inside
}

/**
 * @returns whether this frame can be seen in the frames around it. One of another origin can't be asked; there only the
 * size counts, which is nothing where the frame is not displayed.
 */
export function frameIsShown(): boolean {
  for (let inner: Window = window; inner !== inner.parent; inner = inner.parent) {
    if (inner.innerWidth <= thin || inner.innerHeight <= thin) return false
    const frame = inner.frameElement
    if (!frame) return true
    const style = getComputedStyle(frame)
    if (style.visibility !== 'visible' || !aroundOf(frame)) return false
  }
  return true
}

/** @returns whether the element's own letters can be told from the ground they stand on. */
export function showsText(element: Element, style: CSSStyleDeclaration, ground: string): boolean {
  // Of both checkVisibility() knows only the elements inside; of a closed details only the summary is shown.
  if (element.localName === 'details' && !element.hasAttribute('open')) return false
  if (style.contentVisibility === 'hidden') return false
  if (style.visibility !== 'visible' || parseFloat(style.fontSize) < smallestFont) return false
  if (Math.abs(parseFloat(style.textIndent)) > 999) return false
  const ink = style.webkitTextFillColor
  // A gradient cut out by the letters shows through clear ink.
  if (isClear(ink)) return style.backgroundClip === 'text' || liesOnPage(element)
  return canBeTold(ink, ground)
}

/** The window shows what these two hold, however large they are themselves. */
function isWindow({ localName }: Element): boolean {
  return localName === 'body' || localName === 'html'
}

/** Viewers draw a PDF's page and lay its text over it, clear, to be selected (pdf.js). */
function liesOnPage(element: Element): boolean {
  const canvas = element.closest('.textLayer')?.parentElement?.querySelector('canvas')
  return !!canvas && canvas.checkVisibility() && canvas.clientHeight > lowBox
}

function isMasked({ maskImage }: CSSStyleDeclaration): boolean {
  return maskImage.includes('gradient') && !/rgb/.test(maskImage.replaceAll(/rgba\([^()]*, 0\)/g, ''))
}

/** So many neighbours behind it in the document are asked whether they lie over it. */
const mostCovers = 8

/** An opaque neighbour lies over all of it. */
function isCovered(element: Element, style: CSSStyleDeclaration, box: DOMRect): boolean {
  const level = Number(style.zIndex) || 0
  let beside = element.nextElementSibling
  for (let step = 0; beside && step < mostCovers; step++, beside = beside.nextElementSibling) {
    const { position, zIndex, backgroundColor, opacity } = getComputedStyle(beside)
    if (position === 'static' || (Number(zIndex) || 0) < level || opacity !== '1') continue
    if (!backgroundColor.startsWith('rgb(')) continue
    const { left, top, right, bottom } = beside.getBoundingClientRect()
    if (left <= box.left && top <= box.top && right >= box.right && bottom >= box.bottom) return true
  }
  return false
}

/** Where no scrolling brings it in. A box without height at the very top may hold what is placed elsewhere. */
function isAway({ width, height, right, bottom }: DOMRect, { reachX, reachY }: Around): boolean {
  if (width + height === 0) return false
  return right + reachX < (width && Number.MIN_VALUE) || bottom + reachY < (height && Number.MIN_VALUE)
}

function isShrunk(element: Element, style: CSSStyleDeclaration, { width, height }: DOMRect): boolean {
  const isThin = width <= thin || height <= thin
  if (isThin && (style.overflowX !== 'visible' || style.overflowY !== 'visible')) return true
  const turnedAway = isThin && style.transform.startsWith('matrix3d')
  if (turnedAway) return true
  // What is large after shrinking was no text of a sensible size before; asking for the size before costs.
  if (width + height > largestShrunk) return false
  const { offsetWidth, offsetHeight } = element as HTMLElement
  if (!offsetWidth || !offsetHeight) return false
  if ((width <= 1 || height <= 1) && offsetWidth > 1 && offsetHeight > 1) return true
  return width + height < leastScale * (offsetWidth + offsetHeight)
}

/**
 * Beyond the edge of a box that does not scroll. What just flows on below it is left in: consoles scroll such panes by
 * script.
 */
function isCutOff(box: DOMRect, cut: Cut, position: string): boolean {
  if (cut === uncut || box.width + box.height === 0) return false
  if (box.left >= cut.right || box.right <= cut.left) return true
  const isPane = position === 'static' && cut.bottom - cut.top >= lowBox
  return !isPane && (box.top >= cut.bottom || box.bottom <= cut.top)
}

function surroundings(element: Element, style: CSSStyleDeclaration, around: Around, box: DOMRect): Around {
  const { overflowX, overflowY } = style
  const inside = { ...around }
  if (overflowX !== 'visible' || overflowY !== 'visible') {
    inside.cut = cutInside(around.cut, overflowX, overflowY, box)
    if (scrolls(overflowX) || scrolls(overflowY)) {
      // All that it can scroll, not where it stands: chats are laid out from the bottom up.
      inside.reachX += element.scrollWidth - element.clientWidth
      inside.reachY += element.scrollHeight - element.clientHeight
    }
  }
  if (inside.cut !== inside.cutPlaced && (style.position !== 'static' || style.transform !== 'none'))
    inside.cutPlaced = inside.cut
  return inside
}

function cutInside(outer: Cut, overflowX: string, overflowY: string, box: DOMRect): Cut {
  let { left, right, top, bottom } = outer
  if (scrolls(overflowX)) [left, right] = [-Infinity, Infinity]
  else if (overflowX !== 'visible') [left, right] = [Math.max(left, box.left), Math.min(right, box.right)]
  if (scrolls(overflowY)) [top, bottom] = [-Infinity, Infinity]
  else if (overflowY !== 'visible') [top, bottom] = [Math.max(top, box.top), Math.min(bottom, box.bottom)]
  return { left, right, top, bottom }
}

function scrolls(overflow: string): boolean {
  return overflow === 'auto' || overflow === 'scroll'
}

function opacityInside({ opacity, filter }: CSSStyleDeclaration, outside: number): number {
  if (opacity === '1' && filter === 'none') return outside
  const given = /opacity\(([\d.]+)\)/.exec(filter)
  return outside * Number(opacity) * (given ? Number(given[1]) : 1)
}

function groundInside(style: CSSStyleDeclaration, outside: string): string {
  if (style.backgroundImage !== 'none') return ''
  const colour = style.backgroundColor
  if (!isClear(colour)) return layered(colour, outside)
  // Text laid over a picture beside it is white on a white page, and seen: placed there, or in the same cell of a grid.
  return style.position === 'static' && style.gridRowStart === 'auto' ? outside : ''
}

/** The sheet below everything: white, unless the page asked for a dark one. */
function pageGround(page: Document): string {
  const root = getComputedStyle(page.documentElement)
  const sheet = root.colorScheme.includes('dark') ? '' : 'rgb(255, 255, 255)'
  return hasBackdrop(page) ? '' : groundInside(root, sheet)
}

/** A layer behind everything else, of any colour: so many elements are looked at for one. */
const mostLayers = 60

function hasBackdrop(page: Document): boolean {
  const layers = Array.from(page.querySelectorAll('body > *, body > * > *')).slice(0, mostLayers)
  return layers.some((element) => {
    const { position, zIndex } = getComputedStyle(element)
    if (!/^(fixed|absolute)$/.test(position) || !(Number(zIndex) < 0)) return false
    const { width, height } = element.getBoundingClientRect()
    return width * height * 2 > innerWidth * innerHeight
  })
}
