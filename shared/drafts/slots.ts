// Slots: facts that only the officer knows, `{{tanggal_selesai}}` in a draft. The draft can't be inserted while one
// is open (D4), so everything that looks like a whole slot is one, and half a slot that still streams in is text.
import { sentenceSpans } from './sentences.ts'

export type Piece =
  { kind: 'text'; text: string } | { kind: 'slot'; name: string; start: number; end: number }

// The bound on the length keeps time linear on "{{{{…" and "{{" without an end.
const slotLike = /\{\{([^{}\n]{1,160})\}\}/g
const validName = /^[\p{L}\p{N}_]{1,60}$/u

/** @returns the draft cut into text and slots, in order; `start` and `end` in UTF-16 units of `text`. */
export function parseDraft(text: string): Piece[] {
  const pieces: Piece[] = []
  let from = 0
  for (const match of text.matchAll(slotLike)) {
    const name = nameOf(match[1] ?? '')
    if (name === undefined) continue
    if (match.index > from) pieces.push({ kind: 'text', text: text.slice(from, match.index) })
    from = match.index + match[0].length
    pieces.push({ kind: 'slot', name, start: match.index, end: from })
  }
  if (from < text.length) pieces.push({ kind: 'text', text: text.slice(from) })
  return pieces
}

/** @returns names of the slots, each once, in order of appearance. */
export function slotNames(text: string): string[] {
  const names = new Set<string>()
  for (const piece of parseDraft(text)) if (piece.kind === 'slot') names.add(piece.name)
  return [...names]
}

/** @returns the draft with the values put in as they are; a slot whose value is missing or blank stays. */
export function fillSlots(text: string, values: Record<string, string>): string {
  return parseDraft(text)
    .map((piece) => {
      if (piece.kind === 'text') return piece.text
      const value = Object.hasOwn(values, piece.name) ? values[piece.name] : undefined
      return value?.trim() ? value : text.slice(piece.start, piece.end)
    })
    .join('')
}

/**
 * Takes out each sentence that holds the slot; a line without sentences goes as a whole, and so does one that has
 * nothing else to say. Other lines stay as they are, save that no two blank lines follow each other there.
 */
export function removeSlot(text: string, name: string): string {
  if (!slotNames(text).includes(name)) return text
  const lines = text.split('\n')
  const kept = lines.flatMap((line) => {
    const rest = withoutSlot(line, name)
    return rest === '' && line.trim() !== '' ? [] : [rest]
  })
  return kept
    .filter((line, at) => line.trim() !== '' || (kept[at - 1] ?? '').trim() !== '')
    .join('\n')
    .trim()
}

/** A model may write "{{ tanggal selesai }}" for `tanggal_selesai`. */
function nameOf(inside: string): string | undefined {
  const name = inside.trim().replace(/[^\S\n]+/g, '_')
  return validName.test(name) ? name : undefined
}

function withoutSlot(line: string, name: string): string {
  if (!slotNames(line).includes(name)) return line
  const rest = sentenceSpans(line)
    .map((span) => line.slice(span.start, span.end))
    .filter((sentence) => !slotNames(sentence).includes(name))
    .join(' ')
  return /[\p{L}\p{N}]/u.test(rest) ? rest : ''
}
