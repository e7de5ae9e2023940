import { slotNames } from '../../../../../shared/drafts/index.ts'
import { t } from '../../../i18n/index.ts'
import { Check } from '../../../parts/check.tsx'
import { Field, TextArea } from '../../../parts/form.tsx'
import { named, type RecipeDraft } from './draft.ts'
import { countWords, type Faults } from './faults.ts'
import { FieldRows } from './fields.tsx'
import { Insertable } from './insertable.tsx'
import { Preview } from './preview.tsx'

export interface FormProps {
  recipe: RecipeDraft
  /** In the list, as the faults name it. */
  place: string
  faults: Faults
  /** As browsers have it, where they do. */
  published: RecipeDraft | undefined
  onInput: (recipe: RecipeDraft) => void
}

/** One recipe: how it is called, its form, and what becomes of that. */
export function RecipeForm(props: FormProps & { nameId: string; others: readonly RecipeDraft[] }) {
  const { recipe, place, faults, published, onInput } = props
  const set = (change: Partial<RecipeDraft>) => onInput({ ...recipe, ...change })
  const faultOf = (part: string) => faults.get(`${place}.${part}`)
  return (
    <div class="recipe-form">
      {faults.has(place) && <p class="wrong">{faults.get(place)}</p>}
      <div class="form">
        <Field
          id={props.nameId}
          label={t('recipePart_name')}
          hint={countWords(recipe.name, 'name')}
          error={faultOf('name')}
          value={recipe.name}
          onInput={(name) => onInput(named(recipe, name, props.others, published !== undefined))}
        />
        <Field
          label={t('recipePart_id')}
          hint={t(published ? 'recipeIdKept' : 'recipeIdHint')}
          error={faultOf('id')}
          value={recipe.id}
          onInput={(id) => set({ id })}
          autocomplete="off"
          spellcheck={false}
        />
        <div class="wide">
          <Field
            label={t('recipePart_hint')}
            hint={`${t('recipeHintHint')} ${countWords(recipe.hint, 'hint')}`}
            error={faultOf('hint')}
            value={recipe.hint}
            onInput={(hint) => set({ hint })}
          />
        </div>
      </div>
      <FieldRows {...props} />
      <Outcome {...props} />
      <Preview recipe={recipe} />
    </div>
  )
}

/** Template, instruction, or both. */
function Outcome({ recipe, place, faults, onInput }: FormProps) {
  const set = (change: Partial<RecipeDraft>) => onInput({ ...recipe, ...change })
  const fields = recipe.fields.filter(({ id, label }) => id !== '' && label.trim() !== '')
  const open = slotNames(recipe.template).filter((slot) => recipe.fields.every(({ id }) => id !== slot))
  return (
    <div class="form">
      <h3 class="wide">{t('recipeOutcome')}</h3>
      <p class="wide muted small">{t('recipeOutcomeHint')}</p>
      <Insertable
        chips={fields.map(({ id, label }) => ({ label, text: `{{${id}}}` }))}
        chipsLabel={t('chipsTemplate')}
        value={recipe.template}
        onInput={(template) => set({ template })}
      >
        <TextArea
          label={t('recipePart_template')}
          hint={`${t('recipeTemplateHint')} ${countWords(recipe.template, 'template')}`}
          error={faults.get(`${place}.template`)}
          value={recipe.template}
          onInput={(template) => set({ template })}
        />
        {open.length > 0 && (
          <p class="hint">{t('recipeOpenSlots', { slots: open.map((slot) => `{{${slot}}}`).join(', ') })}</p>
        )}
      </Insertable>
      <Insertable
        chips={fields.map(({ label }) => ({ label, text: `"${label.trim()}"` }))}
        chipsLabel={t('chipsInstruction')}
        value={recipe.instruction}
        onInput={(instruction) => set({ instruction })}
      >
        <TextArea
          label={t('recipePart_instruction')}
          hint={`${t('recipeInstructionHint')} ${countWords(recipe.instruction, 'instruction')}`}
          error={faults.get(`${place}.instruction`)}
          value={recipe.instruction}
          onInput={(instruction) => set({ instruction })}
        />
      </Insertable>
      <div class="wide">
        <Check
          label={t('recipePart_readsPage')}
          isOn={recipe.readsPage}
          onChange={(readsPage) => set({ readsPage })}
        />
        {recipe.readsPage && recipe.instruction.trim() === '' && (
          <p class="hint">{t('recipeReadsNothing')}</p>
        )}
      </div>
    </div>
  )
}
