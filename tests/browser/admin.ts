// Admins at the console, each in a browser of their own with a passkey on the device. Under a host name: an IP address
// has no passkeys.
import { readFileSync } from 'node:fs'
import { expect } from 'vitest'
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core'
import { daysAfter, inWib } from '../../gateway/console/wib.ts'
import { signedInAs, type NewAdmin } from '../gateway/console.ts'
import type { TestGateway } from '../gateway/gateway.ts'
import { chromiumPath } from './chromium.ts'
import { faults } from './faults.ts'

export interface Admin {
  page: Page
  context: BrowserContext
  /** Opens a page of the console, e.g. `instansi/dinkes`. */
  open(path?: string): Promise<void>
}

export const desktop = { width: 1280, height: 720 }
export const phone = { width: 390, height: 844 }

/** Chromium without the extension: nothing of the console needs it. */
export async function aBrowser(): Promise<Browser> {
  const executablePath = chromiumPath()
  if (!executablePath) throw new Error('Chromium tidak ditemukan.')
  return chromium.launch({ executablePath, args: process.getuid?.() === 0 ? ['--no-sandbox'] : [] })
}

/** @param complaints gets what the browser writes to its console: refusals of the CSP, exceptions */
export async function anAdmin(browser: Browser, gateway: TestGateway, complaints: string[]): Promise<Admin> {
  const context = await browser.newContext({ viewport: desktop, locale: 'id-ID' })
  const page = await context.newPage()
  page.setDefaultTimeout(15_000)
  page.on('console', (message) => {
    // Refusals are said in the page; the browser notes each status besides.
    if (message.type() === 'error' && !message.text().startsWith('Failed to load resource'))
      complaints.push(message.text())
  })
  page.on('pageerror', (error) => complaints.push(error.message))
  const session = await context.newCDPSession(page)
  await session.send('WebAuthn.enable')
  await session.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  })
  const address = `${gateway.url.replace('127.0.0.1', 'localhost')}/konsol/`
  return { page, context, open: async (path = '') => void (await page.goto(`${address}#/${path}`)) }
}

/** An admin of a role, who has come in with a recovery code. */
export async function anAdminInRole(
  browser: Browser,
  gateway: TestGateway,
  complaints: string[],
  account: NewAdmin,
): Promise<Admin> {
  const admin = await anAdmin(browser, gateway, complaints)
  const { codes } = await signedInAs(gateway, account)
  await admin.open()
  await admin.page.getByText('Kehilangan perangkat: kode pemulihan').click()
  await admin.page.getByRole('textbox', { name: 'Kode pemulihan' }).fill(codes[0]!)
  await admin.page.keyboard.press('Enter')
  await admin.page.getByRole('button', { name: 'Keluar' }).waitFor()
  return admin
}

/** An admin of a role, whose session was begun over HTTP: for what comes after the sign-in. */
export async function anAdminSignedIn(
  browser: Browser,
  gateway: TestGateway,
  complaints: string[],
  account: NewAdmin,
): Promise<Admin> {
  const admin = await anAdmin(browser, gateway, complaints)
  const { cookie, origin } = await signedInAs(gateway, account)
  const [name = '', value = ''] = cookie.split(/=(.*)/)
  await admin.context.addCookies([{ name, value, url: origin.replace('http:', 'https:'), secure: true }])
  return admin
}

/** Comes in with the admin token. */
export async function signInWithToken({ page }: Admin, gateway: TestGateway): Promise<void> {
  await page.getByText('Pertama kali: token admin').click()
  await page.getByLabel('Token admin').fill(gateway.adminToken)
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: 'Keluar' }).waitFor()
}

/** By axe and by eye: no fault, and nothing wider than the screen, on a desk and on a phone. */
export async function looksRight({ page }: Pick<Admin, 'page'>): Promise<void> {
  for (const size of [phone, desktop]) {
    await page.setViewportSize(size)
    expect(await faults(page)).toEqual([])
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(size.width)
  }
}

/** @returns the text of the file that the button saves */
export async function saved({ page }: Admin, button: string): Promise<string> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: button, exact: true }).first().click(),
  ])
  return readFileSync(await download.path(), 'utf8')
}

/** In the form of a class: times of a class that is open while the test runs, whenever that is. */
export async function fillTimes(page: Page): Promise<void> {
  const [start, end] = [inWib(Date.now()), inWib(Date.now() + 3 * 3_600_000)]
  await page.getByLabel('Tanggal mulai').fill(start.date)
  await page.getByLabel('Jam mulai').fill(start.time)
  await page.getByLabel('Tanggal selesai').fill(end.date)
  await page.getByLabel('Jam selesai').fill(end.time)
  await page.getByLabel('Hari terakhir kunci').fill(daysAfter(end.date, 5))
}
