// Caps beside the key's own: a group's day and total, an office's day, its money; and which of them speaks first.
import { runInDurableObject } from 'cloudflare:test'
import { env } from 'cloudflare:workers'
import { describe, expect, it } from 'vitest'
import {
  allowances,
  groupAllowances,
  officeAllowances,
  release,
  reserve,
  tidy,
  type Cost,
  type Scopes,
} from '../../../gateway/src/objects/ledger.ts'
import { periodsAt } from '../../../gateway/src/objects/jakarta.ts'
import type { GroupLimits, KeyLimits, OfficeLimits } from '../../../shared/protocol/admin.ts'

let names = 0

/** Runs with the tables of an office that nobody has used. */
function inOffice<T>(run: (sql: SqlStorage) => T): Promise<T> {
  const stub = env.OFFICE.getByName(`kelompok-${(names += 1)}`)
  return runInDurableObject(stub, (_, state) => run(state.storage.sql))
}

interface Limits {
  key?: KeyLimits
  office?: OfficeLimits
  group?: GroupLimits
}

/** A key that belongs to class A. */
function inClass({ key = {}, office = {}, group = {} }: Limits = {}, keyId = 'k1'): Scopes {
  return { keyId, keyLimits: key, officeLimits: office, group: { id: 'kelas-a', limits: group } }
}

const cheap: Cost = { tokens: 10, millirupiah: 0 }
const morning = '2026-03-10T03:00:00Z'

/** What becomes of a request: "ok", or the word of its refusal. */
function take(sql: SqlStorage, scopes: Scopes, at = morning, most = cheap): string {
  const taken = reserve(sql, scopes, most, Date.parse(at))
  return 'code' in taken ? taken.code : 'ok'
}

function leaseOf(sql: SqlStorage, scopes: Scopes, most: Cost, at = morning): number {
  const taken = reserve(sql, scopes, most, Date.parse(at))
  if ('code' in taken) throw new Error(taken.code)
  return taken.lease
}

/** The end of a lease of one action. */
function settle(sql: SqlStorage, lease: number, reserved: Cost, spent: Cost | null): void {
  release(sql, { lease, actions: 1, reserved, spent })
}

describe('the cap of a group', () => {
  it('of a day holds over all its keys, and is free again at midnight', async () => {
    const group = { actionsPerDay: 2 }
    const outcomes = await inOffice((sql) => [
      take(sql, inClass({ group }, 'k1')),
      take(sql, inClass({ group }, 'k2')),
      take(sql, inClass({ group }, 'k3'), '2026-03-10T16:59:59Z'),
      take(sql, inClass({ group }, 'k3'), '2026-03-10T17:00:00Z'),
    ])
    expect(outcomes).toEqual(['ok', 'ok', 'group_quota_spent', 'ok'])
  })

  it('in total never returns, also after tidying', async () => {
    const group = { actionsTotal: 2 }
    const outcomes = await inOffice((sql) => {
      const first = [take(sql, inClass({ group })), take(sql, inClass({ group }))]
      tidy(sql, Date.parse('2026-12-10T03:00:00Z'), 90)
      return [...first, take(sql, inClass({ group }, 'k2'), '2026-12-10T03:00:00Z')]
    })
    expect(outcomes).toEqual(['ok', 'ok', 'group_quota_spent'])
  })

  it('leaves keys outside it alone, and a group of the same name as a key', async () => {
    const outcomes = await inOffice((sql) => [
      take(sql, inClass({ group: { actionsTotal: 0 } })),
      take(sql, { ...inClass(), group: null }),
      take(sql, { ...inClass(), group: { id: 'k1', limits: { actionsTotal: 1 } } }),
    ])
    expect(outcomes).toEqual(['group_quota_spent', 'ok', 'ok'])
  })

  it('counts into the office, and gives back to all three where nothing was delivered', async () => {
    const [taken, returned] = await inOffice((sql) => {
      const read = () => {
        const now = Date.parse(morning)
        const group = groupAllowances(sql, { id: 'kelas-a', limits: {} }, periodsAt(now).day, now)
        return [group.groupDay.used, group.groupTotal.used, officeAllowances(sql, {}, now).officeDay.used]
      }
      const lease = leaseOf(sql, inClass(), cheap)
      const before = read()
      settle(sql, lease, cheap, null)
      return [before, read()]
    })
    expect([taken, returned]).toEqual([
      [1, 1, 1],
      [0, 0, 0],
    ])
  })

  it('a raised total opens at once; a lowered one shuts', async () => {
    const outcomes = await inOffice((sql) =>
      [1, 1, 3, 3, 2].map((actionsTotal) => take(sql, inClass({ group: { actionsTotal } }))),
    )
    expect(outcomes).toEqual(['ok', 'group_quota_spent', 'ok', 'ok', 'group_quota_spent'])
  })

  it('says in its refusal what /v1/usage says', async () => {
    const [refused, usage] = await inOffice((sql) => {
      const scopes = inClass({ group: { actionsPerDay: 1, actionsTotal: 40 } })
      take(sql, scopes)
      const now = Date.parse(morning)
      return [reserve(sql, scopes, cheap, now), allowances(sql, scopes, now)] as const
    })
    expect(refused).toMatchObject({ code: 'group_quota_spent', limit: usage.groupDay, retryAfter: 14 * 3600 })
    expect(usage.groupDay).toEqual({ used: 1, cap: 1, resetsAt: '2026-03-11T00:00:00+07:00' })
    expect(usage.groupTotal).toMatchObject({ used: 1, cap: 40 })
  })
})

