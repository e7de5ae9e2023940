// Arithmetic on findings: one ordered list without overlaps out of what several detectors report.
import type { Finding } from './finding.ts'

/**
 * Joins findings of all detectors. Takes lists, the surest first; returns findings in order, none overlapping. Where
 * two overlap, the whole stretch is hidden under the surer type: cutting the weaker one would leave a readable tail.
 */
export function joinFindings(lists: readonly (readonly Finding[])[]): Finding[] {
  const ranked = lists.flatMap((list, rank) => list.map((finding) => ({ ...finding, rank })))
  ranked.sort((a, b) => a.start - b.start || a.rank - b.rank)
  const joined: typeof ranked = []
  for (const next of ranked) {
    const last = joined.at(-1)
    if (!last || next.start >= last.end) {
      joined.push(next)
      continue
    }
    if (next.rank < last.rank) Object.assign(last, { type: next.type, rank: next.rank })
    last.end = Math.max(last.end, next.end)
  }
  return joined.map(({ start, end, type }) => ({ start, end, type }))
}

/** Drops the findings that touch one of `spans`. Both lists are in order and without overlaps. */
export function outside(
  findings: readonly Finding[],
  spans: readonly { start: number; end: number }[],
): Finding[] {
  const rest = spans.values()
  let span = rest.next().value
  return findings.filter((finding) => {
    while (span && span.end <= finding.start) span = rest.next().value
    return !span || span.start >= finding.end
  })
}

/** @returns the first of some spans, in order and without overlaps, that ends behind a place */
export function firstEndingAfter<Span extends { end: number }>(
  spans: readonly Span[],
  at: number,
): Span | undefined {
  return spans[indexEndingAfter(spans, at)]
}

/** @returns its index, found by halving; how many there are if none does */
export function indexEndingAfter(spans: readonly { end: number }[], at: number): number {
  let low = 0
  let high = spans.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((spans[middle]?.end ?? 0) <= at) low = middle + 1
    else high = middle
  }
  return low
}
