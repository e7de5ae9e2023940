import { useState } from 'preact/hooks'
import type { EnrolmentMade, EnrolmentShown } from '../../../../shared/protocol/admin-answers.ts'
import { api } from '../../api.ts'
import { countOf, countPattern } from '../../caps.ts'
import { day, moment, number, t } from '../../i18n/index.ts'
import { fieldsOf, limitsOf, type LimitFields } from '../../key-limits.ts'
import { Dialog } from '../../parts/dialog.tsx'
import { draftOf, forgetDraft } from '../../parts/draft.ts'
import { Field, Form, Select } from '../../parts/form.tsx'
import { GroupInput, LimitInputs } from '../../parts/key-terms.tsx'
import { Loaded, useAsked } from '../../parts/loaded.tsx'
import { Making } from '../../parts/making.tsx'
import { Section } from '../../parts/page.tsx'
import { say } from '../../parts/status.tsx'
import { Table, type Column } from '../../parts/table.tsx'
import { mayChangeKeys } from '../../session.ts'
import { summaryOf } from './key-state.tsx'
import type { TabProps } from './tab.ts'

/** The links with which browsers get their keys. */
export function Enrolments({ office, asked: askedOffice }: TabProps) {
  const asked = useAsked(() => api.enrolments(office.id), office.id)
  const [closing, setClosing] = useState<EnrolmentShown | null>(null)
  const mayChange = mayChangeKeys(office.id) && office.removedAt === null
  return (
    <>
      {mayChange && (
        <Making<EnrolmentMade>
          opener={t('makeLink')}
          hint={t('linksHint')}
          form={(onMade, onCancel) => (
            <MakeLink office={office} asked={askedOffice} onMade={onMade} onCancel={onCancel} />
          )}
          secretOf={({ label, link }) => ({
            title: t('linkMade', { label }),
            label: t('linkSecret'),
            text: link,
            hint: t('linkShown'),
          })}
          reload={asked.reload}
        />
      )}
      <Loaded asked={asked}>
        {({ enrolments }) => (
          <Table
            caption={t('links')}
            columns={columns(mayChange ? setClosing : null)}
            rows={enrolments}
            rowKey={({ id }) => id}
            textOf={(link) => `${link.label} ${link.id} ${link.group ?? ''} ${stateOf(link)}`}
            empty={t('linksEmpty')}
          />
        )}
      </Loaded>
      {closing && (
        <CloseLink office={office.id} link={closing} onDone={asked.reload} onClose={() => setClosing(null)} />
      )}
    </>
  )
}

/** @param onClose null where the person may not */
function columns(onClose: ((link: EnrolmentShown) => void) | null): Column<EnrolmentShown>[] {
  const shown: Column<EnrolmentShown>[] = [
    {
      key: 'label',
      title: t('linkLabel'),
      cell: ({ id, label }) => (
        <>
          {label} <span class="code small muted">{id}</span>
        </>
      ),
      sort: ({ label }) => label,
    },
    {
      key: 'state',
      title: t('keyState'),
      cell: (link) => (
        <span class={stateOf(link) === t('linkOpen') ? 'tag' : 'tag off'}>{stateOf(link)}</span>
      ),
      sort: (link) => stateOf(link),
    },
    {
      key: 'enrolled',
      title: t('linkEnrolled'),
      cell: ({ enrolled, devices }) => t('linkOf', { enrolled: number(enrolled), devices: number(devices) }),
      sort: ({ enrolled }) => enrolled,
      isNumber: true,
    },
    {
      key: 'until',
      title: t('linkUntil'),
      cell: ({ expiresAt }) => moment(expiresAt),
      sort: ({ expiresAt }) => expiresAt,
    },
    { key: 'group', title: t('keyGroup'), cell: ({ group }) => group ?? '–', sort: ({ group }) => group },
    { key: 'limits', title: t('keyLimits'), cell: ({ limits }) => summaryOf(limits) },
    {
      key: 'keys',
      title: t('linkKeysUntil'),
      cell: ({ keysExpireOn }) => (keysExpireOn === null ? t('keyForever') : day(keysExpireOn)),
      sort: ({ keysExpireOn }) => keysExpireOn,
    },
  ]
  if (onClose)
    shown.push({
      key: 'actions',
      title: '',
      cell: (link) =>
        link.revokedAt === null && (
          <button aria-label={t('closeLinkOf', { label: link.label })} onClick={() => onClose(link)}>
            {t('closeLink')}
          </button>
        ),
    })
  return shown
}

