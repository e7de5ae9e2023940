// The gateway as a program on the city's own machine: one per state folder, ends when told to, remembers its token.
import { once } from 'node:events'
import { readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterEach, describe, expect, it } from 'vitest'
import { startGateway, type RunningGateway } from '../../gateway/local/workerd.ts'
import { aFolder, errorOf, freePort } from './gateway.ts'

const started: RunningGateway[] = []
const folders: string[] = []

afterEach(async () => {
  for (const gateway of started.splice(0)) await gateway.stop()
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true })
})

function folder(): string {
  const made = aFolder()
  folders.push(made)
  return made
}

async function start(stateFolder: string, env: Record<string, string> = {}): Promise<RunningGateway> {
  const gateway = await startGateway({
    port: await freePort(),
    stateFolder,
    env: { PENDAMPING_UPSTREAM: '', ...env },
    log: () => undefined,
  })
  started.push(gateway)
  return gateway
}

const offices = (gateway: RunningGateway) =>
  fetch(`${gateway.url}/admin/v1/offices`, { headers: { authorization: `Bearer ${gateway.adminToken}` } })

describe('the gateway as a program', () => {
  it('answers at /healthz when it is ready', async () => {
    const gateway = await start(folder())
    const answer = await fetch(`${gateway.url}/healthz`)
    expect(answer.status).toBe(200)
    expect(await answer.json()).toEqual({ ok: true })
  })

  it('refuses a state folder that another gateway uses, with a clear sentence', async () => {
    const stateFolder = folder()
    await start(stateFolder)
    await expect(start(stateFolder)).rejects.toThrow('Folder data sedang dipakai gerbang lain.')
  })

  it('leaves the first gateway unharmed when it refuses', async () => {
    const stateFolder = folder()
    const first = await start(stateFolder)
    await start(stateFolder).catch(() => undefined)
    expect((await offices(first)).status).toBe(200)
  })

  it('takes the folder again after the one before was killed', async () => {
    const stateFolder = folder()
    const first = await start(stateFolder)
    const ended = once(first.process, 'exit')
    first.process.kill('SIGKILL')
    await ended
    expect((await offices(await start(stateFolder))).status).toBe(200)
  })

  it('ends in order on SIGTERM', async () => {
    const { process, url } = await start(folder())
    const ended = once(process, 'exit')
    process.kill('SIGTERM')
    expect(await ended).toEqual([0, null])
    await expect(fetch(`${url}/healthz`)).rejects.toThrow('fetch failed')
  })

  it('makes an admin token once, says that it is new, and keeps it', async () => {
    const stateFolder = folder()
    const first = await start(stateFolder)
    expect(first.tokenIsNew).toBe(true)
    expect(first.adminToken).toMatch(/^pda_[\w-]{43}$/)
    await first.stop()
    const second = await start(stateFolder)
    expect(second.tokenIsNew).toBe(false)
    expect(second.adminToken).toBe(first.adminToken)
  })

  it('takes the admin token of the environment before its own', async () => {
    const gateway = await start(folder(), { PENDAMPING_ADMIN_TOKEN: 'token-kota' })
    expect(gateway.tokenIsNew).toBe(false)
    expect(gateway.adminToken).toBe('token-kota')
    expect((await offices(gateway)).status).toBe(200)
  })

  it('remembers offices over a restart', async () => {
    const stateFolder = folder()
    const first = await start(stateFolder)
    await fetch(`${first.url}/admin/v1/offices`, {
      method: 'POST',
      headers: { authorization: `Bearer ${first.adminToken}` },
      body: JSON.stringify({ id: 'kominfo', name: 'Dinas Komunikasi dan Informatika' }),
    })
    await first.stop()
    expect(await (await offices(await start(stateFolder))).json()).toEqual({
      offices: [{ id: 'kominfo', name: 'Dinas Komunikasi dan Informatika' }],
    })
  })

  it('leaves the tables of a newer program alone, and says no more than that something is wrong', async () => {
    const stateFolder = folder()
    const first = await start(stateFolder)
    expect((await offices(first)).status).toBe(200)
    await first.stop()
    const city = join(stateFolder, 'objects', 'pendamping-city')
    const [file = ''] = readdirSync(city).filter((name) => /^[0-9a-f]+\.sqlite$/.test(name))
    const database = new DatabaseSync(join(city, file))
    database.exec('INSERT INTO schema_version (version) VALUES (99)')
    database.close()
    const answer = await offices(await start(stateFolder))
    expect(answer.status).toBe(500)
    expect((await errorOf(answer)).code).toBe('internal')
  })

  it('listens on the loopback address only', async () => {
    const gateway = await start(folder())
    const elsewhere = gateway.url.replace('127.0.0.1', '127.0.0.2')
    await expect(fetch(`${elsewhere}/healthz`)).rejects.toThrow('fetch failed')
  })
})
