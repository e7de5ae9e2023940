import type { Summary } from '../../../../shared/protocol/console.ts'
import { allErrors, isGatewayCode } from '../../../../shared/protocol/admin-errors.ts'
import { day, has, number, t } from '../../i18n/index.ts'
import { Loaded, useAsked } from '../../parts/loaded.tsx'
import { Hint } from '../../parts/notice.tsx'
import { Page, Section } from '../../parts/page.tsx'
import { hrefTo } from '../../router.ts'
import { actor } from '../../session.ts'
import { cityApi } from '../../api-city.ts'
import { Alarms, Models, SwitchedOff } from './attention.tsx'
import { Fortnight } from './fortnight.tsx'
import { MonthOfOffices } from './month.tsx'

/** The first page: what was done today and in the last fortnight, and what needs somebody's attention. */
export function SummaryPage() {
  const asked = useAsked(cityApi.summary, 'summary')
  return (
    <Page title={t('summary')}>
      {actor.value?.id === null && (
        <Hint>
          <p>{t('accountToken')}</p>
          <a href={hrefTo('admin')}>{t('addAdmin')}</a>
        </Hint>
      )}
      <Loaded asked={asked}>
        {(summary) => (
          <>
            <Today summary={summary} />
            <Fortnight days={summary.days} />
            <div class="columns attention">
              <SwitchedOff off={summary.off} />
              <Models upstreams={summary.upstreams} />
              <Alarms />
            </div>
            <MonthOfOffices offices={summary.offices} />
          </>
        )}
      </Loaded>
    </Page>
  )
}

function Today({ summary: { day: today, days, failures, helpers } }: { summary: Summary }) {
  const use = days.at(-1)
  if (!use || use.requests === 0)
    return (
      <Section title={t('todayTitle', { day: day(today) })}>
        <p>{t('noUseToday')}</p>
      </Section>
    )
  const figures = [
    [t('requests'), use.requests],
    [t('failed'), use.failed],
    [t('hidden'), use.hidden],
  ] as const
  return (
    <Section title={t('todayTitle', { day: day(today) })}>
      <dl class="figures">
        {figures.map(([title, count]) => (
          <div key={title}>
            <dt>{title}</dt>
            <dd>{number(count)}</dd>
          </div>
        ))}
      </dl>
      <div class="columns">
        <div>
          <h3>{t('byHelper')}</h3>
          <ul class="list">
            {helpers.map(({ helper, requests }) => (
              <li key={helper}>
                <span>{nameOfHelper(helper)}</span>
                <strong>{number(requests)}</strong>
              </li>
            ))}
          </ul>
        </div>
        <div>
          <h3>{t('failuresTitle')}</h3>
          <Failures failures={failures} />
        </div>
      </div>
    </Section>
  )
}

/** With the sentence that people read; the gateway's own are Indonesian. */
function Failures({ failures }: Pick<Summary, 'failures'>) {
  if (failures.length === 0) return <p>{t('failuresNone')}</p>
  return (
    <ul class="list failures">
      {failures.map(({ code, requests }) => (
        <li key={code}>
          <div>
            {isGatewayCode(code) && (
              <>
                <strong lang="id">{allErrors[code].message}</strong>{' '}
                <span lang="id">{allErrors[code].next}</span>
              </>
            )}
            {code === 'unsettled' && <strong>{t('failureUnsettled')}</strong>}
            <p class="small muted code">{code}</p>
          </div>
          <strong>{number(requests)}</strong>
        </li>
      ))}
    </ul>
  )
}

function nameOfHelper(helper: string): string {
  const key = `helper_${helper}`
  return has(key) ? t(key) : helper
}
