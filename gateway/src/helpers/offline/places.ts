// Places as a text writes them: "depan SDN Karawaci 3, Jl. Merdeka RT 03/RW 05". Only pieces of the text itself.
import { complaintWords } from '../../../../shared/content/index.ts'

export interface Place {
  text: string
  /** Without what is tied to it by "dari … sampai …". */
  core: string
  /** Where it begins in the sentence. */
  start: number
  /** A street or region with its name stands in it. */
  named: boolean
  /** A noun without a name: "gerai pelayanan publik". */
  generic: boolean
  /** It or the three words before it may tell somebody's home: "rumah saya di". */
  private: boolean
}

const names = new Set(complaintWords.placeNames)
const relations = new Set(complaintWords.placeRelations)
const landmarks = new Set(complaintWords.landmarks)
const joiners = new Set(complaintWords.placeJoiners)
const ends = new Set([...complaintWords.placeEnds, ...complaintWords.problems])
const privates = new Set(complaintWords.privatePlaces)
const stopWords = new Set(complaintWords.stopWords)
const shortForm = /^(?:jl|jln|gg|rt|rw|kel|kec|kp|no)$/
/** A dot that ends no sentence: "Gang H. Saimin". */
const title = /^(?:\p{Lu}|K\.?H|Hj|Dr|Ir|Prof|St|Mr)\.$/u
const institutions = new Set(complaintWords.institutions)
const glued = /^(\p{L}{2,3})(?:[./](?=[\d\p{Lu}])|(?=\d))/u
/** What redaction made of a street with its house number: a place, but nobody's for the public. */
const hiddenAddress = /^[("]?⟦ALAMAT-\d+⟧/
/** Signs that no street name has, but placeholders, slots and links do. */
const unsafe = /[⟦⟧{}<>@]|:\/\/|^www\./i
const before = /^(?:di|ke|dari|pada)$/
const mostJoiners = 3

/** @returns the places that a sentence names, in order. Linear time. */
export function placesOf(sentence: string): Place[] {
  const tokens = sentence.split(' ')
  const found: Place[] = []
  let offset = 0
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at] ?? ''
    const end = starts(tokens, at) ? endOf(tokens, at) : at
    const core = tokens.slice(at, end)
    if (core.some((each, i) => isGlued(each) || (i > 0 && namesSomething(each)))) {
      found.push(placeAt(tokens, at, end, offset))
    }
    const next = Math.max(end, at + 1)
    for (; at < next - 1; at++) offset += (tokens[at] ?? '').length + 1
    offset += (tokens[at] ?? token).length + 1
  }
  return found
}

function placeAt(tokens: readonly string[], start: number, end: number, offset: number): Place {
  const core = tokens.slice(start, end)
  const whole = tokens.slice(start, endOfTied(tokens, end))
  const isHome = (each: string) => unsafe.test(each) || privates.has(plain(each))
  const text = whole.slice(core.length).some(isHome) ? core : whole
  return {
    text: trimmed(text),
    core: trimmed(core),
    start: offset,
    generic:
      !core.some((each, at) => isGlued(each) || (isName(each) && (at > 0 || names.has(plain(each))))) &&
      !shortForm.test(plain(core[0] ?? '')),
    named: core.some((each, at) => isGlued(each) || (names.has(plain(each)) && isName(core[at + 1] ?? ''))),
    private: [...tokens.slice(Math.max(0, start - 3), start), ...core].some(isHome),
  }
}

/** Goes on over "mulai dari … sampai …", "tepat di …", "… dan …" while another place follows. */
function endOfTied(tokens: readonly string[], end: number): number {
  let at = end
  for (let ties = 0; ties < 3; ties++) {
    if (/[.!?;:)]$/.test(tokens[at - 1] ?? '')) return at
    let next = at
    while (next < at + mostJoiners && joiners.has(plain(tokens[next] ?? ''))) next++
    if (next === at || !starts(tokens, next)) return at
    const tied = endOf(tokens, next)
    if (!tokens.slice(next + 1, tied).some(namesSomething)) return at
    at = tied
  }
  return at
}

