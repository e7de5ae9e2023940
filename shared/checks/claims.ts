// What a reply claims: that something is done, under way, planned or will come; and what it should not say at all.
import { anyOf, checkWords, either, has } from '../content/index.ts'
import type { Finding } from './finding.ts'
import type { Sentence } from './sentence.ts'

const vague = anyOf(checkWords.vague)
const promise = anyOf(checkWords.promises)
const blame = new RegExp(
  String.raw`(?<!\p{L})(?:${either(checkWords.blames)}|${either(checkWords.persons)}(?: (?!tidak|jangan|agar)\p{L}+){0,3} ${either(checkWords.faults)})(?!\p{L})`,
  'giu',
)
const active = checkWords.done.filter((word) => word.startsWith('di')).map((word) => word.slice(2))
const done = new RegExp(
  String.raw`(?<!\p{L})(?:(?:telah|sudah|selesai) (?:(?:selesai|berhasil|kembali|langsung|petugas) )?${either(checkWords.done)}|(?:telah|sudah) kami (?:selesai |kembali |langsung )?(?:di)?${either(active)})(?!\p{L})`,
  'iu',
)
/** Without "telah" it tells of something done where a date follows; before one of these it doesn't. */
const passive = new RegExp(String.raw`(?<!\p{L})${either(checkWords.done)}(?!\p{L})`, 'iu')
const notYet =
  /(?:akan|dapat|bisa|perlu|harus|untuk|agar|dijadwalkan|direncanakan|sedang|segera|bila|yang)(?: \p{L}+){0,2} $/iu
const planned = anyOf(checkWords.planned)
const doingOrPlanned = new RegExp(either([...checkWords.doing, ...checkWords.planned]), 'iu')
const byOthers = new RegExp(
  String.raw`(?<!\p{L})(?:${either(checkWords.others)})[\p{L} ]{0,30} akan (?:segera |pasti )?(?!dihubungi|kami)\p{L}+`,
  'iu',
)
/** The report itself, not the matter: nobody asks who received it. */
const ofReport =
  /(?:laporan|aduan|pengaduan|keluhan|surat|surel|permohonan|usulan|data)(?: \p{L}+){0,4} (?:telah|sudah) (?:kami )?(?:\p{L}+ )?(?:di)?(?:terima|catat|teruskan|registrasi|baca|verifikasi)/iu
const negated = /(?:belum|tidak|bukan|agar|supaya|bila|jika|apabila|setelah|sesudah)(?: \p{L}+){0,3} $/iu

/** @returns faults of single sentences, judged with the sentence after and before them */
export function claims(sentences: readonly Sentence[]): Finding[] {
  return sentences.flatMap((sentence, at) => {
    const near = [sentences[at - 1], sentence, sentences[at + 1]].flatMap((one) => one ?? [])
    return [
      ...wordsAt(sentence, blame).map((span) => ({ ...span, check: 'blame' as const, mend: gone(sentence) })),
      ...promises(sentence),
      ...vagueIn(sentence, near),
      ...statusIn(sentence, near),
    ]
  })
}

function promises(sentence: Sentence): Finding[] {
  const own = wordsAt(sentence, promise).filter(({ start }) => !isNegated(sentence, start))
  const others = [...(byOthers.exec(sentence.text)?.slice(0, 1) ?? [])].map((words) =>
    placed(sentence, words),
  )
  const findings = own.map((span) => ({ ...span, check: 'promise' as const, mend: softened(sentence, span) }))
  return [...findings, ...others.map((span) => ({ ...span, check: 'promise' as const, mend: null }))]
}

function vagueIn(sentence: Sentence, near: readonly Sentence[]): Finding[] {
  const [first] = wordsAt(sentence, vague)
  if (!first || sentence.hasCondition || isAbout(near, sentence)) return []
  return [
    {
      ...first,
      check: 'vague',
      mend: added(sentence, ' Hasilnya kami sampaikan paling lambat {{tanggal_batas}}.'),
    },
  ]
}

/** A time in it, or in the next sentence. */
function isAbout(near: readonly Sentence[], sentence: Sentence): boolean {
  return near.some((one) => one.hasTime && one.start >= sentence.start)
}

function statusIn(sentence: Sentence, near: readonly Sentence[]): Finding[] {
  if (ofReport.test(sentence.text)) return []
  const undated = near.every((one) => !one.hasTime)
  const finished = done.exec(sentence.text) ?? (undated ? null : datedPassive(sentence))
  const words = finished ?? doingOrPlanned.exec(sentence.text)
  if (!words) return []
  const span = placed(sentence, words[0])
  if (isNegated(sentence, span.start)) return []
  const found: Finding[] = []
  if (finished && near.every((one) => !one.hasAgent)) {
    const at = undated ? { start: span.end, end: span.end } : span
    found.push({ ...at, check: 'actor', mend: put(span.end, ' oleh {{pelaksana}}') })
  }
  if (undated) {
    const slot = finished
      ? 'tanggal_selesai'
      : has(planned, sentence.text)
        ? 'tanggal_rencana'
        : 'tanggal_mulai'
    found.push({ ...span, check: 'status_date', mend: put(span.end, ` pada {{${slot}}}`) })
  }
  return found
}

function datedPassive({ text, hasTime }: Sentence): RegExpExecArray | null {
  const words = hasTime ? passive.exec(text) : null
  return words && !notYet.test(text.slice(0, words.index)) ? words : null
}

function isNegated(sentence: Sentence, at: number): boolean {
  return negated.test(sentence.text.slice(0, at - sentence.start))
}

function wordsAt(sentence: Sentence, pattern: RegExp): { start: number; end: number }[] {
  return Array.from(sentence.text.matchAll(pattern), ({ index, 0: words }) => ({
    start: sentence.start + index,
    end: sentence.start + index + words.length,
  }))
}

function placed(sentence: Sentence, words: string): { start: number; end: number } {
  const start = sentence.start + sentence.text.indexOf(words)
  return { start, end: start + words.length }
}

function put(at: number, text: string): Finding['mend'] {
  return { start: at, end: at, text }
}

function added(sentence: Sentence, text: string): Finding['mend'] {
  return put(sentence.end, text)
}

/** A sentence that blames helps nobody in any form. */
function gone({ start, end }: Sentence): Finding['mend'] {
  return { start, end, text: '' }
}

/** "Kami jamin" becomes "kami upayakan"; what has no gentler form is for the officer to write anew. */
function softened(sentence: Sentence, { start, end }: { start: number; end: number }): Finding['mend'] {
  const words = sentence.text.slice(start - sentence.start, end - sentence.start)
  const text = gentler[words.toLowerCase()]
  if (text === undefined) return null
  const atHead = start === sentence.start
  if (text === '')
    return { start, end: end + (sentence.text.charAt(end - sentence.start) === ' ' ? 1 : 0), text }
  return { start, end, text: atHead ? text.charAt(0).toUpperCase() + text.slice(1) : text }
}
const gentler: Record<string, string> = {
  pasti: '',
  'kami jamin': 'kami upayakan',
  'kami menjamin': 'kami mengupayakan',
  'kami pastikan': 'kami upayakan',
  'kami berjanji': 'kami berupaya',
}
