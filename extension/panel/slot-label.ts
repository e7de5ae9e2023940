import { slotLabel as labelIn } from '../../shared/drafts/index.ts'
import { settings } from './session.ts'

/** What a slot is called in the panel's language. */
export function slotLabel(name: string): string {
  return labelIn(name, settings.value?.language)
}
