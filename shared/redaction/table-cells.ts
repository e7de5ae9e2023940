// Parts a line of a table into its cells, and tells by which sign it is parted. Knows no head.

/** `'  '`: wide blanks; `<`: tags of a row of HTML. */
export type Parting = ',' | ';' | '|' | '\t' | '  ' | '/' | '~' | '-' | '<' | '#'

export interface Span {
  start: number
  end: number
}

/** The sign that parts a line, the surest first; none where a number stands, for heads have none. */
export function partingOf(text: string, start: number, end: number): Parting | undefined {
  let commas = 0
  // A single comma before a blank is prose.
  let isTight = false
  let semicolons = 0
  let bars = 0
  let tabs = 0
  let wides = 0
  let slashes = 0
  let tildes = 0
  let dashes = 0
  let tags = 0
  let digits = 0
  for (let at = start; at < end; at++) {
    const code = text.charCodeAt(at)
    digits = code > 47 && code < 58 ? digits + 1 : 0
    if (digits > 3) return undefined
    switch (code) {
      case 44:
        commas++
        isTight = text.charCodeAt(at + 1) !== 32
        break
      case 59:
        semicolons++
        break
      case 60:
        if ((text.charCodeAt(at + 1) | 32) === 116 && text.charCodeAt(at + 3) === 62) tags++
        break
      case 47:
        if (isBetweenBlanks(text, at)) slashes++
        break
      case 126:
        tildes++
        break
      case 45:
      case 0x2013:
      case 0x2014:
        if (isBetweenBlanks(text, at)) dashes++
        break
      case 124:
        bars++
        break
      case 9:
        tabs++
        break
      case 32:
        if (text.charCodeAt(at + 1) === 32 && text.charCodeAt(at - 1) !== 32 && at > start) wides++
        break
    }
  }
  if (tags > 1) return '<'
  if (tabs > 0) return '\t'
  if (bars > 0) return '|'
  if (semicolons > 0) return ';'
  if (commas > 1 || (commas === 1 && isTight)) return ','
  if (slashes > 1) return '/'
  if (tildes > 1) return '~'
  if (wides > 0) return '  '
  return dashes > 1 ? '-' : undefined
}

function isBetweenBlanks(text: string, at: number): boolean {
  return text.charCodeAt(at - 1) === 32 && text.charCodeAt(at + 1) === 32
}

/** Cells without the blanks and quotes around them; a comma or semicolon inside quotes parts nothing. */
export function split(text: string, start: number, end: number, parting: Parting): Span[] {
  if (parting === '<') return splitTags(text, start, end)
  const cells: Span[] = []
  const sign = parting.charCodeAt(0)
  const mayQuote = parting === ',' || parting === ';'
  const isSpaced = parting === '/' || parting === '-'
  let from = start
  if (parting === '|' && text.charCodeAt(start) === 124) from++
  let quoted = false
  for (let at = from; at <= end; at++) {
    const code = at < end ? plainDash(text.charCodeAt(at)) : sign
    const next = at + 1 < end ? text.charCodeAt(at + 1) : sign
    if (mayQuote && at < end && isQuote(code, quoted, at < from + 2, next, sign)) quoted = !quoted
    if (at < end && (code !== sign || quoted)) continue
    if (at < end && isSpaced && !isBetweenBlanks(text, at)) continue
    if (at < end && parting === '  ') {
      if (text.charCodeAt(at + 1) !== 32) continue
      cells.push(trimmed(text, from, at))
      while (at + 1 < end && text.charCodeAt(at + 1) === 32) at++
      from = at + 1
      continue
    }
    cells.push(trimmed(text, from, at))
    from = at + 1
  }
  return cells
}

/** A double quote, or a single one at the edge of a cell: "Syafi'i" has one within. */
function isQuote(code: number, isQuoted: boolean, isFirst: boolean, next: number, sign: number): boolean {
  return code === 34 || (code === 39 && (isQuoted ? next === sign : isFirst))
}

/** Dashes of all widths part alike. */
const plainDash = (code: number) => (code === 0x2013 || code === 0x2014 ? 45 : code)

/** What stands between the tags of a row of HTML. */
function splitTags(text: string, start: number, end: number): Span[] {
  const cells: Span[] = []
  let from = -1
  for (let at = start; at < end; at++) {
    const code = text.charCodeAt(at)
    if (code === 62) from = at + 1
    else if (code === 60 && from >= 0) {
      if (
        text.charCodeAt(at + 1) === 47 &&
        (text.charCodeAt(at + 2) | 32) === 116 &&
        (text.charCodeAt(at + 3) | 32) !== 114
      )
        cells.push(trimmed(text, from, at))
      from = -1
    }
  }
  return cells
}

function trimmed(text: string, start: number, end: number): Span {
  let [from, to] = [start, end]
  while (from < to && isFrame(text.charCodeAt(from))) from++
  while (to > from && isFrame(text.charCodeAt(to - 1))) to--
  return { start: from, end: to }
}

function isFrame(code: number): boolean {
  return code === 32 || code === 34 || code === 39 || code === 13 || code === 9
}

/** Signs that part words in sentences too. */
export function isProseSign(parting: Parting | undefined): boolean {
  return parting === ',' || parting === '/' || parting === '-'
}

/** @returns where a line ends that begins at a place */
export function lineEnd(text: string, start: number): number {
  const end = text.indexOf('\n', start)
  return end < 0 ? text.length : end
}
