// What the complaint is about: found by itself once its lists are loaded, or chosen by the officer for this one case.
import { computed, signal } from '@preact/signals'
import { sameCase } from '../same-case.ts'
import { text } from '../source.ts'

const chosen = signal<{ id: string; text: string } | null>(null)

/** The officer's own choice, while the case is shown; null = what is found by itself. */
export const category = computed(() =>
  chosen.value && sameCase(chosen.value.text, text.value) ? chosen.value.id : null,
)
/** What is to be asked where the category leaves something open: offered for the slot, never filled in. */
export const toAsk = signal('')

export function choose(id: string | null): void {
  chosen.value = id === null ? null : { id, text: text.value }
}
