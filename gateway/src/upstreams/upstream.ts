// What an upstream is: something that answers a prompt in pieces. A failure is the last event, never an exception,
// so that a caller cannot forget the half of an answer that came before it.
import type { ErrorCode, Failure } from '../../../shared/protocol/index.ts'
import type { PreparedHelper } from '../helpers/helper.ts'

export type UpstreamEvent =
  | { kind: 'text'; text: string }
  /** The model thinks aloud: nobody is shown it, but it was computed. `characters` of it came since the last event. */
  | { kind: 'thought'; characters: number }
  /** The upstream's rate is used up; so many stand before this request. */
  | { kind: 'queued'; position: number }
  /** What came so far is taken back: another answer begins. `tokens`: what it took all the same; null = not said. */
  | { kind: 'again'; tokens: { in: number; out: number } | null }
  /** `tokens` null = the server did not say. `cutOff` = it stopped at the length limit. */
  | { kind: 'end'; cutOff: boolean; tokens: { in: number; out: number } | null }
  | { kind: 'failure'; failure: Failure }

export interface Upstream {
  /** Its name in the register; `env` for the one of the environment. */
  id: string
  /** Shown to staff. */
  kind: 'offline' | 'openai' | 'workers-ai'
  model: string
  location: string
  /** Rupiah per million tokens. */
  rupiahIn: number
  rupiahOut: number
  requestsPerMinute: number | null
  /**
   * @param source redacted text
   * @param signal aborted when the client has gone; the upstream's own call is then ended
   * @param quietly the model is told not to think aloud, whatever the register says
   * @returns texts and thoughts, then exactly one `end` or `failure` unless the client has gone
   */
  ask(
    prepared: PreparedHelper,
    source: string,
    signal: AbortSignal,
    quietly?: boolean,
  ): AsyncGenerator<UpstreamEvent>
}

/** @returns thousandths of a Rupiah, rounded up */
export function costOf(
  { rupiahIn, rupiahOut }: Pick<Upstream, 'rupiahIn' | 'rupiahOut'>,
  tokensIn: number,
  tokensOut: number,
): number {
  return Math.ceil((tokensIn * rupiahIn + tokensOut * rupiahOut) / 1000)
}

/** @param retryAfter seconds */
export function failure(code: ErrorCode, retryAfter?: number): UpstreamEvent {
  return { kind: 'failure', failure: { code, ...(retryAfter !== undefined && { retryAfter }) } }
}
