// Alarms where time decides: each raised once, sent again after a refusal, and the warnings before a key ends.
import { runDurableObjectAlarm, runInDurableObject } from 'cloudflare:test'
import { env } from 'cloudflare:workers'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { makeSecret } from '../../../gateway/src/admission/secret.ts'
import { raiseQuotaAlarms, type Alarm } from '../../../gateway/src/objects/alarms.ts'
import { endOfDate } from '../../../gateway/src/objects/jakarta.ts'
import type { Office } from '../../../gateway/src/objects/office.ts'

let names = 0
let now = 0
/** What the webhook got, and what it answers. */
let sent: { at: number; body: Alarm & { office: object }; signature: string | null }[] = []
let answers: () => Response = () => new Response()

beforeEach(() => {
  now = Date.parse('2030-06-15T03:00:00Z')
  sent = []
  answers = () => new Response()
  vi.spyOn(Date, 'now').mockImplementation(() => now)
  vi.spyOn(globalThis, 'fetch').mockImplementation(async (_, init) => {
    const signature = new Headers(init?.headers).get('x-pendamping-signature')
    sent.push({ at: now, body: JSON.parse(String(init?.body)) as Alarm & { office: object }, signature })
    return answers()
  })
  Object.assign(env, {
    PENDAMPING_WEBHOOK: 'https://ops.contoh.go.id/',
    PENDAMPING_WEBHOOK_SECRET: 'rahasia',
  })
})
afterEach(() => {
  vi.restoreAllMocks()
  for (const name of ['PENDAMPING_WEBHOOK', 'PENDAMPING_WEBHOOK_SECRET']) Reflect.deleteProperty(env, name)
})

async function anOffice(limits = {}): Promise<DurableObjectStub<Office>> {
  const id = `alarm-${(names += 1)}`
  const office = env.OFFICE.getByName(id)
  await office.open({ id, name: 'Dinas Uji', limits })
  return office
}

async function aKey(office: DurableObjectStub<Office>, more: { expiresAt?: number; group?: string } = {}) {
  const { id } = (await office.profile())!
  const { text: _, ...key } = await makeSecret('pdp', id)
  await office.addKey(key, { label: 'uji', limits: {}, expiresAt: null, group: null, ...more }, now)
  return key
}

const row = {
  helper: 'summarise',
  promptVersion: 1,
  upstream: 'offline',
  dataClass: 'umum',
  policyRevision: 0,
  charsIn: 1,
  charsOut: 1,
  hidden: 0,
  tokensIn: 60,
  tokensOut: 40,
  millirupiah: 100_000,
  outcome: 'answered',
  milliseconds: 1,
}

/** A whole request: 100 tokens, 100 Rupiah. */
async function act(office: DurableObjectStub<Office>, key: Awaited<ReturnType<typeof aKey>>): Promise<void> {
  const most = { tokens: 100, millirupiah: 100_000 }
  const lease = await office.admit(key, { helper: 'summarise', dataClass: 'umum', most }, now)
  if ('code' in lease) throw new Error(lease.code)
  await office.release(
    {
      id: crypto.randomUUID(),
      releases: [
        { lease: lease.lease, actions: 1, reserved: most, spent: most, row: { ...row, keyId: key.id } },
      ],
    },
    now,
  )
}

const raised = async (office: DurableObjectStub<Office>) =>
  (await office.alarms(50))
    .map(({ name, subject, period, level }) => [name, subject, period, level])
    .reverse()

/** Lets the object's clock strike, if it is set for now or earlier. */
async function strike(office: DurableObjectStub<Office>): Promise<boolean> {
  const at = await runInDurableObject(office, (_, state) => state.storage.getAlarm())
  return at !== null && at <= now && runDurableObjectAlarm(office)
}

