// What a complaint is about, without a model: cues from `content/categories.json`, weighed by where they stand.
// It proposes, the officer decides; no match is an honest answer.
import { categories, type Category } from '../content/index.ts'
import { sentenceSpans } from '../drafts/index.ts'

export interface FoundCategory {
  id: string
  /** What told it, as it is written there. */
  because: string
}

interface Cue {
  /** Its category; none for a phrase that only looks like a cue. */
  id: string | null
  head: readonly string[]
  /** What follows after the gap; empty where there is none. */
  tail: readonly string[]
  weight: number
  over: boolean
}

interface Token {
  /** The word and what is left of it without usual affixes, each in the spelling that the cues have. */
  forms: readonly string[]
  sentence: number
  start: number
  end: number
}

interface Hit {
  cue: Cue
  id: string
  /** Of the text. */
  start: number
  end: number
  sentence: number
  score: number
}

interface Sum {
  id: string
  strong: number
  /** Of single words and phrases, of which any number says less than one strong phrase. */
  weak: number
  /** Where its last strong phrase ends: one that begins before that is the same evidence once more. */
  end: number
  over: boolean
  best: Hit
}

/** Cues by the first word of their heads. */
type Cues = ReadonlyMap<string, readonly Cue[]>

/** Found by trying: a strong phrase outweighs two words, and what comes first, or after a "but", counts more. */
const weights = { strong: 6, phrase: 3, word: 2, mostWeak: 5, opening: 1.5, turned: 1.5 }
/** Most words between the two parts of a cue. */
const widestGap = 6
const gap = '…'
const noInformation = 'lainnya'

/** A placeholder of redaction is taken whole: the "BPJS" in one is no word of the text. */
const wordLike = /⟦[^⟦⟧\n]{1,60}⟧|[\p{L}\p{N}]+/gu
/** "macettt" */
const drawnOut = /(\p{L})\1{2,}/gu
/** "50rb" */
const count = /^\d+(?=\p{L})/u
/** Indonesian, Sundanese, Javanese; an English plural; "rusak2" for "rusak-rusak". */
const enclitic = /(?:nya|lah|kah|pun|ku|mu|na|ne|e|s|2)$/
const suffix = /(?:keun|kan|an|in|i)$/
const prefix = /^(?:memper|diper|nge|ng|mem|men|me|pem|pen|per|pe|ber|ter|di|ke|ka|se)/
/** What is left must be so long, else it is mostly another word: "menular" has no snake in it. */
const shortest = { enclitic: 3, affix: 5 }

/** Built at the first call, so that a bundle without this function can leave it out. */
let known: { text: Cues; label: Cues } | undefined

/**
 * @param text the complaint, with its title as the first line if it has one
 * @param labelled the portal's own category: it wins where it names one of ours, "Lainnya" only where the text tells none
 * @returns null if nothing tells. Linear time.
 */
export function findCategory(text: string, labelled = ''): FoundCategory | null {
  known ??= knownCues()
  const because = labelled.trim()
  const named = strongest(labelled, known.label)
  if (named !== null && named.id !== noInformation) return { id: named.id, because }
  return strongest(text, known.text) ?? (named === null ? null : { id: named.id, because })
}

/** @returns the category with its questions and its sentence; undefined for an id that is none */
export function categoryOf(id: string): Category | undefined {
  return categories.categories.find((category) => category.id === id)
}

function strongest(text: string, cues: Cues): FoundCategory | null {
  const tokens = tokensOf(text)
  const sums = sumsOf(hitsIn(tokens, cues))
  const over = sums.filter((sum) => sum.over && !isUndone(sum.id, tokens))
  const best = (over.length > 0 ? over : sums).reduce<Sum | null>(
    (best, sum) => (best === null || scoreOf(sum) > scoreOf(best) ? sum : best),
    null,
  )
  return best && { id: best.id, because: text.slice(best.best.start, best.best.end) }
}

function tokensOf(text: string): Token[] {
  const tokens: Token[] = []
  let [at, sentence] = [0, 0]
  for (const line of text.split('\n')) {
    for (const span of sentenceSpans(line)) {
      for (const match of line.slice(span.start, span.end).matchAll(wordLike)) {
        const start = at + span.start + match.index
        tokens.push({ forms: formsOf(match[0]), sentence, start, end: start + match[0].length })
      }
      sentence += 1
    }
    at += line.length + 1
  }
  return tokens
}

/** "lampunya" is also "lampu", "pembakaran" also "bakar"; the word as it is written comes first. */
function formsOf(written: string): string[] {
  // A word longer than all others is a key or a link.
  const word = written.slice(0, 40).toLowerCase().replace(drawnOut, '$1').replace(count, '')
  const bare = [word, without(word, enclitic, shortest.enclitic)]
  const ended = [...bare, ...bare.map((form) => without(form, suffix, shortest.affix))]
  const all = [...ended, ...ended.map((form) => without(form, prefix, shortest.affix))]
  return [...new Set(all.map(spelt))]
}

function without(word: string, affix: RegExp, least: number): string {
  const rest = word.replace(affix, '')
  return rest.length < least ? word : rest
}

function spelt(word: string): string {
  return Object.hasOwn(categories.variants, word) ? (categories.variants[word] ?? word) : word
}

