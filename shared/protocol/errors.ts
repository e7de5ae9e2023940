// Everything that can go wrong for staff, in one list (for admins: admin-errors.ts, which no panel loads): code (English, for machines and the help desk),
// HTTP status, OpenAI error type, and an Indonesian sentence with the next step. Never interpolate content here.
import * as z from 'zod/mini'
import type { adminErrors } from './admin-errors.ts'
import { extensionErrors } from './extension-errors.ts'
import type { Allowance } from './office.ts'

export interface ErrorEntry {
  /** HTTP status at the gateway; 0 for what only the extension can meet. */
  status: number
  /** Error type of the OpenAI wire, so that official clients map it to their own classes. */
  type: string
  message: string
  next: string
}

const invalid = 'invalid_request_error'
const auth = 'authentication_error'
const denied = 'permission_error'
const limit = 'rate_limit_error'
const upstream = 'upstream_error'

export const errors = {
  // What the caller sent
  invalid_json: {
    status: 400,
    type: invalid,
    message: 'Isi permintaan bukan JSON yang benar.',
    next: 'Periksa isi permintaan, lalu kirim lagi.',
  },
  invalid_request: {
    status: 400,
    type: invalid,
    message: 'Permintaan tidak sesuai bentuk yang ditentukan.',
    next: 'Periksa bagian yang disebut pada "param".',
  },
  unsupported_content: {
    status: 400,
    type: invalid,
    message: 'Gerbang hanya menerima teks.',
    next: 'Kirim teks saja, tanpa gambar, suara, atau alat.',
  },
  nothing_to_read: {
    status: 400,
    type: invalid,
    message: 'Belum ada teks yang dapat diolah.',
    next: 'Pilih atau tempel teksnya dahulu.',
  },
  body_too_large: {
    status: 413,
    type: invalid,
    message: 'Teks terlalu panjang untuk sekali kirim.',
    next: 'Pilih bagian yang diperlukan saja, lalu coba lagi.',
  },
  unknown_model: {
    status: 404,
    type: invalid,
    message: 'Bantuan dengan nama itu tidak ada.',
    next: 'Lihat daftar bantuan di /v1/models.',
  },
  recipe_unknown: {
    status: 404,
    type: invalid,
    message: 'Resep itu tidak ada di kebijakan kantor Anda.',
    next: 'Pilih resep lain; daftar di panel diperbarui dalam lima menit.',
  },
  still_running: {
    status: 409,
    type: invalid,
    message: 'Permintaan yang sama sedang dikerjakan.',
    next: 'Tunggu sebentar, lalu kirim lagi dengan Idempotency-Key yang sama.',
  },

  // Who is asking
  key_missing: {
    status: 401,
    type: auth,
    message: 'Permintaan ini belum membawa kunci.',
    next: 'Hubungkan peramban dengan tautan pendaftaran dari admin TI.',
  },
  key_unknown: {
    status: 401,
    type: auth,
    message: 'Kunci ini tidak dikenal gerbang.',
    next: 'Minta tautan pendaftaran baru kepada admin TI.',
  },
  key_revoked: {
    status: 401,
    type: auth,
    message: 'Kunci ini sudah dicabut.',
    next: 'Minta tautan pendaftaran baru kepada admin TI.',
  },
  key_expired: {
    status: 401,
    type: auth,
    message: 'Masa berlaku kunci ini sudah habis.',
    next: 'Minta perpanjangan atau tautan pendaftaran baru kepada admin TI.',
  },
  renewal_not_asked: {
    status: 409,
    type: invalid,
    message: 'Admin tidak meminta kunci ini diperbarui.',
    next: 'Kunci yang lama tetap berlaku.',
  },
  office_suspended: {
    status: 403,
    type: denied,
    message: 'Kantor ini sedang dinonaktifkan admin kota.',
    next: 'Hubungi admin TI kota.',
  },
  switched_off: {
    status: 403,
    type: denied,
    message: 'Bantuan ini sedang dimatikan admin kota.',
    next: 'Kerjakan tanpa bantuan dahulu, atau hubungi admin TI.',
  },
  helper_not_allowed: {
    status: 403,
    type: denied,
    message: 'Bantuan ini tidak dibuka untuk kunci Anda.',
    next: 'Gunakan bantuan lain, atau hubungi admin TI.',
  },
  translate_on_device: {
    status: 403,
    type: denied,
    message: 'Menurut kebijakan kantor, terjemahan hanya dibuat di perangkat.',
    next: 'Tekan Terjemahkan di panel Pendamping versi terbaru, di Chrome 138 atau lebih baru.',
  },
  class_not_allowed: {
    status: 403,
    type: denied,
    message: 'Teks ini memuat data yang tidak boleh dikirim dengan kunci Anda.',
    next: 'Hapus bagian yang peka, atau kerjakan tanpa bantuan AI.',
  },
  no_upstream: {
    status: 403,
    type: denied,
    message: 'Tidak ada model yang disetujui untuk teks ini di kantor Anda.',
    next: 'Hapus bagian yang peka, atau hubungi admin TI.',
  },
  model_needed: {
    status: 403,
    type: denied,
    message: 'Resep ini memerlukan model AI, yang belum tersambung.',
    next: 'Pakai templat atau resep lain, atau hubungi admin TI.',
  },
  too_many_attempts: {
    status: 429,
    type: limit,
    message: 'Terlalu banyak percobaan yang salah.',
    next: 'Tunggu sebentar, lalu coba lagi.',
  },
  class_unknown: {
    status: 401,
    type: auth,
    message: 'Kode kelas itu tidak dikenal.',
    next: 'Periksa lagi enam huruf dan angka di layar kelas.',
  },
  class_closed: {
    status: 403,
    type: denied,
    message: 'Kelas ini belum dibuka atau sudah selesai.',
    next: 'Tanyakan kepada pelatih.',
  },
  class_full: {
    status: 403,
    type: denied,
    message: 'Semua kursi di kelas ini sudah terisi.',
    next: 'Minta pelatih menambah kursi.',
  },
  enrolment_unknown: {
    status: 401,
    type: auth,
    message: 'Tautan pendaftaran ini tidak dikenal.',
    next: 'Salin tautan sekali lagi secara utuh, atau minta yang baru kepada admin TI.',
  },
  enrolment_closed: {
    status: 403,
    type: denied,
    message: 'Tautan pendaftaran ini sudah habis masanya atau sudah penuh.',
    next: 'Minta tautan baru kepada admin TI.',
  },
  office_unknown: {
    status: 404,
    type: invalid,
    message: 'Kantor itu belum terdaftar.',
    next: 'Buat kantornya dahulu, atau periksa singkatannya.',
  },
  class_refused: {
    status: 403,
    type: denied,
    message: 'Teks bertanda rahasia tidak dapat diproses.',
    next: 'Kerjakan teks ini tanpa bantuan AI.',
  },

  // How much
  minute_limit: {
    status: 429,
    type: limit,
    message: 'Permintaan terlalu cepat beruntun.',
    next: 'Tunggu sebentar, lalu coba lagi.',
  },
  day_quota_spent: {
    status: 429,
    type: limit,
    message: 'Kuota Anda hari ini sudah habis.',
    next: 'Kuota terisi lagi pukul 00.00 WIB. Bila mendesak, hubungi admin TI.',
  },
  month_quota_spent: {
    status: 429,
    type: limit,
    message: 'Kuota kantor bulan ini sudah habis.',
    next: 'Kuota terisi lagi tanggal 1 pukul 00.00 WIB. Bila mendesak, hubungi admin TI.',
  },

  group_quota_spent: {
    status: 429,
    type: limit,
    message: 'Kuota kelas atau kelompok Anda sudah habis.',
    next: 'Hubungi pelatih atau admin TI.',
  },
  office_day_spent: {
    status: 429,
    type: limit,
    message: 'Kuota kantor hari ini sudah habis.',
    next: 'Kuota terisi lagi pukul 00.00 WIB. Bila mendesak, hubungi admin TI.',
  },

  // The model behind the gateway
  upstream_unreachable: {
    status: 502,
    type: upstream,
    message: 'Layanan model tidak dapat dihubungi.',
    next: 'Coba lagi beberapa saat. Kuota Anda tidak berkurang.',
  },
  upstream_refused: {
    status: 502,
    type: upstream,
    message: 'Layanan model menolak permintaan gerbang.',
    next: 'Sampaikan kode ini kepada admin TI. Kuota Anda tidak berkurang.',
  },
  upstream_busy: {
    status: 503,
    type: upstream,
    message: 'Layanan model sedang penuh.',
    next: 'Tunggu sebentar, lalu tekan Ulangi. Kuota Anda tidak berkurang.',
  },
  upstream_timeout: {
    status: 504,
    type: upstream,
    message: 'Layanan model terlalu lama menjawab.',
    next: 'Coba lagi, atau pilih teks yang lebih pendek.',
  },
  upstream_empty: {
    status: 502,
    type: upstream,
    message: 'Layanan model memberi jawaban kosong.',
    next: 'Tekan Ulangi. Kuota Anda tidak berkurang.',
  },
  upstream_malformed: {
    status: 502,
    type: upstream,
    message: 'Jawaban layanan model tidak dapat dibaca.',
    next: 'Sampaikan kode ini kepada admin TI.',
  },
  upstream_broke_off: {
    status: 502,
    type: upstream,
    message: 'Jawaban terputus di tengah jalan.',
    next: 'Periksa bagian yang sudah ada, atau tekan Ulangi.',
  },
  internal: {
    status: 500,
    type: 'api_error',
    message: 'Ada gangguan di gerbang.',
    next: 'Coba lagi. Bila berulang, sampaikan kode permintaan kepada admin TI.',
  },

  ...extensionErrors,
} as const satisfies Record<string, ErrorEntry>

