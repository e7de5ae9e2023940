import type { Summary } from '../../../../shared/protocol/console.ts'
import { has, moment, t } from '../../i18n/index.ts'
import { Loaded, useAsked } from '../../parts/loaded.tsx'
import { alarmWords } from '../../parts/alarm-words.ts'
import { Section } from '../../parts/page.tsx'
import { cityApi } from '../../api-city.ts'

const alarmsShown = 8

export function SwitchedOff({ off }: Pick<Summary, 'off'>) {
  return (
    <Section title={t('offTitle')}>
      {off.length === 0 ? (
        <p>{t('offNone')}</p>
      ) : (
        <ul class="list">
          {off.map(({ kind, id, reason }) => (
            <li key={`${kind} ${id}`}>
              <div>
                <strong>{nameOf(kind, id)}</strong>
                <p>{reason}</p>
              </div>
            </li>
          ))}
        </ul>
      )}
    </Section>
  )
}

export function Models({ upstreams }: Pick<Summary, 'upstreams'>) {
  return (
    <Section title={t('modelsTitle')}>
      {upstreams.length === 0 && <p>{t('modelsNone')}</p>}
      <ul class="list">
        {upstreams.map(({ id, model, location, breaker }) => (
          <li key={id}>
            <div>
              <strong>{model}</strong>
              <p class="small muted">
                {id} · {location}
              </p>
              {breaker === 'open' && <p class="small">{t('breakerHint_open')}</p>}
              {breaker === 'half-open' && <p class="small">{t('breakerHint_half-open')}</p>}
            </div>
            <span class={breaker === 'closed' ? 'tag' : 'tag off'}>{stateOf(breaker)}</span>
          </li>
        ))}
      </ul>
    </Section>
  )
}

/** What the webhook was told too. */
export function Alarms() {
  const asked = useAsked(cityApi.alarms, 'alarms')
  return (
    <Section title={t('alarmsTitle')}>
      <Loaded asked={asked}>
        {({ alarms }) =>
          alarms.length === 0 ? (
            <p>{t('alarmsNone')}</p>
          ) : (
            <ul class="list">
              {alarms.slice(0, alarmsShown).map((alarm) => (
                <li key={`${alarm.office.id} ${alarm.id}`}>
                  <div>
                    <strong>{alarm.office.name}</strong>
                    <p>{alarmWords(alarm)}</p>
                    <p class="small muted">{moment(alarm.at)}</p>
                  </div>
                </li>
              ))}
            </ul>
          )
        }
      </Loaded>
    </Section>
  )
}

function nameOf(kind: string, id: string): string {
  const key = `offName_${kind}`
  const helper = `helper_${id}`
  return has(key) ? t(key, { id: kind === 'helper' && has(helper) ? t(helper) : id }) : `${kind} ${id}`
}

function stateOf(breaker: string): string {
  const key = `breaker_${breaker}`
  return has(key) ? t(key) : breaker
}
