// Groups of keys in the console: made, chosen for a key and for a link, and their cap as the gateway keeps to it.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Browser } from 'playwright-core'
import { OfficeOverview } from '../../shared/protocol/admin-answers.ts'
import { aGateway, errorOf, type TestGateway, type TestOffice } from '../gateway/gateway.ts'
import { aBrowser, anAdminSignedIn, looksRight, type Admin } from './admin.ts'

let gateway: TestGateway
let browser: Browser
let office: TestOffice
let admin: Admin
const complaints: string[] = []

beforeAll(async () => {
  gateway = await aGateway()
  browser = await aBrowser()
  office = await gateway.office()
  admin = await anAdminSignedIn(browser, gateway, complaints, {
    name: 'Sari Contoh',
    role: 'office',
    office: office.id,
  })
})
afterAll(async () => {
  await browser.close()
  await gateway.end()
  expect(complaints).toEqual([])
})

const tab = (name: string) => admin.open(`instansi/${office.id}/${name}`)
const ask = (key: string) => gateway.chat(key, 'Lampu jalan padam di depan pasar.')
const row = () => admin.page.getByRole('row', { name: /Loket Depan/ })

describe('a group of keys', () => {
  it('is made with caps, under a code made from its name', async () => {
    const { page } = admin
    await tab('kelompok')
    await page.getByText('Belum ada kelompok. Buat satu bila').waitFor()
    await looksRight(admin)
    await page.getByRole('button', { name: 'Buat kelompok' }).click()
    await page.getByLabel('Nama kelompok').fill('Loket Depan')
    expect(await page.getByLabel('Kode kelompok').inputValue()).toBe('loket-depan')
    await page.getByLabel('Tindakan seluruhnya').fill('2')
    await looksRight(admin)
    await page.keyboard.press('Enter')
    await page.getByText('Kelompok Loket Depan dibuat.').waitFor()
    await row().waitFor()
    await looksRight(admin)

    // A second one of that code is refused, and what was typed stays.
    await page.getByRole('button', { name: 'Buat kelompok' }).click()
    await page.getByLabel('Nama kelompok').fill('Loket depan')
    await page.keyboard.press('Enter')
    await page.getByRole('alert').first().waitFor()
    expect(await page.getByLabel('Nama kelompok').inputValue()).toBe('Loket depan')
    await page.getByRole('button', { name: 'Batal' }).click()
  })

  it('is chosen for a key and for a link, and refuses both together at its cap', async () => {
    const { page } = admin
    await page.getByRole('link', { name: 'Kunci', exact: true }).click()
    await page.getByRole('button', { name: 'Buat kunci' }).click()
    await page.getByLabel('Label').fill('skrip loket')
    await page.getByLabel('Kelompok').selectOption('Loket Depan (loket-depan)')
    await page.getByRole('button', { name: 'Buat kunci' }).click()
    const key = await page.getByRole('textbox', { name: 'Rahasia kunci' }).inputValue()
    await page.getByRole('link', { name: 'Pendaftaran', exact: true }).click()
    await page.getByRole('button', { name: 'Buat tautan' }).click()
    await page.getByLabel('Kelompok').selectOption('Loket Depan (loket-depan)')
    await page.getByRole('button', { name: 'Buat tautan' }).click()
    const link = await page.getByRole('textbox', { name: 'Tautan pendaftaran' }).inputValue()
    const body = JSON.stringify({ token: link.split('#')[1] })
    const enrolled = await fetch(`${gateway.url}/v1/enrolments`, { method: 'POST', body })
    const { key: ofDevice } = (await enrolled.json()) as { key: string }

    for (const one of [key, ofDevice]) await (await ask(one)).text()
    for (const one of [key, ofDevice])
      expect(await errorOf(await ask(one))).toMatchObject({ code: 'group_quota_spent' })
    expect((await ask(office.key)).status).toBe(200)
  })

  it('shows what it has used as the API says it', async () => {
    const { page } = admin
    await page.reload()
    await tab('kelompok')
    const { groups } = OfficeOverview.parse(
      await (await gateway.admin('GET', `/offices/${office.id}`)).json(),
    )
    expect(groups).toMatchObject([
      { id: 'loket-depan', groupDay: { used: 2, cap: null }, groupTotal: { used: 2, cap: 2 } },
    ])
    const [group] = groups
    await row().waitFor()
    expect((await row().getByRole('cell').allTextContents()).slice(0, 3)).toEqual([
      'Loket Depan loket-depan',
      `${group!.groupDay.used}, tanpa batas`,
      `${group!.groupTotal.used} dari ${group!.groupTotal.cap} (100%)`,
    ])
  })

  it('works again once its cap is raised, and that can be taken back', async () => {
    const { page } = admin
    await page.getByRole('button', { name: 'Ubah batas Loket Depan' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('Tindakan per hari').fill('1.000')
    await dialog.getByLabel('Tindakan seluruhnya').fill('3')
    await looksRight(admin)
    await dialog.getByRole('button', { name: 'Simpan' }).click()
    await row()
      .getByText(/^2 dari 1\.000/)
      .waitFor()
    await row().getByText('2 dari 3 (66%)').waitFor()
    await page.getByRole('button', { name: 'Urungkan' }).click()
    await row().getByText('2 dari 2 (100%)').waitFor()
  })

  it('has all its keys revoked at once, by who confirms it', async () => {
    const { page } = admin
    await page.getByRole('button', { name: 'Cabut kunci Loket Depan' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByText('Ini tidak dapat diurungkan.').waitFor()
    await looksRight(admin)
    await dialog.getByRole('button', { name: 'Cabut kunci' }).click()
    await page.getByText('2 kunci dicabut.').waitFor()
  })

  it('is only read by an auditor', async () => {
    const auditor = await anAdminSignedIn(browser, gateway, complaints, {
      name: 'Budi Contoh',
      role: 'auditor',
      office: null,
    })
    await auditor.open(`instansi/${office.id}/kelompok`)
    await auditor.page.getByRole('row', { name: /Loket Depan/ }).waitFor()
    expect(await auditor.page.locator('main :not(th) > button').count()).toBe(0)
    await auditor.context.close()
  })
})
