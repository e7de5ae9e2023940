// What opens an account: passwords, PINs, tokens in links, bearer tokens, JWT, session ids, keys of this project and
// others.
import type { Finding } from '../finding.ts'
import type { ColumnCell } from '../tables.ts'

/** Words that announce a secret, and the heads of well-known keys. */
const cues: readonly RegExp[] = [
  /(?:\b|(?<!proxy)_)(?:(?:pass|pw|pwd|(?:kata )?sandi|kode akses|secret|(?:api|secret|private|access|server|client|service|license|app)[_-]?key|session(?:[_-]?id)?|sid(?==)|jsessionid|phpsessid|otp|pin|efin|kode verifikasi|bearer|authorization["']?: ?["']?basic)(?:-?(?:nya|ku|mu))?\b|eyJ|pdp_|sk-|ghp_|AKIA|AIza|glpat-|github_pat_|xox[bp]-)/gi,
  // "accessToken" and "userPassword" are one word.
  /(?:token|pas{1,2}wo?r?d|passcode|passphrase)(?:-?(?:nya|ku|mu))?\b/gi,
  /\b(?:login|wi-?fi)\b/gi,
  /[?&](?:sig|signature|auth|key)(?==)|\/(?:reset|aktivasi|activate|invite)[\w-]{0,16}\//gi,
]
const keyHead = /^(?:eyJ|pdp_|sk-|ghp_|AKIA|AIza|glpat-|github_pat_|xox[bp]-)$/
const passwordWord = /pas{1,2}|sandi|^pwd?(?:nya|ku|mu)?$/i
/** Boarding passes and grades are called so too: few words stand between it and its value, which has both letters and digits. */
const shortPassword = /^(?:pass|pw)$/i
const codeWord = /^(?:otp|pin|efin|kode verifikasi)/i
const schemeWord = /^bearer$|basic$/i
/** From a cue to its value: a sign, perhaps quotes; after a password also words ("Password sementara yang dikirim:"). */
const sign = '[ \\t]{0,3}(?:=>|[:=>])[ \\t]{0,3}["\'`]?'
const bridge = new RegExp(`^["']?(?: |lama|baru|akses|api|anda|saya){0,6}${sign}`, 'i')
const wordyBridge = new RegExp(`^[\\w" '-]{0,40}?${sign}`)
/** "kata sandi saya Bunga1988", "PIN ATM 482913": no sign at all. */
const bareBridge =
  /^[ \t](?:[ \t]|\b(?:saya|sy|aku|wifi|atm|kip|adalah|itu|lama|baru|sementara|akun|email|login|tte)\b){0,9}/i
/** "Token API lama 7xGft-YSHkKv9uM8": a few words, then what no language has. */
const keyBridge =
  /^(?:[ \t]{1,3}[a-z]{2,10}){0,3}[ \t]{1,3}(?=[a-z_-]{0,40}\d)(?=[\d_-]{0,40}[a-z])(?=[\w-]{16})/i
/** "Password tidak bisa direset. Sementara dibuatkan Kota#727": a word as no language has them. */
const words = /(?<![^\s"'(),;])[^\s"'(),;]{5,31}[^\s"'(),;.:](?![^\s"'(),;.:])/g
function isOdd(word: string): boolean {
  const counts = (pattern: RegExp) => word.match(pattern)?.length ?? 0
  if (/[./:=]|-.*_/.test(word) || counts(/\d/g) === 0) return false
  return /\w[#@!$%^&*_]\w/.test(word)
    ? counts(/[a-z]/gi) > 1
    : counts(/[a-z]/g) > 1 && counts(/[A-Z]/g) > 1 && /\w-\w/.test(word)
}
/** "login simpeg admin.umpeg / 7Gj-9Kn", "wifi tamu: 7uwDb#92": only what is odd besides is a password. */
const doorWord = /^(?:login|wi-?fi)$/i
const doorBridge = /^[\w .'-]{0,40}?(?: \/|:)[ \t]{1,2}(?=(\S{6,40}))/
const valueEnd = /[\s"'`<>&;,|)\]}]|$/g
/** A key of a known form has no other signs: "ghp_…@github.com". */
const keyEnd = /[^\w.-]|$/g
const longestJudged = 64
/** The name of a network is none. */
const networkName = /\bssid["']? ?[:=]? ?["'“]?$/i
/** Secrets whose form alone tells: the password in a link to a data base, the key of a Telegram bot, a private key. */
const forms: readonly RegExp[] = [
  /(:\/\/[\w.%-]{1,40}:)([^\s@/:]{3,64})@/g,
  /(?<=\b\d{8,10})(:)(AA[\w-]{20,64})/g,
  // "curl -u operator:…"
  /(\s-u ["']?[\w.-]{1,40}:(?!\/\/))([^\s"']{3,64})/g,
  // "SSID: KANTOR, kunci: …"
  /(\b(?:ssid|wi-?fi)\b[^\n]{0,60}(?:\n[^\n]{0,12})?\bkunci ?[:=] ?)([^\s,;]{4,40})/gi,
  // "sandi … masih eoffice123", "reset sandi menjadi Vpn-8812-kominfo"
  /(\b(?:(?:kata )?sandi|password|pass)\b[^\n.:;]{0,50}?\b(?:masih|menjadi|jadi|adalah|yaitu) ["']?)(?=[^\s\d]{0,30}\d)(?=\d{0,20}[^\s\d])([^\s,;"']{6,40})/gi,
  // "admin / hik12345", "router …, admin/adm!nTU", but no address; "login: loket2 / Pelayanan#2", "surel / Desa2024maju"
  /((?<![\w./-])(?:admin|root) ?\/ ?)(?=[^\s,;/]{0,30}[\d!@#$%^&*])(?=[^\s,;/]{0,30}[a-z])([^\s,;)/]{5,40})(?![^\s,;)])/gi,
  /(\blogin ?:? ?[\w.@-]{2,40} \/ )(?=[^\s,;]{0,30}[\d!@#$%^&*])([^\s,;)]{5,40})/gi,
  /(@[\w.-]{3,60} {0,3}\/ {1,3})(?=[^\s,;]{0,30}\d)(?=[^\s,;]{0,30}[a-z])([^\s,;)]{6,40})/gi,
  /(\bkode (?:loker|brankas|pintu|gembok|akses)[ :]{1,3})(\d{4,8})(?!\d)/gi,
  /(-----BEGIN [A-Z ]{0,20}PRIVATE KEY-----\s{0,4})([A-Za-z\d+/=\r\n]{16,})/g,
]
/** A link that opens for whoever has it: "https://rapat…/j/<token>", "…?t=<token>". */
const linkToken = /(:\/\/[^\s"'<>]{0,200}?[/=])([\w-]{16,80})(?![\w-])/g
/** "pin atm nya masih 271093", "OTP … adalah 5521 08", "PIN pencairan: 4418 7702 19", "pin brankas 31-07-64" */
const pinCode =
  /(\b(?:pin|otp)\b(?![- ]?(?:polio|bb)\b)(?:[ \t:]{1,3}(?!kegiatan|sasaran|cakupan|target|pekan)[a-z]{1,14}\.?){0,7}[ \t:]{1,3})(?!(?:19|20)\d\d\b)((?:\d[ -]?){3,9}\d)(?!\d|[/:.,-]\d| ?(?:buah|pcs|biji|unit|lembar|set|orang|ribu|rb|juta|rupiah|digit|angka|menit|jam|hari|kali|anak|balita|bayi|dosis|vial|pos\b|peserta))/gi
/** A PIN has four digits or more, an even number; five are a postcode. */
const isPin = (written: string) => written.replace(/\D/g, '').length % 2 === 0

/** A message of nothing but a password, after one that names the network. */
const wifiMessage = /(\b(?:ssid|wi-?fi)\b[^]{0,160}?: )(\S{8,32})$/gim
/** "Password wifi apa ya?", and the answer is that alone. */
const askedFor =
  /(\b(?:password|pass|sandi|wi-?fi)\w{0,3}\b[^\n\d]{0,50}\n[^\n:]{1,48}: )(?=[^\s\d]{0,30}\d)(?=\d{0,20}[^\s\d])(\S{7,32})$/gim
const column = /\b(?:password|pass|sandi|pin|otp)\b/

/** Finds secrets that a word announces or whose form tells. */
export function findSecrets(text: string): Finding[] {
  const tokens = [...findForm(text, linkToken), ...findLooseTokens(text)].filter(({ start, end }) =>
    isRandom(text.slice(start, end)),
  )
  const pins = findForm(text, pinCode).filter(({ start, end }) => isPin(text.slice(start, end)))
  const sent = findForm(text, wifiMessage).filter(({ start, end }) => isOdd(text.slice(start, end)))
  return [
    ...tokens,
    ...pins,
    ...sent,
    ...[...forms, askedFor].flatMap((form) => findForm(text, form)),
    ...cues.flatMap((cue) => findAfter(text, cue)),
  ].filter(({ start }) => !networkName.test(text.slice(Math.max(0, start - 12), start)))
}

/** The search goes on behind the value that was read, so a long one is read once. */
function findAfter(text: string, cue: RegExp): Finding[] {
  const findings: Finding[] = []
  cue.lastIndex = 0
  for (let match = cue.exec(text); match; match = cue.exec(text)) {
    const word = match[0]
    const start = valueStart(text, match.index, word)
    if (start < 0) continue
    const judged = text.slice(start, start + longestJudged)
    if (!looksSecret(judged.slice(0, judged.search(valueEnd)), word)) continue
    const ending = keyHead.test(word) ? keyEnd : valueEnd
    ending.lastIndex = start
    const end = ending.exec(text)?.index ?? text.length
    findings.push({ start, end: text.charAt(end - 1) === '.' ? end - 1 : end, type: 'SECRET' })
    cue.lastIndex = Math.max(end, cue.lastIndex)
  }
  return findings
}

/** Finds the passwords below such a head, where each is a whole cell. */
export function findSecretCells(text: string, cells: readonly ColumnCell[]): Finding[] {
  return cells
    .filter(({ start, end, label }) => column.test(label) && isSecretCell(text.slice(start, end)))
    .map(({ start, end }) => ({ start, end, type: 'SECRET' }))
}

function isSecretCell(value: string): boolean {
  return value.length <= longestJudged && !/\s/.test(value) && looksSecret(value, 'password')
}

/** Digits and letters side by side are rare in prose, so that is what is looked for. */
const mixed = /\d[A-Za-z]|[A-Za-z]\d/g
const shortestLoose = 20
const longestLoose = 80

/** Words so long that may be without order, whatever stands before them: nothing else in office text is. */
function findLooseTokens(text: string): Finding[] {
  const findings: Finding[] = []
  mixed.lastIndex = 0
  for (let match = mixed.exec(text); match; match = mixed.exec(text)) {
    let start = match.index
    let end = start + 2
    while (isTokenSign(text, start - 1)) start--
    while (isTokenSign(text, end)) end++
    const isWhole = !/[/+]/.test(text.charAt(start - 1) + text.charAt(end))
    if (isWhole && end - start >= shortestLoose && end - start <= longestLoose)
      findings.push({ start, end, type: 'SECRET' })
    mixed.lastIndex = end
  }
  return findings
}

function isTokenSign(text: string, at: number): boolean {
  const code = text.charCodeAt(at)
  return (code > 47 && code < 58) || ((code | 32) > 96 && (code | 32) < 123) || code === 95 || code === 45
}

function findForm(text: string, form: RegExp): Finding[] {
  return [...text.matchAll(form)].map(({ index, 1: head = '', 2: value = '' }) => {
    const start = index + head.length
    return { start, end: start + value.trimEnd().length, type: 'SECRET' }
  })
}

/** As a machine makes them: letters of both sizes and digits in turn, and no word of a language. */
function isRandom(token: string): boolean {
  const turns = token.match(/[a-z](?=[A-Z\d])|[A-Z](?=[a-z\d])|\d(?=[a-zA-Z])/g)?.length ?? 0
  if (!/\d/.test(token) || !/[a-z]/.test(token) || !/[A-Z]/.test(token)) return false
  return turns * 4 > token.length && !(token.match(/[a-z]{5,}/g) ?? []).some(isPronounced)
}

const isPronounced = (letters: string) =>
  /[aeiou].*[aeiou]/.test(letters) && !/[^aeiou]{4}|[aeiou]{3}/.test(letters)

/** Where the value begins, or -1. A JWT or a key is its own value. */
function valueStart(text: string, at: number, word: string): number {
  if (keyHead.test(word)) return at
  const after = at + word.length
  if (word.startsWith('/')) return after
  const rest = text.slice(after, after + 120)
  if (schemeWord.test(word)) return /^ {1,3}\S/.test(rest) ? after + rest.search(/\S/) : -1
  if (doorWord.test(word)) {
    const door = doorBridge.exec(rest)
    return door?.[1] && isOdd(door[1]) ? after + door[0].length : -1
  }
  const isPassword = passwordWord.test(word)
  const isWordy = isPassword && !shortPassword.test(word)
  // Before a sign further on, which may be another's: "sandi Matahari_2211 dan cookie session=…".
  const bare = isPassword || codeWord.test(word) ? bareBridge.exec(rest) : undefined
  const isNear = isPassword && bare?.[0].trim() === ''
  if (isNear && isBareSecret(rest.slice(bare[0].length), isPassword)) return after + bare[0].length
  const between = (isWordy ? wordyBridge : bridge).exec(rest)
  if (between) return after + between[0].length
  if (bare && isBareSecret(rest.slice(bare[0].length), isPassword)) return after + bare[0].length
  const key = keyBridge.exec(rest)
  if (key && /key|token|secret/i.test(word)) return after + key[0].length
  const odd = isWordy ? [...rest.matchAll(words)].find(([found]) => isOdd(found)) : undefined
  return odd ? after + odd.index : -1
}

/**
 * Without a sign before it: letters and digits in one word, or the digits of a code. A year or a count is none, nor is the
 * name of an application: "password akun SIPD2026". A dash stands between digits.
 */
function isBareSecret(rest: string, isPassword: boolean): boolean {
  if (/^[A-Z]+(?:19|20)\d\d\b/.test(rest)) return false
  if (isPassword && /^[\w]{0,20}-/.test(rest) && !/^\w{0,20}\d\w{0,20}-\w{0,20}\d/.test(rest)) return false
  if (isPassword)
    return /^(?=[a-z_]{0,20}\d)(?=\d{0,20}[a-z])[\w!@#$%^&*+-]{7,32}[.!]?(?![^\s,;)"'])/i.test(rest)
  return /^(?!(?:19|20)\d\d\b)\d{4,10}\b(?! ?(?:buah|pcs|biji|unit|lembar|set|orang|ribu|rb|juta|rupiah))/.test(
    rest,
  )
}

/** An ordinary word behind a cue ("password: salah", "token: habis") is no secret; digits and signs make one. */
function looksSecret(value: string, word: string): boolean {
  if (/^[*x•._-]+$/i.test(value) || /^\d{1,4}[-/:.]\d{1,4}(?:$|[-/:.]\d{1,4}$)/.test(value)) return false
  if (/^efin/i.test(word)) return /^\d{10}\.?$/.test(value)
  // A PIN has four, six or eight digits; five are a postcode.
  if (/^pin/i.test(word)) return /^(?:\d\d){2,4}\.?$/.test(value)
  if (codeWord.test(word)) return /^\d{4,8}\.?$/.test(value)
  if (keyHead.test(word)) return value.length >= 20
  if (shortPassword.test(word)) return value.length > 5 && /\d/.test(value) && /[a-z]/i.test(value)
  const mixed = /\d/.test(value) || /\w[^\w.]\w/.test(value)
  const shortest = word.startsWith('/') ? 16 : passwordWord.test(word) ? 4 : 8
  return value.length >= shortest && (mixed || value.length >= 24)
}
