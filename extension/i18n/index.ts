// The panel's own catalogue. Manifest strings and the launcher use the browser's `_locales`, which cannot be switched.
import { id, type MessageKey } from './id.ts'

export type { MessageKey }
export type Catalogue = Record<MessageKey, string>

let catalogue: Catalogue = id

/** Call before the first render. */
export async function useLanguage(language: 'id' | 'en'): Promise<void> {
  catalogue = language === 'en' ? (await import('./en.ts')).en : id
  document.documentElement.lang = language
}

/** @returns the sentence, with `{name}` replaced by the values. */
export function t(key: MessageKey, values: Record<string, string | number> = {}): string {
  return catalogue[key].replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole))
}

/** Whether a key of a computed name exists, e.g. for a type of finding that a newer engine knows. */
export function has(key: string): key is MessageKey {
  return Object.hasOwn(id, key)
}

/** "1.234" */
export function number(value: number): string {
  return value.toLocaleString('id-ID')
}

/** "besok pukul 00.00" needs no date; everything else gets one. `iso` as the gateway writes it. */
export function moment(iso: string): string {
  const options = { dateStyle: 'full', timeStyle: 'short', timeZone: 'Asia/Jakarta' } as const
  return `${new Intl.DateTimeFormat('id-ID', options).format(new Date(iso))} WIB`
}
