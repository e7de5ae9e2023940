// The selected text of this frame, with its lines, also inside a plain field (which a document's selection leaves out).

/** @returns '' when nothing is selected. */
export function readSelection(): string {
  const active = deepActiveElement()
  if (isTextField(active)) {
    const { selectionStart, selectionEnd, value } = active
    const inField = value.slice(selectionStart ?? 0, selectionEnd ?? 0)
    if (inField.trim()) return inField
  }
  return (document.getSelection()?.toString() ?? '').trim()
}

function isTextField(element: Element | null): element is HTMLTextAreaElement | HTMLInputElement {
  if (element instanceof HTMLTextAreaElement) return true
  return element instanceof HTMLInputElement && /^(text|search|url|tel|email)$/.test(element.type)
}

/** @returns the focused element, also when it sits inside open shadow roots. */
export function deepActiveElement(): Element | null {
  let active = document.activeElement
  while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement
  return active
}
