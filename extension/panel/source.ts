// The text that would be sent: where it came from, what in it is hidden, and what the person changed about both.
import { batch, computed, signal } from '@preact/signals'
import { isPortal, panelTab, requestPortal, siteOf } from '../browser.ts'
import { t } from '../i18n/index.ts'
import { anchorFinder, type Block } from './anchors.ts'
import { loadRedaction, redactionIfLoaded, type Finding } from './redaction.ts'
import { lettersIn, noPage, readTab, type Letter, type SourceRead } from './portal.ts'
import { sameCase, standsIn } from './same-case.ts'
import { letterSections, textOf, type Section } from './sections.ts'
import { failure, settings, status } from './session.ts'
import type { About } from './source-kind.ts'

export type SourceKind = 'selection' | 'page' | 'letter' | 'own'

export const kind = signal<SourceKind>('page')
export const text = signal('')
export const fromDialog = signal(false)
/** The page was too large: its end was not read. */
export const cut = signal(false)
export const reading = signal(false)
/** The parts of what was read, for the person to choose from. Words of the person's own have none. */
export const sections = signal<readonly Section[]>([])
/** What was read: a mail, a table, a complaint. */
export const about = signal<About>({ kind: 'page' })
/** Sites of large frames that could not be read; '' where a frame has none. */
export const unread = signal<readonly string[]>([])
/** What in the text speaks to a model: it goes along as quoted data, and the officer should know. */
export const injection = computed(() => redactionIfLoaded()?.findInjection(text.value) ?? [])
/** What the text is written in; null where too little tells. */
export const language = computed(() => redactionIfLoaded()?.languageOf(text.value) ?? null)
/** Finds the block of the page that a line speaks of. Counted when the first line asks. */
const blocks = signal<() => Block[]>(() => [])
export const anchorOf = computed(() => anchorFinder(blocks.value()))
/** The page also has such text where nobody sees it. */
export const hiddenInjection = signal(false)

/** A letter that was read as a file. */
export interface LetterSource {
  name: string
  /** Where the page has it; null for a file that the person brought. */
  url: string | null
  /** Pages that were read, of all. */
  read: number
  of: number
  /** Pages that are pictures only. */
  withoutText: readonly number[]
}
export const letter = signal<LetterSource | null>(null)
/** What the page offers. */
export const letters = signal<readonly Letter[]>([])
/** The site, while it is read by the click alone: it can be allowed for good. */
export const offeredSite = signal<string | null>(null)
/** The person's own text, when they took the page's in its place: one click brings it back. */
export const ownBefore = signal<string | null>(null)
/** Values that the person chose to leave readable, and those they hid in addition. */
export const kept = signal<readonly string[]>([])
export const added = signal<readonly string[]>([])

export interface Mark extends Finding {
  value: string
  hidden: boolean
}

/** Everything that can be hidden, and whether it will be: asked of the redaction itself, so that the two never differ. */
export const marks = computed<Mark[]>(() => {
  const engine = redactionIfLoaded()
  if (!engine) return []
  const hidden = new Set(redactWith(engine).findings.map(({ start }) => start))
  return engine.redact(text.value, { hide: added.value }).findings.map((finding) => ({
    ...finding,
    value: text.value.slice(finding.start, finding.end),
    hidden: hidden.has(finding.start),
  }))
})

export interface Kind {
  type: Mark['type']
  found: number
  hidden: number
}

/** What was found, kind by kind, in the order of the text. */
export const kinds = computed<Kind[]>(() => {
  const byType = new Map<Mark['type'], Kind>()
  for (const { type, hidden } of marks.value) {
    const kind = byType.get(type) ?? { type, found: 0, hidden: 0 }
    byType.set(type, { type, found: kind.found + 1, hidden: kind.hidden + (hidden ? 1 : 0) })
  }
  return [...byType.values()]
})
export const hiddenCount = computed(() => marks.value.filter((mark) => mark.hidden).length)

/**
 * @param compose makes of the page's text what is to be sent, where that is not the text alone
 * @returns what leaves the device, and the map that never does
 */
