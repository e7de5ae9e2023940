import { t, type MessageKey } from '../../i18n/index.ts'

interface ChoiceProps<T extends string> {
  label: string
  /** Prefix of the catalogue's keys: `status` gives `status.selesai`. */
  names: 'format' | 'length' | 'language' | 'status' | 'tone' | 'aim'
  options: readonly T[]
  chosen: { value: T }
}

/** A labelled select over the values of one option. */
export function Choice<T extends string>({ label, names, options, chosen }: ChoiceProps<T>) {
  return (
    <select
      aria-label={label}
      title={label}
      value={chosen.value}
      onChange={(event) => (chosen.value = event.currentTarget.value as T)}
    >
      {options.map((option) => (
        <option key={option} value={option}>
          {t(`${names}.${option}` as MessageKey)}
        </option>
      ))}
    </select>
  )
}
