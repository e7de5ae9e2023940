// A proxy in front of the console that has asked who comes (Cloudflare Access, or another that speaks OpenID Connect) says so
// in a signed token (RFC 7519). It is believed by its signature, its issuer and its audience, never by its being there.
import { createRemoteJWKSet, jwtVerify } from 'jose'
import type { Context } from 'hono'
import * as z from 'zod/mini'
import type { App, Env } from '../env.ts'

const defaultHeader = 'cf-access-jwt-assertion'
/** Some let people write any address into their own account, and say that nobody has checked it. */
const Claims = z.object({ email: z.email(), email_verified: z.optional(z.literal([true, 'true'])) })

/** By address: jose keeps the keys for some minutes, and asks again for one that it does not know. */
const keySets = new Map<string, ReturnType<typeof createRemoteJWKSet>>()

/** @returns whether the operator has named such a proxy, whole */
export function hasProxy(env: Env): boolean {
  return Boolean(env.PENDAMPING_PROXY_ISSUER && env.PENDAMPING_PROXY_AUDIENCE && env.PENDAMPING_PROXY_KEYS)
}

/** @returns the e-mail address of who comes, in small letters; null where no token says so that can be believed */
export async function emailByProxy(c: Context<App>): Promise<string | null> {
  const {
    PENDAMPING_PROXY_ISSUER: issuer,
    PENDAMPING_PROXY_AUDIENCE: audience,
    PENDAMPING_PROXY_KEYS: keys,
  } = c.env
  const token = c.req.header(c.env.PENDAMPING_PROXY_HEADER || defaultHeader)
  if (!token || !issuer || !audience || !keys) return null
  const keySet = keySets.get(keys) ?? createRemoteJWKSet(new URL(keys))
  keySets.set(keys, keySet)
  try {
    // Signed by a key pair alone: with a shared secret, who checks could also forge.
    const { payload } = await jwtVerify(token, keySet, {
      issuer,
      audience,
      algorithms: ['RS256', 'ES256', 'EdDSA'],
    })
    return Claims.parse(payload).email.toLowerCase()
  } catch {
    return null
  }
}
