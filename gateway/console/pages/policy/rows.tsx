import { useState } from 'preact/hooks'
import { number, t } from '../../i18n/index.ts'
import { Check } from '../../parts/check.tsx'
import { Field, Select, TextArea } from '../../parts/form.tsx'

/** How one field of a row is typed. */
export type RowField<T> = { name: keyof T & string; label: string } & (
  | { kind: 'text' | 'long' | 'day' | 'count' }
  | { kind: 'check' }
  | { kind: 'choice'; choices: readonly (readonly [value: string, words: string])[] }
)

const rowsAtOnce = 20

/** A list whose rows are typed in place, such as the glossary. The newest is the first. */
export function Rows<T extends object>(props: {
  rows: readonly T[]
  fields: readonly RowField<T>[]
  fresh: T
  onInput: (rows: T[]) => void
}) {
  const { rows, onInput } = props
  const [search, setSearch] = useState('')
  const [most, setMost] = useState(rowsAtOnce)
  const wanted = rows
    .map((row, at) => ({ row, at }))
    .filter(({ row }) => JSON.stringify(row).toLowerCase().includes(search.toLowerCase()))
  return (
    <div class="rows">
      <div class="actions">
        <button type="button" onClick={() => onInput([props.fresh, ...rows])}>
          {t('addRow')}
        </button>
        <span class="small muted" role="status">
          {t('rows', { shown: number(wanted.length), all: number(rows.length) })}
        </span>
      </div>
      {rows.length > rowsAtOnce && (
        <Field label={t('search')} value={search} onInput={setSearch} type="search" />
      )}
      {wanted.slice(0, most).map(({ row, at }) => (
        <div class="row" role="group" aria-label={t('rowNumber', { row: at + 1 })} key={rows.length - at}>
          {props.fields.map((field) => (
            <Input
              key={field.name}
              field={field}
              row={row}
              onInput={(value) =>
                onInput(
                  rows.map((other, index) => (index === at ? { ...other, [field.name]: value } : other)),
                )
              }
            />
          ))}
          <button
            type="button"
            aria-label={t('removeRow', { row: at + 1 })}
            onClick={() => onInput(rows.filter((_, index) => index !== at))}
          >
            {t('remove')}
          </button>
        </div>
      ))}
      {wanted.length > most && (
        <div class="actions">
          <button type="button" onClick={() => setMost(most + rowsAtOnce)}>
            {t('showMore')}
          </button>
        </div>
      )}
    </div>
  )
}

function Input<T extends object>(props: { field: RowField<T>; row: T; onInput: (value: unknown) => void }) {
  const { field, row, onInput } = props
  const value: unknown = row[field.name]
  const text =
    typeof value === 'string' || (typeof value === 'number' && !Number.isNaN(value)) ? String(value) : ''
  switch (field.kind) {
    case 'check':
      return <Check label={field.label} isOn={value === true} onChange={onInput} />
    case 'choice':
      return (
        <Select
          label={field.label}
          value={text}
          choices={field.choices}
          onInput={(chosen) => onInput(chosen === '' ? undefined : chosen)}
        />
      )
    case 'long':
      return <TextArea label={field.label} value={text} onInput={onInput} />
    case 'count':
      return (
        <Field
          label={field.label}
          value={text}
          onInput={(typed) => onInput(countTyped(typed))}
          inputMode="numeric"
        />
      )
    default:
      return (
        <Field
          label={field.label}
          value={text}
          onInput={onInput}
          type={field.kind === 'day' ? 'date' : 'text'}
        />
      )
  }
}

/** @returns NaN while nothing is typed: the schema takes that for no number */
export function countTyped(text: string): number {
  return Number.parseInt(text.replace(/\D/g, ''), 10)
}
