// The recipes there are, and a draft of one: at once where it is a template alone, else by the gateway.
import { computed } from '@preact/signals'
import { formText, slotNames } from '../../../shared/drafts/index.ts'
import type { Recipe } from '../../../shared/protocol/index.ts'
import { t } from '../../i18n/index.ts'
import * as draft from '../draft.ts'
import { attempt, ownTemplates } from '../own-templates.ts'
import { sameCase } from '../same-case.ts'
import { failure, settings, status } from '../session.ts'
import { isOfficeSlot, slotLabel } from '../slot-label.ts'
import * as source from '../source.ts'
import { finish, run } from '../writing.ts'
import { asWritten } from '../written-day.ts'
import { ownRecipe } from './own.ts'
import { choose, forms } from './state.ts'

/** Those of the office that this key may use. */
export const officeRecipes = computed(() => {
  const { recipes = [], helpers = [] } = settings.value?.policy ?? {}
  return recipes.filter(({ instruction }) => instruction === undefined || helpers.includes('recipe'))
})
const words = { labelOf: slotLabel, isOffice: isOfficeSlot }
/** The person's own templates that leave something open. */
export const ownRecipes = computed(() =>
  (ownTemplates.value ?? [])
    .filter(({ text }) => slotNames(text).length > 0)
    .map((template) => ownRecipe(template, words)),
)

export function recipeOf(id: string | null): Recipe | undefined {
  return [...officeRecipes.value, ...ownRecipes.value].find((recipe) => recipe.id === id)
}

/** @returns what was typed for a field, as it was typed; a date as the browser's picker has it */
export function typed(recipe: Recipe, field: string): string {
  const form = Object.hasOwn(forms.value, recipe.id) ? forms.value[recipe.id] : undefined
  return form && Object.hasOwn(form.values, field) ? (form.values[field] ?? '') : ''
}

/** So much of the page tells whether it still shows the same matter. */
const tellingStart = 2000

export function type(recipe: Recipe, field: string, value: string): void {
  const before = Object.hasOwn(forms.value, recipe.id) ? forms.value[recipe.id] : undefined
  const values = { ...before?.values, [field]: value }
  // What else stands in it is still of the matter before.
  const from = before && isForOther(recipe) ? before.from : shownNow()
  forms.value = { ...forms.value, [recipe.id]: { values, from } }
}

/** The person has looked: what was filled in holds for this matter too. */
export function stillMeant({ id }: Recipe): void {
  const form = forms.value[id]
  if (form) forms.value = { ...forms.value, [id]: { ...form, from: shownNow() } }
}

function shownNow(): string {
  return source.text.value.slice(0, tellingStart)
}

export function clear({ id }: Recipe): void {
  const { [id]: _, ...others } = forms.value
  forms.value = others
}

/** It was filled in while the page showed another matter: nothing of it must slip into this one unseen. */
export function isForOther({ id }: Recipe): boolean {
  const form = Object.hasOwn(forms.value, id) ? forms.value[id] : undefined
  return Boolean(form?.from && source.text.value && !sameCase(form.from, source.text.value))
}

/** @returns the first required field that is empty */
export function missing(recipe: Recipe): Recipe['fields'][number] | undefined {
  return recipe.fields.find(({ id, required }) => required && !typed(recipe, id).trim())
}

/** What is sent of the form alone. */
export function formOf(recipe: Recipe): string {
  return formText(recipe.fields, written(recipe), null)
}

/** The values as they stand in a letter; those left empty too, so that a draft does not keep what was cleared. */
function written(recipe: Recipe): Record<string, string> {
  const values = recipe.fields.map(({ id, kind }) => {
    const value = typed(recipe, id).trim()
    return [id, kind === 'date' ? asWritten(value) : value] as const
  })
  return Object.fromEntries(values)
}

/** Makes the draft; what was typed stays in the form. */
export async function make(recipe: Recipe): Promise<void> {
  if (draft.writing.value) return
  if (isForOther(recipe)) return askWhetherMeant(recipe)
  const { id, fields, instruction, template, readsPage } = recipe
  const values = written(recipe)
  const given = [formOf(recipe), instruction, template].join('\n')
  const kept = { recipe: id, values, given }
  if (instruction !== undefined) {
    const text = (page: string) => formText(fields, values, readsPage ? page : null)
    return run('recipe', { recipe: id }, { readsPage, text, kept })
  }
  failure.value = null
  const all = { ...draft.valuesFor(source.text.value), ...values }
  draft.replace(template ?? '', { helper: 'recipe', ...kept, values: all })
  finish()
}

/** Only the person can say that a form filled in for one matter holds for another. */
function askWhetherMeant({ id }: Recipe): void {
  choose(id)
  status.value = t('recipeForOther')
  requestAnimationFrame(() => document.getElementById('recipe-keep')?.focus())
}

/** "Ulangi": the recipe of the draft, with the form as it now is. */
export async function makeAgain(): Promise<void> {
  if (ownTemplates.value === null) await attempt()
  const recipe = recipeOf(draft.recipe.value)
  if (!recipe) return draft.fail({ code: 'recipe_unknown', requestId: null })
  await make(recipe)
}
