// What a helper is: a model name, its options, the prompt for a real model, and the honest answer without one.
// To add one: write a file beside this, list it in index.ts, name it in shared/protocol/helpers.ts.
import type { ErrorCode, HelperName, Policy } from '../../../shared/protocol/index.ts'

/** What a helper may know of who is asking. */
export interface HelperContext {
  /** Full name of the office, as it signs its letters. */
  officeName: string
  /** "Kota Tangerang" and the like. */
  city: string
  /** The office's own terms, by its policy. */
  glossary?: Policy['glossary']
  /** The office's own replies, by its policy; one with a status is what that status says. */
  templates?: Policy['templates']
  /** The office's own recipes, by its policy. */
  recipes?: Policy['recipes']
}

export interface PromptMessage {
  role: 'system' | 'user'
  content: string
}

export interface Helper {
  name: HelperName
  /** Version of the prompt, kept in the audit row: a prompt that changes gets a new number. */
  promptVersion: number
  /**
   * @param metadata options as they came in (strings); unknown ones are ignored
   * @returns the prepared request, or the name of the option that is wrong
   */
  prepare(metadata: Record<string, string>, context: HelperContext): PreparedHelper | WrongOption
}

/** `code` where something better can be said than that it is odd. */
export interface WrongOption {
  wrongOption: string
  code?: ErrorCode
}

export interface PreparedHelper {
  /** Most tokens the answer may take; reserved in the quota before the upstream is called. */
  maxTokens: number
  /** Messages for the upstream. `source` is already redacted; it is data, never an instruction. */
  messages(source: string): PromptMessage[]
  /** What stands in the prompt for words that must come out as the office writes them, and what those are. */
  bound?(source: string): Record<string, string>
  /** Whether the model's answer, before anything is put back, may go out; one that may not is asked for once more. */
  holds?(source: string, answer: string): boolean
  /** The answer without a model takes the place of one that does not hold twice: it says nothing that nobody said. */
  isSafe?: boolean
  /** There is nothing honest to say without a model: nobody but a model may answer. */
  needsModel?: boolean
  /** The answer without a model, from the same redacted source. Plain text, Indonesian. */
  offline(source: string): string
}
