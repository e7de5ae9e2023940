// Making and showing passkeys, with the browser's refusals as values.
import {
  browserSupportsWebAuthn,
  startAuthentication,
  startRegistration,
  WebAuthnError,
} from '@simplewebauthn/browser'
import type { PasskeyMade, PasskeyShown } from '../../shared/protocol/console.ts'
import { api, type Failure, type Result } from './api.ts'
import { t } from './i18n/index.ts'

/** A passkey belongs to a host's name; an IP address has none (WebAuthn §5.1.2). */
export const passkeysWork = (): boolean =>
  browserSupportsWebAuthn() && !/^[\d.]+$|^\[/.test(location.hostname)

type Options = { challenge: string }

/** @returns why nobody is signed in now, or null */
export async function signInByPasskey(): Promise<Failure | null> {
  const options = await api.signInOptions()
  if (!options.ok) return options.failure
  const shown = await attempt(() =>
    startAuthentication({ optionsJSON: options.value as AuthenticationOptions }),
  )
  if (!shown.ok) return shown.failure
  const answer = await api.signInWithPasskey(shown.value as PasskeyShown['response'])
  return answer.ok ? null : answer.failure
}

/** @param options of the gateway @returns what goes back to it */
export async function makePasskey(options: Options, label: string): Promise<Result<PasskeyMade>> {
  const made = await attempt(() => startRegistration({ optionsJSON: options as RegistrationOptions }))
  return made.ok
    ? { ok: true, value: { label, response: made.value as PasskeyMade['response'] } }
    : { ok: false, failure: made.failure }
}

/** "Chrome Windows": enough to tell one's passkeys apart. */
export function deviceName(): string {
  const program = /Edg|OPR|Firefox|Chrome|Safari/.exec(navigator.userAgent)?.[0] ?? ''
  const system = /Windows|Android|CrOS|Linux|iPhone|Mac OS/.exec(navigator.userAgent)?.[0] ?? ''
  return `${program} ${system}`.trim().replace('Edg', 'Edge')
}

type AuthenticationOptions = Parameters<typeof startAuthentication>[0]['optionsJSON']
type RegistrationOptions = Parameters<typeof startRegistration>[0]['optionsJSON']

async function attempt<T>(ceremony: () => Promise<T>): Promise<Result<T>> {
  try {
    return { ok: true, value: await ceremony() }
  } catch (error) {
    const isKnown =
      error instanceof WebAuthnError && error.code === 'ERROR_AUTHENTICATOR_PREVIOUSLY_REGISTERED'
    const message = t(isKnown ? 'passkeyUsed' : 'passkeyStopped')
    return { ok: false, failure: { code: 'sign_in_failed', message, requestId: null, param: null } }
  }
}
