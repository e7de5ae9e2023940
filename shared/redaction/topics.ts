// What each word of a text speaks of, a bit for each topic: what is sought by many patterns is sought only near such words.
import type { Tokens } from './tokens.ts'

export const topics = {
  secret: 1,
  account: 2,
  password: 4,
  sentCode: 8,
  paper: 16,
  passport: 32,
  plate: 64,
  digit: 128,
} as const

/** In lower case, wherever in a word, for it may be part of another: "passwordnya", "nomorrekening". */
const spoken: readonly [topic: number, words: RegExp][] = [
  [
    topics.secret,
    /pass|pasw|pw|sandi|kunci|pin|otp|^kode$|token|secret|login|wi-?fi|srf|sess|sid$|key|efin|bearer|auth|^eyj|^pdp$|^sk(?:$|-)|^ghp|akia|aiza|glpat|^pat$|xox|hvs|^sig|reset|aktiv|activ|invit|konfirm|confirm/,
  ],
  [
    topics.account,
    /login|admin|root|operator|akun|user|^u$|kredensial|mysql|pdo$|auth|^value$|password|cookie|^aa/,
  ],
  [topics.password, /pass|pasw|pwd|pw|sandi|kunci|key|frasa|ssid|wi-?fi|wpa|psk|secret|proteksi|gembok/],
  [
    topics.sentCode,
    /pin|puk|otp|kode|code|2fa|mfa|token|verif|digit|cv[vc]|kombinasi|brankas|recovery|belakang|masuk/,
  ],
  [
    topics.paper,
    /^buku$|^tanah$|rek|tabungan|^cm$|^drm|med-?rec|^mr|^nrm|hgu|^hak$|shm|skgr|nitku|^nik|ktp|^kk$|^nop|sert|^nip|kpj|jamsostek|^tel|tlp|phone|fax|^px$|pasien|hgb|^rm|norm|^[rms]$/,
  ],
  [topics.passport, /pasp|pass?p?[o0]r|^pp$/],
  [topics.plate, /pol|tnkb|ranmor|pelat|plat|stnk|motor|mobil|mtr|kendaraan/],
  [topics.digit, /^(?:nol|kosong|satu|dua|tiga|empat|lima|enam|tujuh|delapan|sembilan)$/],
]

const slots = 1 << 14
/** By their hashes the words last looked at, of any text, and what they speak of. */
const known = new Int32Array(slots)
const speaksOf = new Uint8Array(slots)

/** @returns for each token its topics; of a number there is none */
export function topicsOf(text: string, { count, hash, start, end }: Tokens): Uint8Array {
  const found = new Uint8Array(count)
  for (let i = 0; i < count; i++) {
    const slot = hash[i]! & (slots - 1)
    if (known[slot] !== hash[i]) {
      const word = text.slice(start[i]!, end[i]!).toLowerCase()
      known[slot] = hash[i]!
      speaksOf[slot] = spoken.reduce((bits, [topic, words]) => (words.test(word) ? bits | topic : bits), 0)
    }
    found[i] = speaksOf[slot]!
  }
  return found
}
