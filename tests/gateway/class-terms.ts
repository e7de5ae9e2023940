import { helperNames } from '../../shared/protocol/index.ts'

const hourMs = 3_600_000
export const inHours = (hours: number) => new Date(Date.now() + hours * hourMs).toISOString()
/** A day in Jakarta, so many from today. */
export const inDays = (days: number) => inHours(days * 24 + 7).slice(0, 10)

/** Terms of a class that is open now, for people of these offices. */
export function classTerms(offices: readonly string[], more: object = {}) {
  return {
    name: 'Kelas Kecamatan Cibodas',
    offices: [...offices],
    seats: 40,
    startsAt: inHours(0.2),
    endsAt: inHours(3),
    keysUntil: inDays(5),
    helpers: [...helperNames],
    actionsPerSeat: 50,
    ...more,
  }
}
