// The office's policy in the browser: obeyed soon after it is published, without network too, and only when it is signed.
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Page } from 'playwright-core'
import type { browser } from 'wxt/browser'
import { Enrolled } from '../../shared/protocol/index.ts'
import { aDesk, type Desk } from './desk.ts'
import { draft } from './tour.ts'
import { aPortal } from './pages/serve.ts'

/** Inside the panel. */
declare const chrome: typeof browser

let desk: Desk
let office: string
let portal: Awaited<ReturnType<typeof aPortal>>
beforeAll(async () => {
  ;[desk, portal] = await Promise.all([aDesk(), aPortal()])
})
afterAll(() => Promise.all([desk.end(), portal.end()]))

/** Enrols as a browser does, so that it knows the city's key. */
async function enrol(gatewayUrl = desk.gateway.url): Promise<void> {
  office = (await desk.gateway.office()).id
  const { token } = await desk.gateway.enrolment(office)
  const answer = await fetch(`${desk.gateway.url}/v1/enrolments`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ token }),
  })
  const { key, policyKey } = Enrolled.parse(await answer.json())
  await desk.browser.store({ gatewayUrl, key, policyKey, policy: null })
}

let revision = 0
async function publish(rules: object): Promise<void> {
  const policy = { rules: {}, offices: { [office]: rules } }
  const body = { policy, comment: 'uji', basedOn: revision }
  const answer = await desk.gateway.admin('POST', '/policy', body)
  revision = ((await answer.json()) as { revision: number }).revision
}

/** What happens by itself every few minutes, and when somebody checks the connection. */
async function refresh(): Promise<void> {
  const options = await desk.browser.openOwnPage('options.html')
  await options.getByRole('button', { name: 'Periksa sambungan' }).click()
  await options.getByRole('button', { name: 'Salin hasil untuk admin TI' }).waitFor()
  await options.close()
}

const helper = (panel: Page, name: string) => panel.getByRole('button', { name, exact: true })

describe('the policy', () => {
  it('takes a helper away that is switched off, and gives it back', async () => {
    await enrol()
    const panel = await desk.open()
    await helper(panel, 'Balas').waitFor()
    await desk.gateway.admin('PUT', '/switches', { kind: 'helper', id: 'reply', off: true })
    await refresh()
    await helper(panel, 'Balas').waitFor({ state: 'detached' })
    expect(await helper(panel, 'Ringkas').count()).toBe(1)
    await desk.gateway.admin('PUT', '/switches', { kind: 'helper', id: 'reply', off: false })
    await refresh()
    await helper(panel, 'Balas').waitFor()
  })

  it('says so where the whole city is switched off', async () => {
    await enrol()
    const panel = await desk.open()
    await helper(panel, 'Balas').waitFor()
    await desk.gateway.admin('PUT', '/switches', { kind: 'city', off: true })
    await refresh()
    await panel.getByText('Bantuan ini sedang dimatikan admin kota.').waitFor()
    // Nor is there an empty box where the helpers stood.
    expect(await panel.getByRole('region', { name: 'Bantuan' }).count()).toBe(0)
    expect(await helper(panel, 'Ringkas').count()).toBe(0)
    await desk.gateway.admin('PUT', '/switches', { kind: 'city', off: false })
    await refresh()
    await helper(panel, 'Ringkas').waitFor()
  })

  it('keeps the helpers to the portals that it names', async () => {
    await enrol()
    await publish({ portals: ['https://lapor.contoh.go.id'] })
    await refresh()
    const panel = await desk.open()
    await panel.getByText('Pendamping tidak dibuka untuk situs ini.').waitFor()
    expect(await panel.getByRole('group', { name: 'Pratinjau teks' }).count()).toBe(0)
    const { origin } = new URL(desk.gateway.url)
    await publish({ portals: ['https://lapor.contoh.go.id', origin] })
    await refresh()
    await expect
      .poll(async () => {
        await panel.getByRole('button', { name: 'Halaman', exact: true }).click()
        return panel.getByRole('group', { name: 'Pratinjau teks' }).count()
      })
      .toBe(1)
  })

  it('holds while the gateway can’t be reached', async () => {
    await enrol()
    await publish({ helpers: ['summarise'] })
    await refresh()
    await desk.gateway.kill()
    try {
      const again = await desk.open(`${portal.url}/read/complaint.html`)
      await helper(again, 'Ringkas').waitFor()
      expect(await helper(again, 'Balas').count()).toBe(0)
    } finally {
      await desk.gateway.startAgain()
    }
  })

  it('brings a new secret for the key where the admin asks for it, and the panel goes on', async () => {
    await enrol()
    const panel = await desk.open()
    await helper(panel, 'Ringkas').waitFor()
    const keyOf = () => panel.evaluate(async () => (await chrome.storage.local.get('key'))['key'])
    const before = String(await keyOf())
    const [, , keyId] = before.split('_')
    await desk.gateway.admin('POST', `/offices/${office}/renewals`, {
      by: 'key',
      value: keyId,
      withinHours: 1,
    })
    await refresh()
    await expect.poll(keyOf).not.toBe(before)
    expect(String(await keyOf()).split('_')[2]).toBe(keyId)
    expect(await draft(panel, 'Ringkas')).not.toBe('')
  })

  it('is not taken from somebody who changes it on the way', async () => {
    await enrol()
    await publish({ helpers: ['summarise'] })
    await refresh()
    const between = await aLoosener(desk.gateway.url)
    const panel = await desk.open()
    await helper(panel, 'Ringkas').waitFor()
    expect(await helper(panel, 'Balas').count()).toBe(0)
    await desk.browser.store({ gatewayUrl: between.url })
    await publish({ helpers: ['summarise', 'translate'] })
    const options = await desk.browser.openOwnPage('options.html')
    await options.getByRole('button', { name: 'Periksa sambungan' }).click()
    await options.getByText('Kebijakan dari gerbang tidak bertanda tangan sah.').waitFor()
    expect(between.changed()).toBeGreaterThan(0)
    expect(await helper(panel, 'Balas').count()).toBe(0)
    await options.close()
    await between.end()
  })
})

/** Passes everything on to the gateway, and gives every policy all helpers. */
async function aLoosener(target: string) {
  let changed = 0
  const server: Server = createServer((request, response) => {
    void (async () => {
      const headers = Object.entries(request.headers).flatMap(([name, value]): [string, string][] =>
        typeof value === 'string' && !/^(host|connection)$/.test(name) ? [[name, value]] : [],
      )
      const answer = await fetch(`${target}${request.url}`, { method: request.method ?? 'GET', headers })
      let text = await answer.text()
      if (request.url === '/v1/policy' && answer.status === 200) {
        changed += 1
        text = text.replace(/"helpers":\[[^\]]*\]/, '"helpers":["summarise","translate","reply"]')
      }
      const own = [...answer.headers].filter(([name]) => !/^(content-length|transfer-encoding)$/.test(name))
      response.writeHead(answer.status, Object.fromEntries(own))
      response.end(text)
    })()
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}`,
    changed: () => changed,
    async end() {
      server.closeAllConnections()
      await new Promise((done) => server.close(done))
    },
  }
}
