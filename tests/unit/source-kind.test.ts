import { describe, expect, it } from 'vitest'
import { kindOf } from '../../extension/panel/source-kind.ts'

const page = { isArticle: false, table: null }

describe('a text is', () => {
  it.each([
    ['mail', 'Dari: Rina\nSubject: Izin\nIsi surel.'],
    ['mail', 'From: rina@contoh.example\nTo: Dinas PTSP\n\nKapan izin kami terbit?'],
    ['complaint', 'Nomor Tiket: 12\nNama Pelapor: Sari\nIsi Aduan: lampu padam'],
    ['complaint', 'Kategori: Penerangan\nKanal: WhatsApp\nLampu padam.'],
    // An internal note has a sender as well.
    ['page', 'NOTA DINAS\nKepada: Kepala Dinas\nDari: Sekretaris\nHal: Laporan bulanan'],
    ['page', 'Pelapor diminta menunggu. Aduan: nihil.'],
  ])('%s: %j', (kind, text) => {
    expect(kindOf(text, page).kind).toBe(kind)
  })

  it('a mail with what its head says', () => {
    const text = 'Perihal: Izin papan\nDari: rina@contoh.example\nDikirim: 23 Nov 2026\nKepada: ptsp'
    expect(kindOf(text, page)).toEqual({
      kind: 'mail',
      from: 'rina@contoh.example',
      date: '23 Nov 2026',
      subject: 'Izin papan',
    })
  })

  it('an article or a table where the page shows one', () => {
    expect(kindOf('Berita', { ...page, isArticle: true })).toEqual({ kind: 'article' })
    const table = { rows: 25, of: 310, unit: 'rows' } as const
    expect(kindOf('a | b | c', { ...page, table })).toEqual({ kind: 'table', ...table })
  })
})
