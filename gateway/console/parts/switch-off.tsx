import { useState } from 'preact/hooks'
import type { KillSwitch } from '../../../shared/protocol/admin.ts'
import { cityApi } from '../api-city.ts'
import { t } from '../i18n/index.ts'
import { Dialog } from './dialog.tsx'
import { Field, Form } from './form.tsx'
import { complain, say } from './status.tsx'

type Which = Pick<KillSwitch, 'kind' | 'id'>

/** Turns something off at once, with the reason that the other admins read. @param name as people call it */
export function SwitchOff(props: {
  which: Which
  name: string
  onDone: () => Promise<void>
  onClose: () => void
}) {
  const [reason, setReason] = useState('')
  const turnOff = async () => {
    const done = await cityApi.setSwitch({ ...props.which, off: true, reason: reason.trim() })
    if (!done.ok) return done.failure
    props.onClose()
    await props.onDone()
    say(t('offNow', { name: props.name }), () => setOn(props.which), props.onDone)
    return null
  }
  return (
    <Dialog title={t('offSure', { name: props.name })} onClose={props.onClose}>
      <p>{t(`offHint_${props.which.kind}`)}</p>
      <Form isOpened submit={t('turnOff')} isDanger onSubmit={turnOff} onCancel={props.onClose}>
        <Field label={t('offReason')} value={reason} onInput={setReason} required maxLength={200} />
      </Form>
    </Dialog>
  )
}

export async function turnOn(which: Which, name: string, onDone: () => Promise<void>): Promise<void> {
  const done = await setOn(which)
  if (!done.ok) return complain(done.failure)
  await onDone()
  say(t('onNow', { name }))
}

function setOn(which: Which) {
  return cityApi.setSwitch({ ...which, off: false, reason: '' })
}