function starts(tokens: readonly string[], at: number): boolean {
  const token = tokens[at] ?? ''
  const word = plain(token)
  const next = tokens[at + 1] ?? ''
  if (isGlued(token)) return true
  if (relations.has(word)) return /\p{L}$/u.test(token) && (isNamed(next) || isNoun(next))
  if (landmarks.has(word) && before.test(plain(tokens[at - 1] ?? '')) && /\p{L}$/u.test(token)) {
    return isNamed(next) || isNoun(next) || (/^\p{Ll}{4}/u.test(next) && !isEnd(next))
  }
  if (!names.has(word)) return false
  // "jalan rusak" is no street: a full word needs a name after it
  if (shortForm.test(word)) return next !== '' && !isEnd(next)
  if (institutions.has(word))
    return isName(next) || relations.has(plain(next)) || (/^\p{Ll}{2}/u.test(next) && !isEnd(next))
  return /\p{L}$/u.test(token) && isName(next)
}

function endOf(tokens: readonly string[], start: number): number {
  let smallLeft = smallWordsAfter(plain(tokens[start] ?? ''))
  let at = start + 1
  for (; at < tokens.length; at++) {
    const last = tokens[at - 1] ?? ''
    const token = tokens[at] ?? ''
    const word = plain(token)
    const fresh = starts(tokens, at) || (word === 'di' && starts(tokens, at + 1))
    if (/[!?;:)]$/.test(last) || (last.endsWith('.') && !shortForm.test(plain(last)) && !title.test(last)))
      break
    if (last.endsWith(',') && !fresh && !/^(?:kota|kabupaten)$/.test(word)) break
    if (fresh) smallLeft = smallWordsAfter(word)
    else if (isName(token)) smallLeft = 0
    else if (ends.has(word) || unsafe.test(token)) break
    else if (!shortForm.test(word)) {
      if (smallLeft-- <= 0 || stopWords.has(word)) break
    }
  }
  return at
}

/** How many words in small letters may follow: hurried complaints have no capitals. */
function smallWordsAfter(word: string): number {
  return relations.has(word) || landmarks.has(word) || shortForm.test(word) || institutions.has(word) ? 2 : 0
}

/** "Jl.Merdeka", "RT03/RW05", "⟦ALAMAT-1⟧": a place in one word. */
function isGlued(token: string): boolean {
  return hiddenAddress.test(token) || shortForm.test(glued.exec(token)?.[1]?.toLowerCase() ?? '')
}

function isNoun(token: string): boolean {
  const word = plain(token)
  return (
    names.has(word) || landmarks.has(word) || shortForm.test(word) || isGlued(token) || privates.has(word)
  )
}

function namesSomething(token: string): boolean {
  const word = plain(token)
  return (
    word !== 'di' && !privates.has(word) && !relations.has(word) && !joiners.has(word) && word !== 'jalan'
  )
}

/** A name has a letter at its head; a bare number is a name only inside a place. */
function isNamed(token: string): boolean {
  return isName(token) && /^[("]?\p{Lu}/u.test(token)
}

function isName(token: string): boolean {
  return /^[("]?[\p{Lu}\d]/u.test(token) && !isEnd(token) && !/^\(?(?:Rp|\d+[.:]\d{2}|\d{5,})/.test(token)
}

function isEnd(token: string): boolean {
  // "Karawaci Baru" is a name, "baru" is none
  const small = /^\p{Ll}/u.test(token) && stopWords.has(plain(token))
  return small || ends.has(plain(token)) || unsafe.test(token)
}

function trimmed(tokens: readonly string[]): string {
  const last = tokens.findLastIndex((token) => !joiners.has(plain(token)))
  return tokens
    .slice(0, last + 1)
    .join(' ')
    .replace(/[.,;:!?)"]+$/, '')
}

function plain(token: string): string {
  return token.toLowerCase().replace(/^[("]+|[.,;:!?)"]+$/g, '')
}
