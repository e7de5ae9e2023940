// The small launcher beside a selection or a focused field: three buttons that open the panel, and one that sends it
// away from this site. No input stands in it (the page would get its keys, R18), and no draft. It appears on the
// person's own act, never by watching the page.
import { browser } from 'wxt/browser'
import { launcherWords } from '../i18n/launcher.ts'
import type { LauncherTell } from '../messages.ts'
import { readLauncherSettings, type LauncherSettings } from '../settings-launcher.ts'
import { fieldOf, type FieldTracker } from './insert/field.ts'
import { deepActiveElement, readSelection } from './read/selection.ts'

const style = `
  :host { all: initial !important; position: fixed !important; display: block !important;
    z-index: 2147483647 !important; }
  div { display: flex; gap: 2px; padding: 3px; border: 1px solid #0b4a8b; border-radius: 8px; background: #fff;
    box-shadow: 0 2px 8px rgb(0 0 0 / 25%); }
  button { font: 600 13px/1.2 system-ui, sans-serif; color: #0b4a8b; background: #fff; border: 0; border-radius: 6px;
    padding: 6px 8px; cursor: pointer; }
  button:hover { background: #e4eefa; }
  button:focus-visible { outline: 2px solid #f2a900; }
  button:last-child { color: #4a5866; font-weight: 400; }`

const gap = 6

/** Listens for selections and focus in this frame; draws nothing until there is one. */
export function startLauncher(fields: FieldTracker, life: AbortController): void {
  const { signal } = life
  let bar: Bar | null = null
  let turn = 0
  const options = { capture: true, signal, passive: true } as const
  const hide = () => {
    turn += 1
    bar?.element.remove()
    bar = null
  }

  async function offer(): Promise<void> {
    if (!browser.runtime?.id) return life.abort()
    const place = selectionPlace() ?? fieldPlace(fields)
    if (!place) return hide()
    const ownTurn = (turn += 1)
    const { allowed, language } = await readLauncherSettings(location.hostname)
    // Somebody typed meanwhile, or there is a newer place.
    if (turn !== ownTurn) return
    if (!allowed || signal.aborted) return hide()
    bar ??= makeBar(language, (tell) => {
      hide()
      void browser.runtime.sendMessage(tell)
    })
    showAt(bar, place)
  }

  addEventListener('pointerup', (event) => event.target !== bar?.element && void offer(), options)
  addEventListener(
    'keyup',
    (event) => {
      if (event.key === 'Escape') hide()
      else if (event.shiftKey && event.key.startsWith('Arrow')) void offer()
    },
    options,
  )
  addEventListener('focusin', (event) => fieldOf(event.composedPath()[0]) && void offer(), options)
  addEventListener('keydown', (event) => event.target !== bar?.element && isTyping(event) && hide(), options)
  // What comes by mouse or input method, and our own draft: a paste or typing like the person's.
  for (const change of ['beforeinput', 'input', 'paste', 'drop']) addEventListener(change, hide, options)
  addEventListener('scroll', hide, options)
  signal.addEventListener('abort', hide)
}

/** Not the keys that select, that lead to the launcher's buttons, or that wait for another. */
function isTyping({ key, shiftKey }: KeyboardEvent): boolean {
  if (/^(Escape|Tab|Shift|Control|Alt|AltGraph|Meta)$/.test(key)) return false
  return !(shiftKey && key.startsWith('Arrow'))
}

/** Below the end of the selection. */
function selectionPlace(): { x: number; y: number } | null {
  const selection = document.getSelection()
  if (!readSelection() || !selection?.rangeCount) return null
  const rects = selection.getRangeAt(0).getClientRects()
  const end = rects[rects.length - 1]
  return end ? { x: end.right, y: end.bottom + gap } : null
}

/**
 * Above the field's right corner: inside it would cover the portal's own buttons. An editor's frame is all field, and
 * has no above: there, in the corner where the text comes last.
 */
function fieldPlace(fields: FieldTracker): { x: number; y: number } | null {
  const field = fields.current()
  if (!field?.contains(deepActiveElement())) return null
  const { right, top, width, height } = field.getBoundingClientRect()
  if (field === document.body) return lowerRight()
  // One-line fields (search, subject) get no launcher: it would stand over the page for little use.
  return width > 200 && height > 50 ? { x: right - 290, y: top - 38 - gap } : null
}

/** Of what is seen of this frame, as far as its surroundings may be asked. */
function lowerRight(): { x: number; y: number } | null {
  let [right, bottom, left, top] = [innerWidth, innerHeight, 0, 0]
  for (let inner: Window = window; inner.frameElement; inner = inner.parent) {
    const frame = inner.frameElement
    const { x, y } = frame.getBoundingClientRect()
    left += x + frame.clientLeft
    top += y + frame.clientTop
    right = Math.min(right, inner.parent.innerWidth - left)
    bottom = Math.min(bottom, inner.parent.innerHeight - top)
  }
  return innerWidth > 200 && innerHeight > 50 ? { x: right - 300, y: bottom - 44 } : null
}

interface Bar {
  element: HTMLElement
  /** Where it stands: inside the shadow root, for there no rule of the page comes before it, and no own inline one. */
  place: CSSStyleSheet
}

function makeBar(language: LauncherSettings['language'], tell: (message: LauncherTell) => void): Bar {
  const words = launcherWords[language]
  // A name of its own the page could define first, and get the closed root by its ElementInternals.
  const element = document.createElement('div')
  const root = element.attachShadow({ mode: 'closed' })
  const [look, place] = [new CSSStyleSheet(), new CSSStyleSheet()]
  look.replaceSync(style)
  root.adoptedStyleSheets = [look, place]
  const row = document.createElement('div')
  row.lang = language
  row.setAttribute('role', 'toolbar')
  row.setAttribute('aria-label', 'Pendamping')
  const add = (label: string, name: string, message: LauncherTell) => {
    const button = document.createElement('button')
    button.type = 'button'
    button.textContent = label
    button.setAttribute('aria-label', name)
    button.title = name
    // The field keeps its focus and caret, so that the draft can go there.
    button.addEventListener('pointerdown', (event) => event.preventDefault())
    button.addEventListener('click', (event) => event.isTrusted && tell(message))
    row.append(button)
  }
  for (const helper of ['summarise', 'translate', 'reply'] as const) {
    add(words[helper], `Pendamping: ${words[helper]}`, { tell: 'open', helper })
  }
  add('×', words.hideLauncher, { tell: 'hide-launcher', host: location.hostname })
  root.append(row)
  return { element, place }
}

function showAt({ element, place }: Bar, { x, y }: { x: number; y: number }): void {
  // A modal dialog makes all outside it inert, so the buttons must stand in it.
  const ground = Array.from(document.querySelectorAll('dialog:modal')).at(-1) ?? document.documentElement
  if (element.parentNode !== ground) ground.append(element)
  const left = Math.max(gap, Math.min(x, innerWidth - 300))
  const top = Math.max(gap, Math.min(y, innerHeight - 44))
  place.replaceSync(`:host { left: ${left}px !important; top: ${top}px !important; }`)
}
