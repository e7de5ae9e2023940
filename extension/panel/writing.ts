// A draft is asked for, and written piece by piece as it comes: whole, or in parts where its source is long.
import { signal } from '@preact/signals'
import type { HelperName, HelperOptions } from '../../shared/protocol/index.ts'
import { askHelper } from '../gateway.ts'
import { t } from '../i18n/index.ts'
import * as draft from './draft.ts'
import { loadRedaction, type Engine } from './redaction.ts'
import { sameCase } from './same-case.ts'
import { connection, failure, refreshUsage, settings, status } from './session.ts'
import { leavesSlots } from './slot-label.ts'
import * as source from './source.ts'
import { leftOut, partCount } from './summarise/long.ts'
import type { StepEvent } from './summarise/parts.ts'
import { countdown, forgetUnfinished, kept, noteUnfinished, showWait } from './summarise/unfinished.ts'
import { lookForField, roomOption } from './target.ts'
import { isOnDevice } from './translate/way.ts'

let running: AbortController | null = null
/** What was asked for last, also where no draft came of it. */
export const asked = signal<HelperName | null>(null)
/** The gateway learns of a reader who left with its next heartbeat, and gives the quota back then. */
const gatewayNoticesMs = 4000

/** What a recipe sends besides the page, or in its place. */
export interface FilledForm {
  readsPage: boolean
  /** @returns what is sent; `page` is the page's text as the person sees it */
  text(page: string): string
  /** What its draft keeps of it. */
  kept: Pick<draft.Draft, 'recipe' | 'values' | 'given'>
}

/** Asks the helper anew. The source is read again first, so that it is the page as it now is. */
export async function run(name: HelperName, options: HelperOptions, form?: FilledForm): Promise<void> {
  if (draft.writing.value) return
  const readsPage = form?.readsPage ?? true
  draft.writing.value = true
  asked.value = name
  forgetUnfinished()
  failure.value = null
  status.value = t('waiting')
  const mine = (running = new AbortController())
  const isLocal = name === 'translate' && isOnDevice()
  try {
    const shown = source.text.value
    if (readsPage) await source.refresh()
    // "Hentikan" while the page was slow to be read: nothing has left yet, and nothing will.
    if (mine.signal.aborted) return stopped()
    const to = connection.value
    if (!to) return draft.fail({ code: 'not_enrolled', requestId: null })
    if (readsPage && !source.text.value.trim())
      return draft.fail(failure.value ?? { code: 'nothing_to_read', requestId: null })
    // Nothing leaves that the person has not seen with its marks.
    if (readsPage && shown && !sameCase(shown, source.text.value))
      return draft.fail({ code: 'source_changed', requestId: null })
    await lookForField()
    if (mine.signal.aborted) return stopped()
    if (isLocal) await listenOnDevice(options, mine.signal)
    else await listen(to, name, { ...options, ...roomOption(name) }, mine.signal, form)
  } finally {
    draft.writing.value = false
    running = null
  }
  if (isLocal) return
  if (mine.signal.aborted) setTimeout(() => void refreshUsage(), gatewayNoticesMs)
  await refreshUsage()
}

async function listen(
  to: NonNullable<typeof connection.value>,
  name: HelperName,
  options: HelperOptions,
  signal: AbortSignal,
  form: FilledForm | undefined,
): Promise<void> {
  const { createRestorer } = await loadRedaction()
  const { text, map, from, hidden } = await source.redactedSource(form?.text)
  // As the person was told: by what they see, not by what is sent, whose placeholders are of another length.
  const parts = name === 'summarise' && !readsWhole() ? partCount(from.length) : 1
  const notRead = parts > 1 ? leftOut(text.length) : 0
  const ask = (part: string, its: HelperOptions) => askHelper(to, name, part, its, signal)
  const long = { text, map, count: parts }
  const answer =
    parts > 1
      ? (await import('./summarise/parts.ts')).summariseInParts(ask, long, options, kept, signal)
      : ask(text, options)
  const about = { name, options, from, hidden, notRead, onDevice: false, form }
  await writeDraft(answer, createRestorer(map), about)
  if (parts > 1) noteUnfinished(from, parts)
}

