// What a translation lost of its source, and the office's terms that it must hold. All texts are invented.
import { describe, expect, it } from 'vitest'
import { lockSlots, lockTerms, lostInTranslation, termsInText } from '../../shared/checks/index.ts'
import { growth, linear } from './growth.ts'

const lost = (
  source: string,
  translation: string,
  target = 'en',
  terms: { term: string; translation: string }[] = [],
) =>
  lostInTranslation(source, translation, terms, target).map(({ kind, text }) =>
    text ? `${kind} ${text}` : kind,
  )

describe('a faithful translation loses nothing', () => {
  it.each([
    [
      'Biaya Rp1.250.000,00 dibayar 4 Desember 2026.',
      'A fee of IDR 1,250,000 is due on December 4, 2026.',
      'en',
    ],
    ['Rapat 04/12/2026 pukul 13.30 WIB.', 'The meeting is on 4 December 2026 at 1:30 p.m.', 'en'],
    ['Rapat 4 Desember 2026 pukul 13.30.', '会议于2026年12月4日13时30分举行。', 'zh'],
    ['Ada 3 lampu padam di RT 012.', 'Three street lights are out in RT 012.', 'en'],
    ['Jadwal 3 Maret 2026, 25 orang.', 'الموعد ٣ مارس ٢٠٢٦، ٢٥ شخصًا.', 'ar'],
    ['Hubungi ⟦TELEPON-1⟧ paling lambat {{tanggal}}.', 'Call ⟦TELEPON-1⟧ by {{tanggal}}.', 'en'],
    ['회의는 12월 1일입니다.', 'Rapat diadakan pada 1 Desember.', 'id'],
    [
      'gan mohon lampu jalan depan gang segera dibenerin ya',
      'Mohon lampu jalan depan gang segera diperbaiki.',
      'id',
    ],
    ['Lampu di Jalan Melati Raya padam.', 'The light on Jalan Melati Raya is out.', 'en'],
  ])('%j', (source, translation, target) => {
    expect(lost(source, translation, target)).toEqual([])
  })
})

describe('a loss is named', () => {
  it.each([
    ['Ada 6.300 pelanggan.', 'There are 3,600 customers.', 'en', ['number 6.300']],
    ['Tanggal 18 November 2026.', 'On 18 November 2025.', 'en', ['number 2026']],
    ['Jadwal 3 Maret 2026.', 'Scheduled for 3 May 2026.', 'en', ['number 3 Maret']],
    ['Hubungi ⟦NAMA-1⟧.', 'Call ⟦NAME-1⟧.', 'en', ['placeholder ⟦NAMA-1⟧']],
    ['Satu\nDua\nTiga\nEmpat', 'One, two, three and four.', 'en', ['lines']],
    ['Laporkan pungutan liar kepada kami.', 'Laporkan pungutan liar to us please.', 'en', ['language']],
    ['Harap datang. Antrean dibuka pagi.', '请来。Antrean dibuka。', 'zh', ['language']],
  ])('%j → %j', (source, translation, target, expected) => {
    const found = lost(source, translation, target)
    for (const one of expected) expect(found).toContain(one)
  })
})

const terms = [
  { term: 'Kelurahan', translation: 'urban village (kelurahan)' },
  { term: 'Dinas Sosial', translation: 'Social Affairs Agency' },
  { term: 'Dinas Sosial Kota', translation: 'City Social Affairs Agency' },
]

describe('terms of the office', () => {
  it('are found as whole words in any case, the longest first', () => {
    const text = 'KELURAHAN Melati dan Dinas Sosial Kota, bukan sekelurahan.'
    expect(termsInText(text, terms).map(({ term }) => term)).toEqual(['Kelurahan', 'Dinas Sosial Kota'])
  })

  it('are missed where the translation chose another word', () => {
    expect(lost('Kelurahan Melati.', 'Melati ward.', 'en', terms)).toEqual(['term urban village (kelurahan)'])
    expect(lost('Kelurahan Melati.', 'Urban village (kelurahan) Melati.', 'en', terms)).toEqual([])
  })

  it('stand as placeholders that no text can bring along', () => {
    const { text, map } = lockTerms('⟦ISTILAH-7⟧ di kelurahan, Dinas Sosial.', terms)
    expect(text).toBe('⟦ISTILAH-7⟧ di ⟦ISTILAH-8⟧, ⟦ISTILAH-9⟧.')
    expect(map).toEqual({
      '⟦ISTILAH-8⟧': 'urban village (kelurahan)',
      '⟦ISTILAH-9⟧': 'Social Affairs Agency',
    })
  })

  it('and slots do too', () => {
    expect(lockSlots('Paling lambat {{tanggal_batas}}, {{ dua }}.')).toEqual({
      text: 'Paling lambat ⟦ISIAN-1⟧, ⟦ISIAN-2⟧.',
      map: { '⟦ISIAN-1⟧': '{{tanggal_batas}}', '⟦ISIAN-2⟧': '{{ dua }}' },
    })
  })
})

it.each(['1 ', 'Kelurahan ', '⟦NAMA-1⟧ ', 'kata biasa di sini ', '12/12/2026 ', '{{'])(
  'takes time in proportion to the length of a text of %j',
  (part) => {
    const shape = (length: number) => part.repeat(Math.ceil(length / part.length))
    const check = (text: string) =>
      void [lostInTranslation(text, text, terms, 'en'), lockTerms(lockSlots(text).text, terms)]
    expect(growth(check, shape, 20_000)).toBeLessThan(linear)
  },
)
