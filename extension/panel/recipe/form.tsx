import { useComputed } from '@preact/signals'
import type { Recipe, RecipeField } from '../../../shared/protocol/index.ts'
import { t } from '../../i18n/index.ts'
import * as draft from '../draft.ts'
import { redactionIfLoaded } from '../redaction.ts'
import { settings, status } from '../session.ts'
import { clear, formOf, isForOther, make, missing, stillMeant, type, typed } from './recipes.ts'
import { choose } from './state.ts'

/** A form of a few fields. What is typed stays, whatever happens to the panel or to the draft. */
export function RecipeForm({ recipe }: { recipe: Recipe }) {
  const { id, name, hint, fields } = recipe
  const submit = (event: Event) => {
    event.preventDefault()
    const field = missing(recipe)
    if (!field) return void make(recipe)
    status.value = t('recipeMissing', { label: field.label })
    document.getElementById(`field-${field.id}`)?.focus()
  }
  const back = () => {
    choose(null)
    requestAnimationFrame(() => document.getElementById(`recipe-${id}`)?.focus())
  }
  return (
    <form class="recipes" aria-labelledby="recipe-title" noValidate onSubmit={submit}>
      <h2 id="recipe-title" tabIndex={-1}>
        {name}
      </h2>
      {hint && <p class="muted small">{hint}</p>}
      {isForOther(recipe) && (
        <div class="warning small">
          {t('recipeForOther')}
          <p class="links">
            <button type="button" class="link" onClick={() => clear(recipe)}>
              {t('recipeClear')}
            </button>
            <button id="recipe-keep" type="button" class="link" onClick={() => stillMeant(recipe)}>
              {t('recipeKeep')}
            </button>
          </p>
        </div>
      )}
      {fields.map((field) => (
        <Field key={field.id} recipe={recipe} field={field} />
      ))}
      <datalist id="recipe-offices">
        {settings.value?.policy?.offices.map((office) => (
          <option key={office} value={office} />
        ))}
      </datalist>
      <Sent recipe={recipe} />
      <div class="actions">
        {/* Not `disabled`, which would take the focus from the button that was just pressed. */}
        <button class="primary" aria-disabled={draft.writing.value}>
          {t('recipeMake')}
        </button>
        <button type="button" class="link" onClick={back}>
          {t('recipeOther')}
        </button>
      </div>
    </form>
  )
}

function Field({ recipe, field }: { recipe: Recipe; field: RecipeField }) {
  return (
    <div class="field">
      <label for={`field-${field.id}`}>
        {field.label}
        {field.required && <span class="muted"> {t('recipeRequired')}</span>}
      </label>
      <Input recipe={recipe} field={field} />
    </div>
  )
}

function Input({
  recipe,
  field: { id, kind, choices = [], required },
}: {
  recipe: Recipe
  field: RecipeField
}) {
  const shared = {
    id: `field-${id}`,
    'aria-required': required,
    value: typed(recipe, id),
    onInput: (event: { currentTarget: { value: string } }) => type(recipe, id, event.currentTarget.value),
  }
  if (kind === 'long') return <textarea {...shared} />
  if (kind === 'date') return <input {...shared} type="date" />
  if (kind === 'office') return <input {...shared} autocomplete="off" list="recipe-offices" />
  if (kind === 'text') return <input {...shared} autocomplete="off" />
  return (
    <select {...shared}>
      <option value="">{t('recipeChoose')}</option>
      {choices.map((choice) => (
        <option key={choice} value={choice}>
          {choice}
        </option>
      ))}
    </select>
  )
}

/** Said before anything leaves: what goes, and what is hidden in the form. */
function Sent({ recipe }: { recipe: Recipe }) {
  const hidden = useComputed(() => redactionIfLoaded()?.redact(formOf(recipe)).findings.length ?? 0)
  const { instruction, template, readsPage } = recipe
  if (instruction === undefined) return <p class="muted small">{t('recipeOnDevice')}</p>
  const needsModel = template === undefined && settings.value?.policy?.upstream.kind === 'offline'
  return (
    <p class="muted small">
      {t(needsModel ? 'recipeNeedsModel' : readsPage ? 'recipeWithPage' : 'recipeFormOnly')}
      {hidden.value > 0 && ` ${t('recipeHidden', { count: hidden.value })}`}
    </p>
  )
}
