// One draft: what it is, filled in, changed, kept and had back. Facts come from the person alone: it is ready when no
// slot is empty (design D4). How it comes: writing.ts; what becomes of it in the portal: insertion.ts.
import { computed, signal } from '@preact/signals'
import {
  fillSlots,
  parseDraft,
  removeSlot,
  slotNames,
  unsourcedFacts,
  type Piece,
  type Span,
} from '../../shared/drafts/index.ts'
import type { HelperName } from '../../shared/protocol/index.ts'
import { panelTab } from '../browser.ts'
import type { CallFailure } from '../gateway.ts'
import { t } from '../i18n/index.ts'
import { redactionIfLoaded } from './redaction.ts'
import type { Block } from './anchors.ts'
import { showOnPage } from './portal.ts'
import { sameCase } from './same-case.ts'
import { failure, settings, status } from './session.ts'
import * as source from './source.ts'

export const helper = signal<HelperName | null>(null)
/** With slots still in it, as the model wrote it and the person changed it. */
export const written = signal('')
export const values = signal<Record<string, string>>({})
export const writing = signal(false)
/** All that makes up a draft; the one before is kept whole, to be had back. */
export interface Draft {
  helper: HelperName | null
  written: string
  hasSlots: boolean
  madeFrom: string
  offline: boolean
  /** The browser's own translator made it: no text left the device for it. */
  onDevice: boolean
  /** It says that the work is done. */
  claimsDone: boolean
  /** What the officer put into its slots. */
  values: Record<string, string>
  /** Another language that was asked for. */
  into: string | null
  /** The share of its source that no part of a long summary held. */
  notRead: number
  /** What was hidden in its source: it stays hidden whatever leaves of the draft. */
  hidden: readonly string[]
  /** The recipe it was made by, by its id. */
  recipe: string | null
  /** What office and officer gave besides the source, a form's values: nobody made its facts up. */
  given: string
}
export const previous = signal<Draft | null>(null)
/** What the draft was made from, to tell invented numbers and a page that has gone on. */
export const madeFrom = signal('')
/** Only what the office writes has slots; braces that a citizen wrote are no question to the officer. */
export const hasSlots = signal(false)
/** A reply, or a template in its place; what the office writes of itself answers nobody. */
export const isAnswer = computed(
  () => hasSlots.value && helper.value !== 'compose' && helper.value !== 'recipe',
)
/** The gateway's own engine wrote it, not a model. */
export const offline = signal(false)
/** The browser itself translated it. */
export const onDevice = signal(false)
/** Without a model, "Terjemahkan" gives the office's terms: something to read, not to put into a portal. */
export const isTermList = computed(() => offline.value && helper.value === 'translate')
export const notRead = signal(0)
/** The language of a translation, or of a reply in another one. */
export const into = signal<string | null>(null)
export const hidden = signal<readonly string[]>([])
export const recipe = signal<string | null>(null)
export const given = signal('')
/** A draft of a recipe that is taken from the history no longer says which. */
export const canRepeat = computed(
  () => helper.value !== null && (helper.value !== 'recipe' || recipe.value !== null),
)
/** What a check points at, in UTF-16 units of `written`. */
export const pointed = signal<Span | null>(null)
/** "Selesai" was chosen: the officer says that the evidence in the portal is genuine. */
export const asksForEvidence = signal(false)
export const hasEvidence = signal(false)
/** Counts the drafts that began: what belongs to the one before ends then. */
export const begun = signal(0)
/** The draft is all there, or the person's own: worth keeping when the next one comes. */
let isWhole = false

export const pieces = computed<Piece[]>(() =>
  hasSlots.value ? parseDraft(written.value) : [{ kind: 'text', text: written.value }],
)
export const slots = computed(() => (hasSlots.value ? slotNames(written.value) : []))
export const filled = computed(() =>
  hasSlots.value ? fillSlots(written.value, values.value) : written.value,
)
export const emptySlots = computed(() => slots.value.filter((name) => !valueOf(name)))
/** What the draft may name: its source, and what the city and the office set. */
const named = computed(() =>
  redactionIfLoaded()?.namedIn(madeFrom.value, given.value, JSON.stringify(settings.value?.policy ?? '')),
)
const unsourcedNames = computed(() => {
  // Other languages have their own names for places, and their own capitals.
  const isIndonesian = into.value === null || into.value === 'id'
  if (!named.value || !isIndonesian) return []
  return redactionIfLoaded()!.unsourcedNames(written.value, named.value)
})
/** Numbers and names in a summary or a reply that the source does not hold. A translation writes them its own way. */
export const unsourced = computed(() => {
  if (writing.value || helper.value === 'translate') return []
  const facts = unsourcedFacts(written.value, `${madeFrom.value}\n${given.value}\n${officeWords()}`)
  return [...facts, ...unsourcedNames.value].sort((a, b) => a.start - b.start)
})
/** Hidden data of the source that stand in the draft: the field may be one that everybody reads. */
export const personal = computed(() => {
  if (writing.value) return 0
  return hiddenValues().filter((value) => filled.value.includes(value)).length
})
/** What was hidden when it was made, though the page shows another case by now, and what is hidden there. */
export function hiddenValues(): string[] {
  return [...new Set([...hidden.value, ...source.hiddenValues()])]
}

