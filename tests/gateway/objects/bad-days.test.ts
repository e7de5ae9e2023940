// An office's object on odd days: the clock is set back, the platform puts it out in the middle of a request.
import { runInDurableObject } from 'cloudflare:test'
import { env } from 'cloudflare:workers'
import { expect, it } from 'vitest'
import { makeSecret } from '../../../gateway/src/admission/secret.ts'
import type { NewAuditRow } from '../../../gateway/src/objects/office.ts'

const noon = Date.parse('2026-03-10T05:00:00Z')
const most = { tokens: 1000, millirupiah: 0 }
const spent = { tokens: 120, millirupiah: 0 }
const wanted = { helper: 'summarise', dataClass: 'umum', most } as const

let offices = 0
/** An office with one key that may act twice a day. */
async function anOffice() {
  const id = `hari-${(offices += 1)}`
  const stub = () => env.OFFICE.getByName(id)
  await stub().open({ id, name: 'Dinas Uji', limits: {} })
  const key = await makeSecret('pdp', id)
  const terms = { label: 'uji', limits: { actionsPerDay: 2 }, expiresAt: null, group: null }
  await stub().addKey(key, terms, noon)
  return { stub, key }
}

type Office = Awaited<ReturnType<typeof anOffice>>

async function admit({ stub, key }: Office, at: number) {
  const place = await stub().admit(key, wanted, at)
  if ('code' in place) throw new Error(place.code)
  return place
}

function rowOf(keyId: string): NewAuditRow {
  const counts = { charsIn: 1, charsOut: 1, hidden: 0, tokensIn: 100, tokensOut: 20, millirupiah: 0 }
  const names = { helper: 'summarise', upstream: 'env', dataClass: 'umum', outcome: 'answered' }
  return { keyId, ...names, ...counts, promptVersion: 1, policyRevision: 0, milliseconds: 5 }
}

async function settle({ stub, key }: Office, lease: number, at: number): Promise<void> {
  const part = { lease, actions: 1, reserved: most, spent, row: rowOf(key.id) }
  await stub().release({ id: crypto.randomUUID(), releases: [part] }, at)
}

it('a clock set back a day counts that day apart, and the audit stays one chain', async () => {
  const office = await anOffice()
  const { lease } = await admit(office, noon)
  await settle(office, lease, noon)
  const before = noon - 86_400_000
  const earlier = await admit(office, before)
  await settle(office, earlier.lease, before)
  expect(await office.stub().usage(office.key, noon)).toMatchObject({ actions: { used: 1 } })
  expect(await office.stub().usage(office.key, before)).toMatchObject({ actions: { used: 1 } })
  const { rows, first, last } = await office.stub().auditExtent(0, noon + 60_000)
  expect(rows).toBe(2)
  expect(first).not.toBe(last)
})

it('an object that is put out in mid-stream settles the request when it is there again', async () => {
  const office = await anOffice()
  const { lease } = await admit(office, noon)
  await admit(office, noon)
  await runInDurableObject(office.stub(), (_, state) => state.abort('put out')).catch(() => undefined)
  // Both are still reserved, and the cap holds.
  expect(await office.stub().admit(office.key, wanted, noon)).toMatchObject({ code: 'day_quota_spent' })
  await settle(office, lease, noon)
  expect(await office.stub().usage(office.key, noon)).toMatchObject({
    actions: { used: 2 },
    tokens: { used: 1120 },
  })
})

it('a batch of settlements that comes twice, for its first answer was lost, counts once', async () => {
  const office = await anOffice()
  const { lease } = await admit(office, noon)
  const part = { lease, actions: 1, reserved: most, spent, row: rowOf(office.key.id) }
  const batch = { id: 'sekali', releases: [part] }
  await office.stub().release(batch, noon)
  await office.stub().release(batch, noon)
  expect((await office.stub().auditExtent(0, noon + 60_000)).rows).toBe(1)
  expect(await office.stub().usage(office.key, noon)).toMatchObject({ actions: { used: 1 } })
})

it('a lease that was taken as lost and is settled after all has one row', async () => {
  const office = await anOffice()
  const { lease } = await admit(office, noon)
  await runInDurableObject(office.stub(), (instance) => instance.alarm())
  await settle(office, lease, noon)
  const rows = await office.stub().auditRows(1, 10, 10)
  expect(rows.map(({ outcome, tokensIn }) => [outcome, tokensIn])).toEqual([['unsettled', most.tokens]])
})
