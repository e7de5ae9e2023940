import type { Allowance } from '../../../../shared/protocol/office.ts'
import type { OfficeLimits } from '../../../../shared/protocol/admin.ts'
import { api } from '../../api.ts'
import { countOf, countPattern, textOfCount } from '../../caps.ts'
import { moment, number, t } from '../../i18n/index.ts'
import { draftOf, forgetDraft } from '../../parts/draft.ts'
import { Field, Form } from '../../parts/form.tsx'
import { Section } from '../../parts/page.tsx'
import { say } from '../../parts/status.tsx'
import { isCity } from '../../session.ts'
import type { TabProps } from './tab.ts'

const rows = ['officeDay', 'officeActions', 'officeTokens', 'officeRupiah'] as const
const caps = ['actionsPerDay', 'actionsPerMonth', 'tokensPerMonth', 'rupiahPerMonth'] as const

/** What the ledger says, and the limits that it keeps to. */
export function Quota({ office, asked }: TabProps) {
  return (
    <>
      <Section title={t('use')} hint={t('useHint')}>
        <table role="table">
          <caption class="unseen">{t('use')}</caption>
          <thead role="rowgroup">
            <tr role="row">
              <th role="columnheader">{t('row')}</th>
              {(['used', 'cap', 'left'] as const).map((key) => (
                <th role="columnheader" class="number" key={key}>
                  {t(key)}
                </th>
              ))}
              <th role="columnheader">{t('refilled')}</th>
            </tr>
          </thead>
          <tbody role="rowgroup">
            {rows.map((row) => (
              <LedgerRow key={row} name={t(row)} row={office[row]} />
            ))}
            {office.groups.flatMap(({ id, label, groupDay, groupTotal }) => [
              <LedgerRow key={`${id} day`} name={t('groupDay', { name: label })} row={groupDay} />,
              <LedgerRow key={id} name={t('groupTotal', { name: label })} row={groupTotal} isForEver />,
            ])}
          </tbody>
        </table>
      </Section>
      {isCity.value && office.removedAt === null && <Limits office={office} asked={asked} />}
    </>
  )
}

/** @param isForEver what is used never returns */
function LedgerRow(props: { name: string; row: Allowance; isForEver?: boolean }) {
  const { used, cap, resetsAt } = props.row
  return (
    <tr role="row">
      <td role="cell" data-title={t('row')}>
        {props.name}
      </td>
      <td role="cell" data-title={t('used')} class="number">
        {number(used)}
      </td>
      <td role="cell" data-title={t('cap')} class="number">
        {cap === null ? t('unlimited') : number(cap)}
      </td>
      <td role="cell" data-title={t('left')} class="number">
        {cap === null ? '–' : number(Math.max(0, cap - used))}
      </td>
      <td role="cell" data-title={t('refilled')}>
        {props.isForEver ? t('notRefilled') : moment(resetsAt)}
      </td>
    </tr>
  )
}

function Limits({ office, asked }: TabProps) {
  const name = `limits ${office.id}`
  const draft = draftOf(name, Object.fromEntries(caps.map((cap) => [cap, textOfCount(office.limits[cap])])))
  const save = async () => {
    const before = officeLimits((cap) => office.limits[cap] ?? null)
    const saved = await api.setOfficeLimits(
      office.id,
      officeLimits((cap) => countOf(draft.value[cap] ?? '')),
    )
    if (!saved.ok) return saved.failure
    forgetDraft(name)
    await asked.reload()
    say(t('limitsSaved'), () => api.setOfficeLimits(office.id, before), asked.reload)
    return null
  }
  return (
    <Section title={t('limits')} hint={t('limitsHint')}>
      <Form submit={t('save')} onSubmit={save}>
        {caps.map((cap) => (
          <Field
            key={cap}
            label={t(`field_${cap}`)}
            value={draft.value[cap] ?? ''}
            onInput={(text) => (draft.value = { ...draft.value, [cap]: text })}
            placeholder={t('unlimited')}
            inputMode="numeric"
            pattern={countPattern}
          />
        ))}
      </Form>
    </Section>
  )
}

function officeLimits(capOf: (cap: (typeof caps)[number]) => number | null): OfficeLimits {
  return Object.fromEntries(caps.map((cap) => [cap, capOf(cap)]))
}
