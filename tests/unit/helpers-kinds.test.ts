// Which kind of text a summary takes its source for.
import { describe, expect, it } from 'vitest'
import { summaryOf } from './helpers-pages.ts'

describe('the kind of a text', () => {
  const firstHeading = (text: string) => summaryOf(text)[0]?.split(':')[0]

  it.each([
    [
      'a press release',
      'SIARAN PERS\nNomor: 12/HMS/2026\n\nTaman Melati dibuka. Warga datang sejak pagi.',
      'Apa',
    ],
    [
      'a note within the house',
      'NOTA DINAS\nDari: Kepala Bidang\nHal: Cuti bersama\n\nMohon arahan.',
      'Dari',
    ],
    ['a mail that names no sender', 'Subjek: Jadwal rapat\n\nMohon kabar jadwal rapat.', 'Perihal'],
    [
      'a letter without a colon in its number',
      'RUKUN WARGA 04\nNo. 7/RW04/2026\nHal: Pita kejut\n\nMohon dipasang.',
      'Dari',
    ],
    [
      'a complaint about a rule',
      'Peraturan wali kota nomor 5 tidak dijalankan, sampah menumpuk. Mohon ditertibkan.',
      'Pokok masalah',
    ],
    [
      'a complaint with a price',
      'Saya diminta bayar Rp50.000 di loket parkir. Mohon ditertibkan.',
      'Pokok masalah',
    ],
    [
      'a complaint about a meeting',
      'Hasil musyawarah tidak dijalankan, lampu jalan padam. Mohon diperbaiki.',
      'Pokok masalah',
    ],
  ])('of %s', (_what, text, heading) => expect(firstHeading(text)).toBe(heading))

  it.each([
    'Pemkot membuka pendaftaran vaksin di puskesmas mulai 3 Desember 2026. Kuota seratus orang.',
    'Instruksi kerja mesin antrean: 1. Nyalakan mesin. 2. Tekan tombol hijau.',
    'Hadirin yang saya hormati. Saya berterima kasih atas kerja keras kader posyandu. Mari kita lanjutkan.',
  ])('is none of them where nothing tells: %s', (text) =>
    expect(firstHeading(text)).not.toMatch(/^(?:Pokok masalah|Dari|Perihal|Rapat|Tentang|Apa|Kolom)$/),
  )
})
