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
  /** Just the click. */
  pressToolbar(page: Page): Promise<void>
  /** Opens a page of the extension in a tab. */
  openOwnPage(path: string): Promise<Page>
  close(): Promise<void>
}

/**
 * Starts Chromium with a fresh profile. Throws when the browser or the build is missing.
 * @param settings.extension folder of the unpacked extension; default: as built
 */
export async function launchChromium({
  headless = true,
  extension = builtExtension,
} = {}): Promise<ExtensionBrowser> {
  const executablePath = chromiumPath()
  if (!executablePath) throw new Error('Chromium tidak ditemukan.')
  const profile = mkdtempSync(join(tmpdir(), 'pendamping-'))
  const context = await chromium.launchPersistentContext(profile, {
    executablePath,
    headless,
    viewport: headless ? { width: 920, height: 720 } : null,
    locale: 'id-ID',
    // Playwright would end this process at once on a signal, and whatever else it started would be left behind.
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
    args: [
      `--disable-extensions-except=${extension}`,
      `--load-extension=${extension}`,
      '--enable-unsafe-extension-debugging',
      '--remote-debugging-port=0',
      '--no-first-run',
      '--disable-component-update',
      '--lang=id',
      // The browser's own, such as the panel sliding in: each frame is drawn without a graphics card.
      '--animation-duration-scale=0',
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    ],
  })
  const worker = context.serviceWorkers()[0] ?? (await context.waitForEvent('serviceworker'))
  // The side panel shows itself only over a second connection, not among the context's pages.
  const port = readFileSync(join(profile, 'DevToolsActivePort'), 'utf8').split('\n')[0]
  const connections = new Set<Browser>()
  const close = async () => {
    await Promise.all([...connections].map((connection) => connection.close()))
    await context.close()
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 })
  }

  async function activeTabId(): Promise<number> {
    return worker.evaluate(async () => {
      const [tab] = await chrome.tabs.query({ active: true, lastFocusedWindow: true })
      return tab?.id ?? -1
    })
  }

  /** A connection sees the panels that were there when it was made, so each look is a new one. */
  async function panelOf(tabId: number): Promise<Page> {
    const wanted = (page: Page) => page.url().endsWith(`sidepanel.html?tab=${tabId}`)
    for (let tries = 0; tries < 150; tries += 1) {
      const opened = [...connections].flatMap(pagesOf).find((page) => wanted(page) && !page.isClosed())
      if (opened) return opened
      const connection = await chromium.connectOverCDP(`http://127.0.0.1:${port}`)
      if (pagesOf(connection).some(wanted)) {
        connections.add(connection)
        // Each connection attaches itself to every page that comes, which costs all pages after it.
        for (const panel of panelsOf(connection)) panel.once('close', () => void letGo(connection))
      } else {
        await connection.close()
        await new Promise((done) => setTimeout(done, 100))
      }
    }
    throw new Error('the side panel did not open')
  }

  async function letGo(connection: Browser): Promise<void> {
    if (panelsOf(connection).length > 0 || !connections.delete(connection)) return
    await connection.close()
  }

  async function pressToolbar(page: Page): Promise<void> {
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
  }

  async function clickToolbar(page: Page): Promise<Page> {
    await pressToolbar(page)
    return panelOf(await activeTabId())
  }

  return {
    context,
    pressToolbar,
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

function pagesOf(browser: Browser): Page[] {
  return browser.contexts().flatMap((context) => context.pages())
}

function panelsOf(browser: Browser): Page[] {
  return pagesOf(browser).filter((page) => page.url().includes('/sidepanel.html') && !page.isClosed())
}
