import { useState } from 'preact/hooks'
import { api } from '../../api.ts'
import { t } from '../../i18n/index.ts'
import { Confirm } from '../../parts/dialog.tsx'
import { draftOf, forgetDraft } from '../../parts/draft.ts'
import { Field, Form } from '../../parts/form.tsx'
import { Section } from '../../parts/page.tsx'
import { say } from '../../parts/status.tsx'
import { goTo } from '../../router.ts'
import type { TabProps } from './tab.ts'

/** Name, suspension, removal. */
export function OfficeSettings(props: TabProps) {
  return (
    <div class="columns">
      <Rename {...props} />
      <Suspend {...props} />
      <Remove {...props} />
    </div>
  )
}

function Rename({ office: { id, name }, asked }: TabProps) {
  const draftName = `name ${id}`
  const draft = draftOf(draftName, name)
  const save = async () => {
    const saved = await api.renameOffice(id, draft.value.trim())
    if (!saved.ok) return saved.failure
    forgetDraft(draftName)
    await asked.reload()
    say(t('renamed'), () => api.renameOffice(id, name), asked.reload)
    return null
  }
  return (
    <Section title={t('name')}>
      <Form submit={t('save')} onSubmit={save}>
        <Field
          label={t('officeName')}
          value={draft.value}
          onInput={(text) => (draft.value = text)}
          required
          maxLength={80}
        />
      </Form>
    </Section>
  )
}

function Suspend({ office: { id, name, suspendedAt }, asked }: TabProps) {
  const isActive = suspendedAt === null
  const change = async () => {
    const changed = await (isActive ? api.suspendOffice(id) : api.resumeOffice(id))
    if (!changed.ok) return changed.failure
    await asked.reload()
    say(
      t(isActive ? 'suspendedNow' : 'resumedNow', { name }),
      () => (isActive ? api.resumeOffice(id) : api.suspendOffice(id)),
      asked.reload,
    )
    return null
  }
  return (
    <Section title={t('suspendTitle')} hint={t('suspendHint')}>
      <Form submit={t(isActive ? 'disable' : 'enable')} onSubmit={change} />
    </Section>
  )
}

function Remove({ office: { id, name } }: TabProps) {
  const [isAsking, setAsking] = useState(false)
  const remove = async () => {
    const removed = await api.removeOffice(id)
    if (!removed.ok) return removed.failure
    say(t('removedNow', { name }))
    goTo('instansi')
    return null
  }
  return (
    <Section title={t('removeTitle')} hint={t('removeHint')}>
      <div class="actions">
        <button class="danger" onClick={() => setAsking(true)}>
          {t('removeNow')}
        </button>
      </div>
      {isAsking && (
        <Confirm
          title={t('removeOffice', { name })}
          text={t('removeHint')}
          action={t('removeNow')}
          word={id}
          onConfirm={remove}
          onClose={() => setAsking(false)}
        />
      )}
    </Section>
  )
}
