// The person's own templates, as the panel shows them: one list for templates and recipes.
import { signal } from '@preact/signals'
import { templates, type Template } from '../library.ts'
import { failure, status } from './session.ts'

/** Null until they were read. */
export const ownTemplates = signal<Template[] | null>(null)

/** Does it, reads the list again, and says so; storage can be full or switched off. */
export async function attempt(act: () => Promise<void> = async () => {}, said = ''): Promise<void> {
  try {
    await act()
    ownTemplates.value = await templates()
    if (said) status.value = said
  } catch {
    ownTemplates.value ??= []
    failure.value = { code: 'storage_failed', requestId: null }
  }
}
