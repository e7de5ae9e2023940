// Which field the person was last in, and what can be known of it. The field is only ever read here.
import type { FieldRead } from '../../messages.ts'
import { deepActiveElement, rangeIn } from '../read/selection.ts'
import { thin } from '../read/clip.ts'
import { aroundOf } from '../read/visible.ts'

export type PlainField = HTMLInputElement | HTMLTextAreaElement
export type Field = PlainField | HTMLElement

/** Never written into: secrets, codes, and what would search or pay rather than answer. */
const refusedTypes =
  /^(password|hidden|checkbox|radio|file|submit|button|reset|image|color|range|date|time|month|week|number|search|datetime-local)$/
const refusedAutocomplete = /(^|\s)(one-time-code|cc-[a-z-]+|current-password|new-password)(\s|$)/

const refusedPlaces =
  '[aria-readonly="true"], [aria-disabled="true"], [inert], [role="searchbox"], [role="search"], search'

export interface FieldTracker {
  /** Listens again, if the page has wiped our listeners with a document.open(); else nothing changes. */
  listen(): void
  /** The field as it is now in the page, or null. */
  current(): Field | null
  /** Gives the field the focus, with the caret there, or else where it was when the focus left. */
  focus(field: Field, there?: AbstractRange | null): void
  describe(): FieldRead['field']
}

/** A focus that follows no act of the person for this long (ms) is the page's own doing. */
const actLasts = 1000

/** Follows the focus in this frame. Listeners only; they cost nothing until the focus moves. */
export function fieldTracker(signal: AbortSignal): FieldTracker {
  let field: Field | null = null
  let root: Node | null = null
  let caret: AbstractRange | null = null
  let place: Place | null = null
  let focusedAt = 0
  let actedAt = -Infinity
  const take = (target: EventTarget | null | undefined) => {
    const found = fieldOf(target)
    if (!found) {
      // In a closed shadow root no field can be seen, and the one before is no longer meant.
      if (target instanceof HTMLElement && hidesFocus(target)) field = null
      return
    }
    field = found
    root = found.getRootNode()
    caret = place = null
    focusedAt = Date.now()
  }
  const act = (event: Event) => {
    if (event.isTrusted) actedAt = event.timeStamp
  }
  const focusIn = (event: FocusEvent) => {
    const isOwnAct = navigator.userActivation?.isActive || event.timeStamp - actedAt < actLasts
    if (event.isTrusted && isOwnAct) take(event.composedPath()[0])
  }
  const focusOut = () => {
    caret = field && rangeIn(field)
    place = field && placeOf(field)
  }
  // The same functions again are no second listeners.
  const listen = () => {
    if (!field && holdsFocus()) take(deepActiveElement())
    // On window, capturing: no page handler can stop it first.
    const options = { capture: true, signal, passive: true } as const
    addEventListener('pointerdown', act, options)
    addEventListener('keydown', act, options)
    addEventListener('focusin', focusIn, options)
    addEventListener('focusout', focusOut, options)
  }
  listen()

  const current = () => {
    if (field && !field.isConnected) field = sameField(field, root)
    // A draft that went where the officer can't see it would be sent unread.
    return field && isInSight(surfaceOf(field)) ? field : null
  }
  return {
    listen,
    current,
    focus(target, there) {
      // Some fields lose the caret with the focus, and some when they get it.
      const range = isPlain(target) ? null : (there ?? rangeIn(target) ?? caret)
      const lost = place
      target.focus({ preventScroll: true })
      if (isPlain(target)) {
        const { selectionStart, selectionEnd, value } = target
        // An element that took the place of another has its caret at one end.
        const isNew = selectionStart === selectionEnd && (selectionStart ?? 0) % value.length === 0
        if (lost && isNew && lost.end <= value.length) target.setSelectionRange(lost.start, lost.end)
      } else if (range && target.contains(range.startContainer)) putCaret(range, rangeIn(target))
      caret = place = null
    },
    describe() {
      const found = current()
      return found && { label: labelOf(found), room: roomIn(found), focusedAt }
    },
  }
}

/** Unlike addRange() this also reaches into a shadow root. */
function putCaret(wanted: AbstractRange, present: AbstractRange | null): void {
  const { startContainer, startOffset, endContainer, endOffset } = wanted
  const isThere =
    present?.startContainer === startContainer &&
    present.startOffset === startOffset &&
    present.endContainer === endContainer &&
    present.endOffset === endOffset
  if (isThere) return
  try {
    document.getSelection()?.setBaseAndExtent(startContainer, startOffset, endContainer, endOffset)
  } catch {
    // The text that it stood in has become shorter: it stays where it is.
  }
}

/**
 * Whether the focus was in this frame before we came: an editor's frame has an active element even while the focus is
 * elsewhere. A frame of another origin can't be asked; it counts from its next focus on.
 */
