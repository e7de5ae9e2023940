// NOP, the object of land tax: 18 digits, area (10), block (3), object (4), kind (1). Source: PMK 48/2021.
import type { NumberCandidate, Verdict } from './number.ts'

const label = /(?:\bnop\b|\bnop_?pbb\b|objek pajak|\bpbb\b|\bsppt\b)[^\d]{0,30}$/
const shape = '2-2-3-3-3-4-1'
const area = /^(?:1[1-9]|21|3[1-6]|5[1-3]|6[1-5]|7[1-6]|8[12]|9[1-7])(?:0[1-9]|[1-4]\d|7\d)/

/** A NOP by its label or by the way it is grouped. */
export function judgeNop({ digits, shape: written, before, above }: NumberCandidate): Verdict | undefined {
  if (label.test(before)) return { type: 'NOP', sureness: 3 }
  // Asked for in one line, given in the next.
  if (area.test(digits) && /\b(?:nop|sppt)\b/.test(above())) return { type: 'NOP', sureness: 1 }
  return written === shape && area.test(digits) ? { type: 'NOP', sureness: 3 } : undefined
}
