// `npm run backup` and `npm run restore`: a backup of a gateway under load holds all that had been answered, and a
// gateway on what was restored goes on from there. Nothing half is left, nothing old is lost.
import { execFile, spawnSync } from 'node:child_process'
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { manifestName, readManifest } from '../../gateway/local/backup-manifest.ts'
import { makeBackup } from '../../gateway/local/backup.ts'
import { restoreBackup } from '../../gateway/local/restore.ts'
import type { RunningGateway } from '../../gateway/local/workerd.ts'
import { Usage } from '../../shared/protocol/index.ts'
import { aFolder, aGateway, asking, times, type TestGateway, type TestOffice } from './gateway.ts'
import { folder, start } from './programs.ts'

const local = join(import.meta.dirname, '../../gateway/local')
const complaint = 'Lampu jalan di Jalan Melati padam sejak Senin.'

/** A state folder as small as one can be, without a gateway ever on it. */
function aState(): string {
  const stateFolder = folder()
  const city = join(stateFolder, 'objects', 'pendamping-city')
  mkdirSync(city, { recursive: true })
  const database = new DatabaseSync(join(city, `${'a'.repeat(64)}.sqlite`))
  database.exec('PRAGMA journal_mode = WAL; CREATE TABLE offices (id TEXT)')
  database.close()
  writeFileSync(join(stateFolder, 'admin-token'), 'token-admin-kota-lama\n')
  return stateFolder
}

/** As the operator runs it. */
function run(program: 'backup' | 'restore', ...args: string[]) {
  const ran = spawnSync(process.execPath, [join(local, `${program}.ts`), ...args], { encoding: 'utf8' })
  return { code: ran.status, said: ran.stderr, printed: ran.stdout }
}

const modeOf = (path: string) => statSync(path).mode & 0o777
const everythingIn = (place: string) => readdirSync(place, { recursive: true, encoding: 'utf8' }).sort()

/** What `PRAGMA integrity_check` says; writable, so that nothing stays beside the file. */
function integrityOf(file: string): unknown {
  const database = new DatabaseSync(file)
  const [row] = database.prepare('PRAGMA integrity_check').all()
  database.close()
  return row?.integrity_check
}

/** How many audit rows a key has in a state folder. */
function auditRows(stateFolder: string, { keyId }: TestOffice): number {
  const offices = join(stateFolder, 'objects', 'pendamping-office')
  return readdirSync(offices)
    .filter((name) => /^[0-9a-f]+\.sqlite$/.test(name))
    .map((name) => {
      const database = new DatabaseSync(join(offices, name), { readOnly: true })
      const row = database.prepare('SELECT count(*) AS rows FROM audit WHERE key_id = ?').get(keyId)
      database.close()
      return Number(row?.rows)
    })
    .reduce((sum, rows) => sum + rows, 0)
}

interface Counts {
  asked: number
  answered: number
}

/** Asks for each office, four at a time, until it is told to stop, and never more than `most` times. */
function load(gateway: TestGateway, offices: TestOffice[], most: number) {
  const counts = offices.map((): Counts => ({ asked: 0, answered: 0 }))
  const stopped = new AbortController()
  const ask = async ({ key }: TestOffice, count: Counts) => {
    while (!stopped.signal.aborted && count.asked < most) {
      count.asked += 1
      const answer = await gateway.chat(key, complaint)
      await answer.text()
      if (answer.ok) count.answered += 1
    }
  }
  const asking = offices.flatMap((office, index) => times(4, () => ask(office, counts[index]!)))
  return {
    now: () => counts.map((count) => ({ ...count })),
    stop: async () => {
      stopped.abort()
      await Promise.all(asking)
    },
  }
}

