import { describe, expect, it } from 'vitest'
import { growth, linear } from './growth.ts'
import { unsourcedFacts } from '../../shared/drafts/index.ts'

const marked = (draft: string, source: string) =>
  unsourcedFacts(draft, source).map((fact) => [draft.slice(fact.start, fact.end), fact.kind])

describe('a fact that the source does not hold', () => {
  it('is marked: number, amount, date, time, phone', () => {
    const draft = 'Biaya Rp1.250.000, selesai 12 Desember 2026 pukul 09.00, 3 titik, telepon 0812-3456-7890.'
    expect(marked(draft, 'Lampu padam.')).toEqual([
      ['1.250.000', 'number'],
      ['12 Desember 2026', 'date'],
      ['09.00', 'date'],
      ['3', 'number'],
      ['0812-3456-7890', 'number'],
    ])
  })

  it('is marked when only its year or day differs', () => {
    expect(marked('Selesai 12 Desember 2027', 'Rencana 12 Desember 2026')).toEqual([
      ['12 Desember 2027', 'date'],
    ])
    expect(marked('Selesai 13 Desember 2026', 'Rencana 12 Desember 2026')).toEqual([
      ['13 Desember 2026', 'date'],
    ])
  })

  it('is marked when a number is only part of another', () => {
    expect(marked('Ada 12 titik', 'Laporan 3125')).toEqual([['12', 'number']])
  })
})

describe('a fact that the source holds', () => {
  it.each([
    ['Rp1.250.000,00', 'Rp 1250000'],
    ['1,250,000', 'Rp1.250.000'],
    ['12 Desember 2026', '12/12/2026'],
    ['2026-12-12', '12 Des 2026'],
    ['12 December 2026', 'tanggal 12 Desember 2026'],
    ['5 Mei', 'Jumat, 5 Mei 2026'],
    ['tahun 2026', '5 Mei 2026'],
    ['pukul 09.00', 'jam 9:00'],
    ['RT 03/RW 05', 'RT 3 RW 5'],
    ['ADU-2026-00417', 'Nomor: ADU-2026-00417'],
  ])('is not marked, however it is written: %s for %s', (draft, source) => {
    expect(marked(draft, source)).toEqual([])
  })
})

it('takes list numbers, slots, placeholders and the emergency line for no facts', () => {
  expect(marked('1. Hubungi 112.\n2) {{langkah_2}} untuk ⟦NIK-3⟧', '')).toEqual([])
})

it.each(['1 ', '12 Mei ', '1.000', '1.\n'])('checks many %j in linear time', (piece) => {
  const run = (text: string) => void unsourcedFacts(text, text)
  expect(growth(run, (length) => piece.repeat(length / piece.length))).toBeLessThan(linear)
})
