// A class as its people meet it: a code on the wall, the panel, a first draft; and what goes wrong on such a morning.
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Page } from 'playwright-core'
import type { browser } from 'wxt/browser'
import { ClassWithSeats } from '../../shared/protocol/classes.ts'
import { classTerms } from '../gateway/class-terms.ts'
import { times } from '../gateway/gateway.ts'
import { aDesk, type Desk } from './desk.ts'
import { faults } from './faults.ts'
import { draft, draftText } from './tour.ts'

/** Inside the extension's own worker. */
declare const chrome: typeof browser

let desk: Desk
beforeAll(async () => {
  desk = await aDesk()
})
afterAll(() => desk.end())

/** @param offices how many take part */
async function aClass(offices = 2, more: object = {}): Promise<ClassWithSeats> {
  const made = await Promise.all(times(offices, () => desk.gateway.office()))
  const ids = made.map(({ id }) => id)
  return ClassWithSeats.parse(
    await (await desk.gateway.admin('POST', '/classes', classTerms(ids, more))).json(),
  )
}

const seated = async ({ id }: ClassWithSeats) =>
  ClassWithSeats.parse(await (await desk.gateway.admin('GET', `/classes/${id}`)).json()).seated

const press = (panel: Page, name: string) => panel.getByRole('button', { name, exact: true }).click()
const rules = (panel: Page) => panel.getByRole('heading', { name: 'Sebelum mulai' })
const join = (panel: Page) => press(panel, 'Saya mengerti, ikut kelas')
const focused = (panel: Page) => panel.evaluate(() => document.activeElement?.textContent)
const isConnected = (panel: Page) => panel.getByText('Sisa 50 dari 50 tindakan hari ini').waitFor()

async function typeCode(panel: Page, code: string): Promise<void> {
  await panel.getByLabel('Kode kelas atau tautan pendaftaran').fill(code)
  await press(panel, 'Lanjut')
}

/** From the class's first step to its rules, where there is one office to come from. */
async function sayName(panel: Page, name: string): Promise<void> {
  await panel.getByLabel('Nama atau inisial').fill(name)
  await press(panel, 'Lanjut')
  await rules(panel).waitFor()
}

/** As after a key that was taken away: where the gateway is, is known. */
async function forget(): Promise<void> {
  await desk.browser.store({ gatewayUrl: desk.gateway.url, key: '', joined: null, policy: null })
  await desk.browser.context.serviceWorkers()[0]!.evaluate(() => chrome.storage.session.remove('connect'))
}

