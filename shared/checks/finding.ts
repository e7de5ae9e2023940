// What a check says: what is wrong, where, and what one click makes of it.
import type { Span } from '../drafts/index.ts'

export type Check =
  | 'question'
  | 'status_date'
  | 'actor'
  | 'vague'
  | 'promise'
  | 'blame'
  | 'personal'
  | 'contact'
  | 'length'
  | 'spelling'
  | 'number'

/** Where it is (UTF-16 units of the draft; empty at the place where something is missing) and what one click makes of it. */
export interface Finding extends Span {
  check: Check
  mend: (Span & { text: string }) | null
  /** What of the source it is about: the question that is open. */
  about?: string
}

/** @returns the draft with one mend in it */
export function mended(draft: string, { mend }: Finding): string {
  return mend === null ? draft : draft.slice(0, mend.start) + mend.text + draft.slice(mend.end)
}

/** What is added stands before the thanks at the end. */
export function endBeforeThanks(draft: string): number {
  const end = draft.trimEnd().length
  const thanks = draft.search(
    /(?:\n|(?<=[.!?] ))(?:Terima kasih|Demikian|Atas perhatian)[^\n]*\s*(?:\n[^\n]*\s*)?$/,
  )
  return thanks > 0 ? draft.slice(0, thanks).trimEnd().length : end
}
