// Which parts of a page belong to its forms: what the officer is to fill, against what somebody wrote to the city.

/** What a look over the whole page tells beforehand. */
export interface Forms {
  /** Counters and help texts of fields. */
  hints: ReadonlySet<Element>
  /** Headings that only head fields to fill: "Balas", "Disposisi". */
  heads: ReadonlySet<Element>
  /** Somebody works here: the page is an app, not an article. */
  toFill: boolean
}

type TextField = HTMLInputElement | HTMLTextAreaElement

export function formsIn(root: ParentNode): Forms {
  const forms = Array.from(root.querySelectorAll('form'))
  const oneLine = (form: HTMLFormElement) =>
    Array.from(form.elements).filter((field) => field instanceof HTMLInputElement && isToFill(field))
  return {
    hints: fieldHints(root),
    heads: new Set(forms.flatMap(formHeads)),
    // One line alone may be a search, or a newsletter under an article.
    toFill:
      Array.from(root.querySelectorAll('textarea')).some(isToFill) ||
      root.querySelector('[contenteditable=""], [contenteditable="true"]') !== null ||
      forms.some((form) => oneLine(form).length > 1),
  }
}

/** Buttons, counters, labels of fields to fill, and what the officer is writing: not what somebody wrote to the city. */
export function isFurniture(element: Element, { hints, heads }: Forms): boolean {
  const name = element.localName
  if (name === 'button' || name === 'output' || hints.has(element) || heads.has(element)) return true
  if (/^(button|textbox|toolbar|menubar)$/.test(element.getAttribute('role') ?? '')) return true
  if (element instanceof HTMLElement && element.isContentEditable) return true
  return element instanceof HTMLLabelElement && element.control !== null && !shownIn(element.control)
}

/** Forms show received data in read-only fields. What the officer is writing is not a source. */
export function fieldText(field: TextField): string {
  if (!field.readOnly && !field.disabled) return ''
  const readable =
    field instanceof HTMLTextAreaElement || /^(text|email|tel|url|number|date|search)$/.test(field.type)
  return readable ? field.value : ''
}

export function isTextField(element: Element | null): element is TextField {
  return element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement
}

function shownIn(control: HTMLElement): string {
  return isTextField(control) ? fieldText(control) : ''
}

function isToFill(field: Element): boolean {
  if (!isTextField(field) || field.readOnly || field.matches(':disabled')) return false
  return field instanceof HTMLTextAreaElement || /^(text|email|tel|url|number|date)$/.test(field.type)
}

/** A heading with nothing between it and the next field but that field's label. */
function formHeads(form: HTMLFormElement): Element[] {
  const fields = Array.from(form.elements).filter(isToFill)
  if (fields.length === 0) return []
  return Array.from(form.querySelectorAll('h1, h2, h3, h4, h5, h6')).filter((heading) => {
    const next = fields.find(
      (field) => heading.compareDocumentPosition(field) & Node.DOCUMENT_POSITION_FOLLOWING,
    )
    return next instanceof Element && headsOnly(heading, next as TextField)
  })
}

function headsOnly(heading: Element, field: TextField): boolean {
  const between = document.createRange()
  between.setStartAfter(heading)
  between.setEndBefore(field)
  const labels = Array.from(field.labels ?? [], (label) => (label.contains(field) ? '' : label.textContent))
  const text = words(between.toString())
  // A label around its field begins before it, and has no other text there.
  return (
    text === words(labels.join('')) || field.closest('label')?.textContent?.trim().startsWith(text) === true
  )
}

function words(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}

function fieldHints(root: ParentNode): ReadonlySet<Element> {
  const described = Array.from(root.querySelectorAll('[aria-describedby]'))
  const ids = described.flatMap((field) => (field.getAttribute('aria-describedby') ?? '').split(/\s+/))
  return new Set(ids.flatMap((id) => document.getElementById(id) ?? []))
}
