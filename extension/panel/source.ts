// The text that would be sent: where it came from, what in it is hidden, and what the person changed about both.
import { computed, signal } from '@preact/signals'
import { redact, sameValue, type Finding } from '../../shared/redaction/index.ts'
import { isPortal, panelTab, requestPortal, siteOf } from '../browser.ts'
import { t } from '../i18n/index.ts'
import { readTab, type SourceRead } from './portal.ts'
import { sameCase, standsIn } from './same-case.ts'
import { failure, status } from './session.ts'

export type SourceKind = 'selection' | 'page' | 'own'

export const kind = signal<SourceKind>('page')
export const text = signal('')
export const fromDialog = signal(false)
/** The page was too large: its end was not read. */
export const cut = signal(false)
export const reading = signal(false)
/** The site, while it is read by the click alone: it can be allowed for good. */
export const offeredSite = signal<string | null>(null)
/** The person's own text, when they took the page's in its place: one click brings it back. */
export const ownBefore = signal<string | null>(null)
/** Values that the person chose to leave readable, and those they hid in addition. */
export const kept = signal<readonly string[]>([])
export const added = signal<readonly string[]>([])

export interface Mark extends Finding {
  value: string
  hidden: boolean
}

/** Everything that can be hidden, and whether it will be: asked of the redaction itself, so that the two never differ. */
export const marks = computed<Mark[]>(() => {
  const hidden = new Set(redactedSource().findings.map(({ start }) => start))
  return redact(text.value, { hide: added.value }).findings.map((finding) => ({
    ...finding,
    value: text.value.slice(finding.start, finding.end),
    hidden: hidden.has(finding.start),
  }))
})
export const hiddenCount = computed(() => marks.value.filter((mark) => mark.hidden).length)

/** @returns what leaves the device, and the map that never does. */
export function redactedSource(): ReturnType<typeof redact> {
  return redact(text.value, { keep: kept.value, hide: added.value })
}

/** Shows or hides one value, everywhere it stands. */
export function toggle({ value, type, hidden }: Mark): void {
  if (type === 'LAIN') added.value = added.value.filter((other) => !sameValue(other, value))
  else kept.value = hidden ? [...kept.value, value] : kept.value.filter((other) => !sameValue(other, value))
}

/** Hides what the person selected in the preview. */
export function hide(selected: string): void {
  const value = selected.trim()
  if (!value || !text.value.includes(value)) return
  kept.value = kept.value.filter((other) => !sameValue(other, value))
  if (!added.value.includes(value)) added.value = [...added.value, value]
}

/** Counts what changes the source: a reading that was overtaken, by typing or by a later one, is thrown away. */
let turn = 0

/** The person's own words from now on; the page is not read again until they ask for it. */
export function write(own: string): void {
  turn += 1
  reading.value = false
  kind.value = 'own'
  cut.value = false
  text.value = own
}

/**
 * Reads the page anew, so that no draft is made for the complaint that was open before. Own words stay. Resolves when
 * the source is what the latest reading found.
 * @param want asked for with a button; else what the source is now, a selection first
 */
export async function refresh(want?: 'selection' | 'page'): Promise<void> {
  const mine = readNow(want)
  latest = mine
  await mine
  if (latest !== mine) await latest
}

let latest: Promise<void> = Promise.resolve()

async function readNow(want?: 'selection' | 'page'): Promise<void> {
  if (kind.value === 'own' && !want) return
  const mine = (turn += 1)
  const tabId = await panelTab()
  if (tabId === null) return
  reading.value = true
  const read = await readTab(tabId, want ?? 'auto')
  if (mine !== turn) return
  reading.value = false
  if ('failure' in read) {
    // A look by the way must not take the place of the answer to what the person just did.
    const free = !failure.value || pageFailures.has(failure.value.code)
    if (want || free) failure.value = { code: read.failure, requestId: null }
    if (!want) text.value = ''
    return
  }
  if (pageFailures.has(failure.value?.code ?? '')) failure.value = null
  // A click into the reply box ends a selection, but the officer still means it while its text is on the page.
  if (!want && kind.value === 'selection' && read.kind === 'page' && standsIn(text.value, read.text)) return
  take(read)
  const site = await siteOf(tabId)
  offeredSite.value = site && !(await isPortal(site)) ? site : null
}

/** Allows the site for good, after the browser has asked the person too. */
export async function allowSite(): Promise<void> {
  if (offeredSite.value && (await requestPortal(offeredSite.value))) offeredSite.value = null
}

const pageFailures = new Set<string>(['page_unreadable', 'page_not_granted', 'page_empty', 'no_selection'])

function take(read: SourceRead): void {
  if (kind.value === 'own' && text.value.trim()) ownBefore.value = text.value
  if (!sameCase(text.value, read.text)) {
    // Decisions about one citizen's data say nothing about the next one's.
    kept.value = []
    added.value = []
    if (text.value) status.value = t('sourceUpdated')
  }
  kind.value = read.kind
  text.value = read.text
  fromDialog.value = read.dialog
  cut.value = read.cut
}

/** Puts the person's own text back. */
export function restoreOwn(): void {
  if (ownBefore.value !== null) write(ownBefore.value)
  ownBefore.value = null
}
