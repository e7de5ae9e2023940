import { useState } from 'preact/hooks'
import type {
  OfficeEntry,
  SwitchedOff,
  Upstreams,
  UpstreamShown,
} from '../../../shared/protocol/admin-answers.ts'
import { api, type Result } from '../api.ts'
import { cityApi } from '../api-city.ts'
import { number, t } from '../i18n/index.ts'
import { Confirm } from '../parts/dialog.tsx'
import { Loaded, useAsked } from '../parts/loaded.tsx'
import { Hint } from '../parts/notice.tsx'
import { Opener } from '../parts/opener.tsx'
import { Page } from '../parts/page.tsx'
import { say } from '../parts/status.tsx'
import { SwitchOff, turnOn } from '../parts/switch-off.tsx'
import { Table, type Column } from '../parts/table.tsx'
import { isCity } from '../session.ts'
import { TrialView } from './model/trial.tsx'
import { UpstreamForm } from './model/upstream-form.tsx'

type Value = Upstreams & { off: SwitchedOff[]; offices: OfficeEntry[] }
interface Named {
  id: string
  label: string
}

/** The models that answer: where they stand, whom they are approved for, and whether they work. */
export function Models() {
  const asked = useAsked(askAll, 'models')
  const [editing, setEditing] = useState<UpstreamShown | 'new' | null>(null)
  const [trying, setTrying] = useState<Named | null>(null)
  const [removing, setRemoving] = useState<UpstreamShown | null>(null)
  const [offing, setOffing] = useState<Named | null>(null)
  const remove = async () => {
    const { id, label } = removing!
    const removed = await cityApi.removeUpstream(id)
    if (!removed.ok) return removed.failure
    await asked.reload()
    say(t('modelRemoved', { name: label }))
    return null
  }
  const actions = isCity.value && (
    <Opener isOpen={editing === 'new'} onOpen={() => setEditing('new')}>
      {t('addModel')}
    </Opener>
  )
  const acts: Acts = {
    edit: setEditing,
    try: setTrying,
    remove: setRemoving,
    off: setOffing,
    on: ({ id, label }) => void turnOn({ kind: 'upstream', id }, label, asked.reload),
  }
  return (
    <Page title={t('models')} actions={actions}>
      <p class="muted">{t('modelsHint')}</p>
      {trying && <TrialView key={trying.id} {...trying} onClose={() => setTrying(null)} />}
      <Loaded asked={asked}>
        {(value) => (
          <>
            {editing && (
              <UpstreamForm
                key={editing === 'new' ? 'new' : editing.id}
                upstream={editing === 'new' ? null : editing}
                offices={value.offices}
                onDone={async () => {
                  setEditing(null)
                  await asked.reload()
                }}
                onCancel={() => setEditing(null)}
              />
            )}
            <Unregistered value={value} onTry={setTrying} />
            <Table
              caption={t('models')}
              columns={columns(value, acts)}
              rows={value.upstreams}
              rowKey={({ id }) => id}
              textOf={({ id, label, model, location }) => `${id} ${label} ${model} ${location}`}
              empty={t('modelsEmpty')}
            />
          </>
        )}
      </Loaded>
      {removing && (
        <Confirm
          title={t('modelRemove', { name: removing.label })}
          text={t('modelRemoveHint')}
          action={t('remove')}
          onConfirm={remove}
          onClose={() => setRemoving(null)}
        />
      )}
      {offing && (
        <SwitchOff
          which={{ kind: 'upstream', id: offing.id }}
          name={offing.label}
          onDone={asked.reload}
          onClose={() => setOffing(null)}
        />
      )}
    </Page>
  )
}

async function askAll(): Promise<Result<Value>> {
  const [upstreams, switches, offices] = await Promise.all([
    cityApi.upstreams(),
    cityApi.switches(),
    api.offices(),
  ])
  if (!upstreams.ok) return upstreams
  if (!switches.ok) return switches
  if (!offices.ok) return offices
  return { ok: true, value: { ...upstreams.value, ...switches.value, ...offices.value } }
}

