// SIM, the driving licence: 12 to 14 digits, told by a label, or by the head of the card. "SIM card" is something else.
import { isPublicNumber } from './label.ts'
import type { NumberCandidate, Verdict } from './number.ts'

const label =
  /(?:\bs(?:im|l ?m| i m)\b(?![ -]?(?:card|rs|peg|da)\b)(?: gol(?:ongan)?)?(?: {1,2}[abcd](?:[12i]?u?|umum)\b)?|\bsim[abc]|(?:i[zj]in|lisensi) mengemudi(?: gol\w*\.? [abcd])?|driving licen[cs]e)[^\d]{0,40}$/
/** "SIM nya jatuh, a.n. Baharuddin Daeng Nai, nomor …" */
const farLabel = /\bsim\b(?! ?card)[^\d\n;]{0,70}\bno(?:mor|\.)?[ :.]{0,3}$/
const card = /\bsim ?card[^\d]{0,16}$/
const numberLabel = /\bno(?:mor|\.)?[ :.]{0,4}$/
const head = /surat izin mengemudi|driving licen[cs]e/

/** "My Indonesian licence is 8112-…": programs and shops have licences too, but none that begins with a birth month. */
const licence = /\blicen[cs]e\b[^\d\n]{0,16}$/
const birthMonth = /^\d\d(?:0[1-9]|1[0-2])/

/** "KB 5517 WL ..... 840207150048" */
const behindPlate = /\b[a-z]{1,2}[ -]?\d{1,4}[ -]?[a-z]{1,3} ?[.|;,\t –-]{1,8}$/

const spokenOf = /\bsim\b(?! ?(?:card|rs|peg|da\b))/

export function judgeSim({ digits, before, above }: NumberCandidate): Verdict | undefined {
  if (licence.test(before) && birthMonth.test(digits)) return { type: 'SIM', sureness: 3 }
  if (behindPlate.test(before) && birthMonth.test(digits)) return { type: 'SIM', sureness: 2 }
  const labelled =
    label.test(before) || farLabel.test(before) || (numberLabel.test(before) && head.test(above()))
  if (labelled && !card.test(before)) return { type: 'SIM', sureness: 3 }
  const mayBe = digits.length === 12 && birthMonth.test(digits) && !isPublicNumber(before)
  return mayBe && spokenOf.test(above()) ? { type: 'SIM', sureness: 1 } : undefined
}
