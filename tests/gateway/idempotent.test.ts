// A program that lost the answer sends its request again with the same Idempotency-Key: done once, answered twice.
import { createHash, randomUUID } from 'node:crypto'
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aGateway, errorOf, times, type TestGateway } from './gateway.ts'

let gateway: TestGateway

beforeAll(async () => {
  gateway = await aGateway()
})
afterAll(() => gateway.end())

function post(path: string, body: object, key: string): Promise<Response> {
  return fetch(`${gateway.url}/admin/v1${path}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${gateway.adminToken}`, 'idempotency-key': key },
    body: JSON.stringify(body),
  })
}

const aKey = () => `uji-${randomUUID()}`

async function keysOf(office: string): Promise<{ label: string }[]> {
  const answer = await gateway.admin('GET', `/offices/${office}/keys`)
  return ((await answer.json()) as { keys: { label: string }[] }).keys
}

function stateBytes(): string {
  const files = readdirSync(gateway.stateFolder, { recursive: true, encoding: 'utf8' })
  return files
    .map((name) => join(gateway.stateFolder, name))
    .filter((path) => statSync(path).isFile())
    .map((path) => readFileSync(path, 'latin1'))
    .join('')
}

describe('the same request with the same key', () => {
  it('gets the same answer, also a key that is shown once, and is logged once', async () => {
    const { id } = await gateway.office()
    const idempotency = aKey()
    const [first, second] = [
      await post(`/offices/${id}/keys`, { label: 'loket' }, idempotency),
      await post(`/offices/${id}/keys`, { label: 'loket' }, idempotency),
    ]
    const [made, again] = [await first.text(), await second.text()]
    expect([first.status, second.status, again]).toEqual([201, 201, made])
    expect((await keysOf(id)).filter(({ label }) => label === 'loket')).toHaveLength(1)
    const { acts } = (await (await gateway.admin('GET', '/acts')).json()) as { acts: { detail: string }[] }
    const { id: keyId, key } = JSON.parse(made) as { id: string; key: string }
    expect(acts.filter(({ detail }) => detail.includes(keyId))).toHaveLength(1)
    // What is kept for the second answer opens for nobody who only has the disk.
    const bytes = stateBytes()
    expect(bytes).toContain(keyId)
    expect([bytes.includes(key), bytes.includes(idempotency)]).toEqual([false, false])
    // Nor is the row's name what it was sealed with.
    expect(bytes).not.toContain(createHash('sha256').update(idempotency).digest('hex'))
  })

  it('sent ten times at once is done once; the others are told to wait or get the answer', async () => {
    const { id } = await gateway.office()
    const idempotency = aKey()
    const answers = await Promise.all(
      times(10, () => post(`/offices/${id}/keys`, { label: 'bersama' }, idempotency)),
    )
    const statuses = new Set(answers.map(({ status }) => status))
    expect([...statuses].every((status) => status === 201 || status === 409)).toBe(true)
    expect((await keysOf(id)).filter(({ label }) => label === 'bersama')).toHaveLength(1)
    expect((await post(`/offices/${id}/keys`, { label: 'bersama' }, idempotency)).status).toBe(201)
  })

  it('outlives a crash', async () => {
    const idempotency = aKey()
    const body = { id: 'sekali', name: 'Dinas Sekali' }
    expect((await post('/offices', body, idempotency)).status).toBe(201)
    await gateway.kill()
    await gateway.startAgain()
    expect((await post('/offices', body, idempotency)).status).toBe(201)
    expect((await gateway.admin('POST', '/offices', body)).status).toBe(409)
  })
})

it('another request with the same key is refused, and does nothing', async () => {
  const { id } = await gateway.office()
  const idempotency = aKey()
  await post(`/offices/${id}/keys`, { label: 'satu' }, idempotency)
  const other = await post(`/offices/${id}/keys`, { label: 'dua' }, idempotency)
  expect([other.status, (await errorOf(other)).code]).toEqual([422, 'key_used_otherwise'])
  expect((await keysOf(id)).map(({ label }) => label)).not.toContain('dua')
})

it('a request that was refused may be mended and sent with the same key', async () => {
  const { id } = await gateway.office()
  const idempotency = aKey()
  expect((await post(`/offices/${id}/keys`, { label: '' }, idempotency)).status).toBe(400)
  expect((await post(`/offices/${id}/keys`, { label: 'benar' }, idempotency)).status).toBe(201)
})

it('a key that could be guessed is refused', async () => {
  const answer = await post('/offices', { id: 'x', name: 'X' }, 'coba-1')
  expect(await errorOf(answer)).toMatchObject({ code: 'invalid_request', param: 'idempotency-key' })
})
