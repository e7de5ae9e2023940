import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { detect, redact, restore } from '../../shared/redaction/index.ts'

interface Span {
  start: number
  end: number
}
interface Sample {
  id: string
  tags: string[]
  text: string
  spans: (Span & { type: string; cue?: string })[]
  neutral: Span[]
}

const samples = readFileSync(new URL('../fixtures/redaction-sample.jsonl', import.meta.url), 'utf8')
  .trim()
  .split('\n')
  .map((line): Sample => JSON.parse(line))

/** Places of letters and digits; nothing else counts. */
function places(text: string, spans: readonly Span[]): number[] {
  return spans
    .flatMap(({ start, end }) => Array.from({ length: end - start }, (_, offset) => start + offset))
    .filter((at) => /[\p{L}\p{N}]/u.test(text.charAt(at)))
}

function hiddenPlaces(sample: Sample): Set<number> {
  return new Set(places(sample.text, detect(sample.text)))
}

/** Share of the marked spans of a group of which at least half is hidden. */
function recall(belongs: (span: { type: string; cue?: string }) => boolean): number {
  let all = 0
  let found = 0
  for (const sample of samples) {
    const hidden = hiddenPlaces(sample)
    for (const span of sample.spans.filter(belongs)) {
      const marked = places(sample.text, [span])
      all++
      if (marked.filter((at) => hidden.has(at)).length * 2 >= marked.length) found++
    }
  }
  return found / all
}

/** Ordinary characters (neither marked nor neutral) that are hidden, and their number. */
function overRedaction(sample: Sample): { hidden: number; all: number } {
  const special = new Set(places(sample.text, [...sample.spans, ...sample.neutral]))
  const hidden = hiddenPlaces(sample)
  const ordinary = places(sample.text, [{ start: 0, end: sample.text.length }]).filter(
    (at) => !special.has(at),
  )
  return { hidden: ordinary.filter((at) => hidden.has(at)).length, all: ordinary.length }
}

describe('on the sample of pasted documents', () => {
  // Floors lie a little under what was measured on 2026-11-24 (third column).
  it.each([
    ['NIK', 0.98, 1],
    ['KK', 0.98, 1],
    ['NPWP', 0.98, 1],
    ['NIP', 0.98, 1],
    ['BPJS', 0.98, 1],
    ['PASSPORT', 0.98, 1],
    ['PLATE', 0.98, 1],
    ['PHONE', 0.98, 1],
    ['EMAIL', 0.98, 1],
    ['BANK_ACCOUNT', 0.98, 1],
    ['CREDIT_CARD', 0.98, 1],
    ['SECRET', 0.98, 1],
    ['SIM', 0.98, 1],
    ['IMEI', 0.98, 1],
    ['NOP', 0.98, 1],
    ['LAND_CERT', 0.98, 1],
    ['MEDICAL_RECORD', 0.98, 1],
    ['COORD', 0.98, 1],
    ['ADDRESS', 0.95, 1],
    ['DOB', 0.95, 1],
    ['PERSON', 0.97, 1],
  ])('finds %s in at least %d of the cases', (type, floor) => {
    expect(recall((span) => span.type === type)).toBeGreaterThanOrEqual(floor)
  })

  it('finds nearly all names that a cue announces', () => {
    const cues = new Set([
      'label',
      'honorific',
      'a.n.',
      'signature',
      'nama-saya',
      'saya-X',
      'json',
      'repeat-honorific',
    ])
    // Measured: 1 (158 of 158).
    expect(recall((span) => cues.has(span.cue ?? ''))).toBeGreaterThanOrEqual(0.98)
  })

  it('leaves ordinary text readable', () => {
    const counts = samples.map(overRedaction)
    const sum = (key: 'hidden' | 'all') => counts.reduce((total, count) => total + count[key], 0)
    // Measured: 0 of 26,303 characters.
    expect(sum('hidden') / sum('all')).toBeLessThan(0.001)
  })

  it('touches no text without personal data', () => {
    const negatives = samples.filter((sample) => sample.tags.includes('negative'))
    expect(negatives.filter((sample) => overRedaction(sample).hidden > 0).map((sample) => sample.id)).toEqual(
      [],
    )
  })

  it('gives every document back byte for byte', () => {
    for (const { text } of samples) {
      const { text: redacted, map } = redact(text)
      expect(restore(redacted, map)).toBe(text)
    }
  })

  it('leaves no number or address that it finds in the redacted text', () => {
    for (const { text } of samples) {
      const { text: redacted, map, findings } = redact(text)
      const strong = findings
        .filter(({ type }) => type !== 'PERSON')
        .map(({ start, end }) => text.slice(start, end))
      const bare = redacted.replace(/⟦[A-Z]+-\d+⟧/g, '')
      expect(strong.filter((value) => bare.includes(value))).toEqual([])
      expect(Object.keys(map).filter((key) => !redacted.includes(key))).toEqual([])
    }
  })
})