export async function redactedSource(compose: (page: string) => string = (page) => page) {
  const engine = await loadRedaction()
  const sent = compose(text.value)
  const redacted = redactWith(engine, sent)
  const hidden = redacted.findings.map(({ start, end }) => sent.slice(start, end))
  return { ...redacted, from: text.value, hidden: [...new Set([...hiddenValues(), ...hidden])] }
}

/** What is hidden in the text as it now is. */
export function hiddenValues(): string[] {
  return marks.value.filter((mark) => mark.hidden).map(({ value }) => value)
}

function redactWith({ redact }: Awaited<ReturnType<typeof loadRedaction>>, sent = text.value) {
  return redact(sent, { keep: [...approved(), ...kept.value], hide: added.value })
}

/** A mark can only be pressed when the engine has found it. */
function sameValue(a: string, b: string): boolean {
  return redactionIfLoaded()?.sameValue(a, b) ?? a === b
}

/** Terms that the office approved to stay readable; a person may still hide one here and now. */
export function approved(): readonly string[] {
  return settings.value?.policy?.neverHide ?? []
}

/** Shows or hides one value, everywhere it stands. */
export function toggle({ value, type, hidden }: Mark): void {
  const without = (values: readonly string[]) => values.filter((other) => !sameValue(other, value))
  const isApproved = approved().some((term) => sameValue(term, value))
  if (hidden) {
    added.value = without(added.value)
    if (type !== 'LAIN' && !isApproved) kept.value = [...kept.value, value]
  } else {
    kept.value = without(kept.value)
    if (isApproved) added.value = [...added.value, value]
  }
}

/** Shows or hides all values of a kind. */
export function toggleKind(type: Mark['type'], hides: boolean): void {
  const values = new Map(
    marks.value
      .filter((mark) => mark.type === type && mark.hidden !== hides)
      .map((mark) => [mark.value, mark]),
  )
  batch(() => values.forEach(toggle))
}

/** Hides what the person selected in the preview. */
export function hide(selected: string): void {
  const value = selected.trim()
  if (!value || !text.value.includes(value)) return
  kept.value = kept.value.filter((other) => !sameValue(other, value))
  if (!added.value.includes(value)) added.value = [...added.value, value]
}

/** Counts what changes the source: a reading that was overtaken, by typing or by a later one, is thrown away. */
let turn = 0

/** The person's own words from now on; the page is not read again until they ask for it. */
export function write(own: string): void {
  turn += 1
  reading.value = false
  kind.value = 'own'
  cut.value = false
  hiddenInjection.value = false
  sections.value = []
  unread.value = []
  blocks.value = () => []
  text.value = own
}

/**
 * Reads the page anew, so that no draft is made for the complaint that was open before. Own words stay. Resolves when
 * the source is what the latest reading found.
 * @param want asked for with a button; else what the source is now, a selection first
 */
export async function refresh(want?: 'selection' | 'page'): Promise<void> {
  // A page that finishes loading meanwhile must not take the place of the answer to a press.
  if (!want && pressed === turn) return latest
  const mine = readNow(want)
  latest = mine
  await mine
  if (latest !== mine) await latest
}

let latest: Promise<void> = Promise.resolve()
/** The last reading found a page without text, and said so. */
let wasEmpty = false
/** The turn of a reading that a button asked for, while it runs. */
let pressed = -1

