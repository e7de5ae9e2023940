// R1 to R3: the caps are exact under any concurrency and over a crash, everybody reads the same numbers, and what was
// not delivered costs nothing.
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { aGate, aGateway, asking, errorOf, readUntil, times, type TestGateway } from './gateway.ts'
import {
  anUpstream,
  chunk,
  neverAnswers,
  refuses,
  roleChunk,
  says,
  sends,
  type Script,
  type Upstream,
} from './upstream.ts'

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

const complaint = 'Lampu jalan di depan kantor kelurahan mati sejak Senin.'

async function countByStatus(answers: Promise<Response>[]): Promise<Record<string, number>> {
  const counts: Record<string, number> = {}
  for (const answer of await Promise.allSettled(answers)) {
    const status = answer.status === 'fulfilled' ? String(answer.value.status) : 'torn'
    if (answer.status === 'fulfilled') await answer.value.text().catch(() => '')
    counts[status] = (counts[status] ?? 0) + 1
  }
  return counts
}

/** Does it again when a minute ended in between, for then the limit is a new one. */
async function inOneMinute<T>(run: () => Promise<T>): Promise<T> {
  for (;;) {
    const minute = Math.floor(Date.now() / 60_000)
    const result = await run()
    if (Math.floor(Date.now() / 60_000) === minute) return result
  }
}

