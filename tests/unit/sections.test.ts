import { addWords } from '../../extension/i18n/index.ts'
import { idLater } from '../../extension/i18n/id-later.ts'
import { describe, expect, it } from 'vitest'
import { letterSections, pageSections, textOf } from '../../extension/panel/sections.ts'

addWords(idLater)

const names = (texts: string[]) => pageSections(texts).map(({ name }) => name)

describe('parts of a page', () => {
  it('are named by their first line, the same one twice with a number', () => {
    expect(names(['Aduan\n\nLampu padam.', 'Tanggapan\n\nA.', 'Tanggapan\n\nB.'])).toEqual([
      'Aduan',
      'Tanggapan',
      'Tanggapan (2)',
    ])
  })

  it('join a heading that has nothing below it with what follows', () => {
    expect(names(['Portal', 'Aduan\n\nLampu padam.', 'Lampiran'])).toEqual(['Portal'])
  })

  it('are no more than a person reads, and lose nothing', () => {
    const texts = Array.from({ length: 300 }, (_, at) => `Aduan ${at}\n\nLampu padam.`)
    const sections = pageSections(texts)
    expect(sections.length).toBeLessThanOrEqual(24)
    expect(textOf(sections)).toBe(texts.join('\n\n'))
  })

  it('leave quoted mails out, wherever among them these begin', () => {
    const quoted = `Pada Sen, 23 Nov 2026 Dinas menulis:\n${'Mohon berkas dilengkapi dahulu. '.repeat(5)}`
    const sections = pageSections([
      'Re: Izin papan\n\nKapan papan nama boleh dipasang?',
      `Balasan\n\nTerima kasih.\n\n${quoted}`,
      'Berkas\n\nAkta.',
    ])
    expect(textOf(sections)).toBe(
      'Re: Izin papan\n\nKapan papan nama boleh dipasang?\n\nBalasan\n\nTerima kasih.',
    )
    expect(sections.at(-1)).toMatchObject({
      isHistory: true,
      isOn: false,
      text: `${quoted}\n\nBerkas\n\nAkta.`,
    })
  })
})

describe('pages of a letter', () => {
  it('have their numbers, and end where a model takes no more', () => {
    expect(letterSections(['satu', 'dua', 'tiga'], 3, 7).map(({ text }) => text)).toEqual([
      '[Halaman 1]\nsatu',
      '[Halaman 2]\nd',
    ])
  })

  it('need no number where there is one alone', () => {
    expect(letterSections(['satu'], 1, 100).map(({ text }) => text)).toEqual(['satu'])
  })
})
