// Names of the peoples of the country, where texts have them, and what is called after people and stays.
import { describe, expect, it } from 'vitest'
import { redact } from '../../shared/redaction/index.ts'

const hidden = (text: string) => redact(text).text

describe('names are hidden, whosever they are', () => {
  it.each([
    [
      'Balinese',
      'Pelapor: I Wayan Sudiarta, didampingi Ni Made Ayu Lestari dan I Gusti Ngurah Oka.',
      'Pelapor: ⟦NAMA-1⟧, didampingi ⟦NAMA-2⟧ dan ⟦NAMA-3⟧.',
    ],
    [
      'Batak',
      'Saksi: Togar Simanjuntak, istrinya Rotua boru Sitompul, dan Sahat Situmorang.',
      'Saksi: ⟦NAMA-1⟧, istrinya ⟦NAMA-2⟧, dan ⟦NAMA-3⟧.',
    ],
    [
      'Chinese-Indonesian',
      'Terima kasih, kata Tan Giok Lan kepada Liem Giok Hwa di loket.',
      'Terima kasih, kata ⟦NAMA-1⟧ kepada ⟦NAMA-2⟧ di loket.',
    ],
    [
      'Arabic, with a particle',
      'Menurut Bapak Abdul Malik Al-Habsyi, surat dari Ibu Siti Fatimah binti Salim sudah lengkap.',
      'Menurut Bapak ⟦NAMA-1⟧, surat dari Ibu ⟦NAMA-2⟧ sudah lengkap.',
    ],
    [
      'Javanese of one word, later without its title and in capitals',
      'Pak Sukirman dan Bu Tukiyem melapor; menurut Sukirman lampu mati. SUKIRMAN meminta perbaikan.',
      'Pak ⟦NAMA-1⟧ dan Bu ⟦NAMA-2⟧ melapor; menurut ⟦NAMA-1⟧ lampu mati. ⟦NAMA-3⟧ meminta perbaikan.',
    ],
    ['with degrees, which stay', 'Nama: Ahmad bin Yusuf, S.H., M.Si.', 'Nama: ⟦NAMA-1⟧, S.H., M.Si.'],
  ])('%s', (_, text, expected) => expect(hidden(text)).toBe(expected))
})

describe('and wherever texts have them', () => {
  it.each([
    [
      'a chat with numbers as senders',
      '[12/03/26 08.15] +62 812-5550-0142: lampu mati pak\n[12/03/26 08.17] +62 857-1234-5678: sama di sini',
      '[12/03/26 08.15] ⟦TELEPON-1⟧: lampu mati pak\n[12/03/26 08.17] ⟦TELEPON-2⟧: sama di sini',
    ],
    [
      'the head and the signature of an e-mail',
      'From: Rina Wulandari <rina.wulandari@example.com>\nTo: diskominfo@kota.go.id\nSubject: Lampu jalan\n\nSalam,\nRina Wulandari',
      'From: ⟦NAMA-1⟧ <⟦EMAIL-1⟧>\nTo: diskominfo@kota.go.id\nSubject: Lampu jalan\n\nSalam,\n⟦NAMA-1⟧',
    ],
    [
      'a list of attendees',
      'Daftar hadir:\n1. Hendra Gunawan, S.T.\n2. Siti Aminah\n3. Yohanes Wenda',
      'Daftar hadir:\n1. ⟦NAMA-1⟧, S.T.\n2. ⟦NAMA-2⟧\n3. ⟦NAMA-3⟧',
    ],
    [
      'the signature of a letter',
      'Hormat kami,\n\n\n\nDrs. H. Slamet Wahyudi, M.M.\nNIP 196803121990031004',
      'Hormat kami,\n\n\n\nDrs. H. ⟦NAMA-1⟧, M.M.\nNIP ⟦NIP-1⟧',
    ],
  ])('%s', (_, text, expected) => expect(hidden(text)).toBe(expected))
})

describe('what is called after people stays', () => {
  it.each([
    'Jalan Ahmad Yani, Jalan Teuku Umar dan Jalan Sam Ratulangi ditutup',
    'pasien RSUD Dr. Soetomo, SMA Kartini, Masjid Sultan Syarif dan PT Budi Jaya Abadi',
    'Pak Camat, Ibu Lurah dan Bapak Sekda hadir; Kepala Dinas belum',
  ])('%j', (text) => expect(hidden(text)).toBe(text))
})
