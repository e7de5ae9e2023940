// F6 goes on to the next part of the panel, Shift+F6 back (R24): from the marks of a long source to the helpers in one
// step. Beyond the last part the key is the browser's again, which goes on to its own panes.

const parts = '.top, main > *, footer'
const controls =
  'button:not([disabled]), select, input, textarea, summary, a[href], [tabindex]:not([tabindex="-1"])'

/** Listens on the whole panel, for its life. */
export function movePartsByKey(): void {
  addEventListener('keydown', (event) => {
    if (event.key === 'F6' && focusPart(event.shiftKey ? -1 : 1)) event.preventDefault()
  })
}

/** @returns whether there was a part to go to */
function focusPart(step: 1 | -1): boolean {
  const all = Array.from(document.querySelectorAll<HTMLElement>(parts)).filter((part) =>
    part.querySelector(`${controls}, section[aria-label]`),
  )
  const now = all.findIndex((part) => part.contains(document.activeElement))
  const next = now < 0 ? all.at(step > 0 ? 0 : -1) : all[now + step]
  if (!next) return false
  // A part that only shows something takes the focus itself, so that a screen reader names and reads it.
  const control = next.querySelector<HTMLElement>(controls)
  const region = next.querySelector<HTMLElement>('section[aria-label]')
  if (!control) region?.setAttribute('tabindex', '-1')
  ;(control ?? region)?.focus()
  return true
}
