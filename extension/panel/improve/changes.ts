// What "Perbaiki" changed, word by word: each change can be refused and taken again. The differences are found by a library.
import { computed, signal } from '@preact/signals'
import { diffWordsWithSpace } from 'diff'
import * as draft from '../draft.ts'

/** A stretch that is the same in both, or one that was changed. */
export type Part =
  { kind: 'same'; text: string } | { kind: 'change'; before: string; after: string; refused: boolean }

/** The draft that the parts make up; another one is compared anew. */
const compared = signal<{ from: string; text: string; parts: readonly Part[] } | null>(null)

export const parts = computed<readonly Part[]>(() => {
  if (draft.writing.value || draft.helper.value !== 'improve' || !draft.written.value) return []
  const [from, text] = [draft.madeFrom.value.trim(), draft.written.value]
  const known = compared.value
  return known?.from === from && known.text === text ? known.parts : partsBetween(from, text)
})

export const changeCount = computed(() => parts.value.filter(({ kind }) => kind === 'change').length)

/** Refuses a change, or takes it again. */
export function toggle(at: number): void {
  const next = parts.value.map((part, index) =>
    index === at && part.kind === 'change' ? { ...part, refused: !part.refused } : part,
  )
  const text = next.map(shown).join('')
  compared.value = { from: draft.madeFrom.value.trim(), text, parts: next }
  draft.edit(text)
}

function shown(part: Part): string {
  if (part.kind === 'same') return part.text
  return part.refused ? part.before : part.after
}

/** A word taken out and one put in at the same place are one change. */
function partsBetween(before: string, after: string): Part[] {
  const found: Part[] = []
  for (const { value, added, removed } of diffWordsWithSpace(before, after)) {
    const last = found.at(-1)
    if (!added && !removed) found.push({ kind: 'same', text: value })
    else if (last?.kind === 'change') {
      if (removed) last.before += value
      else last.after += value
    } else
      found.push({ kind: 'change', before: removed ? value : '', after: added ? value : '', refused: false })
  }
  return found
}
