// What was typed into a form stays until it was sent, also when one looks at another page meanwhile. In memory alone.
import { signal, type Signal } from '@preact/signals'

interface Draft<T> {
  value: Signal<T>
  /** As it was before anything was typed. */
  initial: string
}

const drafts = new Map<string, Draft<unknown>>()

/**
 * @param name of the form, with what it belongs to
 * @param initial what it begins with; a form in which nothing was typed follows it
 */
export function draftOf<T>(name: string, initial: T): Signal<T> {
  const written = JSON.stringify(initial)
  const known = drafts.get(name) as Draft<T> | undefined
  if (known && (known.initial === written || JSON.stringify(known.value.peek()) !== known.initial))
    return known.value
  const value = signal(initial)
  drafts.set(name, { value: value as Signal<unknown>, initial: written })
  return value
}

/** After it was sent. */
export function forgetDraft(name: string): void {
  drafts.delete(name)
}

export function forgetDrafts(): void {
  drafts.clear()
}
