// A modal dialog as complaint consoles have it: the page behind is inert, Tab stays inside, Esc closes.
// Not <dialog>: an editor's own pop-ups stand beside it in the page and would lie under the top layer.

const focusable = 'a[href], button, input, select, textarea, iframe, [tabindex="0"]'

export function makeDialog(dialog, onClose) {
  const cover = dialog.parentElement
  const start = dialog.querySelector('[tabindex="-1"]') // scrolls with the arrow keys once it has focus
  const behind = [...document.body.children].filter((part) => part !== cover && part.tagName !== 'SCRIPT')
  let opener

  function open() {
    if (!cover.hidden) return
    opener = document.activeElement
    cover.hidden = false
    for (const part of behind) part.inert = true
    document.documentElement.classList.add('berjendela')
    start.focus()
  }

  function close() {
    if (cover.hidden) return
    cover.hidden = true
    for (const part of behind) part.inert = false
    document.documentElement.classList.remove('berjendela')
    opener?.focus()
  }

  function keepFocusInside(event) {
    const stops = [...dialog.querySelectorAll(focusable)].filter((stop) => stop.checkVisibility())
    const at = document.activeElement
    const [first, last] = [stops.at(0), stops.at(-1)]
    if (event.shiftKey && (at === first || at === start)) {
      event.preventDefault()
      last.focus()
    } else if (!event.shiftKey && at === last) {
      event.preventDefault()
      first.focus()
    }
  }

  dialog.addEventListener('keydown', (event) => {
    if (event.key === 'Tab') keepFocusInside(event)
    if (event.key === 'Escape' && !event.defaultPrevented) onClose()
  })
  cover.addEventListener('pointerdown', (event) => {
    if (event.target === cover) onClose()
  })

  return { open, close }
}