/** The browser translates: the whole text, with nothing hidden in it, and nothing of it leaves. */
async function listenOnDevice(options: HelperOptions, signal: AbortSignal): Promise<void> {
  const { createRestorer } = await loadRedaction()
  const { from, hidden } = await source.redactedSource()
  const { translateOnDevice } = await import('./translate/on-device.ts')
  const into = languageIn(options) ?? 'id'
  const showDownload = (percent: number) => (status.value = t('deviceDownload', { percent }))
  const answer = translateOnDevice(from, source.language.value, into, signal, showDownload)
  const about = { name: 'translate', options, from, hidden, notRead: 0, onDevice: true } as const
  await writeDraft(answer, createRestorer({}), about)
}

/** Writes the draft as its pieces come. The one that is there makes room only for one that really comes. */
async function writeDraft(
  answer: AsyncIterable<StepEvent>,
  restorer: ReturnType<Engine['createRestorer']>,
  about: Omit<Begun, 'isOffline'>,
): Promise<void> {
  let begun = false
  let isOffline = false
  const write = (piece: string) => {
    if (piece && !begun) begin({ ...about, isOffline })
    begun ||= piece !== ''
    draft.written.value += piece
  }
  for await (const event of answer) {
    if (event.kind === 'wait') showWait(event.seconds)
    else countdown.value = 0
    if (event.kind === 'begin') isOffline = event.offline
    else if (event.kind === 'step') status.value = t('readingPart', { done: event.done, of: event.of })
    else if (event.kind === 'queued') status.value = t('queued', { position: event.position })
    else if (event.kind === 'text') write(restorer.push(event.text))
    else if (event.kind === 'again') {
      restorer.flush()
      draft.written.value = ''
      status.value = t('writingAgain')
    } else if (event.kind === 'end' || event.kind === 'failure') {
      write(restorer.flush())
      if (event.kind === 'failure') return draft.fail(event.failure)
      if (event.cutOff) failure.value = { code: 'answer_cut_off', requestId: null }
      return finish()
    }
  }
  countdown.value = 0
  write(restorer.flush())
  stopped()
}

/** The gateway's own engine takes a text of any length at once. */
function readsWhole(): boolean {
  return settings.value?.policy?.upstream.kind === 'offline'
}

interface Begun {
  name: HelperName
  options: HelperOptions
  isOffline: boolean
  /** The text that was sent, as the officer sees it: the page may have gone on since. */
  from: string
  hidden: readonly string[]
  notRead: number
  onDevice: boolean
  form?: FilledForm | undefined
}

function begin({ name, options, isOffline, from, form, ...more }: Begun): void {
  draft.keepPrevious()
  draft.show({
    helper: name,
    written: '',
    hasSlots: leavesSlots(name),
    madeFrom: from,
    offline: isOffline,
    claimsDone: name === 'reply' && 'status' in options && options.status === 'selesai',
    into: languageIn(options),
    recipe: null,
    given: '',
    ...more,
    ...form?.kept,
    values: { ...draft.valuesFor(from), ...form?.kept.values },
  })
  status.value = t('writing')
}

/** A reply in Indonesian is in no other language; a translation always is. */
function languageIn(options: HelperOptions): string | null {
  if ('target' in options) return options.target ?? null
  return 'language' in options && options.language !== 'id' ? (options.language ?? null) : null
}

/** The draft is all there, and the person is told what is left to do. */
export function finish(): void {
  draft.writing.value = false
  draft.complete()
  const words = draft.filled.value.split(/\s+/).filter(Boolean).length
  const left = draft.emptySlots.value.length
  status.value = left > 0 ? t('doneSlots', { words, slots: left }) : t('done', { words })
}

function stopped(): void {
  status.value = t('stopped')
}

export function stop(): void {
  running?.abort()
}
