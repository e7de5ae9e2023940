// The words of panel and options page, in the language chosen. Manifest and menu have theirs in `_locales`: the browser
// says those in its own language, which can't be switched.
import type { idOptions } from './id-options.ts'
import { id } from './id.ts'

export type MessageKey = keyof typeof id | keyof typeof idOptions
export type Catalogue = Record<MessageKey, string>

let catalogue: Partial<Catalogue> = id
let locale = 'id-ID'

/** Call before the first render. @param more Indonesian words of a page that others don't need */
export async function useLanguage(language: 'id' | 'en', more: Partial<Catalogue> = {}): Promise<void> {
  catalogue = language === 'en' ? (await import('./en.ts')).en : { ...id, ...more }
  locale = language === 'en' ? 'en-GB' : 'id-ID'
  document.documentElement.lang = language
}

/** @returns the sentence, with `{name}` replaced by the values. */
export function t(key: MessageKey, values: Record<string, string | number> = {}): string {
  return (catalogue[key] ?? key).replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole))
}

/** Whether a key of a computed name exists, e.g. for a type of finding that a newer engine knows. */
export function has(key: string): key is keyof typeof id {
  return Object.hasOwn(id, key)
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
