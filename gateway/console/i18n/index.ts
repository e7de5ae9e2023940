// The console's words: Indonesian first, English when asked for. A catalogue a page, so that each is found by its name.
import { signal } from '@preact/signals'
import * as z from 'zod/mini'
import { id as idFrame } from './id.ts'
import { idActs } from './id-acts.ts'
import { idAudit } from './id-audit.ts'
import { idDownloads } from './id-downloads.ts'
import { idClasses } from './id-classes.ts'
import { idGroups } from './id-groups.ts'
import { idKeys } from './id-keys.ts'
import { idModel } from './id-model.ts'
import { idOffices } from './id-offices.ts'
import { idPolicy } from './id-policy.ts'
import { idRecipes } from './id-recipes.ts'
import { idSummary } from './id-summary.ts'

const indonesian = {
  ...idFrame,
  ...idOffices,
  ...idKeys,
  ...idGroups,
  ...idModel,
  ...idPolicy,
  ...idRecipes,
  ...idAudit,
  ...idActs,
  ...idDownloads,
  ...idClasses,
  ...idSummary,
}
export type MessageKey = keyof typeof indonesian
export type Catalogue = Record<MessageKey, string>

const Language = z.enum(['id', 'en'])
export type Language = z.infer<typeof Language>

/** Under this name in the browser's local storage. */
const kept = 'konsol-bahasa'
export const language = signal<Language>('id')
const catalogue = signal<Catalogue>(indonesian)
const locale = () => (language.value === 'en' ? 'en-GB' : 'id-ID')
const timeZone = 'Asia/Jakarta'

export async function startLanguage(): Promise<void> {
  const chosen = Language.safeParse(localStorage.getItem(kept))
  if (chosen.success) await useLanguage(chosen.data)
}

export async function useLanguage(chosen: Language): Promise<void> {
  catalogue.value = chosen === 'en' ? (await import('./en.ts')).en : indonesian
  language.value = chosen
  localStorage.setItem(kept, chosen)
  document.documentElement.lang = chosen
}

/** @returns the sentence, with `{name}` replaced by the values. */
export function t(key: MessageKey, values: Record<string, string | number> = {}): string {
  return catalogue.value[key].replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole))
}

/** Whether a key of a computed name exists. */
export function has(key: string): key is MessageKey {
  return Object.hasOwn(indonesian, key)
}

/** "1.234" in Indonesian, "1,234" in English. */
export function number(value: number): string {
  return value.toLocaleString(locale())
}

/** "30 Nov 2026, 14.05 WIB". @param at milliseconds, or ISO 8601 */
export function moment(at: number | string): string {
  const time = new Date(at).toLocaleTimeString(locale(), { hour: '2-digit', minute: '2-digit', timeZone })
  return `${day(at)}, ${time} WIB`
}

/** "30 Nov 2026". @param at milliseconds, ISO 8601, or a day such as "2026-12-31" */
export function day(at: number | string): string {
  const date = typeof at === 'string' && at.length === 10 ? `${at}T12:00:00+07:00` : at
  return new Date(date).toLocaleDateString(locale(), {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    timeZone,
  })
}
