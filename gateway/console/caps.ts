// Limits as they are typed: an empty field is no limit.
import { number } from './i18n/index.ts'

/** For `pattern`: digits, in groups of three if one likes. */
export const countPattern = '\\d{1,3}([. ]\\d{3})+|\\d{0,10}'

/** @returns the number, or null for none. Call with what matches `countPattern`. */
export function countOf(text: string): number | null {
  const digits = text.replace(/\D/g, '')
  return digits === '' ? null : Number(digits)
}

/** @param cap null or missing = no limit @returns what stands in the field */
export function textOfCount(cap: number | null | undefined): string {
  return cap === null || cap === undefined ? '' : String(cap)
}

/** @returns how much of a cap is used, in per cent, rounded down so that 100 means spent; null without a cap */
export function shareOf({ used, cap }: { used: number; cap: number | null }): number | null {
  if (cap === null) return null
  return cap === 0 ? 100 : Math.floor((used / cap) * 100)
}

/** @returns as it is read: what was used at all is never "0%" */
export function shareText(row: { used: number; cap: number | null }): string {
  const share = shareOf(row) ?? 0
  return share === 0 && row.used > 0 ? '<1%' : `${number(share)}%`
}
