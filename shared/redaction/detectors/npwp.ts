// NPWP, the tax number: 15 digits (99.999.999.9-999.999), since PMK 112/2022 also 16: a NIK, or 0 before the old one.
import { isRowOfNumbers } from '../number-runs.ts'
import { isPublicNumber } from './label.ts'
import type { NumberCandidate, Verdict } from './number.ts'

const label = /\b(?:npwp|wajib pajak|tax id)\b[^\d]{0,60}$/
const shape = '2-3-3-1-3-3'
/** Digits that hang on a letter or dash, as in a UUID, or begin with a date, as numbers of records do. */
const otherCode = /\bimei[^\d]{0,20}$|[a-z-]$/
const dated = /^20[0-4]\d(?:0[1-9]|1[0-2])/

/** An NPWP by its label, by the way it is grouped, or by its end: the branch, which is 000 to 009 for nearly all. */
export function judgeNpwp({ digits, shape: written, gaps, before }: NumberCandidate): Verdict | undefined {
  if (label.test(before)) return { type: 'NPWP', sureness: 3 }
  // The dash may have blanks beside it or be one; no other may stand among dots.
  const isOneNumber = /^\.\.\.(?: | ?- ?)\.$/.test(gaps) || !/[\s].*\.|\..*\s/.test(gaps.trim())
  if (written === shape && isOneNumber) return { type: 'NPWP', sureness: 2 }
  const old = digits.length === 15 ? digits : digits.startsWith('0') ? digits.slice(1) : ''
  if (isRowOfNumbers(written, gaps) || dated.test(digits) || otherCode.test(before) || isPublicNumber(before))
    return undefined
  return /00\d$/.test(old) ? { type: 'NPWP', sureness: 1 } : undefined
}
