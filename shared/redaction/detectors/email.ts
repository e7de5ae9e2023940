// E-mail addresses, also written "nama @ kota.go.id", "nama [at] kota.go.id", "nama(a)kota.go.id", "nama%40kota.go.id",
// "nama [at] gmail [dot] com", "nama at gmail.com", "nama@gmail,com", and "nama@gmail" where everybody knows the rest.
import { isHiddenAt, visible } from '../hidden-signs.ts'
import type { Finding } from '../finding.ts'
import { nameWordKind } from '../name-word.ts'
import { unitMailboxWords } from '../lexicon/units.ts'
import { matchesOf } from '../matches.ts'

const providers = 'gmail|yahoo|ymail|hotmail|outlook|icloud|rocketmail'
/** "(a)" also numbers the points of a list, and © marks a copyright, so they must touch both words. */
const sign = new RegExp(
  `[@＠﹫]|[[({] {0,2}(?:at|@) {0,2}[\\])}]|\\(a\\)(?<=\\S...)(?=\\S)|©(?<=\\S.)(?=\\S)|%40|&#64;|&commat;| (?:at|et) (?=(?:${providers})\\b)| di (?=(?:${providers}) (?:titik|dot) )`,
  'gi',
)
const provider = new RegExp(`^(?:${providers})$`, 'i')
/** "sitigmail.com": the sign got lost. */
const providerDomain = /(?:gmail|yahoo|hotmail)\.(?:com|co\.id)\b|@gmailcom\b/gi
/** A dot in other clothes; a blank or comma only before the end of a domain as everybody has it. */
const dressedDot = /(?: ?[[({] ?dot ?[\])}] ?| (?:dot|titik) | ?[.．] ?|,)/iy
const domainPart = /[a-z\d-]{2,30}/iy
const domainTail = /^(?:com|net|org|id|(?:co|go|ac|sch|or|web)\.id)$/i
const mention = /\b(?:tag|mention|follow|ig) $/i
/** "ig nya @sari.batik" is a handle; "nama @gmail.com" an address with a blank too many. */
const commonEnd = /\.(?:com|net|org|info|edu|id)$/i
/** "nama@instansi.go.id" in a form shows how to write one. */
const exampleBox =
  /^git@git(?:hub|lab)\.|^(?:nama(?:anda|lengkap)?|user(?:name)?|e?mail(?:anda)?|contoh|example|anda|your\.?(?:name|email)|x{3,})[@＠﹫]/
/** "bkn@bkn.go.id" */
const ownBox = /^([a-z]{2,30})@\1\./
const unitBox = new RegExp(`^(?:${unitMailboxWords.join('|')})`)

/**
 * Finds addresses, from each sign outwards. The walk to the left stops at the end of the sign before, and names hold no
 * sign, so every character is looked at twice at most, whatever the text.
 */
export function findEmails(text: string): Finding[] {
  const findings: Finding[] = []
  let floor = 0
  for (const match of matchesOf(text, sign)) {
    const afterSign = match.index + match[0].length
    const start = localStart(text, localEnd(text, match.index), floor)
    const end = start < 0 ? -1 : addressEnd(text, match.index, afterSign)
    if (end > 0 && !isHandle(text, match.index, end) && !isNobodys(text.slice(start, end)))
      findings.push({ start, end, type: 'EMAIL' })
    floor = Math.max(afterSign, end)
  }
  return [...findings, ...findSignless(text)]
}

/** A blank before the sign and none behind it. */
function isHandle(text: string, sign: number, end: number): boolean {
  if (!isBlank(text, sign - 1) || text.charAt(sign) !== '@' || isBlank(text, sign + 1)) return false
  return !commonEnd.test(text.slice(sign, end)) || mention.test(text.slice(Math.max(0, sign - 9), sign))
}

function addressEnd(text: string, sign: number, afterSign: number): number {
  const touches = !isBlank(text, sign - 1)
  const start = touches ? skipLineEnd(text, afterSign) : skipBlank(text, afterSign, 1)
  const end = domainEnd(text, start)
  return end > 0 ? end : dressedEnd(text, start, touches && start === afterSign)
}

/** "gmail [dot] com", "gmail . com", "kota,go,id": so few parts as domains have. */
function dressedEnd(text: string, start: number, mayEndBare: boolean): number {
  let end = partEnd(text, start)
  if (end < 0) return -1
  const whole = mayEndBare && provider.test(text.slice(start, end)) ? end : -1
  let tail = ''
  for (let parts = 0; parts < 4; parts++) {
    dressedDot.lastIndex = end
    const next = dressedDot.test(text) ? partEnd(text, dressedDot.lastIndex) : -1
    if (next < 0) break
    const part = text.slice(dressedDot.lastIndex, next)
    tail = tail && tail.length < 4 ? `${tail}.${part}` : part
    end = next
    if (domainTail.test(tail)) return end
  }
  return whole
}