describe('a backup of a gateway under load', () => {
  let gateway: TestGateway
  let offices: TestOffice[]
  let before: Counts[]
  let after: Counts[]
  let kept: string
  let backup: string

  beforeAll(async () => {
    gateway = await aGateway()
    offices = await Promise.all(times(3, () => gateway.office()))
    kept = aFolder()
    const asking = load(gateway, offices, 450)
    await vi.waitFor(() => expect(asking.now().every(({ answered }) => answered >= 5)).toBe(true), 10_000)
    before = asking.now()
    const [{ stdout }] = await Promise.all([
      promisify(execFile)(process.execPath, [join(local, 'backup.ts'), kept, '--data', gateway.stateFolder]),
      // It may or may not be in it.
      gateway.office(),
    ])
    after = asking.now()
    await asking.stop()
    backup = stdout.match(/^Cadangan: (\S+) /)?.[1] ?? ''
  }, 60_000)
  afterAll(async () => {
    await gateway.end()
    rmSync(kept, { recursive: true, force: true })
  })

  it('has one folder, named by the time, and nothing else', () => {
    expect(dirname(backup)).toBe(kept)
    expect(basename(backup)).toMatch(/^\d{4}-\d\d-\d\dT\d\d-\d\d-\d\d-\d{3}Z$/)
    expect(readdirSync(kept)).toEqual([basename(backup)])
  })

  it('lists all that it holds: a whole database for each object, the alarms and the admin token', () => {
    const paths = readManifest(backup).files.map(({ path }) => path)
    const there = everythingIn(backup).filter((name) => statSync(join(backup, name)).isFile())
    expect([...paths, manifestName].sort()).toEqual(there)
    expect(paths).toContain('admin-token')
    expect(paths.filter((path) => path.endsWith('metadata.sqlite'))).toHaveLength(2)
    const databases = paths.filter((path) => path.endsWith('.sqlite'))
    expect(databases.length).toBeGreaterThanOrEqual(2 + 1 + offices.length)
    expect(databases.map((path) => integrityOf(join(backup, path)))).toEqual(databases.map(() => 'ok'))
  })

  it('is shut to others', () => {
    const open = ['.', ...everythingIn(backup)].filter((name) => {
      const path = join(backup, name)
      return modeOf(path) !== (statSync(path).isDirectory() ? 0o700 : 0o600)
    })
    expect(open).toEqual([])
  })

  /** The gateway hands out a fiftieth of what a cap has left. */
  const mostInAdvance = 450 / 50

  it('holds all that had been answered when it began, and nothing that was not asked when it ended', async () => {
    const stateFolder = join(folder(), 'data')
    await restoreBackup({ backup, stateFolder })
    const rows = offices.map((office) => auditRows(stateFolder, office))
    const restored = await start(stateFolder)
    for (const [index, { key }] of offices.entries()) {
      const { answered } = before[index]!
      const { asked } = after[index]!
      const { actions } = await usage(restored, key)
      expect(actions.used).toBeGreaterThanOrEqual(answered)
      // What a key had in advance stays charged.
      expect(actions.used).toBeLessThanOrEqual(asked + mostInAdvance)
      expect(rows[index]).toBeGreaterThanOrEqual(answered)
      expect(rows[index]).toBeLessThanOrEqual(actions.used)
    }
  })

  it('makes a gateway that knows its offices and its admin, and counts on', async () => {
    const stateFolder = join(folder(), 'data')
    await restoreBackup({ backup, stateFolder })
    const restored = await start(stateFolder)
    expect(restored.tokenIsNew).toBe(false)
    const answer = await fetch(`${restored.url}/admin/v1/offices`, {
      headers: { authorization: `Bearer ${gateway.adminToken}` },
    })
    const known = (await answer.json()) as { offices: { id: string }[] }
    expect(known.offices.map(({ id }) => id)).toEqual(expect.arrayContaining(offices.map(({ id }) => id)))
    const [{ key }] = offices as [TestOffice]
    const { actions } = await usage(restored, key)
    expect((await chat(restored, key)).status).toBe(200)
    expect((await usage(restored, key)).actions.used).toBe(actions.used + 1)
  })

  it('holds the newest writes of a gateway that was killed, which are not in its databases themselves yet', async () => {
    const stateFolder = join(folder(), 'data')
    await restoreBackup({ backup, stateFolder })
    const restored = await start(stateFolder)
    const [office] = offices as [TestOffice]
    expect((await chat(restored, office.key)).status).toBe(200)
    const ended = new Promise((resolve) => restored.process.once('exit', resolve))
    restored.process.kill('SIGKILL')
    await ended
    const rows = auditRows(stateFolder, office)
    const made = await makeBackup({ stateFolder, into: folder() })
    expect(auditRows(made.folder, office)).toBe(rows)
  })

  it('is not restored under a gateway that runs', async () => {
    const { stateFolder } = gateway
    const sentence = `Folder data ${stateFolder} sedang dipakai gerbang. Hentikan gerbang itu dahulu.`
    await expect(restoreBackup({ backup, stateFolder })).rejects.toThrow(new Error(sentence))
    await expect(restoreBackup({ backup, stateFolder, replace: true })).rejects.toThrow(new Error(sentence))
    const [{ key }] = offices as [TestOffice]
    expect((await gateway.chat(key, complaint)).status).toBe(200)
  })

  it('takes the place of a state that is moved aside, and leaves that one whole', async () => {
    const place = folder()
    const stateFolder = join(place, 'data')
    const old = await start(stateFolder)
    await old.stop()
    const ran = run('restore', backup, '--replace', '--data', stateFolder)
    expect(ran).toMatchObject({ code: 0, said: '' })
    const aside = readdirSync(place).find((name) => name.startsWith('data.lama-')) ?? ''
    expect(readdirSync(place).sort()).toEqual(['data', aside])
    expect(ran.printed).toContain(`Isi lamanya ada di ${join(place, aside)}.`)
    expect((await start(stateFolder)).adminToken).toBe(gateway.adminToken)
    expect((await start(join(place, aside))).adminToken).toBe(old.adminToken)
  })
})

