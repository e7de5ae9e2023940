// What reads a letter of one kind, and what comes of it.
import type { ErrorCode } from '../../../shared/protocol/index.ts'

export interface LetterText {
  pages: string[]
  /** Pages of the file: more than were read, if it is long. */
  of: number
  /** Numbers of the pages that are pictures only. */
  withoutText: number[]
}
export interface Failure {
  failure: ErrorCode
}
export type LetterRead = LetterText | Failure

interface Options {
  /** UTF-16 units after which reading ends. */
  longest: number
  signal: AbortSignal
  progress: (done: number, of: number) => void
}

/** Reads a file of one kind. Never throws: what can be wrong with a file is a code. */
export type LetterReader = (file: Blob, options: Options) => Promise<LetterRead>
