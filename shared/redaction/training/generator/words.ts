// The word lists from which documents are made, and what of them the tagger knows as ordinary words and as cues.
import { readdirSync, readFileSync } from 'node:fs'
import { isFormOf } from '../../names/inflection.ts'
import { hashWord } from '../../tokens.ts'

const wordFolder = new URL('../words/', import.meta.url)
const templateFolder = new URL('../templates/train/', import.meta.url)
const readWords = (file: string) => readFileSync(new URL(file, wordFolder), 'utf8')
const listOf = (file: string) => readWords(file).split(/\s+/).filter(Boolean)

/** Entries of places, offices, things …, by the name of their slot; they may hold slots themselves. */
export const slots = new Map<string, string[]>()
for (const file of ['slots.txt', 'things.txt'])
  for (const section of readWords(file).split(/^## /m).slice(1)) {
    const [head = '', ...entries] = section.split('\n')
    slots.set(head.trim(), entries.filter(Boolean))
  }

/** Words for sentences of nonsense. Only the first may be inflected: the rest are so already, or of another language. */
export const vocabulary = {
  roots: listOf('ordinary-id.txt'),
  everyday: [...listOf('everyday.txt'), ...listOf('core.txt')],
  english: listOf('ordinary-en.txt'),
}

/**
 * Ordinary words, also those that are names as well; words of place names and things, and what templates say in lower case:
 * a capital makes no name of them. Of districts (kecamatan, as the codes of BPS list them) only what is nobody's name.
 */
export function ordinaryWords(names: readonly string[]): string[] {
  const places = ['places.txt', 'slots.txt', 'things.txt']
    .map(readWords)
    .join(' ')
    .replace(/^## .*/gm, ' ')
  const templates = readdirSync(templateFolder)
    .map((file) => readFileSync(new URL(file, templateFolder), 'utf8'))
    .join('\n')
    .replace(/^%% .*/gm, ' ')
  const known = new Set(names.map((name) => name.toLowerCase()))
  // What is somebody's name in an address or a chat is no ordinary word.
  const said = oftenSaid(withoutSlots(templates).match(/(?<![\w'’-])[a-z]{3,}(?![\w'’-])/g) ?? []).filter(
    (word) => !known.has(word),
  )
  const words = withoutSlots(places)
    .toLowerCase()
    .match(/[a-z]{3,}/g)
  const districts = listOf('districts.txt').filter((word) => !known.has(word))
  const listed = [...Object.values(vocabulary).flat(), ...listOf('both.txt'), ...districts]
  const all = [...listed, ...said, ...(words ?? [])].map((word) => word.toLowerCase())
  return withoutForms(
    [...new Set(all)].filter((word) => /^[a-z]{3,}$/.test(word)),
    known,
  ).sort()
}

/** Without the forms of others. A form that is a name as well must be in both lists. */
function withoutForms(words: readonly string[], names: ReadonlySet<string>): string[] {
  const kept = new Set<number>()
  return words
    .toSorted((a, b) => a.length - b.length)
    .filter((word) => {
      if (!names.has(word) && isFormOf(word, 0, word.length, (hash) => kept.has(hash))) return false
      kept.add(hashWord(word))
      return true
    })
}

const often = 12
/** Those said often: a word of a few templates is as well learnt from what stands around it. */
function oftenSaid(words: readonly string[]): string[] {
  const counts = new Map<string, number>()
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1)
  return [...counts].filter(([, count]) => count >= often).map(([word]) => word)
}

const withoutSlots = (text: string) => text.replace(/<[\w.]+>|⟪.*?⟫|\{\{.*?\}\}/g, ' ')

/** Words in lower case after which a name may follow that no list has. */
export const cueWords = () => listOf('cues.txt')

/** Words for somebody's part, which a name often follows, and for kinds of things, which are named too. */
export const roleWords = () => listOf('roles.txt')
export const kindWords = () => listOf('kinds.txt')