describe('quota alarms', () => {
  it.each([
    ['actionsPerDay', 'officeDay', 5, '2030-06-15'],
    ['actionsPerMonth', 'officeActions', 5, '2030-06'],
    ['tokensPerMonth', 'officeTokens', 500, '2030-06'],
    ['rupiahPerMonth', 'officeRupiah', 500, '2030-06'],
  ])('of %s: at 80 and at 100 per cent, once each', async (limit, name, cap, period) => {
    const office = await anOffice({ [limit]: cap })
    const key = await aKey(office)
    const seen: number[] = []
    for (let times = 1; times <= 5; times += 1) {
      await act(office, key)
      seen.push((await raised(office)).length)
    }
    expect(seen).toEqual([0, 0, 0, 1, 2])
    expect(await raised(office)).toEqual([
      [name, '', period, 80],
      [name, '', period, 100],
    ])
  })

  it('of a group: of its day and of its total, with its name', async () => {
    const office = await anOffice()
    await office.addGroup({ id: 'kelas-a', label: 'A', limits: { actionsPerDay: 1, actionsTotal: 2 } }, now)
    const key = await aKey(office, { group: 'kelas-a' })
    await act(office, key)
    now += 86_400_000
    await act(office, key)
    expect(await raised(office)).toEqual([
      ['groupDay', 'kelas-a', '2030-06-15', 80],
      ['groupDay', 'kelas-a', '2030-06-15', 100],
      ['groupDay', 'kelas-a', '2030-06-16', 80],
      ['groupDay', 'kelas-a', '2030-06-16', 100],
      ['groupTotal', 'kelas-a', '', 80],
      ['groupTotal', 'kelas-a', '', 100],
    ])
  })

  it('come again in the next period', async () => {
    const office = await anOffice({ actionsPerDay: 1 })
    const key = await aKey(office)
    await act(office, key)
    now = Date.parse('2030-06-15T17:00:00Z')
    await act(office, key)
    expect((await raised(office)).map(([, , period]) => period)).toEqual([
      '2030-06-15',
      '2030-06-15',
      '2030-06-16',
      '2030-06-16',
    ])
  })

  it('are not raised without a cap, or with a cap of 0', async () => {
    const office = await anOffice()
    await runInDurableObject(office, (_, state) => {
      const allowance = (cap: number | null) => ({ used: 9, cap, resetsAt: '' })
      const rows = { officeDay: allowance(null), officeActions: allowance(0) }
      expect(raiseQuotaAlarms(state.storage.sql, rows, '', now)).toBe(false)
    })
  })
})

describe('the webhook', () => {
  async function withOneAlarm(): Promise<DurableObjectStub<Office>> {
    const office = await anOffice({ actionsPerDay: 1 })
    await runInDurableObject(office, (_, state) => {
      const rows = { officeDay: { used: 8, cap: 10, resetsAt: '' } }
      raiseQuotaAlarms(state.storage.sql, rows, '', now)
      return state.storage.setAlarm(now)
    })
    return office
  }

  it('gets an alarm once, with its figures', async () => {
    const office = await withOneAlarm()
    expect(await strike(office)).toBe(true)
    expect(await strike(office)).toBe(false)
    expect(sent).toHaveLength(1)
    expect(sent[0]?.body).toMatchObject({
      office: { name: 'Dinas Uji' },
      name: 'officeDay',
      level: 80,
      used: 8,
      cap: 10,
      at: '2030-06-15T10:00:00+07:00',
    })
    expect((await office.alarms(1))[0]?.sentAt).toBe(now)
  })

  it.each([
    ['refuses', () => new Response(null, { status: 500 })],
    ['sends elsewhere', () => new Response(null, { status: 302 })],
    [
      'is down',
      () => {
        throw new TypeError('Network connection lost.')
      },
    ],
  ])('is tried again after 1, 5 and 30 minutes where it %s, with a fresh time', async (_, refusing) => {
    const office = await withOneAlarm()
    const begun = now
    answers = refusing
    for (const minutes of [0, 1, 5, 30]) {
      now += minutes * 60_000 - (minutes && 1)
      await strike(office)
      now += minutes && 1
      if (minutes === 30) answers = () => new Response()
      await strike(office)
    }
    expect(sent.map(({ at }) => (at - begun) / 60_000)).toEqual([0, 1, 6, 36])
    expect(sent.map(({ signature }) => signature?.split(',')[0])).toEqual(
      sent.map(({ at }) => `t=${at / 1000}`),
    )
    expect((await office.alarms(1))[0]?.sentAt).toBe(now)
  })

  it('is given up after seven tries; the console still shows the alarm', async () => {
    const office = await withOneAlarm()
    answers = () => new Response(null, { status: 500 })
    for (let hours = 0; hours < 48; hours += 1) {
      for (let minutes = 0; minutes < 60; minutes += 1) {
        await strike(office)
        now += 60_000
      }
    }
    expect(sent).toHaveLength(7)
    expect(await office.alarms(9)).toMatchObject([{ name: 'officeDay', sentAt: null }])
  })

  it.each(['PENDAMPING_WEBHOOK', 'PENDAMPING_WEBHOOK_SECRET'])(
    'gets nothing without %s, and the object sleeps until the night',
    async (name) => {
      Reflect.deleteProperty(env, name)
      const office = await withOneAlarm()
      await strike(office)
      expect(sent).toEqual([])
      expect(await runInDurableObject(office, (_, state) => state.storage.getAlarm())).toBe(
        Date.parse('2030-06-15T17:05:00Z'),
      )
    },
  )
})

