import { useState } from 'preact/hooks'
import type { OfficeEntry } from '../../../shared/protocol/admin-answers.ts'
import { api } from '../api.ts'
import { countOf, countPattern, shareOf, shareText } from '../caps.ts'
import { number, t } from '../i18n/index.ts'
import { Check } from '../parts/check.tsx'
import { draftOf, forgetDraft } from '../parts/draft.ts'
import { Field, Form } from '../parts/form.tsx'
import { Loaded, useAsked } from '../parts/loaded.tsx'
import { Opener } from '../parts/opener.tsx'
import { Page, Section } from '../parts/page.tsx'
import { say } from '../parts/status.tsx'
import { Table, type Column } from '../parts/table.tsx'
import { goTo, hrefTo } from '../router.ts'
import { actor, isCity } from '../session.ts'
import { Office } from './office/office.tsx'

/** The list of offices, or one of them; an office's own admin sees only that. */
export function Offices({ path: [id, ...rest] }: { path: string[] }) {
  const shown = id ?? actor.value?.office
  return shown ? <Office id={shown} path={rest} /> : <OfficeList />
}

function OfficeList() {
  const asked = useAsked(api.officesWithUse, 'offices')
  const [isAdding, setAdding] = useState(false)
  const [withRemoved, setWithRemoved] = useState(false)
  const actions = isCity.value && (
    <>
      <a class="button" href={hrefTo('impor')}>
        {t('import')}
      </a>
      <Opener isOpen={isAdding} onOpen={() => setAdding(true)}>
        {t('addOffice')}
      </Opener>
    </>
  )
  return (
    <Page title={t('offices')} actions={actions}>
      {isAdding && <AddOffice onCancel={() => setAdding(false)} />}
      <Loaded asked={asked}>
        {({ offices }) => (
          <>
            {offices.some(({ removedAt }) => removedAt !== null) && (
              <Check label={t('showRemoved')} isOn={withRemoved} onChange={setWithRemoved} />
            )}
            <Table
              caption={t('offices')}
              columns={columns()}
              rows={offices.filter(({ removedAt }) => withRemoved || removedAt === null)}
              rowKey={({ id }) => id}
              textOf={(office) => `${office.name} ${office.id} ${stateOf(office)}`}
              empty={t('officesEmpty')}
            />
          </>
        )}
      </Loaded>
    </Page>
  )
}

function AddOffice({ onCancel }: { onCancel: () => void }) {
  const draft = draftOf('office', { id: '', name: '', perMonth: '' })
  const { id, name, perMonth } = draft.value
  const set = (change: Partial<typeof draft.value>) => (draft.value = { ...draft.value, ...change })
  const send = async () => {
    const limits = { actionsPerMonth: countOf(perMonth) }
    const added = await api.addOffice({ id: id.trim(), name: name.trim(), limits })
    if (!added.ok) return added.failure
    forgetDraft('office')
    say(t('officeAdded', { name: name.trim() }))
    goTo('instansi', id.trim())
    return null
  }
  return (
    <Section title={t('addOffice')}>
      <Form isOpened submit={t('addOffice')} onSubmit={send} onCancel={onCancel}>
        <Field
          label={t('officeName')}
          value={name}
          onInput={(name) => set({ name })}
          required
          maxLength={80}
        />
        <Field
          label={t('officeId')}
          hint={t('officeIdHint')}
          value={id}
          onInput={(id) => set({ id })}
          required
          maxLength={40}
          autocomplete="off"
          spellcheck={false}
        />
        <Field
          label={t('field_actionsPerMonth')}
          hint={t('emptyUnlimited')}
          value={perMonth}
          onInput={(perMonth) => set({ perMonth })}
          inputMode="numeric"
          pattern={countPattern}
        />
      </Form>
    </Section>
  )
}

function columns(): Column<OfficeEntry>[] {
  return [
    {
      key: 'name',
      title: t('officeName'),
      cell: ({ id, name }) => <a href={hrefTo('instansi', id)}>{name}</a>,
      sort: ({ name }) => name,
    },
    {
      key: 'id',
      title: t('officeId'),
      cell: ({ id }) => <span class="code">{id}</span>,
      sort: ({ id }) => id,
    },
    {
      key: 'used',
      title: t('usedThisMonth'),
      cell: ({ officeActions }) => (officeActions ? number(officeActions.used) : t('noData')),
      sort: ({ officeActions }) => officeActions?.used ?? null,
      isNumber: true,
    },
    {
      key: 'cap',
      title: t('monthCap'),
      cell: ({ officeActions }) => (officeActions ? capOf(officeActions.cap) : t('noData')),
      sort: ({ officeActions }) => officeActions?.cap ?? null,
      isNumber: true,
    },
    {
      key: 'share',
      title: t('share'),
      cell: ({ officeActions }) => <Share of={officeActions} />,
      sort: ({ officeActions }) => (officeActions ? shareOf(officeActions) : null),
      isNumber: true,
    },
    {
      key: 'state',
      title: t('state'),
      cell: (office) => <span class={stateClass(office)}>{stateOf(office)}</span>,
      sort: stateOf,
    },
  ]
}

function Share({ of: row }: { of: OfficeEntry['officeActions'] }) {
  const of = row ? shareOf(row) : null
  if (!row || of === null) return <>–</>
  return (
    <span class="share">
      <progress max={100} value={Math.min(100, of)} aria-hidden="true" class={of >= 80 ? 'high' : ''} />
      {shareText(row)}
    </span>
  )
}

export function capOf(cap: number | null): string {
  return cap === null ? t('unlimited') : number(cap)
}

type State = Pick<OfficeEntry, 'suspendedAt' | 'removedAt'>
export function stateOf({ suspendedAt, removedAt }: State): string {
  if (removedAt !== null) return t('stateRemoved')
  return suspendedAt === null ? t('stateActive') : t('stateSuspended')
}
export function stateClass({ suspendedAt, removedAt }: State): string {
  return suspendedAt === null && removedAt === null ? 'tag' : 'tag off'
}