function chat(gateway: RunningGateway, key: string): Promise<Response> {
  return fetch(`${gateway.url}/v1/chat/completions`, {
    method: 'POST',
    headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
    body: JSON.stringify(asking(complaint)),
  })
}

async function usage(gateway: RunningGateway, key: string): Promise<Usage> {
  const answer = await fetch(`${gateway.url}/v1/usage`, { headers: { authorization: `Bearer ${key}` } })
  return Usage.parse(await answer.json())
}

describe('a backup', () => {
  it('keeps as many as it is told to, the newest, and touches nothing else', async () => {
    const stateFolder = aState()
    const into = folder()
    const others = ['catatan.txt', '2025-01-01T00-00-00-000Z']
    writeFileSync(join(into, others[0]!), '')
    mkdirSync(join(into, others[1]!))
    const all: string[] = []
    for (const _ of times(4, () => null)) all.push((await makeBackup({ stateFolder, into })).folder)
    expect(run('backup', into, '--keep', '2', '--data', stateFolder).code).toBe(0)
    const left = readdirSync(into).filter((name) => !others.includes(name))
    expect(left).toHaveLength(2)
    expect(left).toContain(basename(all[3]!))
    expect(readdirSync(into)).toEqual(expect.arrayContaining(others))
  })

  it('takes the folder of the environment, as the gateway does', () => {
    const into = join(folder(), 'cadangan')
    const env = { ...process.env, PENDAMPING_DATA: aState() }
    const ran = spawnSync(process.execPath, [join(local, 'backup.ts'), into], { env, encoding: 'utf8' })
    expect(ran.status).toBe(0)
    expect(ran.stdout).toContain('(2 berkas, ')
    expect(modeOf(into)).toBe(0o700)
  })

  it('holds the key with which the gateway encrypts', async () => {
    const stateFolder = aState()
    writeFileSync(join(stateFolder, 'master-key'), 'rahasia')
    const { folder: backup } = await makeBackup({ stateFolder, into: folder() })
    expect(readFileSync(join(backup, 'master-key'), 'utf8')).toBe('rahasia')
    expect(modeOf(join(backup, 'master-key'))).toBe(0o600)
  })

  it('takes no secret through a link', async () => {
    const stateFolder = aState()
    const into = folder()
    const link = join(stateFolder, 'master-key')
    symlinkSync('/dev/null', link)
    await expect(makeBackup({ stateFolder, into })).rejects.toThrow(new Error(`${link} bukan berkas biasa.`))
    expect(readdirSync(into)).toEqual([])
  })

  it('goes on without an object that went away before its turn', async () => {
    const stateFolder = aState()
    // As such a one: listed, and not there when it is opened.
    symlinkSync('tidak-ada', join(stateFolder, 'objects', 'pendamping-city', `${'b'.repeat(64)}.sqlite`))
    const { files } = await makeBackup({ stateFolder, into: folder() })
    expect(files.map(({ path }) => path)).toEqual([
      'admin-token',
      `objects/pendamping-city/${'a'.repeat(64)}.sqlite`,
    ])
  })

  it('of an object that has written nothing yet is whole', async () => {
    const stateFolder = aState()
    writeFileSync(join(stateFolder, 'objects', 'pendamping-city', `${'b'.repeat(64)}.sqlite`), '')
    const { files } = await makeBackup({ stateFolder, into: folder() })
    expect(files).toHaveLength(3)
  })

  it('ends with one sentence and leaves nothing where a database is spoiled', () => {
    const stateFolder = aState()
    const into = folder()
    const spoiled = join(stateFolder, 'objects', 'pendamping-city', `${'b'.repeat(64)}.sqlite`)
    writeFileSync(spoiled, 'bukan basis data'.repeat(1000))
    expect(run('backup', into, '--data', stateFolder)).toEqual({
      code: 1,
      said: `Basis data ${spoiled} tidak dapat disalin: file is not a database.\n`,
      printed: '',
    })
    expect(readdirSync(into)).toEqual([])
  })

  it('leaves nothing where pages of a database are spoiled, which only a look at all of it shows', async () => {
    const stateFolder = aState()
    const into = folder()
    const city = join(stateFolder, 'objects', 'pendamping-city', `${'a'.repeat(64)}.sqlite`)
    const bytes = readFileSync(city)
    writeFileSync(city, bytes.fill(0xff, 4096))
    await expect(makeBackup({ stateFolder, into })).rejects.toThrow(
      `Basis data ${city} tidak dapat disalin: `,
    )
    expect(readdirSync(into)).toEqual([])
  })

  it('leaves nothing where it is stopped', async () => {
    const into = folder()
    const signal = AbortSignal.abort(new Error('Dihentikan sebelum selesai.'))
    await expect(makeBackup({ stateFolder: aState(), into, signal })).rejects.toThrow('Dihentikan')
    expect(readdirSync(into)).toEqual([])
  })

  it('refuses a place where it would do harm, or a folder without state, with one sentence', async () => {
    const stateFolder = aState()
    const empty = folder()
    const inside = join(stateFolder, 'cadangan')
    const unmounted = join(empty, 'disk', 'cadangan')
    await expect(makeBackup({ stateFolder: empty, into: folder() })).rejects.toThrow(
      new Error(`Di ${empty} tidak ada data gerbang. Beri foldernya dengan PENDAMPING_DATA atau --data.`),
    )
    await expect(makeBackup({ stateFolder, into: inside })).rejects.toThrow(
      new Error(`Folder cadangan ${inside} ada di dalam folder data. Pilih yang di luarnya.`),
    )
    await expect(makeBackup({ stateFolder, into: unmounted })).rejects.toThrow(
      new Error(`${dirname(unmounted)} tidak ada, maka ${unmounted} tidak dibuat.`),
    )
  })

  const usage = 'Pakai: npm run backup -- <folder cadangan> [--keep <jumlah>] [--data <folder data>]\n'
  it.each([
    [[], usage],
    [['a', 'b'], usage],
    [['a', '--simpan', '3'], usage],
    [['a', '--keep', '0'], '--keep harus bilangan bulat, 1 atau lebih.\n'],
    [['a', '--keep', 'semua'], '--keep harus bilangan bulat, 1 atau lebih.\n'],
  ])('says how it is used where it is given %j', (args, sentence) => {
    expect(run('backup', ...args)).toEqual({ code: 1, said: sentence, printed: '' })
  })
})

