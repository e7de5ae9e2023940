// A PC of the office's, with nothing but the policy file that the gateway made: the browser fetches the signed extension from
// the gateway, installs it, and is enrolled. Policy files are machine-wide, so it stands only as long as the test.
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium, type BrowserContext } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { packageExtension } from '../../gateway/local/package.ts'
import type { Release } from '../../shared/protocol/distribution.ts'
import { aFolder, aGateway, type TestGateway } from '../gateway/gateway.ts'
import { builtExtension, chromiumPath } from './chromium.ts'

const assets = join(import.meta.dirname, '..', '..', 'gateway', '.output', 'assets', 'unduh')
const policyFolder = '/etc/chromium/policies/managed'
const policyPath = join(policyFolder, 'pendamping-uji-paksa.json')

describe.runIf(process.getuid?.() === 0 && process.platform === 'linux')(
  'a browser under the office’s policy',
  () => {
    const folder = aFolder()
    const profile = mkdtempSync(join(tmpdir(), 'pendamping-'))
    let release: Release
    let gateway: TestGateway
    let context: BrowserContext | null = null

    beforeAll(async () => {
      const to = join(folder, 'paket')
      const keyPath = join(folder, 'kunci.pem')
      release = await packageExtension({ chrome: builtExtension, firefox: builtExtension, keyPath, to })
      cpSync(to, assets, { recursive: true })
      gateway = await aGateway({ PENDAMPING_EXTENSION_IDS: release.id })
    })
    afterAll(async () => {
      rmSync(policyPath, { force: true })
      await context?.close()
      await gateway.end()
      for (const name of [...release.files.map((file) => file.name), 'release.json'])
        rmSync(join(assets, name))
      for (const made of [folder, profile]) rmSync(made, { recursive: true, force: true })
    })

    it('installs the extension from the gateway by itself, and is enrolled with no click', async () => {
      const { id } = await gateway.office()
      const { token } = await gateway.enrolment(id)
      const wanted = { target: 'chromium-linux', enrolmentToken: token }
      const file = await gateway.admin('POST', `/offices/${id}/browser-policy`, wanted)
      mkdirSync(policyFolder, { recursive: true })
      writeFileSync(policyPath, await file.text())
      context = await chromium.launchPersistentContext(profile, {
        executablePath: chromiumPath()!,
        // As a person's browser is started: with extensions, and with the fetching of updates.
        ignoreDefaultArgs: [
          '--disable-extensions',
          '--disable-background-networking',
          '--disable-component-update',
        ],
        // And to nowhere but this machine.
        args: ['--no-sandbox', '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1'],
      })
      const labels = async () => {
        const { keys } = (await (await gateway.admin('GET', `/offices/${id}/keys`)).json()) as {
          keys: { label: string }[]
        }
        return keys.map(({ label }) => label)
      }
      await expect
        .poll(labels, { timeout: 50_000, interval: 250 })
        .toContainEqual(expect.stringMatching(/^Chrome\/\d+ Linux$/))
      const page = await context.newPage()
      await page.goto('chrome://extensions')
      await page.getByText('Pendamping', { exact: true }).first().waitFor()
    })
  },
)
