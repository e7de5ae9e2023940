// Balas: a draft for the status that a person chose. What only the officer knows stays a slot (D4).
import { categoryOf } from '../../../shared/cases/index.ts'
import { replyTemplates, type ReplyKind } from '../../../shared/content/index.ts'
import { ReplyOptions } from '../../../shared/protocol/index.ts'
import { unsourcedFacts } from '../../../shared/drafts/index.ts'
import { guessesSlots } from './guessed.ts'
import type { Helper, HelperContext } from './helper.ts'
import { replyDraft, replyFrame, roomForAnswer, slotRoom, statusForms } from './offline/reply-draft.ts'
import { toldToModel } from './language-names.ts'
import { kindOf } from './offline/report.ts'
import { readSource } from './offline/source.ts'
import { readOptions, tokensFor } from './options.ts'
import { plainContext } from './plain.ts'
import { factRules, promptFor } from './prompt.ts'

export const reply: Helper = {
  name: 'reply',
  promptVersion: 3,
  prepare(metadata, given) {
    const read = readOptions(ReplyOptions, metadata)
    if ('wrongOption' in read) return read
    const { options } = read
    if (options.category && !categoryOf(options.category)) return { wrongOption: 'category' }
    const context = plainContext(given)
    return {
      maxTokens: tokensFor(options.max_chars, 700),
      messages: (source) => {
        const kind = kindOf(readSource(source))
        const { about } = replyTemplates.frames[kind]
        const language = toldToModel(options.language)
        const task = `Anda menyusun draf balasan ${context.officeName}, ${context.city}, ${about}, dalam ${language}.`
        return promptFor(task, replyRules(kind, options), source, replyFrame(kind, options, context))
      },
      holds: (source, answer) => isFaithful(source, answer, options, context),
      isSafe: options.language === 'id',
      offline: (source) => replyDraft(source, options, context),
    }
  },
}

/** What the source may fill; every other slot of the frame is the officer's own. */
export const fromSource: ReadonlySet<string> = new Set([
  'nomor_laporan',
  'ringkas_masalah',
  'lokasi_umum',
  'tanggal_terima',
  'nomor_surat',
  'tanggal_surat',
  'hal_surat',
  'perihal',
])

/** A reply guesses nothing that only the officer knows, and states no figure that neither source nor frame has (D4). */
function isFaithful(source: string, answer: string, options: ReplyOptions, context: HelperContext): boolean {
  const frame = replyFrame(kindOf(readSource(source)), options, context)
  if (guessesSlots(answer, frame, fromSource)) return false
  // Other scripts write dates their own way.
  const isLatin = options.language === 'id' || options.language === 'en'
  return !isLatin || unsourcedFacts(answer, `${source}\n${frame}`).length === 0
}

/** The office's template comes first: the model fits words around facts, and leaves open what only the officer knows. */
function replyRules(kind: ReplyKind, { status, tone, max_chars, language }: ReplyOptions): string[] {
  const { fills, address } = replyTemplates.frames[kind]
  return [
    `Status ditetapkan petugas: ${statusForms(kind, status).title}. Jangan menyatakan status lain.`,
    'Tulis balasan menurut Kerangka di bawah: semua kalimatnya, dalam urutan yang sama. Bagian dalam {{…}} adalah isian.',
    `Isi hanya ${fills}, dan hanya bila disebut dalam teks sumber.`,
    'Semua isian lain disalin persis dengan kurungnya, misalnya {{tanggal_selesai}}. Petugas yang akan mengisinya. Jangan menebak.',
    ...(isRoomy(max_chars)
      ? [
          'Bila teks sumber memuat pertanyaan, tambahkan satu kalimat yang menyebut pertanyaan itu dan isian {{jawaban}}.',
        ]
      : []),
    'Jangan menyebut nama pelapor atau orang lain. Jangan menyalin penanda ⟦…⟧.',
    `Gaya: ${replyTemplates.tones[tone].manner}. Gunakan "kami" untuk kantor dan ${address}.`,
    ...(language === 'id'
      ? []
      : [
          `Tulis seluruh balasan dalam ${toldToModel(language)}: terjemahkan kalimat Kerangka, kecuali isian.`,
        ]),
    ...factRules,
    max_chars === undefined
      ? 'Paling banyak 120 kata.'
      : `Paling banyak ${max_chars} karakter termasuk spasi. Hitung tiap isian sebagai ${slotRoom} karakter.`,
  ]
}

function isRoomy(max_chars: string | undefined): boolean {
  return max_chars === undefined || Number(max_chars) > roomForAnswer
}