function partEnd(text: string, start: number): number {
  domainPart.lastIndex = start
  return domainPart.test(text) ? domainPart.lastIndex : -1
}

function findSignless(text: string): Finding[] {
  return matchesOf(text, providerDomain).flatMap(({ index, 0: domain }) => {
    const start = /[a-z\d]/i.test(text.charAt(index - 1))
      ? localStart(text, index, Math.max(0, index - 40))
      : -1
    return start < 0 || index - start < 3 || /[@/]/.test(text.charAt(start - 1))
      ? []
      : [{ start, end: index + domain.length, type: 'EMAIL' as const }]
  })
}

const providerNext = new RegExp(`^@(?:${providers})\\.`, 'i')

/** "budi.santoso\n@gmail.com": a line end broke it before the sign. */
function localEnd(text: string, sign: number): number {
  const isBroken = text.charAt(sign - 1) === '\n' && providerNext.test(text.slice(sign, sign + 14))
  return isBroken ? sign - (text.charAt(sign - 2) === '\r' ? 2 : 1) : skipBlank(text, sign, -1)
}

/** One blank, or two as a scanner makes of one. */
function skipBlank(text: string, at: number, step: 1 | -1): number {
  const skipped = isBlank(text, step === 1 ? at : at - 1) ? at + step : at
  return skipped !== at && isBlank(text, step === 1 ? skipped : skipped - 1) ? skipped + step : skipped
}

/** A blank, or a line end that broke the address. */
function skipLineEnd(text: string, at: number): number {
  const next = text.charAt(at) === '\r' ? at + 1 : at
  return text.charAt(next) === '\n' ? next + 1 : skipBlank(text, at, 1)
}

function isBlank(text: string, at: number): boolean {
  const code = text.charCodeAt(at)
  return code === 32 || code === 0xa0
}

/** "boni [dot] jebarus" */
const dotBefore = /(?: ?[[({] ?dot ?[\])}] ?| dot )$/i
const longestDot = 9
const mostDots = 3

function localStart(text: string, end: number, floor: number): number {
  let start = localPartStart(text, end, floor)
  for (let dots = 0; dots < mostDots && start >= 0; dots++) {
    const dot = dotBefore.exec(text.slice(Math.max(floor, start - longestDot), start))?.[0]
    const next = dot ? localPartStart(text, start - dot.length, floor) : -1
    if (next < 0) break
    start = next
  }
  return start
}

function localPartStart(text: string, end: number, floor: number): number {
  let start = end
  while (start > floor && (isLocal(text.charCodeAt(start - 1)) || isHiddenAt(text, start - 1))) start--
  while (start < end && (!isAlphanumeric(text.charCodeAt(start)) || isHiddenAt(text, start))) start++
  return start < end ? start : -1
}

function domainEnd(text: string, start: number): number {
  let end = start
  while (isDomain(text.charCodeAt(end)) || isHiddenAt(text, end)) end++
  while (end > start && (!isAlphanumeric(text.charCodeAt(end - 1)) || isHiddenAt(text, end - 1))) end--
  const dot = text.slice(start, end).lastIndexOf('.')
  return dot > 0 && /^[a-z]{2,24}$/i.test(visible(text.slice(start + dot + 1, end))) ? end : -1
}

function isNobodys(address: string): boolean {
  const plain = visible(address).toLowerCase()
  if (exampleBox.test(plain)) return true
  if (!plain.endsWith('go.id')) return false
  return ownBox.test(plain) || (unitBox.test(plain) && !isOfPerson(plain))
}

/** "dpriyanto@…", "kelvin88@…" begin like the box of an office; "admin.andri@…" goes on with a name. */
function isOfPerson(address: string): boolean {
  const [word = ''] = /^[a-z]*/.exec(address) ?? []
  const behind = /^[a-z.]+[._+-]([a-z]{3,})[@＠]/.exec(address)?.[1] ?? ''
  return (
    nameWordKind(behind) === 'name' ||
    /^[^@＠[({%]*\d{2}/.test(address) ||
    nameWordKind(word) === 'name' ||
    nameWordKind(word.slice(1)) === 'name'
  )
}

function isAlphanumeric(code: number): boolean {
  return (
    (code >= 48 && code <= 57) || (code >= 65 && code <= 90) || (code >= 97 && code <= 122) || code >= 0xc0
  )
}

/** Letters, digits and . _ - + % ' as mail systems give them out (RFC 5321 allows more that nobody has). */
function isLocal(code: number): boolean {
  return isDomain(code) || code === 95 || code === 43 || code === 37
}

function isDomain(code: number): boolean {
  return (isAlphanumeric(code) && code < 0x2000) || code === 46 || code === 45
}
