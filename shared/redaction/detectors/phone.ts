// Phones: mobiles 08…, 62 8… and +62 …; landlines with area code when a label or brackets tell.
// Source: the numbering plan of Kominfo (PM 14/2018): 0, area or operator, subscriber; 9 to 13 digits in all.
import { findMatches, type Finding } from '../finding.ts'
import { isRowOfNumbers } from '../number-runs.ts'
import { isPublicNumber } from './label.ts'
import type { NumberCandidate, Verdict } from './number.ts'

const label =
  /(?:\b(?:hp|wa|tel[pfe]?|te?lpo?n|tel[ef]?[pf]?on|telephone|tlp|ditel(?:p|pon|epon)|nope|dihubungi|phone|mobile|whatsapp|fax|faks|hub|dihub|hubungi|menghubungi|kontak(?: darurat)?|cp|call|rumah|kantor|handphone|ponsel|tilpun|sms|nomer|narahubung|contact)\b|wa\.me|☎️?)[^\d]{0,20}$|\btel(?:p|epon)? (?:rumah )?(?:pak|bapak|bu|ibu|mas|mbak) [a-z .']{2,40}$|\b(?:no(?:mor|mer|\.)? ?(?:hp|wa|telp|telepon)|nomornya)\b[^\d]{0,40}$/
const letterNumber = /[a-z]-$/
/** "B2507-00391" */
const gluedLetter = /(?:^|[^a-z])[a-z]$/
const otherNumber = /\b(?:npwp|imei)[^\d]{0,12}$/

/** A phone by prefix and grouping; dates, times and amounts that begin alike are none. */
export function judgePhone(candidate: NumberCandidate): Verdict | undefined {
  const { digits, before } = candidate
  // "+62 8…" is nobody's ticket.
  if (otherNumber.test(before) || (isPublicNumber(before) && !/\+$|%2b$/.test(before))) return undefined
  const labelled = label.test(before)
  if (!labelled && letterNumber.test(before)) return undefined
  if (gluedLetter.test(before) && !digits.startsWith('08')) return undefined
  const isPhone =
    isMobile(candidate, labelled) ||
    isInternational(candidate) ||
    isLandline(candidate, labelled) ||
    isMobileWithoutZero(candidate, labelled)
  if (!isPhone) return undefined
  if (labelled) return { type: 'PHONE', sureness: 3 }
  return { type: 'PHONE', sureness: digits.length <= (digits.startsWith('62') ? 14 : 13) ? 2 : 1 }
}

/** 08 and a prefix in use (081 to 089). "08-10-2025 10.30" and "08.15 - 12.15" have 08 alone in their first group. */
function isMobile({ digits, shape, gaps }: NumberCandidate, labelled: boolean): boolean {
  if (!/^08[1-9]/.test(digits)) return false
  const isRow = isRowOfNumbers(shape, gaps)
  const grouped = /^(?:[3-9]|1\d)/.test(shape) || (isEven(shape) && !isRow)
  return grouped || (labelled && digits.length < 14 && !isRow && !/^2-\d-4|^2-2-4$/.test(shape))
}

/** "wa 81234567890", "no 812-3456-7890". Shorter ones would be amounts. */
function isMobileWithoutZero({ digits, shape, before }: NumberCandidate, labelled: boolean): boolean {
  const cued = labelled || /\bno[.:]? ?$/.test(before)
  return cued && /^8[1-9]\d{8,10}$/.test(digits) && /^(?:[3-9]|1\d)/.test(shape)
}

/** "+62 …", and with the plus those of families abroad too: E.164 has 15 digits at most. */
function isInternational({ digits, shape, gaps, before }: NumberCandidate): boolean {
  if (isAmount(shape, gaps)) return false
  if (/\+$|%2b$/.test(before)) return /^(?:62|[1-9]\d{0,2})/.test(digits)
  return digits.startsWith('628') && digits.length > 9
}

/** As area and subscriber, the latter in one piece or more: "021-5584421", "0341 551 208", "0431 – 86 33 17". */
const areaFirst = /^[34]-(?:[678]|[34]-[34]|2-2-2|2-4)$/
const areaGaps = /^[ \u00a0‐-―-]+$/

/** Without a label only in that form, or alone on its line, as below a signature. */
function isLandline({ digits, shape, gaps, before, alone }: NumberCandidate, labelled: boolean): boolean {
  if (!/^0[2-79]/.test(digits) || digits.length > 12) return false
  const isYear = shape.endsWith('-2-4') && /(?:19|20)\d\d$/.test(digits)
  if ((areaFirst.test(shape) && areaGaps.test(gaps) && !isYear) || alone) return true
  const groupedAsPhone = /^(?:[3-9]|1\d)/.test(shape)
  const isBracketed = /\( ?$/.test(before)
  return (groupedAsPhone || isEven(shape)) && (labelled || isBracketed)
}

/** "0 8 1 2 3 4 5 6 7 8" and "08 12 34 56 78". */
function isEven(shape: string): boolean {
  return /^1(?:-1)*$/.test(shape) || /^2-2-2-2(?:-2)*(?:-1)?$/.test(shape)
}

/** 62.845.123.456 is money or a count, not a phone. */
function isAmount(shape: string, gaps: string): boolean {
  return /^[1-3](?:-3)+$/.test(shape) && /^\.+$/.test(gaps)
}

const withSlashes = /(?<![\d/_,.])(?:\+?62|0)8[1-9]\d{0,2}([/_*~=,•·])\d{3,4}\1\d{3,5}(?![\d/])/g

/** "0812/3456/7890": signs that elsewhere part two numbers, so nothing but a mobile in three groups may have them. */
export function findPhonesWithSlashes(text: string): Finding[] {
  return findMatches(text, withSlashes, 'PHONE')
}
