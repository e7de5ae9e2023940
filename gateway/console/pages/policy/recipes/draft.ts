// Recipes while they are typed: anything may still be missing, too long or double, and nothing of it is lost. Pure.
import * as z from 'zod/mini'
import { fillSlots } from '../../../../../shared/drafts/index.ts'
import { fieldKinds, recipeLimits } from '../../../../../shared/protocol/recipes.ts'
import { differing, slotOf, slugOf } from '../../../../../shared/protocol/slug.ts'

const Words = z._default(z.string(), '')
// What an admin pasted and no schema knows stays, so that it can be named and not be thrown away unseen.
const FieldDraft = z.looseObject({
  id: Words,
  label: Words,
  kind: z._default(z.enum(fieldKinds), 'text'),
  /** Stay while another kind is tried. */
  choices: z._default(z.array(z.string()), []),
  required: z._default(z.boolean(), false),
  /** The key that the template still has, while another is half typed. */
  was: Words,
})
const RecipeDraft = z.looseObject({
  id: Words,
  name: Words,
  hint: Words,
  fields: z._default(z.array(FieldDraft), []),
  instruction: Words,
  template: Words,
  readsPage: z._default(z.boolean(), false),
})
export type FieldDraft = z.infer<typeof FieldDraft>
export type RecipeDraft = z.infer<typeof RecipeDraft>

export interface Removed {
  recipe: RecipeDraft
  /** Where it stood. */
  at: number
}

/** @param value as the rule holds it: a list, or JSON as it was typed @returns null where no form can show it */
export function readRecipes(value: unknown): RecipeDraft[] | null {
  return z.array(RecipeDraft).safeParse(typeof value === 'string' ? ofJson(value) : value).data ?? null
}

/** @returns what is published: without what was left empty. JSON is taken at its word. */
export function tidiedRecipes(value: unknown): unknown {
  if (typeof value === 'string') return ofJson(value) ?? value
  return readRecipes(value)?.map(tidied) ?? value
}

function tidied({ id, name, hint, fields, instruction, template, readsPage, ...unknown }: RecipeDraft) {
  return {
    id: id.trim(),
    name,
    ...filled({ hint }),
    fields: fields.map(tidiedField),
    ...filled({ instruction, template }),
    readsPage,
    ...unknown,
  }
}

function tidiedField({ id, label, kind, choices, required, ...rest }: FieldDraft) {
  const { was: _, ...unknown } = rest
  const chosen = choices.filter((choice) => choice.trim() !== '')
  return { id: id.trim(), label, kind, ...(kind === 'choice' && { choices: chosen }), required, ...unknown }
}

function filled(texts: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(texts).filter(([, text]) => text.trim() !== ''))
}

/** One that staff copied for the admin comes without a list around it. */
function ofJson(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text)
    return RecipeDraft.safeParse(value).success ? [value] : value
  } catch {
    return undefined
  }
}

export function newRecipe(): RecipeDraft {
  return RecipeDraft.parse({})
}

/** @param name what the copy is called */
export function copyOf(recipe: RecipeDraft, name: string, others: readonly RecipeDraft[]): RecipeDraft {
  return { ...recipe, name, id: idFor(name, others) }
}

/** @param isFixed browsers and scripts know its id already @returns it under the new name; the id follows until it is typed by hand */
export function named(
  recipe: RecipeDraft,
  name: string,
  others: readonly RecipeDraft[],
  isFixed: boolean,
): RecipeDraft {
  const follows = !isFixed && (recipe.id === '' || recipe.id === idFor(recipe.name, others))
  return { ...recipe, name, ...(follows && { id: name.trim() === '' ? '' : idFor(name, others) }) }
}

function idFor(name: string, others: readonly RecipeDraft[]): string {
  const taken = others.map(({ id }) => id)
  return differing(slugOf(name, recipeLimits.id, 'resep'), taken, '-', recipeLimits.id)
}

/** @param known keys that browsers know already @returns the recipe with that label; the key follows until it is typed by hand */
export function labelled(
  recipe: RecipeDraft,
  at: number,
  label: string,
  known: readonly string[],
): RecipeDraft {
  const field = recipe.fields[at]
  if (!field) return recipe
  const isFixed = known.includes(field.id)
  const others = [...recipe.fields.flatMap(({ id }, index) => (index === at ? [] : [id])), ...known]
  const keyFor = (label: string) =>
    differing(slotOf(label, recipeLimits.id, 'isian'), others, '_', recipeLimits.id)
  const follows = !isFixed && (field.id === '' || field.id === keyFor(field.label))
  const relabelled = withField(recipe, at, { label })
  return follows ? keyed(relabelled, at, label.trim() === '' ? '' : keyFor(label)) : relabelled
}

/** @returns the recipe with that key, also in its template */
export function keyed(recipe: RecipeDraft, at: number, id: string): RecipeDraft {
  const field = recipe.fields[at]
  const before = field?.was || field?.id || ''
  // While two fields have one key, a slot may be meant for the other.
  const isAlone = recipe.fields.every((field, index) => index === at || ![before, id].includes(field.id))
  const takes = isAlone && isSlot(id)
  const template =
    takes && before !== '' ? fillSlots(recipe.template, { [before]: `{{${id}}}` }) : recipe.template
  return withField({ ...recipe, template }, at, { id, was: takes ? '' : before })
}

const isSlot = (id: string) => /^[\p{L}\p{N}_]{1,60}$/u.test(id)

export function withField(recipe: RecipeDraft, at: number, change: Partial<FieldDraft>): RecipeDraft {
  return { ...recipe, fields: replaced(recipe.fields, at, { ...recipe.fields[at]!, ...change }) }
}

export function newField(): FieldDraft {
  return FieldDraft.parse({})
}

export function replaced<T>(list: readonly T[], at: number, one: T): T[] {
  return list.map((other, index) => (index === at ? one : other))
}

export function without<T>(list: readonly T[], at: number): T[] {
  return list.filter((_, index) => index !== at)
}

export function inserted<T>(list: readonly T[], at: number, one: T): T[] {
  return [...list.slice(0, at), one, ...list.slice(at)]
}

export function moved<T>(list: readonly T[], from: number, to: number): T[] {
  return inserted(without(list, from), to, list[from]!)
}
