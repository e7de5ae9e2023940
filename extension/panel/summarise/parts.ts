// A text that is too long for one answer, in parts: each is summarised, then the summaries. What was answered is kept
// until the whole is there, so that nothing is asked, and paid for, twice.
import type { HelperOptions } from '../../../shared/protocol/index.ts'
import type { DraftEvent } from '../../gateway.ts'
import { mostParts, partSize } from './long.ts'

export type StepEvent =
  | DraftEvent
  /** Part number `done` is being read. */
  | { kind: 'step'; done: number; of: number }
  /** The gateway takes no more for now; it goes on by itself in so many seconds. One event a second. */
  | { kind: 'wait'; seconds: number }

/** Summaries of parts by what they were made of: the part as sent, and what its placeholders stand for. */
export type KeptSummaries = Map<string, string>

export interface LongText {
  /** Redacted; its placeholders are the same in all parts. */
  text: string
  map: Readonly<Record<string, string>>
  /** Of parts, as the person was told. */
  count: number
}

/** Asks for one summary. */
type Ask = (text: string, options: HelperOptions) => AsyncIterable<DraftEvent>

const ofPart = { format: 'umum', length: 'lengkap', note: 'tanpa' } as const
/** A limit by the minute is over by then (seconds). */
const longestWait = 60
/** Refused so often in a row, it is not a matter of waiting. */
const mostWaits = 3

/**
 * Summarises a long text in steps. Waits by itself where the gateway says that it takes no more for a short while.
 * @param kept of an earlier try; what is in it isn't asked again. Empty when the whole is there
 * @returns steps, then the events of the last answer; a failure ends it
 */
export async function* summariseInParts(
  ask: Ask,
  { text, map, count }: LongText,
  options: HelperOptions,
  kept: KeptSummaries,
  signal: AbortSignal,
): AsyncGenerator<StepEvent> {
  const parts = partsOf(text.slice(0, partSize * mostParts), count)
  const keys = parts.map((part) => keyOf(part, map))
  for (const key of kept.keys()) if (!keys.includes(key)) kept.delete(key)
  for (const [at, part] of parts.entries()) {
    if (kept.has(keys[at]!)) continue
    yield { kind: 'step', done: at + 1, of: parts.length }
    let summary = ''
    for await (const event of patiently(() => ask(part, ofPart), signal)) {
      if (event.kind === 'text') summary += event.text
      if (event.kind === 'again') summary = ''
      if (event.kind === 'failure') return yield event
      if (event.kind === 'queued' || event.kind === 'wait') yield event
    }
    if (signal.aborted) return
    kept.set(keys[at]!, summary.trim())
  }
  const summaries = keys.map((key, at) => `Bagian ${at + 1}:\n${kept.get(key)}`)
  for await (const event of patiently(() => ask(summaries.join('\n\n'), options), signal)) {
    if (event.kind === 'end') kept.clear()
    yield event
  }
}

/** The same words with another person's name behind a placeholder are another part. */
function keyOf(part: string, map: LongText['map']): string {
  const values = Array.from(part.matchAll(/⟦[^⟦⟧]*⟧/g), ([placeholder]) => map[placeholder])
  return JSON.stringify([part, values])
}

/** Asks, and once more after a short wait where the gateway named one. What has begun to answer is not asked again. */
async function* patiently(
  ask: () => AsyncIterable<DraftEvent>,
  signal: AbortSignal,
): AsyncGenerator<StepEvent> {
  for (let waits = 0; ; waits += 1) {
    let seconds = 0
    for await (const event of ask()) {
      const { retryAfter = Infinity } = event.kind === 'failure' ? event.failure : {}
      if (retryAfter <= longestWait && waits < mostWaits) seconds = retryAfter
      else yield event
    }
    if (seconds === 0) return
    for (; seconds > 0; seconds -= 1) {
      yield { kind: 'wait', seconds }
      await aSecond(signal)
      if (signal.aborted) return
    }
  }
}

/** @returns at once when the signal is aborted */
function aSecond(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, 1000)
    signal.addEventListener('abort', () => (clearTimeout(timer), resolve()), { once: true })
  })
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
