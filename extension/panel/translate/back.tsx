import { signal } from '@preact/signals'
import { diffWords } from 'diff'
import { askHelper, type CallFailure } from '../../gateway.ts'
import { t } from '../../i18n/index.ts'
import * as draft from '../draft.ts'
import { loadRedaction } from '../redaction.ts'
import { connection, failure, refreshUsage, status } from '../session.ts'

/** Of which draft it is: a changed draft needs another. */
const back = signal<{ of: string; text: string } | null>(null)
const running = signal(false)

/** What a foreign text says, back in Indonesian: words that the source does not have are marked. One action. */
export function BackTranslation() {
  const shown = back.value?.of === draft.filled.value ? back.value.text : ''
  return (
    <section class="card" aria-label={t('backTitle')} aria-busy={running.value}>
      {shown ? (
        <>
          <h2>{t('backTitle')}</h2>
          <p class="text small">{draft.helper.value === 'translate' ? <Compared text={shown} /> : shown}</p>
        </>
      ) : (
        <button class="link" aria-disabled={running.value} onClick={() => void translateBack()}>
          {t(running.value ? 'backRunning' : 'backStart')}
        </button>
      )}
    </section>
  )
}

function Compared({ text }: { text: string }) {
  const parts = diffWords(draft.madeFrom.value, text, { ignoreCase: true }).filter(({ removed }) => !removed)
  return <>{parts.map(({ value, added }, at) => (added ? <mark key={at}>{value}</mark> : value))}</>
}

async function translateBack(): Promise<void> {
  const to = connection.value
  if (!to || running.value) return
  running.value = true
  failure.value = null
  const of = draft.filled.value
  let failed: CallFailure | null = null
  try {
    const engine = await loadRedaction()
    // What was hidden in the source is hidden here too, though the page may show another case by now.
    const { text, map } = engine.redact(of, { hide: draft.hidden.value })
    let answer = ''
    for await (const event of askHelper(
      to,
      'translate',
      text,
      { target: 'id' },
      new AbortController().signal,
    )) {
      if (event.kind === 'text') answer += event.text
      if (event.kind === 'again') answer = ''
      if (event.kind === 'failure') failed = event.failure
      if (event.kind === 'end' && event.cutOff) failed = { code: 'answer_cut_off', requestId: null }
    }
    if (answer) back.value = { of, text: engine.restore(answer, map).trim() }
    status.value = failed ? '' : t('backDone')
  } finally {
    running.value = false
  }
  await refreshUsage()
  if (failed) failure.value = failed
}
