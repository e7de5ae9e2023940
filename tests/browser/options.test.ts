import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { browser } from 'wxt/browser'
import { extensionId } from '../../shared/protocol/index.ts'
import { policyFile } from '../../gateway/src/reports/browser-policy.ts'
import { aGateway, freePort } from '../gateway/gateway.ts'
import { says } from '../gateway/upstream.ts'
import { aDesk, type Desk } from './desk.ts'
import { draft } from './tour.ts'

/** Inside the extension's worker. */
declare const chrome: typeof browser

describe('the options page', () => {
  let desk: Desk
  beforeAll(async () => {
    desk = await aDesk({ model: true })
  })
  afterAll(() => desk.end())

  it('checks gateway, key, quota and model, a line each', async () => {
    await desk.enrol({ key: { actionsPerDay: 40 } })
    const page = await desk.browser.openOwnPage('options.html')
    await page.getByRole('button', { name: 'Periksa sambungan' }).click()
    const lines = page.getByRole('list', { name: 'Periksa sambungan' })
    await lines.waitFor()
    expect((await lines.innerText()).split('\n')).toEqual([
      'Gerbang: baik',
      expect.stringMatching(/^Kunci: baik, Dinas Uji \d+$/),
      'Kuota: baik, 0 / 40',
      'Model: baik, default',
    ])
    await page.getByText('gateway:ok key:ok quota:ok upstream:ok').waitFor()
    await page.close()
  })

  it('calls the engine without a model by what it is', async () => {
    const { gateway, browser } = desk
    const offline = await aGateway()
    const { key } = await offline.office()
    await browser.store({ gatewayUrl: offline.url, key })
    const page = await browser.openOwnPage('options.html')
    await page.getByRole('button', { name: 'Periksa sambungan' }).click()
    await page.getByText('Model: baik, tanpa model AI').waitFor()
    await page.close()
    await browser.store({ gatewayUrl: gateway.url })
    await offline.end()
  })

  it('names the part that fails, with a code for the help desk, and does not guess about the rest', async () => {
    await desk.enrol()
    await desk.browser.store({ gatewayUrl: `http://127.0.0.1:${await freePort()}` })
    const page = await desk.browser.openOwnPage('options.html')
    await page.getByRole('button', { name: 'Periksa sambungan' }).click()
    await page.getByText('gateway:gateway_unreachable key:- quota:- upstream:-').waitFor()
    await page.close()
  })

  it('keeps no history unless it is switched on, and deletes it for good', async () => {
    await desk.enrol()
    desk.upstream!.answers(says('Draf pertama.'))
    let panel = await desk.open()
    await draft(panel, 'Ringkas')
    const options = await desk.browser.openOwnPage('options.html')
    await options.getByLabel('Simpan riwayat draf di peramban ini').check()
    await options.getByText('Belum ada riwayat.').waitFor()

    desk.upstream!.answers(says('Draf kedua.'))
    panel = await desk.open()
    await draft(panel, 'Ringkas')
    await options.reload()
    await options.getByText(/^Ringkas · /).click()
    await options.getByText('Draf kedua.').waitFor()
    expect(await options.getByText('Draf pertama.').count()).toBe(0)

    await options.getByRole('button', { name: 'Hapus templat dan riwayat di peramban ini' }).click()
    await options.getByRole('button', { name: 'Ya, hapus semua' }).click()
    await options.getByText('Templat dan riwayat sudah dihapus.').waitFor()
    await options.getByText('Belum ada riwayat.').waitFor()
    expect(await options.getByText('Draf kedua.').count()).toBe(0)
    await options.reload()
    await options.getByText('Belum ada riwayat.').waitFor()
    await options.close()
  })

  it('goes on at the check after a link was pasted', async () => {
    await desk.browser.store({ key: '' })
    const { id } = await desk.gateway.office()
    const made = await desk.gateway.admin('POST', `/offices/${id}/enrolments`, {})
    const { link } = (await made.json()) as { link: string }
    const page = await desk.browser.openOwnPage('options.html')
    await page.getByLabel('Tautan pendaftaran').fill(link)
    await page.keyboard.press('Enter')
    await page.getByRole('status').getByText('Peramban ini sudah terhubung.').waitFor()
    await page.getByLabel('Tautan pendaftaran').waitFor({ state: 'detached' })
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.textContent))
      .toBe('Periksa sambungan')
    await page.close()
  })

  it('takes a new link when the check finds the key revoked', async () => {
    const { id, keyId } = await desk.enrol()
    const page = await desk.browser.openOwnPage('options.html')
    await page.getByText('Nomor kunci').waitFor()
    expect(await page.getByLabel('Tautan pendaftaran').count()).toBe(0)
    await desk.gateway.admin('DELETE', `/offices/${id}/keys/${keyId}`)
    await page.getByRole('button', { name: 'Periksa sambungan' }).click()
    const { link } = await desk.gateway.enrolment(id)
    await page.getByLabel('Tautan pendaftaran').fill(link)
    await page.keyboard.press('Enter')
    await page.getByLabel('Tautan pendaftaran').waitFor({ state: 'detached' })
    // The focus moves once the page has been drawn anew.
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.textContent))
      .toBe('Periksa sambungan')
    await expect.poll(() => page.getByText(/key:key_revoked/).count()).toBe(0)
    await page.keyboard.press('Enter')
    await page.getByText('gateway:ok key:ok quota:ok upstream:ok').waitFor()
    expect(await page.getByRole('alert').count()).toBe(0)
    await page.close()
  })

  it('says how a portal is added while there is none', async () => {
    const page = await desk.browser.openOwnPage('options.html')
    const portals = page.getByRole('region', { name: 'Portal' })
    await portals.getByText(/^Belum ada\. .*tekan "Selalu baca situs ini" di panel\.$/).waitFor()
    await page.close()
  })

  it('forgets the connection when told to twice, for the key can’t be had back', async () => {
    await desk.enrol()
    const page = await desk.browser.openOwnPage('options.html')
    await page.getByRole('button', { name: 'Putuskan sambungan' }).click()
    await page.getByRole('button', { name: 'Ya, putuskan' }).click()
    await page.getByText('Belum terhubung').waitFor()
    await page.close()
  })

  it('speaks English to those who choose it', async () => {
    const page = await desk.browser.openOwnPage('options.html')
    await page.getByRole('combobox', { name: 'Bahasa antarmuka' }).selectOption('en')
    await page.getByRole('heading', { name: 'Pendamping settings' }).waitFor()
    await page.getByRole('combobox', { name: 'Interface language' }).selectOption('id')
    await page.getByRole('heading', { name: 'Pengaturan Pendamping' }).waitFor()
    await page.close()
  })
})

