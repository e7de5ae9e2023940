// Numbers as they are dictated, digit by digit: "nol delapan satu tiga, empat dua dua satu, tujuh enam nol sembilan".
import type { Finding } from '../finding.ts'
import type { Reading } from '../reading.ts'
import { gaps, hashWord } from '../tokens.ts'
import { topics } from '../topics.ts'
import { bestWindow } from './number.ts'

const digitOf = new Map(
  'nol satu dua tiga empat lima enam tujuh delapan sembilan kosong'
    .split(' ')
    .map((word, at) => [hashWord(word), String(at % 10)]),
)
const endsNumber: ReadonlySet<number> = new Set([gaps.paragraph, gaps.colon, gaps.cell])

/** Finds them, and tells their types as those of numbers in digits. */
export function findDictatedNumbers({ text, tokens, topics: spoken, cells }: Reading): Finding[] {
  const findings: Finding[] = []
  const isDigit = (at: number) => at < tokens.count && (spoken[at]! & topics.digit) !== 0
  for (let i = 0; i < tokens.count; i++) {
    let digits = ''
    let next = i
    while (isDigit(next) && (next === i || !endsNumber.has(tokens.gap[next]!)))
      digits += digitOf.get(tokens.hash[next++]!)!
    if (next === i) continue
    const group = { start: tokens.start[i]!, end: tokens.end[next - 1]!, digits, gap: '' }
    const verdict = bestWindow({ text, cells }, [group], 0)?.verdict
    if (verdict) findings.push({ start: group.start, end: group.end, type: verdict.type })
    i = next - 1
  }
  return findings
}
