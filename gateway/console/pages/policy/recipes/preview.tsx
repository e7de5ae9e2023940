import { useId, useState } from 'preact/hooks'
import { fillSlots } from '../../../../../shared/drafts/index.ts'
import { t } from '../../../i18n/index.ts'
import type { FieldDraft, RecipeDraft } from './draft.ts'

/** The form as staff see it in the panel (extension/panel/recipe/form.tsx), to be tried; nothing is sent. */
export function Preview({ recipe }: { recipe: RecipeDraft }) {
  const id = useId()
  const [typed, setTyped] = useState<Record<string, string>>({})
  const { name, hint, fields, instruction, readsPage } = recipe
  const sent =
    instruction.trim() === '' ? 'previewOnDevice' : readsPage ? 'previewWithPage' : 'previewFormOnly'
  return (
    <details class="recipe-preview">
      <summary>{t('recipePreview')}</summary>
      <p class="muted small">{t('recipePreviewHint')}</p>
      <div class="as-panel" role="group" aria-label={t('recipePreview')}>
        <strong>{name}</strong>
        {hint.trim() !== '' && <p class="muted small">{hint}</p>}
        {fields.map((field, at) => (
          <div class="field" key={at}>
            <label for={`${id}-${at}`}>
              {field.label}
              {field.required && <span class="muted"> {t('previewRequired')}</span>}
            </label>
            <Input
              id={`${id}-${at}`}
              field={field}
              value={typed[field.id] ?? ''}
              onInput={(value) => setTyped({ ...typed, [field.id]: value })}
            />
          </div>
        ))}
        <p class="muted small">{t(sent)}</p>
        <Draft recipe={recipe} typed={typed} />
      </div>
    </details>
  )
}

function Input(props: { id: string; field: FieldDraft; value: string; onInput: (value: string) => void }) {
  const { kind, choices } = props.field
  const shared = {
    id: props.id,
    value: props.value,
    onInput: (event: { currentTarget: { value: string } }) => props.onInput(event.currentTarget.value),
  }
  if (kind === 'long') return <textarea {...shared} />
  if (kind === 'date') return <input {...shared} type="date" />
  if (kind !== 'choice') return <input {...shared} autocomplete="off" />
  return (
    <select {...shared}>
      <option value="">{t('previewChoose')}</option>
      {choices
        .filter((choice) => choice.trim() !== '')
        .map((choice) => (
          <option key={choice} value={choice}>
            {choice}
          </option>
        ))}
    </select>
  )
}

/** What a template becomes without a model. */
function Draft({ recipe, typed }: { recipe: RecipeDraft; typed: Record<string, string> }) {
  const { fields, template, instruction } = recipe
  if (template.trim() === '') return <p class="small">{t('previewByModel')}</p>
  const values = fields.map(({ id, kind }) => {
    const value = typed[id] ?? ''
    return [id, kind === 'date' && value !== '' ? asWritten(value) : value] as const
  })
  return (
    <>
      <p class="small">{t(instruction.trim() === '' ? 'previewDraft' : 'previewFrame')}</p>
      <pre class="example" tabIndex={0} aria-label={t('previewDraft')}>
        {fillSlots(template, Object.fromEntries(values))}
      </pre>
    </>
  )
}

/** As in a letter, in Indonesian whatever the console speaks. */
function asWritten(date: string): string {
  return new Date(`${date}T12:00:00+07:00`).toLocaleDateString('id-ID', {
    dateStyle: 'long',
    timeZone: 'Asia/Jakarta',
  })
}
