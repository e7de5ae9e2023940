// What an upstream is: something that answers a prompt in pieces. A failure is the last event, never an exception,
// so that a caller cannot forget the half of an answer that came before it.
import type { Failure } from '../../../shared/protocol/index.ts'
import type { PreparedHelper } from '../helpers/helper.ts'

export type UpstreamEvent =
  | { kind: 'text'; text: string }
  /** The model thinks aloud: nobody is shown it, but it was computed. `characters` of it came since the last event. */
  | { kind: 'thought'; characters: number }
  /** `tokens` null = the server did not say. `cutOff` = it stopped at the length limit. */
  | { kind: 'end'; cutOff: boolean; tokens: { in: number; out: number } | null }
  | { kind: 'failure'; failure: Failure }

export interface Upstream {
  /** Written to the audit row and shown to staff. */
  kind: 'offline' | 'openai'
  model: string
  location: string
  /**
   * @param source redacted text
   * @param signal aborted when the client has gone; the upstream's own call is then ended
   * @returns texts and thoughts, then exactly one `end` or `failure` unless the client has gone
   */
  ask(prepared: PreparedHelper, source: string, signal: AbortSignal): AsyncGenerator<UpstreamEvent>
}
