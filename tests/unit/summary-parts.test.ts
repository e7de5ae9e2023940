// A long text in parts: nothing is lost between them, they end at a border, and what they cost is known before.
import { describe, expect, it } from 'vitest'
import { actionsFor, leftOut, mostParts, partCount, partSize } from '../../extension/panel/summarise/long.ts'
import { partsOf } from '../../extension/panel/summarise/parts.ts'

const paragraph =
  'Kepala dinas menyampaikan laporan kegiatan triwulan ini. Semua berjalan sesuai rencana.\n\n'

describe('parts', () => {
  it.each([
    ['paragraphs', paragraph.repeat(100)],
    ['one line', paragraph.replaceAll('\n', ' ').repeat(100)],
    ['one word', 'x'.repeat(5000)],
    ['emoji alone', '👷'.repeat(2500)],
    ['next to nothing', 'Pendek.'],
  ])('of %s are as many as were told, make up the text, and are about as long', (_, text) => {
    const parts = partsOf(text, 5)
    expect(parts).toHaveLength(5)
    expect(parts.join('')).toBe(text)
    expect(Math.max(...parts.map(({ length }) => length))).toBeLessThanOrEqual((text.length / 5) * 1.4 + 1)
    expect(parts.some((part) => /[\uD800-\uDBFF]$/.test(part))).toBe(false)
  })

  it('end at a heading where there is one, else at a paragraph, a sentence, a word', () => {
    const end = (text: string) => partsOf(text, 2)[0]!.slice(-11)
    expect(end(`${'kata '.repeat(150)}\nBAB II\n${'isi '.repeat(190)}`)).toBe('kata kata \n')
    expect(end(paragraph.repeat(20))).toBe('i rencana.\n\n'.slice(-11))
    expect(end('Satu kalimat saja. '.repeat(100))).toBe('imat saja. ')
    expect(end('kata '.repeat(100))).toBe(' kata kata ')
  })
})

it('of a long text cost one action each and one over all; what is beyond them is told', () => {
  expect([1, partSize, partSize + 1, 5 * partSize].map(actionsFor)).toEqual([1, 1, 3, 6])
  expect([partCount(1_000_000), actionsFor(1_000_000)]).toEqual([mostParts, mostParts + 1])
  expect(leftOut(200_000)).toBe(0)
  expect(leftOut(2 * mostParts * partSize)).toBe(0.5)
})
