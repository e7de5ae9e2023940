// An answer that lost something which it must hold, or says something that nobody said, is asked for once more; the first one
// is taken back.
import type { UpstreamEvent } from './upstream.ts'

type End = Extract<UpstreamEvent, { kind: 'end' }>
const nothing = { in: 0, out: 0 }

/**
 * @param ask begins a new answer each time
 * @param holds whether a whole answer may go out
 * @param instead what goes out where the second may not either, or fails; null = the best there is, with a fault that the
 *   panel shows
 * @returns the events of one answer; `again` stands before each that replaces one, and what came before it no longer counts
 */
export async function* onceMore(
  ask: () => AsyncGenerator<UpstreamEvent>,
  holds: (answer: string) => boolean,
  instead: (() => string) | null,
): AsyncGenerator<UpstreamEvent> {
  const first = yield* untilFault(ask, holds)
  if (!first) return
  yield { kind: 'again', tokens: first.end.tokens }
  const second = yield* untilFault(ask, (answer) => instead === null || holds(answer), true)
  if (!second) return
  yield { kind: 'again', tokens: nothing }
  yield { kind: 'text', text: instead?.() ?? first.answer }
  yield second.end
}

/** @returns the answer that may not go out, with its end; null where all of it has gone out */
async function* untilFault(
  ask: () => AsyncGenerator<UpstreamEvent>,
  holds: (answer: string) => boolean,
  isLast = false,
): AsyncGenerator<UpstreamEvent, { answer: string; end: End } | null> {
  let answer = ''
  for await (const event of ask()) {
    if (event.kind === 'text') answer += event.text
    // Cut off at its limit it would be again.
    if (event.kind === 'end' && !event.cutOff && !holds(answer)) return { answer, end: event }
    // There was a whole answer before: better that, or what takes its place, than none.
    if (event.kind === 'failure' && isLast)
      return { answer, end: { kind: 'end', cutOff: false, tokens: nothing } }
    yield event
  }
  return null
}
