import { signal } from '@preact/signals'
import { useEffect, useRef } from 'preact/hooks'
import { number, t } from '../../i18n/index.ts'
import * as draft from '../draft.ts'
import * as source from '../source.ts'
import { FileButton, LetterNote, Letters } from '../letter/view.tsx'
import { redactionIfLoaded } from '../redaction.ts'
import { HiddenList, kindName } from './hidden-list.tsx'
import { aboutSource, SectionList, TableNote, UnreadNote } from './source-parts.tsx'

const editing = signal(false)
const selected = signal('')
/** All of the preview, however long. */
const whole = signal(false)
/** There is more than fits, so that there is something to show or to fold away. */
const overflows = signal(false)

/** What would be sent, with what is hidden in it: seen before it leaves (design D3). */
export function SourceView() {
  return (
    <section class={`card ${extent()}`} aria-labelledby="source-title">
      <header class="row">
        <h2 id="source-title">{t('sourceTitle')}</h2>
        <SourceSwitch />
      </header>
      <Letters />
      {editing.value ? <Editor /> : <Preview />}
      {source.cut.value && source.kind.value !== 'letter' && <p class="warning small">{t('sourceCut')}</p>}
      <TableNote />
      <p class="muted small">
        {aboutSource() && `${aboutSource()} · `}
        {source.reading.value ? t('reading') : t('sourceCount', { count: number(source.text.value.length) })}
        {source.language.value &&
          source.language.value !== 'id' &&
          ` · ${t('inLanguage', { language: t(`language.${source.language.value}`) })}`}
        {source.kind.value === 'own' && ` · ${t('fromOwn')}`}
        {source.fromDialog.value && source.kind.value === 'page' && ` ${t('sourceDialog')}`}
        {source.text.value &&
          redactionIfLoaded() &&
          source.marks.value.length === 0 &&
          ` · ${t('hiddenNone')}`}
      </p>
      <LetterNote />
      <UnreadNote />
      <InjectionNote />
      <SectionList />
      <HiddenList />
      <div class="links">
        {!editing.value && overflows.value && (
          <button
            class="link"
            aria-expanded={whole.value}
            aria-controls="source-preview"
            onClick={() => (whole.value = !whole.value)}
          >
            {t(whole.value ? 'showPart' : 'showAll')}
          </button>
        )}
        <button class="link" aria-pressed={editing.value} onClick={() => (editing.value = !editing.value)}>
          {editing.value ? t('editDone') : t('editSource')}
        </button>
        <FileButton />
        {source.ownBefore.value !== null && (
          <button class="link" onClick={source.restoreOwn}>
            {t('restoreOwn')}
          </button>
        )}
        {source.offeredSite.value && !draft.helper.value && (
          <button class="link" onClick={() => void source.allowSite()}>
            {t('allowSite')}
          </button>
        )}
      </div>
    </section>
  )
}

/** Somebody wrote to the model, not to the office. */
function InjectionNote() {
  const [first] = source.injection.value
  return (
    <>
      {first && <p class="warning small">{t('injection', { words: first.slice(0, quoteLength) })}</p>}
      {source.hiddenInjection.value && <p class="warning small">{t('injectionHidden')}</p>}
    </>
  )
}
const quoteLength = 80

/** Once there is a draft, that is what the eye needs. */
function extent(): string {
  if (whole.value) return 'whole'
  return draft.helper.value ? 'compact' : ''
}

function SourceSwitch() {
  const choose = (want: 'selection' | 'page') => {
    editing.value = false
    void source.refresh(want)
  }
  return (
    <div class="switch" role="group" aria-label={t('sourceTitle')}>
      <button aria-pressed={source.kind.value === 'selection'} onClick={() => choose('selection')}>
        {t('fromSelection')}
      </button>
      <button
        aria-pressed={source.kind.value === 'page'}
        title={t('readAgain')}
        onClick={() => choose('page')}
      >
        {t('fromPage')}
      </button>
    </div>
  )
}

function Editor() {
  return (
    <textarea
      class="source"
      aria-label={t('sourceText')}
      value={source.text}
      onInput={(event) => source.write(event.currentTarget.value)}
    />
  )
}

function Preview() {
  const box = useRef<HTMLDivElement>(null)
  const isEmpty = !source.text.value
  /** What is seen of it while not all is. */
  const room = useRef(0)
  const measure = () => {
    const { scrollHeight = 0, clientHeight = 0 } = box.current ?? {}
    if (!whole.value) room.current = clientHeight
    overflows.value = scrollHeight > room.current + 1
  }
  useEffect(() => {
    // Wider, narrower, or made compact by a draft; a new text is measured below.
    const watcher = new ResizeObserver(measure)
    if (box.current) watcher.observe(box.current)
    return () => watcher.disconnect()
  }, [isEmpty])
  useEffect(measure, [source.text.value, source.marks.value])
  if (isEmpty)
    return (
      <p class="source muted">
        {t(
          source.reading.value
            ? 'reading'
            : source.letters.value.some(({ shown }) => shown)
              ? 'sourceLetter'
              : 'sourceEmpty',
        )}
      </p>
    )
  const note = () => (selected.value = String(document.getSelection() ?? '').trim())
  return (
    <>
      <div
        ref={box}
        id="source-preview"
        class="source"
        tabIndex={0}
        role="group"
        aria-label={t('preview')}
        onPointerUp={note}
        onKeyUp={note}
      >
        <MarkedText />
      </div>
      {selected.value && (
        <button
          onClick={() => {
            source.hide(selected.value)
            selected.value = ''
          }}
        >
          {t('hideSelected')}
        </button>
      )}
      {source.marks.value.length > 0 && extent() !== 'compact' && <p class="muted small">{t('hideHint')}</p>}
    </>
  )
}

/** More than anybody reads here; a page of 200,000 paragraphs must not freeze the panel. */
const previewLength = 20_000

function MarkedText() {
  const text = source.text.value.slice(0, previewLength)
  const parts = []
  let from = 0
  for (const mark of source.marks.value) {
    if (mark.end > previewLength) break
    parts.push(text.slice(from, mark.start), <MarkButton key={mark.start} mark={mark} />)
    from = mark.end
  }
  return (
    <>
      {parts}
      {text.slice(from)}
      {source.text.value.length > previewLength && <em>{t('previewCut')}</em>}
    </>
  )
}

function MarkButton({ mark }: { mark: source.Mark }) {
  const type = kindName(mark.type)
  const name = t(mark.hidden ? 'markHidden' : 'markShown', { type, value: mark.value })
  return (
    <button
      class="mark"
      aria-pressed={mark.hidden}
      aria-label={name}
      title={name}
      onClick={() => source.toggle(mark)}
    >
      {mark.value}
    </button>
  )
}
