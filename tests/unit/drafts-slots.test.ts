import { describe, expect, it } from 'vitest'
import { growth, linear } from './growth.ts'
import { replyTemplates, slotExample, slotLabel } from '../../shared/content/index.ts'
import { fillSlots, parseDraft, removeSlot, sentenceSpans, slotNames } from '../../shared/drafts/index.ts'

describe('a draft', () => {
  it('is cut into text and slots', () => {
    expect(parseDraft('Selesai {{tanggal_selesai}}.')).toEqual([
      { kind: 'text', text: 'Selesai ' },
      { kind: 'slot', name: 'tanggal_selesai', start: 8, end: 27 },
      { kind: 'text', text: '.' },
    ])
  })

  it('knows a slot that a model wrote with blanks', () => {
    expect(slotNames('{{ unit }} dan {{tanggal selesai}}')).toEqual(['unit', 'tanggal_selesai'])
  })

  it('names each slot once, in order', () => {
    expect(slotNames('{{b}} {{a}} {{b}}')).toEqual(['b', 'a'])
  })

  it.each(['{{tangg', '{{tanggal}', '{{}}', '{{a-b}}', '{ {a} }', '${nomor}', `{{${'x'.repeat(61)}}}`])(
    'shows %j as text, for it is no slot',
    (text) => expect(parseDraft(text)).toEqual([{ kind: 'text', text }]),
  )

  it.each(['{{', '{{a', '{{a}'])('of many %j is read in linear time', (piece) => {
    expect(growth(parseDraft, (length) => piece.repeat(length / piece.length))).toBeLessThan(linear)
  })
})

describe('filling slots', () => {
  it('puts values in as they are, and leaves open what has none', () => {
    const text = '{{tindakan}} oleh {{pelaksana}} pada {{tanggal}}'
    expect(fillSlots(text, { tindakan: "$& {{tanggal}} $'", pelaksana: '  ' })).toBe(
      "$& {{tanggal}} $' oleh {{pelaksana}} pada {{tanggal}}",
    )
  })

  it.each(['constructor', 'toString', '__proto__', 'valueOf'])(
    'does not take a value from what every object has: %s',
    (name) => {
      expect(fillSlots(`{{${name}}}`, {})).toBe(`{{${name}}}`)
      expect([slotExample(name), typeof slotLabel(name)]).toEqual(['', 'string'])
    },
  )
})

describe('removing a slot', () => {
  it('takes its sentence out and leaves the others', () => {
    const text = 'Urusan ini ditangani {{opd}}. Laporan kami teruskan pada {{tanggal}}. Terima kasih.'
    expect(removeSlot(text, 'tanggal')).toBe('Urusan ini ditangani {{opd}}. Terima kasih.')
  })

  it('takes out a line that has nothing else, and the blank line left over', () => {
    expect(removeSlot('Yth. Bapak/Ibu Pelapor,\n\nHubungi {{kontak}}.\n\nTerima kasih.', 'kontak')).toBe(
      'Yth. Bapak/Ibu Pelapor,\n\nTerima kasih.',
    )
  })

  it('is not misled by abbreviations', () => {
    expect(
      removeSlot('Kami cek Jl. Merdeka No. 3 pukul 09.00 pada {{tanggal}}. Terima kasih.', 'tanggal'),
    ).toBe('Terima kasih.')
  })

  it('leaves a draft without that slot untouched', () => {
    expect(removeSlot('a\n\n\n\nb {{c}}', 'd')).toBe('a\n\n\n\nb {{c}}')
  })
})

describe('the field of a slot', () => {
  it('is labelled as an officer would say it, with an example', () => {
    expect(slotLabel('opd_tujuan')).toBe('OPD tujuan')
    expect(slotLabel('ringkas_masalah')).toBe('Ringkasan masalah')
    expect(slotLabel('perkiraan')).toBe('Perkiraan selesai')
    expect(slotExample('perkiraan')).toBe('mis. 4 Desember 2025')
  })

  it('is labelled in English for those who chose it', () => {
    expect(slotLabel('tanggal_batas', 'en')).toBe('Answer due')
    expect(slotLabel('nomor_tiang', 'en')).toBe('Nomor tiang')
  })

  it('has the name of the slot in words when a model made the slot up', () => {
    expect([slotLabel('nomor_tiang'), slotExample('nomor_tiang')]).toEqual(['Nomor tiang', ''])
  })

  it.each([...slotNames(JSON.stringify(replyTemplates)), 'jawaban'].filter((name) => name !== 'naskah'))(
    'of our own templates has an example: %s',
    (name) => expect(slotExample(name)).toMatch(/^mis\. \S/),
  )
})

it('ends sentences where Indonesian office text ends them', () => {
  const text =
    'Sdr. A di Jl. Melati No. 3, RT.03 Kel. Cimone, dll. Biaya Rp1.250.000 s.d. pukul 09.00 WIB. Kapan? Segera!'
  expect(sentenceSpans(text).map((span) => text.slice(span.start, span.end))).toEqual([
    'Sdr. A di Jl. Melati No. 3, RT.03 Kel. Cimone, dll.',
    'Biaya Rp1.250.000 s.d. pukul 09.00 WIB.',
    'Kapan?',
    'Segera!',
  ])
})
