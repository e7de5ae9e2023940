// The three small buttons in the page: there when the officer selects or writes, gone when not wanted, never in the way.
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { CDPSession, Locator, Page } from 'playwright-core'
import type { browser } from 'wxt/browser'
import { anOfficer, insert, type Officer } from './officer.ts'

/** Inside the extension's worker. */
declare const chrome: typeof browser

let officer: Officer
let page: Page
beforeAll(async () => {
  // A browser in English, as many offices have it: the launcher must follow the person's choice, not the browser.
  process.env.LANGUAGE = 'en_US'
  officer = await anOfficer()
})
afterAll(() => officer.end())
beforeEach(() => officer.browser.store({ launcherOff: false, launcherOffHosts: [], language: 'id' }))
afterEach(() => page.close())

/** A plain element without a name: a child of the root or of the open dialog, without content that the page could see. */
const launcher = 'html > div:empty, dialog > div:empty'
const bar = () => page.locator(launcher)

const editorBar = () => page.frameLocator('#tanggapan_ifr').locator(launcher)

/** The lower right corner, in the window's measure. */
async function cornerOf(locator: Locator): Promise<{ right: number; bottom: number }> {
  await locator.waitFor()
  const { x, y, width, height } = (await locator.boundingBox())!
  return { right: x + width, bottom: y + height }
}

/** Opens a page on which the extension has been called. */
async function openCalled(path: string): Promise<Page> {
  page = await officer.open(path)
  const panel = await officer.browser.clickToolbar(page)
  await panel.getByRole('group', { name: 'Pratinjau teks' }).waitFor()
  return panel
}

const panelsOpen = () =>
  officer.worker.evaluate(async () => {
    const open = await chrome.runtime.getContexts({ contextTypes: ['SIDE_PANEL'] })
    return open.length
  })

/** Selects by hand: pointer down, move, up. */
async function selectByHand(): Promise<void> {
  const box = (await page.getByText('Lampu jalan').first().boundingBox())!
  await page.mouse.move(box.x + 2, box.y + box.height / 2)
  await page.mouse.down()
  await page.mouse.move(box.x + 150, box.y + box.height / 2, { steps: 4 })
  await page.mouse.up()
}

/** The buttons in the closed shadow root, as assistive technology finds them. */
async function buttons(session: CDPSession): Promise<{ name: string; id: number }[]> {
  await bar().waitFor()
  const { nodes } = await session.send('Accessibility.getFullAXTree')
  const toolbar = nodes.find(({ role, name }) => role?.value === 'toolbar' && name?.value === 'Pendamping')
  return nodes
    .filter(({ nodeId }) => toolbar?.childIds?.includes(nodeId))
    .map(({ name, backendDOMNodeId }) => ({ name: String(name?.value), id: backendDOMNodeId! }))
}

async function buttonNames(): Promise<string[]> {
  const session = await page.context().newCDPSession(page)
  const found = await buttons(session)
  await session.detach()
  return found.map(({ name }) => name)
}

/** Whether there is none, asked after whatever the page's script asked of the storage has been answered. */
async function staysAway(): Promise<void> {
  await officer.worker.evaluate(() => chrome.storage.local.get(null))
  expect(await bar().count()).toBe(0)
}

async function press(name: string): Promise<void> {
  await bar().waitFor()
  const session = await page.context().newCDPSession(page)
  const node = (await buttons(session)).find((button) => button.name === name)
  const { model } = await session.send('DOM.getBoxModel', { backendNodeId: node!.id })
  await session.detach()
  const [left, top, , , right, bottom] = model.border as [number, number, number, number, number, number]
  await page.mouse.click((left + right) / 2, (top + bottom) / 2)
}

