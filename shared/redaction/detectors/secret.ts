// What opens an account: tokens in links, bearer tokens, JWT, session ids, passwords, keys of this project.
import type { Finding } from '../finding.ts'

const cue =
  /(?:\b|_)(?:(?:token|password|passwd|pwd|kata sandi|sandi|secret|api[_-]?key|session(?:[_-]?id)?|jsessionid|phpsessid|otp|pin|bearer)\b|eyJ|pdp_|sk-|ghp_)/gi
const keyHead = /^(?:eyJ|pdp_|sk-|ghp_)$/
const passwordWord = /^(?:password|passwd|pwd|(?:kata )?sandi)$/i
/** From a cue to its value: a sign, perhaps quotes; after a password also words ("Password sementara yang dikirim:"). */
const bridge = /^["']?(?: (?:lama|baru|akses|api|anda|saya))?[ \t]{0,3}[:=][ \t]{0,3}["'`]?/
const wordyBridge = /^[\w" '-]{0,40}?[:=][ \t]{0,3}["'`]?/
/** "Password tidak bisa direset. Sementara dibuatkan Kota#727": a word as no language has them. */
const words = /(?<![^\s"'(),;])[^\s"'(),;]{5,31}[^\s"'(),;.:](?![^\s"'(),;.:])/g
function isOdd(word: string): boolean {
  const counts = (pattern: RegExp) => word.match(pattern)?.length ?? 0
  if (/[./:=]|-.*_/.test(word) || counts(/\d/g) === 0) return false
  return /\w[#@!$%^&*_]\w/.test(word)
    ? counts(/[a-z]/gi) > 1
    : counts(/[a-z]/g) > 1 && counts(/[A-Z]/g) > 1 && /\w-\w/.test(word)
}
const valueEnd = /[\s"'`<>&;,|)\]}]|$/g

/** Finds secrets. Each search goes on behind the value that was read, so a long one is read once. */
export function findSecrets(text: string): Finding[] {
  const findings: Finding[] = []
  cue.lastIndex = 0
  for (let match = cue.exec(text); match; match = cue.exec(text)) {
    const word = match[0]
    const start = valueStart(text, match.index, word)
    if (start < 0) continue
    valueEnd.lastIndex = start
    const end = valueEnd.exec(text)?.index ?? text.length
    if (looksSecret(text.slice(start, Math.min(end, start + 64)), word))
      findings.push({ start, end, type: 'SECRET' })
    cue.lastIndex = Math.max(end, cue.lastIndex)
  }
  return findings
}

/** Where the value begins, or -1. A JWT or a key is its own value. */
function valueStart(text: string, at: number, word: string): number {
  if (keyHead.test(word)) return at
  const after = at + word.length
  const rest = text.slice(after, after + 120)
  if (/^bearer$/i.test(word)) return /^ {1,3}\S/.test(rest) ? after + rest.search(/\S/) : -1
  const isPassword = passwordWord.test(word)
  const between = (isPassword ? wordyBridge : bridge).exec(rest)
  if (!between && isPassword) {
    const odd = [...rest.matchAll(words)].find(([found]) => isOdd(found))
    return odd ? after + odd.index : -1
  }
  return between ? after + between[0].length : -1
}

/** An ordinary word behind a cue ("password: salah", "token: habis") is no secret; digits and signs make one. */
function looksSecret(value: string, word: string): boolean {
  if (/^[*x•._-]+$/i.test(value)) return false
  if (/^(?:otp|pin)$/i.test(word)) return /^\d{4,8}\.?$/.test(value)
  if (keyHead.test(word)) return value.length >= 20
  const mixed = /\d/.test(value) || /\w[^\w.]\w/.test(value)
  return value.length >= (passwordWord.test(word) ? 4 : 8) && (mixed || value.length >= 24)
}
