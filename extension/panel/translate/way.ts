// Who translates: the gateway's model, or the browser itself on the device, where the office's policy lets it.
import { computed, signal } from '@preact/signals'
import { settings } from '../session.ts'

export const rule = computed(() => settings.value?.policy?.deviceTranslation ?? 'off')

/** The officer's choice, where the policy leaves it to them. */
export const chosen = signal(false)

/** @returns whether a translation asked for now stays on the device; what can't be done there then fails, it never leaves */
export function isOnDevice(): boolean {
  return rule.value === 'only' || (rule.value === 'allowed' && chosen.value)
}
