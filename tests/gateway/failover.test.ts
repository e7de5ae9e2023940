// One upstream takes over from another before the first piece of text, never after it; header, audit and charge name the
// one that answered. What needs a clock: tests/unit/failover.test.ts.
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { aGateway, asking, errorOf, freePort, readUntil, textOf, type TestGateway } from './gateway.ts'
import { auditOf, forgetUpstreams, privateAllowed, register, registered } from './registering.ts'
import {
  anUpstream,
  chunk,
  neverAnswers,
  refuses,
  roleChunk,
  says,
  sends,
  sendsBytes,
  type Script,
  type Upstream,
} from './upstream.ts'

let gateway: TestGateway
let first: Upstream
let second: Upstream

beforeAll(async () => {
  first = await anUpstream()
  second = await anUpstream()
  gateway = await aGateway({
    ...privateAllowed,
    PENDAMPING_FIRST_TOKEN_SECONDS: '0.3',
    PENDAMPING_IDLE_SECONDS: '0.3',
  })
})
afterEach(() => forgetUpstreams(gateway))
afterAll(async () => {
  await gateway.end()
  await first.end()
  await second.end()
})

const complaint = 'Sampah menumpuk di pasar lama sejak pekan lalu.'
const streamed = asking(complaint, { stream: true })

/** Two upstreams for all, the first asked first. @returns their names */
async function aPair(): Promise<[string, string]> {
  return [await register(gateway, first, { priority: 1 }), await register(gateway, second, { priority: 2 })]
}

const onlyThinks = sends(chunk({ reasoning_content: 'Warga ini…' }), chunk({}, 'length'), '[DONE]')

describe('before the first text another takes over', () => {
  it.each<[string, Script]>([
    ['429', refuses(429)],
    ['500', refuses(500)],
    ['503', refuses(503)],
    ['401: its key is wrong', refuses(401)],
    ['404: its model is gone', refuses(404)],
    ['broken JSON', sendsBytes('data: {"choices": [{"delta"\n\n')],
    ['a torn connection', (reply) => reply.tear()],
    ['no first token in time', neverAnswers],
    ['a greeting and no token in time', (reply) => reply.frame(roleChunk)],
    ['an empty answer', says('')],
  ])('after %s', async (_, script) => {
    const [, other] = await aPair()
    const office = await gateway.office()
    first.answers(script)
    second.answers(says('Siap laksana.'))
    const answer = await gateway.chat(office.key, streamed)
    expect(answer.status).toBe(200)
    expect(textOf(await answer.text())).toBe('Siap laksana.')
    expect(await auditOf(gateway, office.id)).toMatchObject([{ upstream: other, outcome: 'answered' }])
    expect((await gateway.usage(office.key)).actions.used).toBe(1)
  })

  it('after a connection that nobody takes', async () => {
    await register(gateway, { url: `http://127.0.0.1:${await freePort()}/v1` }, { priority: 1 })
    await register(gateway, second)
    second.answers(says('Siap.'))
    const answer = await gateway.chat((await gateway.office()).key, streamed)
    expect(textOf(await answer.text())).toBe('Siap.')
  })

  it('after Workers AI, which is not there outside Cloudflare', async () => {
    await register(gateway, first, { kind: 'workers-ai', priority: 1 })
    await register(gateway, second)
    second.answers(says('Siap.'))
    const answer = await gateway.chat((await gateway.office()).key, streamed)
    expect(textOf(await answer.text())).toBe('Siap.')
  })

  it('also for a caller who wants the answer whole', async () => {
    await aPair()
    first.answers(refuses(503))
    second.answers(says('Siap.'))
    const answer = await gateway.chat((await gateway.office()).key, complaint)
    expect(await answer.json()).toMatchObject({ choices: [{ message: { content: 'Siap.' } }] })
  })

  it('and gets the same text, redacted the same', async () => {
    await aPair()
    first.answers(refuses(500))
    second.answers(says('Siap.'))
    await gateway.chat((await gateway.office()).key, `${complaint} HP 0812-9876-5432.`)
    expect(second.requests[0]?.body.messages).toEqual(first.requests[0]?.body.messages)
    expect(second.requests[0]?.raw).not.toContain('0812')
  })

  it('and the header, the price and the charge are of the one that answered', async () => {
    await register(gateway, first, { priority: 1, rupiahOut: 9_000_000 })
    const engine = await register(gateway, second, { kind: 'offline', rupiahOut: 0 })
    const office = await gateway.office()
    first.answers(refuses(500))
    const answer = await gateway.chat(office.key, streamed)
    await answer.text()
    expect(answer.headers.get('x-pendamping-upstream')).toBe('offline')
    expect(await auditOf(gateway, office.id)).toMatchObject([{ upstream: engine, millirupiah: 0 }])
  })

  it('until there is none: then the last failure is told, and nothing charged', async () => {
    const [, other] = await aPair()
    const office = await gateway.office()
    first.answers(refuses(500))
    second.answers(refuses(503, { 'retry-after': '7' }))
    const answer = await gateway.chat(office.key, streamed)
    expect([answer.status, answer.headers.get('retry-after')]).toEqual([503, '7'])
    expect((await errorOf(answer)).code).toBe('upstream_busy')
    expect(await auditOf(gateway, office.id)).toMatchObject([{ upstream: other, outcome: 'upstream_busy' }])
    expect((await gateway.usage(office.key)).actions.used).toBe(0)
  })
})

