import { useEffect, useRef, useState } from 'preact/hooks'
import type { KeyMade, KeyShown } from '../../../../shared/protocol/admin-answers.ts'
import { api, type Failure, type Result } from '../../api.ts'
import { day, moment, t } from '../../i18n/index.ts'
import { fieldsOf, limitsOf } from '../../key-limits.ts'
import { Confirm } from '../../parts/dialog.tsx'
import { draftOf, forgetDraft } from '../../parts/draft.ts'
import { Field, Form, Select } from '../../parts/form.tsx'
import { LimitInputs } from '../../parts/key-terms.tsx'
import { Loaded, useAsked } from '../../parts/loaded.tsx'
import { Section } from '../../parts/page.tsx'
import { Secret } from '../../parts/secret.tsx'
import { say } from '../../parts/status.tsx'
import { hrefTo } from '../../router.ts'
import { mayChangeKeys } from '../../session.ts'
import { KeyState, summaryOf } from './key-state.tsx'
import type { TabProps } from './tab.ts'

interface KeyProps {
  office: string
  shown: KeyShown
  reload: () => Promise<void>
}

/** One key: what it is, and what may be done to it. */
export function KeyDetail({ id, office }: TabProps & { id: string }) {
  const asked = useAsked(() => api.keys(office.id), office.id)
  const mayChange = mayChangeKeys(office.id) && office.removedAt === null
  return (
    <>
      <p>
        <a href={hrefTo('instansi', office.id, 'kunci')}>{t('back', { to: t('keys') })}</a>
      </p>
      <Loaded asked={asked}>
        {({ keys }) => {
          const shown = keys.find((key) => key.id === id)
          if (!shown) return <p>{t('keyUnknown')}</p>
          const props = { office: office.id, shown, reload: asked.reload }
          return (
            <>
              <Facts shown={shown} />
              {mayChange && shown.revokedAt === null && <Changes {...props} />}
            </>
          )
        }}
      </Loaded>
    </>
  )
}

