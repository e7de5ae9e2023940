// What the checker says of a reply, and what one click makes of it. Each line is a reply, or a part of one, that an officer
// could write; all of them are invented.
import { describe, expect, it } from 'vitest'
import {
  checkReply,
  improved,
  mended,
  type Check,
  type CheckedReply,
  type Finding,
} from '../../shared/checks/index.ts'
import { growth, linear } from './growth.ts'

const office = 'Dinas Perhubungan, 021-5550-112.'

function checked(draft: string, more: Partial<CheckedReply> = {}): Finding[] {
  return checkReply({ draft, filled: draft, source: '', room: null, personal: [], ...more })
}

/** @returns the checks that have something to say, and where */
function said(draft: string, more: Partial<CheckedReply> = {}): [Check, string][] {
  return checked(draft, more).map(({ check, start, end }) => [check, draft.slice(start, end)])
}

/** @returns the draft after a click on each mend, one after the other */
function afterAll(draft: string, more: Partial<CheckedReply> = {}): string {
  const next = checked(draft, more).find(({ mend }) => mend !== null)
  // Places of persons are those of the draft as it was.
  return next ? afterAll(mended(draft, next), { ...more, personal: [] }) : draft
}

describe('says nothing of a good reply', () => {
  it.each([
    `Lampu di Jalan Melati telah diganti petugas PJU pada 3 Desember 2026. ${office}`,
    `Laporan telah kami terima dan kami teruskan kepada Dinas Kesehatan pada 3 Desember 2026.`,
    `Penggantian dijadwalkan pada 8 Desember 2026, bergantung pada cuaca. ${office}`,
    `Pengerukan dimulai 2 Desember 2026 oleh UPT Drainase dan diperkirakan rampung 9 Desember 2026.`,
    `Permintaan belum dapat kami penuhi karena trotoar itu milik provinsi. Kami tinjau kembali Maret 2027. ${office}`,
    `Ruas itu berstatus jalan nasional, sehingga penanganannya oleh Balai Besar Pelaksanaan Jalan Nasional. ${office}`,
    `Mohon kirim foto dan titik lokasi. Laporan kami lanjutkan setelah data diterima. ${office}`,
    `Hasilnya kami sampaikan dalam 5 hari kerja. Loket dibuka pukul 08.00 WIB. Biaya Rp0,00. ${office}`,
    'Penggantian lampu telah dilaksanakan oleh {{pelaksana}} pada {{tanggal_selesai}}. {{unit}}, {{kontak_resmi}}.',
    `Mohon warga tidak membuang sampah sembarangan. ${office}`,
    '',
    '   \n',
  ])('%j', (draft) => {
    expect(said(draft)).toEqual([])
  })
})

describe('a claim', () => {
  it.each<[string, [Check, string][]]>([
    [`Keluhan ini sedang kami koordinasikan. ${office}`, [['vague', 'sedang kami koordinasikan']]],
    [`Laporan akan segera ditindaklanjuti. ${office}`, [['vague', 'akan segera']]],
    [`Mohon bersabar. ${office}`, [['vague', 'Mohon bersabar']]],
    [
      `Perbaikan telah selesai dikerjakan petugas kami. ${office}`,
      [['status_date', 'telah selesai dikerjakan']],
    ],
    [`Penanganan sudah dijadwalkan oleh UPT. ${office}`, [['status_date', 'dijadwalkan']]],
    ['Sampah sudah diangkut pada 3 Desember 2026. Telp. 021-5550-112.', [['actor', 'sudah diangkut']]],
    [`Kami jamin jalan selesai 3 Desember 2026. ${office}`, [['promise', 'Kami jamin']]],
    [`PLN akan memasang tiang baru. ${office}`, [['promise', 'PLN akan memasang']]],
    [`Ini kesalahan warga yang menutup saluran. ${office}`, [['blame', 'kesalahan warga']]],
  ])('%j', (draft, findings) => {
    expect(said(draft)).toEqual(findings)
  })

  it('with a condition, or with a date in the next sentence, is none', () => {
    expect(said(`Kami koordinasikan dengan PLN setelah izin terbit. ${office}`)).toEqual([])
    expect(said(`Akan segera kami perbaiki. Pekerjaan dimulai 3 Desember 2026. ${office}`)).toEqual([])
  })

  it('gets a slot for what only the officer knows', () => {
    expect(afterAll(`Keluhan ini sedang kami koordinasikan. ${office}`)).toBe(
      `Keluhan ini sedang kami koordinasikan. Hasilnya kami sampaikan paling lambat {{tanggal_batas}}. ${office}`,
    )
    expect(afterAll('Lampu telah diganti. Telp. 021-5550-112.')).toBe(
      'Lampu telah diganti oleh {{pelaksana}} pada {{tanggal_selesai}}. Telp. 021-5550-112.',
    )
    expect(afterAll(`Kami jamin jalan pasti selesai 3 Desember 2026. ${office}`)).toBe(
      `Kami upayakan jalan selesai 3 Desember 2026. ${office}`,
    )
  })
})

