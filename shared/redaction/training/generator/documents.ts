// Made-up documents with exact marks: templates, filled, perhaps written carelessly, scanned badly or encoded oddly.
import { readdirSync, readFileSync } from 'node:fs'
import { fill, newFilling, type Piece } from './fill.ts'
import type { Split } from './names.ts'
import { garble } from './noise.ts'
import { chance, type Chance } from './random.ts'
import { exchangeTemplate } from './exchanges.ts'
import { namingTemplate } from './namings.ts'
import { tableTemplate } from './tables.ts'

export interface Mark {
  start: number
  end: number
  type: string
}

/** In the format of the sample that judges share. */
export interface MarkedDocument {
  id: string
  kind: string
  tags: string[]
  text: string
  spans: Mark[]
  neutral: { start: number; end: number }[]
}

interface Template {
  kind: string
  tags: string[]
  text: string
}

/** "%% kind tag tag" begins a template. Tags: negative; lower (chats that are often all in lower case). */
function readTemplates(split: Split, only?: string): Template[] {
  const folder = new URL(`../templates/${split}/`, import.meta.url)
  return readdirSync(folder)
    .filter((file) => only === undefined || file === only)
    .sort()
    .flatMap((file) => readFileSync(new URL(file, folder), 'utf8').split(/^%% /m).slice(1))
    .map((section) => {
      const end = section.indexOf('\n')
      const [kind = '', ...tags] = section.slice(0, end).trim().split(' ')
      return { kind, tags, text: section.slice(end + 1).replace(/\n+$/, '') }
    })
}

/** Kinds that people also write all in lower case. */
const easyKinds = new Set(['chat', 'complaint', 'prompt', 'misc', 'form', 'negative'])

/** Share of the documents for training whose templates are drawn by lot. */
const drawn = 0.26

function drawTemplate(random: Chance): Template {
  return random.pick([
    () => ({ kind: 'table', tags: [], text: tableTemplate(random) }),
    () => ({ kind: 'chat', tags: [], text: exchangeTemplate(random) }),
    () => ({ kind: 'list', tags: [], text: namingTemplate(random) }),
  ])()
}

/** Makes documents: each template in turn, now and then several in one long paste. */
export function makeDocuments(split: Split, count: number, seed: number, only?: string): MarkedDocument[] {
  const random = chance(seed)
  const templates = readTemplates(split, only)
  return Array.from({ length: count }, (_, at) => {
    const first =
      split === 'train' && only === undefined && random.often(drawn)
        ? drawTemplate(random)
        : (templates[at % templates.length] as Template)
    const joined = random.often(0.06) ? [first, random.pick(templates), random.pick(templates)] : [first]
    return makeDocument(`${split}-${at}`, joined, random, split)
  })
}

function makeDocument(
  id: string,
  templates: readonly Template[],
  random: Chance,
  split: Split,
): MarkedDocument {
  const tags = new Set<string>(
    templates.length === 1
      ? templates[0]?.tags.filter((tag) => tag === 'negative')
      : templates.every(({ tags }) => tags.includes('negative'))
        ? ['negative']
        : [],
  )
  const pieces = templates.flatMap((template, at): Piece[] => {
    const filled = fill(template.text, newFilling(random, split))
    const lower = random.often(
      template.tags.includes('lower') ? 0.6 : easyKinds.has(template.kind) ? 0.12 : 0.02,
    )
    const upper = !lower && random.often(0.03)
    const recased = (text: string) => (lower ? text.toLowerCase() : upper ? text.toUpperCase() : text)
    const written = filled.map((piece) =>
      piece.mark === 'SECRET' || piece.mark === 'EMAIL' ? piece : { ...piece, text: recased(piece.text) },
    )
    return at > 0 ? [{ text: random.pick(['\n\n', '\n\n---\n', '\n\n\n']) }, ...written] : written
  })
  const { pieces: garbled, tag } = garble(pieces, random)
  if (tag) tags.add(tag)
  return {
    id,
    kind: templates.length > 1 ? 'long' : (templates[0]?.kind ?? ''),
    tags: [...tags],
    ...join(garbled),
  }
}

function join(pieces: readonly Piece[]): Pick<MarkedDocument, 'text' | 'spans' | 'neutral'> {
  let text = ''
  const spans: Mark[] = []
  const neutral: { start: number; end: number }[] = []
  for (const piece of pieces) {
    const start = text.length
    text += piece.text
    if (piece.mark === 'neutral') neutral.push({ start, end: text.length })
    else if (piece.mark) spans.push({ start, end: text.length, type: piece.mark })
  }
  return { text, spans, neutral }
}
