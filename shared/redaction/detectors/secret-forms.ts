// Secrets that the way they are written tells: behind a user's name, as the answer to a question, a PIN's digits.
import type { Finding } from '../finding.ts'
import { matchesOf } from '../matches.ts'
import { topics } from '../topics.ts'
import { findInLinesAbout, type Words } from './stretches.ts'

/** What stands in data, where others have the password: what it must be, or became of it. */
export const noPassword =
  'required|string|text|password|hidden|invalid|wrong|null|masked|redacted|wajib|salah|kosong|expired|optional|undefined|incorrect|' +
  'disabled|enabled|encrypted|generated|default|changed|unchanged|protected|unknown|bcrypt|hashed|plaintext|missing|failed|locked'
/** A message in the place of a password: "Password: lupa", "sandi: harus 8 karakter". */
const nothingYetWords = `${noPassword}|lupa|benar|rahasia|terlampir|menyusul|sama|tetap|belum|sudah|sdh|blm|reset|diganti|berhasil|gagal|valid|tidak|tdk|tanpa|lihat|tanya|hubungi|minta|dikirim|aman|kuat|lemah|ditolak|otomatis|nihil|masih|tersimpan|disamarkan|terenkripsi|harus|minimal|min|maksimal|must|is|at least|diisi|isi|your|silakan|mohon|ada|bisa|karakter|kombinasi|forgot|please|enter|new|true|false|none|ditanyakan|pribadi|masing|huruf|angka|case|format|nama|namadepan|nip|nik|tanggal|tgl|min\\d|faker`
export const nothingYet = `(?:${nothingYetWords})\\b`
const nothingYetCapital = `(?:${nothingYetWords.replace(/(?<=^|\|)[a-z]/g, (first) => first.toUpperCase())})\\b`
/** What stands in a file until somebody or something fills it in, and where the secret is kept; a word said twice. */
export const standIn =
  /^(?:argon2|aes-?\d{3}|sha-?\d)|^min(?:imal)?[-_ ]?\d|^min_|^[a-z]{2,10}-secret$|^(?:your|ganti|ubah|change|isi|masukkan|insert|example|contoh)[-_ ]|^base64:x+|^(?:d{1,2}m{1,2}y{2,4}|y{4}m{2}d{2})|@(?:tahun|tgl|nip|nik)|^["']?[<$]?\{|^@|^rp ?\d|^ENC\(|^\/run\/secrets\/|__[A-Z_]{2,}__|^change_?me[a-z_]*$|^([a-z]{3,12})-\1$/i
const isStandIn = (value: string) => standIn.test(value) || /^(?:user|username)?:?password$/i.test(value)
/** The password of a link to a data base, and what else opens accounts and programs. */
const accounts: readonly RegExp[] = [
  /(:\/\/[\w.%-]{0,40}:)([^\s@/:]{3,64})@/g,
  // "name="csrf_token" value="…""
  /(\bname=["']\w{0,12}(?:csrf|token|password|secret)\w{0,12}["'] value=["'])([^"'\n]{6,80})/gi,
  /()((?<!\d)\d{8,10}:AA[\w-]{12,64})/g,
  // "curl -u operator:…"
  /(\s-u ["']?[\w.@-]{1,60}:(?!\/\/))([^\s"']{3,64})/g,
  // "admin / hik12345", "router …, admin/adm!nTU", but no address; "login: loket2 / Pelayanan#2", "surel / Desa2024maju"
  /((?<![\w./-])(?:admin|root) ?\/ ?)(?=[^\s,;/]{0,30}[\d!@#$%^&*])(?=[^\s,;/]{0,30}[a-z])([^\s,;)/]{5,40})(?![^\s,;)])/gi,
  // "akun simda = keuangan / simda2023!", "kredensial: adm:merdeka17"
  /(\bakun [\w -]{2,20}[:=] ?[\w.@-]{2,30} ?\/ ?)(?=\S{0,30}\d)(?=\S{0,30}[a-z])([^\s,;)/]{6,40})/gi,
  /(\b(?:akun|user(?:name)? ?\/ ?pass(?:word)?|u\/p) ?[:=]? ?[\w.@-]{3,30} ?\/ ?)(?=\S{0,30}\d)(?=\S{0,30}[a-z])([^\s,;)/]{6,40})/gi,
  /((?:@[\w-]{2,30}(?:\.[a-z]{2,4}){1,3}|\b(?:admin|root|operator)):)(?!\d+(?:\D|$))(?=\S{0,30}\d)(?=\S{0,30}[a-z])([^\s,;)/:@"']{6,40})(?![^\s,;)"'])/gi,
  /(\bkredensial(?:nya)?(?: [a-z]{2,12}){0,2} ?[:=]? ?[\w.@-]{2,40} ?[:/|] ?)(?=\S{0,30}\d)(?=\S{0,30}[a-z])([^\s,;)/]{6,40})/gi,
  // "login admin, kode rt07aman"
  /(\blogin [\w.@-]{2,30}, ?(?:kode|pass\w{0,5}|sandi) ?:? ?)(?=\S{0,30}\d)(?=\S{0,30}[a-z])([^\s,;]{6,40})/gi,
  // "U: admin", and "P: padang77" behind it
  /(\bU: ?\S{2,40}\s{1,3}P: ?)([^\s,;]{4,40})/g,
  // What programs and commands have in its place
  /(\b(?:mysqli?_connect|new PDO)\((?:["'][^"'\n]{0,80}["'], ?){2}["'])([^"'\n]{3,40})/gi,
  /(\b(?:sshpass|mysql\w{0,6}|useradd)\b[^\n]{0,60}? -p ?["']?)(?!\d{1,5}\b)([^\s"']{4,40})/gi,
  /(\b(?:PASSWORD|auth ?= ?)\((?:["'][^"'\n]{1,40}["'], ?)?["'])([^"'\n]{4,40})/g,
]

/** Passwords of any kind, behind the word for one, and keys of networks. */
const passwords: readonly RegExp[] = [
  // "Password : bismillah", "user: admin, sandi: admin"
  new RegExp(
    `((?<=(?:^|[,;(&?{"'] ?) {0,8})(?:pass(?:word|wd|code)?|pwd?|(?:kata )?sandi)(?:-?nya| (?:wifi|akun|login|email|baru|awal|lama))?["']?[ \\t]{0,8}[:=][ \\t]{0,3}["']?)(?!${nothingYet})([a-z]{4,24}!?)(?=["']?[ \\t]*(?:\\r?$|[,;&)}]))`,
    'gim',
  ),
  // "SMTP_PASS=abcd efgh ijkl mnop", as mail services make them for programs
  /((?:\b|_)pass\w{0,8}["']?[ :=]{1,3})([a-z]{4}(?: [a-z]{4}){3})(?![a-z])/gi,
  // 'passwordnya admin wifi kantor "Macan*Bintang"'
  /(\bpass(?:word)?(?:nya)?\b[^\n"'“]{1,50}["“])(?=[^\s"”]{0,30}[\d*!#$%^+@])([^\s"”]{6,32})(?=["”])/gi,
  // "WiFi Kelurahan, kuncinya kopi12345", "PSK balai99"
  /(\bwi-?fi\b[^\n]{0,60}?(?: \/ |\(|\b(?:kunci(?:nya)?|pake|pakai|psk)[ :]{1,2}))(?=\S{0,30}\d)(?=\S{0,30}[a-z])([\w!@#$%^&*-]{7,32})/gi,
  /(\b(?:wpa2?|psk|pre-?shared key)["']?[:= ]{1,3}["']?)(?=\S{0,30}\d)(?=\S{0,30}[a-z])([\w!@#$%^&*-]{6,40})/gi,
  // 'Passwordnya: "Semangat Pagi 45"'
  new RegExp(
    `((?<!["'“])(?:\\b|_)(?:pass(?:word|wd|code|phrase)?|(?<!operasi )(?:kata )?sandi)(?:-?nya)?(?: (?:lama|baru|awal|sementara|default))?(?:[ \\t]{0,3}[:=][ \\t]{0,2}|[ \\t]{1,2})["“'])(?!${nothingYet}|[$%{<])([^"”'\\n]{5,48})(?=["”'])`,
    'gi',
  ),
  // "passwordnya adalah indonesia"
  new RegExp(
    `(\\b(?:pass(?:word)?|(?:kata )?sandi)(?:-?nya)?(?: [a-z]{2,8}){0,2} (?:adalah|yaitu|is) ["']?)(?!${nothingYet})([a-z]{5,24}!?)(?=["']?[.,;!]?[ \\t]*\\r?$)`,
    'gim',
  ),
  new RegExp(
    `(\\b(?:[Pp]assword|PASSWORD|[Pp]assphrase(?: [A-Za-z]{2,10}){0,3}|(?<![Kk]ode )[Ss]andi)(?:nya)?[ \\t]{0,8}[:=][ \\t]{0,3})(?!${nothingYetCapital})([A-Z][a-z]{3,12}(?: [A-Z][a-z]{3,12}){1,2}(?: \\d{1,4})?)(?=[ \\t]*\\r?$)`,
    'gm',
  ),
  // define('DB_PASSWORD', '…')
  /(\bdefine\(["']\w{0,20}pass\w{0,6}["'], ?["'])([^"'\n]{4,64})/gi,
  /(\bfrasa(?: sandi)? ?:? ?)(?=\S{0,30}\d)(?=\S{0,30}[a-z])([\w!@#$%^&*+-]{8,40})/gi,
  // "kunci layar : 0937#"
  /(\bkunci layar(?:nya)?[ :=]{1,8})(\d{4,8}#?)(?!\d)/gi,
  // "passphrase":"Tenunkugaruda": in data a word is one too, unless it says what to do.
  new RegExp(
    `(["'](?:\\w{1,16}_)?(?:pass(?:word|wd|phrase|code)|pwd|sandi|kata_?sandi)(?:_(?:plain|awal|lama|baru))?["'] ?: ?["'])(?!(?:${noPassword})\\b)(?![*x•.]+["'])([^\\s"'|{}<>$]{6,64})(?=["'])`,
    'gi',
  ),
  // "DB_PASSWORD=Layangdinas" on a line of its own
  /(^[A-Z][A-Z\d_]{0,30}(?:PASS(?:WORD|WD)?|_SECRET)=["']?)(?!\/run\/|your|isi|change|x+(?:\s|$))([^\s"'#<>${}*]{6,64})(?=["']?[ \t]*\r?$)/gm,
  // "pwd_tried=J4gung.tamu"
  /(\b(?:pass(?:word|wd)?|pwd)_[a-z]{2,12}["']?[=:] ?["']?)(?!(?:19|20)\d\d-)(?=[^\s,;]{0,30}[a-z])(?=[^\s,;]{0,30}\d)([^\s,;"'&]{6,40})/gi,
]

/** Codes that are sent, cards' and locks'. */
const codes: readonly RegExp[] = [
  // What stands on the back of a card.
  /((?:\bcv[vc]2?\b(?:["']|[ -]?nya)?(?: (?:di|balik|belakang|kartu|yaitu|adalah|is)){0,4}|\b(?:kode|angka) (?:di ?)?belakang(?:nya)?(?: kartu)?(?:nya)?|\bsecurity code(?: (?:on|the|back|is)){0,4})[ :.="']{1,4})(\d{3,4})(?!\d)/gi,
  /(\bcv[vc]2?\b[^\n\d]{0,20}\?[^\n\d]{0,12}\n[^\n:]{1,40}: )(\d{3,4})(?!\d)/gi,
  /(\bkode (?:loker|brankas|pintu|gembok|akses|pagar|gerbang|garasi|alarm|lift|kunci|koper)(?: [a-z]{2,12}){0,2}[ :]{1,3})(?!(?:19|20)\d\d\b(?!#))((?:\d\d-){2,3}\d\d|\d(?:-\d){2,3}|\d{4,8}#?)(?!\d)/gi,
  // "kode keamanan whatsapp 112233", "Kode Anda: 112233", "Kode Signal Anda: 112233"
  /(\bkode (?:keamanan|konfirmasi|aktivasi|login|masuk|ambil|rahasia|otentikasi|autentikasi|anda|verif\w{0,4}|whatsapp|wa|signal|telegram|google|facebook|instagram|tiktok|tokopedia|shopee|gojek|grab|dana|ovo|mfa|2fa|reset|pemulihan|otorisasi|pengaman|sms|dari (?:bank|sms|wa)|autentikator|aktifasi|ver[iv]{1,2}\w{2,4}si)(?: [a-z]{2,12}){0,3}[ :]{1,3})(?!(?:19|20)\d\d\b)(\d{3}[- ]\d{3}|\d{4}|\d{6}|\d{8})(?![\d/.,-]*\d| (?:orang|warga|kali|pengguna|data)\b)/gi,
  // "kode 6 digit 339021", "6-digit code: 552109", "confirmation code 339021", "verifikasi akun 339021"
  /(\b(?:kode (?:\d|enam|empat) (?:digit|angka)|\d[- ]?digit (?:code|kode|angka)):? )(\d{4,8})(?!\d)/gi,
  /(\b(?:verif\w{0,8} code|(?:confirmation|one-time) code|mfa|verifikasi(?=:| akun))(?: akun)?[: ]{1,2})(\d{6})(?!\d| ?(?:data|berkas|orang|kk|keluarga|pelanggan))/gi,
  /(\b(?:gunakan|pakai|masuk{1,2}an|masukin|memberi ?tahu|kasih ta[hu]{1,2}|bacakan|sebutkan) kode )(\d{6})(?![\d./-])/gi,
  /(\bkirim kode )(\d{4}|\d{6})(?= ke\b)/gi,
  /(\b(?:code(?<=\b(?:your|login|security|verification|access|whatsapp|wa|telegram|google) code)(?: is)?|2fa(?: code)?):? )(\d{3}-?\d{3}|\d{4,8})(?![\d/.,-]*\d)/gi,
  // "masukkan kode 5591 yang dikirim lewat SMS", "kodenya 442211, cepat masukkan", "Jangan berikan kode ini kepada siapa pun: 559123"
  /(\b(?:(?:masukkan|masukin|input|ketik) kode|kodenya(?: bu| pak)?) )(\d{4}|\d{6})(?=[^\n\d]{0,40}\b(?:masuk\w*|sms|otp|jangan|login|verif\w*|aplikasi)\b)/gi,
  /(\bjangan (?:berikan|bagikan|beri ?tahu(?:kan)?|kasih) kode[^\n:\d]{0,40}: ?)(\d{4,8})(?!\d)/gi,
  // "https://…/verify?email=…&code=91283"
  /(:\/\/[^\s"']{0,120}(?:verif|reset|otp|konfirm|confirm|aktivasi|activat)[^\s"']{0,120}[?&](?:code|kode|otp|pin)=)(\d{4,8})(?!\d)/gi,
  // "kode verifikasi email: AB3DE9", "token BCA 33902155", "token ujian: FGHJKL"
  /(\b(?:[Aa]ccess code|[Kk]ode (?:akses|verifikasi|voucher wifi))(?: [a-z]{2,12}){0,2}[ :]{1,2})(?=[A-Z-]{0,9}\d)(?=\d{0,9}[A-Z])([A-Z\d-]{5,14})(?![\w-])/g,
  /(\bm?-?[Tt]oken (?:BCA|BRI|BNI|BSI|bca|bri|bni|bsi|bjb|mandiri|login|verifikasi|CMS|PPDB|ujian(?: susulan)?|ANBK)[: ]{1,2})(\d{6,8}|(?=[A-Z\d]*[B-DF-HJ-NP-TV-Z\d]{3})[A-Z\d]{5,10})(?![\w-])/g,
  // "PIN ATM: 1990": a year, as it looks
  /(\bpin (?:atm|saya|ibu|bapak|kartu|brimo|m-?banking)\b[^\n\d]{0,12})((?:19|20)\d\d)(?![\d/-])/gi,
  // "OTP-nya apa? 339021"
  /(\b(?:pin|otp)(?:-?nya)?\b[^\n\d]{0,20}\?[ ]{0,2}\n?["“]?)(\d{4}|\d{6})(?!\d)/gi,
  // "kode aktivasi akun Coretax 88KL2M"
  /(\b[Kk]ode aktivasi(?: [A-Za-z]{2,12}){0,3}[ :]{1,3})(?=[A-Z]{0,12}\d)(?=\d{0,12}[A-Z])([A-Z\d]{6,12})(?![\w-])/g,
  // "kode ambilnya 29-QX-81"
  /(\bkode ambil(?:nya)?[ :]{1,3})(\d{2}-[a-z]{2}-\d{2})(?![\w-])/gi,
  /(\bpin (?:awal|baru|lama|sementara) )(?=\S{0,30}[\d!@#$%^&*+])(?=\S{0,30}[a-z])([^\s,;]{6,40}?)(?=[.,;]?(?:\s|$))/gi,
  // "brankas 11-22-33"
  /(\bbrankas(?:nya)?(?: [a-z]{2,10})?[ :]{1,3})(\d\d(?:-\d\d){2,3})(?![\w-])/gi,
  // "kode cadanganku 7741-0092-MKXP": opens an account without the second factor.
  /(\b(?:kode (?:cadangan|pemulihan)(?: mfa| 2fa)?|backup codes?|recovery(?: codes?)?)(?:ku|nya)?(?: saya)?[ :=]{1,3})(?=[\w-]{0,40}\d)([\w-]{6,40})/gi,
]

/** What stands behind a secret and tells it, looked for first, for it is rare; the secret is the first group. */
const behindAccounts = [
  // "root:merdeka17@10.1.2.3"
  /(?=@\d{1,3}(?:\.\d{1,3}){3})(?<=(?<![\w@:/.])[a-z][\w-]{1,20}:([^\s@/:]{4,40}))/gi,
  // "kec01/gaji2024 (user/password)"
  /(?= ?\((?:user(?:name)?|login|akun) ?\/ ?(?:pass\w{0,5}|pwd?|sandi)\))(?<=[\w.@-] ?\/ ?([^\s,;)/]{4,40}))/gi,
]
const behindCodes = [
  // "masukkan 449021 sebagai kode OTP", "G-604821 is your Google verification code", "442211 OTP-nya"
  /(?= (?:(?:(?:sebagai|adalah|itu) )?kode (?:otp|verifikasi|keamanan)|is your [\w ]{0,24}(?:otp|code|pin)|(?:itu |adalah )?otp(?:[ -]?nya)?)\b)(?<=(?<![\d.,/-])((?:G-)?\d{4,8}))/gi,
]
const behindPasswords = [
  // "login dengan cimahi01 sebagai password"
  /(?= (?:sebagai|adalah|(?:di|ke|pada) kolom|utk|untuk) (?:password|kata sandi|sandi|pass)\b)(?<=(?<![\w/.-])(?=[^\s,;]{0,30}\d)(?=[^\s,;]{0,30}[a-z])([\w!@#$%^&*+-]{6,32}))/gi,
]
/** "pin atm nya masih 271093", "OTP … adalah 5521 08", "PIN pencairan: 4418 7702 19", "pin brankas 31-07-64" */
const pinCode =
  /(\b(?:pin|otp|puk|kode verifikasi)(?:-?nya)?\b\.?(?![- ]?(?:polio|bb)\b)(?:[ \t:]{1,3}(?!kegiatan|sasaran|cakupan|target|pekan)[a-z-]{1,14}\.?){0,7}[ \t:(,]{1,3})(?!(?:19|20)\d\d\b)((?:\d[ -]?){3,9}\d)(?!\d|[/:.,-]\d| ?(?:buah|pcs|biji|unit|lembar|set|orang|ribu|rb|juta|rupiah|digit|angka|menit|jam|hari|kali|anak|balita|bayi|dosis|vial|pos\b|peserta))/gi
/** A PIN has four digits or more, an even number; five are a postcode. */
const isPin = (written: string) => written.replace(/\D/g, '').length % 2 === 0
/** "Belanja PIN 2500 @ 7500", "total OTP 12450" */
const pinsCounted = /\b(?:belanja|biaya|total|harga|jumlah|pengadaan|cetak|kaos|topi)\b[^\n]{0,24}$/i

/** A message of nothing but a password, after one that names the network. */
const wifiMessage = /(\b(?:ssid|wi-?fi)\b[^]{0,160}?: )(\S{8,32})$/gim
/** A message of six digits, some messages behind one that speaks of an OTP. */
const otpMessage = /(\botp\b[^]{0,300}?\n[^\n]{1,48}: )(\d{6})(?=[ \t]*\r?$)/gim
/** "Password wifi apa ya?", and the answer is that alone. */
const askedFor =
  /(\b(?:pas{1,2}wo?r?d|pass|sandi|wi-?fi)\w{0,3}\b[^\n\d]{0,50}\n[^\n:]{1,48}: )(?=[^\s\d]{0,30}\d)(?=\d{0,20}[^\s\d])(\S{7,32})$/gim

/** "PIN yang dicoba?", and the answer is digits alone. */
const pinAsked =
  /(\b(?:pin|otp|kode (?:brankas|loker|pintu|gembok|alarm))\b[^\n]{0,40}(?:\?|\bberapa\b)[^\n]{0,20}\n[^\n:]{1,40}: )(\d{4}|\d{6}|\d\d-\d\d-\d\d)(?=\s|$)/gi

/** Without a word before them: a private key, however many lines it has, and the key to an encrypted disk. */
const bareForms: readonly RegExp[] = [
  /(-----BEGIN [A-Z ]{0,20}PRIVATE KEY-----\s{0,4})([A-Za-z\d+/=\r\n]{16,})/g,
  /()((?<![\d-])\d{6}(?:-\d{6}){3,7}(?![\d-]))/g,
]

/** "5264 1299 7220 0338 exp 09/28 / 771": what stands behind a card and its month. */
const cardCode =
  /[/|]\d\d[ |/,]{1,4}(?<=\d{4}[ -]?\d{4}[ -]?\d{4}[ -]?\d{4}[^\d\n]{1,12}(?:0[1-9]|1[0-2])[/|]\d\d[ |/,]{1,4})(\d{3,4})(?!\d)/g

/** Finds keys, and the codes on the backs of cards. */
export const findBareSecrets = (text: string): Finding[] => [
  ...bareForms.flatMap((form) => findForm(text, form)),
  ...matchesOf(text, cardCode).map(({ index, 0: whole, 1: code = '' }): Finding => {
    const end = index + whole.length
    return { start: end - code.length, end, type: 'SECRET' }
  }),
]

const ofAccounts = { topic: topics.account, signs: ['://', '@', ' -u '] }

/** Finds secrets by their form, each kind in the lines that speak of it. */
export function findSecretForms(reading: Words): Finding[] {
  const told = [
    ...findInLinesAbout(reading, ofAccounts, (lines) => findTold(lines, accounts, behindAccounts)),
    ...findInLinesAbout(reading, { topic: topics.password }, (lines) => [
      ...findTold(lines, [...passwords, askedFor], behindPasswords),
      ...findForm(lines, wifiMessage).filter(({ start, end }) => isOdd(lines.slice(start, end))),
    ]),
    ...findInLinesAbout(reading, { topic: topics.sentCode }, (lines) => [
      ...findTold(lines, [...codes, otpMessage, pinAsked], behindCodes),
      ...findPins(lines),
    ]),
  ]
  return told.filter(({ start, end }) => !isStandIn(reading.text.slice(start, end)))
}

const findTold = (text: string, forms: readonly RegExp[], behind: readonly RegExp[]) => [
  ...forms.flatMap((form) => findForm(text, form)),
  ...behind.flatMap((form) => findBefore(text, form)),
]

const findPins = (text: string) =>
  findForm(text, pinCode).filter(
    ({ start, end }) =>
      isPin(text.slice(start, end)) && !pinsCounted.test(text.slice(Math.max(0, start - 40), start)),
  )

function findBefore(text: string, form: RegExp): Finding[] {
  return matchesOf(text, form).map(({ index, 1: value = '' }) => ({
    start: index - value.length,
    end: index,
    type: 'SECRET',
  }))
}

/** Finds what stands behind a head: `form` has the head as its first group and the secret as its second. */
export function findForm(text: string, form: RegExp): Finding[] {
  return matchesOf(text, form).map(({ index, 1: head = '', 2: value = '' }) => {
    const start = index + head.length
    return { start, end: start + value.trimEnd().length, type: 'SECRET' }
  })
}

/** A word as no language has them: "Kota#727", "7Gj-9Kn". */
export function isOdd(word: string): boolean {
  const counts = (pattern: RegExp) => word.match(pattern)?.length ?? 0
  if (/[./:=]|-.*_/.test(word) || counts(/\d/g) === 0) return false
  return /\w[#@!$%^&*_]\w/.test(word)
    ? counts(/[a-z]/gi) > 1
    : counts(/[a-z]/g) > 1 && counts(/[A-Z]/g) > 1 && /\w-\w/.test(word)
}
