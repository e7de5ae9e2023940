// The city's signature under policies and audit exports: Ed25519 (RFC 8032). Its private half is kept sealed by the
// master key; without one nothing is signed.
import { cityObject, type Env } from '../env.ts'
import type { CityView } from '../objects/city.ts'
import { base64url, fromBase64url, hasMasterKey, seal, unseal } from './vault.ts'

const purpose = 'signing'

export interface Signer {
  publicKey: string
  /** @returns the signature of the text's UTF-8 bytes, base64url */
  sign(text: string): Promise<string>
}

/** @returns null without a master key, or when it does not open the key that was made with another */
export async function signerOf(env: Env, { signing }: Pick<CityView, 'signing'>): Promise<Signer | null> {
  if (!hasMasterKey(env)) return null
  const { publicKey, secret } = signing ?? (await makeSigning(env))
  const known = opened.get(secret)
  const key = known ?? (await open(env, secret))
  if (!key) return null
  opened.set(secret, key)
  return {
    publicKey,
    async sign(text) {
      const signed = await crypto.subtle.sign('Ed25519', key, new TextEncoder().encode(text))
      return base64url(new Uint8Array(signed))
    },
  }
}

/** By their sealed text, once per process. */
const opened = new Map<string, CryptoKey>()

async function open(env: Env, secret: string): Promise<CryptoKey | null> {
  const pkcs8 = await unseal(env, purpose, secret)
  if (pkcs8 === null) return null
  return crypto.subtle.importKey('pkcs8', fromBase64url(pkcs8), 'Ed25519', false, ['sign'])
}

/** A new key, where the master key of the one before is lost. Browsers and who verifies exports must learn the new one. */
export async function renewSigning(env: Env): Promise<{ publicKey: string }> {
  const { publicKey, secret } = await newPair(env)
  await cityObject(env).renewSigning(publicKey, secret, Date.now())
  return { publicKey }
}

async function makeSigning(env: Env): Promise<{ publicKey: string; secret: string }> {
  const { publicKey, secret } = await newPair(env)
  return cityObject(env).setSigning(publicKey, secret, Date.now())
}

async function newPair(env: Env): Promise<{ publicKey: string; secret: string }> {
  const pair = (await crypto.subtle.generateKey('Ed25519', true, ['sign', 'verify'])) as CryptoKeyPair
  const [publicKey, pkcs8] = await Promise.all([
    crypto.subtle.exportKey('raw', pair.publicKey) as Promise<ArrayBuffer>,
    crypto.subtle.exportKey('pkcs8', pair.privateKey) as Promise<ArrayBuffer>,
  ])
  const secret = await seal(env, purpose, base64url(new Uint8Array(pkcs8)))
  return { publicKey: base64url(new Uint8Array(publicKey)), secret }
}

/** @returns the signing key sealed anew with the present master key; null where it can't be opened */
export async function resealSigning(env: Env, secret: string): Promise<string | null> {
  const pkcs8 = await unseal(env, purpose, secret)
  return pkcs8 === null ? null : seal(env, purpose, pkcs8)
}