describe('caps (R1)', () => {
  it('admits exactly 100 of 200 requests that ask at once against a cap of 100', async () => {
    upstream.answers(says('Baik.'))
    const { key } = await gateway.office({ key: { actionsPerDay: 100 } })
    const answers = times(200, () => gateway.chat(key, complaint))
    expect(await countByStatus(answers)).toEqual({ 200: 100, 429: 100 })
    expect(upstream.requests).toHaveLength(100)
  })

  it('admits exactly as many as the cap when half of them stream and the office has the cap', async () => {
    upstream.answers(says('Baik.'))
    const { key } = await gateway.office({ office: { actionsPerMonth: 30 } })
    const answers = times(80, (index) => gateway.chat(key, asking(complaint, { stream: index % 2 === 0 })))
    expect(await countByStatus(answers)).toEqual({ 200: 30, 429: 50 })
  })

  it('lets not one of 200 requests over a cap of 50, though the process is killed twice in between', async () => {
    const baik = says('Baik.')
    // Every second request hangs until the process dies.
    const half: Script = (reply, request) => (upstream.requests.length % 2 ? baik(reply, request) : undefined)
    const { key } = await gateway.office({ key: { actionsPerDay: 50 } })
    upstream.answers(half)
    const ends: Record<string, number>[] = []
    for (const enough of [5, 25]) {
      const asked = countByStatus(times(20, () => gateway.chat(key, complaint)))
      await vi.waitFor(() => expect(upstream.requests.length).toBeGreaterThan(enough), {
        interval: 1,
        timeout: 20_000,
      })
      await gateway.kill()
      ends.push(await asked)
      await gateway.startAgain()
    }
    const seenBefore = upstream.requests.length
    upstream.answers(baik)
    ends.push(await countByStatus(times(160, () => gateway.chat(key, complaint))))

    const count = (status: string) => ends.reduce((sum, end) => sum + (end[status] ?? 0), 0)
    expect(ends[0]?.torn).toBeGreaterThan(0)
    expect(ends[1]?.torn).toBeGreaterThan(0)
    expect(count('200') + count('429') + count('torn')).toBe(200)
    expect(ends[2]?.['200']).toBeGreaterThanOrEqual(10)
    expect(seenBefore + upstream.requests.length).toBeLessThanOrEqual(50)
    expect((await gateway.usage(key)).actions).toMatchObject({ used: 50, cap: 50 })
    expect((await gateway.chat(key, complaint)).status).toBe(429)
  })

  it('keeps the cap of each key apart from its neighbour in the same office', async () => {
    upstream.answers(says('Baik.'))
    const { id, key } = await gateway.office({ key: { actionsPerDay: 1 } })
    const made = await gateway.admin('POST', `/offices/${id}/keys`, {
      label: 'lain',
      limits: { actionsPerDay: 1 },
    })
    const { key: other } = (await made.json()) as { key: string }
    await gateway.chat(key, complaint)
    expect((await gateway.chat(key, complaint)).status).toBe(429)
    expect((await gateway.chat(other, complaint)).status).toBe(200)
  })

  it('answers all of 400 requests that many keys of many offices ask at once, again and again', async () => {
    upstream.answers(says('Baik.'))
    const offices = await Promise.all(times(10, () => gateway.office({ key: { actionsPerDay: null } })))
    for (const _round of [1, 2, 3]) {
      const asked = times(400, async (index) => {
        const answer = await gateway.chat(
          offices[index % 10]!.key,
          asking('Lampu mati.', { stream: index % 3 === 0 }),
        )
        await answer.text()
        return answer.status
      })
      expect(new Set(await Promise.all(asked))).toEqual(new Set([200]))
    }
    const used = await Promise.all(offices.map(async ({ key }) => (await gateway.usage(key)).actions.used))
    expect(used).toEqual(times(10, () => 120))
  })

  it('adds the actions of all keys up to the cap of the office', async () => {
    upstream.answers(says('Baik.'))
    const { id, key } = await gateway.office({ office: { actionsPerMonth: 2 } })
    const made = await gateway.admin('POST', `/offices/${id}/keys`, { label: 'lain' })
    const { key: other } = (await made.json()) as { key: string }
    const statuses = [
      (await gateway.chat(key, complaint)).status,
      (await gateway.chat(other, complaint)).status,
      (await gateway.chat(key, complaint)).status,
    ]
    expect(statuses).toEqual([200, 200, 429])
  })

  it('holds a key to its actions a minute', async () => {
    upstream.answers(says('Baik.'))
    const statuses = await inOneMinute(async () => {
      const { key } = await gateway.office({ key: { actionsPerMinute: 3 } })
      return countByStatus(times(10, () => gateway.chat(key, complaint)))
    })
    expect(statuses).toEqual({ 200: 3, 429: 7 })
  })

  it('refuses what may cost more tokens than the office has left, before the upstream sees it', async () => {
    upstream.answers(says('Baik.'))
    const { key } = await gateway.office({ office: { tokensPerMonth: 400 } })
    const answer = await gateway.chat(key, complaint)
    expect(answer.status).toBe(429)
    expect((await errorOf(answer)).code).toBe('month_quota_spent')
    expect(upstream.requests).toHaveLength(0)
  })

  it('gives back the tokens that were reserved and not used, so that the next request finds room', async () => {
    upstream.answers(says('Baik.', { in: 100, out: 20 }))
    // A request reserves more than 1,200 tokens here: without giving back, the fifth would find no room.
    const { key } = await gateway.office({ office: { tokensPerMonth: 5000 } })
    for (const _ of times(6, () => null)) expect((await gateway.chat(key, complaint)).status).toBe(200)
    expect((await gateway.usage(key)).officeTokens.used).toBe(720)
  })

  it('counts itself where a server says that it used nothing', async () => {
    upstream.answers(says('Baik.', { in: 0, out: 0 }))
    const { key } = await gateway.office()
    await gateway.chat(key, complaint)
    expect((await gateway.usage(key)).tokens.used).toBeGreaterThan(100)
  })

  it('reserves the most that requests can cost while they run', async () => {
    const gate = aGate()
    upstream.answers(async (reply, request) => {
      await gate.opened
      await says('Baik.')(reply, request)
    })
    const { id, key } = await gateway.office()
    const running = gateway.chat(key, complaint)
    await upstream.asked()
    const reserved = (await gateway.usage(key)).officeTokens.used
    await gateway.admin('PUT', `/offices/${id}/limits`, { tokensPerMonth: 2 * reserved - 1 })
    const second = await gateway.chat(key, complaint)
    gate.open()
    expect(second.status).toBe(429)
    expect((await running).status).toBe(200)
  })

  it('holds a raised cap from the next request on', async () => {
    upstream.answers(says('Baik.'))
    const { id, key, keyId } = await gateway.office({ key: { actionsPerDay: 0 } })
    expect((await gateway.chat(key, complaint)).status).toBe(429)
    const stored = await gateway.admin('PUT', `/offices/${id}/keys/${keyId}/limits`, { actionsPerDay: 1 })
    expect(await stored.json()).toEqual({ actionsPerDay: 1 })
    expect((await gateway.chat(key, complaint)).status).toBe(200)
  })
})

