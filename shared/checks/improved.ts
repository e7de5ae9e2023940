// A text of an officer's own in official Indonesian, by rules alone: abbreviations and colloquial words written out, official
// spelling. No word is added or left out that has no entry in the lists.
import { either, informalWords } from '../content/index.ts'
import { mended } from './finding.ts'
import { linkFinder } from './links.ts'
import { misspelt } from './spelling.ts'

const formal = new Map(informalWords.words.map(([short, long]) => [short, long]))
const beforeName = new Set(informalWords.beforeName)
const beforeNumber = new Set(informalWords.beforeNumber)
const informal = new RegExp(
  String.raw`(?<![\p{L}\p{N}⟦{_/.-])${either([...formal.keys()])}(?![\p{L}\p{N}⟧}_/-])\.?(?= |$|[,;:!?)\n])`,
  'giu',
)

/** @returns the text mended; what is right, placeholders and slots stay as they are. Linear time. */
export function improved(text: string): string {
  const isInLink = linkFinder(text)
  const written = text.replace(informal, (word: string, at: number) =>
    isInLink(at) ? word : writtenOut(word, text.slice(at + word.length, at + word.length + 8)),
  )
  // From the end on, so that places stay right.
  return misspelt(written)
    .sort((a, b) => b.start - a.start)
    .reduce((mendedText, finding) => mended(mendedText, finding), written)
}

function writtenOut(word: string, rest: string): string {
  const isAbbreviated = word.endsWith('.')
  const key = word.toLowerCase().replace(/\.$/, '')
  const long = formal.get(key)
  if (long === undefined) return word
  if (beforeName.has(key) && !/^ \p{Lu}/u.test(rest)) return word
  if (beforeNumber.has(key) && !/^[ .:]{0,3}\d/.test(rest)) return word
  // The dot of an abbreviation goes; that of a sentence stays.
  const isEnd = isAbbreviated && (rest === '' || /^\s+\p{Lu}/u.test(rest)) && !beforeName.has(key)
  return `${likeFirst(word, long)}${isEnd ? '.' : ''}`
}

function likeFirst(written: string, long: string): string {
  return /^\p{Lu}/u.test(written) ? long.charAt(0).toUpperCase() + long.slice(1) : long
}
