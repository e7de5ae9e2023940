// NIP, the number of a civil servant: 18 digits. Source: Perka BKN 22/2007: birth date (8), start of service (6, year
// and month), sex (1 or 2), serial (3); contract staff (PPPK) have 21 in place of the month.
import type { NumberCandidate, Verdict } from './number.ts'

const serviceDates =
  /^(?:19[4-9]\d|20(?:0\d|1[0-5]))(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])(?:19[6-9]\d|20[0-4]\d)(?:0[1-9]|1[0-2]|21)[12]/
const label = /\bnip[^\d]{0,30}$/

/** A NIP if its date parts are possible, or if it is labelled as one. */
export function judgeNip({ digits, before }: NumberCandidate): Verdict | undefined {
  if (label.test(before)) return { type: 'NIP', sureness: 3 }
  return serviceDates.test(digits) ? { type: 'NIP', sureness: 3 } : undefined
}
