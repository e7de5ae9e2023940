// Keys and enrolment tokens: `<prefix>_<office>_<id>_<secret>`. The office's name inside finds its object without a
// look-up; only the SHA-256 of the whole is stored. A secret has 256 random bits, so a plain hash is enough:
// there is nothing to guess (NIST SP 800-63B asks for slow hashes for passwords, not for random secrets).

import { base64url } from './vault.ts'

const form = /^(pdp|pde)_([a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?)_([a-z0-9]{10})_[A-Za-z0-9_-]{43}$/

/** `pdp`: a device's key. `pde`: an office's enrolment token, which makes such keys. */
export type SecretKind = 'pdp' | 'pde'

export interface Credential {
  office: string
  id: string
  /** SHA-256 of the whole text, hexadecimal. */
  hash: string
}

/** @returns a new secret and what is stored of it; under a known id it takes the place of the one before. */
export async function makeSecret(
  kind: SecretKind,
  office: string,
  id = newId(),
): Promise<Credential & { text: string }> {
  const secret = base64url(crypto.getRandomValues(new Uint8Array(32)))
  const text = `${kind}_${office}_${id}_${secret}`
  return { office, id, text, hash: await sha256(text) }
}

function newId(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(10)), (byte) => (byte % 36).toString(36)).join('')
}

/** @returns what the text claims, still to be checked by the office's object; null when it has not the form. */
export async function readSecret(kind: SecretKind, text: string): Promise<Credential | null> {
  const match = form.exec(text)
  if (!match || match[1] !== kind) return null
  const [, , office = '', id = ''] = match
  const known = hashes.get(text)
  const hash = known ?? (await sha256(text))
  if (hashes.size >= mostHashes) hashes.clear()
  hashes.set(text, hash)
  return { office, id, hash }
}

/** The same key comes again and again. In this process alone, and only of texts that have the form of one. */
const hashes = new Map<string, string>()
const mostHashes = 2000

/** @returns the token of an `Authorization: Bearer` header, or null. */
export function bearer(header: string | undefined): string | null {
  return header?.match(/^Bearer +(\S{1,300})$/i)?.[1] ?? null
}

/** Compares in constant time whatever the lengths: the admin token may be short, and guessed at leisure. */
export async function sameSecret(left: string, right: string): Promise<boolean> {
  const [a, b] = await Promise.all([sha256(left), sha256(right)])
  return crypto.subtle.timingSafeEqual(new TextEncoder().encode(a), new TextEncoder().encode(b))
}

/** @returns hexadecimal */
export async function sha256(text: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text))
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('')
}
