// Official spelling (EYD V): words that are often written wrong, "di" and "ke" apart or joined, money, hours.
import { either, spelling } from '../content/index.ts'
import type { Finding } from './finding.ts'
import { linkFinder } from './links.ts'

const right = new Map(spelling.words.map(([wrong, good]) => [wrong.toLowerCase(), good]))
const wrongWord = new RegExp(
  String.raw`(?<![\p{L}\p{N}{_])${either([...right.keys()])}(?![\p{L}\p{N}}_])`,
  'giu',
)
/** Joined with a preposition: "dikantor", and "dilokasi tersebut". */
const joined = new RegExp(
  String.raw`(?<![\p{L}_{])(?:di(?<di>${either(spelling.placesAfterDi)})|ke(?<ke>${either(spelling.placesAfterKe)}))(?<tail>nya)?(?![\p{L}_}])`,
  'giu',
)
const parted = new RegExp(String.raw`(?<![\p{L}_{])di ${either(spelling.passives)}(?![\p{L}_}])`, 'giu')
const money = /\bRp(?:\. ?| )(?=\d)/g
const hour = /\bjam (?=\d{1,2}[.:]\d{2})/gi
const colonHour = /(?<=\b(?:pukul|jam) \d{1,2}):(?=\d{2}(?!\d))/gi
/** Words that only look joined: "keatas" is none of them, "dihari-hari" is. */
const realWords = new Set([
  'didalam-dalam',
  'keluar',
  'kedalaman',
  'kebawahan',
  'keluaran',
  'kedalam-dalaman',
])

/** @returns words that official spelling writes another way, each with its mend */
export function misspelt(draft: string): Finding[] {
  const found: Finding[] = []
  const isInLink = linkFinder(draft)
  const add = (start: number, end: number, text: string) => {
    if (!isInLink(start)) found.push({ check: 'spelling', start, end, mend: { start, end, text } })
  }
  for (const { index, 0: word } of draft.matchAll(wrongWord))
    add(index, index + word.length, likeFirst(word, right.get(word.toLowerCase()) ?? word))
  for (const { index, 0: word } of draft.matchAll(joined)) {
    if (realWords.has(word.toLowerCase())) continue
    add(index, index + word.length, `${word.slice(0, 2)} ${word.slice(2)}`)
  }
  for (const { index, 0: words } of draft.matchAll(parted))
    add(index, index + words.length, words.replace(' ', ''))
  for (const { index, 0: words } of draft.matchAll(money)) add(index, index + words.length, 'Rp')
  for (const { index, 0: words } of draft.matchAll(hour))
    add(index, index + words.length, likeFirst(words, 'pukul '))
  for (const { index } of draft.matchAll(colonHour)) add(index, index + 1, '.')
  return found
}

/** "Walikota" → "Wali Kota", "WALIKOTA" → "WALI KOTA". */
function likeFirst(written: string, good: string): string {
  if (written.length > 1 && written === written.toUpperCase()) return good.toUpperCase()
  if (!/^\p{Lu}/u.test(written)) return good
  const isTitle = written.toLowerCase() === 'walikota'
  return good.replace(isTitle ? /(?<=^| )\p{Ll}/gu : /^\p{Ll}/u, (letter) => letter.toUpperCase())
}
