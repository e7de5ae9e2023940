// BPJS: 13 digits for health (in practice from 000), 11 for labour (KPJ), which nothing but a label tells apart.
import { isPublicNumber } from './label.ts'
import type { NumberCandidate, Verdict } from './number.ts'

const label = /\b(?:bpjs(?:kes|tk|naker)?|jkn|kis|kpj|jamsostek|jht|jkp|kepesertaan)(?:nya)?\b[^\d]{0,70}$/

/** "Jamsostek tidak disetor 14 bulan. No kartu peserta …" */
const member = /\bkartu(?: peserta)?[ :.]{0,3}$/
const scheme = /\b(?:bpjs|jamsostek|jkn|kis)\b/

/** A BPJS number by its label; without one only in the form that health cards have. */
export function judgeBpjs({ digits, before, above }: NumberCandidate): Verdict | undefined {
  // "klaim BPJS 12450000000"
  if (/^[1-9]\d*0{6,}$/.test(digits)) return undefined
  if (label.test(before)) return { type: 'BPJS', sureness: 3 }
  if (member.test(before) && scheme.test(above())) return { type: 'BPJS', sureness: 3 }
  return digits.length === 13 && digits.startsWith('000') && !isPublicNumber(before)
    ? { type: 'BPJS', sureness: 2 }
    : undefined
}
