// The office's sentence that AI helped with a draft: put under it and taken out again, never twice. A portal or a person
// may have broken its line elsewhere.
import type { Span } from './sentences.ts'

/** @returns where the sentence stands in the text, or null; a blank sentence stands nowhere */
export function disclosureIn(text: string, sentence: string): Span | null {
  const words = sentence.trim().split(/\s+/)
  const escaped = words.map((word) => word.replace(/[.*+?^${}()|[\]\\/]/g, String.raw`\$&`))
  const found = sentence.trim() ? new RegExp(escaped.join(String.raw`\s+`)).exec(text) : null
  return found && { start: found.index, end: found.index + found[0].length }
}

/** @returns the text with the sentence as its last paragraph; as it is where it has it already */
export function addDisclosure(text: string, sentence: string): string {
  return disclosureIn(text, sentence) ? text : `${text.trimEnd()}\n\n${sentence.trim()}`
}

/** @returns the text without the sentence, wherever it stands; as it is where it has none */
export function removeDisclosure(text: string, sentence: string): string {
  const place = disclosureIn(text, sentence)
  if (!place) return text
  const [before, after] = [text.slice(0, place.start), text.slice(place.end)]
  const gap = /\n\s*$/.test(before) ? '\n\n' : ' '
  return [before.trimEnd(), after.trimStart()].filter(Boolean).join(gap)
}
