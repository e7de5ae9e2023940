// NIP, the number of a civil servant: 18 digits. Source: Perka BKN 22/2007: birth date (8), start of service (6, year
// and month), sex (1 or 2), serial (3); contract staff (PPPK) have 21 in place of the month.
import type { NumberCandidate, Verdict } from './number.ts'

const label = /\bnip[^\d]{0,30}$/

/** A NIP if its date parts are possible, or if it is labelled as one. */
export function judgeNip({ digits, before }: NumberCandidate): Verdict | undefined {
  if (label.test(before)) return { type: 'NIP', sureness: 3 }
  return hasServiceDates(digits) ? { type: 'NIP', sureness: 2 } : undefined
}

function hasServiceDates(digits: string): boolean {
  const part = (from: number, to: number) => Number(digits.slice(from, to))
  const born = part(0, 4) >= 1940 && part(0, 4) <= 2015 && within(part(4, 6), 12) && within(part(6, 8), 31)
  const started =
    part(8, 12) >= 1960 && part(8, 12) <= 2049 && (within(part(12, 14), 12) || part(12, 14) === 21)
  return born && started && within(part(14, 15), 2)
}

function within(value: number, most: number): boolean {
  return value >= 1 && value <= most
}
