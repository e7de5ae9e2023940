// Who answers, and what is known of an answer besides its words.
import type { Act } from './acts.ts'

export const failures = ['empty', 'refused', 'busy', 'timeout', 'cutOff', 'unreachable', 'malformed'] as const
export type FailureKind = (typeof failures)[number]

export interface Answer {
  /** What came, also before it was cut off. */
  text: string
  failure: FailureKind | null
  tokensIn: number
  tokensOut: number
  milliseconds: number
  /** How often the server was asked for it. */
  asked: number
}

export interface Answerer {
  name: string
  /** An engine without a model has no translation, only the office's terms. */
  translates: boolean
  answer(act: Act): Promise<Answer>
}
