import { useState } from 'preact/hooks'
import type { GroupShown } from '../../../../shared/protocol/admin-answers.ts'
import type { GroupLimits } from '../../../../shared/protocol/admin.ts'
import type { Allowance } from '../../../../shared/protocol/office.ts'
import { api } from '../../api.ts'
import { countOf, countPattern, shareText, textOfCount } from '../../caps.ts'
import { number, t } from '../../i18n/index.ts'
import { Confirm, Dialog } from '../../parts/dialog.tsx'
import { draftOf, forgetDraft } from '../../parts/draft.ts'
import { Field, Form } from '../../parts/form.tsx'
import { Opener } from '../../parts/opener.tsx'
import { Section } from '../../parts/page.tsx'
import { say } from '../../parts/status.tsx'
import { Table, type Column } from '../../parts/table.tsx'
import { mayChangeKeys } from '../../session.ts'
import { slugOf } from '../../../../shared/protocol/slug.ts'
import type { TabProps } from './tab.ts'

const caps = ['actionsPerDay', 'actionsTotal'] as const
type CapFields = Record<(typeof caps)[number], string>
const longestId = 40

interface Act {
  what: 'limits' | 'revoke'
  group: GroupShown
}

/** Keys that share a cap: what each group may use, and what it has used. */
export function Groups(props: TabProps) {
  const { office } = props
  const [isMaking, setMaking] = useState(false)
  const [act, setAct] = useState<Act | null>(null)
  const mayChange = mayChangeKeys(office.id) && office.removedAt === null
  const actProps = { ...props, group: act?.group, onClose: () => setAct(null) }
  return (
    <>
      {mayChange && (
        <div class="actions">
          <Opener isOpen={isMaking} onOpen={() => setMaking(true)}>
            {t('makeGroup')}
          </Opener>
          {!isMaking && <span class="muted small">{t('groupsHint')}</span>}
        </div>
      )}
      {isMaking && <MakeGroup {...props} onClose={() => setMaking(false)} />}
      <Table
        caption={t('groups')}
        columns={columns(mayChange ? setAct : null)}
        rows={office.groups}
        rowKey={({ id }) => id}
        textOf={({ id, label }) => `${label} ${id}`}
        empty={t(mayChange ? 'groupsEmpty' : 'groupsNone')}
      />
      {act?.what === 'limits' && <ChangeLimits {...actProps} group={act.group} />}
      {act?.what === 'revoke' && <RevokeAll {...actProps} group={act.group} />}
    </>
  )
}

/** @param onAct null where the person may not */
function columns(onAct: ((act: Act) => void) | null): Column<GroupShown>[] {
  const shown: Column<GroupShown>[] = [
    {
      key: 'label',
      title: t('groupLabel'),
      cell: ({ id, label }) => (
        <>
          {label} <span class="code small muted">{id}</span>
        </>
      ),
      sort: ({ label }) => label,
    },
    {
      key: 'day',
      title: t('groupUsedToday'),
      cell: ({ groupDay }) => <Used row={groupDay} />,
      sort: ({ groupDay }) => groupDay.used,
      isNumber: true,
    },
    {
      key: 'total',
      title: t('groupUsedTotal'),
      cell: ({ groupTotal }) => <Used row={groupTotal} />,
      sort: ({ groupTotal }) => groupTotal.used,
      isNumber: true,
    },
  ]
  if (onAct)
    shown.push({
      key: 'actions',
      title: '',
      cell: (group) => (
        <span class="actions">
          <button
            aria-label={t('groupLimitsOf', { name: group.label })}
            onClick={() => onAct({ what: 'limits', group })}
          >
            {t('groupLimits')}
          </button>
          <button
            aria-label={t('groupRevokeOf', { name: group.label })}
            onClick={() => onAct({ what: 'revoke', group })}
          >
            {t('groupRevoke')}
          </button>
        </span>
      ),
    })
  return shown
}

function Used({ row }: { row: Allowance }) {
  const used = number(row.used)
  if (row.cap === null) return <>{t('groupUsedUncapped', { used })}</>
  return <>{t('groupUsedOf', { used, cap: number(row.cap), share: shareText(row) })}</>
}

