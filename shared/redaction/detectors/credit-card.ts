// Payment cards: 15 or 16 digits, prefix of a network, and the check digit of ISO/IEC 7812 (Luhn).
import { isRowOfNumbers } from '../number-runs.ts'
import type { NumberCandidate, Verdict } from './number.ts'

/** So clear that a slip of the pen in the number makes no difference. */
const clear = /\b(?:kartu kredit|credit card|visa|master ?card|cc)\b[^\d]{0,16}$/
const label = /(?:kartu|card|kredit|debit|visa|\bcc)\b[^\d]{0,30}$/
/** Visa, Mastercard (both series), American Express, JCB, and GPN's 62 and 60. */
const network = /^(?:4|5[1-5]|2[2-7]|3[457]|6[02])/

/** A card if network and check digit fit. A NIK may fit both by chance, so its own checks weigh more. */
export function judgeCreditCard({ digits, shape, gaps, before }: NumberCandidate): Verdict | undefined {
  if (!network.test(digits) || !(passesLuhn(digits) || clear.test(before))) return undefined
  if (isRowOfNumbers(shape, gaps)) return undefined
  if (/^3[47]/.test(digits) !== (digits.length === 15)) return undefined
  return { type: 'CREDIT_CARD', sureness: label.test(before) ? 3 : 1 }
}

/** The check digit of ISO/IEC 7812. */
export function passesLuhn(digits: string): boolean {
  let sum = 0
  for (let i = 0; i < digits.length; i++) {
    const value = Number(digits[digits.length - 1 - i])
    sum += i % 2 === 0 ? value : value > 4 ? value * 2 - 9 : value * 2
  }
  return sum % 10 === 0
}
