// Who may call the admin API: whoever bears the admin token, or is signed in at the console. The console's cookie goes
// along by itself, so with it each change must also come from the console's own page (OWASP: cross-site request forgery).
import type { Context } from 'hono'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import type { Failure } from '../../../shared/protocol/index.ts'
import type { Actor } from '../../../shared/protocol/console.ts'
import { cityObject, type App } from '../env.ts'
import { tokenHolder } from '../objects/sessions.ts'
import { attempts, wrongGuess } from './attempts.ts'
import { bearer, sameSecret, sha256 } from './secret.ts'
import { base64url } from './vault.ts'

/** A working day. */
const sessionSeconds = 12 * 3600
const cookieName = 'pendamping'
/** `__Host-`: only this host, only over TLS (or on this machine), for no part of it alone. */
const cookie = { prefix: 'host', httpOnly: true, secure: true, sameSite: 'Strict', path: '/' } as const

/** Guesses at the admin token, whichever way they come. */
const tokenGuesses = attempts({ perAddress: 20, overall: 200 })

/** @returns who asks, or why nobody is let in */
export async function actorOf(c: Context<App>): Promise<Actor | Failure> {
  const token = bearer(c.req.header('authorization'))
  if (token) return (await tokenRefused(c, token)) ?? tokenHolder
  const value = getCookie(c, cookieName, 'host')
  if (!value) return { code: 'admin_token_wrong' }
  if (c.req.method !== 'GET' && !isFromOwnPage(c)) return { code: 'not_permitted' }
  const { PENDAMPING_ADMIN_TOKEN: inForce } = c.env
  const tokenHash = inForce ? await sha256(inForce) : null
  const actor = await cityObject(c.env).sessions.holder(await sha256(value), tokenHash, Date.now())
  return actor ?? { code: 'sign_in_needed' }
}

/** @returns why the token opens nothing, or null. Without a configured token the admin API is shut, not open. */
export async function tokenRefused(c: Context<App>, given: string): Promise<Failure | null> {
  const expected = c.env.PENDAMPING_ADMIN_TOKEN
  if (expected && (await sameSecret(given, expected))) return null
  return wrongGuess(c, tokenGuesses, { code: 'admin_token_wrong' })
}

/** Sets the cookie. @param who an account, or the admin token that was given */
export async function startSession(
  c: Context<App>,
  who: { admin: string } | { token: string },
): Promise<void> {
  const value = base64url(crypto.getRandomValues(new Uint8Array(32)))
  const now = Date.now()
  const span = { now, expiresAt: now + sessionSeconds * 1000 }
  const kept = 'token' in who ? { token: await sha256(who.token) } : who
  await cityObject(c.env).sessions.start(await sha256(value), kept, browserOf(c), span)
  setCookie(c, cookieName, value, { ...cookie, maxAge: sessionSeconds })
}

export async function endSession(c: Context<App>): Promise<void> {
  await cityObject(c.env).sessions.end(await sessionHash(c))
  deleteCookie(c, cookieName, cookie)
}

/** Hash of the cookie that came along; of nothing where none did. */
export function sessionHash(c: Context<App>): Promise<string> {
  return sha256(getCookie(c, cookieName, 'host') ?? '')
}

/**
 * The address under which the console is open, as the browser has to name it: that of the operator, else that of the
 * request.
 */
export function ownOrigin(c: Context<App>): URL {
  return new URL(new URL(c.env.PENDAMPING_PUBLIC_URL || c.req.url).origin)
}

/** `Origin` stands on every change that a browser sends, and no page can forge it (Fetch standard). */
export function isFromOwnPage(c: Context<App>): boolean {
  const origin = c.req.header('origin')
  return origin !== undefined && (origin === ownOrigin(c).origin || origin === new URL(c.req.url).origin)
}

/** Enough to tell two sessions apart. */
function browserOf(c: Context<App>): string {
  const agent = c.req.header('user-agent') ?? ''
  const program = /Edg|OPR|Firefox|Chrome|Safari/.exec(agent)?.[0] ?? 'peramban'
  return `${program} ${/Windows|Android|CrOS|Linux|iPhone|Mac OS/.exec(agent)?.[0] ?? ''}`.trim()
}