/** Selects the report's title by hand. @returns how many launchers stand in the page when the storage has answered. */
async function launchersAt({ browser, page }: Desk): Promise<number> {
  await page.bringToFront()
  await page.locator('#judul').click({ clickCount: 3 })
  expect(await page.evaluate(() => String(getSelection()).trim())).toMatch(/^Tiga lampu jalan padam/)
  await browser.context.serviceWorkers()[0]!.evaluate(() => chrome.storage.local.get(null))
  return page.locator('html > div:empty, dialog > div:empty').count()
}

// Policy files are machine-wide, so this one stands only as long as the test, and only where the test may write it.
const policyFolder = '/etc/chromium/policies/managed'
const policyPath = join(policyFolder, 'pendamping-uji.json')

describe.runIf(process.getuid?.() === 0 && process.platform === 'linux')(
  'a browser managed by the office',
  () => {
    let desk: Desk | null = null
    afterEach(async () => {
      rmSync(policyPath, { force: true })
      await desk?.end()
      desk = null
    })

    it('enrols by itself, opens no tab, and shows what the office set as locked', async () => {
      const gateway = await aGateway()
      const { id } = await gateway.office()
      const { token } = await gateway.enrolment(id)
      mkdirSync(policyFolder, { recursive: true })
      // As the gateway makes it for an office's PCs; without the part that installs, for the test has done that.
      const { publicKey } = (await (await gateway.admin('GET', '/signing-key')).json()) as {
        publicKey: string
      }
      const facts = {
        gatewayUrl: gateway.url,
        extensionId,
        enrolmentToken: token,
        policyPublicKey: publicKey,
        portals: [],
      }
      const made = JSON.parse(policyFile('chromium-linux', facts).body) as Record<string, unknown>
      const { ExtensionSettings: _, ExtensionInstallForcelist: __, ...policy } = made
      const managed = (policy as { '3rdparty': { extensions: Record<string, object> } })['3rdparty']
        .extensions
      Object.assign(managed[extensionId]!, { launcher: false })
      writeFileSync(policyPath, JSON.stringify(policy))
      try {
        desk = await aDesk()
        const panel = await desk.open()
        await panel.getByText('Sisa 500 dari 500 tindakan hari ini').waitFor()
        expect(desk.browser.context.pages()).toHaveLength(1)
        expect(await launchersAt(desk)).toBe(0)
        const options = await desk.browser.openOwnPage('options.html')
        expect(await options.getByText('Diatur oleh kantor').count()).toBe(2)
        expect(await options.getByLabel(/Tampilkan tombol kecil/).isDisabled()).toBe(true)
        const listed = (await (await gateway.admin('GET', `/offices/${id}/keys`)).json()) as {
          keys: unknown[]
        }
        expect(listed.keys).toHaveLength(2)
      } finally {
        await gateway.end()
      }
    })
  },
)
