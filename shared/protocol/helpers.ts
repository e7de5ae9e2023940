// The helpers and their options. A helper is a model name on the OpenAI wire (design D2); its options travel in
// `metadata`, where the wire allows only strings, so numbers are written as digits.
import * as z from 'zod/mini'
import { RecipeId } from './recipes.ts'

export const helperNames = ['summarise', 'translate', 'reply', 'improve', 'compose', 'recipe'] as const
export const HelperName = z.enum(helperNames)
export type HelperName = z.infer<typeof HelperName>

/** Room in the portal's field, in UTF-16 units as HTML `maxlength` counts them. */
const MaxChars = z.optional(z.string().check(z.regex(/^[1-9][0-9]{0,5}$/)))

export const summaryFormats = [
  'otomatis',
  'aduan',
  'surat',
  'email',
  'notula',
  'regulasi',
  'berita',
  'anggaran',
  'umum',
] as const
export const summaryLengths = ['singkat', 'sedang', 'lengkap'] as const
export const SummariseOptions = z.object({
  format: z._default(z.enum(summaryFormats), 'otomatis'),
  length: z._default(z.enum(summaryLengths), 'sedang'),
  max_chars: MaxChars,
  /** Whether a summary without a model says so in its own last line. The panel says it beside the draft instead. */
  note: z._default(z.enum(['ada', 'tanpa']), 'ada'),
})
export type SummariseOptions = z.infer<typeof SummariseOptions>

/** Languages the city writes to residents and guests in (domain §3.5), as BCP 47 tags. */
export const languages = ['id', 'en', 'zh', 'ko', 'ja', 'ar'] as const
export const TranslateOptions = z.object({ target: z._default(z.enum(languages), 'id') })
export type TranslateOptions = z.infer<typeof TranslateOptions>

export const replyStatuses = [
  'diterima',
  'butuh_data',
  'diteruskan',
  'dijadwalkan',
  'dikerjakan',
  'selesai',
  'belum_dapat',
  'bukan_wewenang',
  'ganda',
  'tidak_jelas',
  'maaf_terlambat',
] as const
export type ReplyStatus = (typeof replyStatuses)[number]
export const replyTones = ['ramah', 'resmi', 'ringkas', 'empati', 'tegas', 'sederhana'] as const
export type ReplyTone = (typeof replyTones)[number]
export const ReplyOptions = z.object({
  /** Of the writer, where that is not Indonesian. */
  language: z._default(z.enum(languages), 'id'),
  status: z._default(z.enum(replyStatuses), 'diterima'),
  tone: z._default(z.enum(replyTones), 'ramah'),
  /** Of the complaint, by its id in the office's list: brings that category's sentence. */
  category: z.optional(z.string().check(z.regex(/^[a-z]{2,30}$/))),
  max_chars: MaxChars,
})
export type ReplyOptions = z.infer<typeof ReplyOptions>

/** What an own text is to become. */
export const improveAims = ['sederhana', 'ringkas', 'ejaan', 'ramah', 'resmi'] as const
export const ImproveOptions = z.object({
  aim: z._default(z.enum(improveAims), 'sederhana'),
  max_chars: MaxChars,
})
export type ImproveOptions = z.infer<typeof ImproveOptions>

/** A letter of the office's own, from keywords; `letter` is its id in the list of templates. */
export const ComposeOptions = z.object({
  letter: z._default(z.string().check(z.regex(/^[a-z_]{2,30}$/)), 'undangan'),
  max_chars: MaxChars,
})
export type ComposeOptions = z.infer<typeof ComposeOptions>

/** One of the office's own recipes, by its id in the policy. */
export const RecipeOptions = z.object({ recipe: RecipeId, max_chars: MaxChars })
export type RecipeOptions = z.infer<typeof RecipeOptions>

/** `metadata` as the panel sends it. */
export type HelperOptions =
  | z.input<typeof SummariseOptions>
  | z.input<typeof TranslateOptions>
  | z.input<typeof ReplyOptions>
  | z.input<typeof ImproveOptions>
  | z.input<typeof ComposeOptions>
  | z.input<typeof RecipeOptions>
