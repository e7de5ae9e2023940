// One draft: asked for, written piece by piece, filled in, inserted, taken back. Facts come from the person alone:
// insert stays off while a slot is empty (design D4).
import { computed, signal } from '@preact/signals'
import { fillSlots, parseDraft, removeSlot, slotNames, unsourcedFacts } from '../../shared/drafts/index.ts'
import type { ErrorCode, HelperName, HelperOptions } from '../../shared/protocol/index.ts'
import { createRestorer } from '../../shared/redaction/index.ts'
import { panelTab } from '../browser.ts'
import { askHelper, type CallFailure } from '../gateway.ts'
import { t } from '../i18n/index.ts'
import { insertInto, targetField, undoIn, type TargetField } from './portal.ts'
import { connection, failure, refreshUsage, settings, status } from './session.ts'
import * as source from './source.ts'

export const helper = signal<HelperName | null>(null)
/** With slots still in it, as the model wrote it and the person changed it. */
export const written = signal('')
export const values = signal<Record<string, string>>({})
export const writing = signal(false)
export const previous = signal<string | null>(null)
/** What the draft was made from, to tell invented numbers. */
export const madeFrom = signal('')
export const target = signal<TargetField | null>(null)
const inserted = signal<{ tabId: number; frameId: number } | null>(null)

export const pieces = computed(() => parseDraft(written.value))
export const slots = computed(() => slotNames(written.value))
export const filled = computed(() => fillSlots(written.value, values.value))
export const emptySlots = computed(() => slots.value.filter((name) => !values.value[name]?.trim()))
/** Numbers in a summary or a reply that the source does not hold. A translation writes them its own way. */
export const unsourced = computed(() =>
  writing.value || helper.value === 'translate'
    ? []
    : unsourcedFacts(written.value, `${madeFrom.value}\n${officeName()}`),
)
export const over = computed(() => {
  const room = target.value?.field.room ?? null
  return room === null ? 0 : Math.max(0, filled.value.length - room)
})
export const canInsert = computed(
  () => !writing.value && written.value !== '' && emptySlots.value.length === 0,
)
export const canUndo = computed(() => inserted.value !== null)

/** What the gateway adds of its own: the signature. */
function officeName(): string {
  return settings.value?.policy?.office.name ?? ''
}

let running: AbortController | null = null

/** The gateway learns of a reader who left with its next heartbeat, and gives the quota back then. */
const gatewayNoticesMs = 4000

/** Asks the helper anew. The source is read again first, so that it is the page as it now is. */
export async function run(name: HelperName, options: HelperOptions): Promise<void> {
  if (writing.value) return
  writing.value = true
  failure.value = null
  try {
    await source.refresh()
    const to = connection.value
    if (!to) return fail({ code: 'not_enrolled', requestId: null })
    if (!source.text.value.trim()) return fail(failure.value ?? { code: 'nothing_to_read', requestId: null })
    start(name)
    await lookForField()
    await listen(to, name, { ...options, ...roomOption(name) })
  } finally {
    writing.value = false
    running = null
  }
  await refreshUsage()
}

function start(name: HelperName): void {
  if (written.value) previous.value = written.value
  // Facts of one case must never slip into the reply of another.
  if (madeFrom.value !== source.text.value) values.value = {}
  helper.value = name
  madeFrom.value = source.text.value
  written.value = ''
  inserted.value = null
  status.value = t('writing')
}

async function listen(
  to: NonNullable<typeof connection.value>,
  name: HelperName,
  options: HelperOptions,
): Promise<void> {
  const { text, map } = source.redactedSource()
  const restorer = createRestorer(map)
  running = new AbortController()
  for await (const event of askHelper(to, name, text, options, running.signal)) {
    if (event.kind === 'text') written.value += restorer.push(event.text)
    else {
      written.value += restorer.flush()
      if (event.kind === 'failure') return fail(event.failure)
      if (event.cutOff) failure.value = { code: 'answer_cut_off', requestId: null }
      return finish()
    }
  }
  written.value += restorer.flush()
  status.value = t('stopped')
  setTimeout(() => void refreshUsage(), gatewayNoticesMs)
}

function finish(): void {
  written.value = written.value.trim()
  writing.value = false
  const words = filled.value.split(/\s+/).filter(Boolean).length
  status.value = t('done', { words, slots: emptySlots.value.length })
  if (settings.value?.history && helper.value) {
    const entry = { helper: helper.value, text: written.value }
    void import('../library.ts').then(({ remember }) => remember(entry)).catch(() => undefined)
  }
}

function fail(what: CallFailure): void {
  failure.value = what
  status.value = ''
}

export function stop(): void {
  running?.abort()
}

export function fill(name: string, value: string): void {
  values.value = { ...values.value, [name]: value }
  const left = emptySlots.value.length
  status.value = left > 0 ? t('slotsLeft', { left }) : t('slotsFull')
}

export function drop(name: string): void {
  written.value = removeSlot(written.value, name)
}

/** Puts a text of the person's own in place of the draft; the old one can be had back. */
export function replace(text: string): void {
  if (written.value) previous.value = written.value
  written.value = text
}

/** @returns the last draft to its place; the present one can be had back the same way. */
export function restorePrevious(): void {
  const back = previous.value
  previous.value = written.value
  written.value = back ?? ''
}

/** Looks which field the draft would go to, and how much fits. */
export async function lookForField(): Promise<void> {
  const tabId = await panelTab()
  target.value = tabId === null ? null : await targetField(tabId)
}

/** The model is asked to stay within what the field still takes. */
function roomOption(name: HelperName): HelperOptions {
  const room = target.value?.field.room ?? 0
  return name === 'reply' && room > 0 ? { max_chars: String(room) } : {}
}

export async function insert(): Promise<void> {
  if (!canInsert.value) return
  const tabId = await panelTab()
  await lookForField()
  if (tabId === null || !target.value) return refuse('field_missing')
  if (over.value > 0) return refuse('field_too_short')
  const { frameId, field } = target.value
  const { code } = await insertInto(tabId, frameId, filled.value)
  if (code) return refuse(code)
  inserted.value = { tabId, frameId }
  failure.value = null
  status.value = t('inserted', { into: field.label && t('into', { label: field.label }) })
}

export async function undo(): Promise<void> {
  if (!inserted.value) return
  const { tabId, frameId } = inserted.value
  const { code } = await undoIn(tabId, frameId)
  inserted.value = null
  if (code) return refuse(code)
  failure.value = null
  status.value = t('undone')
}

export async function copy(): Promise<void> {
  const done = await navigator.clipboard.writeText(filled.value).then(
    () => true,
    () => false,
  )
  if (!done) return refuse('clipboard_refused')
  status.value = t('copied')
}

function refuse(code: ErrorCode): void {
  fail({ code, requestId: null })
}
