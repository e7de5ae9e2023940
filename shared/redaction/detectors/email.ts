// E-mail addresses, also written "nama @ kota.go.id", "nama [at] kota.go.id", "nama(a)kota.go.id", "nama%40kota.go.id".
import { isHiddenAt, visible } from '../hidden-signs.ts'
import type { Finding } from '../finding.ts'
import { unitMailboxWords } from '../lexicon/units.ts'

/** "(a)" also numbers the points of a list, so it must touch both words. */
const sign = /[@＠﹫]|[[({] {0,2}at {0,2}[\])}]|(?<=\S)\(a\)(?=\S)|%40/gi
/** "nama@instansi.go.id" in a form shows how to write one. */
const exampleBox =
  /^(?:nama(?:anda|lengkap)?|user(?:name)?|e?mail(?:anda)?|contoh|example|anda|your\.?name|x{3,})[@＠﹫]/
const unitBox = new RegExp(`^(?:${unitMailboxWords.join('|')})`)

/**
 * Finds addresses, from each sign outwards. The walk to the left stops at the end of the sign before, and names hold no
 * sign, so every character is looked at twice at most, whatever the text.
 */
export function findEmails(text: string): Finding[] {
  const findings: Finding[] = []
  let floor = 0
  for (const match of text.matchAll(sign)) {
    const afterSign = match.index + match[0].length
    const start = localStart(text, skipBlank(text, match.index, -1), floor)
    const end = start < 0 ? -1 : domainEnd(text, skipBlank(text, afterSign, 1))
    if (end > 0 && !isNobodys(text.slice(start, end))) findings.push({ start, end, type: 'EMAIL' })
    floor = Math.max(afterSign, end)
  }
  return findings
}

/** One blank on either side of the sign is still an address. */
function skipBlank(text: string, at: number, step: 1 | -1): number {
  const code = text.charCodeAt(step === 1 ? at : at - 1)
  return code === 32 || code === 0xa0 ? at + step : at
}

function localStart(text: string, end: number, floor: number): number {
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
  return plain.endsWith('go.id') && unitBox.test(plain) && !/^[^@＠[({%]*\d{2}/.test(plain)
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
