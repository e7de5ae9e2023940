// Which recipe is open, and what was typed into each form: kept with the panel, so that no slip and no failed run loses it.
import { signal } from '@preact/signals'
import * as z from 'zod/mini'

export const Form = z.object({
  values: z.record(z.string(), z.string()),
  /** How the text began that the person had before them. */
  from: z.string(),
})
export type Form = z.infer<typeof Form>

/** By the recipes' ids. */
export const forms = signal<Record<string, Form>>({})
/** The recipe whose form is shown; null = the list. */
export const chosen = signal<string | null>(null)
export const isOpen = signal(false)

export function choose(id: string | null): void {
  chosen.value = id
  if (id !== null) isOpen.value = true
}
