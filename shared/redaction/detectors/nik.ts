// NIK (citizen) and KK (family card): 16 digits, area code, then birth date or date of issue.
// Source: PP 37/2007 art. 37: 6 digits area, 6 digits date (day + 40 for women), 4 digits serial.
import type { NumberCandidate, Verdict } from './number.ts'

const label = /(?:\bnik|\bktp|\bkk|_kk|\bkartu keluarga|\bnomor induk)[^\d]{0,30}$/
const familyCard = /(?:\bkk|_kk|kartu keluarga)(?!.*(?:nik|ktp))[^\d]{0,30}$/

/** Codes of the provinces as Kemendagri gives them out, Papua's new ones included. */
const provinces = new Set(
  '11 12 13 14 15 16 17 18 19 21 31 32 33 34 35 36 51 52 53 61 62 63 64 65 71 72 73 74 75 76 81 82 91 92 93 94 95 96 97'.split(
    ' ',
  ),
)

/** A NIK or KK if area and date are possible, or if a label says so although they are not (a slip of the pen). */
export function judgeNik({ digits, before }: NumberCandidate): Verdict | undefined {
  const labelled = label.test(before)
  if (!labelled && !hasAreaAndDate(digits)) return undefined
  return { type: familyCard.test(before) ? 'KK' : 'NIK', sureness: labelled ? 3 : 2 }
}

/** Whether 16 digits start with a real province and hold a possible date. */
export function hasAreaAndDate(digits: string): boolean {
  const day = Number(digits.slice(6, 8))
  const month = Number(digits.slice(8, 10))
  const dayFits = (day >= 1 && day <= 31) || (day >= 41 && day <= 71)
  const serialFits = digits.slice(12) !== '0000'
  return (
    provinces.has(digits.slice(0, 2)) &&
    digits.slice(2, 4) !== '00' &&
    dayFits &&
    isMonth(month) &&
    serialFits
  )
}

function isMonth(month: number): boolean {
  return month >= 1 && month <= 12
}
