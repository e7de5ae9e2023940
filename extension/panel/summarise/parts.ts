// A text that is too long for one answer, in parts: each is summarised, then the summaries.
import type { HelperOptions } from '../../../shared/protocol/index.ts'
import { askHelper, type Connection, type DraftEvent } from '../../gateway.ts'
import { mostParts, partSize } from './long.ts'

export type StepEvent = DraftEvent | { kind: 'step'; done: number; of: number }

/**
 * Summarises a long text in steps.
 * @param text redacted; its placeholders are the same in all parts
 * @param count of parts, as the person was told
 * @returns steps, then the events of the last answer; a failure ends it
 */
export async function* summariseInParts(
  to: Connection,
  text: string,
  count: number,
  options: HelperOptions,
  signal: AbortSignal,
): AsyncGenerator<StepEvent> {
  const parts = partsOf(text.slice(0, partSize * mostParts), count)
  const summaries: string[] = []
  for (const [at, part] of parts.entries()) {
    yield { kind: 'step', done: at + 1, of: parts.length }
    let summary = ''
    const short = { format: 'umum', length: 'lengkap', note: 'tanpa' } as const
    for await (const event of askHelper(to, 'summarise', part, short, signal)) {
      if (event.kind === 'text') summary += event.text
      if (event.kind === 'again') summary = ''
      if (event.kind === 'failure') return yield event
      if (event.kind === 'queued') yield event
    }
    if (signal.aborted) return
    summaries.push(`Bagian ${at + 1}:\n${summary.trim()}`)
  }
  yield* askHelper(to, 'summarise', summaries.join('\n\n'), options, signal)
}

/** @returns so many parts of about the same length, which make up the text again */
export function partsOf(text: string, count: number): string[] {
  const parts: string[] = []
  let from = 0
  for (let left = count; left > 1; left -= 1) {
    const ideal = (text.length - from) / left
    const end = from + cutNear(text.slice(from, from + Math.floor(ideal * 1.1)), Math.floor(ideal * 0.9))
    parts.push(text.slice(from, end))
    from = end
  }
  return [...parts, text.slice(from)]
}

/** Where a part ends: before a heading, else after an empty line, a line, a sentence, a word; the last of them. */
function cutNear(stretch: string, least: number): number {
  const borders = [
    /\n(?=(?:BAB|Bagian|Pasal|Lampiran|Halaman|[IVX]{1,5}\.|[A-Z]\.) ?)/g,
    /\n\n/g,
    /\n/g,
    /[.!?] /g,
    / /g,
  ]
  for (const border of borders) {
    let last = -1
    for (const { index, 0: sign } of stretch.matchAll(border)) last = index + sign.length
    if (last >= least) return last
  }
  // Never between the halves of a surrogate pair.
  return /[\uD800-\uDBFF]$/.test(stretch) ? stretch.length - 1 : stretch.length
}
