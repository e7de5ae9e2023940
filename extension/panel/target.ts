// The portal's field that a draft would go to, and how much of it fits.
import { signal } from '@preact/signals'
import type { HelperName, HelperOptions } from '../../shared/protocol/index.ts'
import { panelTab } from '../browser.ts'
import { targetField, type TargetField } from './portal.ts'

export const target = signal<TargetField | null>(null)

/** Looks which field the draft would go to, and how much fits. */
export async function lookForField(): Promise<void> {
  const tabId = await panelTab()
  target.value = tabId === null ? null : await targetField(tabId)
}

/** The model is asked to stay within what the field still takes. A translation is as long as its text. */
export function roomOption(name: HelperName): HelperOptions {
  const room = target.value?.field.room ?? 0
  return name !== 'translate' && room > 0 ? { max_chars: String(room) } : {}
}
