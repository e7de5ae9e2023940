import { useEffect, useRef } from 'preact/hooks'
import type { Trial } from '../../../../shared/protocol/admin-answers.ts'
import { isErrorCode, sentence } from '../../../../shared/protocol/errors.ts'
import { cityApi } from '../../api-city.ts'
import { number, t } from '../../i18n/index.ts'
import { useAsked } from '../../parts/loaded.tsx'
import { FailureNotice, Hint } from '../../parts/notice.tsx'

/** Placeholders stand in these brackets (shared/redaction/placeholder.ts). */
const hidden = /(⟦[^⟧]*⟧)/

/** Sends the sample letter, and shows what the model received of it beside what it answered. */
export function TrialView(props: { id: string; label: string; onClose: () => void }) {
  const asked = useAsked(() => cityApi.tryUpstream(props.id), props.id)
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  return (
    <section class="card">
      <h2 ref={heading} tabIndex={-1}>
        {t('trialOf', { name: props.label })}
      </h2>
      <div role="status">
        {asked.value ? <Verdict trial={asked.value} /> : !asked.failure && t('trialWorking')}
      </div>
      <FailureNotice failure={asked.failure} onAgain={() => void asked.reload()} />
      {asked.value && <Letters trial={asked.value} isOffline={props.id === 'offline'} />}
      <div class="actions">
        <button onClick={props.onClose}>{t('close')}</button>
      </div>
    </section>
  )
}

function Verdict({ trial: { ok, code, firstTokenMs, milliseconds, received } }: { trial: Trial }) {
  const count = received
    .filter(({ role }) => role === 'user')
    .reduce((sum, { content }) => sum + content.split(hidden).filter((part) => hidden.test(part)).length, 0)
  const all = number(milliseconds)
  return (
    <Hint isWarning={!ok || count === 0}>
      <p>
        <strong>
          {ok
            ? t('trialWorked', { first: number(firstTokenMs ?? milliseconds), all })
            : t('trialFailed', { all })}
        </strong>
      </p>
      {code && isErrorCode(code) && <p>{sentence(code)}</p>}
      <p>{count === 0 ? t('trialHidNone') : t('trialHid', { count })}</p>
    </Hint>
  )
}

function Letters({ trial, isOffline }: { trial: Trial; isOffline: boolean }) {
  const user = trial.received.filter(({ role }) => role === 'user')
  const prompt = trial.received.filter(({ role }) => role !== 'user')
  return (
    <>
      {isOffline && <p class="muted">{t('trialStays')}</p>}
      <details>
        <summary>{t('trialLetter')}</summary>
        <pre class="example">{trial.letter}</pre>
      </details>
      <div class="columns">
        <div class="stack">
          <h3>{t('trialReceived')}</h3>
          {user.map(({ content }) => (
            <pre class="example" key={content}>
              {content.split(hidden).map((part, at) => (at % 2 === 1 ? <mark key={at}>{part}</mark> : part))}
            </pre>
          ))}
          {prompt.length > 0 && (
            <details>
              <summary>{t('trialPrompt')}</summary>
              <pre class="example">{prompt.map(({ content }) => content).join('\n\n')}</pre>
            </details>
          )}
        </div>
        <div class="stack">
          <h3>{t('trialAnswer')}</h3>
          <pre class="example">{trial.answer || t('trialNoAnswer')}</pre>
        </div>
      </div>
    </>
  )
}
