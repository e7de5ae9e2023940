// SIM, the driving licence: 12 to 14 digits, told by a label, or by the head of the card. "SIM card" is something else.
import type { NumberCandidate, Verdict } from './number.ts'

const label =
  /(?:\bs(?:im|l ?m)\b(?! ?card)(?: gol(?:ongan)?)?(?: {1,2}[abcd](?:[12i]|umum)?\b)?|izin mengemudi(?: gol\w*\.? [abcd])?|driving licen[cs]e)[^\d]{0,40}$/
/** "SIM nya jatuh, a.n. Baharuddin Daeng Nai, nomor …" */
const farLabel = /\bsim\b(?! ?card)[^\d\n;]{0,70}\bno(?:mor|\.)?[ :.]{0,3}$/
const card = /\bsim ?card[^\d]{0,16}$/
const numberLabel = /\bno(?:mor|\.)?[ :.]{0,4}$/
const head = /surat izin mengemudi|driving licen[cs]e/

export function judgeSim({ before, above }: NumberCandidate): Verdict | undefined {
  const labelled =
    label.test(before) || farLabel.test(before) || (numberLabel.test(before) && head.test(above()))
  return labelled && !card.test(before) ? { type: 'SIM', sureness: 3 } : undefined
}