function stateOf({ revokedAt, expiresAt, enrolled, devices }: EnrolmentShown): string {
  if (revokedAt !== null) return t('linkRevoked')
  if (Date.parse(expiresAt) <= Date.now()) return t('linkEnded')
  return enrolled >= devices ? t('linkFull') : t('linkOpen')
}

function MakeLink(
  props: TabProps & { onMade: (link: EnrolmentMade) => Promise<void>; onCancel: () => void },
) {
  const { office } = props
  const name = `link ${office.id}`
  const draft = draftOf(name, {
    label: t('linkDefaultLabel'),
    devices: '100',
    until: '',
    keysUntil: '',
    group: '',
    ...fieldsOf({}),
  })
  const { label, devices, until, keysUntil, group } = draft.value
  const set = (change: Partial<typeof draft.value & LimitFields>) =>
    (draft.value = { ...draft.value, ...change })
  const send = async () => {
    const made = await api.makeEnrolment(office.id, {
      label: label.trim(),
      devices: countOf(devices) ?? 1,
      limits: limitsOf(draft.value),
      keysExpireOn: keysUntil || null,
      // To the end of that day in Jakarta.
      ...(until && { expiresAt: `${until}T23:59:59+07:00` }),
      ...(group && { group }),
    })
    if (!made.ok) return made.failure
    forgetDraft(name)
    await props.onMade(made.value)
    return null
  }
  return (
    <Section title={t('makeLink')} hint={t('linksHint')}>
      <Form isOpened submit={t('makeLink')} onSubmit={send} onCancel={props.onCancel}>
        <Field
          label={t('linkLabel')}
          value={label}
          onInput={(label) => set({ label })}
          required
          maxLength={80}
        />
        <Field
          label={t('linkDevices')}
          value={devices}
          onInput={(devices) => set({ devices })}
          required
          inputMode="numeric"
          pattern={countPattern}
        />
        <Field
          label={t('linkUntil')}
          hint={t('linkUntilHint')}
          value={until}
          onInput={(until) => set({ until })}
          type="date"
        />
        <Field
          label={t('linkKeysUntil')}
          hint={t('expiryHint')}
          value={keysUntil}
          onInput={(keysUntil) => set({ keysUntil })}
          type="date"
        />
        <GroupInput groups={office.groups} value={group} onInput={(group) => set({ group })} />
        <LimitInputs value={draft.value} onInput={set} />
      </Form>
    </Section>
  )
}

function CloseLink(props: {
  office: string
  link: EnrolmentShown
  onDone: () => Promise<void>
  onClose: () => void
}) {
  const { id, label } = props.link
  const [which, setWhich] = useState<'link' | 'keys'>('link')
  const close = async () => {
    const closed =
      which === 'link'
        ? await api.revokeEnrolment(props.office, id)
        : await api.revokeKeys(props.office, 'enrolment', id)
    if (!closed.ok) return closed.failure
    say(t('linkClosed'))
    props.onClose()
    await props.onDone()
    return null
  }
  return (
    <Dialog title={t('closeLinkSure', { label })} onClose={props.onClose}>
      <p>{t('closeLinkHint')}</p>
      <Form submit={t('closeLink')} isDanger onSubmit={close} onCancel={props.onClose}>
        <Select
          label={t('closeWhich')}
          value={which}
          choices={[
            ['link', t('close_link')],
            ['keys', t('close_keys')],
          ]}
          onInput={setWhich}
        />
      </Form>
    </Dialog>
  )
}
