import { useEffect, useState } from 'preact/hooks'
import { api, type Failure, type Result } from '../api.ts'
import { t } from '../i18n/index.ts'
import { Field, Form } from '../parts/form.tsx'
import { Hint } from '../parts/notice.tsx'
import { passkeysWork, signInByPasskey } from '../passkey.ts'
import { signedIn } from '../session.ts'

/** @param isAgain after a session that ended, above what one was doing */
export function SignIn({ isAgain = false }: { isAgain?: boolean }) {
  const works = passkeysWork()
  return (
    <>
      {isAgain ? <p>{t('sessionOver')}</p> : <h1>{t('signInTitle')}</h1>}
      <ByProxy />
      {works ? (
        <div class="card">
          <p class="muted">{t('passkeyHint')}</p>
          <Form submit={t('signInByPasskey')} onSubmit={async () => followed(await signInByPasskey())} />
        </div>
      ) : (
        <Hint>
          <p>{t('passkeyNeedsName')}</p>
        </Hint>
      )}
      <BySecret title={t('byCode')} hint={t('codeHint')} label={t('code')} send={api.signInWithCode} />
      <BySecret
        title={t('firstTime')}
        hint={t('tokenHint')}
        label={t('token')}
        send={api.signInWithToken}
        isHidden
        isOpen={!works}
      />
    </>
  )
}

/** Only where the operator has put a proxy in front that knows who comes. */
function ByProxy() {
  const [isThere, setThere] = useState(false)
  useEffect(() => void api.waysIn().then((ways) => setThere(ways.ok && ways.value.proxy)), [])
  if (!isThere) return null
  const send = async () => {
    const answer = await api.signInByProxy()
    return followed(answer.ok ? null : answer.failure)
  }
  return (
    <div class="card">
      <p class="muted">{t('proxyHint')}</p>
      <Form submit={t('signInByProxy')} onSubmit={send} />
    </div>
  )
}

function BySecret(props: {
  title: string
  hint: string
  label: string
  send: (secret: string) => Promise<Result<unknown>>
  isHidden?: boolean
  isOpen?: boolean
}) {
  const [secret, setSecret] = useState('')
  const send = async () => {
    const answer = await props.send(secret.trim())
    return followed(answer.ok ? null : answer.failure)
  }
  return (
    <details class="card" open={props.isOpen}>
      <summary>{props.title}</summary>
      <p class="muted">{props.hint}</p>
      <Form submit={t('signIn')} onSubmit={send}>
        <Field
          label={props.label}
          value={secret}
          onInput={setSecret}
          type={props.isHidden ? 'password' : 'text'}
          autocomplete="off"
          spellcheck={false}
          required
          maxLength={300}
        />
      </Form>
    </details>
  )
}

async function followed(failure: Failure | null): Promise<Failure | null> {
  return failure ?? signedIn()
}
