// What somebody types or pastes to get in: an enrolment link, a class's code or its link, a gateway's address. Read as people
// write it.
import { ClassCode } from '../shared/protocol/joining.ts'

export type Invitation =
  | { kind: 'enrolment'; gatewayUrl: string; token: string }
  /** `gatewayUrl` null: the code came without an address. */
  | { kind: 'class'; gatewayUrl: string | null; code: string }

/**
 * @param entry where a link or a code belongs
 * @param address where the gateway's address belongs; whoever pastes a whole link there means it
 * @returns what it is, or the code of what is wrong with it
 */
export function readInvitation(
  entry: string,
  address = '',
): Invitation | 'link_unreadable' | 'class_unknown' {
  const enrolment = readEnrolmentLink(entry) ?? readEnrolmentLink(address)
  if (enrolment) return { kind: 'enrolment', ...enrolment }
  const link = readClassLink(entry)
  if (isLink(entry) && !link) return 'link_unreadable'
  const code = (link ? link.code : readCode(entry)) ?? readClassLink(address)?.code
  if (!code) return 'class_unknown'
  return { kind: 'class', gatewayUrl: link?.gatewayUrl ?? readAddress(address), code }
}

/** @returns whether it is on the way to be a link, and no code: a code has no such signs */
export function isLink(entry: string): boolean {
  return /[/:#_.]/.test(entry)
}

/** @returns the code as the gateway takes it, or null */
export function readCode(typed: string): string | null {
  return ClassCode.safeParse(typed).data ?? null
}

/** Takes the link apart: everything before `/daftar/` is the gateway, behind the # stands the token. */
function readEnrolmentLink(link: string): { gatewayUrl: string; token: string } | null {
  const match = /^(https?:\/\/[^\s#]+?)\/daftar\/?#(pde_\S+)$/.exec(link.trim())
  return match ? { gatewayUrl: match[1]!, token: match[2]! } : null
}

function readClassLink(typed: string): { gatewayUrl: string; code: string | null } | null {
  const url = urlOf(typed)
  if (!url || !/\/kelas(\/|$)/.test(url.pathname)) return null
  return { gatewayUrl: gatewayOf(url), code: readCode(url.hash.slice(1).replaceAll('%20', '')) }
}

/** @returns the gateway's address of what a person writes: with or without `https://`, or of any of its pages; else null */
export function readAddress(typed: string): string | null {
  const url = urlOf(typed)
  return url && gatewayOf(url)
}

/** @returns the gateway that a tab seems to show a page of. Another site may look the same, so a person must confirm it. */
export function gatewayOfPage(tabUrl: string): string | null {
  const url = urlOf(tabUrl)
  return url && /\/(kelas|latihan)\//.test(url.pathname) ? gatewayOf(url) : null
}

function gatewayOf({ origin, pathname }: URL): string {
  return origin + pathname.replace(/\/(kelas|latihan|daftar|konsol)(\/.*)?$/, '').replace(/\/+$/, '')
}

/** What travels unencrypted may go to this very machine only. */
function urlOf(typed: string): URL | null {
  const text = typed.trim().replace(/[.,;]+$/, '')
  const isLocal = /^(http:\/\/)?(localhost|127\.0\.0\.1)([:/?#]|$)/i.test(text)
  const whole = /^https?:\/\//i.test(text) ? text : `${isLocal ? 'http' : 'https'}://${text}`
  try {
    const url = new URL(whole)
    const isSafe = isLocal || (url.protocol === 'https:' && url.hostname.includes('.'))
    return isSafe && !url.username && !url.password ? url : null
  } catch {
    return null
  }
}
