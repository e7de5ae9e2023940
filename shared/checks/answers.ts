// Questions of the citizen that the draft leaves open: no sentence of it has the words of the question and the kind of answer
// that it asks for.
import { complaintWords, wordsOf } from '../content/index.ts'
import { parseDraft, sentenceSpans } from '../drafts/index.ts'
import { asksIn } from './asks.ts'
import { endBeforeThanks, type Finding } from './finding.ts'
import type { Sentence } from './sentence.ts'

interface Kind {
  asks: RegExp
  answers(sentence: Sentence): boolean
  /** The kind of answer alone says enough, whatever its words. */
  alone?: boolean
}

const yesOrNo =
  /\b(?:ya|ada|bisa|dapat|boleh|tidak|belum|sudah|masih|perlu|wajib|betul|benar|cukup|tetap|dilayani|diterima|ditolak)\b/i
const kinds: readonly Kind[] = [
  {
    asks: /\b(?:kapan|iraha|when)\b|(?:berapa|brp) (?:lama|hari|minggu|bulan)|jam berapa|how long/i,
    answers: ({ hasTime, hasCondition }) => hasTime || hasCondition,
    alone: true,
  },
  {
    asks: /\b(?:berapa|how much|how many|biaya)\b/i,
    answers: ({ text }) => /\d|gratis|tidak dipungut|tanpa biaya|seluruh|semua/i.test(text),
  },
  {
    asks: /\b(?:kenapa|mengapa|why|kok)\b/i,
    answers: ({ text }) => /karena|disebabkan|akibat|sebab|lantaran|mengingat/i.test(text),
    alone: true,
  },
  {
    asks: /\b(?:bagaimana|gimana|gmn|cara(?:nya)?|solusi(?:nya)?|how)\b/i,
    answers: ({ text }) =>
      /\b(?:mohon|silakan|dapat|melalui|lewat|bawa|coba|datang|buka|ajukan|kirim)\b/i.test(text),
    alone: true,
  },
  {
    asks: /\b(?:mana|dimana|kemana|where)\b/i,
    answers: ({ text }) => /\b(?:di|ke|melalui|pada) \S/i.test(text),
  },
  { asks: /\b(?:siapa|who)\b/i, answers: ({ text }) => text !== '' },
  {
    asks: /\b(?:apakah|bisa(?:kah)?|boleh(?:kah)?|dapatkah|ada(?:kah)?|masih|perlu|harus|wajib|muat|is|are|do|does|can|could|will)\b/i,
    answers: ({ text }) => yesOrNo.test(text),
  },
]
/** At its head it answers whatever could be said yes or no to. */
const yesAtHead = /^(?:untuk sementara )?(?:ya|ada|bisa|dapat|boleh|tidak|belum|sudah|masih|betul|benar)\b/i
const idle = new Set(
  [...complaintWords.stopWords, ...complaintWords.questions, ...complaintWords.courtesies].flatMap(wordsOf),
)
const answerSlots = /jawaban|isi_tanggapan/

/** @returns the questions that are left without an answer; the mend of each is a sentence with a slot for them all */
export function unanswered(draft: string, source: string, sentences: readonly Sentence[]): Finding[] {
  const slots = parseDraft(draft).flatMap((piece) => (piece.kind === 'slot' ? [piece.name] : []))
  if (slots.some((name) => answerSlots.test(name))) return []
  const telling = sentences.filter((sentence) => !isIdle(sentence))
  const said = new Set(telling.flatMap(({ text }) => [...stems(text)]))
  const open = questionsIn(source).filter((question) => !isAnswered(question, telling, said))
  const at = endBeforeThanks(draft)
  const text = ' Mengenai pertanyaan Bapak/Ibu: {{jawaban}}.'
  return open.map((about) => ({
    check: 'question',
    about,
    start: at,
    end: at,
    mend: { start: at, end: at, text },
  }))
}

/** @returns the questions of a text in order */
export function questionsIn(source: string): string[] {
  const sentences = source
    .split('\n')
    .flatMap((line) => sentenceSpans(line).map(({ start, end }) => line.slice(start, end)))
  return asksIn(sentences).questions
}

function isAnswered(question: string, sentences: readonly Sentence[], said: ReadonlySet<string>): boolean {
  const wanted = stems(question)
  const kind = kinds.find(({ asks }) => asks.test(question))
  return sentences.some((sentence) => {
    const shared = [...stems(sentence.text)].filter((stem) => wanted.has(stem)).length
    if (!kind)
      return shared > 0 && [...wanted].filter((stem) => said.has(stem)).length >= Math.min(2, wanted.size)
    const isClear = kind.alone || wanted.size === 0 || yesAtHead.test(sentence.text)
    return kind.answers(sentence) && (shared > 0 || isClear)
  })
}

/** Thanks for the report repeat its words, and a request to wait answers nothing. */
function isIdle({ text, hasTime }: Sentence): boolean {
  if (hasTime || /\bkarena\b/i.test(text)) return false
  if (/\b(?:mohon|harap) (?:menunggu|bersabar|ditunggu)\b/i.test(text)) return true
  return /^(?:Yth|Terima kasih|Sehubungan|Menindaklanjuti|Menanggapi|Laporan (?:nomor|Bapak)|Kepada)/i.test(
    text,
  )
}

/** The head of a word without its prefix, so that "diperbaiki" and "perbaikan" are one. */
function stems(text: string): Set<string> {
  const words = wordsOf(text).filter((word) => word.length > 2 && !idle.has(word))
  return new Set([...words.map((word) => word.replace(prefix, '').slice(0, 5)), ...initials(text)])
}

/** "Jaminan Kehilangan Pekerjaan" answers a question about JKP. */
function initials(text: string): string[] {
  const names = text.match(/\p{Lu}\p{Ll}+(?: \p{Lu}\p{Ll}+)+/gu) ?? []
  return names.map((name) =>
    Array.from(name.matchAll(/\p{Lu}/gu), ([letter]) => letter)
      .join('')
      .toLowerCase(),
  )
}
const prefix = /^(?:meng|meny|mem|men|me|peng|peny|pem|pen|pe|ber|ter|di|se)(?=\p{L}{4})/u
