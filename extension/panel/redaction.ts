// The redaction engine, with its word lists and weights, is larger than the rest of the panel; it comes right after the
// first view. Until it is there nothing is read and nothing leaves.
import { signal } from '@preact/signals'
import type * as redaction from './engine.ts'

export type { Finding } from '../../shared/redaction/index.ts'

export type Engine = typeof redaction

const engine = signal<Engine | null>(null)

/** @returns the engine, as soon as it is loaded. */
export async function loadRedaction(): Promise<Engine> {
  return (engine.value ??= await import('./engine.ts'))
}

/** @returns the engine if it is there by now. What signals compute with it, they compute again when it comes. */
export function redactionIfLoaded(): Engine | null {
  return engine.value
}
