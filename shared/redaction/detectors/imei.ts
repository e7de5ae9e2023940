// IMEI of a phone: 15 digits with a check digit, 16 with the software version; many begin with 35 or 86.
import { passesLuhn } from './credit-card.ts'
import type { NumberCandidate, Verdict } from './number.ts'

const label = /\b[il]mei(?: ?\(?(?:ke-?|slot )?[12])?[^\d]{0,60}$/

/** An IMEI by its label, or by its head and check digit. */
export function judgeImei({ digits, before, shape }: NumberCandidate): Verdict | undefined {
  if (label.test(before)) return { type: 'IMEI', sureness: 3 }
  const isWhole = /^(?:15|6-2-6-1|2-6-6-1)$/.test(shape)
  const alone = digits.length === 15 && /^(?:35|86|01)/.test(digits) && isWhole
  return alone && passesLuhn(digits) ? { type: 'IMEI', sureness: 1 } : undefined
}