describe('the cap of an office for a day', () => {
  it('holds over all keys, and is free again at midnight', async () => {
    const office = { actionsPerDay: 2 }
    const outcomes = await inOffice((sql) => [
      take(sql, inClass({ office }, 'k1')),
      take(sql, { ...inClass({ office }, 'k2'), group: null }),
      take(sql, inClass({ office }, 'k3'), '2026-03-10T16:59:59Z'),
      take(sql, inClass({ office }, 'k3'), '2026-03-10T17:00:00Z'),
    ])
    expect(outcomes).toEqual(['ok', 'ok', 'office_day_spent', 'ok'])
  })
})

describe('the cap of an office in Rupiah', () => {
  const most: Cost = { tokens: 1000, millirupiah: 1_500_000 }
  const office = { rupiahPerMonth: 3000 }

  it('admits what just fits, and not one Rupiah more', async () => {
    const outcomes = await inOffice((sql) =>
      [1_500_000, 1_500_001, 1_500_000, 1, 0].map((millirupiah) =>
        take(sql, inClass({ office }), morning, { tokens: 1, millirupiah }),
      ),
    )
    expect(outcomes).toEqual(['ok', 'month_quota_spent', 'ok', 'month_quota_spent', 'ok'])
  })

  it('keeps what requests can cost until they are settled with what they did cost', async () => {
    const outcomes = await inOffice((sql) => {
      const first = leaseOf(sql, inClass({ office }), most)
      leaseOf(sql, inClass({ office }), most)
      const before = take(sql, inClass({ office }), morning, most)
      settle(sql, first, most, { tokens: 400, millirupiah: 2_500 })
      const { officeRupiah } = officeAllowances(sql, office, Date.parse(morning))
      return [
        before,
        officeRupiah.used,
        take(sql, inClass({ office }), morning, { ...most, millirupiah: 1_497_000 }),
      ]
    })
    // 1,500 and 2.5 Rupiah: a begun Rupiah is shown as one.
    expect(outcomes).toEqual(['month_quota_spent', 1503, 'ok'])
  })

  it('sums thousandths, so that many cheap requests are neither free nor dear', async () => {
    const used = await inOffice((sql) => {
      const free = inClass({ key: { actionsPerDay: null } })
      for (let times = 0; times < 1000; times += 1)
        settle(sql, leaseOf(sql, free, most), most, { tokens: 1, millirupiah: 3 })
      return officeAllowances(sql, office, Date.parse(morning)).officeRupiah.used
    })
    expect(used).toBe(3)
  })

  it('is free again on the first', async () => {
    const outcomes = await inOffice((sql) => {
      const full = { tokens: 1, millirupiah: 3_000_000 }
      return ['2026-03-31T16:59:59Z', '2026-03-31T16:59:59Z', '2026-03-31T17:00:00Z'].map((at) =>
        take(sql, inClass({ office }), at, full),
      )
    })
    expect(outcomes).toEqual(['ok', 'month_quota_spent', 'ok'])
  })
})

describe('where several caps are reached, the narrowest speaks', () => {
  const shut: [name: string, limits: Limits, code: string][] = [
    ['minute of the key', { key: { actionsPerMinute: 0 } }, 'minute_limit'],
    ['day of the key', { key: { actionsPerDay: 0 } }, 'day_quota_spent'],
    ['day of the group', { group: { actionsPerDay: 0 } }, 'group_quota_spent'],
    ['total of the group', { group: { actionsTotal: 0 } }, 'group_quota_spent'],
    ['day of the office', { office: { actionsPerDay: 0 } }, 'office_day_spent'],
    ['month of the office', { office: { actionsPerMonth: 0 } }, 'month_quota_spent'],
    ['tokens of the office', { office: { tokensPerMonth: 0 } }, 'month_quota_spent'],
    ['money of the office', { office: { rupiahPerMonth: 0 } }, 'month_quota_spent'],
  ]
  const merge = (all: Limits[]): Limits => ({
    key: Object.assign({}, ...all.map(({ key }) => key)) as KeyLimits,
    group: Object.assign({}, ...all.map(({ group }) => group)) as GroupLimits,
    office: Object.assign({}, ...all.map(({ office }) => office)) as OfficeLimits,
  })

  it.each(shut.map(([name, , code], at) => [name, code, at] as const))(
    '%s before all that are wider',
    async (_, code, at) => {
      const limits = merge(shut.slice(at).map(([, limits]) => limits))
      const outcome = await inOffice((sql) =>
        take(sql, inClass(limits), morning, { tokens: 1, millirupiah: 1 }),
      )
      expect(outcome).toBe(code)
    },
  )

  it('a refusal by any of them leaves no trace', async () => {
    const rows = await inOffice((sql) => {
      for (const [, limits] of shut) take(sql, inClass(limits), morning, { tokens: 1, millirupiah: 1 })
      return sql.exec('SELECT scope FROM ledger UNION ALL SELECT key_id FROM leases').toArray()
    })
    expect(rows).toEqual([])
  })
})
