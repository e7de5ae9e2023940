import { useState } from 'preact/hooks'
import type { Me } from '../../../shared/protocol/admin-answers.ts'
import { api, type Failure, type Result } from '../api.ts'
import { moment, t } from '../i18n/index.ts'
import { Codes } from '../parts/codes.tsx'
import { Confirm } from '../parts/dialog.tsx'
import { Field, Form } from '../parts/form.tsx'
import { Hint } from '../parts/notice.tsx'
import { Page, Section } from '../parts/page.tsx'
import { complain, say } from '../parts/status.tsx'
import { deviceName, makePasskey, passkeysWork } from '../passkey.ts'
import { loadMe, me } from '../session.ts'

/** One's own passkeys, recovery codes and sessions. */
export function Account() {
  const own = me.value
  if (!own) return null
  return (
    <Page title={t('account')}>
      {own.actor.id === null ? (
        <Hint>
          <p>{t('accountToken')}</p>
        </Hint>
      ) : (
        <>
          <Passkeys own={own} />
          <RecoveryCodes left={own.codesLeft} />
        </>
      )}
      <Sessions sessions={own.sessions} />
    </Page>
  )
}

/** Says what was done, and shows it. */
async function followed(answer: Result<unknown>, text: string): Promise<Failure | null> {
  if (!answer.ok) return answer.failure
  await loadMe()
  say(text)
  return null
}

function Passkeys({ own: { passkeys } }: { own: Me }) {
  const [label, setLabel] = useState(deviceName())
  const [removing, setRemoving] = useState<Me['passkeys'][number] | null>(null)
  const add = async () => {
    const options = await api.passkeyOptions()
    if (!options.ok) return options.failure
    const made = await makePasskey(options.value, label.trim())
    return made.ok ? followed(await api.addPasskey(made.value), t('passkeyAdded')) : made.failure
  }
  return (
    <Section title={t('passkeys')}>
      {passkeys.length === 0 && <p>{t('passkeysEmpty')}</p>}
      <ul class="list">
        {passkeys.map((passkey) => (
          <li key={passkey.id}>
            <div>
              <strong>{passkey.label}</strong>
              <p class="small muted">
                {t('madeAt')}: {moment(passkey.madeAt)} · {t('lastUsed')}:{' '}
                {passkey.lastUsedAt === null ? t('never') : moment(passkey.lastUsedAt)}
              </p>
            </div>
            <button onClick={() => setRemoving(passkey)} aria-label={`${t('remove')}: ${passkey.label}`}>
              {t('remove')}
            </button>
          </li>
        ))}
      </ul>
      {passkeysWork() && (
        <Form submit={t('addPasskey')} onSubmit={add}>
          <Field label={t('passkeyName')} value={label} onInput={setLabel} required maxLength={80} />
        </Form>
      )}
      {removing && (
        <Confirm
          title={t('removePasskey', { name: removing.label })}
          text={t(passkeys.length === 1 ? 'removeLastPasskey' : 'removePasskeyHint')}
          action={t('remove')}
          onConfirm={async () => followed(await api.removePasskey(removing.id), t('passkeyRemoved'))}
          onClose={() => setRemoving(null)}
        />
      )}
    </Section>
  )
}

function RecoveryCodes({ left }: { left: number }) {
  const [isSure, setSure] = useState(false)
  const [codes, setCodes] = useState<string[] | null>(null)
  const make = async () => {
    const made = await api.makeRecoveryCodes()
    if (!made.ok) return made.failure
    setCodes(made.value.codes)
    await loadMe()
    return null
  }
  if (codes) return <Codes codes={codes} done={t('iHaveSaved')} onSaved={() => setCodes(null)} />
  return (
    <Section title={t('recoveryCodes')}>
      <p>{t('codesLeft', { count: left })}</p>
      <div class="actions">
        <button onClick={() => setSure(true)}>{t('newCodes')}</button>
      </div>
      {isSure && (
        <Confirm
          title={t('newCodesSure')}
          text={t('newCodesHint')}
          action={t('newCodes')}
          onConfirm={make}
          onClose={() => setSure(false)}
        />
      )}
    </Section>
  )
}

function Sessions({ sessions }: { sessions: Me['sessions'] }) {
  return (
    <Section title={t('sessions')} hint={t('sessionsHint')}>
      <ul class="list">
        {sessions.map(({ id, label, madeAt, expiresAt, isThis }) => (
          <li key={id}>
            <div>
              <strong>{label}</strong> {isThis && <span class="tag">{t('thisSession')}</span>}
              <p class="small muted">{t('sessionSpan', { from: moment(madeAt), to: moment(expiresAt) })}</p>
            </div>
            {!isThis && <EndSession id={id} name={label} />}
          </li>
        ))}
      </ul>
      {sessions.length > 1 && (
        <Form
          submit={t('endOthers')}
          onSubmit={async () => followed(await api.endSession('others'), t('sessionEnded'))}
        />
      )}
    </Section>
  )
}

function EndSession({ id, name }: { id: string; name: string }) {
  return (
    <button
      aria-label={t('endSessionOf', { name })}
      onClick={async () => {
        const failure = await followed(await api.endSession(id), t('sessionEnded'))
        if (failure) complain(failure)
      }}
    >
      {t('endSession')}
    </button>
  )
}
