// Passkeys (WebAuthn level 3, by @simplewebauthn): made for the console's host name, the person verified by their device.
import {
  generateAuthenticationOptions,
  generateRegistrationOptions,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from '@simplewebauthn/server'
import type { Context } from 'hono'
import type { Failure } from '../../../shared/protocol/index.ts'
import type { Actor, PasskeyMade, PasskeyShown } from '../../../shared/protocol/console.ts'
import { cityObject, type App } from '../env.ts'
import type { Passkey } from '../objects/admins.ts'
import { ownOrigin } from './session.ts'
import { base64url, fromBase64url } from './vault.ts'

const unavailable = { code: 'passkey_unavailable', options: null } as const

/** @returns what the browser makes a passkey from, or that this address can have none: an IP address is no name */
export async function registrationOptions(c: Context<App>, { id, name }: Actor, known: { id: string }[]) {
  const rpID = hostOf(c)
  if (!rpID || id === null) return unavailable
  const options = await generateRegistrationOptions({
    rpName: `Pendamping ${c.env.PENDAMPING_CITY ?? ''}`.trim(),
    rpID,
    userID: Uint8Array.from(new TextEncoder().encode(id)),
    userName: name,
    attestationType: 'none',
    excludeCredentials: known,
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
  })
  await cityObject(c.env).sessions.addChallenge(options.challenge, 'register', Date.now())
  return { options }
}

/** @returns the new passkey, or that the browser's answer is none of ours */
export async function registered(
  c: Context<App>,
  { label, response }: PasskeyMade,
): Promise<Omit<Passkey, 'admin'> | Failure> {
  const expectedRPID = hostOf(c)
  if (!expectedRPID) return { code: 'passkey_unavailable' }
  try {
    const { verified, registrationInfo } = await verifyRegistrationResponse({
      response: response as Parameters<typeof verifyRegistrationResponse>[0]['response'],
      expectedChallenge: (challenge) => taken(c, challenge, 'register'),
      expectedOrigin: ownOrigin(c).origin,
      expectedRPID,
    })
    if (!verified || !registrationInfo) return { code: 'sign_in_failed' }
    const { id, publicKey, counter, transports = [] } = registrationInfo.credential
    return { id, publicKey: base64url(publicKey), counter, transports, label }
  } catch {
    return { code: 'sign_in_failed' }
  }
}

export async function signInOptions(c: Context<App>) {
  const rpID = hostOf(c)
  if (!rpID) return unavailable
  // No list of passkeys: it would tell strangers which accounts there are.
  const options = await generateAuthenticationOptions({ rpID, userVerification: 'required' })
  await cityObject(c.env).sessions.addChallenge(options.challenge, 'sign-in', Date.now())
  return { options }
}

/** @returns whose passkey has signed the challenge */
export async function signedIn(c: Context<App>, { response }: PasskeyShown): Promise<Actor | Failure> {
  const { admins } = cityObject(c.env)
  const expectedRPID = hostOf(c)
  const known = await admins.passkey(response.id)
  if (!expectedRPID || !known) return { code: 'sign_in_failed' }
  const { passkey, actor } = known
  try {
    const { verified, authenticationInfo } = await verifyAuthenticationResponse({
      response: response as Parameters<typeof verifyAuthenticationResponse>[0]['response'],
      expectedChallenge: (challenge) => taken(c, challenge, 'sign-in'),
      expectedOrigin: ownOrigin(c).origin,
      expectedRPID,
      credential: {
        id: passkey.id,
        publicKey: fromBase64url(passkey.publicKey),
        counter: passkey.counter,
      },
    })
    if (!verified) return { code: 'sign_in_failed' }
    await admins.usedPasskey(passkey.id, authenticationInfo.newCounter, Date.now())
    return actor
  } catch {
    return { code: 'sign_in_failed' }
  }
}

function taken(c: Context<App>, challenge: string, purpose: 'register' | 'sign-in'): Promise<boolean> {
  return cityObject(c.env).sessions.takeChallenge(challenge, purpose, Date.now())
}

/** @returns whether the console's address is one that can have passkeys */
export function passkeysWork(c: Context<App>): boolean {
  return hostOf(c) !== null
}

/** A passkey belongs to a host's name; an IP address has none (WebAuthn §5.1.2, valid domain string). */
function hostOf(c: Context<App>): string | null {
  const { hostname } = ownOrigin(c)
  return /^[\d.]+$|^\[/.test(hostname) ? null : hostname
}
