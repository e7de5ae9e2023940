// What can go wrong for an admin at the console or the admin API: beside the list in errors.ts, and in no panel.
import { errors, type ErrorCode, type ErrorEntry } from './errors.ts'

const invalid = 'invalid_request_error'
const auth = 'authentication_error'
const denied = 'permission_error'

export const adminErrors = {
  revision_outdated: {
    status: 409,
    type: invalid,
    message: 'Kebijakan sudah diubah admin lain.',
    next: 'Muat revisi terbaru, terapkan perubahan Anda di sana, lalu terbitkan lagi.',
  },
  key_used_otherwise: {
    status: 422,
    type: invalid,
    message: 'Idempotency-Key ini sudah dipakai untuk permintaan lain.',
    next: 'Pakai Idempotency-Key yang baru untuk permintaan yang baru.',
  },
  policy_too_large: {
    status: 413,
    type: invalid,
    message: 'Kebijakan terlalu besar.',
    next: 'Kurangi glosarium atau templat, lalu terbitkan lagi. Batasnya 500 KB.',
  },
  already_exists: {
    status: 409,
    type: invalid,
    message: 'Nama itu sudah dipakai.',
    next: 'Gunakan nama lain.',
  },
  upstream_forbidden: {
    status: 400,
    type: invalid,
    message: 'Alamat model itu berada di jaringan pribadi.',
    next: 'Gunakan alamat publik, atau izinkan lewat PENDAMPING_PRIVATE_UPSTREAMS di server.',
  },
  master_key_missing: {
    status: 503,
    type: 'api_error',
    message: 'Gerbang belum memiliki kunci induk.',
    next: 'Isi PENDAMPING_MASTER_KEY di server, lalu mulai ulang gerbang.',
  },
  admin_token_wrong: {
    status: 401,
    type: auth,
    message: 'Token admin tidak ada atau salah.',
    next: 'Gunakan token admin yang dicetak saat gerbang pertama kali dijalankan.',
  },
  sign_in_needed: {
    status: 401,
    type: auth,
    message: 'Anda belum masuk, atau sesi Anda sudah berakhir.',
    next: 'Masuk lagi untuk melanjutkan.',
  },
  sign_in_failed: {
    status: 401,
    type: auth,
    message: 'Anda tidak dapat masuk dengan itu.',
    next: 'Periksa lagi, atau minta undangan baru kepada admin kota.',
  },
  invitation_closed: {
    status: 403,
    type: denied,
    message: 'Undangan ini sudah dipakai atau sudah berakhir.',
    next: 'Minta undangan baru kepada admin kota.',
  },
  passkey_unavailable: {
    status: 400,
    type: invalid,
    message: 'Kunci sandi tidak dapat dipakai di alamat ini.',
    next: 'Buka konsol lewat nama gerbang, bukan lewat angka alamat IP.',
  },
  not_permitted: {
    status: 403,
    type: denied,
    message: 'Peran Anda tidak mencakup tindakan ini.',
    next: 'Minta admin kota melakukannya.',
  },
  not_packed: {
    status: 404,
    type: invalid,
    message: 'Ekstensi belum dikemas di gerbang ini.',
    next: 'Jalankan npm run package di server, lalu mulai ulang gerbang.',
  },
  id_unknown: {
    status: 404,
    type: invalid,
    message: 'Tidak ada yang bernomor atau bernama demikian.',
    next: 'Periksa nomor atau namanya pada daftar.',
  },
  not_found: {
    status: 404,
    type: invalid,
    message: 'Alamat ini tidak ada di gerbang.',
    next: 'Periksa alamat dan caranya (GET, POST).',
  },
} as const satisfies Record<string, ErrorEntry>

/** All codes that the gateway answers with. */
export const allErrors = { ...errors, ...adminErrors }

/** @returns whether `code` is one of the gateway's; a proxy before it may answer with its own */
export function isGatewayCode(code: unknown): code is ErrorCode {
  return typeof code === 'string' && Object.hasOwn(allErrors, code)
}