describe('what a refusal says (R2)', () => {
  /** Seconds to the reset, as /v1/usage tells it. */
  const secondsTo = (resetsAt: string) => (Date.parse(resetsAt) - Date.now()) / 1000

  it('day cap: code, retry-after and /v1/usage say the same', async () => {
    upstream.answers(says('Baik.'))
    const { key } = await gateway.office({ key: { actionsPerDay: 1 } })
    await gateway.chat(key, complaint)
    const refused = await gateway.chat(key, complaint)
    const { actions } = await gateway.usage(key)
    expect((await errorOf(refused)).code).toBe('day_quota_spent')
    expect(actions).toMatchObject({ used: 1, cap: 1, resetsAt: expect.stringMatching(/T00:00:00\+07:00$/) })
    expect(['limit', 'remaining', 'reset'].map((name) => refused.headers.get(`x-ratelimit-${name}`))).toEqual(
      ['1', '0', actions.resetsAt],
    )
    expect(Math.abs(Number(refused.headers.get('retry-after')) - secondsTo(actions.resetsAt))).toBeLessThan(3)
  })

  it('minute cap: code, retry-after and /v1/usage say the same', async () => {
    upstream.answers(says('Baik.'))
    const [refused, usage, at] = await inOneMinute(async () => {
      const { key } = await gateway.office({ key: { actionsPerMinute: 1 } })
      await gateway.chat(key, complaint)
      return [await gateway.chat(key, complaint), await gateway.usage(key), Date.now()] as const
    })
    expect((await errorOf(refused)).code).toBe('minute_limit')
    expect(usage.minute).toMatchObject({ used: 1, cap: 1 })
    const left = (Date.parse(usage.minute.resetsAt) - at) / 1000
    expect(Math.abs(Number(refused.headers.get('retry-after')) - left)).toBeLessThan(3)
  })

  it('month cap in actions: code, retry-after and /v1/usage say the same', async () => {
    upstream.answers(says('Baik.'))
    const { key } = await gateway.office({ office: { actionsPerMonth: 1 } })
    await gateway.chat(key, complaint)
    const refused = await gateway.chat(key, complaint)
    const { officeActions } = await gateway.usage(key)
    expect((await errorOf(refused)).code).toBe('month_quota_spent')
    expect(officeActions).toMatchObject({
      used: 1,
      cap: 1,
      resetsAt: expect.stringMatching(/-01T00:00:00\+07:00$/),
    })
    expect(
      Math.abs(Number(refused.headers.get('retry-after')) - secondsTo(officeActions.resetsAt)),
    ).toBeLessThan(3)
  })

  it('month cap in tokens: refused at the cap, and /v1/usage shows what was used', async () => {
    upstream.answers(says('Baik.', { in: 4000, out: 900 }))
    const { key } = await gateway.office({ office: { tokensPerMonth: 5000 } })
    await gateway.chat(key, complaint)
    const refused = await gateway.chat(key, complaint)
    expect((await errorOf(refused)).code).toBe('month_quota_spent')
    expect((await gateway.usage(key)).officeTokens).toMatchObject({ used: 4900, cap: 5000 })
  })

  it('shows the default cap of a key that was given none, and no cap as null', async () => {
    const { key } = await gateway.office()
    const usage = await gateway.usage(key)
    expect(usage.actions).toMatchObject({ used: 0, cap: 500 })
    expect(usage.minute).toMatchObject({ used: 0, cap: null })
    expect(usage.officeActions).toMatchObject({ used: 0, cap: null })
  })

  it('a refusal costs nothing', async () => {
    upstream.answers(says('Baik.'))
    const { key } = await gateway.office({ key: { actionsPerDay: 1 } })
    await gateway.chat(key, complaint)
    await countByStatus(times(5, () => gateway.chat(key, complaint)))
    expect(await gateway.usage(key)).toMatchObject({ actions: { used: 1 }, officeActions: { used: 1 } })
  })
})

