// A text in stretches, so that a translator sees words alone: breaks, marks of lists, indents and the bars of a table stay
// as they are.

export interface Stretch {
  text: string
  /** To be translated; else it stays as it is. */
  isWords: boolean
}

const listMark = /^\s*(?:(?:[-–—•*·▪◦‣]|\d{1,3}[.)]|[A-Za-z][.)])\s+)*/
/** Between cells: as the panel writes a table, and as one is pasted. */
const bars = /(\t+| *\| *)/
/** A line that is at least so long (UTF-16 units) may have been broken only for its width. */
const fullLine = 50

/** @returns the text in order; what was broken for its width alone is whole again, all else is there letter for letter */
export function stretchesOf(text: string): Stretch[] {
  return unwrapped(text)
    .split(/(\n)/)
    .flatMap((line) => (isTable(line) ? line.split(bars) : [line]))
    .flatMap(parted)
    .filter(({ text }) => text !== '')
}

function parted(text: string): Stretch[] {
  const mark = listMark.exec(text)?.[0] ?? ''
  const words = text.slice(mark.length).trimEnd()
  return [
    { text: mark, isWords: false },
    { text: words, isWords: /\p{L}/u.test(words) },
    { text: text.slice(mark.length + words.length), isWords: false },
  ]
}

/** A mail in plain text breaks its sentences at some 72 letters; half a sentence can't be translated. */
function unwrapped(text: string): string {
  const lines = text.split('\n')
  return lines
    .map((line, at) => line + (goesOn(line, lines[at + 1]) ? ' ' : at + 1 < lines.length ? '\n' : ''))
    .join('')
}

function goesOn(line: string, next = ''): boolean {
  return (
    line.length >= fullLine &&
    !isTable(line) &&
    !isTable(next) &&
    /[\p{L},]$/u.test(line) &&
    /^\p{Ll}{2}/u.test(next)
  )
}

function isTable(line: string): boolean {
  return /\t| \| /.test(line)
}
