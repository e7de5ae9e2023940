// Asks one upstream after the other until one answers. Nothing has been shown before the first piece of text, so until
// then another may take over; afterwards the answer is that upstream's, broken off or not.
import type { ErrorCode, Failure } from '../../../shared/protocol/index.ts'
import type { PreparedHelper } from '../helpers/helper.ts'
import { mayAsk, noteAnswer } from './breaker.ts'
import { longestWaitMs, takeTurn, waitForTurn } from './queue.ts'
import type { Upstream, UpstreamEvent } from './upstream.ts'

/** Whose answer it is; the one being asked now, until there is text. */
export interface Choice {
  upstream: Upstream
}

/** @param upstreams at least one, the first first */
export async function* askInTurn(
  upstreams: readonly Upstream[],
  choice: Choice,
  prepared: PreparedHelper,
  source: string,
  signal: AbortSignal,
): AsyncGenerator<UpstreamEvent> {
  let failure: Failure = { code: 'upstream_busy', retryAfter: 5 }
  for (const [at, upstream] of upstreams.entries()) {
    const isLast = at === upstreams.length - 1
    const now = Date.now()
    // Behind the last nobody stands: better a try than a refusal.
    if (!isLast && !mayAsk(upstream.id, now)) continue
    choice.upstream = upstream
    if (!takeTurn(upstream.id, upstream.requestsPerMinute, now)) {
      const inTime = isLast && (yield* queued(upstream, signal))
      if (!inTime) {
        noteAnswer(upstream.id, null, now)
        failure = { code: 'upstream_busy', retryAfter: longestWaitMs / 1000 }
        continue
      }
    }
    const failed = yield* askOne(upstream, prepared, source, signal)
    if (!failed) return
    failure = failed
  }
  if (!signal.aborted) yield { kind: 'failure', failure }
}

/** Tells the place in the queue. @returns whether the turn came */
async function* queued(
  { id, requestsPerMinute }: Upstream,
  signal: AbortSignal,
): AsyncGenerator<UpstreamEvent, boolean> {
  const turn = waitForTurn(id, requestsPerMinute ?? 1, signal)
  try {
    for (;;) {
      const { value, done } = await turn.next()
      if (done) return value
      yield { kind: 'queued', position: value }
    }
  } finally {
    await turn.return(false)
  }
}

/** @returns why it gave nothing, or null when the answer is over: whole, broken off, or its reader gone */
async function* askOne(
  upstream: Upstream,
  prepared: PreparedHelper,
  source: string,
  signal: AbortSignal,
): AsyncGenerator<UpstreamEvent, Failure | null> {
  let worked: boolean | null = null
  try {
    let heard = yield* listen(upstream.ask(prepared, source, signal))
    // All its tokens went into thinking: asked once more not to, where its rate allows one more.
    if (
      heard.failure?.code === 'upstream_empty' &&
      upstream.kind === 'openai' &&
      takeTurn(upstream.id, upstream.requestsPerMinute, Date.now())
    ) {
      const again = yield* listen(upstream.ask(prepared, source, signal, true))
      // A server that does not know the switch refuses the request; what was wrong is the empty answer.
      if (again.failure?.code !== 'upstream_refused') heard = again
    }
    const { failure, shown } = heard
    worked = signal.aborted || (failure && !itsOwnFault.has(failure.code)) ? null : failure === null
    return shown ? null : failure
  } finally {
    noteAnswer(upstream.id, worked, Date.now())
  }
}

/** Failures that say something of the server; the others may be about this one text. */
const itsOwnFault = new Set<ErrorCode>([
  'upstream_unreachable',
  'upstream_timeout',
  'upstream_busy',
  'upstream_malformed',
  'upstream_broke_off',
])

interface Heard {
  failure: Failure | null
  /** Text came, so that nobody else can take over; its failure has been told. */
  shown: boolean
}

async function* listen(events: AsyncGenerator<UpstreamEvent>): AsyncGenerator<UpstreamEvent, Heard> {
  let shown = false
  for await (const event of events) {
    const failure = event.kind === 'failure' ? event.failure : null
    shown ||= event.kind === 'text'
    if (!failure || shown) yield event
    if (failure) return { failure, shown }
  }
  return { failure: null, shown }
}
