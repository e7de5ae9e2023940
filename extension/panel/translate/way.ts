// Into which language, and who translates: the gateway's model, or the browser itself on the device, where the office's
// policy lets it.
import { computed, signal } from '@preact/signals'
import type { languages } from '../../../shared/protocol/index.ts'
import { settings } from '../session.ts'
import { language } from '../source.ts'

type Target = (typeof languages)[number]

/** What the person chose, for each language that they had before them. */
const picked = signal<Readonly<Record<string, Target>>>({})

/** What is foreign is read in Indonesian; what is Indonesian goes to a foreigner. A choice stands for its language. */
export const target = {
  get value(): Target {
    return picked.value[language.value ?? ''] ?? (language.value === 'id' ? 'en' : 'id')
  },
  set value(chosen: Target) {
    picked.value = { ...picked.value, [language.value ?? '']: chosen }
  },
}

export const rule = computed(() => settings.value?.policy?.deviceTranslation ?? 'off')

/** The officer's choice, where the policy leaves it to them. */
export const chosen = signal(false)

/** @returns whether a translation asked for now stays on the device; what can't be done there then fails, it never leaves */
export function isOnDevice(): boolean {
  return rule.value === 'only' || (rule.value === 'allowed' && chosen.value)
}
