// What a word speaks of is known by its hash once it was looked at; many patterns are tried only near such words.
import { expect, it } from 'vitest'
import { findInLinesAbout } from '../../shared/redaction/detectors/stretches.ts'
import { read } from '../../shared/redaction/reading.ts'
import { topics } from '../../shared/redaction/topics.ts'

/** The words of a text that speak of a topic. */
function wordsAbout(topic: number, text: string): string[] {
  const { tokens, topics: spoken } = read(text)
  const all = Array.from({ length: tokens.count }, (_, i) => text.slice(tokens.start[i], tokens.end[i]))
  return all.filter((_, i) => spoken[i]! & topic)
}

it('knows a word by any part of it, in any letters, each time it comes', () => {
  const text = 'Passwordnya lama; PASSWORD baru, db_password. Nomor rekening, pasar.'
  expect(wordsAbout(topics.password, text)).toEqual(['Passwordnya', 'PASSWORD', 'password'])
  expect(wordsAbout(topics.password, text), 'looked at before').toHaveLength(3)
  expect(wordsAbout(topics.paper, text)).toEqual(['rekening'])
})

it('takes no number for a word', () => {
  expect(wordsAbout(255, '123456 789 0812')).toEqual([])
})

it('knows more words than it remembers', () => {
  const many = Array.from({ length: 40_000 }, (_, i) => `kata${i} sandi${i}`).join(' ')
  expect(wordsAbout(topics.password, many)).toHaveLength(40_000)
})

it('searches the lines that speak of it and two below, and tells the places in the whole', () => {
  const text = 'pasar\npasar X1\nsandi\n\nX2\nX3\nX4'
  const found = findInLinesAbout(read(text), { topic: topics.password }, (lines) => {
    expect(lines).not.toContain('X1')
    const start = lines.indexOf('X2')
    return [{ start, end: start + 2, type: 'SECRET' }]
  })
  expect(found.map(({ start, end }) => text.slice(start, end))).toEqual(['X2'])
})

it('searches the lines with a sign as well', () => {
  const search = { topic: topics.password, signs: ['://', '@'] }
  const seen: string[] = []
  findInLinesAbout(read('a@b\nsatu\ndua\ntiga\nempat\nx://y'), search, (lines) => {
    seen.push(lines)
    return []
  })
  expect(seen.join('|').split(/\n+/)).toEqual(['a@b', 'satu', 'dua', 'x://y'])
})
