import { describe, expect, it } from 'vitest'
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
