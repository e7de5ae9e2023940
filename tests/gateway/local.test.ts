// The gateway as a program on the city's own machine: one per state folder, ends when told to, remembers its token.
import { spawnSync } from 'node:child_process'
import { once } from 'node:events'
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { describe, expect, it } from 'vitest'
import { demoOffice } from '../../gateway/local/demo.ts'
import { readEnvironment } from '../../gateway/local/environment.ts'
import type { RunningGateway } from '../../gateway/local/workerd.ts'
import { errorOf, freePort } from './gateway.ts'
import { folder, start } from './programs.ts'

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
    await expect(start(stateFolder)).rejects.toThrow(
      `Folder data ${stateFolder} sedang dipakai gerbang lain. ` +
        'Hentikan gerbang itu, atau pilih folder lain dengan PENDAMPING_DATA.',
    )
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

  it('goes with the program that started it, also when that one ends without a word', async () => {
    const port = await freePort()
    const program = `
      import { startGateway } from '${join(import.meta.dirname, '../../gateway/local/workerd.ts')}'
      const gateway = await startGateway({ port: ${port}, stateFolder: '${folder()}' })
      console.log((await fetch(gateway.url + '/healthz')).status)
      process.exit(0)`
    const ran = spawnSync(process.execPath, ['--input-type=module-typescript', '--eval', program])
    expect(ran.stdout.toString()).toBe('200\n')
    await expect(fetch(`http://127.0.0.1:${port}/healthz`)).rejects.toThrow('fetch failed')
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
    const gateway = await start(folder(), { PENDAMPING_ADMIN_TOKEN: ' token-admin-kota\n' })
    expect(gateway.tokenIsNew).toBe(false)
    expect(gateway.adminToken).toBe('token-admin-kota')
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
    expect(await (await offices(await start(stateFolder))).json()).toMatchObject({
      offices: [{ id: 'kominfo', name: 'Dinas Komunikasi dan Informatika', neverHide: [] }],
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

describe('the state folder', () => {
  const modeOf = (path: string) => statSync(path).mode & 0o777

  it('is shut to others, and so is all that the gateway puts into it', async () => {
    const stateFolder = folder()
    chmodSync(stateFolder, 0o755)
    expect((await offices(await start(stateFolder))).status).toBe(200)
    expect(modeOf(stateFolder)).toBe(0o700)
    const names = readdirSync(stateFolder, { recursive: true, encoding: 'utf8' })
    expect(names.filter((name) => name.endsWith('.sqlite')).length).toBeGreaterThan(0)
    expect(names.filter((name) => (modeOf(join(stateFolder, name)) & 0o077) !== 0)).toEqual([])
  })

  it('is left open where it holds other things, which others may need', async () => {
    const shared = folder()
    chmodSync(shared, 0o755)
    mkdirSync(join(shared, 'milik-lain'))
    await start(shared)
    expect(modeOf(shared)).toBe(0o755)
    expect(modeOf(join(shared, 'objects'))).toBe(0o700)
  })

  const unusable = (path: string) =>
    `Folder data ${path} tidak dapat dibuat atau dibuka. Pilih folder lain dengan PENDAMPING_DATA.`

  // In a program of its own: Node's recursive mkdir never came back from there.
  it.runIf(process.platform === 'linux')('refuses at once a folder where none can be made', () => {
    const program = `
      import { openStateFolder } from '${join(import.meta.dirname, '../../gateway/local/state-folder.ts')}'
      openStateFolder('/proc/x')`
    const args = ['--input-type=module-typescript', '--eval', program]
    const ran = spawnSync(process.execPath, args, { timeout: 15_000, killSignal: 'SIGKILL' })
    expect(ran.stderr.toString()).toContain(`Error: ${unusable('/proc/x')}`)
  })

  it.each(['berkas', 'berkas/bawah', 'tautan', 'tautan/bawah'])(
    'refuses with one sentence a folder whose place is taken (%s)',
    async (name) => {
      const place = folder()
      writeFileSync(join(place, 'berkas'), '')
      symlinkSync(join(place, 'tidak-ada'), join(place, 'tautan'))
      await expect(start(join(place, name))).rejects.toThrow(new Error(unusable(join(place, name))))
    },
  )

  it('makes the folders above it that are missing', async () => {
    const place = folder()
    await start(join(place, 'a', 'b'))
    expect(modeOf(join(place, 'a', 'b', 'objects'))).toBe(0o700)
  })

  it.each(['ada', 'belum'])('takes no admin token through a link to a file (%s)', async (name) => {
    const elsewhere = folder()
    writeFileSync(join(elsewhere, 'ada'), 'token-yang-diketahui-orang')
    const stateFolder = folder()
    symlinkSync(join(elsewhere, name), join(stateFolder, 'admin-token'))
    await expect(start(stateFolder)).rejects.toThrow(
      `${join(stateFolder, 'admin-token')} bukan berkas biasa. Hapus, lalu mulai lagi.`,
    )
    expect(existsSync(join(elsewhere, 'belum'))).toBe(false)
  })

  it('refuses a token file that a full disk left empty, instead of shutting the admin out', async () => {
    const stateFolder = folder()
    writeFileSync(join(stateFolder, 'admin-token'), '')
    await expect(start(stateFolder)).rejects.toThrow('tidak berisi token admin. Hapus, lalu mulai lagi.')
  })
})

describe('the demo office', () => {
  it('keeps its key over a restart, and its link follows the gateway to another port', async () => {
    const stateFolder = folder()
    const first = await start(stateFolder)
    const before = await demoOffice(first, stateFolder)
    await first.stop()
    const second = await start(stateFolder)
    const after = await demoOffice(second, stateFolder)
    expect(after.key).toBe(before.key)
    expect(after.link).toBe(before.link.replace(first.url, second.url))
    expect(after.link.startsWith(`${second.url}/daftar/#pde_demo_`)).toBe(true)
  })

  it('links to the address that staff use', async () => {
    const stateFolder = folder()
    const gateway = await start(stateFolder, { PENDAMPING_PUBLIC_URL: 'https://ai.kota.example/' })
    const { link } = await demoOffice(gateway, stateFolder)
    expect(link).toMatch(/^https:\/\/ai\.kota\.example\/daftar\/#pde_demo_/)
  })

  it.each(['{"key":"pdp_lama","link":"http://127.0.0.1:8787/daftar/#pde_lama"}', '{"key":'])(
    'is made anew where an older program or a torn writing left %s',
    async (old) => {
      const stateFolder = folder()
      writeFileSync(join(stateFolder, 'demo.json'), old, { mode: 0o644 })
      const { key } = await demoOffice(await start(stateFolder), stateFolder)
      expect(key).toMatch(/^pdp_demo_/)
      expect(JSON.parse(readFileSync(join(stateFolder, 'demo.json'), 'utf8'))).toMatchObject({ key })
      expect(statSync(join(stateFolder, 'demo.json')).mode & 0o777).toBe(0o600)
    },
  )
})

describe('the environment', () => {
  it('is sound when nothing is set, or all is blank', () => {
    const usual = { PENDAMPING_PORT: 8787, PENDAMPING_CITY: 'Kota Tangerang' }
    expect(readEnvironment({})).toEqual(usual)
    expect(
      readEnvironment({
        PENDAMPING_DATA: '',
        PENDAMPING_PORT: ' ',
        PENDAMPING_UPSTREAM: '\n',
        HOME: '/root',
      }),
    ).toEqual(usual)
  })

  it('is taken without the blanks around it', () => {
    const { PENDAMPING_ADMIN_TOKEN, PENDAMPING_PUBLIC_URL } = readEnvironment({
      PENDAMPING_ADMIN_TOKEN: ' token-admin-kota\n',
      PENDAMPING_PUBLIC_URL: 'https://ai.kota.example/',
    })
    expect(PENDAMPING_ADMIN_TOKEN).toBe('token-admin-kota')
    expect(PENDAMPING_PUBLIC_URL).toBe('https://ai.kota.example')
  })

  const port = 'PENDAMPING_PORT harus bilangan bulat dari 1 sampai 65535.'
  const token = 'PENDAMPING_ADMIN_TOKEN harus paling banyak 300 huruf, angka atau tanda, tanpa spasi.'
  const address = 'harus alamat http:// atau https:// yang lengkap.'
  const noCredentials =
    'PENDAMPING_UPSTREAM tidak boleh memuat nama pengguna atau sandi; pakai PENDAMPING_UPSTREAM_KEY.'
  const onlyAddress = 'PENDAMPING_PUBLIC_URL harus alamat saja, tanpa jalur, sandi atau tanda ? dan #.'
  const patience = 'harus angka lebih dari 0, paling besar 86400.'
  it.each([
    ['PENDAMPING_PORT', '0', port],
    ['PENDAMPING_PORT', '65536', port],
    ['PENDAMPING_PORT', '80.5', port],
    ['PENDAMPING_PORT', 'http', port],
    ['PENDAMPING_ADMIN_TOKEN', 'a'.repeat(301), token],
    ['PENDAMPING_ADMIN_TOKEN', 'token admin kota ini', token],
    ['PENDAMPING_UPSTREAM', 'localhost:11434/v1', `PENDAMPING_UPSTREAM ${address}`],
    ['PENDAMPING_UPSTREAM', 'ftp://model.kota.example', `PENDAMPING_UPSTREAM ${address}`],
    ['PENDAMPING_UPSTREAM', 'https://', `PENDAMPING_UPSTREAM ${address}`],
    ['PENDAMPING_UPSTREAM', 'https://admin:sandi@model.kota.example/v1', noCredentials],
    ['PENDAMPING_UPSTREAM', 'https://x/v1?a=b', 'PENDAMPING_UPSTREAM tidak boleh memuat tanda ? atau #.'],
    ['PENDAMPING_PUBLIC_URL', 'ai.kota.example', `PENDAMPING_PUBLIC_URL ${address}`],
    ['PENDAMPING_PUBLIC_URL', 'https://ai.kota.example/gerbang', onlyAddress],
    ['PENDAMPING_PUBLIC_URL', 'https://ai.kota.example/?a=b', onlyAddress],
    ['PENDAMPING_CITY', 'Kota\nTangerang', 'PENDAMPING_CITY harus satu baris.'],
    ['PENDAMPING_HELPDESK', 'pesawat 1\r\n2', 'PENDAMPING_HELPDESK harus satu baris.'],
    ['PENDAMPING_DPO', 'Sari\nWati', 'PENDAMPING_DPO harus satu baris.'],
    ['PENDAMPING_UPSTREAM_LOCATION', 'pusat\ndata', 'PENDAMPING_UPSTREAM_LOCATION harus satu baris.'],
    ['PENDAMPING_FIRST_TOKEN_SECONDS', '0', `PENDAMPING_FIRST_TOKEN_SECONDS ${patience}`],
    ['PENDAMPING_FIRST_TOKEN_SECONDS', '99999999', `PENDAMPING_FIRST_TOKEN_SECONDS ${patience}`],
    ['PENDAMPING_IDLE_SECONDS', '-5', `PENDAMPING_IDLE_SECONDS ${patience}`],
    ['PENDAMPING_IDLE_SECONDS', 'lama', `PENDAMPING_IDLE_SECONDS ${patience}`],
  ])('refuses %s=%j with one sentence that does not repeat it', (name, value, sentence) => {
    expect(() => readEnvironment({ [name]: value })).toThrow(new Error(sentence))
  })

  it('is told of all that is wrong at once', () => {
    expect(() => readEnvironment({ PENDAMPING_PORT: 'x', PENDAMPING_DPO: 'a\nb' })).toThrow(
      new Error(`${port}\nPENDAMPING_DPO harus satu baris.`),
    )
  })

  it('keeps a gateway with a wrong value from starting', async () => {
    await expect(start(folder(), { PENDAMPING_IDLE_SECONDS: 'lama' })).rejects.toThrow(
      `PENDAMPING_IDLE_SECONDS ${patience}`,
    )
  })
})
