// Which field the person was last in, and what can be known of it. The field is only ever read here.
import type { FieldRead } from '../../messages.ts'
import { deepActiveElement } from '../read/selection.ts'
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
  /** The field as it is now in the page, or null. */
  current(): Field | null
  /** Puts the caret back to where it was in an editable element. */
  restoreCaret(field: Field): void
  describe(): FieldRead['field']
}

/** A focus that follows no act of the person for this long (ms) is the page's own doing. */
const actLasts = 1000

/** Follows the focus in this frame. Listeners only; they cost nothing until the focus moves. */
export function fieldTracker(signal: AbortSignal): FieldTracker {
  let field: Field | null = null
  let caret: Range | null = null
  let focusedAt = 0
  let actedAt = -Infinity
  const take = (target: EventTarget | null | undefined) => {
    const found = fieldOf(target)
    if (!found) return
    field = found
    focusedAt = Date.now()
  }
  const act = (event: Event) => {
    if (event.isTrusted) actedAt = event.timeStamp
  }
  if (holdsFocus()) take(deepActiveElement())
  // On window, capturing: it outlives a document.open(), and no page handler can stop it first.
  const options = { capture: true, signal, passive: true } as const
  addEventListener('pointerdown', act, options)
  addEventListener('keydown', act, options)
  addEventListener(
    'focusin',
    (event) => {
      const isOwnAct = navigator.userActivation?.isActive || event.timeStamp - actedAt < actLasts
      if (event.isTrusted && isOwnAct) take(event.composedPath()[0])
    },
    options,
  )
  addEventListener('focusout', () => (caret = caretIn(field)), options)

  const current = () => {
    if (field && !field.isConnected) field = sameField(field)
    // A draft that went where the officer can't see it would be sent unread.
    return field && isInSight(field) ? field : null
  }
  return {
    current,
    restoreCaret(target) {
      if (isPlain(target) || !caret || caretIn(target) || !target.contains(caret.startContainer)) return
      const selection = document.getSelection()
      selection?.removeAllRanges()
      selection?.addRange(caret)
    },
    describe() {
      const found = current()
      return found && { label: labelOf(found), room: roomIn(found), focusedAt }
    },
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
  if (isPlain(target)) return isWritable(target) ? target : null
  const host = editingHost(target)
  return host && isWritable(host) ? host : null
}

export function isPlain(field: Field): field is PlainField {
  return field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement
}

/** @returns whether text may go into it, checked again right before it does. */
export function isWritable(field: Field): boolean {
  if (field.closest(refusedPlaces)) return false
  if (!isPlain(field)) return field.isContentEditable
  if (field.readOnly || field.disabled || field.matches(':disabled')) return false
  return !refusedTypes.test(field.type) && !refusedAutocomplete.test(field.autocomplete)
}

function isInSight(field: Field): boolean {
  return getComputedStyle(field).visibility === 'visible' && aroundOf(field) !== null
}

/** What stands in the field, in a form that can be compared: editors differ in blanks and line ends. */
export function textOf(field: Field): string {
  return isPlain(field) ? field.value : field.innerText
}

/** The outermost element that is editable as one piece. */
function editingHost(element: HTMLElement): HTMLElement | null {
  if (!element.isContentEditable) return null
  let host = element
  while (host.parentElement?.isContentEditable) host = host.parentElement
  return host
}

function caretIn(field: Field | null): Range | null {
  const selection = document.getSelection()
  if (!field || !selection?.rangeCount) return null
  const range = selection.getRangeAt(0)
  return field.contains(range.startContainer) ? range.cloneRange() : null
}

/** Frameworks replace elements when they render; the new one bears the same id or name. */
function sameField(old: Field): Field | null {
  const name = old.getAttribute('name')
  const found = old.id
    ? document.getElementById(old.id)
    : name && document.querySelector(`${old.localName}[name="${CSS.escape(name)}"]`)
  return found ? fieldOf(found) : null
}

/** What still fits; a selection in the field will be replaced, so it does not count. */
function roomIn(field: Field): number | null {
  if (!isPlain(field) || field.maxLength < 0) return null
  const selected = (field.selectionEnd ?? 0) - (field.selectionStart ?? 0)
  return Math.max(0, field.maxLength - field.value.length + selected)
}

function labelOf(field: Field): string {
  const labelled = field.getAttribute('aria-labelledby')?.split(/\s+/)[0]
  const label = (isPlain(field) && field.labels?.[0]) || (labelled && document.getElementById(labelled))
  const text =
    (label && label.textContent) ||
    field.getAttribute('aria-label') ||
    field.getAttribute('placeholder') ||
    ''
  return text.trim().replace(/\s+/g, ' ').slice(0, 60)
}
