// A recipe typed in the console: what the office's panels fetch afterwards.
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Browser } from 'playwright-core'
import { aGateway, type TestGateway } from '../gateway/gateway.ts'
import { aBrowser, anAdminSignedIn, type Admin } from './admin.ts'

const recipe = {
  id: 'undangan',
  name: 'Undangan warga',
  fields: [{ id: 'nama_warga', label: 'Nama warga', kind: 'text', required: true }],
  template: 'Yth. {{nama_warga}}, mari hadir.',
  readsPage: false,
}
let gateway: TestGateway
let browser: Browser
let city: Admin
const complaints: string[] = []

beforeAll(async () => {
  gateway = await aGateway()
  browser = await aBrowser()
  city = await anAdminSignedIn(browser, gateway, complaints, { name: 'Rini', role: 'city', office: null })
})
afterAll(async () => {
  await browser.close()
  await gateway.end()
  expect(complaints).toEqual([])
})

it('a recipe published in the console is in the policy that a panel fetches', async () => {
  const { page } = city
  const office = await gateway.office()
  await city.open('kebijakan')
  const rule = page.locator('details.rule', { has: page.locator('summary', { hasText: /^Resep/ }) })
  await rule.locator('summary').click()
  await rule.getByLabel('Yang berlaku').selectOption('diatur kota')
  await rule.getByLabel('Resep, sebagai JSON').fill(JSON.stringify([recipe]))
  await page.getByRole('button', { name: 'Periksa perubahan' }).click()
  await page.getByLabel('Catatan').fill('Resep pertama')
  await page.getByRole('button', { name: 'Terbitkan' }).click()
  await page.getByText('Revisi 1 berlaku.').waitFor()
  const headers = { authorization: `Bearer ${office.key}` }
  const fetched = await (await fetch(`${gateway.url}/v1/policy`, { headers })).text()
  expect(fetched).toContain(recipe.name)
})
