// An answer that lost something which it must hold, or says something that nobody said, is asked for once more; the first one
// is taken back.
import type { UpstreamEvent } from './upstream.ts'

/**
 * @param ask begins a new answer each time
 * @param holds whether a whole answer may go out
 * @param instead what goes out where the second may not either; null = the second, with a fault that the panel shows
 * @returns the events of one answer; `again` stands before each that replaces one, and what came before it no longer counts
 */
export async function* onceMore(
  ask: () => AsyncGenerator<UpstreamEvent>,
  holds: (answer: string) => boolean,
  instead: (() => string) | null,
): AsyncGenerator<UpstreamEvent> {
  for (const isLast of [false, true]) {
    let answer = ''
    let replaced = false
    for await (const event of ask()) {
      if (event.kind === 'text') answer += event.text
      // Cut off at its limit it would be again.
      if (event.kind === 'end' && !event.cutOff && !holds(answer) && !(isLast && instead === null)) {
        yield { kind: 'again' }
        if (isLast && instead !== null) {
          yield { kind: 'text', text: instead() }
          yield event
        }
        replaced = !isLast
        break
      }
      yield event
    }
    if (!replaced) return
  }
}
