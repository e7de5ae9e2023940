// Says how a text must be treated: by the marks of a letter, by what UU PDP calls specific data, by credentials, and by
// personal data at all. Names what it found in words of its own, never in those of the text.
import { detect } from './detect.ts'
import type { Finding } from './finding.ts'
import specificWords from './lexicon/specific-data.json' with { type: 'json' }
import { findMarks, type Mark } from './marks.ts'
import { firstEndingAfter } from './spans.ts'
import { matchesOf } from './matches.ts'

export type DataClass = 'umum' | 'internal' | 'terbatas' | 'rahasia'

/** Kinds of specific data (UU 27/2022 art. 4 (2) and (3): health, crime, children, finance, religion, ethnicity …). */
export type SpecificData = keyof typeof specificWords

export type ClassReason =
  | { kind: 'mark'; mark: Mark }
  | { kind: 'specific'; about: SpecificData }
  /** A password or token stands in the text. */
  | { kind: 'credential' }
  /** Somebody can be told from it. */
  | { kind: 'personal' }

export interface Classification {
  class: DataClass
  /** All that was found, the gravest first; each kind once. */
  reasons: ClassReason[]
}

/**
 * Classifies a text (design D8): `rahasia` by its mark; `terbatas` by its mark, by specific data of somebody, or by a
 * credential; `internal` by any personal data; else `umum`.
 *
 * Takes any text, and the findings where the caller has them already. A word such as "kanker" makes no specific data by
 * itself: in the same sentence somebody must be meant ("istri saya", "pasien", a name or number that was found). Throws
 * nothing.
 */
export function classify(text: string, findings: readonly Finding[] = detect(text)): Classification {
  const marks = findMarks(text)
  const reasons: ClassReason[] = [
    ...marks.map((mark): ClassReason => ({ kind: 'mark', mark })),
    ...(findings.some(({ type }) => type === 'SECRET') ? [{ kind: 'credential' } as const] : []),
    ...specificData(text, findings).map((about): ClassReason => ({ kind: 'specific', about })),
    ...(findings.length > 0 ? [{ kind: 'personal' } as const] : []),
  ]
  return { class: classOf(reasons), reasons }
}

function classOf(reasons: readonly ClassReason[]): DataClass {
  if (reasons.some((reason) => reason.kind === 'mark' && reason.mark !== 'TERBATAS')) return 'rahasia'
  const [first] = reasons
  if (!first) return 'umum'
  return first.kind === 'personal' ? 'internal' : 'terbatas'
}

const about = Object.keys(specificWords) as SpecificData[]
/** One group for each kind, in the order of the file. */
const specific = new RegExp(
  `(?<![\\p{L}\\d])(?:${about.map((kind) => `(${specificWords[kind].join('|')})`).join('|')})(?:nya)?(?![\\p{L}\\d])`,
  'giu',
)
/** Words for one person. "Bapak/Ibu" alone is how anybody is addressed. */
const somebody =
  /(?<![\p{L}])(?:saya|sy|aku|(?:ibu|bapak|ayah|istri|suami|anak|adik|kakak|nenek|kakek|paman|bibi|keponakan|tetangga|mertua|teman) (?:saya|kami|sy|sdr|ku|beliau|korban)|(?:istri|suami|anak|adik|kakak)(?:ku|nya)|tetanggaku|pasien|penderita|pengidap|korban|tersangka|terdakwa|terpidana|almarhum(?:ah)?|beliau|yang bersangkutan|ybs|seorang (?:warga|ibu|bapak|anak|siswa|perempuan|laki-laki|pria|wanita|lansia)|my (?:wife|husband|son|daughter|mother|father))(?![\p{L}])/iu
const sentenceEnd = /[.!?\n;]/g

function specificData(text: string, findings: readonly Finding[]): SpecificData[] {
  const found = new Set<SpecificData>()
  for (const match of matchesOf(text, specific)) {
    const kind = about[match.slice(1).findIndex((group) => group !== undefined)]
    if (!kind || found.has(kind)) continue
    const { start, end } = sentenceAround(text, match.index)
    const next = firstEndingAfter(findings, start)
    if ((next && next.start < end) || somebody.test(text.slice(start, end))) found.add(kind)
  }
  return about.filter((kind) => found.has(kind))
}

const longestSentence = 300

function sentenceAround(text: string, at: number): { start: number; end: number } {
  const from = Math.max(0, at - longestSentence)
  const before = text.slice(from, at)
  const start = from + Math.max(...['.', '!', '?', '\n', ';'].map((sign) => before.lastIndexOf(sign))) + 1
  sentenceEnd.lastIndex = at
  const end = sentenceEnd.exec(text.slice(0, at + longestSentence))?.index ?? at + longestSentence
  return { start, end }
}