describe('official spelling', () => {
  it.each([
    ['Walikota memberi ijin.', 'Wali Kota memberi izin.'],
    ['PERIJINAN', 'PERIZINAN'],
    ['silahkan antri', 'silakan antre'],
    ['Lampu di perbaiki di kantor.', 'Lampu diperbaiki di kantor.'],
    ['Rapat dikantor, dilokasi, disana, dan keatas.', 'Rapat di kantor, di lokasi, di sana, dan ke atas.'],
    ['Biaya Rp. 25.000 atau Rp 25.000', 'Biaya Rp25.000 atau Rp25.000'],
    ['Buka jam 09:00 WIB', 'Buka pukul 09.00 WIB'],
    ['Jam 09.00', 'Pukul 09.00'],
  ])('%j', (wrong, right) => {
    expect(afterAll(`${wrong} ${office}`)).toBe(`${right} ${office}`)
  })

  it.each(['https://perijinan.contoh.go.id/ijin', 'ijin@contoh.go.id', 'www.ijin.id', '@dikantor'])(
    'leaves the address %j',
    (address) => {
      expect(said(`Tulis ke ${address} bila perlu. ${office}`)).toEqual([])
      expect(improved(`yg ${address} yg`)).toBe(`yang ${address} yang`)
    },
  )

  it.each([
    'Petugas keluar dari kantor.',
    'di kali itu, di kami, di Tangerang',
    '{{dilokasi}}',
    'ijinku',
    'jam kerja',
  ])('leaves %j', (text) => {
    expect(said(`${text} ${office}`)).toEqual([])
  })
})

describe('what the source says', () => {
  const source = 'Tiang nomor 17 di RT 3 padam, dua lampu, sejak laporan 2 Desember 2026. Kapan diperbaiki?'
  const dated = 'Diperbaiki petugas kami pada 9 Desember 2026.'

  it.each<[string, string[]]>([
    [`Tiang nomor 71 kami catat. ${dated}`, ['71']],
    [`Tiang nomor 17 kami catat, juga di RT 4. ${dated}`, ['4']],
    [`Ada tiga lampu. ${dated}`, ['tiga']],
    [`Laporan tanggal 1 Desember 2026 kami terima. ${dated}`, ['1 Desember 2026']],
    [`Tiang nomor 17, dua lampu, laporan tanggal 2 Desember 2026. ${dated} Hubungi 021-5550-112.`, []],
    [`Sejak laporan 2 Desember, tagihan Rp1.828.000. ${dated}`, []],
    [`Anggarannya 40 juta, 12 titik, menurut Perwal 25 Tahun 2024. ${dated}`, []],
  ])('%j', (draft, wrong) => {
    const found = said(`${draft} ${office}`, { source }).filter(([check]) => check === 'number')
    expect(found.map(([, words]) => words)).toEqual(wrong)
  })

  it.each([
    ['PBB naik menjadi 1.288.000.', 'Kenaikan menjadi Rp1.828.000 ditinjau.', 'Rp1.828.000'.slice(2)],
    ['Berkas PD-0525-2210 belum jadi.', 'Berkas PD-0525-2201 selesai.', 'PD-0525-2201'],
    ['Tanggal masuk: 14/10/2026', 'Laporan CDN-1 tanggal 4 Oktober 2026 kami terima.', '4 Oktober 2026'],
  ])('a slip of the keyboard: %j, %j', (source, draft, wrong) => {
    const found = said(`${draft} ${dated} ${office}`, { source }).filter(([check]) => check === 'number')
    expect(found.map(([, words]) => words)).toContain(wrong)
  })

  it.each<[string, string, boolean]>([
    ['Kapan gotnya dikeruk?', 'Pengerukan dijadwalkan UPT pada 9 Desember 2026.', true],
    ['Kapan gotnya dikeruk?', 'Terima kasih atas laporan Bapak/Ibu tentang got.', false],
    ['Berapa biayanya?', 'Layanan ini tidak dipungut biaya.', true],
    ['Berapa biayanya?', 'Permohonan diajukan di loket kelurahan.', false],
    ['Apakah boleh diwakilkan?', 'Boleh, dengan surat kuasa.', true],
    ['Apakah boleh diwakilkan?', 'Loket dibuka pukul 08.00 WIB.', false],
    ['Kenapa truknya tidak datang?', 'Truk tidak datang karena rusak.', true],
    ['Gimana cara daftar bansos?', 'Pendaftaran dapat dilakukan di kelurahan.', true],
    ['Tolong diperbaiki.', 'Petugas kami datang 9 Desember 2026.', true],
  ])('a question is answered or not: %j %j', (question, answer, isAnswered) => {
    const found = said(`${answer} ${office}`, { source: `Lampu padam. ${question}` })
    expect(found.filter(([check]) => check === 'question')).toHaveLength(isAnswered ? 0 : 1)
  })

  it('an open question becomes a sentence with a slot, before the thanks', () => {
    const draft = `${office} Petugas kami datang besok.\nTerima kasih atas kepedulian Bapak/Ibu.`
    expect(afterAll(draft, { source: 'Berapa biayanya?' })).toBe(
      `${office} Petugas kami datang besok. Mengenai pertanyaan Bapak/Ibu: {{jawaban}}.\nTerima kasih atas kepedulian Bapak/Ibu.`,
    )
  })
})

