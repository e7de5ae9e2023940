// Brings the panel to life: settings, the page's text, what was asked for by menu, key or launcher; and keeps what the
// person wrote while the browser is open, for a panel may be closed by a slip.
import { effect } from '@preact/signals'
import * as z from 'zod/mini'
import { browser } from 'wxt/browser'
import { HelperName } from '../../shared/protocol/index.ts'
import { panelTab, watchTab } from '../browser.ts'
import { t } from '../i18n/index.ts'
import { Intent, intentKey, panelKey, waitingKey } from '../messages.ts'
import * as draft from './draft.ts'
import { movePartsByKey } from './part-keys.ts'
import * as recipes from './recipe/state.ts'
import { loadRedaction } from './redaction.ts'
import { failure, startSession, status } from './session.ts'
import * as source from './source.ts'
import { lookForField } from './target.ts'

const Draft = z.object({
  helper: z.nullable(HelperName),
  written: z.string(),
  hasSlots: z.boolean(),
  madeFrom: z.string(),
  offline: z.boolean(),
  onDevice: z._default(z.boolean(), false),
  claimsDone: z._default(z.boolean(), false),
  values: z._default(z.record(z.string(), z.string()), {}),
  into: z._default(z.nullable(z.string()), null),
  notRead: z._default(z.number(), 0),
  hidden: z._default(z.array(z.string()), []),
  recipe: z._default(z.nullable(z.string()), null),
  given: z._default(z.string(), ''),
})

const Kept = z.object({
  own: z.nullable(z.string()),
  draft: Draft,
  previous: z.nullable(Draft),
  kept: z.array(z.string()),
  added: z.array(z.string()),
  /** The recipe whose form is open, and what was typed into each. */
  recipe: z._default(z.nullable(z.string()), null),
  forms: z._default(z.record(z.string(), recipes.Form), {}),
})
type Kept = z.input<typeof Kept>

export async function startPanel(): Promise<void> {
  movePartsByKey()
  let tabId = await panelTab()
  if (tabId !== null) await restore(tabId)
  // Before the first reading: the page may still be loading, and its end would be missed.
  watchTab(
    () => tabId,
    () =>
      void panelTab().then((id) => {
        tabId = id
        return source.refresh().then(lookLater)
      }),
  )
  // The person comes back from the page: the complaint may be another one by now.
  addEventListener('focus', () => void lookAgain())
  document.documentElement.addEventListener('pointerenter', () => void lookAgain())
  addEventListener('click', lookNoMore)
  browser.storage.session.onChanged.addListener((changes) => {
    if (tabId !== null && changes[intentKey(tabId)]?.newValue) void followIntent(tabId)
  })

  // Also where nothing is read: a draft that was kept has marks, slots and words to show.
  await Promise.all([startSession(), source.refresh(), loadRedaction()])
  if (tabId !== null) await followIntent(tabId)

  effect(() => keepSoon(tabId))
  effect(() => {
    const waiting = failure.value?.code === 'page_not_granted'
    if (tabId !== null) void browser.storage.session.set({ [waitingKey(tabId)]: waiting })
  })
}

/** Going back and forth between page and panel need not read a large page each time. */
const restMs = 1000
let lookedAt = 0

/** The press that brings the person back: what moved while it lasts would be gone from under the pointer. */
let press: Promise<unknown> = Promise.resolve()
let release: (is: void) => void = () => {}
addEventListener('pointerdown', () => (press = new Promise((over) => (release = over))))
// The click comes right behind.
for (const end of ['pointerup', 'pointercancel']) addEventListener(end, () => setTimeout(release))

async function lookAgain(): Promise<void> {
  await press
  if (draft.writing.value || source.reading.value || Date.now() - lookedAt < restMs) return
  lookedAt = Date.now()
  await source.refresh()
  await press
  if (draft.written.value) await lookForField()
}

/** A portal may fetch its text when the browser has long called the page complete: looked for so long after (ms). */
const fillsWithin = [1000, 3000]
let looks: ReturnType<typeof setTimeout>[] = []

function lookLater(): void {
  lookNoMore()
  looks = fillsWithin.map((milliseconds) => setTimeout(() => void lookAgain(), milliseconds))
}

/** Who presses something has seen the page that is there: "Teks diperbarui" must not take the place of "Draf disisipkan". */
function lookNoMore(): void {
  looks.forEach(clearTimeout)
}

/** Shows the text and puts the focus on the helper's button: one Enter sends it, after the person has seen it. */
async function followIntent(tabId: number): Promise<void> {
  const key = intentKey(tabId)
  const intent = Intent.safeParse((await browser.storage.session.get(key))[key]).data
  if (!intent) return
  await browser.storage.session.remove(key)
  await source.refresh()
  if (!intent.helper) return
  status.value = t('ready', { helper: t(intent.helper) })
  document.querySelector<HTMLButtonElement>(`#helper-${intent.helper}`)?.focus()
}

/** A letter typed need not carry the whole page's text to the browser's memory each time. */
const keepMs = 300
let waiting: ReturnType<typeof setTimeout> | null = null
let keepNow = () => {}
addEventListener('pagehide', () => keepNow())

function keepSoon(tabId: number | null): void {
  const kept = keepable()
  if (tabId === null || draft.writing.value) return
  keepNow = () => {
    clearTimeout(waiting ?? undefined)
    waiting = null
    keepNow = () => {}
    keep(tabId, kept)
  }
  waiting ??= setTimeout(() => keepNow(), keepMs)
}

function keepable(): Kept {
  return {
    own: source.isOwn() ? source.text.value : null,
    draft: kept(draft.current()),
    previous: draft.previous.value && kept(draft.previous.value),
    kept: [...source.kept.value],
    added: [...source.added.value],
    recipe: recipes.chosen.value,
    forms: recipes.forms.value,
  }
}

const kept = ({ hidden, ...rest }: draft.Draft) => ({ ...rest, hidden: [...hidden] })

/** In the session's memory only: it is gone when the browser closes (R15). */
function keep(tabId: number, kept: Kept): void {
  browser.storage.session.set({ [panelKey(tabId)]: kept }).catch(() => {
    failure.value = { code: 'storage_failed', requestId: null }
  })
}
async function restore(tabId: number): Promise<void> {
  const key = panelKey(tabId)
  const kept = Kept.safeParse((await browser.storage.session.get(key))[key]).data
  if (!kept) return
  if (kept.own !== null) source.write(kept.own)
  // Its words and warnings come with the redaction; without them it would be shown a moment too early.
  if (kept.draft.written) await loadRedaction()
  draft.restore(kept.draft)
  draft.previous.value = kept.previous
  source.kept.value = kept.kept
  source.added.value = kept.added
  recipes.forms.value = kept.forms
  recipes.choose(kept.recipe)
}
