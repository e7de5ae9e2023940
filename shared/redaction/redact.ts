// Replaces what is found by placeholders, and keeps the way back.
import { detect } from './detect.ts'
import type { Finding } from './finding.ts'
import { findPlaceholders, placeholder, takenKeys } from './placeholder.ts'
import { joinFindings, outside } from './spans.ts'

export interface RedactOptions {
  /** Values that the officer chose to leave readable, as they stand in the text; all their occurrences stay. */
  keep?: readonly string[]
  /** Values that the officer wants hidden besides; all their occurrences go, also where `keep` names them. */
  hide?: readonly string[]
}

export interface Redaction {
  text: string
  /** Placeholder to original. Has no prototype. Stays on the side that made it. */
  map: Record<string, string>
  /** What was hidden, in coordinates of the input. */
  findings: Finding[]
}

/**
 * Hides personal data behind placeholders such as `⟦NIK-1⟧`.
 *
 * Takes any text. Returns the redacted text, the map back, and the findings. The same value of the same type gets one
 * placeholder; a value written in two ways gets two, so that `restore(text, map)` is the input again, byte for byte.
 * Placeholders that the text already has are left alone, and their numbers are not given out again. Throws nothing.
 */
export function redact(text: string, { keep = [], hide = [] }: RedactOptions = {}): Redaction {
  const kept = new Set(keep.map(comparable))
  const found = detect(text).filter(({ start, end }) => !kept.has(comparable(text.slice(start, end))))
  const findings = hide.length > 0 ? joinFindings([found, findValues(text, hide)]) : found
  return replaceAll(text, findings)
}

/**
 * Whether two spellings are one value, as `keep` takes it: case, blanks, dots, dashes and invisible signs do not count.
 */
export function sameValue(a: string, b: string): boolean {
  return comparable(a) === comparable(b)
}

function comparable(value: string): string {
  const plain = value.normalize('NFKC').toLowerCase()
  return plain.replace(/[^\p{L}\p{N}]/gu, '') || plain
}

function findValues(text: string, values: readonly string[]): Finding[] {
  const lists = values.filter(Boolean).map((value) => occurrences(text, value))
  return outside(joinFindings(lists), findPlaceholders(text))
}

function occurrences(text: string, value: string): Finding[] {
  const found: Finding[] = []
  for (let at = text.indexOf(value); at >= 0; at = text.indexOf(value, at + value.length)) {
    found.push({ start: at, end: at + value.length, type: 'LAIN' })
  }
  return found
}

function replaceAll(text: string, findings: Finding[]): Redaction {
  const map: Record<string, string> = Object.create(null)
  const nameOf = namer(takenKeys(text), map)
  let redacted = ''
  let at = 0
  for (const finding of findings) {
    redacted += text.slice(at, finding.start) + nameOf(finding.type, text.slice(finding.start, finding.end))
    at = finding.end
  }
  return { text: redacted + text.slice(at), map, findings }
}

/** Gives each value of a type its placeholder, the lowest free number first, and writes it into the map. */
function namer(taken: ReadonlySet<string>, map: Record<string, string>) {
  const given = new Map<string, string>()
  const counters = new Map<string, number>()
  return (type: Finding['type'], value: string): string => {
    const known = given.get(`${type} ${value}`)
    if (known) return known
    let number = (counters.get(type) ?? 0) + 1
    while (taken.has(placeholder(type, number))) number++
    const key = placeholder(type, number)
    counters.set(type, number)
    given.set(`${type} ${value}`, key)
    map[key] = value
    return key
  }
}
