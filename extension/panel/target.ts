// The portal's field that a draft would go to, and how much of it fits.
import { signal } from '@preact/signals'
import type { HelperName, HelperOptions } from '../../shared/protocol/index.ts'
import { panelTab } from '../browser.ts'
import { targetField, type TargetField } from './portal.ts'
import { settings } from './session.ts'

export const target = signal<TargetField | null>(null)

/** Looks which field the draft would go to, and how much fits. */
export async function lookForField(): Promise<void> {
  const tabId = await panelTab()
  target.value = tabId === null ? null : await targetField(tabId)
}

/** The model is asked to stay within what the field still takes. A translation is as long as its text. */
export function roomOption(name: HelperName): HelperOptions {
  const whole = target.value?.field.room ?? 0
  const room = name === 'reply' || name === 'compose' ? whole - roomOfDisclosure(whole) : whole
  return name !== 'translate' && room > 0 ? { max_chars: String(room) } : {}
}

/** The office wants its sentence under what goes out: room is left for it, unless the field is a small one. */
function roomOfDisclosure(room: number): number {
  const sentence = settings.value?.policy?.disclosure.trim() ?? ''
  const needed = sentence ? sentence.length + '\n\n'.length : 0
  return needed <= room / 3 ? needed : 0
}
