import { useId } from 'preact/hooks'
import { fieldKinds, recipeLimits } from '../../../../../shared/protocol/recipes.ts'
import { number, t } from '../../../i18n/index.ts'
import { Check } from '../../../parts/check.tsx'
import { focusSoon } from '../../../parts/focus.ts'
import { Field, Select, TextArea } from '../../../parts/form.tsx'
import { OrderButtons } from '../../../parts/order.tsx'
import { keyed, labelled, moved, newField, withField, without } from './draft.ts'
import { countWords } from './faults.ts'
import type { FormProps } from './form.tsx'

/** The fields of a recipe's form, in its order. */
export function FieldRows(props: FormProps) {
  const { recipe, place, faults, onInput } = props
  const list = useId()
  const { fields } = recipe
  const add = () => {
    onInput({ ...recipe, fields: [...fields, newField()] })
    focusSoon(`${list}-${fields.length}-label`)
  }
  return (
    <div class="recipe-fields">
      <h3>{t('recipePart_fields')}</h3>
      {fields.length === 0 && <p class="muted small">{t('fieldsNone')}</p>}
      {fields.map((_, at) => (
        <FieldRow key={at} list={list} at={at} {...props} />
      ))}
      {faults.has(`${place}.fields`) && <p class="wrong">{faults.get(`${place}.fields`)}</p>}
      <div class="actions">
        <button type="button" id={`${list}-add`} onClick={add}>
          {t('addField')}
        </button>
        <span class="small muted">
          {t('fieldsOf', { count: number(fields.length), most: number(recipeLimits.fields) })}
        </span>
      </div>
    </div>
  )
}

function FieldRow({ list, at, ...props }: FormProps & { list: string; at: number }) {
  const { recipe, place, faults, published, onInput } = props
  const field = recipe.fields[at]!
  const known = published?.fields.map(({ id }) => id) ?? []
  const number = t('fieldNumber', { field: at + 1 })
  const here = `${place}.fields.${at}`
  const remove = () => {
    onInput({ ...recipe, fields: without(recipe.fields, at) })
    focusSoon(`${list}-add`)
  }
  return (
    <div class="row" role="group" aria-label={`${number} ${field.label}`.trim()}>
      <Field
        id={`${list}-${at}-label`}
        label={t('fieldPart_label')}
        hint={countWords(field.label, 'label')}
        error={faults.get(`${here}.label`)}
        value={field.label}
        onInput={(label) => onInput(labelled(recipe, at, label, known))}
      />
      <Field
        label={t('fieldPart_id')}
        hint={t('fieldKeyHint')}
        error={faults.get(`${here}.id`)}
        value={field.id}
        onInput={(id) => onInput(keyed(recipe, at, id))}
        autocomplete="off"
        spellcheck={false}
      />
      <Select
        label={t('fieldPart_kind')}
        value={field.kind}
        choices={fieldKinds.map((kind) => [kind, t(`fieldKind_${kind}`)] as const)}
        onInput={(kind) => onInput(withField(recipe, at, { kind }))}
      />
      <Check
        label={t('fieldPart_required')}
        isOn={field.required}
        onChange={(required) => onInput(withField(recipe, at, { required }))}
      />
      <div class="actions">
        <OrderButtons
          list={list}
          at={at}
          count={recipe.fields.length}
          name={field.label.trim() || number}
          onMove={(to) => onInput({ ...recipe, fields: moved(recipe.fields, at, to) })}
        />
        <button
          type="button"
          aria-label={t('fieldRemoveOf', { name: field.label.trim() || number })}
          onClick={remove}
        >
          {t('remove')}
        </button>
      </div>
      {field.kind === 'choice' && (
        <TextArea
          label={t('fieldPart_choices')}
          hint={t('fieldChoicesHint', { most: recipeLimits.choices, chars: recipeLimits.choice })}
          error={faults.get(`${here}.choices`)}
          value={field.choices.join('\n')}
          onInput={(text) => onInput(withField(recipe, at, { choices: text.split('\n') }))}
        />
      )}
      {faults.has(here) && <p class="wrong wide">{faults.get(here)}</p>}
    </div>
  )
}