describe('a key that ends on 31 December', () => {
  const expiresAt = endOfDate('2030-12-31')

  /** Lives through the nights from the 20th on. @returns day and level of each warning */
  async function warnings(office: DurableObjectStub<Office>): Promise<string[]> {
    const seen: string[] = []
    const known = (await office.alarms(50)).length
    for (let day = 20; day <= 34; day += 1) {
      now = Date.UTC(2030, 11, day - 1, 17, 5)
      await runDurableObjectAlarm(office)
      const [latest, ...others] = await office.alarms(50)
      if (latest && others.length === known + seen.length) seen.push(`${day}: ${latest.level}`)
    }
    return seen
  }

  it('is told of 7, 3 and 1 days before, once each', async () => {
    const office = await anOffice()
    const key = await aKey(office, { expiresAt })
    expect(await warnings(office)).toEqual(['24: 7', '28: 3', '30: 1'])
    expect((await office.alarms(1))[0]).toMatchObject({
      name: 'keyExpires',
      subject: key.id,
      period: '2030-12-31',
    })
    expect(sent.map(({ body }) => body.level)).toEqual([7, 3, 1])
  })

  it('is told of late where it was made late', async () => {
    const office = await anOffice()
    await aKey(office, { expiresAt: endOfDate('2030-12-21') })
    expect(await warnings(office)).toEqual(['20: 1'])
  })

  it('is not told of when it was revoked', async () => {
    const office = await anOffice()
    const key = await aKey(office, { expiresAt })
    await office.revokeKey(key.id, now)
    expect(await warnings(office)).toEqual([])
  })

  it('is told of again after it was given more days', async () => {
    const office = await anOffice()
    const key = await aKey(office, { expiresAt: endOfDate('2030-12-21') })
    await warnings(office)
    await office.setKeyExpiry(key.id, expiresAt)
    expect(await warnings(office)).toEqual(['24: 7', '28: 3', '30: 1'])
  })
})

describe('an office that was removed', () => {
  it('is forgotten after its audit, and then answers as one that never was', async () => {
    const office = await anOffice()
    const key = await aKey(office)
    await act(office, key)
    await office.remove(now)
    now += 89 * 86_400_000
    await runDurableObjectAlarm(office)
    expect(await office.auditExtent(0, now)).toMatchObject({ rows: 1 })
    now += 2 * 86_400_000
    await runDurableObjectAlarm(office)
    expect(await office.profile()).toBeNull()
    expect(await office.overview(now)).toBeNull()
    expect(await office.alarms(9)).toEqual([])
    expect(await office.auditExtent(0, now)).toMatchObject({ rows: 0 })
    expect(await office.usage(key, now)).toEqual({ code: 'key_unknown' })
  })

  it('stays forgotten when an admin looks at it', async () => {
    const office = await anOffice()
    const { id } = (await office.profile())!
    await office.remove(now)
    now += 91 * 86_400_000
    await runDurableObjectAlarm(office)
    await office.open({ id, name: 'Dinas Uji', limits: {}, removedAt: 1 })
    expect(await office.profile()).toBeNull()
  })
})
