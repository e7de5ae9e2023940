// Names of those who wrote the messages of a chat, as it is exported: "[19/12/24 17.30] wen li:", "23/09/2025, 16.15 - rauf:".
import { notNames, titles } from '../lexicon/person-words.ts'
import type { Name } from '../name.ts'
import { kindOfWord } from '../names/name-words.ts'
import { matchesOf } from '../matches.ts'

/** Units that write as people do: "Sie Acara:". */
const units = new Set('sie seksi divisi bidang tim bot'.split(' '))
/** The end of a time, and whoever follows up to the colon. */
const sender = /[.:]\d\d\]?(?: -)? ~? ?(\p{L}[\p{L} .'’-]{1,38}):/gu
/** From the start of the line: only a date or a bracket makes it a message; a time alone stands in programmes too. */
const dated = /^(?:\[[\d/., -]{0,14}|\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4},? )\d{1,2}(?:[.:]\d\d)?$/
const longestDate = 24
const mostWords = 4

/** Finds names of senders whose words are neither ordinary nor somebody's part: "Bunda Rifa" is left to the tagger. */
export function findSenders(text: string): Name[] {
  return matchesOf(text, sender).flatMap(({ index, 0: whole, 1: written = '' }) => {
    const before = text.slice(Math.max(0, index - longestDate), index)
    if (!dated.test(before.slice(before.lastIndexOf('\n') + 1))) return []
    const end = index + whole.length - 1
    const words = written.split(/[ .]+/).filter(Boolean)
    if (units.has(words[0]?.toLowerCase() ?? '')) return []
    return words.some((word) => word.length > 2) && words.length <= mostWords && words.every(mayBeName)
      ? [{ start: end - written.length, end, words }]
      : []
  })
}

/** Bits of the lists: ordinary without being part of a name, a part somebody has, a kind of thing. */
function mayBeName(word: string): boolean {
  const plain = word.toLowerCase()
  const of = kindOfWord(plain)
  // "sync-oss" is a program.
  if (of === 0 && plain === word && word.includes('-')) return false
  return (of & 3) !== 2 && (of & 24) === 0 && !notNames.has(plain) && !titles.has(plain)
}
