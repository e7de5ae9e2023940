// What stands before an item of a list, so that "angka 1" and "huruf b" in a letter have their target.

/** @returns "1. ", "b. ", "iv. ", or "- " in a list without order. */
export function listMark(item: Element): string {
  const list = item.parentElement
  if (list?.localName !== 'ol') return '- '
  const number = numberOf(item, list)
  return `${inLetters(number, list.getAttribute('type')) ?? number}. `
}

function numberOf(item: Element, list: Element): number {
  let numbers = counted.get(list)
  if (!numbers) counted.set(list, (numbers = numbersOf(list)))
  return numbers.get(item) ?? 1
}
const counted = new WeakMap<Element, Map<Element, number>>()

function numbersOf(list: Element): Map<Element, number> {
  const items = Array.from(list.children).filter(({ localName }) => localName === 'li')
  const step = list.hasAttribute('reversed') ? -1 : 1
  let number = wholeNumber(list, 'start') ?? (step < 0 ? items.length : 1)
  return new Map(
    items.map((item) => {
      const own = wholeNumber(item, 'value') ?? number
      number = own + step
      return [item, own]
    }),
  )
}

function wholeNumber(element: Element, name: string): number | null {
  const number = parseInt(element.getAttribute(name) ?? '', 10)
  return Number.isNaN(number) ? null : number
}

function inLetters(number: number, type: string | null): string | null {
  if (number < 1) return null
  if (type === 'a' || type === 'A')
    return number > 26 ? null : cased(String.fromCharCode(96 + number), type === 'A')
  return type === 'i' || type === 'I' ? cased(roman(number), type === 'I') : null
}

const romans = [
  ['c', 100],
  ['xc', 90],
  ['l', 50],
  ['xl', 40],
  ['x', 10],
  ['ix', 9],
  ['v', 5],
  ['iv', 4],
  ['i', 1],
] as const

function roman(number: number): string {
  let [text, left] = ['', number]
  for (const [letters, value] of romans) {
    for (; left >= value; left -= value) text += letters
  }
  return text
}

function cased(text: string, isUpper: boolean): string {
  return isUpper ? text.toUpperCase() : text
}
