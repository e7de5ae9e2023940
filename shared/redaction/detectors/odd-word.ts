// Passwords and keys that no word announces: words as no language has them, where an account, a network or a key is spoken of.
import type { Finding } from '../finding.ts'
import { isPronounced } from './random-token.ts'
import { cueSet, stretchesBehind, type Words } from './stretches.ts'
import { matchesOf } from '../matches.ts'

const account = cueSet(
  'password pasword paswort paswot pswd psw pw passwd passcode passphrase pass sandi pwd token secret apikey kunci kredensial credential login akun account ' +
    'accounts user username userid vpn wifi wi-fi admin root bearer cookie session sesi ssh ftp database akses anydesk ' +
    'teamviewer pin pemulihan recovery m-banking mbanking',
)
const reach = 400
/** Behind these a plain word with digits will do: "sandinya yang tamu: tamu2025!" */
const password = /\bpas{1,2}(?:w[o0]r?[dt])?(?:-?(?:nya|ny|ku|mu|e))?\b|\bpswd?|\bpw(?:d|nya)?\b|\bsandi/i
const reachOfPassword = 80
/** "Wifi melatiputih99" */
const network = /\bwi-?fi(?:nya)?(?: [a-z]{2,12}){0,2} ?[:= ]{1,3}$/i

/** Whole words; an address, a path or a file has signs beside it. */
const whole = /(?<![\w@#$%^&*!.:/-])[\w!@#$%^&*-]{6,40}(?![\w@#$%^&*!]|[.:/-]\w)/g
/** What has codes of its own: the name of a network, the state of a program, a device, a ticket. */
const otherCode =
  /\b(?:ssid|commit|sha\d{0,3}|md5|checksum|(?:sn|s\/n|serial|seri)(?: [a-z]{2,12})?|ref|referensi|tiket|resi|node|versi|nopol|plat|paspor|passport|nomor|no|akun|user(?:name)?|login)\b["']?[\s:=#."“(]{0,4}$/i

/** Finds them within 400 characters behind such a mention. */
export function findOddWords(reading: Words): Finding[] {
  const { text } = reading
  return stretchesBehind(reading, account, reach).flatMap((stretch) =>
    matchesOf(stretch.text, whole).flatMap(({ index, 0: word }) => {
      const start = stretch.start + index
      const before = text.slice(Math.max(0, start - reachOfPassword), start)
      const isSecret =
        (hasNoOrder(word) || (isPlain(word) && (password.test(before) || network.test(before)))) &&
        !otherCode.test(before)
      return isSecret ? [{ start, end: start + word.length, type: 'SECRET' as const }] : []
    }),
  )
}

/** "4QFX-9KTP-22LM", "Rahasia@36", "Desa2024!!", "7kQ2vXf9Lm", "b3nd4h4r4", "4c1f0e9ab27d5538" */
function hasNoOrder(word: string): boolean {
  if (/^(?=.*\d)(?=.*[A-Z])[A-Z\d]{4}(?:-[A-Z\d]{4}){2,}$/.test(word)) return true
  if (!/\d/.test(word) || !/[a-z]/.test(word) || isMeasure.test(word)) return false
  if (/[a-z\d][!@#$^*]+[a-z\d]|\d(?:[!@#$^*]{2,}|[@#$^*])$/i.test(word)) return true
  if (/^[a-f\d]{16,}$/i.test(word)) return true
  if (/^[a-z]+\d+[a-z]+\d+[a-z]+\d/.test(word)) return /^\w+$/.test(word)
  return isMixed(word)
}

/** Right behind "password" no digit is needed: "Samudra!macan", "k3l4p4", "PHSSRjmFTLY". */
export function isOddPassword(word: string): boolean {
  if (word.length < 6 || !/[a-z]/i.test(word) || nameOfThing.test(word)) return false
  if (/^[a-z]{3,}-\d{1,4}$/i.test(word)) return !ofThings.test(word)
  return signed.test(word) || /[a-z]\d[a-z]+\d/i.test(word) || isMixed(word, 2)
}

/** A sign within, or behind digits. */
const signed = /[a-z\d][@#$%^&*+!]+[a-z\d]|\d[@#$%^&*!]+$/i

/** "e-Kinerja!", "operator@server", an address of a page: what has a password rather than being one. */
const nameOfThing = /^e-|^[a-z]+@[a-z.]+$|[/:]/

/** "Rp1500000", "50Mbps-100Mbps", "31Des2026" */
const isMeasure =
  /!\$|^rp\d|\d(?:[mgk]bps|kwh|[mck]?m|cc|kg|[mgt]b|hp|volt|watt|jt|juta|rb|ribu)(?![a-z])|^\d{1,2}[a-z]{3,9}\d{4}$/i

/** "PostgreSQL16", "PPID2026a", "Form-A1b" */
const isNumbered = /^[a-z]{4,}(?:\d{1,4}[a-z]?|-[a-z]\d[a-z]?)$/i

/** Capitals, small letters and digits in turn, and no words: "Office365" and "Angkatan3B" are names of things. */
function isMixed(word: string, fewestTurns = Math.ceil(word.length / 5)): boolean {
  const turns = word.match(/[a-z](?=[A-Z\d])|[A-Z](?=[a-z\d])|\d(?=[a-zA-Z])/g)?.length ?? 0
  const words = (word.toLowerCase().match(/[a-z]{4,}/g) ?? []).filter(isPronounced).join('')
  if (word.length < 8 || words.length * 2 >= word.length || isNumbered.test(word)) return false
  return /[A-Z]/.test(word) && turns >= fewestTurns
}

/** "Garuda45", "tamu2025!", "Lubuak-Basuang_07" */
const isPlain = (word: string) =>
  !ofThings.test(word) &&
  /^(?=.*[a-z])[A-Za-z]{3,24}(?:[-_][A-Za-z]{2,20}){0,2}[-_]?\d{2,}[a-z]{0,2}!?$/.test(word)
const ofThings =
  /^(?:user|admin|operator|loket|staf|seksi|bidang|regu|gate|lantai|ruang|kelas|desa|gedung|pintu|blok|zona|tim|grup|seri)-?\d{1,2}(?!\d)|^(?:tahun|covid|pasal|januari|februari|maret|april|mei|juni|juli|agustus|september|oktober|november|desember)-?\d/i
