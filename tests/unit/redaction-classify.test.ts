import { describe, expect, it } from 'vitest'
import { classify } from '../../shared/redaction/index.ts'

describe('a classification mark sets the class', () => {
  it.each([
    ['Sifat : Rahasia', 'rahasia', ['RAHASIA']],
    ['Nomor : 1\r\nSifat\t: Sangat Rahasia\r\nHal : Mutasi', 'rahasia', ['SANGAT RAHASIA']],
    ['Sifat Surat: Sangat Segera/Terbatas', 'terbatas', ['TERBATAS']],
    ['Sifat\n\n: Rahasia', 'rahasia', ['RAHASIA']],
    ['RAHASIA\nNOTA DINAS', 'rahasia', ['RAHASIA']],
    ['** TERBATAS **', 'terbatas', ['TERBATAS']],
    ['R A H A S I A', 'rahasia', ['RAHASIA']],
    ['S A N G A T  R A H A S I A', 'rahasia', ['SANGAT RAHASIA']],
    ['TERBATAS\nSifat: Rahasia', 'rahasia', ['RAHASIA', 'TERBATAS']],
  ])('%j', (text, expectedClass, marks) => {
    expect(classify(text)).toEqual({ class: expectedClass, marks })
  })
})

describe('ordinary use of the words is no mark', () => {
  it.each([
    'menjaga kerahasiaan NIK',
    'rahasia dagang perusahaan',
    'Pelapor: Rahasia',
    'Rahasia',
    'Sifat : Biasa',
    'Sifat bahan: rahasia dagang',
    'Tempat TERBATAS untuk 40 orang',
    'RAHASIA UMUM',
    '',
  ])('%j', (text) => {
    expect(classify(text)).toEqual({ class: 'umum', marks: [] })
  })
})
