// Scores findings against exact marks, as the policy for redaction defines the figures. Letters and digits count, in a
// coordinate digits alone; a span is found, and a finding right, from one half on.
import type { Finding } from '../finding.ts'
import type { MarkedDocument } from './generator/documents.ts'

export interface Score {
  detectionF1: number
  typedF1: number
  /** Share of the characters of strong identifiers that stay readable. */
  strongLeak: number
  /** Share of ordinary characters that get hidden. */
  overRedaction: number
  /** Share of the documents without personal data in which nothing ordinary is hidden. */
  negativesUntouched: number
  /** Share of the documents in which every span is found and no ordinary character hidden. */
  fullyClean: number
  byType: Map<string, TypeScore>
}

export interface TypeScore {
  marked: number
  found: number
  foundTyped: number
  findings: number
  right: number
}

/** Numbers that may be each other: the same digits serve as both, or nothing tells them apart. */
const alike: readonly ReadonlySet<string>[] = [
  new Set(['NIK', 'KK', 'NPWP']),
  new Set(['LAND_CERT', 'NOP']),
  new Set(['BANK_ACCOUNT', 'CREDIT_CARD']),
]
const weak = new Set(['PERSON', 'ADDRESS', 'DOB'])
const ordinary = 0
const neutral = 1
const marked = 2

export function score(
  documents: readonly MarkedDocument[],
  detect: (text: string) => readonly Finding[],
): Score {
  const total = newTotal()
  for (const document of documents) addDocument(total, document, detect(document.text))
  const f1 = (found: number, right: number) => {
    const recall = found / Math.max(1, total.spans)
    const precision = right / Math.max(1, total.counted)
    return (2 * recall * precision) / Math.max(1e-9, recall + precision)
  }
  return {
    detectionF1: f1(total.found, total.right),
    typedF1: f1(total.foundTyped, total.rightTyped),
    strongLeak: total.leaked / Math.max(1, total.strong),
    overRedaction: total.overHidden / Math.max(1, total.ordinary),
    negativesUntouched: total.untouched / Math.max(1, total.negatives),
    fullyClean: total.clean / Math.max(1, documents.length),
    byType: total.byType,
  }
}

function newTotal() {
  return {
    spans: 0,
    found: 0,
    foundTyped: 0,
    counted: 0,
    right: 0,
    rightTyped: 0,
    strong: 0,
    leaked: 0,
    ordinary: 0,
    overHidden: 0,
    negatives: 0,
    untouched: 0,
    clean: 0,
    byType: new Map<string, TypeScore>(),
  }
}
type Total = ReturnType<typeof newTotal>

function typeScore(total: Total, type: string): TypeScore {
  const known = total.byType.get(type) ?? { marked: 0, found: 0, foundTyped: 0, findings: 0, right: 0 }
  total.byType.set(type, known)
  return known
}

function addDocument(total: Total, document: MarkedDocument, findings: readonly Finding[]): void {
  const { text, spans } = document
  const counts = countable(text, spans)
  const state = new Uint8Array(text.length)
  for (const { start, end } of document.neutral) state.fill(neutral, start, end)
  for (const { start, end } of spans) state.fill(marked, start, end)
  const hiddenAs: (string | undefined)[] = Array.from({ length: text.length })
  for (const { start, end, type } of findings) hiddenAs.fill(type, start, end)

  let missed = 0
  for (const span of spans) missed += addSpan(total, span, counts, hiddenAs) ? 0 : 1
  for (const finding of findings) addFinding(total, finding, counts, state, spans)

  let over = 0
  for (let at = 0; at < text.length; at++) {
    if (!counts[at] || state[at] !== ordinary) continue
    total.ordinary++
    if (hiddenAs[at] !== undefined) over++
  }
  total.overHidden += over
  if (missed === 0 && over === 0) total.clean++
  if (spans.length === 0 || document.tags.includes('negative')) {
    total.negatives++
    if (over === 0) total.untouched++
  }
}

const letterOrDigit = /[\p{L}\p{N}]/u
const digit = /\p{N}/u

function countable(text: string, spans: readonly { start: number; end: number; type: string }[]): boolean[] {
  const counts = Array.from({ length: text.length }, (_, at) => letterOrDigit.test(text.charAt(at)))
  for (const { start, end, type } of spans) {
    if (type !== 'COORD') continue
    for (let at = start; at < end; at++) counts[at] = digit.test(text.charAt(at))
  }
  return counts
}

function addSpan(
  total: Total,
  { start, end, type }: { start: number; end: number; type: string },
  counts: readonly boolean[],
  hiddenAs: readonly (string | undefined)[],
): boolean {
  let all = 0
  let hidden = 0
  let typed = 0
  for (let at = start; at < end; at++) {
    if (!counts[at]) continue
    all++
    const as = hiddenAs[at]
    if (as === undefined) continue
    hidden++
    if (passesFor(as, type)) typed++
  }
  const entry = typeScore(total, type)
  entry.marked++
  total.spans++
  if (!weak.has(type)) {
    total.strong += all
    total.leaked += all - hidden
  }
  if (typed * 2 >= all) {
    entry.foundTyped++
    total.foundTyped++
  }
  if (hidden * 2 < all) return false
  entry.found++
  total.found++
  return true
}

function addFinding(
  total: Total,
  { start, end, type }: Finding,
  counts: readonly boolean[],
  state: Uint8Array,
  spans: readonly { start: number; end: number; type: string }[],
): void {
  let outside = 0
  let inside = 0
  let typed = 0
  for (let at = start; at < end; at++) {
    if (!counts[at] || state[at] === neutral) continue
    if (state[at] === marked) inside++
    else outside++
  }
  if (inside + outside === 0) return
  for (const span of spans) {
    if (span.end <= start || span.start >= end || !passesFor(type, span.type)) continue
    for (let at = Math.max(start, span.start); at < Math.min(end, span.end); at++) if (counts[at]) typed++
  }
  const entry = typeScore(total, type)
  entry.findings++
  total.counted++
  if (inside >= outside) {
    entry.right++
    total.right++
  }
  if (typed * 2 >= inside + outside) total.rightTyped++
}

function passesFor(found: string, type: string): boolean {
  return found === type || alike.some((group) => group.has(found) && group.has(type))
}
