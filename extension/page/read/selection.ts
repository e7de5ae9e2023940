// The selected text of this frame, with its lines, also inside a plain field (which a document's selection leaves out).
// What is selected but can't be seen is left out, as in a page.
import { isTextField } from './form.ts'
import { aroundOf, frameIsShown, showsText, type Around } from './visible.ts'

/** A selection of everything on a huge page must not make it halt (ms). */
const longest = 150

/** @returns '' when nothing is selected that can be seen. */
export function readSelection(): string {
  const active = deepActiveElement()
  const inField = selectedIn(active)
  if (inField.trim()) return active && frameIsShown() && aroundOf(active) ? inField : ''
  const whole = document.getSelection()?.toString().trim() ?? ''
  const range = whole ? selectedRange() : null
  return range && frameIsShown() ? visibleText(range, whole) : ''
}

/** @returns all that the browser counts as selected, seen or not: what a draft will replace. */
export function selectedText(): string {
  const inField = selectedIn(deepActiveElement())
  return inField.trim() ? inField : (document.getSelection()?.toString().trim() ?? '')
}

/** @returns the focused element, also when it sits inside open shadow roots. */
export function deepActiveElement(): Element | null {
  let active = document.activeElement
  while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement
  return active
}

/** @returns the caret or selection in an editable element, also inside shadow roots, where a document's own stops. */
export function rangeIn(element: HTMLElement): AbstractRange | null {
  const selection = document.getSelection()
  if (!selection?.rangeCount) return null
  const root = element.getRootNode()
  const range: AbstractRange | undefined =
    root instanceof ShadowRoot
      ? selection.getComposedRanges?.({ shadowRoots: [root] })[0]
      : selection.getRangeAt(0).cloneRange()
  return range && element.contains(range.startContainer) ? range : null
}

function selectedIn(field: Element | null): string {
  if (!isTextField(field) || field.type === 'password') return ''
  return field.value.slice(field.selectionStart ?? 0, field.selectionEnd ?? 0)
}

/** A document's range stops before a shadow root; Chrome tells what is selected inside it. */
function selectedRange(): Range | null {
  let selection = document.getSelection()
  for (;;) {
    const range = selection?.rangeCount ? selection.getRangeAt(0) : null
    if (!range?.collapsed) return range
    const host = range.startContainer.childNodes[range.startOffset]
    const root = host instanceof Element ? host.shadowRoot : null
    const inside = root && (root as { getSelection?: () => Selection | null }).getSelection?.()
    if (!inside) return range
    selection = inside
  }
}

/** The browser's own text wherever all of it can be seen; else put together from the pieces that can. */
function visibleText(range: Range, whole: string): string {
  const known = new Map<Element, Around | null>()
  const until = performance.now() + longest
  let text = ''
  // What is not displayed at all the browser leaves out by itself.
  let hidden = false
  let block: Element | null = null
  for (const node of nodesIn(range)) {
    if (performance.now() > until) return text.trim()
    if (node instanceof Element) {
      if (node.localName === 'br') text += '\n'
      continue
    }
    const piece = pieceOf(node, range)
    const parent = node.parentElement
    if (!parent || !piece.trim()) text += piece && text && !/\s$/.test(text) ? ' ' : ''
    else if (!isSeen(parent, known)) hidden ||= parent.checkVisibility({ visibilityProperty: true })
    else {
      const own = blockOf(parent)
      text += `${own === block ? '' : '\n'}${keepsLines(parent) ? piece : piece.replace(/\s+/g, ' ')}`
      block = own
    }
  }
  return hidden ? text.replace(/ *\n */g, '\n').trim() : whole
}

function* nodesIn(range: Range): Iterable<Node> {
  const root = range.commonAncestorContainer
  if (root.nodeType === Node.TEXT_NODE) return void (yield root)
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT)
  let node = range.startContainer === root ? walker.nextNode() : (walker.currentNode = range.startContainer)
  for (; node; node = walker.nextNode()) {
    if (range.comparePoint(node, 0) > 0) return
    if (range.intersectsNode(node)) yield node
  }
}

function pieceOf(node: Node, { startContainer, startOffset, endContainer, endOffset }: Range): string {
  const text = node.nodeValue ?? ''
  return text.slice(
    node === startContainer ? startOffset : 0,
    node === endContainer ? endOffset : text.length,
  )
}

function isSeen(parent: Element, known: Map<Element, Around | null>): boolean {
  const around = aroundOf(parent, known)
  return around !== null && showsText(parent, getComputedStyle(parent), around.ground)
}

function blockOf(element: Element): Element {
  let block = element
  while (block.parentElement && /^(inline|contents)/.test(getComputedStyle(block).display))
    block = block.parentElement
  return block
}

function keepsLines(element: Element): boolean {
  const style = getComputedStyle(element)
  return /pre|break/.test(style.whiteSpaceCollapse || style.whiteSpace)
}
