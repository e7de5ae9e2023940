// Alarms over real sockets: kept for the console, and sent to a webhook that can check who sent them.
import { createHmac } from 'node:crypto'
import { createServer, type Server } from 'node:http'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { aGateway, times, type TestGateway } from './gateway.ts'

const secret = 'rahasia-webhook-uji'
const complaint = 'Lampu jalan mati. HP 0812-9876-5432.'

interface Call {
  body: string
  signature: string
}

let gateway: TestGateway
let webhook: Server
let calls: Call[]

beforeAll(async () => {
  calls = []
  webhook = createServer((request, response) => {
    let body = ''
    request.setEncoding('utf8')
    request.on('data', (part: string) => (body += part))
    request.on('end', () => {
      calls.push({ body, signature: String(request.headers['x-pendamping-signature']) })
      response.writeHead(204).end()
    })
  })
  gateway = await aGateway({
    PENDAMPING_WEBHOOK: await addressOf(webhook),
    PENDAMPING_WEBHOOK_SECRET: secret,
  })
})
afterAll(async () => {
  await gateway.end()
  webhook.close()
})

async function addressOf(server: Server): Promise<string> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  return `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}/alarm`
}

interface Listed {
  office: { id: string; name: string }
  name: string
  level: number
  used: number
  cap: number
  sentAt: number | null
}

async function listed(from: TestGateway, office: string): Promise<Listed[]> {
  const { alarms } = (await (await from.admin('GET', '/alarms')).json()) as { alarms: Listed[] }
  return alarms.filter((alarm) => alarm.office.id === office)
}

const callsOf = (office: string) =>
  calls
    .map((call) => ({ ...call, alarm: JSON.parse(call.body) as Listed }))
    .filter(({ alarm }) => alarm.office.id === office)

async function act(from: TestGateway, key: string, count: number): Promise<void> {
  for (const _ of times(count, () => null)) await (await from.chat(key, complaint)).text()
}

describe('an office that comes to its cap', () => {
  it('raises 80 and 100 per cent once each, for the console and for the webhook', async () => {
    const { id, key } = await gateway.office({ office: { actionsPerDay: 5 } })
    await act(gateway, key, 3)
    expect(await listed(gateway, id)).toEqual([])
    await act(gateway, key, 5)
    await vi.waitFor(() => expect(callsOf(id)).toHaveLength(2), { timeout: 10_000 })
    expect(callsOf(id).map(({ alarm: { name, level, cap } }) => [name, level, cap])).toEqual([
      ['officeDay', 80, 5],
      ['officeDay', 100, 5],
    ])
    await vi.waitFor(
      async () =>
        expect((await listed(gateway, id)).map(({ level, sentAt }) => [level, typeof sentAt])).toEqual([
          [100, 'number'],
          [80, 'number'],
        ]),
      { timeout: 10_000 },
    )
  })

  it('raises each once, though many requests pass the mark at once', async () => {
    const { id, key } = await gateway.office({ office: { actionsPerMonth: 20 } })
    await Promise.all(times(40, () => act(gateway, key, 1)))
    await vi.waitFor(() => expect(callsOf(id)).toHaveLength(2), { timeout: 10_000 })
    expect((await listed(gateway, id)).map(({ level }) => level).sort()).toEqual([100, 80])
  })
})

describe('what the webhook gets', () => {
  it('is signed: HMAC-SHA256 of time and body, as they came', async () => {
    const { id, key } = await gateway.office({ office: { actionsPerDay: 1 } })
    await act(gateway, key, 1)
    await vi.waitFor(() => expect(callsOf(id)).toHaveLength(2), { timeout: 10_000 })
    for (const { body, signature } of callsOf(id)) {
      const [, seconds = '', given] = /^t=(\d+),v1=([0-9a-f]{64})$/.exec(signature) ?? []
      expect(given).toBe(createHmac('sha256', secret).update(`${seconds}.${body}`).digest('hex'))
      expect(Math.abs(Date.now() / 1000 - Number(seconds))).toBeLessThan(60)
    }
  })

  it('holds figures and names of ours, no key and nothing of the text', async () => {
    const { id, key } = await gateway.office({ office: { actionsPerDay: 1 } })
    await act(gateway, key, 1)
    await vi.waitFor(() => expect(callsOf(id)).toHaveLength(2), { timeout: 10_000 })
    const [{ body, alarm } = { body: '', alarm: {} }] = callsOf(id)
    expect(Object.keys(alarm)).toEqual([
      'id',
      'office',
      'name',
      'subject',
      'period',
      'level',
      'used',
      'cap',
      'at',
    ])
    expect(body).not.toContain(key.slice(-43))
    expect(body).not.toMatch(/Lampu|0812/)
  })
})

describe('a gateway without the secret', () => {
  let silent: TestGateway
  let reached = 0
  let nobody: Server

  beforeAll(async () => {
    nobody = createServer((_, response) => {
      reached += 1
      response.end()
    })
    silent = await aGateway({ PENDAMPING_WEBHOOK: await addressOf(nobody) })
  })
  afterAll(async () => {
    await silent.end()
    nobody.close()
  })

  it('keeps alarms for the console and sends nothing, also after a restart', async () => {
    const { id, key } = await silent.office({ office: { actionsPerDay: 1 } })
    await act(silent, key, 1)
    const kept = async () =>
      expect((await listed(silent, id)).map(({ level, sentAt }) => [level, sentAt])).toEqual([
        [100, null],
        [80, null],
      ])
    await vi.waitFor(kept, { timeout: 10_000 })
    await silent.kill()
    await silent.startAgain()
    await kept()
    expect(reached).toBe(0)
  })
})
