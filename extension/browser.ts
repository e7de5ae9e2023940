// The only door to those browser APIs that need care: the side panel and its user gesture, entering a page, permissions.
import { browser, type Browser } from 'wxt/browser'
import type { HelperName } from '../shared/protocol/index.ts'
import { intentKey, pageAnswers, type Intent, type PageAnswer, type PageAsk } from './messages.ts'

/** Path of the content script as WXT builds it from entrypoints/content.ts. */
const contentScript = '/content-scripts/content.js'

/**
 * Opens the panel for a tab, and leaves word of what was asked for. Must be called in the turn of a user's click: the
 * browser refuses it after any await. A second click on the toolbar closes it again where the browser can.
 */
export function openPanel(tab: Browser.tabs.Tab | undefined, helper?: HelperName): void {
  if (tab?.id === undefined) return
  if (import.meta.env.FIREFOX) void (helper ? sidebar().open() : sidebar().toggle())
  else {
    void browser.sidePanel.setOptions({ tabId: tab.id, path: `sidepanel.html?tab=${tab.id}`, enabled: true })
    void browser.sidePanel.open({ tabId: tab.id })
  }
  if (helper) {
    const intent: Intent = { helper, selection: true, at: Date.now() }
    void browser.storage.session.set({ [intentKey(tab.id)]: intent })
  }
  void enterPage(tab.id)
}

/** A panel for all tabs would show one page's text beside another; so there is one only where it was called. */
export function keepPanelToItsTab(): void {
  if (!import.meta.env.FIREFOX) void browser.sidePanel.setOptions({ enabled: false })
}

/** Firefox's counterpart of the side panel; WXT's types follow Chrome. */
function sidebar(): { open(): Promise<void>; toggle(): Promise<void> } {
  return (browser as unknown as { sidebarAction: { open(): Promise<void>; toggle(): Promise<void> } })
    .sidebarAction
}

export type PageFailure = 'page_unreadable' | 'page_not_granted'

/**
 * Puts the content script into every frame it may enter; where it is already, it stays as it is.
 * @returns ids of the frames, the top one first, or why the page can't be entered
 */
export async function enterPage(tabId: number): Promise<number[] | PageFailure> {
  try {
    const entered = await browser.scripting.executeScript({
      target: { tabId, allFrames: true },
      files: [contentScript],
    })
    return entered.map(({ frameId }) => frameId).sort((a, b) => a - b)
  } catch (error) {
    // Chrome names the pages that no extension may ever enter; for all others leave is missing.
    const never = /chrome:\/\/|chrome-extension|extensions gallery|cannot be scripted|about:|devtools/i
    return never.test(String(error)) ? 'page_unreadable' : 'page_not_granted'
  }
}

/** Asks one frame. @returns null when it is gone, does not answer, or answers in a wrong form. */
export async function askFrame<A extends PageAsk>(
  tabId: number,
  frameId: number,
  ask: A,
): Promise<PageAnswer<A['ask']> | null> {
  const answer: unknown = await browser.tabs.sendMessage(tabId, ask, { frameId }).catch(() => null)
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

/** Asks for lasting access to the tab's site; must be called in a click. @returns whether it was given. */
export async function requestSite(tabId: number): Promise<boolean> {
  const origin = await siteOf(tabId)
  return origin !== null && browser.permissions.request({ origins: [origin] }).catch(() => false)
}

/** The address is visible only with access; without it the person must click the toolbar button. */
async function siteOf(tabId: number): Promise<string | null> {
  const tab = await browser.tabs.get(tabId).catch(() => null)
  return tab?.url?.startsWith('http') ? `${new URL(tab.url).origin}/*` : null
}