export type ErrorCode = keyof typeof errors | keyof typeof adminErrors

/** @returns what the extension says of a code; of one that only admins meet, that something is wrong at the gateway */
export function errorEntry(code: ErrorCode): ErrorEntry {
  return Object.hasOwn(errors, code) ? errors[code as keyof typeof errors] : errors.internal
}

/** The sentence a person reads: what happened, then what to do. */
export function sentence(code: ErrorCode): string {
  return inWords(errorEntry(code))
}

export function inWords({ message, next }: ErrorEntry): string {
  return `${message} ${next}`
}

/** @returns whether `code` is one of ours; a proxy or another server may answer with its own. */
export function isErrorCode(code: unknown): code is ErrorCode {
  return typeof code === 'string' && Object.hasOwn(errors, code)
}

/** Error body of the OpenAI wire. `code` stays a string: an older extension may meet a newer gateway. */
export const ErrorBody = z.object({
  error: z.object({
    message: z.string(),
    type: z.string(),
    code: z.nullable(z.string()),
    param: z.nullable(z.string()),
  }),
})
export type ErrorBody = z.infer<typeof ErrorBody>

/** Failure as a value. `retryAfter` in seconds; `limit` is the ledger's row that refused, as `/v1/usage` shows it (R2). */
export interface Failure {
  code: ErrorCode
  param?: string
  retryAfter?: number
  limit?: Allowance
}
