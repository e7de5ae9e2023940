// What an officer does around the portal's page in these tests: opens it, calls the helper, has a draft ready, inserts it.
import type { Page } from 'playwright-core'
import type { browser } from 'wxt/browser'
import { aGateway } from '../gateway/gateway.ts'
import { launchChromium } from './chromium.ts'
import { aPortal } from './pages/serve.ts'

/** Inside the extension's own pages. */
declare const chrome: typeof browser

export type Officer = Awaited<ReturnType<typeof anOfficer>>

/** Portal, gateway and an enrolled browser; `end` ends them all. */
export async function anOfficer() {
  const [portal, gateway, browser] = await Promise.all([aPortal(), aGateway(), launchChromium()])
  const { key } = await gateway.office()
  await browser.store({ gatewayUrl: gateway.url, key })
  const worker = browser.context.serviceWorkers()[0]!
  return {
    portal,
    /** The gateway also serves the practice portal. */
    gateway,
    browser,
    worker,
    /** Opens a page of the portal in a tab of its own. */
    async open(path: string): Promise<Page> {
      const page = await browser.context.newPage()
      await page.goto(`${portal.url}/${path}`)
      return page
    },
    /** Calls the helper on the page, which finds this draft there, as after a panel closed by a slip. */
    async callWithDraft(page: Page, text: string): Promise<Page> {
      await page.bringToFront()
      await worker.evaluate(keepDraft, text)
      const panel = await browser.clickToolbar(page)
      await panel.getByRole('button', { name: 'Sisipkan', exact: true }).waitFor()
      return panel
    },
    async end() {
      await browser.close()
      await Promise.all([portal.end(), gateway.end()])
    },
  }
}

async function keepDraft(written: string): Promise<void> {
  const [tab] = await chrome.tabs.query({ active: true, lastFocusedWindow: true })
  const draft = { helper: null, written, hasSlots: false, madeFrom: '', offline: false, claimsDone: false }
  const kept = { own: null, draft, values: {}, previous: null, kept: [], added: [] }
  await chrome.storage.session.set({ [`panel:${tab?.id}`]: kept })
}

/** Presses "Sisipkan" and waits for word of how it went. @returns the status line, or the notice's text */
export async function insert(panel: Page): Promise<string> {
  return pressAndHear(panel, 'Sisipkan', /^Draf disisipkan/)
}

/** Presses "Batalkan sisipan". @returns the status line, or the notice's text */
export async function takeBack(panel: Page): Promise<string> {
  return pressAndHear(panel, 'Batalkan sisipan', /^Sisipan dibatalkan/)
}

async function pressAndHear(panel: Page, name: string, said: RegExp): Promise<string> {
  await panel.getByRole('button', { name, exact: true }).click()
  const word = panel.getByRole('status').getByText(said).or(panel.getByRole('alert'))
  await word.waitFor()
  return word.innerText()
}

/** Puts the caret, or a selection, into a text field at the officer's hand. */
export async function caretAt(page: Page, start: number, end = start): Promise<void> {
  for (let step = 0; step < start; step += 1) await page.keyboard.press('ArrowRight')
  for (let step = start; step < end; step += 1) await page.keyboard.press('Shift+ArrowRight')
}