function hitsIn(tokens: readonly Token[], cues: Cues): Hit[] {
  const hits: Hit[] = []
  const turn = tokens.findIndex(({ forms }) => isOneOf(categories.turns, forms))
  for (let at = 0; at < tokens.length;) {
    const here = tokens[at]?.forms.flatMap((form) => cues.get(form) ?? []) ?? []
    const whole = here.filter((cue) => cue.tail.length === 0 && standsAt(tokens, at, cue.head))
    const length = Math.max(1, ...whole.map((cue) => cue.head.length))
    const longest = whole.filter((cue) => cue.head.length === length)
    if (longest.every((cue) => cue.id !== null) && !isDenied(tokens, at)) {
      const parted = here.filter((cue) => cue.tail.length > 0 && cue.head.length >= length)
      const found = [...longest, ...parted].flatMap((cue) => hitAt(tokens, at, cue) ?? [])
      const factor = turn >= 0 && at > turn ? weights.turned : 1
      hits.push(...bestOfEach(found).map((hit) => ({ ...hit, score: hit.score * factor })))
    }
    at += length
  }
  return hits
}

/** @returns undefined where the cue doesn't stand, or names a place: "depan sekolah" */
function hitAt(tokens: readonly Token[], at: number, cue: Cue): Hit | undefined {
  const first = tokens[at]
  if (cue.id === null || first === undefined || !standsAt(tokens, at, cue.head)) return undefined
  if (cue.head.length === 1 && isOneOf(categories.relations, tokens[at - 1]?.forms ?? [])) return undefined
  const after = at + cue.head.length
  const last = cue.tail.length === 0 ? after : endOfTail(tokens, after, first.sentence, cue.tail)
  const end = tokens[last - 1]?.end
  if (last < 0 || end === undefined) return undefined
  return { cue, id: cue.id, start: first.start, end, sentence: first.sentence, score: cue.weight }
}

/** @returns the token after the tail; -1 where it doesn't follow within the gap and the sentence */
function endOfTail(
  tokens: readonly Token[],
  from: number,
  sentence: number,
  tail: readonly string[],
): number {
  for (let at = from; at <= from + widestGap; at += 1) {
    const end = tokens[at + tail.length - 1]
    if (end === undefined || end.sentence !== sentence) return -1
    if (standsAt(tokens, at, tail)) return at + tail.length
  }
  return -1
}

function standsAt(tokens: readonly Token[], at: number, words: readonly string[]): boolean {
  return words.every((word, after) => tokens[at + after]?.forms.includes(word))
}

/** "bukan soal sampah", "tidak minta uang" */
function isDenied(tokens: readonly Token[], at: number): boolean {
  const [before, earlier] = [tokens[at - 1]?.forms ?? [], tokens[at - 2]?.forms ?? []]
  return before.includes('tidak') || before.includes('bukan') || earlier.includes('bukan')
}

function isOneOf(words: readonly string[], forms: readonly string[]): boolean {
  return forms.some((form) => words.includes(form))
}

/** Several cues of one category that begin with one word are one piece of evidence. */
function bestOfEach(hits: readonly Hit[]): Hit[] {
  const best = new Map<string, Hit>()
  for (const hit of hits) if (hit.score > (best.get(hit.id)?.score ?? 0)) best.set(hit.id, hit)
  return [...best.values()]
}

/** Each cue counts once, in the order of the categories' first hits. */
function sumsOf(hits: readonly Hit[]): Sum[] {
  const opening = hits[0]?.sentence
  const [sums, counted] = [new Map<string, Sum>(), new Set<Cue>()]
  for (const plain of hits) {
    if (counted.has(plain.cue)) continue
    counted.add(plain.cue)
    const hit = plain.sentence === opening ? { ...plain, score: plain.score * weights.opening } : plain
    const sum = sums.get(hit.id) ?? { id: hit.id, strong: 0, weak: 0, end: 0, over: false, best: hit }
    if (hit.cue.weight < weights.strong) sum.weak += hit.score
    else if (hit.start >= sum.end) [sum.strong, sum.end] = [sum.strong + hit.score, hit.end]
    sum.over ||= hit.cue.over
    if (hit.score > sum.best.score) sum.best = hit
    sums.set(hit.id, sum)
  }
  return [...sums.values()]
}

function scoreOf({ strong, weak }: Sum): number {
  return strong + Math.min(weak, weights.mostWeak)
}

/** Thanks, and then a "but". */
function isUndone(id: string, tokens: readonly Token[]): boolean {
  const cues = (categoryOf(id)?.unless ?? []).map((phrase) => cueOf(id, phrase, 0))
  return tokens.some((_, at) => cues.some((cue) => hitAt(tokens, at, cue) !== undefined))
}

function knownCues(): { text: Cues; label: Cues } {
  const harmless = categories.harmless.map((phrase) => cueOf(null, phrase, 0))
  const text = categories.categories.flatMap(({ id, words, strong, over }) => [
    ...words.map((phrase) => cueOf(id, phrase, phrase.includes(' ') ? weights.phrase : weights.word)),
    ...strong.map((phrase) => cueOf(id, phrase, weights.strong)),
    ...(over ?? []).map((phrase) => ({ ...cueOf(id, phrase, weights.strong), over: true })),
  ])
  const label = categories.categories.flatMap(({ id, title, labels }) =>
    [title, ...labels].map((phrase) => cueOf(id, phrase, weights.strong)),
  )
  return { text: byFirstWord([...harmless, ...text]), label: byFirstWord([...harmless, ...text, ...label]) }
}

function cueOf(id: string | null, phrase: string, weight: number): Cue {
  const [head = '', tail = ''] = phrase.split(gap)
  return { id, head: wordsOf(head), tail: wordsOf(tail), weight, over: false }
}

function byFirstWord(cues: readonly Cue[]): Cues {
  const index = new Map<string, Cue[]>()
  for (const cue of cues) {
    const [first = ''] = cue.head
    index.set(first, [...(index.get(first) ?? []), cue])
  }
  return index
}

function wordsOf(phrase: string): string[] {
  return Array.from(phrase.toLowerCase().matchAll(wordLike), ([word]) => spelt(word))
}
