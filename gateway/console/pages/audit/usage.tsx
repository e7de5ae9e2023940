import { useState } from 'preact/hooks'
import type { AuditSum } from '../../../../shared/protocol/admin-answers.ts'
import { api, type Failure } from '../../api.ts'
import { cityApi, type Span } from '../../api-city.ts'
import { number, t } from '../../i18n/index.ts'
import { Check } from '../../parts/check.tsx'
import { download } from '../../parts/download.ts'
import { draftOf } from '../../parts/draft.ts'
import { Field, Select } from '../../parts/form.tsx'
import { Loaded, useAsked } from '../../parts/loaded.tsx'
import { FailureNotice, Hint } from '../../parts/notice.tsx'
import { Paged, usePaged } from '../../parts/paged.tsx'
import { Section } from '../../parts/page.tsx'
import { Table } from '../../parts/table.tsx'
import { isWhole, lastDays } from '../../span.ts'
import { groupings, sumColumns, sumText, totalOf, type Grouping } from './sums.tsx'
import { Verifying } from './verifying.tsx'

const periods = ['day', 'month', ''] as const

/** An office or a class: whoever has an audit. */
export interface Holder {
  id: string
  name: string
  /** Whether it may be shown before another was chosen. */
  isOpen: boolean
}

/** One office's or class's use in a span, summed as one likes, and as files that prove themselves. */
export function Usage({ holders }: { holders: Holder[] }) {
  const draft = draftOf('audit', {
    office: (holders.find(({ isOpen }) => isOpen) ?? holders[0]!).id,
    ...lastDays(Date.now()),
    period: 'day' as (typeof periods)[number],
    by: ['helper'] as Grouping[],
  })
  const { office, from, to, period, by } = draft.value
  const set = (change: Partial<typeof draft.value>) => (draft.value = { ...draft.value, ...change })
  const chosen = [...(period ? [period] : []), ...groupings.filter((name) => by.includes(name))]
  return (
    <>
      <section class="card">
        <div class="form">
          {holders.length > 1 && (
            <Select
              label={t('auditOf')}
              value={office}
              choices={holders.map(({ id, name }) => [id, name])}
              onInput={(office) => set({ office })}
            />
          )}
          <SpanInputs span={{ from, to }} onInput={set} />
          <Select
            label={t('auditPeriod')}
            value={period}
            choices={periods.map((name) => [name, t(`period_${name || 'none'}`)])}
            onInput={(period) => set({ period })}
          />
          <fieldset>
            <legend>{t('auditBy')}</legend>
            {groupings.map((name) => (
              <Check
                key={name}
                label={t(`by_audit_${name}`)}
                isOn={by.includes(name)}
                onChange={(isOn) =>
                  set({ by: groupings.filter((other) => (other === name ? isOn : by.includes(other))) })
                }
              />
            ))}
          </fieldset>
        </div>
      </section>
      {isWhole({ from, to }) ? (
        <>
          <Sums
            key={chosen.join(' ')}
            office={office}
            span={{ from, to }}
            by={chosen.length > 0 ? chosen : ['helper']}
          />
          <Export office={office} span={{ from, to }} />
        </>
      ) : (
        <Hint isWarning>
          <p>{t('spanWrong')}</p>
        </Hint>
      )}
      <Older office={office} />
    </>
  )
}

export function SpanInputs({ span, onInput }: { span: Span; onInput: (change: Partial<Span>) => void }) {
  return (
    <>
      <Field
        label={t('spanFrom')}
        value={span.from}
        onInput={(from) => onInput({ from })}
        type="date"
        required
      />
      <Field label={t('spanTo')} value={span.to} onInput={(to) => onInput({ to })} type="date" required />
    </>
  )
}

function Sums({ office, span, by }: { office: string; span: Span; by: string[] }) {
  const paged = usePaged<AuditSum>(async (cursor) => {
    const asked = await cityApi.auditSums(office, by, span, cursor ?? 0)
    return asked.ok ? { ok: true, value: { rows: asked.value.sums, next: asked.value.next } } : asked
  }, `${office} ${by.join()} ${span.from} ${span.to}`)
  const keys = useAsked(() => api.keys(office), office)
  const labelOf = (id: string) => keys.value?.keys.find((key) => key.id === id)?.label ?? null
  return (
    <Paged paged={paged}>
      {(rows, isWhole) => (
        <>
          {rows.length > 0 && isWhole && <Total rows={rows} />}
          <Table
            caption={t('audit_pemakaian')}
            columns={sumColumns(by, labelOf)}
            rows={rows}
            rowKey={(row) => by.map((name) => row[name as Grouping]).join(' ')}
            textOf={(row) => sumText(row, by, labelOf)}
            empty={t('auditEmpty')}
          />
        </>
      )}
    </Paged>
  )
}

function Total({ rows }: { rows: AuditSum[] }) {
  const total = totalOf(rows)
  const facts = [
    [t('requests'), total.requests],
    [t('tokensIn'), total.tokensIn],
    [t('tokensOut'), total.tokensOut],
    [t('hiddenParts'), total.hidden],
    [t('rupiah'), Math.round(total.millirupiah / 1000)],
  ] as const
  return (
    <dl class="facts figures card" aria-label={t('auditTotal')}>
      {facts.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>
            <strong>{number(value)}</strong>
          </dd>
        </div>
      ))}
    </dl>
  )
}

function Export({ office, span }: { office: string; span: Span }) {
  const [failure, setFailure] = useState<Failure | null>(null)
  const save = async (format: 'csv' | 'jsonl') =>
    setFailure(await download(`/offices/${office}/audit?${new URLSearchParams({ ...span, format })}`))
  return (
    <Section title={t('export')} hint={t('exportHint')}>
      <div class="actions">
        <button onClick={() => void save('csv')}>{t('exportCsv')}</button>
        <button onClick={() => void save('jsonl')}>{t('exportJsonl')}</button>
      </div>
      <FailureNotice failure={failure} />
      <Verifying />
    </Section>
  )
}

/** Months of which only sums are kept. */
function Older({ office }: { office: string }) {
  const asked = useAsked(() => cityApi.auditTotals(office), office)
  const by = ['month', 'helper', 'upstream', 'class', 'outcome']
  const none = () => null
  return (
    <details class="card">
      <summary>{t('olderMonths')}</summary>
      <p class="muted">{t('olderHint')}</p>
      <Loaded asked={asked}>
        {({ totals }) => (
          <Table
            caption={t('olderMonths')}
            columns={sumColumns(by, none)}
            rows={totals}
            rowKey={(row) => by.map((name) => row[name as Grouping]).join(' ')}
            textOf={(row) => sumText(row, by, none)}
            empty={t('olderEmpty')}
          />
        )}
      </Loaded>
    </details>
  )
}
