// Tokens that a machine made, at the end of links: what has no order opens something, whatever word stands before it.
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

/** Finds them in links. */
export function findRandomTokens(text: string): Finding[] {
  const drawn = findForm(text, linkHex).filter(({ start, end }) => isHex(text.slice(start, end)))
  const mixed = findForm(text, linkToken).filter(({ start, end }) => isRandom(text.slice(start, end)))
  return [...drawn, ...mixed].filter(({ start }) => !isInPublicLink(text, start))
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
