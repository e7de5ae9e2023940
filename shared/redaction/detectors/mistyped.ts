// Numbers with a digit or two too few or too many, right behind their label: a slip of the pen, noughts that a spreadsheet
// dropped, or the very thing that somebody complains of. They still tell whose they are.
import type { FindingType } from '../finding.ts'
import type { NumberCandidate, Verdict } from './number.ts'

/** By how it is called, and how many digits such a slip leaves. */
const slips: readonly { label: string; type: FindingType; from: number; to: number }[] = [
  { label: 'nik|ktp', type: 'NIK', from: 14, to: 18 },
  { label: 'kk', type: 'KK', from: 14, to: 18 },
  { label: 'nip', type: 'NIP', from: 16, to: 20 },
  { label: 'npwp', type: 'NPWP', from: 13, to: 17 },
  { label: 'nop', type: 'NOP', from: 16, to: 20 },
  { label: 'bpjs|jkn|kis', type: 'BPJS', from: 10, to: 15 },
  { label: 'kpj', type: 'BPJS', from: 10, to: 13 },
  { label: 'sim(?: [abc])?', type: 'SIM', from: 11, to: 15 },
  { label: 'imei(?:/sv)?', type: 'IMEI', from: 13, to: 17 },
]
const labels = slips.map(({ label, ...slip }) => ({
  ...slip,
  label: new RegExp(`\\b(?:${label})(?: no(?:mor|\\.)?)?["' .:=(]{1,6}$`),
}))

const anyLabel = new RegExp(
  `\\b(?:${slips.map(({ label }) => label).join('|')})(?: no(?:mor|\\.)?)?["' .:=(]{1,6}$`,
)

/** A number of almost the right length whose label stands right before it. */
export function judgeMistyped({ digits: { length }, before }: NumberCandidate): Verdict | undefined {
  if (!anyLabel.test(before)) return undefined
  const slip = labels.find(({ label, from, to }) => length >= from && length <= to && label.test(before))
  return slip && { type: slip.type, sureness: 1 }
}