describe('people', () => {
  const spanOf = (draft: string, words: string, type: string) => {
    const start = draft.indexOf(words)
    return { start, end: start + words.length, type }
  }

  it('are named in no public reply, and the salutation is mended', () => {
    const draft = `Yth. Bapak Darmo Kusuma, laporan kami terima 3 Desember 2026. ${office}`
    const personal = [spanOf(draft, 'Darmo Kusuma', 'PERSON')]
    expect(said(draft, { personal })).toEqual([['personal', 'Darmo Kusuma']])
    expect(afterAll(draft, { personal })).toMatch(/^Yth\. Bapak\/Ibu Pelapor, laporan/)
  })

  it('a telephone is the office’s own, unless the citizen wrote it', () => {
    const draft = 'Hubungi petugas kami di 0812-0000-1234.'
    const personal = [spanOf(draft, '0812-0000-1234', 'PHONE')]
    expect(said(draft, { personal })).toEqual([])
    expect(said(draft, { personal, source: 'HP 0812-0000-1234' })).toEqual([['personal', '0812-0000-1234']])
  })
})

describe('the whole', () => {
  it('names whom to turn to, before the thanks', () => {
    const draft = 'Lampu kami ganti 3 Desember 2026.\nTerima kasih atas kepedulian Bapak/Ibu.'
    expect(said(draft)).toEqual([['contact', '']])
    expect(afterAll(draft)).toBe(
      'Lampu kami ganti 3 Desember 2026. Bapak/Ibu dapat menghubungi {{unit}} di {{kontak_resmi}}.\nTerima kasih atas kepedulian Bapak/Ibu.',
    )
  })

  it('is at most 120 words long, or what the field takes', () => {
    const words = Array.from({ length: 130 }, () => 'kata').join(' ')
    expect(said(`${words} ${office}`)).toEqual([['length', '']])
    expect(said(`Kata ${office}`, { room: 10 })).toEqual([['length', '']])
    expect(said(`Kata ${office}`, { room: 100 })).toEqual([])
  })

  it.each([
    'a',
    'a.',
    'AB-11-',
    'yg a@ ',
    'di ',
    '1 a ',
    'tiang nomor 1 ',
    'a? ',
    'telah sudah ',
    'warga a a a ',
    '{{',
    'Rp. ',
    'kapan ',
  ])('takes time in proportion to its length (%j)', (part) => {
    const shape = (length: number) => part.repeat(Math.ceil(length / part.length))
    const check = (draft: string) => void [checked(draft, { source: draft }), improved(draft)]
    expect(growth(check, shape, 10_000)).toBeLessThan(linear)
  })
})
