// Tokens that a machine made: what has no order opens something, whatever word stands before it.
import type { Finding } from '../finding.ts'
import { findForm } from './secret-forms.ts'

/** A link that opens for whoever has it: "https://rapat…/j/<token>", "…?t=<token>". */
const linkToken = /(:\/\/[^\s"'<>]{0,200}?[/=])([\w-]{16,80})(?![\w-])/g

/** "…?kode=9f8a7c6b5d4e3f2a1b0c9d8e": so many digits to the base of 16 are drawn by lot. */
const linkHex = /([?&][\w-]{1,24}=)([a-f\d]{20,80})(?![\w-])/gi
/** Whoever has the link to a film or a post has no key to anything. */
const publicLink =
  /\/\/(?:www\.|m\.)?(?:youtu\.be|youtube\.com|instagram\.com|facebook\.com|tiktok\.com|x\.com)\/[^\s"'<>]{0,40}$/i
const longestLink = 72

/** Whether what begins at a place ends the link to something that everybody may see. */
export const isInPublicLink = (text: string, at: number): boolean =>
  publicLink.test(text.slice(Math.max(0, at - longestLink), at))

const isHex = (token: string) => /\d/.test(token) && /[a-f]/i.test(token)

/** Finds them, in links and loose. */
export function findRandomTokens(text: string): Finding[] {
  const drawn = findForm(text, linkHex).filter(({ start, end }) => isHex(text.slice(start, end)))
  const mixed = [...findForm(text, linkToken), ...findLooseTokens(text)]
  return [...drawn, ...mixed.filter(({ start, end }) => isRandom(text.slice(start, end)))].filter(
    ({ start }) => !isInPublicLink(text, start),
  )
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

/** As a machine makes them: letters of both sizes and digits in turn, and no word of a language. */
function isRandom(token: string): boolean {
  const turns = token.match(/[a-z](?=[A-Z\d])|[A-Z](?=[a-z\d])|\d(?=[a-zA-Z])/g)?.length ?? 0
  if (!/\d/.test(token) || !/[a-z]/.test(token) || !/[A-Z]/.test(token)) return false
  const words = (token.match(/[a-z]{4,}/g) ?? []).filter(isPronounced).join('')
  return turns * 4 > token.length && words.length * 5 < token.length
}

/** Whether letters may be a word of a language. */
export const isPronounced = (letters: string): boolean =>
  /[aeiou].*[aeiou]/.test(letters) && !/[^aeiou]{4}|[aeiou]{3}/.test(letters)