describe('the launcher appears', () => {
  it('not before the extension was called on the page', async () => {
    page = await officer.open('fields/textarea.html')
    await selectByHand()
    await page.locator('#tanggapan').click()
    expect(await bar().count()).toBe(0)
  })

  it('not before something is selected or a field is focused, and adds nothing to the page until then', async () => {
    page = await officer.open('fields/textarea.html')
    const before = await page.content()
    const panel = await officer.browser.clickToolbar(page)
    await panel.getByRole('group', { name: 'Pratinjau teks' }).waitFor()
    await page.mouse.click(600, 500)
    expect(await page.content()).toBe(before)
  })

  it('beside a selection', async () => {
    await openCalled('fields/textarea.html')
    await selectByHand()
    await bar().waitFor()
    const [place, text] = [
      await bar().boundingBox(),
      await page.getByText('Lampu jalan').first().boundingBox(),
    ]
    expect(place!.y).toBeGreaterThanOrEqual(text!.y + text!.height - 4)
    expect(place!.y).toBeLessThan(text!.y + 60)
  })

  it('beside a textarea that gets the focus', async () => {
    await openCalled('fields/textarea.html')
    await page.locator('#tanggapan').click()
    await bar().waitFor()
  })

  it('beside a textarea in an open shadow root', async () => {
    await openCalled('fields/shadow.html')
    await page.locator('#tanggapan').click()
    await bar().waitFor()
  })

  it('in the lower right corner of an editor, whose text begins at the top', async () => {
    await openCalled('fields/tinymce.html')
    const frame = await page.locator('#tanggapan_ifr').boundingBox()
    await page.frameLocator('#tanggapan_ifr').locator('body').click()
    const place = await cornerOf(editorBar())
    expect(frame!.y + frame!.height - place.bottom).toBeLessThan(14)
    expect(frame!.x + frame!.width - place.right).toBeLessThan(40)
  })

  it('where it is seen, in an editor that is taller than the window', async () => {
    await openCalled('fields/tinymce.html')
    await page.locator('.tox-tinymce').evaluate((editor: HTMLElement) => (editor.style.height = '2000px'))
    await page
      .frameLocator('#tanggapan_ifr')
      .locator('body')
      .click({ position: { x: 40, y: 20 } })
    const { bottom } = await cornerOf(editorBar())
    expect(bottom).toBeLessThanOrEqual(page.viewportSize()!.height)
  })

  it('not beside a one-line field', async () => {
    await openCalled('fields/input.html')
    await page.locator('#tanggapan').click()
    await selectByHand()
    await bar().waitFor()
    await page.locator('#tanggapan').focus()
    await bar().waitFor({ state: 'detached' })
  })
})

describe('the page', () => {
  it('cannot look into the launcher', async () => {
    await openCalled('fields/textarea.html')
    await selectByHand()
    await bar().waitFor()
    expect(await bar().evaluate((element) => [element.shadowRoot, element.childNodes.length])).toEqual([
      null,
      0,
    ])
  })

  it('cannot get at it by giving its element a meaning of its own', async () => {
    await openCalled('fields/textarea.html')
    await page.evaluate(() => {
      const define = customElements.define.bind(customElements)
      const taken: unknown[] = []
      Reflect.set(window, 'taken', taken)
      class Thief extends HTMLElement {
        connectedCallback() {
          taken.push(this.attachInternals().shadowRoot)
        }
      }
      define('pendamping-launcher', Thief)
    })
    await selectByHand()
    await bar().waitFor()
    expect(await page.evaluate(() => Reflect.get(window, 'taken'))).toEqual([])
    // Only elements with a name of their own give their internals away.
    const refused = bar().evaluate((element: HTMLElement) => void element.attachInternals())
    await expect(refused).rejects.toThrow(/NotSupportedError/)
  })

  it('cannot press its buttons', async () => {
    const panel = await openCalled('fields/textarea.html')
    await selectByHand()
    await bar().waitFor()
    await bar().evaluate((element: HTMLElement) => {
      element.click()
      element.dispatchEvent(new MouseEvent('click', { bubbles: true, composed: true }))
    })
    await page.keyboard.press('Escape')
    expect(await panel.getByRole('status').innerText()).not.toMatch(/tekan Enter/)
  })

  it('saves nothing of it with an editor', async () => {
    await openCalled('fields/tinymce.html')
    await page.frameLocator('#tanggapan_ifr').locator('body').click()
    await page.frameLocator('#tanggapan_ifr').locator(launcher).waitFor()
    await page.getByRole('button', { name: 'Kirim' }).click()
    await page.waitForURL('**/kirim')
    expect(officer.portal.received().tanggapan).toBe('<p>Yth. Ibu Sari, salam.</p>')
  })

  it('keeps the focus and the selection when a button is pressed', async () => {
    await openCalled('fields/textarea.html')
    await page.locator('#tanggapan').click()
    await press('Pendamping: Balas')
    await bar().waitFor({ state: 'detached' })
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('tanggapan')
  })
})

