// Secrets at rest: AES-256-GCM under a master key of the operator's (NIST SP 800-38D). Each is bound to its purpose, so
// that one can't be put in the place of another.
import type { Env } from '../env.ts'

const form = /^v1\.([\w-]{16})\.([\w-]+)$/

/** @returns whether there is a master key at all */
export function hasMasterKey(env: Env): boolean {
  return Boolean(env.PENDAMPING_MASTER_KEY)
}

/** @param purpose what it is for, such as `upstream:vllm`; the same is needed to open it. Throws without a master key. */
export async function seal(env: Env, purpose: string, secret: string): Promise<string> {
  if (!env.PENDAMPING_MASTER_KEY) throw new Error('no master key')
  return sealWith(env.PENDAMPING_MASTER_KEY, purpose, secret)
}

/** @param key a random text of 32 characters and more */
export async function sealWith(key: string, purpose: string, secret: string): Promise<string> {
  const iv = crypto.getRandomValues(new Uint8Array(12))
  const sealed = await crypto.subtle.encrypt(
    { name: 'AES-GCM', iv, additionalData: new TextEncoder().encode(purpose) },
    await keyOf(key),
    new TextEncoder().encode(secret),
  )
  return `v1.${base64url(iv)}.${base64url(new Uint8Array(sealed))}`
}

/** @returns null where neither the present nor the old master key opens it */
export async function unseal(env: Env, purpose: string, sealed: string): Promise<string | null> {
  for (const master of [env.PENDAMPING_MASTER_KEY, env.PENDAMPING_MASTER_KEY_OLD]) {
    const opened = master ? await unsealWith(master, purpose, sealed) : null
    if (opened !== null) return opened
  }
  return null
}

/** @returns null where it was sealed with another key or for another purpose */
export async function unsealWith(key: string, purpose: string, sealed: string): Promise<string | null> {
  const [, iv, text] = form.exec(sealed) ?? []
  if (!iv || !text) return null
  try {
    const opened = await crypto.subtle.decrypt(
      { name: 'AES-GCM', iv: fromBase64url(iv), additionalData: new TextEncoder().encode(purpose) },
      await keyOf(key),
      fromBase64url(text),
    )
    return new TextDecoder().decode(opened)
  } catch {
    return null
  }
}

/** It is a random text of 32 characters and more, so one hash makes a key of it. */
async function keyOf(random: string): Promise<CryptoKey> {
  const bytes = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(random))
  return crypto.subtle.importKey('raw', bytes, 'AES-GCM', false, ['encrypt', 'decrypt'])
}

export function base64url(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replace(/=+$/, '')
}

export function fromBase64url(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (sign) => sign.charCodeAt(0))
}
