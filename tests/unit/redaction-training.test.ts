import { expect, it } from 'vitest'
import { keysOf, readKeys, writeKeys } from '../../shared/redaction/names/name-words.ts'
import { readWeights, writeWeights } from '../../shared/redaction/weights.ts'
import { makeDocuments } from '../../shared/redaction/training/generator/documents.ts'
import { score } from '../../shared/redaction/training/score.ts'
import { detect } from '../../shared/redaction/index.ts'

it('makes the same documents of the same seed', () => {
  expect(makeDocuments('heldout', 20, 3)).toEqual(makeDocuments('heldout', 20, 3))
})

it('marks exactly what it put in', () => {
  for (const { text, spans, neutral } of makeDocuments('train', 300, 4)) {
    expect(text).not.toMatch(/<P\d*[.>]/)
    for (const { start, end } of [...spans, ...neutral]) expect(text.slice(start, end)).not.toBe('')
    const starts = spans.map(({ start }) => start)
    expect(starts).toEqual(starts.toSorted((a, b) => a - b))
  }
})

it('scores a detector that finds all at one, and one that hides all as touching every negative', () => {
  const documents = makeDocuments('heldout', 160, 5)
  const marks = new Map(documents.map(({ text, spans }) => [text, spans]))
  const perfect = score(documents, (text) => (marks.get(text) ?? []) as ReturnType<typeof detect>)
  expect(perfect).toMatchObject({
    detectionF1: 1,
    typedF1: 1,
    strongLeak: 0,
    overRedaction: 0,
    negativesUntouched: 1,
  })
  const greedy = score(documents, (text) => [{ start: 0, end: text.length, type: 'PERSON' }])
  expect(greedy).toMatchObject({ strongLeak: 0, overRedaction: 1, negativesUntouched: 0 })
})

it('reads weights and lists of words as they were written', () => {
  const weights = Int8Array.from({ length: 1 << 12 }, (_, at) => (at % 97 === 0 ? (at % 63) - 31 : 0))
  expect(readWeights(writeWeights(weights), weights.length)).toEqual(weights)
  const keys = keysOf(['saksi', 'kapal', 'merek', 'istri'])
  expect(readKeys(writeKeys(keys))).toEqual(keys)
})

it('finds nearly all on templates and names that the tagger never saw', () => {
  const figures = score(makeDocuments('heldout', 800, 6), detect)
  // Floors lie a little under what was measured; `npm run bench:redaction` prints the figures.
  expect(figures.detectionF1).toBeGreaterThan(0.96)
  expect(figures.typedF1).toBeGreaterThan(0.95)
  expect(figures.strongLeak).toBeLessThan(0.01)
  expect(figures.overRedaction).toBeLessThan(0.006)
})