/** It should be Indonesian, and is in another language. */
export const isForeign = computed(() => {
  if (writing.value || into.value !== null || isTermList.value || offline.value) return false
  const language = redactionIfLoaded()?.languageOf(filled.value) ?? null
  return language !== null && language !== 'id' && language !== source.language.value
})
/** A placeholder that the model made up, or that belongs to nothing: never to be sent to anybody. */
export const leftover = computed(() => /⟦[^⟦⟧]{1,40}⟧/.test(filled.value))
/** The page shows another matter than the one the draft was made for. */
export const isForOther = computed(
  () => madeFrom.value !== '' && source.text.value !== '' && !sameCase(madeFrom.value, source.text.value),
)
/** Nothing is missing in it that only the person can give. */
export const isReady = computed(
  () =>
    !writing.value &&
    !isTermList.value &&
    written.value !== '' &&
    emptySlots.value.length === 0 &&
    (!asksForEvidence.value || hasEvidence.value) &&
    !leftover.value,
)
/** A summary, while its source is the page that it was made of. */
export const pointsBack = computed(
  () => helper.value === 'summarise' && !hasSlots.value && source.kind.value === 'page' && !isForOther.value,
)

/** Shows on the page what a line of the summary was made of. */
export async function showSource(block: Block): Promise<void> {
  const tabId = await panelTab()
  const shown = tabId !== null && (await showOnPage(tabId, block))
  status.value = t(shown ? 'shownOnPage' : 'goneFromPage')
}

/** A slot may be called anything, `constructor` too. */
export function valueOf(name: string): string {
  return Object.hasOwn(values.value, name) ? (values.value[name] ?? '').trim() : ''
}

/** What the office itself adds: the signature, and the sentence that AI helped. */
function officeWords(): string {
  const { office, disclosure } = settings.value?.policy ?? {}
  return `${office?.name ?? ''}\n${disclosure ?? ''}`
}

/** Facts of one case must never slip into the reply of another. */
export function valuesFor(from: string): Record<string, string> {
  return sameCase(madeFrom.value, from) ? values.value : {}
}

/** @returns the draft as it now is. */
export function current(): Draft {
  return {
    helper: helper.value,
    written: written.value,
    hasSlots: hasSlots.value,
    madeFrom: madeFrom.value,
    offline: offline.value,
    onDevice: onDevice.value,
    claimsDone: asksForEvidence.value,
    values: values.value,
    into: into.value,
    notRead: notRead.value,
    hidden: hidden.value,
    recipe: recipe.value,
    given: given.value,
  }
}

export function show(draft: Draft): void {
  helper.value = draft.helper
  written.value = draft.written
  hasSlots.value = draft.hasSlots
  madeFrom.value = draft.madeFrom
  offline.value = draft.offline
  onDevice.value = draft.onDevice
  asksForEvidence.value = draft.claimsDone
  hasEvidence.value = false
  values.value = draft.values
  into.value = draft.into
  notRead.value = draft.notRead
  hidden.value = draft.hidden
  recipe.value = draft.recipe
  given.value = draft.given
  pointed.value = null
  begun.value += 1
  remembered = Promise.resolve(null)
}

/** A torn half never takes the place of a draft that somebody finished. */
export function keepPrevious(): void {
  if (isWhole && written.value) previous.value = current()
  isWhole = false
}

/** The draft is all there: from now on it is kept when another comes, and stands in the history if that is on. */
export function complete(): void {
  written.value = written.value.trim()
  isWhole = true
  if (settings.value?.history && helper.value) {
    const entry = {
      helper: helper.value,
      text: filled.value,
      claimsDone: asksForEvidence.value,
      into: into.value,
      offline: offline.value,
    }
    remembered = import('../library.ts').then(({ remember }) => remember(entry)).catch(() => null)
  }
}

/** The history's entry of the draft that is shown, if there is one. */
let remembered: Promise<number | null> = Promise.resolve(null)

/** Resolves when the draft stands in the history, if it is to stand there. */
export async function remembering(): Promise<void> {
  await remembered
}

/** What was inserted or copied is what somebody will look for: with its slots filled and its words changed. */
export async function reviseHistory(): Promise<void> {
  const text = filled.value
  const id = await remembered
  if (id !== null) await import('../library.ts').then(({ revise }) => revise(id, text)).catch(() => undefined)
}

export function fail(what: CallFailure): void {
  failure.value = what
  status.value = ''
}

export function fill(name: string, value: string): void {
  values.value = { ...values.value, [name]: value }
  const left = emptySlots.value.length
  status.value = left > 0 ? t('slotsLeft', { left }) : isReady.value ? t('slotsFull') : ''
}

/** Takes out the sentence with the slot; the draft as it was can be had back. */
export function drop(name: string): void {
  change(removeSlot(written.value, name))
}

/** The person's own change of the draft. */
export function edit(text: string): void {
  if (writing.value) return
  isWhole = true
  pointed.value = null
  written.value = text
}

/** A change that the person asked for with one click; the draft as it was can be had back. */
export function change(text: string): void {
  if (writing.value) return
  previous.value = current()
  edit(text)
}

/** Puts a text that is there already in place of the draft, a template's unless told otherwise; the old one can be had back. */
export function replace(text: string, more: Partial<Draft> = {}): void {
  if (writing.value) return
  keepPrevious()
  isWhole = true
  const from = source.text.value
  show({
    helper: 'reply',
    written: text,
    hasSlots: true,
    madeFrom: from,
    offline: false,
    onDevice: false,
    claimsDone: false,
    values: valuesFor(from),
    into: null,
    notRead: 0,
    hidden: source.hiddenValues(),
    recipe: null,
    given: '',
    ...more,
  })
}

/** The draft that was there when the panel was closed. */
export function restore(draft: Draft): void {
  show(draft)
  isWhole = draft.written !== ''
}

/** Puts the last draft back in its place; the present one can be had back the same way. */
export function restorePrevious(): void {
  const back = previous.value
  if (!back) return
  previous.value = current()
  show(back)
  isWhole = true
}
