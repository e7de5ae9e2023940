// Real Chromium with the built extension, driven as a person drives it: the toolbar button opens the real side panel.
// Also used by `npm start`, so that what is shown there is what is tested.
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core'
import type { browser } from 'wxt/browser'
import { extensionId } from '../../shared/protocol/index.ts'

/** Inside the extension's own worker. */
declare const chrome: typeof browser

const root = join(import.meta.dirname, '..', '..')
export const builtExtension = join(root, 'extension', '.output', 'chrome-mv3')

/** @returns the browser's program, or null when there is none. */
export function chromiumPath(): string | null {
  const places = [
    process.env.CHROMIUM_PATH,
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/usr/bin/google-chrome',
  ]
  return places.find((path): path is string => !!path && existsSync(path)) ?? null
}

export interface ExtensionBrowser {
  context: BrowserContext
  /** Writes to the extension's local storage, as an admin's script would: `{gatewayUrl, key}` enrols. */
  store(values: Record<string, unknown>): Promise<void>
  /** Clicks the toolbar button on a tab and returns the side panel that opens. */
  clickToolbar(page: Page): Promise<Page>
  /** Opens a page of the extension in a tab. */
  openOwnPage(path: string): Promise<Page>
  close(): Promise<void>
}

/** Starts Chromium with a fresh profile. Throws when the browser or the build is missing. */
export async function launchChromium({ headless = true } = {}): Promise<ExtensionBrowser> {
  const executablePath = chromiumPath()
  if (!executablePath) throw new Error('Chromium tidak ditemukan.')
  const profile = mkdtempSync(join(tmpdir(), 'pendamping-'))
  const context = await chromium.launchPersistentContext(profile, {
    executablePath,
    headless,
    viewport: headless ? { width: 920, height: 720 } : null,
    locale: 'id-ID',
    args: [
      `--disable-extensions-except=${builtExtension}`,
      `--load-extension=${builtExtension}`,
      '--enable-unsafe-extension-debugging',
      '--remote-debugging-port=0',
      '--no-first-run',
      '--disable-component-update',
      '--lang=id',
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    ],
  })
  const worker = context.serviceWorkers()[0] ?? (await context.waitForEvent('serviceworker'))
  // The side panel shows itself only over a second connection, not among the context's pages.
  const port = readFileSync(join(profile, 'DevToolsActivePort'), 'utf8').split('\n')[0]
  let second: Browser | null = null
  const close = async () => {
    await second?.close()
    await context.close()
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 })
  }

  async function activeTabId(): Promise<number> {
    return worker.evaluate(async () => {
      const [tab] = await chrome.tabs.query({ active: true, lastFocusedWindow: true })
      return tab?.id ?? -1
    })
  }

  async function clickToolbar(page: Page): Promise<Page> {
    await page.bringToFront()
    const browser = context.browser()!
    const session = await browser.newBrowserCDPSession()
    const url = page.url()
    const { targetInfos } = await session.send('Target.getTargets', { filter: [{}] })
    const target = targetInfos.find((info) => info.type === 'tab' && info.url === url)
    if (!target) throw new Error('no tab target for the page')
    const send = session.send.bind(session) as (method: string, params: object) => Promise<unknown>
    await send('Extensions.triggerAction', { id: extensionId, targetId: target.targetId })
    await session.detach()
    second ??= await chromium.connectOverCDP(`http://127.0.0.1:${port}`)
    return panelOf(second, await activeTabId())
  }

  return {
    context,
    clickToolbar,
    close,
    store: (values) => worker.evaluate((entries) => chrome.storage.local.set(entries), values),
    async openOwnPage(path) {
      const page = await context.newPage()
      await page.goto(`chrome-extension://${extensionId}/${path}`)
      return page
    },
  }
}

/** Waits for the side panel of a tab among the pages of the second connection. */
async function panelOf(browser: Browser, tabId: number): Promise<Page> {
  const wanted = (page: Page) => page.url().endsWith(`sidepanel.html?tab=${tabId}`)
  const giveUpAt = Date.now() + 10_000
  while (Date.now() < giveUpAt) {
    const found = browser
      .contexts()
      .flatMap((context) => context.pages())
      .find(wanted)
    if (found) return found
    await new Promise((done) => setTimeout(done, 50))
  }
  throw new Error('the side panel did not open')
}
