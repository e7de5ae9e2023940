// Caps that several keys share, asked by all of them at once: of an office, of a group, in actions and in Rupiah.
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { aGate, aGateway, errorOf, times, type TestGateway } from './gateway.ts'
import { auditOf, forgetUpstreams, privateAllowed, register } from './registering.ts'
import { anUpstream, refuses, says, type Upstream } from './upstream.ts'

let gateway: TestGateway
let upstream: Upstream

beforeAll(async () => {
  upstream = await anUpstream()
  gateway = await aGateway({ PENDAMPING_UPSTREAM: upstream.url, ...privateAllowed })
})
afterAll(async () => {
  await gateway.end()
  await upstream.end()
})

const complaint = 'Lampu jalan di depan kantor kelurahan mati sejak Senin.'

/** 200, or the code of the refusal. */
async function asked(key: string): Promise<unknown> {
  const answer = await gateway.chat(key, complaint)
  if (!answer.ok) return (await errorOf(answer)).code
  await answer.text()
  return answer.status
}

async function newKey(office: string, group?: string): Promise<string> {
  const made = await gateway.admin('POST', `/offices/${office}/keys`, { label: 'uji', group })
  return ((await made.json()) as { key: string }).key
}

async function aClass(office: string, limits: object): Promise<void> {
  await gateway.admin('POST', `/offices/${office}/groups`, { id: 'kelas', label: 'Kelas', limits })
}

/** How often each outcome came. */
async function counted(outcomes: Promise<unknown>[]): Promise<Record<string, number>> {
  const counts: Record<string, number> = {}
  for (const outcome of await Promise.all(outcomes))
    counts[String(outcome)] = (counts[String(outcome)] ?? 0) + 1
  return counts
}

describe('200 requests of ten keys at once', () => {
  it.each([
    ['groupDay', { actionsPerDay: 50 }],
    ['groupTotal', { actionsTotal: 50 }],
  ] as const)('against a cap of 50 of their class (%s)', async (row, limits) => {
    upstream.answers(says('Baik.'))
    const { id } = await gateway.office()
    await aClass(id, limits)
    const keys = await Promise.all(times(10, () => newKey(id, 'kelas')))
    const counts = await counted(times(200, (index) => asked(keys[index % 10]!)))
    expect(counts).toEqual({ 200: 50, group_quota_spent: 150 })
    expect(upstream.requests).toHaveLength(50)
    expect((await gateway.usage(keys[0]!))[row]).toMatchObject({ used: 50, cap: 50 })
  })

  it('against a cap of 50 of the day of their office', async () => {
    upstream.answers(says('Baik.'))
    const { id } = await gateway.office({ office: { actionsPerDay: 50 } })
    const keys = await Promise.all(times(10, () => newKey(id)))
    const counts = await counted(times(200, (index) => asked(keys[index % 10]!)))
    expect(counts).toEqual({ 200: 50, office_day_spent: 150 })
  })

  it('come to the same where each key asks one after the other', async () => {
    upstream.answers(says('Baik.'))
    const { id } = await gateway.office({ office: { actionsPerDay: 150 } })
    const keys = await Promise.all(times(10, () => newKey(id)))
    const outcomes = await Promise.all(
      keys.map(async (key) => {
        const own: unknown[] = []
        for (const _ of times(20, () => null)) own.push(await asked(key))
        return own
      }),
    )
    expect(await counted(outcomes.flat().map((outcome) => Promise.resolve(outcome)))).toEqual({
      200: 150,
      office_day_spent: 50,
    })
  })

  it('are not refused for what another key was given in advance and does not need', async () => {
    upstream.answers(says('Baik.'))
    const { id, key } = await gateway.office({ office: { actionsPerDay: 200 } })
    const other = await newKey(id)
    for (const _ of times(5, () => null)) expect(await asked(key)).toBe(200)
    const outcomes: unknown[] = []
    for (const _ of times(196, () => null)) outcomes.push(await asked(other))
    expect(await counted(outcomes.map((outcome) => Promise.resolve(outcome)))).toEqual({
      200: 195,
      office_day_spent: 1,
    })
  })
})

describe('300 requests of one key at once, in the middle of its run', () => {
  it.each([100, 250])('against a cap of %i', async (cap) => {
    upstream.answers(says('Baik.'))
    const { key } = await gateway.office({ key: { actionsPerDay: cap + 5 } })
    for (const _ of times(5, () => null)) expect(await asked(key)).toBe(200)
    expect(await counted(times(300, () => asked(key)))).toEqual({ 200: cap, day_quota_spent: 300 - cap })
  })
})

