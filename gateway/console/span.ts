// Spans of days, as they are counted in Jakarta.
import type { Span } from './api-city.ts'

const dayMs = 86_400_000

/** "2026-11-30" */
export function dayInJakarta(at: number): string {
  return new Date(at).toLocaleDateString('sv-SE', { timeZone: 'Asia/Jakarta' })
}

/** The last thirty days, today included. */
export function lastDays(now: number): Span {
  return { from: dayInJakarta(now - 29 * dayMs), to: dayInJakarta(now) }
}

/** Whether it can be asked for: both days are there, and in their order. */
export function isWhole({ from, to }: Span): boolean {
  return from !== '' && to !== '' && from <= to
}
