// What a summary suggests by rules: the class of a report, the offices for it, what to write on a letter.
import { describe, expect, it } from 'vitest'
import { complaintPage, letterPage, summaryOf } from './helpers-pages.ts'

const lineOf = (heading: string, source: string, options: Record<string, string> = {}) =>
  summaryOf(source, options).find((line) => line.startsWith(`${heading}: `))

describe('the class of a report', () => {
  const classOf = (text: string) => lineOf('Klasifikasi', text, { format: 'aduan' })

  it.each([
    ['Lampu jalan di Jalan Mawar padam sejak Senin. Mohon diperbaiki.', 'pengaduan'],
    ['Terima kasih untuk petugas kebersihan Taman Melati yang ramah dan cekatan.', 'apresiasi'],
    ['Kategori: Aspirasi\nJudul: Tempat duduk di taman\n\nTaman kota perlu tempat duduk.', 'aspirasi'],
    ['Saya mengusulkan agar jam buka perpustakaan ditambah. Mohon dipertimbangkan.', 'aspirasi'],
    ['Selamat pagi, mau tanya syarat mengurus akta kelahiran apa saja?', 'permintaan informasi'],
    [
      'Judul: Permintaan informasi jadwal vaksin\n\nKapan jadwal vaksin di puskesmas?',
      'permintaan informasi',
    ],
    ['Kategori: Permintaan Informasi\nIsi laporan: Kapan jadwal bus?', 'permintaan informasi'],
  ])('of %j', (text, kind) => expect(classOf(text)).toBe(`Klasifikasi: ${kind}`))

  it('is a complaint where somebody is in danger, whatever else is proposed', () => {
    expect(classOf('Usul saya pasang pagar. Kabel listrik menjuntai, kami takut kesetrum. Tolong.')).toBe(
      'Klasifikasi: pengaduan',
    )
  })
})

describe('the offices for a report', () => {
  it('are at most two, a suggestion, with the words that told it', () => {
    expect(lineOf('Dugaan perangkat daerah', 'Sampah menumpuk di Jalan Mawar. Mohon diangkut.')).toMatch(
      /^Dugaan perangkat daerah: Dinas Lingkungan Hidup; [^;]+ \(saran, karena "Sampah[^"]*"\)$/,
    )
  })

  it('are left out where nothing tells, and in a short summary', () => {
    expect(lineOf('Dugaan perangkat daerah', 'Pelayanan lambat sekali.', { format: 'aduan' })).toBe(undefined)
    const page = complaintPage('ADU-2026-0142')
    expect(summaryOf(page, { length: 'singkat' }).join('\n')).not.toMatch(/Klasifikasi|Dugaan/)
  })

  it('and the class go first where a field is short', () => {
    const page = complaintPage('ADU-2026-0142')
    const all = summaryOf(page)
    const kept = summaryOf(page, { max_chars: String(all.join('\n').length) })
    expect(kept.join('\n')).toContain('Data kurang: tidak ada')
    expect(kept.join('\n')).not.toContain('Dugaan')
  })
})

describe('what to write on a letter', () => {
  const disposition = (subject: string, body: string) =>
    lineOf('Usulan disposisi', `Nomor: 1/A/2026\nHal: ${subject}\n\n${body}`)

  it.each([
    ['Undangan rapat', 'Mohon hadir pada Senin, 7 Desember 2026.', 'Hadiri/wakili'],
    ['Permohonan data', 'Kami memerlukan jumlah sekolah.', 'Siapkan jawaban'],
    ['Kegiatan', 'Mohon data jumlah sekolah dikirim.', 'Siapkan jawaban'],
    ['Pemberitahuan libur', 'Kantor kami tutup.', 'Untuk diketahui'],
    ['Audiensi', 'Kami mohon waktu.', 'Jadwalkan'],
    ['Kerja sama', 'Kami menawarkan kerja sama.', 'Pelajari dan beri saran'],
  ])('of "%s": %s', (subject, body, verb) => {
    expect(disposition(subject, body)).toBe(`Usulan disposisi: ${verb} (saran)`)
  })

  it('is a suggestion in every length; its grounds only in a full one', () => {
    const letter =
      'Nomor: 1/A/2026\nLampiran: -\nSifat: Segera\nHal: Permohonan data\n\nBerdasarkan Pasal 4 ayat (2) Peraturan Wali Kota Nomor 12 Tahun 2024 dan Undang-Undang Nomor 25 Tahun 2009, kami mohon data jumlah sekolah.'
    const dasar =
      'Dasar: Pasal 4 ayat (2) Peraturan Wali Kota Nomor 12 Tahun 2024; Undang-Undang Nomor 25 Tahun 2009'
    expect(summaryOf(letter, { length: 'lengkap' }).slice(-3)).toEqual([
      'Sifat: Segera',
      dasar,
      'Usulan disposisi: Siapkan jawaban (saran)',
    ])
    expect(summaryOf(letter)).not.toContain(dasar)
    expect(summaryOf(letter, { length: 'singkat' }).at(-1)).toBe('Usulan disposisi: Siapkan jawaban (saran)')
    expect(summaryOf(letter).join('\n')).not.toContain('Lampiran')
  })

  it('goes first where a field is short', () => {
    const page = letterPage('SRT-2026-0311')
    const kept = summaryOf(page, { max_chars: '400' }).join('\n')
    expect(kept).not.toMatch(/Usulan disposisi|Sifat|Lampiran/)
  })
})
