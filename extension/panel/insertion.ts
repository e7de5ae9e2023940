// A draft on its way into the portal's field, and back out of it. Nothing is ever sent for the officer (design D5).
import { computed, effect, signal } from '@preact/signals'
import type { ErrorCode } from '../../shared/protocol/index.ts'
import { panelTab } from '../browser.ts'
import { t } from '../i18n/index.ts'
import * as draft from './draft.ts'
import { insertInto, mayWorkIn, undoIn } from './portal.ts'
import { failure, status } from './session.ts'
import * as source from './source.ts'
import { lookForField, target } from './target.ts'

const inserted = signal<{ tabId: number; frameId: number; label: string } | null>(null)
/** A rich editor may take a second. */
export const inserting = signal(false)
export const over = computed(() => {
  const room = target.value?.field.room ?? null
  return room === null ? 0 : Math.max(0, draft.filled.value.length - room)
})
/** What must be done before the draft can be inserted, as a sentence; '' where nothing is missing. */
export const lacking = computed(() => {
  if (draft.isReady.value) return ''
  if (!draft.written.value) return t('draftNone')
  if (draft.emptySlots.value.length > 0) return t('slotsLeft', { left: draft.emptySlots.value.length })
  return t(draft.leftover.value ? 'leftover' : 'evidenceFirst')
})
export const canUndo = computed(() => inserted.value !== null)
/** The field that a draft would go to has this one already: how much of it fits is asked no more. */
export const isThere = computed(
  () =>
    inserted.value?.frameId === target.value?.frameId && inserted.value?.label === target.value?.field.label,
)

/** The page has gone on, and the person was told; the next press means it. */
let confirmed = false

effect(() => {
  // Another draft: the last one can't be taken back any more.
  if (draft.begun.value > 0) inserted.value = null
})
effect(() => {
  // Another draft, or another page: nothing was confirmed for these two.
  if (draft.madeFrom.value !== source.text.value) confirmed = false
})

export async function insert(): Promise<void> {
  if (inserting.value) return
  if (lacking.value) return void (status.value = lacking.value)
  inserting.value = true
  await insertNow().finally(() => (inserting.value = false))
}

async function insertNow(): Promise<void> {
  if (draft.isForOther.value && !confirmed) {
    confirmed = true
    return refuse('draft_for_other')
  }
  const tabId = await panelTab()
  if (tabId !== null && !(await mayWorkIn(tabId))) return refuse('portal_not_allowed')
  await lookForField()
  if (tabId === null || !target.value) return refuse('field_missing')
  if (over.value > 0) return refuse('field_too_short')
  const { frameId, field } = target.value
  const { code } = await insertInto(tabId, frameId, draft.filled.value)
  if (code) return refuse(code)
  inserted.value = { tabId, frameId, label: field.label }
  void draft.reviseHistory()
  failure.value = null
  status.value = t('inserted', { into: field.label && t('into', { label: field.label.slice(0, 30) }) })
}

export async function undo(): Promise<void> {
  if (!inserted.value) return
  const { tabId, frameId } = inserted.value
  const { code } = await undoIn(tabId, frameId)
  inserted.value = null
  await lookForField()
  if (code) return refuse(code)
  failure.value = null
  status.value = t('undone')
}

export async function copy(): Promise<void> {
  if (!draft.written.value) return void (status.value = t('draftNone'))
  const done = await navigator.clipboard.writeText(draft.filled.value).then(
    () => true,
    () => false,
  )
  if (!done) return refuse('clipboard_refused')
  void draft.reviseHistory()
  status.value = t('copied')
}

function refuse(code: ErrorCode): void {
  draft.fail({ code, requestId: null })
}