describe('after the first text nobody takes over', () => {
  it.each<[string, Script]>([
    [
      'a torn connection',
      async (reply) => {
        await reply.frame(chunk({ content: 'Separuh' }))
        reply.tear()
      },
    ],
    ['broken JSON', sendsBytes(`data: ${JSON.stringify(chunk({ content: 'Separuh' }))}\n\n`, 'data: {\n\n')],
    ['silence', (reply) => reply.frame(chunk({ content: 'Separuh' }))],
  ])('after %s', async (_, script) => {
    const [one] = await aPair()
    const office = await gateway.office()
    first.answers(script)
    second.answers(says('Siap.'))
    const body = await (await gateway.chat(office.key, streamed)).text()
    expect(textOf(body)).toBe('Separuh')
    expect(body).toContain('upstream_broke_off')
    expect(second.requests).toEqual([])
    expect(await auditOf(gateway, office.id)).toMatchObject([
      { upstream: one, outcome: 'upstream_broke_off' },
    ])
  })

  it('and a client that leaves while the first is slow sends nobody to the second', async () => {
    const patient = await aGateway(privateAllowed)
    await register(patient, first, { priority: 1 })
    await register(patient, second, { priority: 2 })
    const office = await patient.office()
    first.answers(neverAnswers)
    second.answers(says('Siap.'))
    const client = new AbortController()
    const asked = patient.chat(office.key, streamed, { signal: client.signal })
    await first.asked()
    client.abort()
    await expect(asked).rejects.toThrow('aborted')
    await first.requests[0]!.left
    await patient.end()
    expect(second.requests).toEqual([])
  })
})

describe('a model that only thought', () => {
  it('is asked once more with thinking switched off', async () => {
    const [one] = await aPair()
    const office = await gateway.office()
    first.answers((reply, request) =>
      (request.raw.includes('enable_thinking') ? says('Siap.') : onlyThinks)(reply, request),
    )
    second.answers(says('Dua.'))
    expect(textOf(await (await gateway.chat(office.key, streamed)).text())).toBe('Siap.')
    expect(first.requests.map(({ raw }) => raw.includes('"enable_thinking":false'))).toEqual([false, true])
    expect(await auditOf(gateway, office.id)).toMatchObject([{ upstream: one }])
  })

  it('in the way of its server, where the register names one', async () => {
    await register(gateway, first, { thinking: 'think' })
    first.answers(onlyThinks)
    await gateway.chat((await gateway.office()).key, streamed)
    expect(first.requests).toHaveLength(2)
    expect(first.requests[1]?.body).toMatchObject({ think: false })
  })

  it('twice leaves it to the next', async () => {
    await aPair()
    first.answers(onlyThinks)
    second.answers(says('Siap.'))
    const answer = await gateway.chat((await gateway.office()).key, streamed)
    expect(textOf(await answer.text())).toBe('Siap.')
    expect(first.requests).toHaveLength(2)
  })

  it('says so, also where its server refuses what switches thinking off', async () => {
    await register(gateway, first)
    first.answers((reply, request) =>
      (request.raw.includes('enable_thinking') ? refuses(400) : onlyThinks)(reply, request),
    )
    const answer = await gateway.chat((await gateway.office()).key, streamed)
    expect((await errorOf(answer)).code).toBe('upstream_empty')
  })
})

describe('the circuit breaker', () => {
  it('leaves an upstream alone after three failures, and the register shows it', async () => {
    const [one] = await aPair()
    const office = await gateway.office()
    first.answers(refuses(500))
    second.answers(says('Siap.'))
    for (const _ of [1, 2, 3, 4, 5]) await (await gateway.chat(office.key, streamed)).text()
    expect([first.requests.length, second.requests.length]).toEqual([3, 5])
    expect(await registered(gateway)).toContainEqual(expect.objectContaining({ id: one, breaker: 'open' }))
  })

  it('is not moved by a text that the server refuses', async () => {
    await aPair()
    const office = await gateway.office()
    first.answers(refuses(400))
    second.answers(says('Siap.'))
    for (const _ of [1, 2, 3, 4]) await (await gateway.chat(office.key, streamed)).text()
    expect(first.requests).toHaveLength(4)
  })
})

describe('the rate that an upstream allows', () => {
  it('sends the next request to another', async () => {
    await register(gateway, first, { priority: 1, requestsPerMinute: 1 })
    await register(gateway, second, { priority: 2 })
    const office = await gateway.office()
    first.answers(says('Satu.'))
    second.answers(says('Dua.'))
    const ask = async () => textOf(await (await gateway.chat(office.key, streamed)).text())
    expect([await ask(), await ask()]).toEqual(['Satu.', 'Dua.'])
  })

  it('makes requests wait that have nobody else, and tells each its place', async () => {
    await register(gateway, first, { requestsPerMinute: 1 })
    const office = await gateway.office()
    first.answers(says('Satu.'))
    await (await gateway.chat(office.key, streamed)).text()
    const waiting = async () => (await gateway.chat(office.key, streamed)).body!.getReader()
    const one = await waiting()
    await readUntil(one, ': antrean 1\n\n')
    const two = await waiting()
    await readUntil(two, ': antrean 2\n\n')
    await one.cancel()
    await readUntil(two, ': antrean 1\n\n')
    await two.cancel()
    expect(first.requests).toHaveLength(1)
  })

  it('gives back what a request had reserved whose reader did not wait', async () => {
    await register(gateway, first, { requestsPerMinute: 1 })
    const office = await gateway.office()
    first.answers(says('Satu.'))
    await (await gateway.chat(office.key, streamed)).text()
    const reader = (await gateway.chat(office.key, streamed)).body!.getReader()
    await readUntil(reader, ': antrean 1\n\n')
    await reader.cancel()
    await vi.waitFor(
      async () =>
        expect(await auditOf(gateway, office.id)).toMatchObject([
          { outcome: 'answered' },
          { outcome: 'client_gone', tokensIn: 0 },
        ]),
      { timeout: 10_000 },
    )
    expect((await gateway.usage(office.key)).actions.used).toBe(1)
  })
})
