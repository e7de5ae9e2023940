import { describe, expect, it } from 'vitest'
import { complaintPage, promptOf, summaryOf } from './helpers-pages.ts'

const names = (lines: string[]) => lines.map((line) => line.split(':')[0])

describe('a short summary of a complaint', () => {
  it('has the problem, the place, what is asked, and how urgent it is', () => {
    expect(names(summaryOf(complaintPage('ADU-2026-0142'), { length: 'singkat' }))).toEqual([
      'Pokok masalah',
      'Lokasi',
      'Permintaan',
      'Pertanyaan',
      'Urgensi',
    ])
  })

  it('still says that the reporter wants to stay unknown', () => {
    expect(names(summaryOf(complaintPage('ADU-2026-0144'), { length: 'singkat' }))).toContain('Kerahasiaan')
  })
})

describe('a full summary of a complaint', () => {
  const details = (id: string) => {
    const lines = summaryOf(complaintPage(id), { length: 'lengkap' })
    return lines.slice(lines.indexOf('Rincian:') + 1).filter((line) => line.startsWith('- '))
  }

  it('adds the poles, the hours and the causes', () => {
    expect(details('ADU-2026-0142')).toEqual([
      '- Lampu penerangan jalan umum di Jalan Melati Raya, mulai dari depan Musala Al-Ikhlas sampai pertigaan Gang Kenanga, sudah padam sejak Senin, 16 November 2026',
      '- Ada tiga tiang yang mati berurutan, nomor tiangnya PJU-0417, PJU-0418, dan PJU-0419',
      '- Setiap malam mulai pukul 18.00 WIB jalan gelap sekali, padahal dilewati anak-anak yang pulang mengaji dan karyawan pabrik yang pulang kerja',
    ])
  })

  it('adds how long and how deep', () => {
    expect(details('ADU-2026-0139').join('\n')).toMatch(/150 meter[^]*10 sampai 25 sentimeter/)
  })

  it.each([
    'ADU-2026-0151',
    'ADU-2026-0149',
    'ADU-2026-0147',
    'ADU-2026-0145',
    'ADU-2026-0136',
    'ADU-2026-0133',
  ])('%s has two to four more sentences, and nobody’s data in them', (id) => {
    expect(details(id).length).toBeGreaterThanOrEqual(2)
    expect(details(id).length).toBeLessThanOrEqual(4)
    expect(details(id).join()).not.toContain('⟦')
  })

  it('has no heading over nothing', () => {
    expect(summaryOf('Lampu padam.', { format: 'aduan', length: 'lengkap' })).not.toContain('Rincian:')
  })
})

it('asks a model for the same lines', () => {
  const shape = (length: string) =>
    promptOf('summarise', 'Lampu padam.', undefined, { format: 'aduan', length }).system
  expect(shape('singkat')).not.toMatch(/^(?:Waktu|Data kurang|Rincian):/m)
  expect(shape('sedang')).not.toMatch(/^Rincian:/m)
  expect(shape('lengkap')).toMatch(/^Rincian:[^]*^Tanggal masuk:[^]*^Data kurang:/m)
})

describe('a summary of any text', () => {
  const open = ['Rapat membahas rencana taman kota.', 'Taman kota dibangun di Jalan Mawar.']
  const hidden = [
    'Rencana taman kota ditanyakan ⟦NAMA-1⟧ dengan NIK ⟦NIK-1⟧, KK ⟦KK-1⟧ dan ⟦TELEPON-1⟧ ⟦EMAIL-1⟧.',
  ]

  it('leaves sentences with hidden data out, however much they say', () => {
    expect(summaryOf([...hidden, ...open].join(' '), { format: 'umum', length: 'lengkap' })).toEqual(open)
  })

  it('takes them where there is nothing else', () => {
    expect(summaryOf(hidden.join(' '), { format: 'umum' })).toEqual(hidden)
  })
})
