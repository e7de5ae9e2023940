import { useState } from 'preact/hooks'
import { classApi } from '../../class-api.ts'
import { day, t } from '../../i18n/index.ts'
import { Confirm, Dialog } from '../../parts/dialog.tsx'
import { Form } from '../../parts/form.tsx'
import { say } from '../../parts/status.tsx'
import type { ClassProps } from './held.ts'

type Props = ClassProps & { onClose: () => void }

/** Asks before the code stops, and what becomes of the keys. */
export function EndClass({ held, asked, onClose }: Props) {
  const [keys, setKeys] = useState<'keep' | 'revoke'>('keep')
  const { id, name, keysUntil } = held
  const end = async () => {
    const ended = await classApi.end(id, keys)
    if (!ended.ok) return ended.failure
    await asked.reload()
    onClose()
    say(t('classEndedNow', { name }))
    return null
  }
  return (
    <Dialog title={t('endClassSure', { name })} onClose={onClose}>
      <p>{t('endClassHint')}</p>
      <Form submit={t('endClass')} isDanger onSubmit={end} onCancel={onClose}>
        <fieldset>
          <legend>{t('endKeys')}</legend>
          {(
            [
              ['keep', t('endKeep', { day: day(keysUntil) })],
              ['revoke', t('endRevoke')],
            ] as const
          ).map(([choice, words]) => (
            <label key={choice} class="check">
              <input type="radio" name="keys" checked={keys === choice} onChange={() => setKeys(choice)} />
              {words}
            </label>
          ))}
        </fieldset>
      </Form>
    </Dialog>
  )
}

/** For a class that is over and whose keys were kept. */
export function RevokeAll({ held: { id, name }, asked, onClose }: Props) {
  const revoke = async () => {
    const revoked = await classApi.end(id, 'revoke')
    if (!revoked.ok) return revoked.failure
    await asked.reload()
    say(t('revokedAll', { name }))
    return null
  }
  return (
    <Confirm
      title={t('revokeAllSure', { name })}
      text={t('revokeAllHint')}
      action={t('revokeAll')}
      onConfirm={revoke}
      onClose={onClose}
    />
  )
}
