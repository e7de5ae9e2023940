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

/**
 * One generator for all of it: each one more that an event passes through costs as much as the event.
 * @param upstreams at least one, the first first
 */
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
    let shown = false
    let failed: Failure | null = null
    let worked: boolean | null = null
    try {
      for (const quietly of [false, true]) {
        let found: Failure | null = null
        for await (const event of upstream.ask(prepared, source, signal, quietly)) {
          if (event.kind === 'text') shown = true
          if (event.kind === 'failure') found = event.failure
          if (shown || event.kind !== 'failure') yield event
        }
        // A server that does not know the switch refuses the request; what was wrong is the empty answer.
        if (!quietly || found?.code !== 'upstream_refused') failed = found
        if (quietly || !mayAskQuietly(upstream, failed)) break
      }
      worked = signal.aborted || (failed && !itsOwnFault.has(failed.code)) ? null : failed === null
    } finally {
      noteAnswer(upstream.id, worked, Date.now())
    }
    // Once text was shown nobody else can take over, and its failure has been told.
    if (shown || !failed) return
    failure = failed
  }
  if (!signal.aborted) yield { kind: 'failure', failure }
}

/** All its tokens went into thinking: asked once more not to, where its rate allows one more. */
function mayAskQuietly({ id, kind, requestsPerMinute }: Upstream, failed: Failure | null): boolean {
  return (
    failed?.code === 'upstream_empty' && kind !== 'offline' && takeTurn(id, requestsPerMinute, Date.now())
  )
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

/** Failures that say something of the server; the others may be about this one text. */
const itsOwnFault = new Set<ErrorCode>([
  'upstream_unreachable',
  'upstream_timeout',
  'upstream_busy',
  'upstream_malformed',
  'upstream_broke_off',
])
