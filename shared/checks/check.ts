// The checks of a reply in one list: each looks at one of the points that make an answer good (domain §3.3).
import { anyOf, checkWords, has } from '../content/index.ts'
import { parseDraft, type Span } from '../drafts/index.ts'
import { unanswered } from './answers.ts'
import { contradictions } from './contradictions.ts'
import { endBeforeThanks, type Finding } from './finding.ts'
import { sentencesOf } from './sentence.ts'
import { misspelt } from './spelling.ts'
import { claims } from './claims.ts'

export interface CheckedReply {
  /** With its slots: `{{tanggal_selesai}}` is a date that the officer will give. */
  draft: string
  /** What is answered, as the officer sees it. */
  source: string
  /** The draft with its slots filled: that is how long it is. */
  filled: string
  /** UTF-16 units that fit the portal's field; null = any. */
  room: number | null
  /** Where the draft names somebody or holds somebody's data, by redaction's types. */
  personal: readonly (Span & { type: string })[]
}

/** Words of an answer that is still read to its end. */
const longest = 120
const unit = anyOf(checkWords.units)
const phone =
  /(?<!\d)(?:112|0\d{2,3}[- ]?\d{3,4}[- ]?\d{3,5}|\(0\d{2,3}\) ?\d{5,8}|1500[- ]?\d{2,4})(?!\d)|(?<![\w.-])[\w.-]{1,64}@[\w-]{1,63}\.\w|https?:\/\/|www\.|(?<![\w-])[\w-]{1,63}\.go\.id\b/i

/** @returns what is to be mended, in order of the draft. Linear time. */
export function checkReply(reply: CheckedReply): Finding[] {
  const { draft, source, personal } = reply
  if (!draft.trim()) return []
  const sentences = sentencesOf(draft)
  const found = [
    ...claims(sentences),
    ...misspelt(draft),
    ...contradictions(draft, source),
    ...personalIn(draft, source, personal).map((span) => ({
      ...span,
      check: 'personal' as const,
      mend: withoutPerson(draft, span),
    })),
    ...unanswered(draft, source, sentences),
    ...missingContact(draft),
    ...tooLong(reply),
  ]
  return withoutOverlaps(found).sort((a, b) => a.start - b.start || a.end - b.end)
}

/** A telephone or an address that the citizen did not write is the office's own. */
function personalIn(draft: string, source: string, personal: CheckedReply['personal']): Span[] {
  const ofOffice = ({ start, end, type }: Span & { type: string }) =>
    (type === 'PHONE' || type === 'EMAIL') && !source.includes(draft.slice(start, end))
  // A street or an RW is where the work is; a house is somebody's home.
  const isPlace = ({ start, end, type }: Span & { type: string }) =>
    type === 'ADDRESS' && !/\b(?:no|nomor|blok|rumah)\b/i.test(draft.slice(start, end))
  return personal
    .filter((span) => !ofOffice(span) && !isPlace(span))
    .map(({ start, end }) => ({ start, end }))
}

/** The salutation of a public reply names nobody (domain §3.2). */
function withoutPerson(draft: string, span: Span): Finding['mend'] {
  const line = draft.lastIndexOf('\n', span.start) + 1
  const before =
    /(?:Yth\.?,?|Kepada) *(?:(?:Bapak|Ibu|Bpk\.?|Sdr\.?|Saudara|Saudari|Sdri\.?|Pak|Bu)\/?(?:Ibu)? *)?$/.exec(
      draft.slice(line, span.start),
    )
  if (!before) return null
  return { start: line + before.index, end: span.end, text: 'Yth. Bapak/Ibu Pelapor' }
}

function missingContact(draft: string): Finding[] {
  const slots = parseDraft(draft).flatMap((piece) => (piece.kind === 'slot' ? [piece.name] : []))
  if (has(unit, draft) || phone.test(draft) || slots.some((name) => /unit|kontak|opd|instansi/.test(name)))
    return []
  const at = endBeforeThanks(draft)
  const text = `${at === 0 || draft.charAt(at - 1) === '\n' ? '' : ' '}Bapak/Ibu dapat menghubungi {{unit}} di {{kontak_resmi}}.`
  return [{ check: 'contact', start: at, end: at, mend: { start: at, end: at, text } }]
}

function tooLong({ draft, filled, room }: CheckedReply): Finding[] {
  const words = filled.match(/\S+/g)?.length ?? 0
  if (words <= longest && (room === null || filled.length <= room)) return []
  return [{ check: 'length', start: draft.length, end: draft.length, mend: null }]
}

/** Two checks may meet on the same words: the first one says enough. */
function withoutOverlaps(found: readonly Finding[]): Finding[] {
  const kept: Finding[] = []
  for (const one of found) {
    const meets = kept.some((other) => one.start < other.end && other.start < one.end)
    if (!meets || one.start === one.end) kept.push(one)
  }
  return kept
}
