// Numbers and secrets that no rule announces: a tagger knows them by their surroundings.
import { describe, expect, it } from 'vitest'
import { findCandidates } from '../../shared/redaction/codes/candidates.ts'
import { findByRules } from '../../shared/redaction/detect.ts'
import { redact } from '../../shared/redaction/index.ts'
import { read } from '../../shared/redaction/reading.ts'

describe('what only its surroundings tell is hidden', () => {
  it.each([
    [
      'an account behind its bank and its owner',
      'honor Ramlan Rp500.000 ke 340201022017509',
      'honor ⟦NAMA-1⟧ Rp500.000 ke ⟦REKENING-1⟧',
    ],
    [
      'a password of words',
      'Pengguna tamu, sandi lihat-saja-9, silakan dicoba.',
      'Pengguna tamu, sandi ⟦RAHASIA-1⟧, silakan dicoba.',
    ],
    [
      'a password in a program',
      "conn = mysqli('localhost', 'root', 'Pempek_Kapal7', 'warga')",
      "conn = mysqli('localhost', 'root', '⟦RAHASIA-1⟧', 'warga')",
    ],
    [
      'the end of a link that opens a meeting',
      'undangan: https://rapat.example.go.id/j/r7Qm2ZkT9xVb4',
      'undangan: https://rapat.example.go.id/j/⟦RAHASIA-1⟧',
    ],
    [
      'a certificate of land without its name',
      'akte tanah pak Sastro nomernya 01482, luas 120 m2',
      'akte tanah pak ⟦NAMA-1⟧ nomernya ⟦SERTIFIKAT-1⟧, luas 120 m2',
    ],
    [
      'records of patients by their beds',
      'bed 4 => 00831629\nbed 6 => 00417722\nrekam medis dikirim ke ruangan',
      'bed 4 => ⟦REKAM-1⟧\nbed 6 => ⟦REKAM-2⟧\nrekam medis dikirim ke ruangan',
    ],
    [
      'birth dates in rows, but not what happened on other days',
      'Ahli waris: a. Tjokorda Istri Mirah, 21-01-1960, istri; b. Sagung Putri Laksmi, 30-12-1990, anak. Rapat 12-03-2026.',
      'Ahli waris: a. ⟦NAMA-1⟧, ⟦LAHIR-1⟧, istri; b. ⟦NAMA-2⟧, ⟦LAHIR-2⟧, anak. Rapat 12-03-2026.',
    ],
    [
      'a birth date on a card without labels',
      'SURAT IZIN MENGEMUDI\n1. BERNADUS KAIZE\n2. MERAUKE, 21-05-1996\n3. B - PRIA',
      'SURAT IZIN MENGEMUDI\n1. ⟦NAMA-1⟧\n2. MERAUKE, ⟦LAHIR-1⟧\n3. B - PRIA',
    ],
    [
      'a record of two digits each, in brackets',
      'RESUME PULANG\nPasien: Ahim Nurhidayat (76.06.10.59)\nPenjamin: JKN',
      'RESUME PULANG\nPasien: ⟦NAMA-1⟧ (⟦REKAM-1⟧)\nPenjamin: JKN',
    ],
  ])('%s', (_, text, expected) => {
    expect(redact(text).text).toBe(expected)
    const ruled = findByRules(read(text)).findings.filter(({ type }) => type !== 'PERSON')
    expect(ruled, 'no rule finds it').toEqual([])
  })
})

it('hides a number wherever it stands, once something tells what it is', () => {
  expect(redact('Nomor RM 118827 tertukar. Mohon 118827 dicetak ulang.').text).toBe(
    'Nomor RM ⟦REKAM-1⟧ tertukar. Mohon ⟦REKAM-1⟧ dicetak ulang.',
  )
  expect(redact('SHM 2024 terbit tahun 2024').text, 'a year is too short').toContain('tahun 2024')
})