async function readNow(want?: 'selection' | 'page'): Promise<void> {
  if (isOwn() && !want) return
  const mine = (turn += 1)
  if (want) pressed = mine
  const tabId = await panelTab()
  if (tabId === null) {
    pressed = -1
    return
  }
  reading.value = true
  const found = await lettersIn(tabId)
  const read = await readTab(tabId, want ?? 'auto')
  if (mine !== turn) return
  pressed = -1
  reading.value = false
  letters.value = found
  if (!want && letterStands(found)) return
  // A PDF alone in the tab is no failure: its text is one click away.
  if ('failure' in read && !want && read.failure !== 'page_not_granted' && found.some(({ shown }) => shown))
    return take({ kind: 'page', sections: [], about: { kind: 'page' }, ...noPage })
  if ('failure' in read) {
    // A look by the way must not take the place of the answer to what the person just did.
    const free = !failure.value || pageFailures.has(failure.value.code)
    // That a page has no text is news once: looked at again after an insertion, it would stand beside "Draf disisipkan".
    const isKnown = read.failure === 'page_empty' && wasEmpty
    if (want || (free && !isKnown)) failure.value = { code: read.failure, requestId: null }
    wasEmpty = read.failure === 'page_empty'
    if (!want) {
      text.value = ''
      sections.value = []
    }
    return
  }
  wasEmpty = false
  const code = failure.value?.code ?? ''
  // That nothing is selected was said in answer to a press: it stands until something is, or another press.
  if (pageFailures.has(code) && (want || code !== 'no_selection' || read.kind === 'selection'))
    failure.value = null
  // A click into the reply box ends a selection, but the officer still means it while its text is on the page.
  if (
    !want &&
    kind.value === 'selection' &&
    read.kind === 'page' &&
    standsIn(text.value, textOf(read.sections))
  )
    return
  take(read)
  const site = await siteOf(tabId)
  offeredSite.value = site && !(await isPortal(site)) ? site : null
}

/** Allows the site for good, after the browser has asked the person too. */
export async function allowSite(): Promise<void> {
  if (offeredSite.value && (await requestPortal(offeredSite.value))) offeredSite.value = null
}

/** Allows the site of a frame in the page, and reads the page again with it. */
export async function allowFrame(site: string): Promise<void> {
  if (await requestPortal(`${site}/*`)) await refresh('page')
}

const pageFailures = new Set<string>([
  'page_unreadable',
  'page_not_granted',
  'portal_not_allowed',
  'page_empty',
  'no_selection',
])

/** What the person ticked or unticked, by the part's name, as long as the same matter is shown. */
let ticks = new Map<string, boolean>()

/** Takes a part along or leaves it out. */
export function tick({ name }: Section, isOn: boolean): void {
  ticks.set(name, isOn)
  showSections(sections.value)
}

/** Takes all parts along, or none. */
export function tickAll(isOn: boolean): void {
  for (const { name } of sections.value) ticks.set(name, isOn)
  showSections(sections.value)
}

function showSections(read: readonly Section[]): void {
  batch(() => {
    sections.value = read.map((section) => ({ ...section, isOn: ticks.get(section.name) ?? section.isOn }))
    text.value = textOf(sections.value)
  })
}

/** All that was read, ticked or not: what says whether the same matter is still shown. */
function whole(read: readonly Section[]): string {
  return read.map((section) => section.text).join('\n\n')
}

function take(read: Omit<SourceRead, 'kind'> & { kind: SourceKind }): void {
  if (kind.value === 'own' && text.value.trim()) ownBefore.value = text.value
  const before = sections.value.length > 0 ? whole(sections.value) : text.value
  if (!sameCase(before, whole(read.sections))) {
    // Decisions about one citizen's data say nothing about the next one's.
    ticks = new Map()
    kept.value = []
    added.value = []
    if (text.value) status.value = t('sourceUpdated')
  }
  kind.value = read.kind
  about.value = read.about
  unread.value = read.unread
  showSections(read.sections)
  fromDialog.value = read.dialog
  cut.value = read.cut
  hiddenInjection.value = read.hiddenInjection
  blocks.value = read.blocks
}

/** The pages of a letter, read as a file; so many UTF-16 units of them as a model takes at once. */
export function takeLetter(read: LetterSource, pages: readonly string[], longest: number): void {
  turn += 1
  reading.value = false
  const sections = letterSections(pages, read.of, longest)
  take({ kind: 'letter', sections, about: { kind: 'letter' }, ...noPage, cut: read.read < read.of })
  letter.value = read
}

/** A letter is meant as long as the page has it. */
function letterStands(found: readonly Letter[]): boolean {
  return kind.value === 'letter' && found.some(({ url }) => url === letter.value?.url)
}

/** What the person typed or brought as a file stays until they ask for the page. */
export function isOwn(): boolean {
  return kind.value === 'own' || (kind.value === 'letter' && letter.value?.url === null)
}

/** Puts the person's own text back. */
export function restoreOwn(): void {
  if (ownBefore.value !== null) write(ownBefore.value)
  ownBefore.value = null
}
