// Number plates: area letters, 1 to 4 digits, up to three letters: "B 4788 DUX", "p 6597 mlh", "B-4788-DUX".
import type { Finding } from '../finding.ts'
import { plateAreas } from '../lexicon/plates.ts'
import type { DigitGroup } from '../number-runs.ts'
import type { Reading } from '../reading.ts'
import { lettersBefore } from './letters-before.ts'

const tail = /^[ \u00a0-]{0,2}([A-Za-z]{1,3})(?![A-Za-z\d])/
const label = /\b(?:nopol|plat|pelat|polisi|kendaraan|motor|mobil|plate|stnk|bpkb|no\.? ?pol)\b[^\d]{0,30}$/i
/** Short words that follow a number in headings written in capitals: "TAHAP B 2024 DI KOTA". */
const ordinaryTail =
  /^(?:di|ke|dan|rt|rw|no|per|sd|th|thn|kg|km|m|cm|wib|lt|pcs|org|hal|des|jan|feb|mar|apr|mei|jun|jul|agu|sep|okt|nov)$/i

/** Finds plates. Without a label only in capitals with 3 or 4 digits: short ones look like any code. */
export function findPlates({ text, plainRuns: runs }: Reading): Finding[] {
  const findings: Finding[] = []
  for (const run of runs) {
    if (run.length > 1 || run[0].digits.length > 4) continue
    const plate = plateAround(text, run[0])
    if (plate) findings.push({ ...plate, type: 'PLATE' })
  }
  return findings
}

function plateAround(text: string, group: DigitGroup): { start: number; end: number } | undefined {
  const area = lettersBefore(text, group.start)
  if (!area || !plateAreas.has(area.word.toUpperCase())) return undefined
  const { start } = area
  const [written = '', letters = ''] = tail.exec(text.slice(group.end, group.end + 6)) ?? []
  const plate = { start, end: group.end + written.length }
  if (label.test(text.slice(Math.max(0, start - 48), start))) return plate
  if (!letters || ordinaryTail.test(letters) || group.digits.length < 3) return undefined
  // "N 104 S" is a count in a table, "PS-135E" a pump.
  if (letters.length < 2 && group.digits.length < 4) return undefined
  const inCapitals = area.word + letters === (area.word + letters).toUpperCase()
  return inCapitals ? plate : undefined
}
