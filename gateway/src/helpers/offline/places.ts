// Places as a complaint writes them: "depan SDN Karawaci 3, Jl. Merdeka RT 03/RW 05". Only pieces of the text itself.
import { complaintWords } from '../../../../shared/content/index.ts'

const names = new Set(complaintWords.placeNames)
const relations = new Set(complaintWords.placeRelations)
const ends = new Set(complaintWords.placeEnds)
const privates = new Set(complaintWords.privatePlaces)
const shortForm = /^(?:jl|jln|gg|rt|rw|kel|kec|kp|no)$/
const glued = /^(\p{L}{2,3})(?:[./](?=[\d\p{Lu}])|(?=\d))/u
/** Signs that no street name has, but placeholders, slots and links do. */
const unsafe = /[⟦⟧{}<>@]|:\/\//
const hidden = /^⟦(?:ADDRESS|COORD)-\d{1,4}⟧/

interface Place {
  tokens: string[]
  /** The three words before it: "rumah saya di". */
  before: string[]
}

/** @returns the fullest place that the sentences name, or undefined. */
export function placeIn(sentences: readonly string[]): string | undefined {
  return fullest(sentences.flatMap((sentence) => placesOf(sentence.split(' '))))
}

/**
 * @returns the fullest place in a form that may stand in a public reply, or undefined: no hidden address, no house
 *   number, nobody's home (who reported stays inside the office).
 */
export function publicPlaceIn(sentences: readonly string[]): string | undefined {
  // what follows a hidden address is its tail: kelurahan, kecamatan
  const places = sentences
    .filter((sentence) => !/⟦(?:ADDRESS|COORD)-/.test(sentence))
    .flatMap((sentence) => placesOf(sentence.split(' ')))
  const open = places.filter(
    ({ tokens, before }) =>
      ![...before, ...tokens].some((token) => unsafe.test(token) || privates.has(plain(token))),
  )
  return fullest(open)?.replace(/,? (?:no|nomor)\.? ?\d+\p{L}?(?!\p{L})/iu, '')
}

function fullest(places: readonly Place[]): string | undefined {
  let best: string[] = []
  for (const { tokens } of places) if (tokens.length > best.length) best = tokens
  return best.length === 0 ? undefined : best.join(' ').replace(/[.,;:!?)]+$/, '')
}

function placesOf(tokens: readonly string[]): Place[] {
  const found: Place[] = []
  for (let at = 0; at < tokens.length; at++) {
    if (!starts(tokens, at)) continue
    const end = endOf(tokens, at)
    const place = tokens.slice(at, end)
    const named = place.some(
      (token, i) => hidden.test(token) || isGlued(token) || (i > 0 && namesSomething(token)),
    )
    if (named) found.push({ tokens: place, before: tokens.slice(Math.max(0, at - 3), at) })
    at = end - 1
  }
  return found
}

function starts(tokens: readonly string[], at: number): boolean {
  const token = tokens[at] ?? ''
  const word = plain(token)
  if (hidden.test(token) || isGlued(token) || relations.has(word)) return true
  // "jalan rusak" is no street: a full word needs a name after it
  return names.has(word) && (shortForm.test(word) || (/\p{L}$/u.test(token) && isName(tokens[at + 1] ?? '')))
}

function endOf(tokens: readonly string[], start: number): number {
  let smallLeft = smallWordsAfter(plain(tokens[start] ?? ''))
  let at = start + 1
  for (; at < tokens.length; at++) {
    const before = tokens[at - 1] ?? ''
    const token = tokens[at] ?? ''
    const word = plain(token)
    const fresh = starts(tokens, at) || (word === 'di' && starts(tokens, at + 1))
    if (/[!?;:)]$/.test(before) || (before.endsWith('.') && !shortForm.test(plain(before)))) break
    if (before.endsWith(',') && !fresh && !/^(?:kota|kabupaten)$/.test(word)) break
    if (fresh) smallLeft = smallWordsAfter(word)
    else if (ends.has(word)) break
    else if (!isName(token) && !shortForm.test(word) && smallLeft-- <= 0) break
  }
  return at
}

/** How many words in small letters may follow: hurried complaints have no capitals. */
function smallWordsAfter(word: string): number {
  if (relations.has(word)) return 2
  return shortForm.test(word) ? 2 : 0
}

/** "Jl.Merdeka", "RT03/RW05". */
function isGlued(token: string): boolean {
  return shortForm.test(glued.exec(token)?.[1]?.toLowerCase() ?? '')
}

function namesSomething(token: string): boolean {
  const word = plain(token)
  return word !== 'di' && !privates.has(word) && !relations.has(word)
}

function isName(token: string): boolean {
  return /^[("]?[\p{Lu}\d]/u.test(token) && !ends.has(plain(token))
}

function plain(token: string): string {
  return token.toLowerCase().replace(/^[("]+|[.,;:!?)"]+$/g, '')
}
