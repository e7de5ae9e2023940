// Balas: a draft for the status that a person chose. What only the officer knows stays a slot (D4).
import { replyTemplates } from '../../../shared/content/index.ts'
import { ReplyOptions } from '../../../shared/protocol/index.ts'
import type { Helper, HelperContext } from './helper.ts'
import { replyDraft } from './offline/reply-draft.ts'
import { readOptions } from './options.ts'
import { promptFor } from './prompt.ts'

export const reply: Helper = {
  name: 'reply',
  promptVersion: 1,
  prepare(metadata, context) {
    const read = readOptions(ReplyOptions, metadata)
    if ('wrongOption' in read) return read
    const { options } = read
    const task = `Anda menyusun draf balasan ${context.officeName}, ${context.city}, atas laporan warga, dalam bahasa Indonesia.`
    return {
      maxTokens: tokensFor(options),
      messages: (source) => promptFor(task, replyRules(options, context), source),
      offline: (source) => replyDraft(source, options, context),
    }
  },
}

function tokensFor({ max_chars }: ReplyOptions): number {
  return max_chars === undefined ? 700 : Math.min(700, Math.ceil(Number(max_chars) / 2) + 100)
}

function replyRules({ status, tone, max_chars }: ReplyOptions, context: HelperContext): string[] {
  const { title, long, short } = replyTemplates.statuses[status]
  const isShort = max_chars !== undefined && Number(max_chars) <= 500
  const block = (isShort ? short : long).map((sentence) => sentence.text).join(' ')
  return [
    `Status ditetapkan petugas: ${title}. Jangan menyatakan status lain.`,
    `Sampaikan isi status dengan bentuk ini: ${block}`,
    'Fakta yang tidak ada dalam teks sumber ditulis sebagai isian {{nama_fakta}}, misalnya {{tanggal_selesai}}. Jangan mengisi isian dengan dugaan.',
    `Awali dengan "${replyTemplates.salutation}" dan akhiri dengan "${context.officeName}". Jangan menyebut nama pelapor atau orang lain.`,
    'Jangan menyalin penanda ⟦…⟧ ke dalam balasan; data pribadi tidak ditulis di sana.',
    `Gaya: ${replyTemplates.tones[tone].manner}. Gunakan "kami" untuk kantor dan "Bapak/Ibu" untuk warga.`,
    max_chars === undefined
      ? 'Paling banyak 120 kata.'
      : `Paling banyak ${max_chars} karakter, termasuk spasi.`,
  ]
}
