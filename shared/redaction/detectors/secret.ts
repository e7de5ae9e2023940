// What opens an account: passwords, PINs, tokens in links, bearer tokens, JWT, session ids, keys of this project and
// others.
import type { Finding } from '../finding.ts'
import type { ColumnCell } from '../tables.ts'
import { findOddWords, isOddPassword } from './odd-word.ts'
import { findRandomTokens } from './random-token.ts'
import { kindOfWord } from '../names/name-words.ts'
import { findBareSecrets, findSecretForms, isOdd, noPassword, nothingYet, standIn } from './secret-forms.ts'
import { findInLinesAbout, type Words } from './stretches.ts'
import { matchesOf } from '../matches.ts'
import { topics } from '../topics.ts'

/** Words that announce a secret, and the heads of well-known keys. */
const cues: readonly RegExp[] = [
  /(?:\b|(?<!proxy)_)(?:(?:pass|pw|pwd|pswd?|(?<!(?:operasi|kode) )(?:kata )?sandi(?! swift)|kata kunci(?=nya)|kode akses|secret|kunci api|(?:api|secret|private|access|server|client|service|license|app|user|consumer|encryption|master)[ _-]?key|totp_seed|session(?:[_-]?id)?|[cx]srf(?:[_-]?token)?(?==)|sess(?=[=:])|sid(?=[=:])|jsessionid|phpsessid|otp|m?-?pin|efin|kode verifikasi|bearer|authorization["']?: ?["']?basic)(?:[ -]?(?:nya|ny|ku|mu|ne|na)| e(?= ))?\b|eyJ|pdp_|sk-|ghp_|AKIA|AIza|glpat-|github_pat_|xox[bp]-|hvs\.CAES)/gi,
  // "accessToken" and "userPassword" are one word.
  /(?:token|pas{1,2}w[o0]?r?[dt]|passcode|passphrase|katasandi)(?:[ -]?(?:nya|ny|ku|mu|ne|na)| e(?= ))?\b/gi,
  /\b(?:login|wi-?fi)\b/gi,
  /[?&](?:sig|signature|auth|key)(?==)|\/(?:reset|aktivasi|activate|invite|confirm|konfirmasi)[\w-]{0,16}\//gi,
]
const keyHead = /^(?:eyJ|pdp_|sk-|ghp_|AKIA|AIza|glpat-|github_pat_|xox[bp]-|hvs\.CAES)$/
const passwordWord = /pas{1,2}|sandi|kata kunci|^(?:pwd?|pswd?)(?:[ -]?(?:nya|ny|ku|mu|ne|na)| e)?$/i
/** Boarding passes and grades are called so too: few words stand between it and its value, which has both letters and digits. */
const shortPassword = /^(?:pass|pw)(?: e)?$/i
const codeWord = /^(?:otp|m?-?pin|efin|kode verifikasi)/i
const schemeWord = /^bearer$|basic$/i
const sentCode = /^(?:otp|kode verifikasi)/i
/** From a cue to its value: a sign, perhaps quotes; after a password also words ("Password sementara yang dikirim:"). */
const sign = '[ \\t]{0,3}(?:=>|[:=>→])[ \\t]{0,3}["\'`]?'
const bridge = new RegExp(
  `^["']?(?: |lama|baru|akses|api|anda|saya|login|aktivasi|akun|zoom|meeting|wifi|teams){0,6}${sign}`,
  'i',
)
const wordyBridge = new RegExp(`^[\\w" '()-]{0,60}?${sign}`)
/** "kata sandi saya Bunga1988", "PIN ATM 482913": no sign at all. */
const bareBridge =
  /^[ \t](?:[ \t]|\b(?:saya|sy|aku|wifi|cctv|laptop|komputer|pc|router|server|hp|atm|kip|adalah|itu|lama|baru|sementara|akun|email|login|tte|brimo|livin|mobile|banking|zoom|teamviewer|anydesk|gmail|tablet|brankas|sipd|simpeg|siak|emis|dapodik|srikandi|sso|vpn|lpse|oss|bpd|excel|excelnya|pdf|zip|file|filenya|semua|default|bawaan|kalo|kalau|ga|gak|nggak|salah|td|tadi|ganti|diganti|jadi|pake|pakai|yg|yang|coba|cuma|masih|tetap|skrg|sekarang|kata)\b){0,9}/i
/** "Kode verifikasi Jaga Warga Anda 77120" */
const codeBridge = /^(?: [a-z]{2,14}){0,5} (?=\d{4,8}(?![\d./:,-]\d))/i
/** "Token API lama 7xGft-YSHkKv9uM8": a few words, then what no language has. */
const keyBridge =
  /^(?:[ \t]{1,3}[a-z]{2,10}){0,3}[ \t]{1,3}(?=[a-z_-]{0,40}\d)(?=[\d_-]{0,40}[a-z])(?=[\w-]{16}|\w{10})/i
/** "Password tidak bisa direset. Sementara dibuatkan Kota#727" */
const words = /(?<![^\s"'(),;])[^\s"'(),;]{5,31}[^\s"'(),;.:](?![^\s"'(),;.:])/g
/** "login simpeg admin.umpeg / 7Gj-9Kn", "wifi tamu: 7uwDb#92": only what is odd besides is a password. */
const doorWord = /^(?:login|wi-?fi)$/i
const doorBridge = /^[\w .'-]{0,40}?(?: \/|:)[ \t]{1,2}(?=(\S{6,40}))/
/** A value may hold &, unless the next field of a link follows it. */
const valueEnd = /[\s"'`<>;,|)\]}]|&(?=[\w.-]{1,24}=|amp;|\s|$)|$/g
/** A key of a known form has no other signs: "ghp_…@github.com". */
const keyEnd = /[^\w.-]|$/g
const longestJudged = 64
/** "Contoh password lemah: 123456", "jangan gunakan PIN 1234" */
const ofExample =
  /\b(?:contoh(?:nya)?|misal(?:nya)?|(?:jangan|tidak boleh)(?: gunakan| pakai)?|seperti|e\.g\.)[ :](?:password|pin|sandi|kata sandi)?[^\n.;=]{0,24}$/i
const reachOfExample = 48
/** The name of a network is none. */
const networkName = /\bssid["']? ?[:=]? ?["'“]?$/i
const column = /\b(?:password|passwd|pass|sandi|pin|otp|token|secret|api key|session|cv[vc]2?)\b/
/** Heads that say no more than that: words below them are passwords, and what has a digit is a code. */
const passwordHead =
  /^(?:passw(?:or)?d|pass(?:code|phrase)|pwd|(?:kata )?sandi)(?: (?:baru|lama|awal|akun|wifi|wi fi|login|default|email|sementara))?$/
const codeHead =
  /^(?:(?:kode )?otp|pin(?: (?:awal|baru|atm))?|(?:client|api|app) (?:secret|key)|secret(?: key)?|(?:access |api |auth |refresh )?token(?: (?:aktivasi|login|akses|api))?|session(?: id)?|cv[vc]2?)$/
const shortHead = /^cv[vc]2?$/

/** A secret has a digit, a sign, capitals within, or more letters than a word. */
const anySign = /[Ss]andi|[Pp]assword|[\d:=/@#$%^&*_-]|[a-z][A-Z]|[A-Z]{2}[a-z]|\w{24}/

/** Finds secrets that a word announces, that their form tells, or that have no order. */
export function findSecrets(reading: Words): Finding[] {
  const { text } = reading
  if (!anySign.test(text)) return []
  return [
    ...findRandomTokens(text),
    ...findBareSecrets(text),
    ...findOddWords(reading),
    ...findSecretForms(reading),
    ...findInLinesAbout(reading, { topic: topics.secret }, (lines) =>
      cues.flatMap((cue) => findAfter(lines, cue)),
    ),
  ].filter(({ start }) => {
    const before = text.slice(Math.max(0, start - reachOfExample), start)
    return !networkName.test(before) && !ofExample.test(before)
  })
}

/** "Serial token FT0088120417" is what is written on the thing. */
const ofDevice = /\b(?:serial|seri|sn) $/i

const countedBefore =
  /\b(?:reset|lupa|ganti|jumlah|total|permintaan|biaya|belanja|harga|pengadaan|cetak)[ _]$/i
const countedBehind = /^ ?(?:buah|pcs|biji|unit|lembar|set|orang|warga|pengguna|kali|kasus)\b/i

/** "Reset password = 1204", "PIN: 4500 buah" */
const isCounted = (text: string, cue: number, end: number) =>
  countedBefore.test(text.slice(Math.max(0, cue - 14), cue)) || countedBehind.test(text.slice(end, end + 10))

/** The search goes on behind the value that was read, so a long one is read once. */
function findAfter(text: string, cue: RegExp): Finding[] {
  const findings: Finding[] = []
  cue.lastIndex = 0
  for (let match = cue.exec(text); match; match = cue.exec(text)) {
    const word = match[0]
    const start = valueStart(text, match.index, word)
    if (start < 0 || ofDevice.test(text.slice(Math.max(0, match.index - 8), match.index))) continue
    const judged = text.slice(start, start + longestJudged)
    const value = judged.slice(0, judged.search(valueEnd))
    if (!looksSecret(value, word)) continue
    if (/^\d+$/.test(value) && isCounted(text, match.index, start + value.length)) continue
    const ending = keyHead.test(word) ? keyEnd : valueEnd
    ending.lastIndex = start
    const end = ending.exec(text)?.index ?? text.length
    findings.push({ start, end: text.charAt(end - 1) === '.' ? end - 1 : end, type: 'SECRET' })
    cue.lastIndex = Math.max(end, cue.lastIndex)
  }
  return findings
}

/** Finds the passwords below such a head; where it says no more than that, or one cell is clearly one, words are some too. */
export function findSecretCells(text: string, cells: readonly ColumnCell[]): Finding[] {
  const below = cells.filter(({ label }) => column.test(label))
  const sure = new Set(
    below.filter(({ start, end }) => isSecretCell(text.slice(start, end))).map(({ label }) => label),
  )
  return below
    .filter(
      ({ start, end, label }) =>
        (sure.has(label) ||
          passwordHead.test(label) ||
          (codeHead.test(label) && hasDigit(text, start, end))) &&
        end - start <= longestJudged &&
        !noSecret(text.slice(start, end), shortHead.test(label)),
    )
    .map(({ start, end }) => ({ start, end, type: 'SECRET' }))
}

const hasDigit = (text: string, start: number, end: number) => /\d/.test(text.slice(start, end))

/** What people write where there is no password, or where it shall not be seen. */
const noSecret = (value: string, isShort: boolean) => (!isShort && value.length < 4) || nothing.test(value)
const nothing = new RegExp(`^(?:[-*x•._\\s]*|\\d{1,2}|(?:(?:sso|ldap|n\\/a)\\b|${nothingYet}).*)$`, 'i')

function isSecretCell(value: string): boolean {
  return value.length <= longestJudged && !/\s/.test(value) && looksSecret(value, 'password')
}

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
  if (bare && isWordy && isLongStrangeWord(rest.slice(bare[0].length))) return after + bare[0].length
  const between = (isWordy ? wordyBridge : bridge).exec(rest)
  if (between) return after + between[0].length
  if (bare && isBareSecret(rest.slice(bare[0].length), isPassword)) return after + bare[0].length
  const code = sentCode.test(word) ? codeBridge.exec(rest) : undefined
  if (code && isBareSecret(rest.slice(code[0].length), false)) return after + code[0].length
  const key = keyBridge.exec(rest)
  if (key && /key|token|secret|session/i.test(word)) return after + key[0].length
  const odd = isWordy ? matchesOf(rest, words).find(([found]) => isOdd(found)) : undefined
  return odd ? after + odd.index : -1
}

/**
 * Without a sign before it: letters and digits in one word, or the digits of a code. A year or a count is none, nor is the
 * name of an application: "password akun SIPD2026". A dash stands between digits.
 */
function isBareSecret(rest: string, isPassword: boolean): boolean {
  if (/^[A-Z]+(?:19|20)\d\d\b/.test(rest)) return false
  // "sandinya Fulan-Fehan/2024"
  if (isPassword && /^[A-Z][a-z]{2,16}(?:[-/_][A-Za-z]{2,16})?\/\d{2,4}(?!\S)/.test(rest)) return true
  if (isPassword && /^[\w]{0,20}-/.test(rest) && !/^\w{0,20}\d\w{0,20}-\w{0,20}\d/.test(rest))
    return isOdd(/^[^\s.,;]{0,40}/.exec(rest)?.[0] ?? '')
  if (isPassword && digitsAlone.test(rest)) return true
  if (isPassword)
    return (
      /^(?=[a-z_!@#$%^&*]{0,20}\d)(?=[\d!@#$%^&*]{0,20}[a-z])[\w!@#$%^&*+-]{6,32}[.!]?(?![^\s,;)"'])/i.test(
        rest,
      ) || isOddPassword(wordAt(rest))
    )
  if (mixedCode.test(wordAt(rest))) return true
  return /^(?!(?:19|20)\d\d\b)\d{4,10}\b(?! ?(?:buah|pcs|biji|unit|lembar|set|orang|warga|pengguna|kali|detik|ribu|rb|juta|rupiah))/.test(
    rest,
  )
}

/** "password wifi 12345678": four, six or eight, no year, and nothing that is counted. */
const digitsAlone =
  /^(?:(?!(?:19|20)\d\d)\d{4}|\d{6}|\d{8})(?![\w/.,:-]*\d| ?(?:kali|karakter|digit|pengguna|user|akun|orang|huruf))/

/** "pw: 123456" */
const digitsOnly = /^(?!(?:19|20)\d\d$)(?:\d{4}|\d{6}|\d{8})$/

/** The word without the sign that ends its sentence. */
const wordAt = (rest: string) => /^[^\s,;()"'/?…]{0,40}?(?=[.:]?(?:[\s,;()"'/?…]|$))/.exec(rest)?.[0] ?? ''

/** "password: kucinggaruk": letters alone, and in no list of words. */
const isStrangeWord = (value: string) =>
  /^[a-z]{6,24}!?$/i.test(value) &&
  !noPasswords.test(value) &&
  kindOfWord(value.replace('!', '').toLowerCase()) === 0
/** "pass wifi: pelayananprima" */
const isLong = (value: string) => value.length > 7 && isStrangeWord(value)
/** "Sandi lama saya perahukukota,": without a sign, so it must be long, and end there. */
const isLongStrangeWord = (rest: string) =>
  /^[a-z]{10,24}(?=[,.;]|\s*$)|^[a-z]{14,24}\b/im.test(rest) && isStrangeWord(wordAt(rest))
const noPasswords = new RegExp(`^(?:${noPassword})$`, 'i')

/** "PIN: K9M2Q7" */
const mixedCode = /^(?=[A-Z]{0,9}\d)(?=\d{0,9}[A-Z])[A-Z\d]{5,10}\.?$/
/** "varchar(255", "Str::random(60", "DataTypes.STRING", "/var/www/html": code and paths */
const isProgram = /^[$\w.:\\]*\w\(|^[A-Za-z_]+(?:\.[A-Za-z_]+){1,3}$|^\/(?:[a-z]+\/)+/i

/** An ordinary word behind a cue ("password: salah", "token: habis") is no secret; digits and signs make one. */
function looksSecret(value: string, word: string): boolean {
  if (standIn.test(value) || isProgram.test(value)) return false
  if (/^:?\/\/|^\$?[{(]|^[*x•._-]+$/i.test(value) || /^\d{1,4}[-/:.]\d{1,4}(?:$|[-/:.]\d{1,4}$)/.test(value))
    return false
  if (/^efin/i.test(word)) return /^\d{10}\.?$/.test(value)
  // A PIN has four, six or eight digits; five are a postcode.
  if (/^m?-?pin/i.test(word)) return /^(?:\d\d){2,4}\.?$/.test(value) || mixedCode.test(value)
  if (codeWord.test(word)) return /^\d{4,8}\.?$/.test(value) || mixedCode.test(value)
  if (keyHead.test(word)) return value.length >= 20
  if (shortPassword.test(word) && !isOddPassword(value))
    return (
      (value.length > 4 && /\d/.test(value) && /[a-z]/i.test(value)) ||
      isLong(value) ||
      digitsOnly.test(value)
    )
  if (passwordWord.test(word) && (isOddPassword(value) || isStrangeWord(value))) return true
  const mixed = /\d/.test(value) || /\w[^\w.]\w/.test(value)
  const shortest = word.startsWith('/') ? 16 : passwordWord.test(word) ? 4 : 8
  return value.length >= shortest && (mixed || value.length >= 24)
}
