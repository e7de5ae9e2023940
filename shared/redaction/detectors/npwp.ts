// NPWP, the tax number: 15 digits (99.999.999.9-999.999), since PMK 112/2022 also 16: a NIK, or 0 before the old one.
import type { NumberCandidate, Verdict } from './number.ts'

const label = /\bnpwp[^\d]{0,30}$/
const shape = '2-3-3-1-3-3'
/** Codes of other kinds, and digits that hang on a letter or dash, as in a UUID. */
const otherCode = /\b(?:imei|barcode|checksum|batch|serial)[^\d]{0,20}$|[a-z-]$/

/** An NPWP by its label, by the way it is grouped, or by its end: the branch, which is 000 to 009 for nearly all. */
export function judgeNpwp({ digits, shape: written, before }: NumberCandidate): Verdict | undefined {
  if (label.test(before)) return { type: 'NPWP', sureness: 3 }
  if (written === shape) return { type: 'NPWP', sureness: 2 }
  const old = digits.length === 15 ? digits : digits.startsWith('0') ? digits.slice(1) : ''
  return /00\d$/.test(old) && !otherCode.test(before) ? { type: 'NPWP', sureness: 1 } : undefined
}
