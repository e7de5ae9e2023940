// The words of panel and options page, in the language chosen. Manifest and menu have theirs in `_locales`: the browser
// says those in its own language, which can't be switched.
import { signal } from '@preact/signals'
import type { idConnect } from './id-connect.ts'
import type { idHistory } from './id-history.ts'
import type { idLater } from './id-later.ts'
import type { idOptions } from './id-options.ts'
import { id } from './id.ts'

export type MessageKey =
  | keyof typeof id
  | keyof typeof idConnect
  | keyof typeof idLater
  | keyof typeof idOptions
  | keyof typeof idHistory
export type Catalogue = Record<MessageKey, string>

/** A signal: what is shown already gets its words when more of them come. */
const catalogue = signal<Partial<Catalogue>>(id)
let locale = 'id-ID'

/** Call before the first render. @param more Indonesian words of a page that others don't need */
export async function useLanguage(language: 'id' | 'en', more: Partial<Catalogue> = {}): Promise<void> {
  catalogue.value = language === 'en' ? (await import('./en.ts')).en : { ...id, ...more }
  locale = language === 'en' ? 'en-GB' : 'id-ID'
  document.documentElement.lang = language
}

/** Adds Indonesian sentences that were loaded later; where English is spoken, it has them all. */
export function addWords(more: Partial<Catalogue>): void {
  catalogue.value = { ...more, ...catalogue.value }
}

/** @returns the sentence, with `{name}` replaced by the values. */
export function t(key: MessageKey, values: Record<string, string | number> = {}): string {
  return (catalogue.value[key] ?? '').replace(/\{(\w+)\}/g, (whole, name: string) =>
    String(values[name] ?? whole),
  )
}

/** Whether a key of a computed name exists, e.g. for a type of finding that a newer engine knows. */
export function has(key: string): key is MessageKey {
  return Object.hasOwn(catalogue.value, key)
}

/** "12 Desember 2026" of "2026-12-12". */
export function dayName(day: string): string {
  return new Date(`${day}T12:00:00+07:00`).toLocaleDateString(locale, {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone: 'Asia/Jakarta',
  })
}

/** "1.234" in Indonesian, "1,234" in English. */
export function number(value: number): string {
  return value.toLocaleString(locale)
}

/** "Rabu, 25 November 2026 pukul 00.00 WIB". `iso` as the gateway writes it. */
export function moment(iso: string): string {
  const at = new Date(iso)
  const timeZone = 'Asia/Jakarta'
  const day = at.toLocaleDateString(locale, {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone,
  })
  const time = at.toLocaleTimeString(locale, { hour: '2-digit', minute: '2-digit', timeZone })
  return locale === 'id-ID' ? `${day} pukul ${time} WIB` : `${day}, ${time} WIB`
}
