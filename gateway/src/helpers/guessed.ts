// Whether an answer fills what only the officer knows, though it was told to leave it open (D4).
import { parseDraft, slotNames, type Piece } from '../../../shared/drafts/index.ts'

/**
 * @param free slots that may be filled
 * @returns whether words of the frame before and behind another slot stand in the answer, and between them something else
 *   than a slot
 */
export function guessesSlots(answer: string, frame: string, free: ReadonlySet<string>): boolean {
  const said = answer.toLowerCase()
  return frame.split('\n').some((line) => {
    const pieces = parseDraft(line.toLowerCase())
    return pieces.some((piece, at) => {
      if (piece.kind !== 'slot' || free.has(piece.name)) return false
      const [before, behind] = [
        wordsOf(pieces[at - 1]).slice(-aroundSlot),
        wordsOf(pieces[at + 1]).slice(0, aroundSlot),
      ]
      return before.trim().length >= tellingWords && isFilled(said, before, behind)
    })
  })
}

/** So many units around a slot tell its place; fewer than the second could stand anywhere. */
const aroundSlot = 30
const tellingWords = 8
const longestGuess = 120

const wordsOf = (piece: Piece | undefined) => (piece?.kind === 'text' ? piece.text : '')

function isFilled(said: string, before: string, behind: string): boolean {
  for (let at = said.indexOf(before); at >= 0; at = said.indexOf(before, at + 1)) {
    const rest = said.slice(at + before.length, at + before.length + longestGuess)
    const end = behind.trim() ? rest.indexOf(behind) : rest.search(/\n|$/)
    if (end > 0 && slotNames(rest.slice(0, end)).length === 0) return true
  }
  return false
}
