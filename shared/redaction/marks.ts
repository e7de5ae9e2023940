// Reads the classification marks of a letter. Knows the mark only.

/** Source: Perka ANRI 17/2011 on security classes of archives: sangat rahasia, rahasia, terbatas. */
const marks = ['SANGAT RAHASIA', 'RAHASIA', 'TERBATAS'] as const
export type Mark = (typeof marks)[number]
const byLetters = new Map<string, Mark>(marks.map((mark) => [mark.replace(' ', ''), mark]))

/** A mark and its field are short; what is longer is prose, and prose that mentions a secret is no mark. */
const longestLine = 100
const field =
  /^(?:sifat|klasifikasi|derajat|tingkat)(?: (?:surat|naskah|dokumen|keamanan|klasifikasi|kerahasiaan|informasi)){0,2} ?:? ?/i
const ornament = /[^\p{L}\p{N}/,]/gu

/**
 * Finds classification marks: a field "Sifat : Rahasia" (the value may stand on the next line, as portals show it), or
 * the mark alone on a line in capitals, also spaced out: "R A H A S I A".
 *
 * Takes any text. Returns the marks, the gravest first. Ordinary uses of the words ("rahasia dagang", "Pelapor: Rahasia")
 * are none. Throws nothing.
 */
export function findMarks(text: string): Mark[] {
  const found = new Set<Mark>()
  let awaitsValue = false
  for (const line of shortLines(text)) {
    const value: string | undefined = field.test(line)
      ? line.replace(field, '')
      : awaitsValue
        ? line.replace(/^: ?/, '')
        : undefined
    for (const mark of value === undefined ? markAlone(line) : marksInField(value)) found.add(mark)
    awaitsValue = value === ''
  }
  return marks.filter((mark) => found.has(mark))
}

/** Lines that are not blank and not prose, with blanks made single and invisible signs taken out. */
function* shortLines(text: string): Generator<string> {
  for (const line of text.split(/[\r\n\u2028\u2029]/)) {
    const trimmed = line.trim()
    if (trimmed === '' || trimmed.length > longestLine) continue
    yield trimmed
      .normalize('NFKC')
      .replace(/[\u00ad\u200b-\u200f\u2060\ufeff*_#|]/g, '')
      .replace(/\s+/g, ' ')
      .replace(/ :/g, ':')
      .trim()
  }
}

/** "Rahasia", "Sangat Segera/Rahasia". */
function marksInField(value: string): Mark[] {
  return value.split(/[/,]/).flatMap(markOf)
}

/** In capitals only: a portal's option "Rahasia" stands alone on a line as well. */
function markAlone(line: string): Mark[] {
  return line === line.toUpperCase() ? markOf(line) : []
}

function markOf(words: string): Mark[] {
  const mark = byLetters.get(words.replace(ornament, '').toUpperCase())
  return mark ? [mark] : []
}