describe('a button of the launcher', () => {
  it.each([
    ['Ringkas', 'summarise'],
    ['Terjemahkan', 'translate'],
    ['Balas', 'reply'],
  ])('"%s" brings the panel to that helper, with the selection', async (label, helper) => {
    const panel = await openCalled('fields/textarea.html')
    await selectByHand()
    await press(`Pendamping: ${label}`)
    await panel.getByRole('status').getByText(`${label}: periksa teksnya`).waitFor()
    expect(await panel.evaluate(() => document.activeElement?.id)).toBe(`helper-${helper}`)
    await panel.getByRole('button', { name: 'Pilihan', pressed: true }).waitFor()
  })

  it('opens the panel when it is closed', async () => {
    const panel = await openCalled('fields/textarea.html')
    await selectByHand()
    await bar().waitFor()
    await panel.close()
    await expect.poll(panelsOpen).toBe(0)
    await press('Pendamping: Ringkas')
    await expect.poll(panelsOpen, { timeout: 5000 }).toBe(1)
  })

  it('works in a modal dialog, which makes all else inert', async () => {
    const panel = await openCalled('fields/dialog.html')
    await page.locator('#tanggapan').click()
    await press('Pendamping: Balas')
    await panel.getByRole('status').getByText('Balas: periksa teksnya').waitFor()
  })

  it('stays away from all sites while the officer has it switched off', async () => {
    await officer.browser.store({ launcherOff: true })
    await openCalled('fields/textarea.html')
    await page.locator('#tanggapan').click()
    await selectByHand()
    await staysAway()
    await officer.browser.store({ launcherOff: false })
    // Else the second try would drag the selected words.
    await page.mouse.click(700, 600)
    await selectByHand()
    await bar().waitFor()
  })

  it('"×" hides it on this site, also after loading anew', async () => {
    const first = await openCalled('fields/textarea.html')
    await page.locator('#tanggapan').click()
    await press('Sembunyikan tombol ini di situs ini')
    await bar().waitFor({ state: 'detached' })
    await page.reload()
    // The first press closes the panel that is there; until it is gone it would be taken for the next one.
    const closed = first.waitForEvent('close')
    await officer.browser.pressToolbar(page)
    await closed
    await expect.poll(panelsOpen).toBe(0)
    const panel = await officer.browser.clickToolbar(page)
    await panel.getByRole('group', { name: 'Pratinjau teks' }).waitFor()
    await page.locator('#tanggapan').click()
    await selectByHand()
    await staysAway()
  })
})

describe('the words of the launcher', () => {
  it('are Indonesian, also in a browser that is in English', async () => {
    expect(await officer.worker.evaluate(() => chrome.i18n.getUILanguage())).toMatch(/^en/)
    await openCalled('fields/textarea.html')
    await selectByHand()
    expect(await buttonNames()).toEqual([
      'Pendamping: Ringkas',
      'Pendamping: Terjemahkan',
      'Pendamping: Balas',
      'Sembunyikan tombol ini di situs ini',
    ])
  })

  it('are English for those who chose it', async () => {
    await openCalled('fields/textarea.html')
    await officer.browser.store({ language: 'en' })
    await selectByHand()
    expect(await buttonNames()).toEqual([
      'Pendamping: Summarise',
      'Pendamping: Translate',
      'Pendamping: Reply',
      'Hide these buttons on this site',
    ])
  })
})

describe('the launcher goes away', () => {
  it.each([
    ['with Esc', () => page.keyboard.press('Escape')],
    ['when the page is scrolled', () => page.evaluate(() => dispatchEvent(new Event('scroll')))],
    ['when the officer clicks elsewhere', () => page.mouse.click(700, 600)],
  ])('%s', async (_how, act) => {
    await openCalled('fields/textarea.html')
    await selectByHand()
    await bar().waitFor()
    await act()
    await bar().waitFor({ state: 'detached' })
  })

  it('when the officer types in an editor, and comes back with a click', async () => {
    await openCalled('fields/tinymce.html')
    const body = page.frameLocator('#tanggapan_ifr').locator('body')
    await body.click()
    await editorBar().waitFor()
    await page.keyboard.press('Shift')
    expect(await editorBar().count()).toBe(1)
    await page.keyboard.press('a')
    await editorBar().waitFor({ state: 'detached' })
    await body.click()
    await editorBar().waitFor()
  })

  it('not while its own buttons are reached and pressed by key', async () => {
    const panel = await openCalled('fields/textarea.html')
    await page.locator('#tanggapan').click()
    await bar().waitFor()
    const isIn = () => bar().evaluate((element) => element === document.activeElement)
    for (let tabs = 0; tabs < 12 && !(await isIn()); tabs += 1) await page.keyboard.press('Tab')
    expect(await isIn()).toBe(true)
    await page.keyboard.press('Enter')
    await panel.getByRole('status').getByText('Ringkas: periksa teksnya').waitFor()
  })

  it.each(['textarea.html', 'tinymce.html'])('when a draft is inserted, in %s', async (file) => {
    page = await officer.open(`fields/${file}`)
    const panel = await officer.callWithDraft(page, 'Yth. Ibu Sari, lampu sudah menyala.')
    const inEditor = file === 'tinymce.html'
    const field = inEditor ? page.frameLocator('#tanggapan_ifr').locator('body') : page.locator('#tanggapan')
    await field.click()
    const shown = inEditor ? editorBar() : bar()
    await shown.waitFor()
    expect(await insert(panel)).toMatch(/^Draf disisipkan/)
    expect(await shown.count()).toBe(0)
  })
})
