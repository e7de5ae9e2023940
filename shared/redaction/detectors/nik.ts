// NIK (citizen) and KK (family card): 16 digits, area code, then birth date or date of issue.
// Source: PP 37/2007 art. 37: 6 digits area, 6 digits date (day + 40 for women), 4 digits serial.
import { isRowOfNumbers } from '../number-runs.ts'
import { isPublicNumber } from './label.ts'
import type { NumberCandidate, Verdict } from './number.ts'

const label = /(?:\bnik|\bktp|\bkk(?!s)|_kk|\bkartu keluarga|\bnomor induk)[^\d]{0,30}$/
const familyCard = /(?:\bkk(?!s)|_kk|kartu keluarga)(?!.*(?:nik|ktp))[^\d]{0,30}$/

/** What programs sum up, and what things are numbered with. */
const ofPrograms =
  /\b(?:batch|checksum|hash|trace(?: id)?|span(?: id)?|(?:registrasi|inventaris|seri) (?:alat|barang|aset|mesin))["']? ?[=:] ?["']?$/

/** Province as Kemendagri numbers them, Papua's new ones included, then regency and district. */
const area = '(?:1[1-9]|21|3[1-6]|5[1-3]|6[1-5]|7[1-6]|8[12]|9[1-7])(?!00)\\d{4}'
/** Day, for women plus 40, month, year. */
const date = '(?:[04][1-9]|[1256]\\d|[37][01])(?:0[1-9]|1[0-2])\\d{2}'
const plausible = new RegExp(`${area}${date}(?!0000)\\d{4}`)

/** Whether a text ends with a label after which a NIK or KK is expected. */
export function isNikLabel(before: string): boolean {
  return label.test(before)
}

/** Where digits that may be a NIK begin in a longer stretch, or -1: somebody may have typed one too many. */
export function nikWithin(digits: string): number {
  return digits.search(plausible)
}

/** A NIK or KK if area and date are possible, or if a label says so although they are not (a slip of the pen). */
export function judgeNik({ digits, shape, gaps, before }: NumberCandidate): Verdict | undefined {
  const labelled = label.test(before)
  if (!labelled && ofPrograms.test(before)) return undefined
  if (
    !labelled &&
    (!hasAreaAndDate(digits) ||
      isRowOfNumbers(shape, gaps) ||
      isCode(gaps, before) ||
      isTicket(shape, digits))
  )
    return undefined
  return { type: familyCard.test(before) ? 'KK' : 'NIK', sureness: labelled ? 3 : 2 }
}

/** "kode lokasi 12.28.71.05.01.2020.00", "PBG-317502-04082025-01" */
function isCode(gaps: string, before: string): boolean {
  return (gaps.includes('.') && isPublicNumber(before)) || (gaps.includes('-') && /[a-z]-$/.test(before))
}

/**
 * "5271-20250611-0093": an office, a day, a count.
 * @param shape sizes of the groups of digits, as "4-8-4"
 */
export function isTicket(shape: string, digits: string): boolean {
  return shape === '4-8-4' && /^.{4}20\d\d(?:0\d|1[0-2])[0-3]\d/.test(digits)
}

/** Whether these are 16 digits with a real province and a possible date. */
export function hasAreaAndDate(digits: string): boolean {
  return digits.length === 16 && plausible.test(digits)
}

/** @returns the birth date in a NIK as "ddmmyy", for women too; undefined for other digits */
export function birthDateIn(digits: string): string | undefined {
  if (!hasAreaAndDate(digits)) return undefined
  return String(Number(digits.slice(6, 8)) % 40).padStart(2, '0') + digits.slice(8, 12)
}
