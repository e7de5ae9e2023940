import { effect, signal } from '@preact/signals'
import { useEffect, useRef } from 'preact/hooks'
import { number, t } from '../../i18n/index.ts'
import * as draft from '../draft.ts'
import * as insertion from '../insertion.ts'
import { settings, status } from '../session.ts'
import { labelInDraft } from '../label-in-draft.ts'
import * as source from '../source.ts'
import { target } from '../target.ts'
import { canResume, countdown } from '../summarise/unfinished.ts'
import { asked, stop } from '../writing.ts'
import { Lazy } from './lazy.tsx'
import { Notice } from './notice.tsx'

const editing = signal(false)
const templatesOpen = signal(false)
const historyOpen = signal(false)
// A new draft is read before it is changed.
effect(() => void (draft.begun.value > 0 && (editing.value = false)))

interface DraftViewProps {
  again: () => void
}

/** The draft, its empty slots, and what can be done with it. The text itself is no live region: that would be noise. */
export function DraftView({ again }: DraftViewProps) {
  const region = useRef<HTMLElement>(null)
  const writing = draft.writing.value
  const begun = draft.written.value !== ''
  useEffect(() => {
    // When the first words come, and again when the slots stand below: not in between, for the person may be reading.
    if (begun) region.current?.scrollIntoView({ block: 'start' })
    // And when another takes its place at once, as a template does.
  }, [writing, begun, draft.begun.value])
  return (
    <>
      <div class="card">
        <section ref={region} class="draft" aria-label={t('draft')} aria-busy={writing}>
          {editing.value ? <DraftEditor /> : <DraftText />}
        </section>
        {begun && draft.onDevice.value && <p class="muted small">{t('byBrowser')}</p>}
        {!writing && begun && <Warnings />}
      </div>
      {!writing && draft.slots.value.length > 0 && (
        <Lazy load={() => import('./slots.tsx').then(({ Slots }) => Slots)} />
      )}
      {begun && draft.isAnswer.value && (
        <Lazy load={() => import('./checks.tsx').then(({ Checks }) => Checks)} />
      )}
      {begun && draft.into.value !== null && (
        <Lazy load={() => import('../translate/lost.tsx').then(({ TranslationAids }) => TranslationAids)} />
      )}
      {begun && draft.helper.value === 'improve' && (
        <Lazy load={() => import('../improve/changes-view.tsx').then(({ Changes }) => Changes)} />
      )}
      {!writing && draft.asksForEvidence.value && <Evidence />}
      {templatesOpen.value && (
        <Lazy load={() => import('./templates.tsx').then(({ Templates }) => Templates)} />
      )}
      {historyOpen.value && settings.value?.history && (
        <Lazy load={() => import('./history.tsx').then(({ PanelHistory }) => PanelHistory)} />
      )}
      <div class={begun || writing ? 'bar sticky' : 'bar'}>
        <Notice />
        <p class="status" role="status">
          {status}
        </p>
        {/* Not spoken: a live region that counts seconds would speak without end. */}
        {countdown.value > 0 && (
          <p class="muted small" aria-hidden="true">
            {t('limitCountdown', { seconds: countdown.value })}
          </p>
        )}
        <Room />
        {draft.isTermList.value && !writing && <p class="muted small">{t('termList')}</p>}
        <div class="actions">
          {!writing && <Actions />}
          {/* One button: who pressed it keeps the focus while its word changes. */}
          {(writing || draft.canRepeat.value || isUnanswered()) && (
            <button onClick={(event) => event.detail < 2 && (writing ? stop : again)()}>
              {t(writing ? 'stop' : canResume.value ? 'resume' : 'again')}
            </button>
          )}
        </div>
        <MoreActions />
      </div>
      {settings.value?.policy?.disclosure && (
        <Lazy load={() => import('./disclosure.tsx').then(({ Disclosure }) => Disclosure)} />
      )}
    </>
  )
}

/** Asked for, and no draft came; a recipe's form stands there to be sent again. */
function isUnanswered(): boolean {
  return draft.helper.value === null && asked.value !== null && asked.value !== 'recipe'
}

/** What the person should look at before the draft goes anywhere. */
function Warnings() {
  const { unsourced, personal, leftover, isForOther } = draft
  const found = [
    draft.notRead.value > 0 &&
      draft.helper.value === 'summarise' &&
      t('notRead', { percent: Math.ceil(draft.notRead.value * 100) }),
    draft.isForeign.value && t('wrongLanguage'),
    isForOther.value && t('forOther'),
    leftover.value && t('leftover'),
    personal.value > 0 && t('personal', { count: personal.value }),
    unsourced.value.length > 0 && t('unsourcedNote', { count: unsourced.value.length }),
  ]
  return <>{found.map((warning) => warning && <p class="warning small">{warning}</p>)}</>
}

/** Machine-made proof of work has cost people their posts: "selesai" needs evidence from the field (domain §0). */
function Evidence() {
  return (
    <label class="card evidence">
      <input
        type="checkbox"
        checked={draft.hasEvidence.value}
        onChange={(event) => (draft.hasEvidence.value = event.currentTarget.checked)}
      />
      <span>{t('evidence')}</span>
    </label>
  )
}

