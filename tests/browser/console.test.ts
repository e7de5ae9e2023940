// The console in real Chromium, as admins use it: from the first sign-in on.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Browser } from 'playwright-core'
import { aGateway, type TestGateway } from '../gateway/gateway.ts'
import { aBrowser, anAdmin, desktop, phone, signInWithToken, type Admin } from './admin.ts'
import { faults } from './faults.ts'

let gateway: TestGateway
let browser: Browser
/** What the browser wrote to its console: nothing, also no refusal of the CSP. */
const complaints: string[] = []
let city: Admin

beforeAll(async () => {
  gateway = await aGateway({ PENDAMPING_CITY: 'Kota Contoh' })
  browser = await aBrowser()
  city = await anAdmin(browser, gateway, complaints)
})
afterAll(async () => {
  await browser.close()
  await gateway.end()
  expect(complaints).toEqual([])
})

/** By axe and by eye: no fault, and nothing wider than the screen, on a desk and on a phone. */
async function looksRight({ page }: Admin): Promise<void> {
  for (const size of [phone, desktop]) {
    await page.setViewportSize(size)
    expect(await faults(page)).toEqual([])
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(size.width)
  }
}

const heading = ({ page }: Admin, name: string) => page.getByRole('heading', { name }).waitFor()

describe('coming in', () => {
  it('the first time with the token, then by invitation with a passkey of one’s own', async () => {
    await city.open()
    await heading(city, 'Masuk ke konsol')
    await looksRight(city)
    await signInWithToken(city, gateway)
    await city.open('admin')
    await city.page.getByText('Belum ada akun.').waitFor()
    await city.page.getByRole('button', { name: 'Tambah admin' }).click()
    await city.page.getByLabel('Nama').fill('Rini Contoh')
    await city.page.getByRole('button', { name: 'Tambah dan buat undangan' }).click()
    const link = await city.page.getByLabel('Tautan undangan').inputValue()
    await city.page.getByRole('button', { name: 'Tampilkan kode QR' }).click()
    await city.page.getByRole('img', { name: 'Kode QR' }).waitFor()
    await looksRight(city)

    const rini = await anAdmin(browser, gateway, complaints)
    await rini.page.goto(link)
    await rini.page.getByText('Undangan untuk Rini Contoh, Admin kota.').waitFor()
    expect(rini.page.url()).not.toContain(link.split('/').at(-1))
    await looksRight(rini)
    await rini.page.getByRole('button', { name: 'Buat kunci sandi' }).click()
    await heading(rini, 'Simpan kode pemulihan')
    const codes = await rini.page.getByRole('list', { name: 'Kode pemulihan' }).getByRole('listitem').all()
    expect(codes.length).toBe(10)
    await looksRight(rini)
    await rini.page.getByRole('button', { name: 'Sudah saya simpan, buka konsol' }).click()
    await rini.page.getByRole('button', { name: 'Keluar' }).click()
    await heading(rini, 'Masuk ke konsol')
    await rini.page.getByRole('button', { name: 'Masuk dengan kunci sandi' }).click()
    await rini.page.getByText('Rini Contoh · Admin kota').waitFor()
    await rini.open('akun')
    await heading(rini, 'Akun saya')
    await looksRight(rini)

    // The session ends while she types.
    await rini.page.getByLabel('Nama perangkat').fill('Laptop dinas')
    await rini.context.clearCookies()
    await rini.page.getByRole('button', { name: 'Buat sepuluh kode baru' }).click()
    await rini.page.getByRole('dialog').getByRole('button', { name: 'Buat sepuluh kode baru' }).click()
    await rini.page.getByText('Sesi Anda berakhir.').waitFor()
    await looksRight(rini)
    await rini.page.getByRole('button', { name: 'Masuk dengan kunci sandi' }).click()
    await heading(rini, 'Simpan kode pemulihan')
    expect(await rini.page.getByLabel('Nama perangkat').inputValue()).toBe('Laptop dinas')
    await rini.context.close()
  })
})
