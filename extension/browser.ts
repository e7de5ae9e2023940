// The only door to those browser APIs that need care: the side panel and its user gesture, entering a page, permissions.
import { browser, type Browser } from 'wxt/browser'
import type { HelperName } from '../shared/protocol/index.ts'
import { intentKey, pageAnswers, waitingKey, type Intent, type PageAnswer, type PageAsk } from './messages.ts'

/** Path of the content script as WXT builds it from entrypoints/content.ts. */
const contentScript = '/content-scripts/content.js'

/**
 * Opens the panel for a tab, and leaves word of what was asked for. Must be called in the turn of a user's click: the
 * browser refuses it after any await.
 */
export function openPanel(tab: Browser.tabs.Tab | undefined, helper: HelperName | null = null): void {
  if (tab?.id === undefined) return
  if (import.meta.env.FIREFOX) void sidebar().open()
  else {
    void browser.sidePanel.setOptions({ tabId: tab.id, path: panelPath(tab.id), enabled: true })
    void browser.sidePanel.open({ tabId: tab.id })
  }
  const intent: Intent = { helper, at: Date.now() }
  void enterPage(tab.id).then(() => browser.storage.session.set({ [intentKey(tab.id!)]: intent }))
}

/** The toolbar button opens the panel, and closes it again (R25), unless the click was to let it into a new page. */
export function togglePanel(tab: Browser.tabs.Tab): void {
  if (import.meta.env.FIREFOX || tab.id === undefined) return openPanel(tab)
  // Asked before the panel is opened, so it is answered for the time before.
  const wasOpen = panelIsOpen(tab.id)
  const waiting = browser.storage.session.get(waitingKey(tab.id))
  openPanel(tab)
  void Promise.all([wasOpen, waiting]).then(([open, found]) => {
    const canClose = 'close' in browser.sidePanel
    if (open && canClose && !found[waitingKey(tab.id!)]) return browser.sidePanel.close({ tabId: tab.id! })
  })
}

const panelPath = (tabId: number) => `sidepanel.html?tab=${tabId}`

async function panelIsOpen(tabId: number): Promise<boolean> {
  const documentUrls = [browser.runtime.getURL(`/${panelPath(tabId)}` as '/sidepanel.html')]
  const open = await browser.runtime.getContexts({ contextTypes: ['SIDE_PANEL'], documentUrls })
  return open.length > 0
}

/** A panel for all tabs would show one page's text beside another; so there is one only where it was called. */
export function keepPanelToItsTab(): void {
  if (!import.meta.env.FIREFOX) void browser.sidePanel.setOptions({ enabled: false })
}

/** Firefox's counterpart of the side panel; WXT's types follow Chrome. */
function sidebar(): { open(): Promise<void> } {
  return (browser as typeof browser & { sidebarAction: { open(): Promise<void> } }).sidebarAction
}

const patienceMs = 5000

/** A page may block its own thread, for good; nobody should have to wait for it. @returns null when it is too late. */
function inTime<T>(answer: Promise<T>, patience = patienceMs): Promise<T | null> {
  const late = new Promise<null>((resolve) => setTimeout(() => resolve(null), patience))
  return Promise.race([answer, late])
}

export type PageFailure = 'page_unreadable' | 'page_not_granted'

/**
 * Puts the content script into every frame it may enter; where it is already, it stays as it is.
 * @returns ids of the frames, the top one first, or why the page can't be entered
 */
export async function enterPage(tabId: number): Promise<number[] | PageFailure> {
  try {
    const entered = await inTime(
      browser.scripting.executeScript({ target: { tabId, allFrames: true }, files: [contentScript] }),
    )
    if (!entered) return 'page_unreadable'
    return entered.map(({ frameId }) => frameId).sort((a, b) => a - b)
  } catch (error) {
    // Chrome names the pages that no extension may ever enter; for all others leave is missing.
    const never = /chrome:\/\/|chrome-extension|extensions gallery|cannot be scripted|about:|devtools/i
    return never.test(String(error)) ? 'page_unreadable' : 'page_not_granted'
  }
}

/** Asks one frame, for `patience` ms. @returns null when it is gone, does not answer, or answers in a wrong form. */
export async function askFrame<A extends PageAsk>(
  tabId: number,
  frameId: number,
  ask: A,
  patience?: number,
): Promise<PageAnswer<A['ask']> | null> {
  const answer: unknown = await inTime(
    browser.tabs.sendMessage(tabId, ask, { frameId }).catch(() => null),
    patience,
  )
  const parsed = pageAnswers[ask.ask].safeParse(answer)
  return parsed.success ? (parsed.data as PageAnswer<A['ask']>) : null
}

/** @returns the tab that the panel stands beside: named in its address, else the active one of its window. */
export async function panelTab(): Promise<number | null> {
  const named = Number(new URLSearchParams(location.search).get('tab'))
  if (Number.isInteger(named) && named > 0) return named
  const [active] = await browser.tabs.query({ active: true, currentWindow: true })
  return active?.id ?? null
}

/** Calls back when the panel's tab loads another page, or (in a panel for all tabs) another tab comes to the front. */
export function watchTab(tabId: () => number | null, changed: () => void): void {
  browser.tabs.onUpdated.addListener((id, { status }) => {
    if (id === tabId() && status === 'complete') changed()
  })
  if (!new URLSearchParams(location.search).has('tab')) browser.tabs.onActivated.addListener(changed)
}

/** @returns the tab's site as a match pattern; null where no access makes the address visible, or it is no web page. */
export async function siteOf(tabId: number): Promise<string | null> {
  const tab = await browser.tabs.get(tabId).catch(() => null)
  return tab?.url?.startsWith('http') ? `${new URL(tab.url).origin}/*` : null
}

/** @returns whether the site may be read without a click on the toolbar. */
export function isPortal(site: string): Promise<boolean> {
  return browser.permissions.contains({ origins: [site] })
}

/**
 * Fetches a file of another site as the person, after the browser asked them for that one site. Must be called in a click.
 * @returns why not, if they refused or the site did
 */
export async function fetchFrom(url: string): Promise<Blob | { failure: 'letter_unreachable' }> {
  const failure = { failure: 'letter_unreachable' } as const
  try {
    if (!(await browser.permissions.request({ origins: [`${new URL(url).origin}/*`] }))) return failure
    const response = await fetch(url, { credentials: 'include' })
    return response.ok ? await response.blob() : failure
  } catch {
    return failure
  }
}

/** Asks for lasting access to a site; must be called in a click. @returns whether it was given. */
export function requestPortal(site: string): Promise<boolean> {
  return browser.permissions.request({ origins: [site] }).catch(() => false)
}

/** Lets the content script into the portals that were granted, from the next load of their pages on. */
export async function enterPortals(): Promise<void> {
  const { origins = [] } = await browser.permissions.getAll()
  const [known] = await browser.scripting.getRegisteredContentScripts({ ids: ['portals'] })
  if (origins.length === 0) {
    if (known) await browser.scripting.unregisterContentScripts({ ids: ['portals'] })
    return
  }
  const script = {
    id: 'portals',
    matches: origins,
    js: [contentScript],
    allFrames: true,
    matchOriginAsFallback: true,
  }
  if (known) await browser.scripting.updateContentScripts([script])
  else await browser.scripting.registerContentScripts([script])
}
