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
    expect(classify(text)).toEqual({
      class: expectedClass,
      reasons: marks.map((mark) => ({ kind: 'mark', mark })),
    })
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
    expect(classify(text)).toEqual({ class: 'umum', reasons: [] })
  })
})

describe('specific data of somebody makes a text terbatas', () => {
  it.each([
    ['Istri saya hamil tujuh bulan dan sulit lewat.', 'pregnancy'],
    ['Pasien didiagnosis TBC sejak Maret.', 'health'],
    ['Tetangga saya penyandang disabilitas.', 'disability'],
    ['Yang bersangkutan pernah divonis karena penipuan.', 'criminal'],
    ['Korban pelecehan seksual takut melapor.', 'criminal'],
    ['Seorang anak di bawah umur ditemukan di pasar.', 'child'],
    ['Saya beragama minoritas dan merasa dipersulit.', 'religion'],
    ['Kata tetangga saya keturunan Tionghoa jadi dipersulit.', 'ethnicity'],
    ['Hutang saya di pinjol sudah dua bulan.', 'finance'],
    ['Bpk. Slamet menderita stroke.', 'health'],
  ])('%j', (text, about) => {
    const { class: dataClass, reasons } = classify(text)
    expect(dataClass).toBe('terbatas')
    expect(reasons).toContainEqual({ kind: 'specific', about })
  })
})

describe('a subject is nobody’s data', () => {
  it.each([
    'Dinas Kesehatan mengadakan penyuluhan HIV dan TBC.',
    'Perda tentang perlindungan penyandang disabilitas.',
    'Mohon data penerima bansos tahun 2026 per kecamatan.',
    'Sosialisasi pencegahan narkoba di sekolah.',
  ])('%j', (text) => {
    expect(classify(text)).toEqual({ class: 'umum', reasons: [] })
  })
})

describe('what else sets the class', () => {
  it('personal data make it internal', () => {
    expect(classify('Pelapor: Siti Rahmawati, 0812-5550-0142')).toEqual({
      class: 'internal',
      reasons: [{ kind: 'personal' }],
    })
  })

  it('a credential makes it terbatas', () => {
    expect(classify('password: Kj9!mmP2').class).toBe('terbatas')
  })

  it('says what it found in words of its own, the gravest first', () => {
    const text = 'RAHASIA\nIbu saya, Sulastri, sakit kanker.'
    expect(classify(text)).toEqual({
      class: 'rahasia',
      reasons: [
        { kind: 'mark', mark: 'RAHASIA' },
        { kind: 'specific', about: 'health' },
        { kind: 'personal' },
      ],
    })
  })
})
