import { dataClasses } from '../../../shared/protocol/policy.ts'
import { helperNames } from '../../../shared/protocol/helpers.ts'
import type { GroupShown } from '../../../shared/protocol/admin-answers.ts'
import { countPattern } from '../caps.ts'
import { t } from '../i18n/index.ts'
import { defaultPerDay, type LimitFields } from '../key-limits.ts'
import { Check } from './check.tsx'
import { Field, Select } from './form.tsx'

/** The limits of a key, for a key and for what a link gives to its keys. */
export function LimitInputs(props: { value: LimitFields; onInput: (change: Partial<LimitFields>) => void }) {
  const { perMinute, perDay, isDayUnlimited, helpers, dataClass } = props.value
  return (
    <>
      <Field
        label={t('perMinute')}
        hint={t('emptyUnlimited')}
        value={perMinute}
        onInput={(perMinute) => props.onInput({ perMinute })}
        inputMode="numeric"
        pattern={countPattern}
      />
      <div class="field">
        <Field
          label={t('perDay')}
          hint={t('perDayHint', { count: defaultPerDay })}
          value={isDayUnlimited ? '' : perDay}
          onInput={(perDay) => props.onInput({ perDay, isDayUnlimited: false })}
          inputMode="numeric"
          pattern={countPattern}
        />
        <Check
          label={t('dayUnlimited')}
          isOn={isDayUnlimited}
          onChange={(isDayUnlimited) => props.onInput({ isDayUnlimited })}
        />
      </div>
      <Select
        label={t('dataClass')}
        value={dataClass}
        choices={[
          ['', t('class_policy')] as const,
          ...dataClasses.map((name) => [name, t(`class_${name}`)] as const),
        ]}
        onInput={(dataClass) => props.onInput({ dataClass })}
      />
      <fieldset>
        <legend>{t('helpersAllowed')}</legend>
        {helperNames.map((name) => (
          <Check
            key={name}
            label={t(`helper_${name}`)}
            isOn={helpers.includes(name)}
            onChange={(isOn) =>
              props.onInput({
                helpers: helperNames.filter((other) => (other === name ? isOn : helpers.includes(other))),
              })
            }
          />
        ))}
        <p class="hint">{t('helpersHint')}</p>
      </fieldset>
    </>
  )
}

/** Nothing where the office has no groups. */
export function GroupInput(props: {
  groups: readonly GroupShown[]
  value: string
  onInput: (group: string) => void
}) {
  if (props.groups.length === 0) return null
  return (
    <Select
      label={t('keyGroup')}
      value={props.value}
      choices={[
        ['', t('noGroup')] as const,
        ...props.groups.map(({ id, label }) => [id, `${label} (${id})`] as const),
      ]}
      onInput={props.onInput}
    />
  )
}