function Facts({ shown }: { shown: KeyShown }) {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  const facts = [
    [t('keyNumber'), <span class="code">{shown.id}</span>],
    [t('keyState'), <KeyState of={shown} />],
    [t('keyGroup'), shown.group ?? t('noGroup')],
    [t('keyLimits'), summaryOf(shown.limits)],
    [t('keyExpiry'), shown.expiresOn === null ? t('keyForever') : day(shown.expiresOn)],
    [t('keyLastUsed'), shown.lastUsedAt === null ? t('never') : moment(shown.lastUsedAt)],
    [t('keyMadeAt'), moment(shown.madeAt)],
    [t('keyFrom'), shown.enrolment === null ? t('keyByAdmin') : t('keyByLink', { id: shown.enrolment })],
  ] as const
  return (
    <section class="card">
      <h2 ref={heading} tabIndex={-1}>
        {shown.label}
      </h2>
      <dl class="facts">
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}

function Changes(props: KeyProps) {
  const [made, setMade] = useState<KeyMade | null>(null)
  return (
    <>
      {made && (
        <Secret
          title={t('rotated', { label: made.label })}
          label={t('keySecret')}
          text={made.key}
          onSaved={() => setMade(null)}
        />
      )}
      <Limits {...props} />
      <div class="columns">
        <Expiry {...props} />
        <Rotate {...props} onMade={setMade} />
        <Renew {...props} />
        <Revoke {...props} />
      </div>
    </>
  )
}

/** Sends, says so, and shows what now holds. */
async function followed<T>(
  { reload }: KeyProps,
  sent: Result<T>,
  text: (value: T) => string,
  undo?: () => Promise<Result<unknown>>,
): Promise<Failure | null> {
  if (!sent.ok) return sent.failure
  await reload()
  say(text(sent.value), undo, reload)
  return null
}

function Limits(props: KeyProps) {
  const { office, shown } = props
  const name = `key limits ${shown.id}`
  const draft = draftOf(name, fieldsOf(shown.limits))
  const save = async () => {
    const before = limitsOf(fieldsOf(shown.limits))
    const saved = await api.setKeyLimits(office, shown.id, limitsOf(draft.value))
    if (saved.ok) forgetDraft(name)
    return followed(
      props,
      saved,
      () => t('limitsSaved'),
      () => api.setKeyLimits(office, shown.id, before),
    )
  }
  return (
    <Section title={t('keyLimits')}>
      <Form submit={t('save')} onSubmit={save}>
        <LimitInputs
          value={draft.value}
          onInput={(change) => (draft.value = { ...draft.value, ...change })}
        />
      </Form>
    </Section>
  )
}

function Expiry(props: KeyProps) {
  const { office, shown } = props
  const name = `key expiry ${shown.id}`
  const draft = draftOf(name, shown.expiresOn ?? '')
  const save = async () => {
    const before = shown.expiresOn
    const saved = await api.setKeyExpiry(office, shown.id, draft.value || null)
    if (saved.ok) forgetDraft(name)
    return followed(
      props,
      saved,
      () => t('expirySaved'),
      () => api.setKeyExpiry(office, shown.id, before),
    )
  }
  return (
    <Section title={t('keyExpiry')}>
      <Form submit={t('save')} onSubmit={save}>
        <Field
          label={t('keyExpiry')}
          hint={t('expiryHint')}
          value={draft.value}
          onInput={(text) => (draft.value = text)}
          type="date"
        />
      </Form>
    </Section>
  )
}

const overlaps = ['0', '24', '72', '168', '720'] as const
function Rotate(props: KeyProps & { onMade: (key: KeyMade) => void }) {
  const [hours, setHours] = useState<(typeof overlaps)[number]>('72')
  const rotate = async () => {
    const made = await api.rotateKey(props.office, props.shown.id, Number(hours))
    if (!made.ok) return made.failure
    props.onMade(made.value)
    await props.reload()
    return null
  }
  return (
    <Section title={t('rotate')} hint={t('rotateHint')}>
      <Form submit={t('rotate')} onSubmit={rotate}>
        <Select
          label={t('overlap')}
          value={hours}
          choices={overlaps.map((hours) => [hours, t(`overlap_${hours}`)] as const)}
          onInput={setHours}
        />
      </Form>
    </Section>
  )
}

type By = 'key' | 'label' | 'group' | 'enrolment'

/** Which keys something may be done to at once, starting from this one. */
function scopesOf({ id, label, group, enrolment }: KeyShown): { by: By; value: string }[] {
  return [
    { by: 'key', value: id },
    { by: 'label', value: label },
    ...(group === null ? [] : [{ by: 'group' as const, value: group }]),
    ...(enrolment === null ? [] : [{ by: 'enrolment' as const, value: enrolment }]),
  ]
}

function ScopeInput(props: { label: string; shown: KeyShown; value: By; onInput: (by: By) => void }) {
  return (
    <Select
      label={props.label}
      value={props.value}
      choices={scopesOf(props.shown).map(({ by, value }) => [by, t(`by_${by}`, { value })] as const)}
      onInput={props.onInput}
    />
  )
}

const spans = ['24', '168', '720'] as const
function Renew(props: KeyProps) {
  const [by, setBy] = useState<By>('key')
  const [hours, setHours] = useState<(typeof spans)[number]>('168')
  const ask = async () => {
    const value = scopesOf(props.shown).find((scope) => scope.by === by)?.value ?? ''
    const asked = await api.askRenewal(props.office, by, value, Number(hours))
    return followed(props, asked, ({ asked, renewBy }) =>
      t('renewed', { count: asked.length, until: moment(renewBy) }),
    )
  }
  return (
    <Section title={t('renew')} hint={t('renewHint')}>
      <Form submit={t('renew')} onSubmit={ask}>
        <ScopeInput label={t('renewWhich')} shown={props.shown} value={by} onInput={setBy} />
        <Select
          label={t('renewWithin')}
          value={hours}
          choices={spans.map((hours) => [hours, t(`within_${hours}`)] as const)}
          onInput={setHours}
        />
      </Form>
    </Section>
  )
}

function Revoke(props: KeyProps) {
  const [by, setBy] = useState<By>('key')
  const [isAsking, setAsking] = useState(false)
  const value = scopesOf(props.shown).find((scope) => scope.by === by)?.value ?? ''
  const revoke = async () => {
    if (by !== 'key')
      return followed(props, await api.revokeKeys(props.office, by, value), ({ revoked }) =>
        t('revokedKeys', { count: revoked.length }),
      )
    return followed(props, await api.revokeKey(props.office, value), () => t('revokedKeys', { count: 1 }))
  }
  return (
    <Section title={t('revokeTitle')} hint={t('revokeHint')}>
      <ScopeInput label={t('revokeWhich')} shown={props.shown} value={by} onInput={setBy} />
      <div class="actions">
        <button class="danger" onClick={() => setAsking(true)}>
          {t('revoke')}
        </button>
      </div>
      {isAsking && (
        <Confirm
          title={t('revokeSure', { which: t(`by_${by}`, { value }) })}
          text={t('revokeSureHint')}
          action={t('revoke')}
          onConfirm={revoke}
          onClose={() => setAsking(false)}
        />
      )}
    </Section>
  )
}
