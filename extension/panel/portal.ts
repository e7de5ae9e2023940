// The panel's eyes and hands in the portal's tab: asks all frames, and makes one answer of theirs.
import { askFrame, enterPage, type PageFailure } from '../browser.ts'
import type { FieldRead, InsertRead } from '../messages.ts'
import { pageText } from './page-text.ts'
import { loadRedaction } from './redaction.ts'

export interface SourceRead {
  kind: 'selection' | 'page'
  text: string
  dialog: boolean
  /** Not all of the page was read: it is too large. */
  cut: boolean
}

export type SourceFailure = PageFailure | 'page_empty' | 'no_selection'

/**
 * Reads the tab: the selection of any frame, else the main text of the page.
 * @param want `auto` prefers a selection
 */
export async function readTab(
  tabId: number,
  want: 'auto' | 'selection' | 'page',
): Promise<SourceRead | { failure: SourceFailure }> {
  const frames = await enterPage(tabId)
  if (!Array.isArray(frames)) return { failure: frames }
  if (want !== 'page') {
    const selections = await askAll(tabId, frames, { ask: 'selection' })
    const text = selections.find(({ answer }) => answer.text.trim())?.answer.text
    if (text) {
      const { withoutHiddenSigns } = await loadRedaction()
      return { kind: 'selection', text: withoutHiddenSigns(text), dialog: false, cut: false }
    }
    if (want === 'selection') return { failure: 'no_selection' }
  }
  const pages = await askAll(tabId, frames, { ask: 'page' })
  // A PDF's top frame has nothing to tell; the viewer's own empty frames may still answer.
  if (pages[0]?.frameId !== frames[0]) return { failure: 'page_unreadable' }
  const text = await pageText(pages.map(({ answer }) => answer))
  if (!text) return { failure: 'page_empty' }
  const dialog = pages[0]?.answer.dialog ?? false
  return { kind: 'page', text, dialog, cut: pages.some(({ answer }) => answer.cut) }
}

export interface TargetField {
  frameId: number
  field: NonNullable<FieldRead['field']>
}

/** @returns the field that the person was in last, over all frames. */
export async function targetField(tabId: number): Promise<TargetField | null> {
  const frames = await enterPage(tabId)
  if (!Array.isArray(frames)) return null
  const found = await askAll(tabId, frames, { ask: 'field' })
  return found.reduce<TargetField | null>((newest, { frameId, answer: { field } }) => {
    return field && field.focusedAt >= (newest?.field.focusedAt ?? 0) ? { frameId, field } : newest
  }, null)
}

export async function insertInto(tabId: number, frameId: number, text: string): Promise<InsertRead> {
  return (await askFrame(tabId, frameId, { ask: 'insert', text })) ?? { code: 'field_missing' }
}

export async function undoIn(tabId: number, frameId: number): Promise<InsertRead> {
  return (await askFrame(tabId, frameId, { ask: 'undo' })) ?? { code: 'undo_refused' }
}

type Quiet = { ask: 'selection' } | { ask: 'page' } | { ask: 'field' }

async function askAll<A extends Quiet>(tabId: number, frames: number[], ask: A) {
  const answers = await Promise.all(
    frames.map(async (frameId) => ({ frameId, answer: await askFrame(tabId, frameId, ask) })),
  )
  return answers.flatMap(({ frameId, answer }) => (answer ? [{ frameId, answer }] : []))
}
