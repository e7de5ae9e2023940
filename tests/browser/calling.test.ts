// The other ways to call the helper: keys, the menu on a selection, and a portal that may be read for good. The
// browser's own menus and key presses can't be driven here; the extension's answers to them can.
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Page } from 'playwright-core'
import type { browser } from 'wxt/browser'
import { builtExtension, launchChromium, type ExtensionBrowser } from './chromium.ts'
import { anOfficer, type Officer } from './officer.ts'
import { aPortal } from './pages/serve.ts'

type Extension = typeof browser
/** Inside the extension's worker. Events can be set off there as the browser does. */
declare const chrome: Extension & {
  commands: { onCommand: { dispatch(command: string, tab: object): void } }
  contextMenus: { onClicked: { dispatch(click: { menuItemId: string }, tab: object): void } }
}

describe('keys and menu', () => {
  let officer: Officer
  let page: Page
  let panel: Page
  beforeAll(async () => {
    officer = await anOfficer()
    page = await officer.open('fields/textarea.html')
    panel = await officer.browser.clickToolbar(page)
    await panel.getByRole('group', { name: 'Pratinjau teks' }).waitFor()
  })
  afterAll(() => officer.end())

  it('have keys that Chromium gives to nothing of its own: those it would drop without a word', async () => {
    const keys = await officer.worker.evaluate(async () =>
      Object.fromEntries((await chrome.commands.getAll()).map(({ name, shortcut }) => [name, shortcut])),
    )
    expect(keys).toEqual({
      _execute_action: 'Alt+Shift+D',
      summarise: 'Alt+Shift+K',
      translate: 'Alt+Shift+J',
      reply: 'Alt+Shift+L',
    })
  })

  it.each([
    ['Ringkas', 'summarise'],
    ['Terjemahkan', 'translate'],
    ['Balas', 'reply'],
  ])('the key of "%s" brings the panel to it, with the selection', async (label, helper) => {
    await page.getByText('Lampu jalan').selectText()
    await officer.worker.evaluate(async (command) => {
      const [tab] = await chrome.tabs.query({ active: true, lastFocusedWindow: true })
      chrome.commands.onCommand.dispatch(command, tab!)
    }, helper)
    await panel.getByRole('status').getByText(`${label}: periksa teksnya`).waitFor()
    await panel.getByRole('button', { name: 'Pilihan', pressed: true }).waitFor()
    expect(await panel.evaluate(() => document.activeElement?.id)).toBe(`helper-${helper}`)
  })

  it('the menu on a selection does the same', async () => {
    await officer.worker.evaluate(async () => {
      const [tab] = await chrome.tabs.query({ active: true, lastFocusedWindow: true })
      chrome.contextMenus.onClicked.dispatch({ menuItemId: 'summarise' }, tab!)
    })
    await panel.getByRole('status').getByText('Ringkas: periksa teksnya').waitFor()
  })
})

// The browser asks the person before it grants a site, and that question can't be answered here; so the same extension
// with the site granted in its manifest.
describe('a portal that was allowed for good', () => {
  const folder = mkdtempSync(join(tmpdir(), 'pendamping-portal-'))
  let portal: Awaited<ReturnType<typeof aPortal>>
  let chromium: ExtensionBrowser
  beforeAll(async () => {
    cpSync(builtExtension, folder, { recursive: true })
    const file = join(folder, 'manifest.json')
    const manifest = JSON.parse(readFileSync(file, 'utf8')) as object
    writeFileSync(file, JSON.stringify({ ...manifest, host_permissions: ['http://127.0.0.1/*'] }))
    portal = await aPortal()
    chromium = await launchChromium({ extension: folder })
    await chromium.store({ gatewayUrl: 'http://127.0.0.1:9', key: 'pdp_uji_abcdefghij_x' })
  })
  afterAll(async () => {
    await chromium.close()
    await portal.end()
    rmSync(folder, { recursive: true })
  })

  it('has the launcher without a click on the toolbar', async () => {
    const page = chromium.context.pages()[0]!
    await page.goto(`${portal.url}/fields/textarea.html`)
    await page.locator('#tanggapan').click()
    await page.locator('html > div:empty').waitFor()
  })

  it('is read by a panel that was opened in a tab of its own, and not offered again', async () => {
    const worker = chromium.context.serviceWorkers()[0]!
    const id = await worker.evaluate(async () => {
      const [tab] = await chrome.tabs.query({ url: 'http://127.0.0.1/*' })
      return tab!.id
    })
    const panel = await chromium.openOwnPage(`sidepanel.html?tab=${id}`)
    await panel.getByRole('group', { name: 'Pratinjau teks' }).getByText('padam sejak Senin').waitFor()
    expect(await panel.getByRole('button', { name: 'Selalu baca situs ini' }).count()).toBe(0)
  })
})
