import { useState } from 'preact/hooks'
import type { SwitchedOff } from '../../../../shared/protocol/admin-answers.ts'
import type { KillSwitch } from '../../../../shared/protocol/admin.ts'
import { helperNames } from '../../../../shared/protocol/helpers.ts'
import { cityApi } from '../../api-city.ts'
import { has, moment, t } from '../../i18n/index.ts'
import { Select } from '../../parts/form.tsx'
import { Loaded, useAsked } from '../../parts/loaded.tsx'
import { Section } from '../../parts/page.tsx'
import { SwitchOff, turnOn } from '../../parts/switch-off.tsx'
import { isCity } from '../../session.ts'
import type { PolicyProps } from './props.ts'

type Which = Pick<KillSwitch, 'kind' | 'id'>
const kinds = ['city', 'office', 'helper', 'upstream'] as const

/** What is switched off now, and switching off: in force within seconds, without a new revision. */
export function Switches({ value, nameOf }: PolicyProps) {
  const asked = useAsked(cityApi.switches, 'switches')
  const [kind, setKind] = useState<KillSwitch['kind']>('helper')
  const [chosen, setChosen] = useState('')
  const [offing, setOffing] = useState<Which | null>(null)
  const name = (which: Which) => switchName(which, nameOf)
  const ids: string[] = {
    city: [],
    office: value.offices.filter(({ removedAt }) => removedAt === null).map(({ id }) => id),
    helper: [...helperNames],
    upstream: value.upstreams,
  }[kind]
  const id = ids.includes(chosen) ? chosen : (ids[0] ?? '')
  return (
    <>
      <Section title={t('offNowTitle')}>
        <Loaded asked={asked}>
          {({ off }) =>
            off.length === 0 ? (
              <p>{t('offNothing')}</p>
            ) : (
              <ul class="list">
                {off.map((one) => (
                  <Off key={`${one.kind} ${one.id}`} off={one} name={name(one)} reload={asked.reload} />
                ))}
              </ul>
            )
          }
        </Loaded>
      </Section>
      {isCity.value && (
        <Section title={t('turnOff')} hint={t('turnOffHint')}>
          <div class="form">
            <Select
              label={t('offWhat')}
              value={kind}
              choices={kinds.map((kind) => [kind, t(`off_${kind}`)] as const)}
              onInput={setKind}
            />
            {kind !== 'city' && (
              <Select
                label={t(`off_${kind}`)}
                value={id}
                choices={ids.map((id) => [id, name({ kind, id })] as const)}
                onInput={setChosen}
              />
            )}
          </div>
          <div class="actions">
            <button
              class="danger"
              disabled={kind !== 'city' && id === ''}
              onClick={() => setOffing({ kind, id: kind === 'city' ? '' : id })}
            >
              {t('turnOff')}
            </button>
          </div>
        </Section>
      )}
      {offing && (
        <SwitchOff which={offing} name={name(offing)} onDone={asked.reload} onClose={() => setOffing(null)} />
      )}
    </>
  )
}

function Off({ off, name, reload }: { off: SwitchedOff; name: string; reload: () => Promise<void> }) {
  const { kind, id, reason, at } = off
  return (
    <li>
      <span>
        <strong>{name}</strong> <span class="muted small">{t('offSince', { at: moment(at) })}</span>
        <br />
        {reason || t('offNoReason')}
      </span>
      {isCity.value && (
        <button aria-label={t('turnOnOf', { name })} onClick={() => void turnOn({ kind, id }, name, reload)}>
          {t('turnOn')}
        </button>
      )}
    </li>
  )
}

function switchName({ kind, id }: Which, nameOf: (office: string) => string): string {
  if (kind === 'city') return t('wholeCity')
  if (kind === 'office') return nameOf(id)
  const helper = `helper_${id}`
  return kind === 'helper' && has(helper) ? t(helper) : id
}
