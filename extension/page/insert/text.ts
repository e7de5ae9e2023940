// What stands in a field, in a form that can be compared: editors differ in blanks, line ends and elements for them.
import { catchesKeys, isPlain, surfaceOf, type Field } from './field.ts'

const blocks = /^(P|DIV|LI|UL|OL|PRE|H[1-6]|BLOCKQUOTE|TABLE|TR)$/

/** By the elements, not as shown: a portal's style may show paragraphs in one line, and breaks not at all. */
export function textOf(field: Field): string {
  if (isPlain(field)) return field.value
  // Such editors measure letters in places that are not shown.
  return catchesKeys(field) ? surfaceOf(field).innerText : lines(field)
}

/** @returns the text below a node, its breaks and blocks as line ends. */
export function lines(node: Node): string {
  if (node instanceof Text) return keepsLines(node) ? node.data : node.data.replaceAll('\n', ' ')
  if (node.nodeName === 'BR') return '\n'
  if (/^(STYLE|SCRIPT|#comment)$/.test(node.nodeName)) return ''
  const inside = Array.from(node.childNodes, lines).join('')
  return blocks.test(node.nodeName) ? `\n${inside}\n` : inside
}

function keepsLines({ data, parentElement }: Text): boolean {
  return (
    data.includes('\n') && !!parentElement && /pre|break/.test(getComputedStyle(parentElement).whiteSpace)
  )
}

/** How often the text stands in what a field holds, with its lines: it may have been there before. */
export function times(text: string, content: string): number {
  const wanted = sameBlanks(text)
  const pieces = sameBlanks(content).split(wanted.trim())
  // A blank at its start may be a line's end or the field's own start by now, but must not be lost between words.
  const isApart = (before: string) => !wanted.startsWith(' ') || /^$|\s$/.test(before)
  return wanted.trim() ? pieces.slice(0, -1).filter(isApart).length : 0
}

/** @returns whether both hold the same words, whatever is between them. */
export function sameWords(one: string, other: string): boolean {
  const words = (text: string) => sameBlanks(text).replaceAll('\n', ' ').trim()
  return words(one) === words(other)
}

/** One line end or blank for any number of them. */
function sameBlanks(text: string): string {
  return text
    .replace(/[\u200b\ufeff\u2060]/g, '')
    .replace(/\s+/g, (blanks) => (/[\n\r]/.test(blanks) ? '\n' : ' '))
}
