// Who is signed in. When a session ends, what one was doing stays open below the sign-in and goes on after it.
import { computed, signal } from '@preact/signals'
import type { Actor } from '../../shared/protocol/console.ts'
import type { Me } from '../../shared/protocol/admin-answers.ts'
import { api, type Failure } from './api.ts'
import { t } from './i18n/index.ts'
import { forgetDrafts } from './parts/draft.ts'
import { forgetDone } from './parts/status.tsx'

/** null = nobody; undefined = not asked yet. */
export const me = signal<Me | null | undefined>(undefined)
export const actor = computed<Actor | null>(() => me.value?.actor ?? null)
/** Why it could not be found out who is signed in. */
export const startFailure = signal<Failure | null>(null)
/** The sign-in stands above the page. */
export const isSessionOver = signal(false)

const waiting: ((isSamePerson: boolean) => void)[] = []

/** @returns why it is not known who is signed in, or that nobody is */
export async function loadMe(): Promise<Failure | null> {
  const asked = await api.me()
  startFailure.value = asked.ok || isSignedOut(asked.failure) ? null : asked.failure
  if (asked.ok) me.value = asked.value
  else if (me.value) isSessionOver.value ||= isSignedOut(asked.failure)
  else if (!startFailure.value) me.value = null
  return asked.ok ? null : asked.failure
}

/** @returns once somebody has signed in or given up: whether it is the same person, so that the call may be repeated */
export function signInAgain(): Promise<boolean> {
  if (!me.value) return Promise.resolve(false)
  isSessionOver.value = true
  return new Promise((resolve) => waiting.push(resolve))
}

/** Called after a sign-in of any kind. @returns why one is not in all the same: the browser may have kept no cookie */
export async function signedIn(): Promise<Failure | null> {
  const before = actor.value
  const failure = await loadMe()
  if (failure) return isSignedOut(failure) ? { ...failure, message: t('cookieRefused') } : failure
  const isSamePerson = before?.id === actor.value?.id
  if (before && !isSamePerson) forgetPerson()
  closeSignIn(isSamePerson)
  return null
}

export function closeSignIn(isSamePerson = false): void {
  isSessionOver.value = false
  for (const go of waiting.splice(0)) go(isSamePerson)
}

export async function signOut(): Promise<Failure | null> {
  const ended = await api.signOut()
  if (!ended.ok) return ended.failure
  me.value = null
  forgetPerson()
  return null
}

/** What one person typed is not the next one's to send, nor what one did the next one's to take back. */
function forgetPerson(): void {
  forgetDrafts()
  forgetDone()
}

/** Whether the role may change what belongs to the whole city. */
export const isCity = computed(() => actor.value?.role === 'city')

/** Whether keys and links of an office are this person's to change (gateway: admission/roles.ts). */
export function mayChangeKeys(office: string): boolean {
  return isCity.value || (actor.value?.role === 'office' && actor.value.office === office)
}

/** Whether classes are this person's to make and run. */
export const mayRunClasses = computed(() => isCity.value || actor.value?.role === 'trainer')

export function isSignedOut({ code }: Failure): boolean {
  return code === 'sign_in_needed' || code === 'admin_token_wrong'
}
