// Passports: one or two letters and 6 or 7 digits. Booking codes and serial numbers look alike, so a label must tell.
// Stay permits of foreigners (KITAS, KITAP) too: 2C21JE5550-W.
import { findMatches, type Finding } from '../finding.ts'
import type { NumberRun } from '../number-runs.ts'
import { lettersBefore } from './letters-before.ts'

const label = /\b(?:paspor|passport|pasport)(?:nya|ku)?\b[^\d]{0,40}$/i
/** Series in use; in a text that speaks of passports they need no label of their own. Source: Ditjen Imigrasi. */
const series = /^(?:[A-CEX]|X[A-E]|AT)$/i
const mention = /\b(?:paspor|passport|pasport)/i
const reach = 400

const stayPermit = /\b\d[A-Z]\d{2}[A-Z]{2}\d{4,5}-?[A-Z]\b/g

/** Finds passport numbers that are labelled as such, and stay permits by their form. */
export function findPassports(text: string, runs: readonly NumberRun[]): Finding[] {
  const findings = findMatches(text, stayPermit, 'PASSPORT')
  for (const [{ start, end, digits }] of runs) {
    if (digits.length < 6 || digits.length > 7) continue
    const letters = lettersBefore(text, start)
    if (!letters || !isAnnounced(text, start, letters.word)) continue
    findings.push({ start: letters.start, end, type: 'PASSPORT' })
  }
  return findings
}

function isAnnounced(text: string, start: number, letters: string): boolean {
  if (label.test(text.slice(Math.max(0, start - 60), start))) return true
  return series.test(letters) && mention.test(text.slice(Math.max(0, start - reach), start))
}
