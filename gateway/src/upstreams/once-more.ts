// An answer that lost something which it must hold is asked for once more; the first one is taken back.
import type { UpstreamEvent } from './upstream.ts'

/**
 * @param ask begins a new answer each time
 * @param holds whether a whole answer may go out
 * @returns the events of one answer; `again` stands between two of them, and what came before it no longer counts. The
 *   second is passed on as it is: better a translation with a fault that is shown than none.
 */
export async function* onceMore(
  ask: () => AsyncGenerator<UpstreamEvent>,
  holds: (answer: string) => boolean,
): AsyncGenerator<UpstreamEvent> {
  let answer = ''
  for await (const event of ask()) {
    if (event.kind === 'text') answer += event.text
    // Cut off at its limit it would be again.
    if (event.kind === 'end' && !event.cutOff && !holds(answer)) {
      yield { kind: 'again' }
      return yield* ask()
    }
    yield event
  }
}
