import { describe, expect, it } from 'vitest'
import { foldQuoted } from '../../shared/source/quoted.ts'
import { growth, linear } from './growth.ts'

const mail = 'Yth. Bapak,\n\nIzin kami sudah terbit. Kapan papan nama boleh dipasang?\n\nSalam,\nRina'
const history = 'Baik, mohon dilengkapi dahulu berkasnya. '.repeat(5)

describe('the history that a mail quotes is folded', () => {
  it.each([
    [
      'of a program in Indonesian',
      `Pada Sen, 23 Nov 2026 pukul 09.10 Dinas PTSP <ptsp@contoh.go.id> menulis:\n${history}`,
    ],
    ['of a program in English', `On Mon, Nov 23, 2026 at 9:10 AM Office <a@b.example> wrote:\n${history}`],
    [
      'of Outlook',
      `From: Office <a@b.example>\nSent: Monday, 23 November 2026 09:10\nTo: Rina\nSubject: Izin\n\n${history}`,
    ],
    [
      'of Outlook in Indonesian',
      `Dari: Dinas PTSP\nDikirim: Senin, 23 November 2026 09.10\nKepada: Rina\n\n${history}`,
    ],
    ['with a line of dashes', `-----Original Message-----\n${history}`],
    ['with signs of quotation', `> ${history}\n> baris dua\n> baris tiga`],
  ])('%s', (_, quoted) => {
    expect(foldQuoted(`${mail}\n\n${quoted}`)).toEqual({ text: mail, quoted })
  })
})

describe('nothing is folded', () => {
  it.each([
    ['in a mail without history', mail],
    ['where a mail is passed on with a word or two', `Mohon arahan.\n\n-----Pesan terusan-----\n${history}`],
    [
      'in the head of the mail itself',
      `Dari: Rina\nTanggal: 23 November 2026\nKepada: Dinas\n\n${mail}\n${history}`,
    ],
    [
      'where somebody is said to have written',
      `${mail}\nPada hari Senin ia menulis surat kepada kami. ${history}`,
    ],
  ])('%s', (_, text) => {
    expect(foldQuoted(text)).toEqual({ text, quoted: '' })
  })
})

it('takes linear time on text made to slow it down', () => {
  for (const part of ['Pada ', 'On wrote ', '>\n', 'Dari: x\nDikirim: ', '---'])
    expect(growth(foldQuoted, (length) => part.repeat(length / part.length))).toBeLessThan(linear)
})
