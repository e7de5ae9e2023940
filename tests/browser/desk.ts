// A desk as an officer finds it: a gateway, Chromium with the extension, the practice portal. Each file has one desk,
// each test its own office, so that quotas do not touch.
import type { Page } from 'playwright-core'
import { aGateway, type TestGateway } from '../gateway/gateway.ts'
import { anUpstream, type Upstream } from '../gateway/upstream.ts'
import { launchChromium, type ExtensionBrowser } from './chromium.ts'

export const complaint = '/latihan/aduan/#ADU-2026-0142'

export interface Desk {
  gateway: TestGateway
  /** Null with the offline engine. */
  upstream: Upstream | null
  browser: ExtensionBrowser
  page: Page
  /** Opens a page of the portal in a new tab, and the panel beside it by the toolbar button. */
  open(path?: string): Promise<Page>
  /** The panel with a text of the officer's own in it. */
  openWithText(text: string): Promise<Page>
  /** Gives the browser a key of a new office. */
  enrol(limits?: { office?: object; key?: object }): Promise<{ id: string; key: string; keyId: string }>
  end(): Promise<void>
}

/** @param model with an imitated model behind the gateway, else the offline engine */
export async function aDesk({
  model = false,
  env = {},
}: { model?: boolean; env?: Record<string, string> } = {}): Promise<Desk> {
  const upstream = model ? await anUpstream() : null
  const gateway = await aGateway({ ...(upstream ? { PENDAMPING_UPSTREAM: upstream.url } : {}), ...env })
  const browser = await launchChromium()
  const desk: Desk = {
    gateway,
    upstream,
    browser,
    page: browser.context.pages()[0]!,
    async open(path = complaint) {
      const page = await browser.context.newPage()
      await desk.page.close()
      desk.page = page
      await page.goto(path.startsWith('/') ? `${gateway.url}${path}` : path)
      if (path === complaint) await page.frameLocator('#narasi_ifr').locator('body').waitFor()
      return browser.clickToolbar(page)
    },
    async openWithText(text) {
      const panel = await desk.open()
      // The page's text comes above the button: not just as it is pressed.
      await panel.getByRole('group', { name: 'Pratinjau teks' }).waitFor()
      await panel.getByRole('button', { name: 'Ubah teks' }).click()
      await panel.getByLabel('Teks yang akan dikirim').fill(text)
      return panel
    },
    async enrol(limits) {
      const office = await gateway.office(limits)
      // The policy kept is that of the office before.
      await browser.store({ gatewayUrl: gateway.url, key: office.key, policy: null })
      return office
    },
    async end() {
      await browser.close()
      await gateway.end()
      await upstream?.end()
    },
  }
  return desk
}
