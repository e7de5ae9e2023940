import type { Summary } from '../../../../shared/protocol/console.ts'
import { day, number, t } from '../../i18n/index.ts'
import { Section } from '../../parts/page.tsx'

type Days = Summary['days']

/** The last fourteen days as bars, and beside them as figures. */
export function Fortnight({ days }: { days: Days }) {
  const isEmpty = days.every(({ requests }) => requests === 0)
  return (
    <Section title={t('fortnight')}>
      {isEmpty ? (
        <p>{t('noDataYet')}</p>
      ) : (
        <div class="fortnight">
          <Bars days={days} />
          <Figures days={days} />
        </div>
      )}
    </Section>
  )
}

/** In units of the drawing, which the page scales. */
const chart = { width: 420, height: 200, left: 8, top: 22, bottom: 24 }

/** Drawn with attributes alone: the page's CSP takes no styles. */
function Bars({ days }: { days: Days }) {
  const most = Math.max(...days.map(({ requests }) => requests))
  const step = (chart.width - 2 * chart.left) / days.length
  const room = chart.height - chart.top - chart.bottom
  const base = chart.height - chart.bottom
  const heightOf = (count: number) => (count / most) * room
  return (
    <figure>
      <svg viewBox={`0 0 ${chart.width} ${chart.height}`} role="img" aria-label={t('fortnightAlt')}>
        {days.map(({ day: date, requests, failed }, at) => {
          const x = chart.left + at * step + step * 0.15
          const [all, wrong] = [heightOf(requests), heightOf(failed)]
          return (
            <g key={date}>
              <rect class="bar-answered" x={x} y={base - all} width={step * 0.7} height={all - wrong} />
              <rect class="bar-failed" x={x} y={base - wrong} width={step * 0.7} height={wrong} />
              {requests > 0 && (
                <text x={x + step * 0.35} y={base - all - 5} text-anchor="middle">
                  {number(requests)}
                </text>
              )}
              <text x={x + step * 0.35} y={base + 17} text-anchor="middle">
                {Number(date.slice(8))}
              </text>
            </g>
          )
        })}
        <line x1={chart.left} x2={chart.width - chart.left} y1={base} y2={base} />
      </svg>
      <figcaption class="small">
        <span class="key-answered">{t('answered')}</span> <span class="key-failed">{t('failed')}</span>
      </figcaption>
    </figure>
  )
}

function Figures({ days }: { days: Days }) {
  return (
    <table class="dense">
      <caption class="unseen">{t('fortnight')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('date')}</th>
          <th scope="col" class="number">
            {t('requests')}
          </th>
          <th scope="col" class="number">
            {t('failed')}
          </th>
          <th scope="col" class="number">
            {t('hiddenShort')}
          </th>
        </tr>
      </thead>
      <tbody>
        {days.toReversed().map(({ day: date, requests, failed, hidden }) => (
          <tr key={date}>
            <th scope="row">{day(date)}</th>
            {requests === 0 ? (
              <td colSpan={3} class="number muted">
                {t('noUse')}
              </td>
            ) : (
              [requests, failed, hidden].map((count, at) => (
                <td key={at} class="number">
                  {number(count)}
                </td>
              ))
            )}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
