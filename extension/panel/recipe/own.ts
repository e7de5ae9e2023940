// A template of the person's own as a recipe: its slots are the form. Pure.
import { slotNames } from '../../../shared/drafts/index.ts'
import { Recipe, type RecipeField } from '../../../shared/protocol/index.ts'
import { recipeLimits } from '../../../shared/protocol/recipes.ts'
import { slugOf } from '../../../shared/protocol/slug.ts'

interface OwnTemplate {
  id: number
  name: string
  text: string
}

/** What is known of slots in the panel's language. */
interface SlotWords {
  labelOf(slot: string): string
  isOffice(slot: string): boolean
}

/** @returns the recipe; its id, with a colon, is no id of an office's */
export function ownRecipe({ id, name, text }: OwnTemplate, words: SlotWords): Recipe {
  const slots = slotNames(text)
  const labels = slots.map((slot) => words.labelOf(slot))
  const fields = slots.map((slot, at): RecipeField => {
    const label = labels[at] ?? slot
    const isAlone = labels.indexOf(label) === labels.lastIndexOf(label)
    return {
      id: slot,
      label: isAlone ? label : `${label} (${slot})`,
      kind: kindOf(slot, words),
      // What is left open stays a slot of the draft.
      required: false,
    }
  })
  return { id: `saya:${id}`, name, fields, template: text, readsPage: false }
}

function kindOf(slot: string, { isOffice }: SlotWords): RecipeField['kind'] {
  if (/^tanggal(?:_|$)/.test(slot)) return 'date'
  return isOffice(slot) ? 'office' : 'text'
}

/** @returns JSON that an admin can paste into `recipes` of the policy; null where a policy has no room for it */
export function forAdmin(recipe: Recipe): string | null {
  const parsed = Recipe.safeParse({ ...recipe, id: slugOf(recipe.name, recipeLimits.id, 'resep') })
  return parsed.success ? JSON.stringify(parsed.data, null, 2) : null
}