describe('a class whose total is spent', () => {
  it('is told so in figures, works again when the total is raised, and is shown to the admin', async () => {
    upstream.answers(says('Baik.'))
    const { id, key: staff } = await gateway.office()
    await aClass(id, { actionsTotal: 1 })
    const key = await newKey(id, 'kelas')
    expect([await asked(key), await asked(key), await asked(staff)]).toEqual([200, 'group_quota_spent', 200])
    const refused = await gateway.chat(key, complaint)
    expect(refused.status).toBe(429)
    expect(['limit', 'remaining'].map((name) => refused.headers.get(`x-ratelimit-${name}`))).toEqual([
      '1',
      '0',
    ])
    expect(refused.headers.get('x-should-retry')).toBe('false')
    const raised = await gateway.admin('PUT', `/offices/${id}/groups/kelas/limits`, { actionsTotal: 2 })
    expect(await raised.json()).toEqual({ id: 'kelas', label: 'Kelas', limits: { actionsTotal: 2 } })
    expect([await asked(key), await asked(key)]).toEqual([200, 'group_quota_spent'])
    expect(await (await gateway.admin('GET', `/offices/${id}`)).json()).toMatchObject({
      groups: [{ id: 'kelas', groupTotal: { used: 2, cap: 2 }, groupDay: { used: 2, cap: null } }],
    })
  })

  it('is not made twice, and not changed where it is not', async () => {
    const { id } = await gateway.office()
    await aClass(id, {})
    const again = await gateway.admin('POST', `/offices/${id}/groups`, { id: 'kelas', label: 'Lagi' })
    expect([again.status, (await errorOf(again)).code]).toEqual([409, 'already_exists'])
    const none = await gateway.admin('PUT', `/offices/${id}/groups/tidak-ada/limits`, {})
    expect([none.status, (await errorOf(none)).code]).toEqual([404, 'id_unknown'])
  })
})

describe('a cap in Rupiah', () => {
  const rupiah = async (office: string) => {
    const overview = (await (await gateway.admin('GET', `/offices/${office}`)).json()) as {
      officeRupiah: { used: number; cap: number }
    }
    return overview.officeRupiah
  }

  it('keeps the dearest that a request may come to while it runs, then charges whoever answered', async () => {
    await forgetUpstreams(gateway)
    await register(gateway, upstream, { priority: 1, rupiahIn: 1_000_000, rupiahOut: 2_000_000 })
    // Never asked, but it may be: 50 Rupiah a token.
    await register(gateway, upstream, { priority: 2, rupiahIn: 50_000_000, rupiahOut: 50_000_000 })
    const gate = aGate()
    upstream.answers(async (reply, request) => {
      await gate.opened
      await says('Baik.', { in: 100, out: 20 })(reply, request)
    })
    const { id, key } = await gateway.office({ office: { rupiahPerMonth: 1_000_000 } })
    const running = asked(key)
    await upstream.asked()
    const reserved = (await rupiah(id)).used
    expect(reserved).toBeGreaterThan(50 * 1000)
    await gateway.admin('PUT', `/offices/${id}/limits`, { rupiahPerMonth: 2 * reserved - 1 })
    expect(await asked(key)).toBe('month_quota_spent')
    gate.open()
    expect(await running).toBe(200)
    await vi.waitFor(async () => expect((await rupiah(id)).used).toBe(100 + 2 * 20), { timeout: 10_000 })
    expect(await auditOf(gateway, id)).toMatchObject([{ millirupiah: 140_000, tokensIn: 100, tokensOut: 20 }])
    expect(await asked(key)).toBe(200)
    await forgetUpstreams(gateway)
  })

  it('takes nothing for an answer that failed', async () => {
    await forgetUpstreams(gateway)
    await register(gateway, upstream, { rupiahIn: 1_000_000, rupiahOut: 2_000_000 })
    upstream.answers(refuses(500))
    const { id, key } = await gateway.office()
    expect(await asked(key)).toMatch(/^upstream_/)
    await vi.waitFor(async () => expect((await rupiah(id)).used).toBe(0), { timeout: 10_000 })
    await forgetUpstreams(gateway)
  })
})
