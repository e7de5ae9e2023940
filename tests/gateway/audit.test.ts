// D9: one row of counts for each request that was admitted, and how it ended, with nothing of what it said.
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { aGateway, asking, readUntil, times, type TestGateway, type TestOffice } from './gateway.ts'
import { anUpstream, chunk, neverAnswers, refuses, says, type Upstream } from './upstream.ts'

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

const complaint = 'Lampu jalan mati. HP 0812-9876-5432.'

/** The audit rows of one key, read beside the running gateway. */
function rowsOf({ keyId }: TestOffice): Record<string, unknown>[] {
  const folder = join(gateway.stateFolder, 'objects', 'pendamping-office')
  return readdirSync(folder)
    .filter((name) => name.endsWith('.sqlite') && name !== 'metadata.sqlite')
    .flatMap((name) => {
      const database = new DatabaseSync(join(folder, name), { readOnly: true })
      const rows = database.prepare('SELECT * FROM audit WHERE key_id = ?').all(keyId)
      database.close()
      return rows.map((row) => ({ ...row }))
    })
}

/** Waits for the one row of the key. */
async function rowOf(office: TestOffice): Promise<Record<string, unknown>> {
  await vi.waitFor(() => expect(rowsOf(office)).toHaveLength(1), { timeout: 10_000 })
  return rowsOf(office)[0]!
}

/** How its request ended. */
const outcomeOf = async (office: TestOffice) => (await rowOf(office))['outcome']

describe('the audit', () => {
  it('says who asked what of whom, in counts', async () => {
    upstream.answers(says('Baik.', { in: 321, out: 45 }))
    const office = await gateway.office()
    await gateway.chat(office.key, complaint)
    const row = await rowOf(office)
    expect(row).toMatchObject({
      key_id: office.keyId,
      helper: 'summarise',
      upstream: 'env',
      data_class: 'internal',
      chars_in: 36,
      hidden: 1,
      tokens_in: 321,
      tokens_out: 45,
      outcome: 'answered',
    })
    expect(Math.abs(Number(row['minute']) - Date.now() / 60_000)).toBeLessThan(2)
  })

  it('holds no column that could hold content', async () => {
    upstream.answers(says('Baik.'))
    const office = await gateway.office()
    await gateway.chat(office.key, complaint)
    expect(Object.keys(await rowOf(office))).toEqual([
      'id',
      'minute',
      'key_id',
      'helper',
      'prompt_version',
      'upstream',
      'data_class',
      'chars_in',
      'hidden',
      'tokens_in',
      'tokens_out',
      'outcome',
      'milliseconds',
      'policy_revision',
      'chars_out',
      'millirupiah',
      'hash',
    ])
  })

  it('has one row for each of many at once', async () => {
    upstream.answers(says('Baik.'))
    const office = await gateway.office()
    await Promise.all(times(20, async () => (await gateway.chat(office.key, complaint)).text()))
    await vi.waitFor(() => expect(rowsOf(office)).toHaveLength(20), { timeout: 10_000 })
  })

  it('names the code of a failure, and no tokens where nothing was delivered', async () => {
    upstream.answers(refuses(429))
    const office = await gateway.office()
    await gateway.chat(office.key, complaint)
    expect(await rowOf(office)).toMatchObject({ outcome: 'upstream_busy', tokens_in: 0, tokens_out: 0 })
  })

  it('says that the stream broke off', async () => {
    upstream.answers(async (reply) => {
      await reply.frame(chunk({ content: 'Separuh' }))
      reply.tear()
    })
    const office = await gateway.office()
    await (await gateway.chat(office.key, asking(complaint, { stream: true }))).text()
    expect(await outcomeOf(office)).toBe('upstream_broke_off')
  })

  it('says that the client left while the upstream was silent after the first token', async () => {
    upstream.answers((reply) => reply.frame(chunk({ content: 'kata ' })))
    const office = await gateway.office()
    const reader = (await gateway.chat(office.key, asking(complaint, { stream: true }))).body!.getReader()
    await readUntil(reader, 'kata')
    await reader.cancel()
    expect(await outcomeOf(office)).toBe('client_gone')
  })

  it('says that the client left while the upstream was talking', async () => {
    upstream.answers(async (reply) => {
      while (reply.open()) await reply.frame(chunk({ content: 'kata ' }))
    })
    const office = await gateway.office()
    const reader = (await gateway.chat(office.key, asking(complaint, { stream: true }))).body!.getReader()
    await readUntil(reader, 'kata')
    await reader.cancel()
    expect(await outcomeOf(office)).toBe('client_gone')
  })

  it('says that the client left before the first token', async () => {
    upstream.answers(neverAnswers)
    const office = await gateway.office()
    const client = new AbortController()
    const asked = gateway.chat(office.key, asking(complaint, { stream: true }), { signal: client.signal })
    await upstream.asked()
    client.abort()
    await expect(asked).rejects.toThrow('aborted')
    expect(await outcomeOf(office)).toBe('client_gone')
  })

  it('charges a client that leaves while the model thinks: its thoughts were computed', async () => {
    upstream.answers(async (reply) => {
      while (reply.open()) await reply.frame(chunk({ reasoning_content: 'Warga ini bertanya… ' }))
    })
    const office = await gateway.office()
    const reader = (await gateway.chat(office.key, asking(complaint, { stream: true }))).body!.getReader()
    await reader.read()
    await reader.cancel()
    expect(await outcomeOf(office)).toBe('client_gone')
    const { actions, tokens } = await gateway.usage(office.key)
    expect(actions.used).toBe(1)
    expect(tokens.used).toBeGreaterThan(0)
  })

  it('has no row for what was refused at the door', async () => {
    const office = await gateway.office({ key: { actionsPerDay: 0 } })
    await gateway.chat(office.key, complaint)
    await gateway.chat(office.key, 'Sifat: Rahasia')
    expect(rowsOf(office)).toEqual([])
  })
})
