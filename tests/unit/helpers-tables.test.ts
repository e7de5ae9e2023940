// A table holds many cases: what stands in one row is never told of another.
import { describe, expect, it } from 'vitest'
import { replyTo, summaryOf } from './helpers-pages.ts'

const list = `Ruang Aduan Kota

6 dari 6 aduan

ID aduan | Aduan | Kategori | Masuk | Tenggat | Status
ADU-2026-0142 | Tiga lampu jalan padam di Jalan Melati Raya, Aplikasi | Penerangan | 22 Nov | 27 Nov | Menunggu
ADU-2026-0139 | Banjir setinggi lutut di Gang Kenanga, mohon pompa, Media sosial | Drainase | 21 Nov | 26 Nov | Proses
ADU-2026-0151 | Pohon tumbang menutup Jalan Cendana. Kabel menjuntai | Taman | 20 Nov | 25 Nov | Selesai`
const rows = list.split('\n').slice(-3)

describe('a list of complaints', () => {
  it.each(['otomatis', 'aduan', 'surat', 'email'])('is summarised by whole rows, as %s', (format) => {
    expect(summaryOf(list, { format })).toEqual(['Ruang Aduan Kota', ...rows])
  })

  it('is read alike where tabs stand between its cells, as in a selection', () => {
    expect(summaryOf(list.replaceAll(' | ', '\t'))).toEqual(['Ruang Aduan Kota', ...rows])
    expect(summaryOf('Nomor\t\t: 005/12\nHal\t\t: Undangan', { format: 'surat' })).toContain('Hal: Undangan')
  })

  it('gives a short summary two of its rows', () => {
    const lines = summaryOf(list, { length: 'singkat' })
    expect(lines).toHaveLength(2)
    expect(lines.filter((line) => !rows.includes(line))).toEqual([])
  })

  it('gives a reply no fact: nobody knows which row is answered', () => {
    expect(replyTo(list)).toContain(
      'laporan nomor {{nomor_laporan}} tentang {{ringkas_masalah}} di {{lokasi_umum}}.',
    )
  })

  it('has a sentence before it and one after it that stay their own', () => {
    const before = 'Daftar ini memuat aduan warga yang masuk pekan ini dari semua kanal resmi kota'
    const after = 'seluruh aduan di atas ditangani menurut urutan masuknya'
    expect(summaryOf(`${before}\n${rows.join('\n')}\n${after}`, { length: 'lengkap' })).toEqual([
      before,
      ...rows,
      after,
    ])
  })
})

describe('the first row of a table', () => {
  it('is none of its facts where it names the columns', () => {
    const history =
      'Tanggal | Catatan\n20 November | Lampu diperiksa petugas\n21 November | Lampu diganti petugas'
    expect(summaryOf(history, { format: 'umum' })).toEqual(history.split('\n').slice(1))
  })

  it('is a fact where others like it follow', () => {
    const facts =
      'Pelapor | ⟦NAMA-1⟧\nLokasi | Jalan Cendana\nTenggat | 2 Desember 2026\n\nPohon miring. Mohon dipangkas.'
    expect(summaryOf(facts, { format: 'aduan' })).toContain('Lokasi: Jalan Cendana')
    expect(
      summaryOf('Lokasi | Jalan Cendana\nTenggat | 2 Desember 2026\n\nPohon miring.', { format: 'aduan' }),
    ).toContain('Lokasi: Jalan Cendana')
  })

  it('is a row where no column of numbers stands under it', () => {
    const plain = 'Lampu jalan | padam | Jalan Mawar\nSelokan depan | mampet | Jalan Melati'
    expect(summaryOf(plain)).toEqual(plain.split('\n'))
  })
})