describe('and what numbers nobody stays', () => {
  it.each([
    'Kartu jaringan MAC 00:1A:2B:33:03:36, subnet 10.244.201.0/24, gateway 10.30.0.1 255.255.255.0',
    'GET /assets/index-C4kQz9Tb.js 200 184231 - 23 ms, Firefox/124, berkas pegawai_0425.sql',
    'queue_prefix: "ABCDEF", asset_tag: "MPP-4471-0098-2217-5530"',
    'nomor berkas pbg-327301-12052025-04, register K-2025-05-0471, kontrak 0418/54/2025',
    'rapat 2025-03-02 22:11, 12-01-2026 08.27 10.20, jadwal 06.00-14.00',
    'dana 65.000.000.000 rupiah, Rp 3374144107790002, stok 1300cc dan 50Mbps-100Mbps',
    'No | Kode | Jumlah\n1 | 5.1.02.01.01.0024 | 4365299\n2 | 5.1.02.01.01.0025 | 7771639',
    'kata sandi minimal 8 karakter, gabungan huruf dan angka; token dan OTP tidak boleh dibagikan',
    'Kode ⟦ISTILAH-1⟧ di Kelurahan, sandi ⟦ISTILAH-2⟧',
    'Hak pakai pemkab seluas 4418 m2, OTP terkirim 441827 kali, BPJS PBI 118274 jiwa',
    'sertifikat pelatihan nomor 01333, sertifikat halal nomor ID35110739',
    'Hari lahir Pancasila 1 Juni 1945, Sumpah Pemuda 28 Oktober 1928, TMT 01-03-1998',
    'session created ttl=3600\n2026-02-11T07:42:03+08:00 DEBUG rows=1287',
    'VA diterbitkan otomatis 8801 + kode bayar, reset password e-office_2025',
    'Kas,IDR 1,898,350,000\n2.08.05.2.01.16,Belanja',
    'printer Epson L3210 S/N X8GP112034, klasifikasi arsip 45.10.20, versi 12.04.33',
    'ESP32 dan Windows11 dipakai di getUserProfileById2FromDataStore()',
  ])('%s', (text) => {
    expect(redact(text).text).toBe(text)
  })
})

it('takes a check digit for what it is', () => {
  const listed = '1. Rosdiana 340201018844531 Rp3.581.350\n2. Ramlan 340201022017509 Rp. 1.085.400,-'
  expect(redact(listed).text, 'neither is an IMEI').toContain('⟦REKENING-2⟧')
})

it('looks at whole words and whole numbers', () => {
  const text = 'sandi melati*9, (0341) 551-234; K-2025-05-0471 di https://a.go.id/x/r7Qm2?uid=7722&t=a1b2'
  expect(findCandidates(read(text)).map(({ start, end }) => text.slice(start, end))).toEqual([
    'melati*9',
    '0341) 551-234',
    'K-2025-05-0471',
    'r7Qm2',
    '7722',
    'a1b2',
  ])
  const rows = '1) 98-84-85 Siti\n2) 56.29.27.82 Budi, 12-03-2026 jam 08.30.15'
  expect(findCandidates(read(rows)).map(({ start, end }) => rows.slice(start, end))).toEqual([
    '98-84-85',
    '56.29.27.82',
    '12-03-2026',
  ])
})

describe('what words before it make worth judging', () => {
  const candidates = (text: string) =>
    findCandidates(read(text)).map(({ start, end }) => text.slice(start, end))

  it.each([
    [
      'a word with a sign inside, to the end of the sentence',
      'sandi untuk akun baru itu adalah Rembulan+angkot',
      'Rembulan+angkot',
    ],
    ['what looks like a letter, a room or a handle', 'sandi sementara yang Ibu kirim, Loket838', 'Loket838'],
    ['three digits', 'sertifikat yang ditunjukkan 488, atas nama', '488'],
    ['what looks like an amount', 'dibayarkan ke rekening BCA 1.204.663.918', '1.204.663.918'],
    [
      'a short number of a row below a head',
      'Nama\tNo. Sertifikat\tNIK\nBudi\t09922\t6203150005020975',
      '09922',
    ],
  ])('%s', (_, text, expected) => {
    expect(candidates(text)).toContain(expected)
  })

  it.each([
    'jalan itu 488 meter, disebut juga Rembulan+angkot',
    'pagu 1.204.663.918 di Loket838',
    'kata sandi. Lalu Rembulan+angkot',
    'TD 170/100, G5P4A0, u-ditch 60x80x120, surat 474.2/033/2025, periode 202506',
    'cadangan bidang_8817.geojson dan snapshot_2300.dmp di a.go.id',
    '1.800.000\t90.000',
  ])('and without them none: %s', (text) => {
    expect(candidates(text)).toEqual([])
  })
})
