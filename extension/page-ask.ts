// What the panel may ask of a frame of the portal's page, parsed on arrival there. Written out by hand: a schema library
// would be half of the script that enters every page.
import { browser } from 'wxt/browser'

export type PageAsk =
  | { ask: 'selection' }
  | { ask: 'page' }
  | { ask: 'field' }
  | { ask: 'insert'; text: string }
  | { ask: 'undo' }
  | { ask: 'letters' }
  | { ask: 'file'; url: string; from: number }
  | { ask: 'show'; reading: number; block: number }

const withoutMore = ['selection', 'page', 'field', 'undo', 'letters'] as const

/** @returns null for whatever is no such question. */
export function readAsk(message: unknown): PageAsk | null {
  if (typeof message !== 'object' || message === null) return null
  const { ask, text, url, from, reading, block } = message as Record<string, unknown>
  if (ask === 'insert') return typeof text === 'string' ? { ask, text } : null
  if (ask === 'file') return typeof url === 'string' && typeof from === 'number' ? { ask, url, from } : null
  if (ask === 'show')
    return typeof reading === 'number' && typeof block === 'number' ? { ask, reading, block } : null
  const known = withoutMore.find((name) => name === ask)
  return known ? { ask: known } : null
}

/** @returns whether a message comes from one of the extension's own pages or its worker, not from a content script. */
export function fromOwnPage(sender: { id?: string; url?: string }): boolean {
  return sender.id === browser.runtime.id && (sender.url?.startsWith(browser.runtime.getURL('/')) ?? true)
}
