// Getting in by hand, step by step. What was typed is kept for the browser's session, so that no closed panel loses it.
import { batch, computed, effect, signal } from '@preact/signals'
import * as z from 'zod/mini'
import { browser } from 'wxt/browser'
import { ClassToJoin } from '../../../shared/protocol/joining.ts'
import type { ErrorCode } from '../../../shared/protocol/index.ts'
import { enrol } from '../../enrolment.ts'
import type { CallFailure } from '../../gateway.ts'
import { t } from '../../i18n/index.ts'
import { gatewayOfPage, isLink, readInvitation } from '../../invitation.ts'
import { joinClass, lookUpClass } from '../../joining.ts'
import { connectedByHand } from '../parts/focus-after.ts'
import { settings, status } from '../session.ts'

const Kept = z.object({
  step: z.enum(['entry', 'name', 'rules']),
  entry: z.string(),
  address: z.string(),
  found: z.nullable(z.object({ gatewayUrl: z.string(), code: z.string(), shown: ClassToJoin })),
  office: z.string(),
  name: z.string(),
})
type Kept = z.infer<typeof Kept>

const empty: Kept = { step: 'entry', entry: '', address: '', found: null, office: '', name: '' }
/** All that was typed and found so far. */
export const kept = signal<Kept>(empty)
export const busy = signal(false)
/** Why the last press led nowhere. */
export const refused = signal<CallFailure | null>(null)
/** The gateway that the tab beside seems to show; only offered. */
export const suggestion = signal<string | null>(null)

export function change(part: Partial<Kept>): void {
  kept.value = { ...kept.value, ...part }
}

/** A link brings its address; a code is good only where the gateway is known. */
export const needsAddress = computed(() => {
  const { entry, address } = kept.value
  return !settings.value?.gatewayUrl && (address !== '' || (entry.trim() !== '' && !isLink(entry)))
})

const storageKey = 'connect'

/** Brings back what was typed, then keeps what comes. Once, when the card is first loaded. */
export async function restoreEntry(): Promise<void> {
  const found = Kept.safeParse((await browser.storage.session.get(storageKey))[storageKey]).data
  if (found) kept.value = found
  effect(() => {
    browser.storage.session.set({ [storageKey]: kept.value }).catch(() => refuse('storage_failed'))
  })
}

/** The address of the tab beside is only seen where the person called the panel, or has granted the site. */
export async function lookBeside(): Promise<void> {
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true })
  suggestion.value = tab?.url ? gatewayOfPage(tab.url) : null
}

/** With a link: connects. With a code: shows the class. */
export const submitEntry = once(async () => {
  const invited = readInvitation(kept.value.entry, kept.value.address)
  if (typeof invited === 'string') return refuse(invited)
  if (invited.kind === 'enrolment') return connected(() => enrol(invited.gatewayUrl, invited.token))
  const known = settings.value?.managed.gatewayUrl
  const gatewayUrl = known ?? invited.gatewayUrl ?? settings.value?.gatewayUrl
  if (!gatewayUrl) return refuse('address_wrong')
  await show(gatewayUrl.replace(/\/+$/, ''), invited.code)
})

export const submitRules = once(async () => {
  const { found, office, name } = kept.value
  if (!found) return change({ step: 'entry' })
  const { gatewayUrl, code, shown } = found
  await connected(() => joinClass(gatewayUrl, shown.name, { code, office, name }))
  // The class was changed while its rules were read: the list is another one now.
  if (refused.value?.code !== 'office_unknown') return
  await show(gatewayUrl, code)
  refuse('class_office_gone')
})

async function show(gatewayUrl: string, code: string): Promise<void> {
  const answer = await lookUpClass(gatewayUrl, code)
  if (!answer.ok) {
    const nobodyThere = ['gateway_unreachable', 'gateway_unreadable'].includes(answer.failure.code)
    if (nobodyThere && gatewayUrl !== settings.value?.gatewayUrl) return refuse('address_wrong')
    refused.value = answer.failure
    return
  }
  const { offices } = answer.value
  const office =
    offices.find(({ id }) => id === kept.value.office) ?? (offices.length === 1 ? offices[0] : null)
  change({ step: 'name', found: { gatewayUrl, code, shown: answer.value }, office: office?.id ?? '' })
}

async function connected(connecting: () => Promise<CallFailure | null>): Promise<void> {
  connectedByHand.value = true
  refused.value = await connecting()
  if (refused.value) connectedByHand.value = false
  else
    batch(() => {
      kept.value = empty
      status.value = t('connected')
    })
}

function refuse(code: ErrorCode): void {
  refused.value = { code, requestId: null }
}

/** One at a time: a second press while the first is on its way does nothing. */
function once(work: () => Promise<void>): () => Promise<void> {
  return async () => {
    if (busy.value) return
    busy.value = true
    refused.value = null
    await work().finally(() => (busy.value = false))
  }
}
