// Where nothing may be installed: the panel as a part of the practice portal, in a browser without the extension.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ClassWithSeats } from '../../shared/protocol/classes.ts'
import type { Browser, Frame, Page } from 'playwright-core'
import { classTerms } from '../gateway/class-terms.ts'
import { aGateway, type TestGateway } from '../gateway/gateway.ts'
import { aBrowser, desktop } from './admin.ts'

let gateway: TestGateway
let browser: Browser
let page: Page
const complaints: string[] = []
beforeAll(async () => {
  gateway = await aGateway()
  browser = await aBrowser()
  page = await browser.newPage({ viewport: desktop, locale: 'id-ID' })
  page.setDefaultTimeout(15_000)
  page.on('pageerror', (error) => complaints.push(error.message))
})
afterAll(async () => {
  await browser.close()
  await gateway.end()
})

/** It stands in a closed shadow root, where no page and no locator of the page comes. */
const panelFrame = () => page.frame({ url: /\/latihan\/panel\// })
const panel = (): Frame => panelFrame()!
const opened = () => expect.poll(() => panelFrame()?.url()).toBeDefined()
const draft = () => panel().getByRole('region', { name: 'Draf' })

const press = (name: string) => panel().getByRole('button', { name, exact: true }).click()

/** The panel looks at the page once a second at most. */
const someTimeLater = () =>
  panel().evaluate(() => {
    const started = Date.now()
    Date.now = () => started + 5000
  })

/** As on the morning of a class: with the code from the wall. */
async function joined(): Promise<void> {
  const { id } = await gateway.office()
  const made = await gateway.admin('POST', '/classes', classTerms([id]))
  const { joinCode } = ClassWithSeats.parse(await made.json())
  await page.getByRole('button', { name: 'Buka panel tanpa memasang' }).click()
  await opened()
  await panel().getByLabel('Kode kelas atau tautan pendaftaran').fill(joinCode)
  await press('Lanjut')
  await panel().getByLabel('Nama atau inisial').fill('Sri C.')
  await press('Lanjut')
  await press('Saya mengerti, ikut kelas')
  await panel().getByText('Sisa 50 dari 50 tindakan hari ini').waitFor()
}

describe('the panel in the practice portal', () => {
  it('opens beside a complaint, reads it, and hides personal data', async () => {
    await page.goto(`${gateway.url}/latihan/aduan/`)
    await joined()
    await page.goto(`${gateway.url}/latihan/aduan/#ADU-2026-0142`)
    await page.frameLocator('#narasi_ifr').locator('body').waitFor()
    await panel().getByRole('button', { name: 'NIK: 3671014509880003, disamarkan' }).waitFor()
    // The panel itself is no part of what was read.
    const text = await panel().getByRole('group', { name: 'Pratinjau teks' }).innerText()
    expect(text).not.toContain('Pendamping')
  })

  it('summarises it', async () => {
    await panel().getByRole('button', { name: 'Ringkas', exact: true }).click()
    await panel()
      .getByRole('status')
      .getByText(/^Selesai/)
      .waitFor()
    expect(await draft().innerText()).toContain('lampu')
  })

  it('puts a reply into the portal’s field, and takes it back', async () => {
    await page.locator('#tanggapan').click()
    await panel().getByRole('button', { name: 'Balas', exact: true }).click()
    await panel()
      .getByRole('status')
      .getByText(/^Selesai/)
      .waitFor()
    const slots = panel().locator('input[id^="slot-"]')
    await slots.first().waitFor()
    for (const slot of await slots.all()) await slot.fill('24 November 2026')
    await panel().getByRole('button', { name: 'Sisipkan' }).click()
    await expect.poll(() => page.locator('#tanggapan').inputValue()).not.toBe('')
    await someTimeLater()
    // As a hand presses: the panel looks at the page again in that time, and nothing may move from under the pointer.
    await panel().getByRole('button', { name: 'Batalkan sisipan' }).click({ delay: 500 })
    await expect.poll(() => page.locator('#tanggapan').inputValue()).toBe('')
    expect(await panel().getByText('Kelebihan').count()).toBe(0)
  })

  it('keeps the draft on the way to another room, and is gone with the tab', async () => {
    const before = await draft().innerText()
    await page.goto(`${gateway.url}/latihan/email/#PSN-2026-071`)
    await opened()
    await expect.poll(() => draft().innerText()).toBe(before)
    const other = await (await browser.newContext()).newPage()
    await other.goto(`${gateway.url}/latihan/aduan/`)
    expect(other.frames()).toHaveLength(1)
    await other.context().close()
    expect(complaints).toEqual([])
  })
})
