// Numbers that somebody said digit by digit and another wrote down, or a program did.
import { describe, expect, it } from 'vitest'
import { redact, restore } from '../../shared/redaction/index.ts'

const hidden = (text: string) => redact(text).text

describe('numbers in words are hidden by the same labels and checks as in digits', () => {
  it.each([
    [
      'hubungi nol delapan satu tiga, empat dua dua satu, tujuh enam nol sembilan. Selesai.',
      'hubungi ⟦TELEPON-1⟧. Selesai.',
    ],
    ['NIK tiga enam tujuh satu nol satu empat empat nol empat delapan dua nol nol satu tujuh', 'NIK ⟦NIK-1⟧'],
    ['rekening BRI Nol Satu Dua Tiga Empat Lima Enam Tujuh Delapan Sembilan', 'rekening BRI ⟦REKENING-1⟧'],
    ['kosong delapan satu dua - tiga empat lima enam - tujuh delapan', '⟦TELEPON-1⟧'],
  ])('%s', (text, expected) => {
    expect(hidden(text)).toBe(expected)
  })

  it.each([
    'satu dua tiga empat lima enam tujuh delapan sembilan, hitung sampai sepuluh',
    'nol koma lima persen, dua puluh delapan orang, satu per satu',
    'kode booking nol delapan satu tiga empat dua dua satu tujuh enam',
    'nol delapan satu tiga\n\nempat dua dua satu tujuh enam nol sembilan',
  ])('but no count, no fraction, no code of a thing, and no two paragraphs: %s', (text) => {
    expect(hidden(text)).toBe(text)
  })

  it('restores them as they were said', () => {
    const text = 'WA Nol Delapan Satu Dua Tiga Empat Lima Enam Tujuh Delapan ya'
    const { text: safe, map } = redact(text)
    expect(safe).toBe('WA ⟦TELEPON-1⟧ ya')
    expect(restore(safe, map)).toBe(text)
  })
})
