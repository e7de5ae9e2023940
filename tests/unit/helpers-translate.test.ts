import { describe, expect, it } from 'vitest'
import { complaintPage, letterPage, mailPage } from './helpers-pages.ts'
import { helpers } from '../../gateway/src/helpers/index.ts'

function terms(target: 'id' | 'en', text: string): string[] {
  const ready = helpers.translate.prepare({ target }, { officeName: 'Dinas Sosial', city: 'Kota Tangerang' })
  if ('wrongOption' in ready) throw new Error(`wrong option ${ready.wrongOption}`)
  return ready.offline(text).split('\n').slice(2)
}

describe('a word that is a term only in its place', () => {
  it('is the greeting at the opening of a letter', () => {
    expect(terms('id', 'Dear Sir or Madam,\n\nWe saw a pothole.')).toEqual([
      'Dear / To the Honourable → Yang terhormat (Yth.)',
      'Pothole → Jalan berlubang',
    ])
    expect(terms('id', 'Dear Mayor, please help.')).toContain(
      'Dear / To the Honourable → Yang terhormat (Yth.)',
    )
  })

  it.each([
    'My dear wife saw a pothole.',
    'Oh dear, a pothole.',
    'The park is dear to us. It has a pothole.',
  ])('is no greeting in a sentence: %s', (text) => {
    expect(terms('id', text)).toEqual(['Pothole → Jalan berlubang'])
  })

  it('is a label before a colon', () => {
    expect(terms('id', 'Subject: pothole')).toEqual(['Subject → Perihal / Hal', 'Pothole → Jalan berlubang'])
    expect(terms('id', 'The road is subject to floods and has a pothole.')).toEqual([
      'Pothole → Jalan berlubang',
    ])
  })

  it('is the class of a letter after one', () => {
    expect(terms('en', 'Sifat: Biasa')).toContain('Biasa → Ordinary')
    expect(terms('en', 'Seperti biasa, jalan berlubang.')).toEqual(['Jalan berlubang → Pothole'])
  })

  it('is the name of the product with a capital, not any companion', () => {
    expect(terms('en', 'Guru pendamping melihat jalan berlubang.')).toEqual(['Jalan berlubang → Pothole'])
    expect(terms('en', 'Draf dari Pendamping.')).toEqual(['Pendamping → Pendamping (the staff assistant)'])
  })

  it('is not looked up from English where the English is any word', () => {
    expect(terms('id', 'The first paragraph says the road is closed by a pothole.')).toEqual([
      'Pothole → Jalan berlubang',
    ])
    expect(terms('en', 'Selesai.')).toEqual(['Selesai → Closed; resolved'])
  })
})

describe('a text that is in the language already', () => {
  const whole = (target: string, text: string) => {
    const ready = helpers.translate.prepare(
      { target },
      { officeName: 'Dinas Sosial', city: 'Kota Tangerang' },
    )
    if ('wrongOption' in ready) throw new Error(`wrong option ${ready.wrongOption}`)
    return ready.offline(text)
  }
  const indonesian = 'Jalan berlubang ini sudah lama dan belum diperbaiki oleh Wali Kota. Status: selesai.'
  const english = 'The pothole on this road has been there for two weeks, and the Mayor saw it.'

  it('gets no list of terms turned round', () => {
    const first = 'Terjemahan penuh memerlukan model AI, yang belum terhubung.'
    expect(whole('id', indonesian)).toBe(`${first}\nTeks ini sudah berbahasa Indonesia.`)
    expect(whole('en', english)).toBe(`${first}\nTeks ini sudah berbahasa Inggris.`)
  })

  it.each([
    ...['ADU-2026-0151', 'ADU-2026-0147', 'ADU-2026-0142', 'ADU-2026-0136'].map((id) => complaintPage(id)),
    ...['SRT-2026-0311', 'SRT-2026-0318', 'SRT-2026-0322'].map(letterPage),
    mailPage('PSN-2026-065'),
  ])('is known on a page: %#', (page) => {
    expect(whole('id', page)).toContain('Teks ini sudah berbahasa Indonesia.')
  })

  it.each(['PSN-2026-071', 'PSN-2026-068'])('is not seen in English mail %s', (id) => {
    expect(whole('id', mailPage(id))).not.toContain('Teks ini sudah')
    expect(whole('en', mailPage(id))).toContain('Teks ini sudah berbahasa Inggris.')
  })

  it('is told from one in the other', () => {
    expect(whole('en', indonesian)).toContain('Jalan berlubang → Pothole')
    expect(whole('id', english)).toContain('Pothole → Jalan berlubang')
  })

  it('names Chinese as the panel does, and its script to a model only', () => {
    expect(whole('zh', indonesian)).toContain('belum bahasa Mandarin.')
    const ready = helpers.translate.prepare(
      { target: 'zh' },
      { officeName: 'Dinas Sosial', city: 'Kota Tangerang' },
    )
    expect('messages' in ready && ready.messages(indonesian)[0]?.content).toContain(
      'ke bahasa Mandarin (aksara sederhana)',
    )
  })
})
