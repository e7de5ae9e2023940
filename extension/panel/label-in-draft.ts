import { recipe } from './draft.ts'
import { settings } from './session.ts'
import { slotLabel } from './slot-label.ts'

/** What a slot of the draft is called: as in the form of its recipe, where it has one. */
export function labelInDraft(name: string): string {
  const made = settings.value?.policy?.recipes.find(({ id }) => id === recipe.value)
  return made?.fields.find(({ id }) => id === name)?.label ?? slotLabel(name)
}
