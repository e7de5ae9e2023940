// The panel's eyes and hands in the portal's tab: asks all frames, and makes one answer of theirs.
import { browser } from 'wxt/browser'
import { askFrame, enterPage, siteOf, type PageFailure } from '../browser.ts'
import type { FieldRead, FileRead, InsertRead, LettersRead } from '../messages.ts'
import type { Block } from './anchors.ts'
import { portalAllowed } from '../policy.ts'
import { loadRedaction } from './redaction.ts'
import { pageSections, type Section } from './sections.ts'
import { settings } from './session.ts'
import type { About } from './source-kind.ts'

export interface SourceRead {
  kind: 'selection' | 'page'
  sections: Section[]
  about: About
  dialog: boolean
  /** Not all of the page was read: it is too large. */
  cut: boolean
  /** Sites of large frames that could not be read; '' where a frame has none. */
  unread: string[]
  /** The page has hidden text that speaks to a model. It was not read. */
  hiddenInjection: boolean
  /** What on the page a line of a summary may point to. */
  blocks: () => Block[]
}

/** What is told of a page alone. */
export const noPage = {
  dialog: false,
  cut: false,
  unread: [] as string[],
  hiddenInjection: false,
  blocks: (): Block[] => [],
}

export type SourceFailure = PageFailure | 'portal_not_allowed' | 'page_empty' | 'no_selection'

/** Enters the page, unless the office keeps the helpers to other sites. */
async function enterPortal(tabId: number): Promise<number[] | PageFailure | 'portal_not_allowed'> {
  const frames = await enterPage(tabId)
  return Array.isArray(frames) && !(await mayWorkIn(tabId)) ? 'portal_not_allowed' : frames
}

/** @returns whether the office's policy lets the helpers work on the tab's site */
export async function mayWorkIn(tabId: number): Promise<boolean> {
  const portals = settings.value?.policy?.portals ?? []
  if (portals.length === 0) return true
  const site = await siteOf(tabId)
  return site !== null && portalAllowed(site.replace(/\/\*$/, ''), portals)
}

/**
 * Reads the tab: the selection of any frame, else the main text of the page.
 * @param want `auto` prefers a selection
 */
export async function readTab(
  tabId: number,
  want: 'auto' | 'selection' | 'page',
): Promise<SourceRead | { failure: SourceFailure }> {
  const frames = await enterPortal(tabId)
  if (!Array.isArray(frames)) return { failure: frames }
  if (want !== 'page') {
    const selections = await askAll(tabId, frames, { ask: 'selection' })
    const text = selections.find(({ answer }) => answer.text.trim())?.answer.text
    if (text) {
      const { withoutHiddenSigns } = await loadRedaction()
      const sections = [{ name: '', text: withoutHiddenSigns(text), isOn: true, isHistory: false }]
      return { kind: 'selection', sections, about: { kind: 'selection' }, ...noPage }
    }
    if (want === 'selection') return { failure: 'no_selection' }
  }
  const pages = await askAll(tabId, frames, { ask: 'page' })
  // A PDF's top frame has nothing to tell; the viewer's own empty frames may still answer.
  if (pages[0]?.frameId !== frames[0]) return { failure: 'page_unreadable' }
  // What makes text of it is as large as the panel itself, and needed only now.
  const { blocksOf, pageText } = await import('./page-text.ts')
  const { sections, about, unread } = await pageText(pages.map(({ answer }) => answer))
  if (sections.length === 0) return { failure: 'page_empty' }
  const dialog = pages[0]?.answer.dialog ?? false
  return {
    kind: 'page',
    sections: pageSections(sections),
    about,
    unread,
    dialog,
    cut: pages.some(({ answer }) => answer.cut),
    hiddenInjection: pages.some(({ answer }) => answer.hiddenInjection),
    blocks: () =>
      pages.flatMap(({ frameId, answer }) =>
        blocksOf(answer).map((found) => ({ ...found, frameId, reading: answer.reading })),
      ),
  }
}

/** A letter that the page shows or links to, and the frame that may fetch it. */
export type Letter = LettersRead['letters'][number] & { frameId: number }

/** @returns the letters of all frames, those that are shown first; each once */
export async function lettersIn(tabId: number): Promise<Letter[]> {
  const frames = await enterPortal(tabId)
  if (!Array.isArray(frames)) return []
  const answers = await askAll(tabId, frames, { ask: 'letters' })
  const byUrl = new Map<string, Letter>()
  for (const { frameId, answer } of answers) {
    for (const letter of answer.letters) {
      // A PDF in a frame is told twice: by the page around it, which has its title, and by its own frame.
      const known = byUrl.get(letter.url)
      if (!known || (letter.own && !known.own))
        byUrl.set(letter.url, { ...letter, frameId, name: known?.name || letter.name })
    }
  }
  return [...byUrl.values()].sort((a, b) => Number(b.shown) - Number(a.shown))
}

/** A letter may come over a slow line; nobody waits longer (ms) without a word. */
const filePatience = 60_000

/** @returns the next piece of a letter's file, or null when the frame is gone or too slow */
export async function fileFrom(
  tabId: number,
  { frameId, url }: Letter,
  from: number,
): Promise<FileRead | null> {
  return askFrame(tabId, frameId, { ask: 'file', url, from }, filePatience)
}

export interface TargetField {
  frameId: number
  field: NonNullable<FieldRead['field']>
}

/** @returns the field that the person was in last, over all frames. */
export async function targetField(tabId: number): Promise<TargetField | null> {
  const frames = await enterPortal(tabId)
  if (!Array.isArray(frames)) return null
  const found = await askAll(tabId, frames, { ask: 'field' })
  return found.reduce<TargetField | null>((newest, { frameId, answer: { field } }) => {
    return field && field.focusedAt >= (newest?.field.focusedAt ?? 0) ? { frameId, field } : newest
  }, null)
}

/** The mark on the page: that of the highlighter, on whatever colours the portal has. */
const highlightCss = '::highlight(pendamping) { background-color: #ffe58a; color: #1b2733; }'

/** Shows a block on the page for some seconds. @returns whether it is still there */
export async function showOnPage(tabId: number, { frameId, reading, block }: Block): Promise<boolean> {
  await browser.scripting
    .insertCSS({ target: { tabId, frameIds: [frameId] }, css: highlightCss })
    .catch(() => undefined)
  return (await askFrame(tabId, frameId, { ask: 'show', reading, block }))?.shown ?? false
}

export async function insertInto(tabId: number, frameId: number, text: string): Promise<InsertRead> {
  return (await askFrame(tabId, frameId, { ask: 'insert', text })) ?? { code: 'field_missing' }
}

export async function undoIn(tabId: number, frameId: number): Promise<InsertRead> {
  return (await askFrame(tabId, frameId, { ask: 'undo' })) ?? { code: 'undo_refused' }
}

type Quiet = { ask: 'selection' } | { ask: 'page' } | { ask: 'field' } | { ask: 'letters' }

async function askAll<A extends Quiet>(tabId: number, frames: number[], ask: A) {
  const answers = await Promise.all(
    frames.map(async (frameId) => ({ frameId, answer: await askFrame(tabId, frameId, ask) })),
  )
  return answers.flatMap(({ frameId, answer }) => (answer ? [{ frameId, answer }] : []))
}
