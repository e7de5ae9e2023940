import { useId, useState } from 'preact/hooks'
import { number, t } from '../../i18n/index.ts'
import { Check } from '../../parts/check.tsx'
import { Field } from '../../parts/form.tsx'
import { ticked } from './ticked-list.tsx'

/** The offices that a class's people come from, to be found among many. */
export function OfficesChoice(props: {
  offices: readonly { id: string; name: string }[]
  chosen: readonly string[]
  error: string | undefined
  onChange: (chosen: string[]) => void
}) {
  const { offices, chosen } = props
  const id = useId()
  const [search, setSearch] = useState('')
  const found = offices.filter(({ id, name }) => `${name} ${id}`.toLowerCase().includes(search.toLowerCase()))
  const areAll = found.length > 0 && found.every(({ id }) => chosen.includes(id))
  const setAll = (isOn: boolean) => {
    const names = found.map(({ id }) => id)
    const others = chosen.filter((id) => !names.includes(id))
    props.onChange(isOn ? [...others, ...names] : others)
  }
  return (
    <fieldset class={props.error ? 'offices invalid' : 'offices'} aria-describedby={`${id}-hint`}>
      <legend>{t('classOffices')}</legend>
      {/* Enter looks for offices; it does not send the form. */}
      <div onKeyDown={(event) => event.key === 'Enter' && event.preventDefault()}>
        <Field label={t('officesSearch')} value={search} onInput={setSearch} type="search" />
      </div>
      <div class="choices">
        {found.length > 1 && (
          <Check label={t(search ? 'officesAllFound' : 'officesAll')} isOn={areAll} onChange={setAll} />
        )}
        {found.map((office) => (
          <Check
            key={office.id}
            label={office.name}
            isOn={chosen.includes(office.id)}
            onChange={(isOn) => props.onChange(ticked(chosen, office.id, isOn))}
          />
        ))}
        {found.length === 0 && (
          <p class="muted">{search ? t('nothingFound', { search }) : t('officesNone')}</p>
        )}
      </div>
      <p id={`${id}-hint`} class={props.error ? 'wrong' : 'hint'}>
        {props.error ?? t('officesChosen', { count: number(chosen.length), all: number(offices.length) })}
      </p>
    </fieldset>
  )
}
