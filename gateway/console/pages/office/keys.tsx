import { useState } from 'preact/hooks'
import type { KeyMade, KeyShown } from '../../../../shared/protocol/admin-answers.ts'
import { api } from '../../api.ts'
import { day, moment, t } from '../../i18n/index.ts'
import { fieldsOf, limitsOf, type LimitFields } from '../../key-limits.ts'
import { Check } from '../../parts/check.tsx'
import { draftOf, forgetDraft } from '../../parts/draft.ts'
import { Field, Form } from '../../parts/form.tsx'
import { GroupInput, LimitInputs } from '../../parts/key-terms.tsx'
import { Loaded, useAsked } from '../../parts/loaded.tsx'
import { Making } from '../../parts/making.tsx'
import { Section } from '../../parts/page.tsx'
import { Table, type Column } from '../../parts/table.tsx'
import { hrefTo } from '../../router.ts'
import { mayChangeKeys } from '../../session.ts'
import { KeyState, stateOf, summaryOf } from './key-state.tsx'
import type { TabProps } from './tab.ts'

/** All keys of an office; each opens for what may be done to it. */
export function Keys({ office, asked: askedOffice }: TabProps) {
  const asked = useAsked(() => api.keys(office.id), office.id)
  const [withRevoked, setWithRevoked] = useState(false)
  const mayChange = mayChangeKeys(office.id) && office.removedAt === null
  return (
    <>
      {mayChange && (
        <Making<KeyMade>
          opener={t('makeKey')}
          hint={t('makeKeyHint')}
          form={(onMade, onCancel) => (
            <MakeKey office={office} asked={askedOffice} onMade={onMade} onCancel={onCancel} />
          )}
          secretOf={({ label, key }) => ({
            title: t('keyMade', { label }),
            label: t('keySecret'),
            text: key,
          })}
          reload={asked.reload}
        />
      )}
      <Loaded asked={asked}>
        {({ keys }) => (
          <>
            {keys.some(({ revokedAt }) => revokedAt !== null) && (
              <Check label={t('showRevoked')} isOn={withRevoked} onChange={setWithRevoked} />
            )}
            <Table
              caption={t('keys')}
              columns={columns(office.id)}
              rows={keys.filter(({ revokedAt }) => withRevoked || revokedAt === null)}
              rowKey={({ id }) => id}
              textOf={(key) =>
                `${key.label} ${key.id} ${key.group ?? ''} ${key.enrolment ?? ''} ${stateOf(key)}`
              }
              empty={t(keys.length === 0 ? 'keysEmpty' : 'keysOnlyEnded')}
            />
          </>
        )}
      </Loaded>
    </>
  )
}

function columns(office: string): Column<KeyShown>[] {
  return [
    {
      key: 'label',
      title: t('keyLabel'),
      cell: ({ id, label }) => (
        <>
          <a href={hrefTo('instansi', office, 'kunci', id)}>{label}</a>{' '}
          <span class="code small muted">{id}</span>
        </>
      ),
      sort: ({ label }) => label,
    },
    { key: 'state', title: t('keyState'), cell: (key) => <KeyState of={key} />, sort: stateOf },
    { key: 'group', title: t('keyGroup'), cell: ({ group }) => group ?? '–', sort: ({ group }) => group },
    { key: 'limits', title: t('keyLimits'), cell: ({ limits }) => summaryOf(limits) },
    {
      key: 'expiry',
      title: t('keyExpiry'),
      cell: ({ expiresOn }) => (expiresOn === null ? t('keyForever') : day(expiresOn)),
      sort: ({ expiresOn }) => expiresOn,
    },
    {
      key: 'used',
      title: t('keyLastUsed'),
      cell: ({ lastUsedAt }) => (lastUsedAt === null ? t('never') : moment(lastUsedAt)),
      sort: ({ lastUsedAt }) => lastUsedAt,
    },
  ]
}

function MakeKey(props: TabProps & { onMade: (key: KeyMade) => Promise<void>; onCancel: () => void }) {
  const { office } = props
  const name = `key ${office.id}`
  const draft = draftOf(name, { label: '', expiresOn: '', group: '', ...fieldsOf({}) })
  const { label, expiresOn, group } = draft.value
  const set = (change: Partial<typeof draft.value & LimitFields>) =>
    (draft.value = { ...draft.value, ...change })
  const send = async () => {
    const made = await api.makeKey(office.id, {
      label: label.trim(),
      limits: limitsOf(draft.value),
      expiresOn: expiresOn || null,
      ...(group && { group }),
    })
    if (!made.ok) return made.failure
    forgetDraft(name)
    await props.onMade(made.value)
    return null
  }
  return (
    <Section title={t('makeKey')} hint={t('makeKeyHint')}>
      <Form isOpened submit={t('makeKey')} onSubmit={send} onCancel={props.onCancel}>
        <Field
          label={t('keyLabel')}
          hint={t('keyLabelHint')}
          value={label}
          onInput={(label) => set({ label })}
          required
          maxLength={80}
        />
        <Field
          label={t('keyExpiry')}
          hint={t('expiryHint')}
          value={expiresOn}
          onInput={(expiresOn) => set({ expiresOn })}
          type="date"
        />
        <GroupInput groups={office.groups} value={group} onInput={(group) => set({ group })} />
        <LimitInputs value={draft.value} onInput={set} />
      </Form>
    </Section>
  )
}