describe('a class', () => {
  it('takes a person from the code to a first draft in the name of their office', async () => {
    const held = await aClass()
    const panel = await desk.open()
    const { joinCode } = held
    await panel
      .getByLabel('Kode kelas atau tautan pendaftaran')
      .fill(` ${joinCode.slice(0, 3).toLowerCase()} ${joinCode.slice(3)}`)
    await panel.getByRole('button', { name: /^Pakai alamat halaman di samping: 127/ }).click()
    expect(await panel.getByLabel('Alamat gerbang').inputValue()).toBe(desk.gateway.url)
    expect(await faults(panel)).toEqual([])
    await panel.keyboard.press('Enter')

    await panel.getByRole('heading', { name: held.name }).waitFor()
    await expect.poll(() => focused(panel)).toBe(held.name)
    expect(await faults(panel)).toEqual([])
    const office = await panel.getByLabel('Kantor').locator('option').nth(2).innerText()
    await panel.getByLabel('Kantor').selectOption(office)
    await sayName(panel, 'Sri C.')
    await expect.poll(() => focused(panel)).toBe('Sebelum mulai')
    expect(await faults(panel)).toEqual([])
    await join(panel)

    await isConnected(panel)
    await panel.getByRole('banner').getByText(office).waitFor()
    await expect.poll(() => focused(panel)).toBe('Ringkas')
    await draft(panel, 'Balas')
    expect(await draftText(panel)).toContain(office)
    expect(await seated(held)).toMatchObject([{ name: 'Sri C.', office, today: 1 }])
  })

  it('keeps what was typed when the panel is closed on the way, and the seat of who joins again', async () => {
    const held = await aClass(1)
    await forget()
    let panel = await desk.open()
    await typeCode(panel, held.joinCode)
    await sayName(panel, 'Sri Contoh')
    await press(panel, 'Kembali')
    await panel.getByLabel('Nama atau inisial').fill('Budi Contoh')
    panel = await desk.open('/latihan/')
    expect(await panel.getByLabel('Nama atau inisial').inputValue()).toBe('Budi Contoh')
    await press(panel, 'Lanjut')
    await join(panel)
    await isConnected(panel)
    const [seat] = await seated(held)

    await forget()
    panel = await desk.open('/latihan/')
    await typeCode(panel, held.joinCode)
    await sayName(panel, 'Budi C.')
    await join(panel)
    await isConnected(panel)
    expect(await seated(held)).toMatchObject([{ keyId: seat!.keyId, name: 'Budi C.' }])
  })

  it('says when the code is wrong, and when every seat is taken, and goes on from there', async () => {
    const held = await aClass(1, { seats: 1 })
    const body = { code: held.joinCode, office: held.offices[0], name: 'A', device: randomUUID() }
    await fetch(`${desk.gateway.url}/v1/classes/join`, { method: 'POST', body: JSON.stringify(body) })
    await forget()
    const panel = await desk.open('/latihan/')
    const notice = panel.getByRole('alert')
    await typeCode(panel, 'ZZZZZZ')
    await notice.getByText('Kode kelas itu tidak dikenal.').waitFor()
    expect(await panel.getByLabel('Kode kelas atau tautan pendaftaran').inputValue()).toBe('ZZZZZZ')
    await typeCode(panel, `${desk.gateway.url}/kelas/#${held.joinCode}`)
    await sayName(panel, 'Budi C.')
    await join(panel)
    await notice.getByText('Semua kursi di kelas ini sudah terisi.').waitFor()
    expect(await faults(panel)).toEqual([])
    await desk.gateway.admin('PUT', `/classes/${held.id}`, classTerms(held.offices, { seats: 2 }))
    await join(panel)
    await isConnected(panel)
  })

  it('says that it is over when its keys have ended, and takes the next one’s code', async () => {
    const [held, next] = [await aClass(1), await aClass(1)]
    await forget()
    let panel = await desk.open('/latihan/')
    await typeCode(panel, held.joinCode)
    await sayName(panel, 'Sri C.')
    await join(panel)
    await isConnected(panel)
    await desk.gateway.admin('POST', `/classes/${held.id}/end`, { keys: 'revoke' })
    panel = await desk.open('/latihan/')
    await panel.getByText(`Kelas "${held.name}" sudah selesai`).waitFor()
    expect(await panel.getByRole('alert').count()).toBe(0)
    await typeCode(panel, next.joinCode)
    await sayName(panel, 'Sri C.')
    await join(panel)
    await isConnected(panel)
  })

  it('borrows a browser that the office has connected, and gives it back', async () => {
    const held = await aClass(1)
    await forget()
    await desk.browser.store({ aside: null })
    const office = await desk.enrol()
    const options = await desk.browser.openOwnPage('options.html')
    await options.getByText('Ikut kelas', { exact: true }).click()
    await typeCode(options, held.joinCode)
    await sayName(options, 'Sri C.')
    await join(options)
    await options.getByRole('button', { name: 'Kembali ke sambungan kantor' }).waitFor()
    expect(await faults(options)).toEqual([])
    await options.close()
    await desk.gateway.admin('POST', `/classes/${held.id}/end`, { keys: 'revoke' })
    const panel = await desk.open('/latihan/')
    await panel.getByText(`Kelas "${held.name}" sudah selesai`).waitFor()
    await press(panel, 'Kembali ke sambungan kantor')
    await panel.getByRole('button', { name: 'Ringkas', exact: true }).waitFor()
    const key = await panel.evaluate(async () => (await chrome.storage.local.get('key'))['key'])
    expect(key).toBe(office.key)
  })
})

describe('the page on the wall', () => {
  it('shows the code and the address, which stay in the browser', async () => {
    const page = await desk.browser.context.newPage()
    const asked: string[] = []
    page.on('request', (request) => asked.push(request.url()))
    await page.goto(`${desk.gateway.url}/kelas/#abc234`)
    await page.getByText('ABC234').waitFor()
    await page.getByText(new URL(desk.gateway.url).host).waitFor()
    expect(asked.filter((url) => /abc234/i.test(url.split('#')[0]!))).toEqual([])
    expect(await faults(page)).toEqual([])
    await page.close()
  })

  it('asks for the code where there is none, and says when it is not whole', async () => {
    const page = await desk.browser.context.newPage()
    await page.setViewportSize({ width: 360, height: 740 })
    await page.goto(`${desk.gateway.url}/kelas/`)
    await page.getByLabel('Kode kelas dari pelatih').fill('abc 23')
    await page.keyboard.press('Enter')
    await page.getByText('Kode itu tidak lengkap.').waitFor()
    expect(await faults(page)).toEqual([])
    await page.getByLabel('Kode kelas dari pelatih').fill('abc 234')
    await page.keyboard.press('Enter')
    await page.getByText('ABC234').waitFor()
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360)
    expect(await faults(page)).toEqual([])
    await page.close()
  })
})