describe('settling by state (R3)', () => {
  it.each([true, false])(
    'gives all back when the upstream fails before the first token (stream: %s)',
    async (stream) => {
      upstream.answers(refuses(500))
      const { key } = await gateway.office()
      await (await gateway.chat(key, asking(complaint, { stream }))).text()
      expect(await gateway.usage(key)).toMatchObject({
        actions: { used: 0 },
        minute: { used: 0 },
        tokens: { used: 0 },
        officeActions: { used: 0 },
        officeTokens: { used: 0 },
      })
    },
  )

  it("charges the upstream's own count when it gives one", async () => {
    upstream.answers(says('Baik.', { in: 321, out: 45 }))
    const { key } = await gateway.office()
    await gateway.chat(key, complaint)
    expect(await gateway.usage(key)).toMatchObject({ actions: { used: 1 }, tokens: { used: 366 } })
  })

  it('charges what passed when the upstream does not count', async () => {
    upstream.answers(sends(roleChunk, chunk({ content: 'x'.repeat(300) }), chunk({}, 'stop'), '[DONE]'))
    const { key } = await gateway.office()
    await (await gateway.chat(key, asking(complaint, { stream: true }))).text()
    // A third of the characters, in and out.
    const prompt = upstream.requests[0]!.body.messages.map(({ content }) => content).join('\n')
    expect((await gateway.usage(key)).tokens.used).toBe(Math.ceil(prompt.length / 3) + 100)
  })

  it('charges what passed when the stream breaks off after the first token', async () => {
    upstream.answers(async (reply) => {
      await reply.frame(chunk({ content: 'y'.repeat(60) }))
      reply.tear()
    })
    const { key } = await gateway.office()
    await (await gateway.chat(key, asking(complaint, { stream: true }))).text()
    const prompt = upstream.requests[0]!.body.messages.map(({ content }) => content).join('\n')
    expect(await gateway.usage(key)).toMatchObject({
      actions: { used: 1 },
      tokens: { used: Math.ceil(prompt.length / 3) + 20 },
    })
  })

  it('gives all back when a whole answer breaks off, for nothing of it was delivered', async () => {
    upstream.answers(async (reply) => {
      await reply.frame(chunk({ content: 'Separuh jawaban' }))
      reply.tear()
    })
    const { key } = await gateway.office()
    expect((await gateway.chat(key, complaint)).status).toBe(502)
    expect(await gateway.usage(key)).toMatchObject({ actions: { used: 0 }, tokens: { used: 0 } })
  })

  it('charges what passed when the client leaves after the first token', async () => {
    upstream.answers(async (reply) => {
      await reply.frame(chunk({ content: 'z'.repeat(90) }))
    })
    const { key } = await gateway.office()
    const answer = await gateway.chat(key, asking(complaint, { stream: true }))
    const reader = answer.body!.getReader()
    await readUntil(reader, 'zzz')
    expect((await gateway.usage(key)).tokens.used).toBeGreaterThan(800)
    await reader.cancel()
    const prompt = upstream.requests[0]!.body.messages.map(({ content }) => content).join('\n')
    await vi.waitFor(
      async () =>
        expect(await gateway.usage(key)).toMatchObject({
          actions: { used: 1 },
          tokens: { used: Math.ceil(prompt.length / 3) + 30 },
        }),
      { timeout: 10_000 },
    )
  })

  it('gives all back when the client leaves before the first token', async () => {
    upstream.answers(neverAnswers)
    const { key } = await gateway.office()
    const client = new AbortController()
    const answer = gateway.chat(key, asking(complaint, { stream: true }), { signal: client.signal })
    await upstream.asked()
    expect((await gateway.usage(key)).actions.used).toBe(1)
    client.abort()
    await expect(answer).rejects.toThrow('aborted')
    await vi.waitFor(
      async () =>
        expect(await gateway.usage(key)).toMatchObject({ actions: { used: 0 }, tokens: { used: 0 } }),
      { timeout: 10_000 },
    )
  })

  it('keeps the charge of a request that a crash cut short', async () => {
    upstream.answers(neverAnswers)
    const { key } = await gateway.office()
    const answer = gateway.chat(key, complaint)
    const torn = expect(answer).rejects.toThrow('fetch failed')
    await upstream.asked()
    await gateway.kill()
    await torn
    await gateway.startAgain()
    expect((await gateway.usage(key)).actions.used).toBe(1)
  })
})
