// Persons, places and institutions that a draft names though its source doesn't. A false alarm is dearer than a miss: what
// might be an ordinary word with a capital is left alone.
import { monthNames, parseDraft, sentenceSpans, type UnsourcedFact } from '../drafts/index.ts'
import { nameWordKind } from '../redaction/index.ts'
import words from './unsourced-words.json' with { type: 'json' }

const word = /\p{L}[\p{L}\p{M}]*(?:['’-]\p{L}[\p{L}\p{M}]*)*/gu
const letters = /\p{L}+/gu
/** In words: the work stays linear. */
const longestSpelledOut = 8
const placeholder = /⟦[^⟦⟧\n]{1,60}⟧/g
const ending = /(?:nya|lah|kah|pun|ku|mu)$/
/** Written together with what follows by people in a hurry: "dikemuning". */
const prefixes = ['di', 'ke', 'dr', 'jl', 'jln']
/** Between the words of one name: "Jl. Kenanga", "Al-Ikhlas", "H. Ahmad". */
const within = /^(?:\.? |\.)$/
/** Whoever or whatever stands behind such a label at a line's start is named even alone. */
const naming =
  /^[\s•*-]*(?:nama|pelapor|pengirim|penerima|dari|kepada|lokasi|alamat|tempat|instansi)(?: \p{L}+)?:\s*$/iu
/** What stands behind one of these is a name, even where it looks like any other word: "Yayasan Bina Insani". */
const places = new Set(words.places)
/** What stands behind one of these is its task: which office a matter belongs to is for the draft to say. */
const offices = new Set(words.offices)
/** Words that offices write with a capital, of which lists of names and words say nothing or something else. */
const common = new Set([...monthNames.flat(), ...words.common])

/**
 * @param texts what a draft may name: its source, the office's own words
 * @returns their words in small letters, for `unsourcedNames`
 */
export function namedIn(...texts: readonly string[]): ReadonlySet<string> {
  return new Set(texts.flatMap((text) => plain(text).toLowerCase().match(letters) ?? []))
}

/**
 * @param draft the answer as the officer reads it; its slots and placeholders name nobody
 * @param known as `namedIn` says
 * @returns names that are not known, in order, each run of words once. Linear time.
 */
export function unsourcedNames(draft: string, known: ReadonlySet<string>): UnsourcedFact[] {
  const text = masked(draft)
  return runsOf(text).flatMap((run) => (isSpelledOut(run, known) ? [] : marksIn(text, run, known)))
}

interface Word {
  start: number
  end: number
  /** In small letters, without marks. */
  key: string
  /** A capital says nothing there. */
  begins: boolean
  /** The word before it in the sentence, where it is no part of the run. */
  before: string
}

/** Words with a capital that stand together. */
function runsOf(text: string): Word[][] {
  const starts = startsIn(text)
  const runs: Word[][] = []
  let last = { end: -1, text: '' }
  for (const { index, 0: found } of text.matchAll(word)) {
    const end = index + found.length
    const gap = text.slice(last.end, index)
    const isNext = last.end >= 0 && within.test(gap) && !starts.has(index)
    if (isTitled(found)) {
      const before = gap === ' ' || gap === '. ' ? last.text : ''
      const one = { start: index, end, key: keyOf(found), begins: starts.has(index), before }
      const run = runs.at(-1)
      if (isNext && run?.at(-1)?.end === last.end) run.push(one)
      else runs.push([one])
    }
    last = { end, text: found.toLowerCase() }
  }
  return runs
}

/** "Kenanga", not "PLN" and not "rumah": what is written in capitals alone is short for something. */
function isTitled(found: string): boolean {
  return /^\p{Lu}\p{Ll}/u.test(found)
}

/** Where sentences, lines and what stands behind a colon begin. */
function startsIn(text: string): Set<number> {
  const starts = new Set<number>()
  const firstFrom = (at: number) => {
    word.lastIndex = at
    const first = word.exec(text)
    word.lastIndex = 0
    if (first) starts.add(first.index)
  }
  let at = 0
  for (const line of text.split('\n')) {
    for (const { start } of sentenceSpans(line)) firstFrom(at + start)
    for (const { index } of line.matchAll(/[:;!?"“(/•|]\s*/g)) {
      if (!naming.test(line.slice(0, index + 1))) firstFrom(at + index + 1)
    }
    at += line.length + 1
  }
  return starts
}

function marksIn(text: string, run: Word[], known: ReadonlySet<string>): UnsourcedFact[] {
  const kinds = run.map(kindOf)
  const heads = headsOf(run)
  const isOpen = run.map(
    ({ key }, at) =>
      key.length > 2 &&
      kinds[at] !== 'head' &&
      !offices.has(key) &&
      heads[at] !== 'office' &&
      !isKnown(key, known) &&
      !isKnown(joined(run, at), known),
  )
  const sure = run.map(({ begins }, at) => {
    if (!isOpen[at] || begins) return false
    if (kinds[at] === 'name' || kinds[at] === 'unknown') return true
    if (kinds[at] === 'ordinary') return heads[at] === 'place' && !isCommon(run[at]!)
    return heads[at] === 'place' || kinds[at - 1] === 'head'
  })
  const isBeside = (at: number) => isOpen[at] && kinds[at] !== 'ordinary' && (sure[at - 1] || sure[at + 1])
  const marks: UnsourcedFact[] = []
  for (const [at, { start, end }] of run.entries()) {
    if (!sure[at] && !isBeside(at)) continue
    const last = marks.at(-1)
    if (last && within.test(text.slice(last.end, start))) last.end = end
    else marks.push({ start, end, kind: 'name' })
  }
  return marks
}

function kindOf(word: Word): ReturnType<typeof nameWordKind> {
  return isCommon(word) ? 'ordinary' : nameWordKind(word.key)
}

function isCommon({ key }: Word): boolean {
  return common.has(key) || common.has(key.replace(ending, ''))
}

type Head = 'place' | 'office' | null

/** What each word stands behind, of those that a name or the part of an office follows. */
function headsOf(run: Word[]): Head[] {
  const headAt = (key: string): Head => (places.has(key) ? 'place' : offices.has(key) ? 'office' : null)
  let head = headAt(run[0]!.before)
  return run.map(({ key }) => {
    const own = head
    head = headAt(key) ?? head
    return own
  })
}

function isKnown(key: string, known: ReadonlySet<string>): boolean {
  const forms = [key, key.replace(ending, ''), `${key}nya`, ...prefixes.map((prefix) => prefix + key)]
  if (forms.some((form) => known.has(form))) return true
  if (/['-]/.test(key) && key.split(/['-]/).every((part) => known.has(part))) return true
  // "Kebonjeruk" for "kebon jeruk".
  for (let at = 3; at <= key.length - 3; at += 1)
    if (known.has(key.slice(0, at)) && known.has(key.slice(at))) return true
  return false
}

/** "Kebon Jeruk" for "kebonjeruk". */
function joined(run: Word[], at: number): string {
  return run[at + 1] ? run[at]!.key + run[at + 1]!.key : (run[at - 1]?.key ?? '') + run[at]!.key
}

/** "Rumah Sakit Hasan Sadikin" for "RSHS". */
function isSpelledOut(run: Word[], known: ReadonlySet<string>): boolean {
  if (run.length > longestSpelledOut) return false
  const initials = run.map(({ key }) => key[0]).join('')
  return run.some((_, at) => initials.length - at > 2 && known.has(initials.slice(at)))
}

function keyOf(found: string): string {
  return plain(found).toLowerCase().replaceAll('’', "'")
}

function plain(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '')
}

/** The draft at its full length, with blanks for what names nobody. */
function masked(draft: string): string {
  const blank = (text: string) => '-'.repeat(text.length)
  const text = parseDraft(draft).map((piece) =>
    piece.kind === 'text' ? piece.text : blank(draft.slice(piece.start, piece.end)),
  )
  return text.join('').replace(placeholder, blank)
}
