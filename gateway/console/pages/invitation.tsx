import { useState } from 'preact/hooks'
import { api } from '../api.ts'
import { t } from '../i18n/index.ts'
import { Codes } from '../parts/codes.tsx'
import { Field, Form } from '../parts/form.tsx'
import { Loaded, useAsked } from '../parts/loaded.tsx'
import { Hint } from '../parts/notice.tsx'
import { Page } from '../parts/page.tsx'
import { deviceName, makePasskey, passkeysWork } from '../passkey.ts'
import { invitationToken, route } from '../router.ts'
import { signedIn } from '../session.ts'

/** Opens an invitation: a passkey is made, the recovery codes are shown once, and one is in. */
export function Invitation() {
  const token = invitationToken.value
  const [codes, setCodes] = useState<string[] | null>(null)
  const enter = async () => {
    invitationToken.value = ''
    history.replaceState(null, '', '#/')
    route.value = []
    await signedIn()
  }
  if (codes)
    return (
      <Page title={t('invitationTitle')}>
        <Codes codes={codes} done={t('toConsole')} onSaved={() => void enter()} />
      </Page>
    )
  return (
    <Page title={t('invitationTitle')}>
      {!token && <Hint>{t('invitationMissing')}</Hint>}
      {token && !passkeysWork() && <Hint>{t('passkeyNeedsName')}</Hint>}
      {token && passkeysWork() && <MakePasskey key={token} token={token} onMade={setCodes} />}
    </Page>
  )
}

function MakePasskey({ token, onMade }: { token: string; onMade: (codes: string[]) => void }) {
  const [label, setLabel] = useState(deviceName())
  const asked = useAsked(() => api.openInvitation(token), token)
  const make = async () => {
    // A challenge is used up by the first try.
    const opened = await api.openInvitation(token)
    if (!opened.ok) return opened.failure
    const made = await makePasskey(opened.value.options, label.trim())
    if (!made.ok) return made.failure
    const accepted = await api.acceptInvitation(token, made.value)
    if (!accepted.ok) return accepted.failure
    onMade(accepted.value.codes)
    return null
  }
  return (
    <Loaded asked={asked}>
      {({ actor }) => (
        <div class="card">
          <p>
            <strong>{t('invitationFor', { name: actor.name, role: t(`role_${actor.role}`) })}</strong>
          </p>
          <p>{t('invitationHint')}</p>
          <Form submit={t('makePasskey')} onSubmit={make}>
            <Field label={t('passkeyName')} value={label} onInput={setLabel} required maxLength={80} />
          </Form>
        </div>
      )}
    </Loaded>
  )
}
