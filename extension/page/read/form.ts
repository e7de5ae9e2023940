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
type Field = TextField | HTMLSelectElement

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
  if (hints.has(element) || heads.has(element)) return true
  const role = element.getAttribute('role') ?? ''
  if (element.localName === 'button' || role === 'button') return !saysSomething(element)
  if (/^(textbox|toolbar|menubar)$/.test(role)) return true
  if (element instanceof HTMLElement && element.isContentEditable) return true
  return element instanceof HTMLLabelElement && element.control !== null && !shownIn(element.control)
}

/** A card to click on, the question of an accordion, or a status in the form of a button that can't be pressed. */
function saysSomething(button: Element): boolean {
  if (button.closest(headings) || button.querySelector(`${headings}, p, li`)) return true
  const isOff = button.matches(':disabled, [aria-disabled="true"]')
  return isOff && !button.closest('form') && button.parentElement?.matches('td, dd, p, span, li') === true
}

/** Forms show received data in fields that can't be changed. What the officer is writing is not a source. */
export function fieldText(field: Field): string {
  if (field instanceof HTMLSelectElement) return chosenIn(field)
  if (!field.readOnly && !field.matches(':disabled')) return ''
  const readable =
    field instanceof HTMLTextAreaElement ||
    /^(text|email|tel|url|number|date|search|time|month|week|datetime-local)$/.test(field.type)
  return readable ? field.value : ''
}

/** Also what the page was delivered with, while nobody has chosen anything else. */
function chosenIn(select: HTMLSelectElement): string {
  const isOff = select.matches(':disabled')
  const chosen = Array.from(select.selectedOptions).filter((option) => isOff || option.defaultSelected)
  return chosen.map(({ text }) => text.trim()).join(', ')
}

/** @returns whether it is a field whose value may be read; a box to tick has its label instead */
export function isField(element: Element | null): element is Field {
  return isTextField(element) || element instanceof HTMLSelectElement
}

export function isTextField(element: Element | null): element is TextField {
  return element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement
}

/** What a label's field shows of the data received; of a box to tick, whether it is ticked. */
function shownIn(control: HTMLElement): string {
  if (control instanceof HTMLInputElement && /^(checkbox|radio)$/.test(control.type)) {
    const isReceived = control.matches(':disabled') || control.defaultChecked
    return control.checked && isReceived ? 'on' : ''
  }
  return isField(control) ? fieldText(control) : ''
}

function isToFill(field: Element): boolean {
  if (!isTextField(field) || field.readOnly || field.matches(':disabled')) return false
  return field instanceof HTMLTextAreaElement || /^(text|email|tel|url|number|date)$/.test(field.type)
}

const headings = 'h1, h2, h3, h4, h5, h6'

/** A heading in a form or right before it, with nothing between it and the next field but that field's label. */
function formHeads(form: HTMLFormElement): Element[] {
  const fields = Array.from(form.elements).filter(isToFill)
  if (fields.length === 0) return []
  const before = form.previousElementSibling
  const inside = Array.from(form.querySelectorAll(headings))
  const found = before?.matches(headings) ? [before, ...inside] : inside
  return found.filter((heading) => {
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
