import { signal } from '@preact/signals'
import { diffWords } from 'diff'
import { useEffect, useRef } from 'preact/hooks'
import { askHelper, type CallFailure, type Connection, type DraftEvent } from '../../gateway.ts'
import { t } from '../../i18n/index.ts'
import * as draft from '../draft.ts'
import { loadRedaction } from '../redaction.ts'
import { connection, failure, refreshUsage, status } from '../session.ts'
import { isOnDevice } from './way.ts'

/** Of which draft it is: a changed draft needs another. */
const back = signal<{ of: string; text: string } | null>(null)
const running = signal(false)

/** What a foreign text says, back in Indonesian: words that the source does not have are marked. One action at the gateway. */
export function BackTranslation() {
  const heading = useRef<HTMLHeadingElement>(null)
  const shown = back.value?.of === draft.filled.value ? back.value.text : ''
  // The button that was pressed is gone then.
  useEffect(() => {
    if (shown && document.activeElement === document.body) heading.current?.focus()
  }, [shown])
  return (
    <section class="card" aria-label={t('backTitle')} aria-busy={running.value}>
      {shown ? (
        <>
          <h2 ref={heading} tabIndex={-1}>
            {t('backTitle')}
          </h2>
          <p class="text small">{draft.helper.value === 'translate' ? <Compared text={shown} /> : shown}</p>
        </>
      ) : (
        <button class="link" aria-disabled={running.value} onClick={() => void translateBack()}>
          {t(running.value ? 'backRunning' : staysHere() ? 'backOnDevice' : 'backStart')}
        </button>
      )}
    </section>
  )
}

function Compared({ text }: { text: string }) {
  const parts = diffWords(draft.madeFrom.value, text, { ignoreCase: true }).filter(({ removed }) => !removed)
  return <>{parts.map(({ value, added }, at) => (added ? <mark key={at}>{value}</mark> : value))}</>
}

/** What the browser translated does not leave to be translated back. */
function staysHere(): boolean {
  return draft.onDevice.value || isOnDevice()
}

async function translateBack(): Promise<void> {
  const to = connection.value
  if (!to || running.value) return
  running.value = true
  failure.value = null
  const of = draft.filled.value
  const isLocal = staysHere()
  const { text, failed } = await (isLocal ? readHere(of) : readAtGateway(to, of)).finally(
    () => (running.value = false),
  )
  if (text) back.value = { of, text: text.trim() }
  status.value = failed ? '' : t('backDone')
  if (!isLocal) await refreshUsage()
  if (failed) failure.value = failed
}

interface Read {
  text: string
  failed: CallFailure | null
}

async function readHere(of: string): Promise<Read> {
  const { translateOnDevice } = await import('./on-device.ts')
  const showDownload = (percent: number) => (status.value = t('deviceDownload', { percent }))
  return whole(translateOnDevice(of, draft.into.value, 'id', new AbortController().signal, showDownload))
}

async function readAtGateway(to: Connection, of: string): Promise<Read> {
  const engine = await loadRedaction()
  // What was hidden in the source is hidden here too, though the page may show another case by now.
  const { text, map } = engine.redact(of, { hide: draft.hidden.value })
  const read = await whole(askHelper(to, 'translate', text, { target: 'id' }, new AbortController().signal))
  return { ...read, text: engine.restore(read.text, map) }
}

async function whole(answer: AsyncIterable<DraftEvent>): Promise<Read> {
  let text = ''
  let failed: CallFailure | null = null
  for await (const event of answer) {
    if (event.kind === 'text') text += event.text
    if (event.kind === 'again') text = ''
    if (event.kind === 'failure') failed = event.failure
    if (event.kind === 'end' && event.cutOff) failed = { code: 'answer_cut_off', requestId: null }
  }
  return { text, failed }
}