/** How much of the portal's field the draft takes. */
function Room() {
  const room = target.value?.field.room ?? null
  if (room === null || !draft.written.value || draft.isTermList.value || insertion.isThere.value) return null
  const over = insertion.over.value
  return (
    <p class={over > 0 ? 'warning small' : 'muted small'}>
      {t('charCount', { count: number(draft.filled.value.length), room: number(room) })}
      {over > 0 && ` · ${t('overRoom', { over: number(over) })}`}
    </p>
  )
}

/** Not `disabled`, which would take the focus from a button that can't be used for a while: pressed, it says why. */
function Actions() {
  const lacking = insertion.lacking.value
  const nothing = draft.written.value ? '' : t('draftNone')
  return (
    <>
      {!draft.isTermList.value && (
        <button
          id="insert"
          class="primary"
          aria-disabled={lacking !== '' || insertion.inserting.value}
          title={lacking}
          onClick={(event) => event.detail < 2 && void insertion.insert()}
        >
          {t('insert')}
        </button>
      )}
      <button
        class={draft.isTermList.value ? 'primary' : ''}
        aria-disabled={nothing !== ''}
        title={nothing}
        onClick={() => void insertion.copy()}
      >
        {t('copy')}
      </button>
      {insertion.canUndo.value && <button onClick={() => void undo()}>{t('undo')}</button>}
    </>
  )
}

/** The button is gone then: the focus goes to the one that would be pressed next. */
async function undo(): Promise<void> {
  await insertion.undo()
  document.getElementById('insert')?.focus()
}

function MoreActions() {
  if (draft.writing.value) return null
  return (
    <div class="links">
      {draft.written.value && (
        <button class="link" aria-pressed={editing.value} onClick={() => (editing.value = !editing.value)}>
          {editing.value ? t('editDone') : t('editDraft')}
        </button>
      )}
      {draft.previous.value && (
        <button class="link" onClick={draft.restorePrevious}>
          {t('previous')}
        </button>
      )}
      <button
        class="link"
        aria-expanded={templatesOpen.value}
        onClick={() => (templatesOpen.value = !templatesOpen.value)}
      >
        {t('templates')}
      </button>
      {settings.value?.history && (
        <button
          class="link"
          aria-expanded={historyOpen.value}
          onClick={() => (historyOpen.value = !historyOpen.value)}
        >
          {t('history')}
        </button>
      )}
    </div>
  )
}

function DraftEditor() {
  return (
    <textarea
      aria-label={t('draftText')}
      value={draft.written}
      onInput={(event) => draft.edit(event.currentTarget.value)}
    />
  )
}

/** While it is being written only one text node changes; the slots and warnings come when it is done. */
function DraftText() {
  let end = 0
  if (draft.writing.value) return <p class="text">{draft.written}</p>
  if (!draft.written.value) return <p class="muted">{t('draftEmpty')}</p>
  return (
    <p class="text">
      {draft.pieces.value.map((piece, index) => {
        const start = end
        end = piece.kind === 'slot' ? piece.end : start + piece.text.length
        if (piece.kind === 'text') {
          const Text = draft.pointsBack.value ? Lines : Checked
          return <Text key={index} start={start} text={piece.text} />
        }
        const value = draft.valueOf(piece.name)
        return (
          <mark key={index} class={value ? 'filled' : 'empty'}>
            {value || labelInDraft(piece.name)}
          </mark>
        )
      })}
    </p>
  )
}

/** Each line of a summary with a way back to what it sums up. */
function Lines({ start, text }: { start: number; text: string }) {
  let at = 0
  return (
    <>
      {text.split(/(?<=\n)/).map((line) => {
        const from = at
        at += line.length
        const words = line.trim()
        const block = words ? source.anchorOf.value(words) : undefined
        return (
          <span key={from}>
            <Checked start={start + from} text={line.trimEnd()} />
            {block && (
              <button
                class="link anchor"
                aria-label={t('showOnPage', { words: words.slice(0, 60) })}
                title={t('showOnPageHint')}
                onClick={() => void draft.showSource(block)}
              />
            )}
            {line.slice(line.trimEnd().length)}
          </span>
        )
      })}
    </>
  )
}

/** A stretch of the draft: numbers that the source does not hold are underlined, and what a check points at is marked. */
function Checked({ start, text }: { start: number; text: string }) {
  const parts = []
  let from = 0
  for (const { start: begin, end, ...fact } of marksOf(draft.unsourced.value, draft.pointed.value)) {
    const at = begin - start
    if (at < from || end - start > text.length) continue
    const words = text.slice(at, end - start)
    parts.push(
      text.slice(from, at),
      'kind' in fact ? (
        <u key={at} class="unsourced" title={t('unsourced')}>
          {words}
        </u>
      ) : (
        <Pointed key={at} words={words} />
      ),
    )
    from = end - start
  }
  return (
    <>
      {parts}
      {text.slice(from)}
    </>
  )
}

/** What is pointed at wins over an underline on the same words. */
function marksOf(facts: typeof draft.unsourced.value, pointed: typeof draft.pointed.value) {
  if (!pointed) return facts
  const others = facts.filter(({ start, end }) => end <= pointed.start || start >= pointed.end)
  return [...others, pointed].sort((a, b) => a.start - b.start)
}

function Pointed({ words }: { words: string }) {
  const place = useRef<HTMLElement>(null)
  useEffect(() => place.current?.scrollIntoView({ block: 'center' }), [words])
  return (
    <mark ref={place} class="pointed">
      {words}
    </mark>
  )
}