describe('a restore', () => {
  /** A backup of a small state; what a test does to it harms no other. */
  async function aBackup(): Promise<string> {
    return (await makeBackup({ stateFolder: aState(), into: folder() })).folder
  }

  const city = `objects/pendamping-city/${'a'.repeat(64)}.sqlite`
  it.each<[string, (file: string) => void]>([
    ['with another byte', (file) => writeFileSync(file, readFileSync(file).fill(1, 100, 101))],
    ['cut short', (file) => truncateSync(file, 4096)],
    ['gone', (file) => rmSync(file)],
    [
      'a link to the same',
      (file) => {
        cpSync(file, `${file}-lain`)
        rmSync(file)
        symlinkSync(`${file}-lain`, file)
      },
    ],
  ])('refuses a backup with a file %s, and changes nothing', async (_, spoil) => {
    const backup = await aBackup()
    spoil(join(backup, city))
    const place = folder()
    const stateFolder = join(place, 'data')
    cpSync(aState(), stateFolder, { recursive: true })
    const before = everythingIn(stateFolder)
    const ran = run('restore', backup, '--replace', '--data', stateFolder)
    expect(ran.code).toBe(1)
    expect(ran.said.trim().split('\n')).toHaveLength(1)
    expect(ran.said).toContain(city)
    expect(readdirSync(place)).toEqual(['data'])
    expect(everythingIn(stateFolder).filter((name) => name !== 'lock')).toEqual(before)
  })

  it.each<[string, (manifest: Record<string, unknown>) => unknown, string]>([
    ['of another version', (manifest) => ({ ...manifest, version: 2 }), 'dibuat program lain (versi 2)'],
    ['torn', () => undefined, 'rusak. Pakai cadangan lain.'],
    ['without files', ({ version, madeAt }) => ({ version, madeAt }), 'rusak. Pakai cadangan lain.'],
    [
      'that points out of its folder',
      (manifest) => ({
        ...manifest,
        files: [{ path: 'objects/../../../x.sqlite', bytes: 0, sha256: '0'.repeat(64) }],
      }),
      'rusak. Pakai cadangan lain.',
    ],
  ])('refuses a manifest %s', async (_, change, sentence) => {
    const backup = await aBackup()
    const file = join(backup, manifestName)
    const manifest = JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>
    writeFileSync(file, JSON.stringify(change(manifest)) ?? '{"version":')
    const stateFolder = join(folder(), 'data')
    await expect(restoreBackup({ backup, stateFolder })).rejects.toThrow(sentence)
    expect(existsSync(stateFolder)).toBe(false)
  })

  it('refuses a folder that is no backup', () => {
    const backup = folder()
    expect(run('restore', backup, '--data', join(folder(), 'data'))).toEqual({
      code: 1,
      said: `${backup} bukan cadangan: ${manifestName} tidak ada di dalamnya.\n`,
      printed: '',
    })
  })

  it('refuses a folder with something in it, and puts nothing there', async () => {
    const stateFolder = aState()
    const before = everythingIn(stateFolder)
    await expect(restoreBackup({ backup: await aBackup(), stateFolder })).rejects.toThrow(
      new Error(
        `Folder data ${stateFolder} tidak kosong. Dengan --replace isinya dipindahkan ke sampingnya lebih dahulu.`,
      ),
    )
    expect(everythingIn(stateFolder)).toEqual(before)
  })

  it('fills an empty folder, privately', async () => {
    const stateFolder = folder()
    chmodSync(stateFolder, 0o755)
    const { movedTo } = await restoreBackup({ backup: await aBackup(), stateFolder, replace: true })
    expect(movedTo).toBeUndefined()
    expect(modeOf(stateFolder)).toBe(0o700)
    expect(
      everythingIn(stateFolder).filter((name) => (modeOf(join(stateFolder, name)) & 0o077) !== 0),
    ).toEqual([])
    expect(readFileSync(join(stateFolder, 'admin-token'), 'utf8')).toBe('token-admin-kota-lama\n')
  })

  it('follows a link to the state folder, and leaves the link', async () => {
    const place = folder()
    cpSync(aState(), join(place, 'disk', 'data'), { recursive: true })
    symlinkSync(join(place, 'disk', 'data'), join(place, 'tautan'))
    const { movedTo } = await restoreBackup({
      backup: await aBackup(),
      stateFolder: join(place, 'tautan'),
      replace: true,
    })
    expect(dirname(movedTo ?? '')).toBe(join(place, 'disk'))
    expect(existsSync(join(place, 'tautan', 'objects'))).toBe(true)
  })

  it('leaves nothing where it is stopped', async () => {
    const place = folder()
    const signal = AbortSignal.abort(new Error('Dihentikan sebelum selesai.'))
    const stopped = restoreBackup({ backup: await aBackup(), stateFolder: join(place, 'data'), signal })
    await expect(stopped).rejects.toThrow('Dihentikan')
    expect(readdirSync(place)).toEqual([])
  })

  it.runIf(process.getuid?.() === 0)('by root gives the files to whom the folder belonged', async () => {
    const stateFolder = folder()
    chownSync(stateFolder, 1234, 1234)
    await restoreBackup({ backup: await aBackup(), stateFolder })
    const owners = ['.', ...everythingIn(stateFolder)].map((name) => statSync(join(stateFolder, name)).uid)
    expect(new Set(owners)).toEqual(new Set([1234]))
  })
})