function holdsFocus(): boolean {
  for (let inner: Window = window; inner !== inner.parent; inner = inner.parent) {
    const frame = inner.frameElement
    if (!frame || !isActive(frame)) return false
  }
  return true
}

/** A frame inside a shadow root is active there; its document knows only the host. */
function isActive(frame: Element): boolean {
  const root = frame.getRootNode()
  return (root instanceof ShadowRoot ? root : frame.ownerDocument).activeElement === frame
}

/** @returns the field that an event in this element is about, if it can be written into. */
export function fieldOf(target: EventTarget | null | undefined): Field | null {
  if (!(target instanceof HTMLElement)) return null
  if (isOfForms(target)) return isWritable(target) ? target : null
  const host = editingHost(target)
  return host && isWritable(host) ? host : null
}

/** An element of the page's own making that can't have the focus itself: something in its closed shadow root has it. */
function hidesFocus(element: HTMLElement): boolean {
  return element.localName.includes('-') && !element.shadowRoot && element.tabIndex < 0
}

function isOfForms(field: Field): field is PlainField {
  return field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement
}

/** @returns whether what it holds is what the person sees and the form sends. */
export function isPlain(field: Field): field is PlainField {
  return isOfForms(field) && !catchesKeys(field)
}

/** CodeMirror and Ace take keys and pastes by a text area that nobody sees, and show the text beside it. */
export function catchesKeys(field: Field): boolean {
  if (!(field instanceof HTMLTextAreaElement) || !field.isConnected) return false
  const box = field.parentElement
  const isCutOff = !!box && isThin(box) && getComputedStyle(box).overflow === 'hidden'
  return isCutOff || isThin(field) || getComputedStyle(field).opacity === '0'
}

function isThin({ offsetWidth, offsetHeight }: HTMLElement): boolean {
  return Math.min(offsetWidth, offsetHeight) <= thin
}

/** The element in which the person sees what they write. */
export function surfaceOf(field: Field): HTMLElement {
  let surface: HTMLElement = field
  while (catchesKeys(field) && surface.parentElement && (surface === field || isSmall(surface)))
    surface = surface.parentElement
  return surface
}

function isSmall({ offsetWidth, offsetHeight }: HTMLElement): boolean {
  return offsetWidth < 40 || offsetHeight < 16
}

/** @returns whether text may go into it, checked again right before it does. */
export function isWritable(field: Field): boolean {
  if (field.closest(refusedPlaces)) return false
  if (!isOfForms(field)) return field.isContentEditable
  if (field.readOnly || field.disabled || field.matches(':disabled')) return false
  return !refusedTypes.test(field.type) && !refusedAutocomplete.test(field.autocomplete)
}

function isInSight(field: HTMLElement): boolean {
  return getComputedStyle(field).visibility === 'visible' && aroundOf(field) !== null
}

/** The outermost element that is editable as one piece. */
function editingHost(element: HTMLElement): HTMLElement | null {
  if (!element.isContentEditable) return null
  let host = element
  while (host.parentElement?.isContentEditable) host = host.parentElement
  return host
}

/** Frameworks replace elements when they render; the new one bears the same id, name or label. */
function sameField(old: Field, root: Node | null): Field | null {
  if (!(root instanceof Document || root instanceof ShadowRoot)) return null
  const mark = ['id', 'name', 'aria-label', 'placeholder'].find((name) => old.getAttribute(name))
  const value = mark && CSS.escape(old.getAttribute(mark) ?? '')
  const found = mark ? root.querySelectorAll(`${old.localName}[${mark}="${value}"]`) : []
  return found.length === 1 ? fieldOf(found[0]) : null
}

/** The part of a plain field's text that an insertion takes the place of. */
export interface Place {
  start: number
  end: number
}

export function placeOf(field: Field): Place | null {
  if (!isPlain(field) || field.selectionStart === null) return null
  return { start: field.selectionStart, end: field.selectionEnd ?? field.selectionStart }
}

/** What still fits; a selection in the field will be replaced, so it does not count. */
function roomIn(field: Field): number | null {
  if (!isPlain(field) || field.maxLength < 0) return null
  const selected = (field.selectionEnd ?? 0) - (field.selectionStart ?? 0)
  return Math.max(0, field.maxLength - field.value.length + selected)
}

function labelOf(field: Field): string {
  const labelled = field.getAttribute('aria-labelledby')?.split(/\s+/)[0]
  const label = (isOfForms(field) && field.labels?.[0]) || (labelled && document.getElementById(labelled))
  const text =
    (label && label.textContent) ||
    field.getAttribute('aria-label') ||
    field.getAttribute('placeholder') ||
    ''
  return text.trim().replace(/\s+/g, ' ').slice(0, 60)
}
