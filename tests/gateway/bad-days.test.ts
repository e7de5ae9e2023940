// Days that come once a year: what then must still hold.
import { execFileSync, spawnSync } from 'node:child_process'
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startGateway } from '../../gateway/local/workerd.ts'
import { aFolder, aGateway, asking, errorOf, freePort, times, type TestGateway } from './gateway.ts'
import { anUpstream, chunk, says, type Script, type Upstream } from './upstream.ts'

let gateway: TestGateway
let upstream: Upstream
beforeAll(async () => {
  upstream = await anUpstream()
  gateway = await aGateway({ PENDAMPING_UPSTREAM: upstream.url })
})
afterAll(async () => {
  await gateway.end()
  await upstream.end()
})

describe('an upstream that babbles for ever', () => {
  const babbles: Script = async (reply) => {
    while (reply.open()) await reply.frame(chunk({ content: 'dan seterusnya '.repeat(50) }))
  }
  const thinks: Script = async (reply) => {
    while (reply.open()) await reply.frame(chunk({ reasoning_content: 'hmm '.repeat(20_000) }))
  }

  it('is cut off, and what came stands as an answer that reached its limit', async () => {
    upstream.answers(babbles)
    const { key } = await gateway.office()
    const answer = await (await gateway.chat(key, asking('Lampu mati.', { stream: true }))).text()
    expect(answer).toContain('"finish_reason":"length"')
    expect(answer).toContain('[DONE]')
    await upstream.requests[0]!.left
  })

  it('in thoughts alone is an empty answer, and costs nothing', async () => {
    upstream.answers(thinks)
    const { key } = await gateway.office()
    const answer = await gateway.chat(key, 'Lampu mati.')
    expect((await errorOf(answer)).code).toBe('upstream_empty')
    expect((await gateway.usage(key)).actions.used).toBe(0)
    await upstream.requests[0]!.left
  })
})

describe('too much at once', () => {
  it('a body of 64 MB is refused unread, and the next request is answered', async () => {
    upstream.answers(says('Baik.'))
    const { key } = await gateway.office()
    const huge = await gateway
      .chat(key, asking('a'.repeat(64_000_000)))
      .then((answer) => answer.status)
      // The gateway may hang up before all of it was sent.
      .catch(() => 413)
    expect(huge).toBe(413)
    expect((await gateway.chat(key, 'Lampu mati.')).status).toBe(200)
  })

  it('a line of a million characters is answered like any other', async () => {
    upstream.answers(says('Baik.'))
    const { key } = await gateway.office()
    expect((await gateway.chat(key, `Lampu mati. ${'a'.repeat(1_000_000)}`)).status).toBe(200)
  })

  it('a thousand wrong keys at once get nowhere, leave nothing behind, and hold nobody up', async () => {
    upstream.answers(says('Baik.'))
    const office = await gateway.office()
    const folder = join(gateway.stateFolder, 'objects', 'pendamping-office')
    const before = readdirSync(folder).filter((name) => name.endsWith('.sqlite')).length
    const secret = 'x'.repeat(43)
    const wrong = times(1000, (at) =>
      gateway.chat(`pdp_${at % 2 ? office.id : `kantor-${at}`}_${'0'.repeat(10)}_${secret}`, 'Halo'),
    )
    const good = gateway.chat(office.key, 'Lampu mati.')
    const codes = await Promise.all(wrong.map(async (answer) => (await errorOf(await answer)).code))
    expect(new Set(codes)).toEqual(new Set(['key_unknown']))
    expect((await good).status).toBe(200)
    expect(readdirSync(folder).filter((name) => name.endsWith('.sqlite')).length).toBe(before)
  })
})

/** A file system of two megabytes, which only root may mount. */
function aSmallDisk(): string | null {
  const folder = aFolder()
  const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=2m,mode=700', 'tmpfs', folder])
  return mounted.status === 0 ? folder : null
}

describe('a full disk', () => {
  it('refuses what could not be accounted for, and works again when there is room', async ({ skip }) => {
    const disk = aSmallDisk()
    if (!disk) return skip('mounting needs root')
    const state = join(disk, 'gerbang')
    mkdirSync(state)
    const running = await startGateway({
      port: await freePort(),
      stateFolder: state,
      env: { PENDAMPING_UPSTREAM: upstream.url },
      log: () => {},
    })
    const call = (path: string, token: string, body: object) =>
      fetch(`${running.url}${path}`, {
        method: 'POST',
        headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
        body: JSON.stringify(body),
      })
    try {
      await call('/admin/v1/offices', running.adminToken, { id: 'kominfo', name: 'Dinas Kominfo' })
      const made = await call('/admin/v1/offices/kominfo/keys', running.adminToken, { label: 'uji' })
      const { key } = (await made.json()) as { key: string }
      upstream.answers(says('Baik.'))
      expect((await call('/v1/chat/completions', key, asking('Lampu mati.'))).status).toBe(200)

      fill(join(disk, 'penuh'))
      upstream.answers(says('Baik.'))
      const refused = await Promise.all(
        times(20, () => call('/v1/chat/completions', key, asking('Lampu mati.'))),
      )
      // Some may still fit into what the database has already; one that was admitted is on the disk.
      const asked = upstream.requests.length
      const answered = refused.filter(({ status }) => status === 200).length
      expect(answered).toBeLessThan(20)
      expect(asked).toBeLessThanOrEqual(20)
      expect((await fetch(`${running.url}/healthz`)).status).toBe(200)

      rmSync(join(disk, 'penuh'))
      await expect
        .poll(async () => (await call('/v1/chat/completions', key, asking('Lampu mati.'))).status, {
          timeout: 20_000,
        })
        .toBe(200)
    } finally {
      await running.stop()
      execFileSync('umount', [disk])
      rmSync(disk, { recursive: true, force: true })
    }
  })
})

function fill(file: string): void {
  try {
    for (;;) writeFileSync(file, Buffer.alloc(4096), { flag: 'a' })
  } catch {
    // Full.
  }
}
