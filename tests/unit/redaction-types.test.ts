import { describe, expect, it } from 'vitest'
import { detect, redact } from '../../shared/redaction/index.ts'

const hidden = (text: string) => redact(text).text

describe('homes are hidden from street to RT/RW', () => {
  it.each([
    ['tinggal di Jl. Kenanga No. 12, RT 03/RW 05, Kel. Sukasari', 'tinggal di ⟦ALAMAT-1⟧, Kel. Sukasari'],
    ['alamat jln kenanga 7 rt 03 rw 05 ya', 'alamat ⟦ALAMAT-1⟧ ya'],
    ['Perumahan Griya Asri Blok C2 No. 5 Kota Bogor', '⟦ALAMAT-1⟧ Kota Bogor'],
    ['Kp. Sawah RT.03 RW.16 Kel. Abadijaya', '⟦ALAMAT-1⟧ Kel. Abadijaya'],
    ['Apartemen Melati Tower B Lantai 12 No. 7, Depok', '⟦ALAMAT-1⟧, Depok'],
    ['Apartemen Melati Lantai 12, Depok', '⟦ALAMAT-1⟧, Depok'],
    ['kantor di Graha Kencana Lantai 3, Depok', 'kantor di Graha Kencana Lantai 3, Depok'],
    ['rumahnya RT 3 RW 1 No. 8', 'rumahnya ⟦ALAMAT-1⟧'],
    ['RT 04/RW 05 Dusun Sawahan', '⟦ALAMAT-1⟧'],
    ['jalan gelap di RT 04/RW 05', 'jalan gelap di RT 04/RW 05'],
  ])('%j', (text, expected) => {
    expect(hidden(text)).toBe(expected)
  })

  it.each([
    'jalan rusak di Jalan Merdeka depan pasar',
    'warga RT 03 RW 05',
    'Keputusan Wali Kota Nomor 659 Tahun 2024',
    'Jl. Sudirman sepanjang 200 meter',
    'Jalan Raya Serpong. Tarif Rp 500',
    'desain blok lama, lampu blok',
  ])('but no place of a complaint: %s', (text) => {
    expect(detect(text).filter(({ type }) => type === 'ADDRESS')).toEqual([])
  })
})

describe('birth dates are hidden, other dates stay', () => {
  it.each([
    ['Tempat/Tgl Lahir : Serang, 10-12-1992', 'Tempat/Tgl Lahir : Serang, ⟦LAHIR-1⟧'],
    ['TTL Bekasi / 3 Mei 1980', 'TTL Bekasi / ⟦LAHIR-1⟧'],
    [
      'lahir di Ternate pada 7 April 1984, hadir 8 Mei 2026',
      'lahir di Ternate pada ⟦LAHIR-1⟧, hadir 8 Mei 2026',
    ],
    ['Date of birth: March 3, 1988', 'Date of birth: ⟦LAHIR-1⟧'],
    ['"tgl_lahir": "1951-11-11"', '"tgl_lahir": "⟦LAHIR-1⟧"'],
    ['nama;tgl lahir;rt\nBudi Santoso;1-2-1990;5', 'nama;tgl lahir;rt\n⟦NAMA-1⟧;⟦LAHIR-1⟧;5'],
    ['akta kelahiran diajukan 12 Mei 2025', 'akta kelahiran diajukan 12 Mei 2025'],
  ])('%j', (text, expected) => {
    expect(hidden(text)).toBe(expected)
  })
})

describe('numbers that a label or the form tells', () => {
  it.each([
    ['a licence', 'SIM C nomor 9304 1158 7453', 'SIM C nomor ⟦SIM-1⟧'],
    ['an IMEI', 'imei1 358213172843028 hilang', 'imei1 ⟦IMEI-1⟧ hilang'],
    ['a tax object', 'NOP 75.71.003.010.028.0556.0', 'NOP ⟦NOP-1⟧'],
    ['a land certificate', 'bukti SHM Nomor 00646 dan', 'bukti SHM Nomor ⟦SERTIFIKAT-1⟧ dan'],
    ['a medical record', 'No. RM: 77-38-74-41', 'No. RM: ⟦REKAM-1⟧'],
    ['the place of a home', 'sharelok rumah: -6.39070,112.70378', 'sharelok rumah: ⟦KOORDINAT-1⟧'],
    [
      'a column of accounts',
      'nama,rekening,nilai\nBudi Santoso,1234567890,5',
      'nama,rekening,nilai\n⟦NAMA-1⟧,⟦REKENING-1⟧,5',
    ],
    ['a slip of the scanner', 'NIK 8171O4 420472 0045, HP 0819149O3I1', 'NIK ⟦NIK-1⟧, HP ⟦TELEPON-1⟧'],
  ])('%s', (_, text, expected) => {
    expect(hidden(text)).toBe(expected)
  })

  it.each([
    ['coordinates of public works', 'pembangunan turap (koordinat -6.39070,112.70378)'],
    ['a restaurant', 'RM Padang Sederhana 12 porsi'],
    ['a letter number', 'B-117/Kel.NRM/2024'],
    ['a transaction', 'ID transaksi 6288644609'],
  ])('but not %s', (_, text) => {
    expect(detect(text).filter(({ type }) => type !== 'PERSON')).toEqual([])
  })
})

describe('names without a cue', () => {
  it.each([
    ['Disposisi: Wahyuningsih utk dipelajari', 'Disposisi: ⟦NAMA-1⟧ utk dipelajari'],
    [
      '1. Tiurma Simbolon (Kecamatan)\n2. Asep Rustandi (hadir)',
      '1. ⟦NAMA-1⟧ (Kecamatan)\n2. ⟦NAMA-2⟧ (hadir)',
    ],
    [
      'Rapat dihadiri Ni Luh Parwati, Andi Mappanyukki, dan Lim Mei Ling.',
      'Rapat dihadiri ⟦NAMA-1⟧, ⟦NAMA-2⟧, dan ⟦NAMA-3⟧.',
    ],
  ])('%j', (text, expected) => {
    expect(hidden(text)).toBe(expected)
  })

  it.each([
    'RSUD Dr. Soetomo dan Masjid Al-Ikhlas',
    'Warung Nasi Bu Rusmini dan Toko Budi Jaya',
    'Sambal Cumi Bu Rusmini laku di Toko Emas Haji Umar',
    'Siswa SMAN 1 Dr. Wahidin, RSJ Prof. Dr. Soerojo, Masjid H. Abdul Malik',
    'Lomba Balap Karung dan Panjat Pinang, hadiah Toner Epson dari Sarpras',
    'Batas unggah tanggal 30 Juni pukul 23.59 WITA',
    'Bulan purnama bersinar, cahaya baru terbit.',
    'Oleh-oleh tersedia di pasar. Undang-undang berlaku.',
    'Pak Camat dan Ibu Lurah hadir bersama Pak RT.',
    'The Licensing Division will review the Environmental Permit before March.',
  ])('but nobody in %j', (text) => {
    expect(detect(text)).toEqual([])
  })
})