/** What answers besides the registered ones. */
function Unregistered({ value, onTry }: { value: Value; onTry: (one: Named) => void }) {
  return value.unregistered.map(({ id, kind, model, location }) => {
    const label = kind === 'offline' ? t('offlineEngine') : model
    return (
      <Hint key={id}>
        <p>{kind === 'offline' ? t('modelOffline') : t('modelOperator', { model, location })}</p>
        {isCity.value && (
          <button aria-label={t('modelTryOf', { name: label })} onClick={() => onTry({ id, label })}>
            {t('modelTry')}
          </button>
        )}
      </Hint>
    )
  })
}

interface Acts {
  edit: (upstream: UpstreamShown) => void
  try: (upstream: Named) => void
  remove: (upstream: UpstreamShown) => void
  off: (upstream: Named) => void
  on: (upstream: Named) => void
}

function columns({ off }: Value, acts: Acts): Column<UpstreamShown>[] {
  const offOf = ({ id }: UpstreamShown) => off.find((one) => one.kind === 'upstream' && one.id === id)
  const shown: Column<UpstreamShown>[] = [
    {
      key: 'priority',
      title: t('modelPriority'),
      cell: ({ priority }) => number(priority),
      sort: ({ priority }) => priority,
      isNumber: true,
    },
    {
      key: 'label',
      title: t('models'),
      cell: ({ id, label, model }) => (
        <>
          {label}
          <div class="small muted">
            <span class="code">{id}</span> · {model}
          </div>
        </>
      ),
      sort: ({ label }) => label,
    },
    {
      key: 'place',
      title: t('modelPlace'),
      cell: ({ location, contract }) => (
        <>
          {location}
          {contract && <div class="small muted">{contract}</div>}
        </>
      ),
      sort: ({ location }) => location,
    },
    {
      key: 'for',
      title: t('modelOffices'),
      cell: ({ offices, classes }) => (
        <>
          {offices === null ? t('modelAllOffices') : t('modelOfficesCount', { count: offices.length })}
          <div class="small muted">{classes.map((name) => t(`class_${name}`)).join(', ')}</div>
        </>
      ),
    },
    { key: 'price', title: t('modelPrice'), cell: priceOf, sort: ({ rupiahOut }) => rupiahOut },
    {
      key: 'state',
      title: t('modelState'),
      cell: (upstream) => <State upstream={upstream} off={offOf(upstream)} />,
    },
  ]
  if (isCity.value)
    shown.push({
      key: 'actions',
      title: '',
      cell: (upstream) => <Actions upstream={upstream} acts={acts} isOff={offOf(upstream) !== undefined} />,
    })
  return shown
}

function priceOf({ rupiahIn, rupiahOut }: UpstreamShown): string {
  if (rupiahIn === 0 && rupiahOut === 0) return t('modelFree')
  return t('modelPriceOf', { in: number(rupiahIn), out: number(rupiahOut) })
}

function State({ upstream, off }: { upstream: UpstreamShown; off: SwitchedOff | undefined }) {
  const { breaker, hasKey, thinking } = upstream
  const words = off
    ? off.reason
      ? t('modelOffBecause', { reason: off.reason })
      : t('modelOff')
    : t(`breaker_${breaker}`)
  return (
    <>
      <span class={off || breaker !== 'closed' ? 'tag off' : 'tag'}>{words}</span>
      <div class="small muted">{t(hasKey ? 'hasKey' : 'noKey')}</div>
      {thinking !== 'as-is' && <div class="small muted">{t(`thinking_${thinking}`)}</div>}
    </>
  )
}

function Actions({ upstream, acts, isOff }: { upstream: UpstreamShown; acts: Acts; isOff: boolean }) {
  const name = upstream.label
  return (
    <div class="actions">
      <button aria-label={t('modelTryOf', { name })} onClick={() => acts.try(upstream)}>
        {t('modelTry')}
      </button>
      <button aria-label={t('editOf', { name })} onClick={() => acts.edit(upstream)}>
        {t('edit')}
      </button>
      <button
        aria-label={t(isOff ? 'turnOnOf' : 'turnOffOf', { name })}
        onClick={() => (isOff ? acts.on(upstream) : acts.off(upstream))}
      >
        {t(isOff ? 'turnOn' : 'turnOff')}
      </button>
      <button aria-label={`${t('remove')} ${name}`} onClick={() => acts.remove(upstream)}>
        {t('remove')}
      </button>
    </div>
  )
}
