// A summary for a field with little room: what matters most stays, and a cut shows.
import { describe, expect, it } from 'vitest'
import { complaintPage, letterPage, mailPage, summaryOf } from './helpers-pages.ts'
import { helpers } from '../../gateway/src/helpers/index.ts'

const lastLine = 'Ringkasan ini diambil dari kalimat asli, tanpa model AI.'
const lamp =
  'Lampu jalan di Jalan Mawar padam sejak tiga hari lalu. Jalan gelap dan anak sekolah hampir terserempet motor. Mohon segera diperbaiki.'

function whole(source: string, options: Record<string, string>): string {
  const ready = helpers.summarise.prepare(options, {
    officeName: 'Dinas Perhubungan',
    city: 'Kota Tangerang',
  })
  if ('wrongOption' in ready) throw new Error(`wrong option ${ready.wrongOption}`)
  return ready.offline(source)
}

const sources: Record<string, string> = {
  short: lamp,
  complaint: complaintPage('ADU-2026-0142'),
  letter: letterPage('SRT-2026-0311'),
  mail: mailPage('PSN-2026-071'),
}

describe('the note on how a summary was made', () => {
  it('stays away where it was told to, and leaves no empty line', () => {
    expect(whole(lamp, { note: 'tanpa' })).not.toMatch(/tanpa model|\n$/)
  })
})

describe('a summary for a field', () => {
  it('that has room for all of it is whole', () => {
    const all = whole(lamp, {})
    expect(whole(lamp, { max_chars: String(all.length) })).toBe(all)
  })

  it('loses first what the text does not say, then what matters less', () => {
    const lines = (max_chars: string) => summaryOf(lamp, { max_chars }).map((line) => line.split(':')[0])
    expect(lines('305')).toEqual(['Pokok masalah', 'Lokasi', 'Waktu', 'Permintaan', 'Urgensi'])
    expect(lines('200')).toEqual(['Pokok masalah', 'Lokasi', 'Permintaan', 'Urgensi'])
    expect(lines('160')).toEqual(['Pokok masalah', 'Permintaan'])
  })

  it('too small for anything holds the matter itself, cut where one sees it', () => {
    expect(whole(lamp, { max_chars: '50' })).toBe('Lampu jalan di Jalan Mawar padam sejak tiga hari…')
    expect(whole(lamp, { max_chars: '1' })).toBe('…')
  })

  it('gives the urgency without its quote rather than half a quote', () => {
    const emergency = `${lamp} Kabel listrik menjuntai di depan gerbang sekolah dan semua anak takut kesetrum.`
    expect(summaryOf(emergency, { max_chars: '210' })).toContain('Urgensi: darurat')
  })

  it('gives each important line a share before one takes all', () => {
    expect(summaryOf(sources.letter ?? '', { max_chars: '400' }).map((line) => line.split(':')[0])).toEqual([
      'Hal',
      'Inti',
      'Yang diminta',
      'Tenggat atau acara',
    ])
  })

  it('says that a list goes on', () => {
    const lines = summaryOf(sources.letter ?? '', { max_chars: '1100' })
    expect(lines.filter((line) => line.startsWith('- ')).at(-1)).toBe('- (butir lain ada dalam naskah)')
  })

  it('of any text keeps the sentence that says most, not the first', () => {
    const texts = [
      'Kami menulis pesan pendek ini.',
      'Taman di kota ini indah.',
      'Warga kota mohon taman kota dibuka sebelum pukul enam pagi agar warga kota dapat berolahraga.',
    ]
    expect(summaryOf(texts.join(' '), { format: 'umum', max_chars: '155' })).toEqual(texts.slice(2))
  })

  it('cuts neither a hidden value nor half a sign where a word has no end', () => {
    expect(whole(`⟦NAMA-1⟧${'x'.repeat(90)}`, { max_chars: '5' })).toBe('…')
    expect(whole('😀'.repeat(90), { max_chars: '4' })).toBe('😀…')
  })

  it.each(Object.keys(sources))('fits any field, and each line is whole or shows its cut: %s', (name) => {
    const source = sources[name] ?? ''
    for (const length of ['singkat', 'sedang', 'lengkap']) {
      const all = whole(source, { length }).split('\n')
      for (let room = 1; room < 1200; room += 13) {
        const text = whole(source, { length, max_chars: String(room) })
        expect(text.length).toBeLessThanOrEqual(room)
        expect(text).not.toBe('')
        if (room >= 100) expect(text.endsWith(lastLine)).toBe(true)
        const cut = text.split('\n').filter((line) => !all.includes(line) && !line.endsWith('…'))
        expect(
          cut.filter((line) => !/^Urgensi: (?:biasa|tinggi|darurat)$|^- \(butir lain/.test(line)),
        ).toEqual(room < 60 ? cut : [])
      }
    }
  })
})
