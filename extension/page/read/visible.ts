// Whether a person can see a text. Hidden text is a known way to slip instructions to a model, and the officer has not
// seen it: whatever this file lets through is what the officer answers for.

/** How far scrolling can bring things in from the left and the top, from the window down to where the walk stands. */
export interface Reach {
  x: number
  y: number
}

export const windowReach = (): Reach => ({ x: Math.abs(scrollX), y: Math.abs(scrollY) })

/** Clipped to nothing, as style sheets do for screen readers. */
const clippedAway = /^rect\((?:[01]px,? ?){4}\)$|^inset\((?:[5-9]\d|\d{3})(?:\.\d+)?%|^circle\(0/
const flowing = /^(inline|table-(row|cell|row-group))$/
/** Below this (px) nobody reads. */
const smallestFont = 3

/** @returns whether nothing in the element can be seen, whatever its children are. */
export function isHidden(element: Element, style: CSSStyleDeclaration, reach: Reach): boolean {
  if (element.getAttribute('aria-hidden') === 'true') return true
  // A slot and its kin have no box of their own; their children are looked at one by one.
  if (style.display === 'contents') return false
  if (!element.checkVisibility() || Number(style.opacity) < 0.1) return true
  // These can't be moved or shrunk apart from the box they stand in, and measuring is the dearest step here.
  if (style.position === 'static' && flowing.test(style.display)) return false
  const { width, height, right, bottom } = element.getBoundingClientRect()
  if (width <= 1 || height <= 1) {
    if (style.overflowX !== 'visible' || style.overflowY !== 'visible') return true
    if (element instanceof HTMLElement && element.offsetWidth > 1 && element.offsetHeight > 1) return true
  }
  if (width + height > 0 && (right + reach.x <= 0 || bottom + reach.y <= 0)) return true
  return clippedAway.test(style.clipPath) || clippedAway.test(style.clip)
}

/** @returns the reach inside a box that scrolls; the same where it does not. */
export function reachInside(element: Element, style: CSSStyleDeclaration, reach: Reach): Reach {
  if (flowing.test(style.display)) return reach
  if (!/auto|scroll/.test(style.overflowX + style.overflowY)) return reach
  // All that it can scroll, not where it stands: chats are laid out from the bottom up.
  return {
    x: reach.x + element.scrollWidth - element.clientWidth,
    y: reach.y + element.scrollHeight - element.clientHeight,
  }
}

/** @returns whether the element's own letters can be told from the ground they stand on. */
export function showsText(style: CSSStyleDeclaration, ground: string): boolean {
  if (style.visibility !== 'visible' || parseFloat(style.fontSize) < smallestFont) return false
  if (parseFloat(style.textIndent) < -999) return false
  const ink = style.webkitTextFillColor
  // A gradient cut out by the letters shows through clear ink.
  if (isClear(ink)) return style.backgroundClip === 'text'
  return ink !== ground
}

/**
 * @param outside what the element stands on
 * @returns the colour inside it, or '' where a picture or what lies beneath may give another
 */
export function groundInside(style: CSSStyleDeclaration, outside: string): string {
  if (style.backgroundImage !== 'none') return ''
  if (!isClear(style.backgroundColor)) return style.backgroundColor
  // Text laid over a picture beside it is white on a white page, and seen.
  return style.position === 'static' ? outside : ''
}

/** The sheet below everything: white, unless the page asked for a dark one. */
export function pageGround(): string {
  const root = getComputedStyle(document.documentElement)
  const sheet = root.colorScheme.includes('dark') ? '' : 'rgb(255, 255, 255)'
  return groundInside(root, sheet)
}

function isClear(colour: string): boolean {
  return /^(rgba\(.+, 0\)|.+ \/ 0\))$/.test(colour)
}