function MakeGroup({ office, asked, onClose }: TabProps & { onClose: () => void }) {
  const name = `group ${office.id}`
  const draft = draftOf(name, { label: '', id: null as string | null, ...fieldsOf({}) })
  const { label } = draft.value
  // Until it is typed by hand it follows the name.
  const id = draft.value.id ?? slugOf(label, longestId)
  const set = (change: Partial<typeof draft.value>) => (draft.value = { ...draft.value, ...change })
  const make = async () => {
    const made = await api.makeGroup(office.id, { id, label: label.trim(), limits: limitsOf(draft.value) })
    if (!made.ok) return made.failure
    forgetDraft(name)
    onClose()
    await asked.reload()
    say(t('groupMade', { name: label.trim() }))
    return null
  }
  return (
    <Section title={t('makeGroup')} hint={t('groupsHint')}>
      <Form isOpened submit={t('makeGroup')} onSubmit={make} onCancel={onClose}>
        <Field
          label={t('groupLabel')}
          hint={t('groupLabelHint')}
          value={label}
          onInput={(label) => set({ label })}
          required
          maxLength={80}
        />
        <Field
          label={t('groupId')}
          hint={t('groupIdHint')}
          value={id}
          onInput={(id) => set({ id })}
          required
          maxLength={longestId}
          pattern="[a-z0-9]([a-z0-9\-]*[a-z0-9])?"
          autocomplete="off"
          spellcheck={false}
        />
        <CapInputs value={draft.value} onInput={set} />
      </Form>
    </Section>
  )
}

function CapInputs(props: { value: CapFields; onInput: (change: Partial<CapFields>) => void }) {
  return caps.map((cap) => (
    <Field
      key={cap}
      label={t(`field_${cap}`)}
      hint={t(cap === 'actionsTotal' ? 'groupTotalHint' : 'emptyUnlimited')}
      value={props.value[cap]}
      onInput={(text) => props.onInput({ [cap]: text })}
      inputMode="numeric"
      pattern={countPattern}
    />
  ))
}

interface ActProps extends TabProps {
  group: GroupShown
  onClose: () => void
}

function ChangeLimits({ office, asked, group, onClose }: ActProps) {
  const [fields, setFields] = useState(fieldsOf(group.limits))
  const save = async () => {
    const before = limitsOf(fieldsOf(group.limits))
    const saved = await api.setGroupLimits(office.id, group.id, limitsOf(fields))
    if (!saved.ok) return saved.failure
    onClose()
    await asked.reload()
    say(t('limitsSaved'), () => api.setGroupLimits(office.id, group.id, before), asked.reload)
    return null
  }
  return (
    <Dialog title={t('groupLimitsOf', { name: group.label })} onClose={onClose}>
      <p class="muted">{t('groupLimitsHint')}</p>
      <Form submit={t('save')} onSubmit={save} onCancel={onClose}>
        <CapInputs value={fields} onInput={(change) => setFields({ ...fields, ...change })} />
      </Form>
    </Dialog>
  )
}

function RevokeAll({ office, asked, group, onClose }: ActProps) {
  const revoke = async () => {
    const revoked = await api.revokeKeys(office.id, 'group', group.id)
    if (!revoked.ok) return revoked.failure
    await asked.reload()
    say(t('revokedKeys', { count: number(revoked.value.revoked.length) }))
    return null
  }
  return (
    <Confirm
      title={t('groupRevokeSure', { name: group.label })}
      text={t('groupRevokeHint')}
      action={t('groupRevoke')}
      onConfirm={revoke}
      onClose={onClose}
    />
  )
}

function fieldsOf({ actionsPerDay, actionsTotal }: GroupLimits): CapFields {
  return { actionsPerDay: textOfCount(actionsPerDay), actionsTotal: textOfCount(actionsTotal) }
}

function limitsOf({ actionsPerDay, actionsTotal }: CapFields): GroupLimits {
  return { actionsPerDay: countOf(actionsPerDay), actionsTotal: countOf(actionsTotal) }
}
