// The arithmetic of quotas on a real object's SQLite: when periods turn, and what happens to leases.
import { runInDurableObject } from 'cloudflare:test'
import { env } from 'cloudflare:workers'
import { describe, expect, it } from 'vitest'
import { periodsAt } from '../../../gateway/src/objects/jakarta.ts'
import {
  allowances,
  reserve,
  release,
  takeLost,
  tidy,
  type Cost,
  type Scopes,
} from '../../../gateway/src/objects/ledger.ts'
import { migrate, officeMigrations } from '../../../gateway/src/objects/schema.ts'

/** Of a lease of one action for 1,000 tokens. */
const settle = (sql: SqlStorage, lease: number, spent: Cost | null) =>
  release(sql, { lease, actions: 1, reserved: cost(1000), spent })

let names = 0

/** Runs with the tables of an office that nobody has used. */
function inOffice<T>(run: (sql: SqlStorage, storage: DurableObjectStorage) => T | Promise<T>): Promise<T> {
  const stub = env.OFFICE.getByName(`uji-${(names += 1)}`)
  return runInDurableObject(stub, (_, state) => run(state.storage.sql, state.storage))
}

type Ask = Scopes & { tokens: number }

function ask(more: Partial<Ask> = {}): Ask {
  return { keyId: 'k1', keyLimits: {}, officeLimits: {}, group: null, tokens: 1000, ...more }
}

/** A token at a thousandth of a Rupiah. */
const cost = (tokens: number): Cost => ({ tokens, millirupiah: tokens })

const take = (sql: SqlStorage, { tokens, ...scopes }: Ask, now: number) =>
  reserve(sql, scopes, cost(tokens), now)

const usedAt = (sql: SqlStorage, at: string, more: Partial<Ask> = {}) =>
  allowances(sql, ask(more), Date.parse(at))

/** Reserves at a time that must be free. */
function leaseAt(sql: SqlStorage, at: string, more: Partial<Ask> = {}): number {
  const taken = take(sql, ask(more), Date.parse(at))
  if ('code' in taken) throw new Error(taken.code)
  return taken.lease
}

describe('periods in Jakarta', () => {
  it.each([
    ['just before midnight', '2026-03-10T16:59:59.999Z', '2026-03-10T23:59', '2026-03-10', '2026-03'],
    ['at midnight', '2026-03-10T17:00:00.000Z', '2026-03-11T00:00', '2026-03-11', '2026-03'],
    ["before the month's end", '2026-04-30T16:59:59.999Z', '2026-04-30T23:59', '2026-04-30', '2026-04'],
    ["after the month's end", '2026-04-30T17:00:00.000Z', '2026-05-01T00:00', '2026-05-01', '2026-05'],
    ["before the year's end", '2026-12-31T16:59:59.999Z', '2026-12-31T23:59', '2026-12-31', '2026-12'],
    ["after the year's end", '2026-12-31T17:00:00.000Z', '2027-01-01T00:00', '2027-01-01', '2027-01'],
    ['before a leap day', '2028-02-28T16:59:59.999Z', '2028-02-28T23:59', '2028-02-28', '2028-02'],
    ['on a leap day', '2028-02-28T17:00:00.000Z', '2028-02-29T00:00', '2028-02-29', '2028-02'],
    ['after a leap day', '2028-02-29T17:00:00.000Z', '2028-03-01T00:00', '2028-03-01', '2028-03'],
    ['in a year without one', '2027-02-28T17:00:00.000Z', '2027-03-01T00:00', '2027-03-01', '2027-03'],
  ])('%s', (_, at, minute, day, month) => {
    expect(periodsAt(Date.parse(at))).toEqual({ minute, day, month })
  })

  it.each([
    ['a day', '2026-03-10T16:59:00Z', 'actions', '2026-03-11T00:00:00+07:00'],
    ['a day that has just begun', '2026-03-10T17:00:00Z', 'actions', '2026-03-12T00:00:00+07:00'],
    ['a minute', '2026-03-10T16:59:30Z', 'minute', '2026-03-11T00:00:00+07:00'],
    ['a month', '2026-03-10T16:59:00Z', 'officeActions', '2026-04-01T00:00:00+07:00'],
    ['December', '2026-12-31T16:59:00Z', 'officeActions', '2027-01-01T00:00:00+07:00'],
    [
      'January, in the hours that are still December in UTC',
      '2026-12-31T17:00:00Z',
      'officeTokens',
      '2027-02-01T00:00:00+07:00',
    ],
    ['February of a leap year', '2028-02-28T17:00:00Z', 'officeActions', '2028-03-01T00:00:00+07:00'],
  ] as const)('%s ends as /v1/usage says', async (_, at, row, resetsAt) => {
    expect((await inOffice((sql) => usedAt(sql, at)))[row].resetsAt).toBe(resetsAt)
  })
})

describe('caps turn with their period', () => {
  it('a day cap is free again at midnight, not before', async () => {
    const keyLimits = { actionsPerDay: 1 }
    const outcomes = await inOffice((sql) =>
      ['2026-03-10T03:00:00Z', '2026-03-10T16:59:59Z', '2026-03-10T17:00:00Z'].map((at) =>
        take(sql, ask({ keyLimits }), Date.parse(at)),
      ),
    )
    expect(outcomes).toMatchObject([
      { lease: 1 },
      { code: 'day_quota_spent', retryAfter: 1, limit: { used: 1, cap: 1 } },
      { lease: 2 },
    ])
  })

  it('a month cap is free again on the first', async () => {
    const officeLimits = { actionsPerMonth: 1 }
    const outcomes = await inOffice((sql) =>
      ['2026-12-31T16:00:00Z', '2026-12-31T16:59:00Z', '2026-12-31T17:00:00Z'].map((at) =>
        take(sql, ask({ officeLimits }), Date.parse(at)),
      ),
    )
    expect(outcomes).toMatchObject([
      { lease: 1 },
      { code: 'month_quota_spent', retryAfter: 60, limit: { used: 1, cap: 1 } },
      { lease: 2 },
    ])
  })

  it('a minute cap is free again with the next minute', async () => {
    const keyLimits = { actionsPerMinute: 1 }
    const outcomes = await inOffice((sql) =>
      ['2026-03-10T03:00:10Z', '2026-03-10T03:00:59Z', '2026-03-10T03:01:00Z'].map((at) =>
        take(sql, ask({ keyLimits }), Date.parse(at)),
      ),
    )
    expect(outcomes).toMatchObject([
      { lease: 1 },
      { code: 'minute_limit', retryAfter: 1, limit: { used: 1, cap: 1 } },
      { lease: 2 },
    ])
  })

  it('a token cap admits what just fits, and not one token more', async () => {
    const officeLimits = { tokensPerMonth: 2000 }
    const at = Date.parse('2026-03-10T03:00:00Z')
    const outcomes = await inOffice((sql) =>
      [1000, 1001, 1000, 1].map((tokens) => take(sql, ask({ officeLimits, tokens }), at)),
    )
    expect(outcomes.map((outcome) => 'lease' in outcome)).toEqual([true, false, true, false])
  })

  it('a cap of 0 admits nothing, null everything', async () => {
    const at = Date.parse('2026-03-10T03:00:00Z')
    const [none, all] = await inOffice((sql) => [
      take(sql, ask({ keyLimits: { actionsPerDay: 0 } }), at),
      take(sql, ask({ keyLimits: { actionsPerDay: null } }), at),
    ])
    expect(none).toMatchObject({ code: 'day_quota_spent' })
    expect(all).toMatchObject({ lease: 1 })
  })

  it('a refusal writes nothing', async () => {
    const rows = await inOffice((sql) => {
      take(sql, ask({ keyLimits: { actionsPerDay: 0 } }), Date.parse('2026-03-10T03:00:00Z'))
      return (
        sql.exec('SELECT * FROM ledger').toArray().length + sql.exec('SELECT * FROM leases').toArray().length
      )
    })
    expect(rows).toBe(0)
  })
})

describe('leases', () => {
  const morning = '2026-03-10T03:00:00Z'

  it('one never settled stays charged in full', async () => {
    const usage = await inOffice((sql) => {
      leaseAt(sql, morning)
      return usedAt(sql, morning)
    })
    expect(usage.actions.used).toBe(1)
    expect(usage.officeTokens.used).toBe(1000)
  })

  it('one never settled is taken as lost in time, and stays charged', async () => {
    const seen = await inOffice((sql) => {
      leaseAt(sql, morning)
      const before = (time: string) => takeLost(sql, Date.parse(time))
      const lost = ['2026-03-10T02:59:59Z', '2026-03-10T03:00:01Z', '2026-03-10T03:00:01Z'].map(before)
      tidy(sql, Date.parse('2026-03-12T03:00:00Z'), 90)
      return { lost, usage: usedAt(sql, morning) }
    })
    expect(seen.lost).toEqual([[], [{ keyId: 'k1', actions: 1, ...cost(1000) }], []])
    expect(seen.usage.actions.used).toBe(1)
    expect(seen.usage.officeTokens.used).toBe(1000)
  })

  it('one of a process that died is taken as lost at once, without what was settled of it', async () => {
    const at = Date.parse(morning)
    const { tokens: _, ...scopes } = ask()
    const lost = await inOffice((sql) => {
      const taken = reserve(sql, scopes, cost(1000), at, { spare: 4, process: 'first' })
      if ('code' in taken) throw new Error(taken.code)
      release(sql, { lease: taken.lease, actions: 2, reserved: cost(2000), spent: cost(50) })
      return ['first', '', 'second', 'third'].map((process) => takeLost(sql, 0, process))
    })
    expect(lost).toEqual([[], [], [{ keyId: 'k1', actions: 3, ...cost(3000) }], []])
  })

  it('settling replaces the reservation by what was used', async () => {
    const usage = await inOffice((sql) => {
      settle(sql, leaseAt(sql, morning), cost(120))
      return usedAt(sql, morning)
    })
    expect([usage.actions.used, usage.tokens.used, usage.officeTokens.used]).toEqual([1, 120, 120])
  })

  it('settling with nothing delivered gives all back', async () => {
    const usage = await inOffice((sql) => {
      settle(sql, leaseAt(sql, morning), null)
      return usedAt(sql, morning)
    })
    const { actions, minute, tokens, officeActions, officeTokens } = usage
    expect([actions, minute, tokens, officeActions, officeTokens].map(({ used }) => used)).toEqual([
      0, 0, 0, 0, 0,
    ])
  })

  it.each([null, 120, 5000])('settling twice changes nothing (second time: %s)', async (second) => {
    const usage = await inOffice((sql) => {
      const lease = leaseAt(sql, morning)
      leaseAt(sql, morning)
      settle(sql, lease, cost(120))
      settle(sql, lease, second === null ? null : cost(second))
      return usedAt(sql, morning)
    })
    expect([usage.actions.used, usage.tokens.used]).toEqual([2, 1120])
  })

  it('settling a lease that never was changes nothing', async () => {
    const usage = await inOffice((sql) => {
      leaseAt(sql, morning)
      settle(sql, 99, null)
      return usedAt(sql, morning)
    })
    expect(usage.actions.used).toBe(1)
  })

  it('charges more than was reserved when the upstream used more', async () => {
    const usage = await inOffice((sql) => {
      settle(sql, leaseAt(sql, morning), cost(1500))
      return usedAt(sql, morning)
    })
    expect(usage.officeTokens.used).toBe(1500)
  })

  it('gives back to the day and month of the reservation, also after midnight', async () => {
    const [before, after] = await inOffice((sql) => {
      const lease = leaseAt(sql, '2026-12-31T16:59:50Z')
      leaseAt(sql, '2026-12-31T17:00:10Z')
      settle(sql, lease, null)
      return [usedAt(sql, '2026-12-31T16:59:59Z'), usedAt(sql, '2026-12-31T17:00:20Z')] as const
    })
    expect([before.actions.used, before.officeActions.used, before.officeTokens.used]).toEqual([0, 0, 0])
    expect([after.actions.used, after.officeActions.used, after.officeTokens.used]).toEqual([1, 1, 1000])
  })

  it('adds up the office over its keys, and keeps the keys apart', async () => {
    const [first, second] = await inOffice((sql) => {
      leaseAt(sql, morning)
      leaseAt(sql, morning, { keyId: 'k2' })
      leaseAt(sql, morning, { keyId: 'k2' })
      return [usedAt(sql, morning), usedAt(sql, morning, { keyId: 'k2' })] as const
    })
    expect([first.actions.used, second.actions.used, first.officeActions.used]).toEqual([1, 2, 3])
  })

  it('of a key named like the office stay apart from it', async () => {
    const usage = await inOffice((sql) => {
      leaseAt(sql, morning, { keyId: 'office' })
      return usedAt(sql, morning)
    })
    expect([usage.actions.used, usage.officeActions.used]).toEqual([0, 1])
  })
})

describe('actions in advance', () => {
  const at = Date.parse('2026-03-10T03:00:00Z')
  const scopes = (actionsPerDay: number | null) => {
    const { tokens: _, ...rest } = ask({ keyLimits: { actionsPerDay } })
    return rest
  }

  it('are charged when they are handed out, and given back when nobody needs them', async () => {
    const seen = await inOffice((sql) => {
      const taken = reserve(sql, scopes(null), cost(1000), at, { spare: 16 })
      if ('code' in taken) throw new Error(taken.code)
      const { lease, spare } = taken
      const before = usedAt(sql, '2026-03-10T03:00:00Z')
      release(sql, { lease, actions: 1, reserved: cost(1000), spent: cost(120) })
      release(sql, { lease, actions: 10, reserved: cost(10_000), spent: null })
      const half = usedAt(sql, '2026-03-10T03:00:00Z')
      release(sql, { lease, actions: 6, reserved: cost(6000), spent: null })
      const after = usedAt(sql, '2026-03-10T03:00:00Z')
      const leases = sql.exec('SELECT * FROM leases').toArray().length
      return { spare, before, half, after, leases }
    })
    expect(seen.spare).toBe(16)
    expect([seen.before.actions.used, seen.before.tokens.used]).toEqual([17, 17_000])
    expect([seen.half.actions.used, seen.half.tokens.used]).toEqual([7, 6120])
    expect([seen.after.actions.used, seen.after.tokens.used, seen.leases]).toEqual([1, 120, 0])
  })

  it('are fewer near a cap, and none right before it', async () => {
    const spares = await inOffice((sql) =>
      [500, 100, 49, 1].map((cap) =>
        reserve(sql, { ...scopes(cap), keyId: `k${cap}` }, cost(1), at, { spare: 16 }),
      ),
    )
    expect(spares).toMatchObject([{ spare: 9 }, { spare: 1 }, { spare: 0 }, { spare: 0 }])
  })
})

describe('tidying', () => {
  const periods = (sql: SqlStorage) =>
    sql
      .exec<{ period: string }>('SELECT DISTINCT period FROM ledger ORDER BY period')
      .toArray()
      .map(({ period }) => period)

  it('forgets minutes after a day, days after their time, and months never', async () => {
    const left = await inOffice((sql) => {
      leaseAt(sql, '2025-12-01T03:00:00Z')
      leaseAt(sql, '2026-03-09T02:00:00Z')
      leaseAt(sql, '2026-03-10T02:59:00Z')
      tidy(sql, Date.parse('2026-03-10T03:00:00Z'), 90)
      return periods(sql)
    })
    expect(left).toEqual(['2025-12', '2026-03', '2026-03-09', '2026-03-10', '2026-03-10T09:59'])
  })
})

describe('migrations', () => {
  const version = (sql: SqlStorage) =>
    sql.exec<{ version: number }>('SELECT max(version) AS version FROM schema_version').one().version

  it('run once, however often the object wakes up', async () => {
    const found = await inOffice((sql, storage) => {
      migrate(storage, officeMigrations)
      migrate(storage, officeMigrations)
      return [version(sql), sql.exec('SELECT * FROM schema_version').toArray().length]
    })
    expect(found).toEqual([officeMigrations.length, officeMigrations.length])
  })

  it('run only those that are new', async () => {
    const found = await inOffice((sql, storage) => {
      migrate(storage, [...officeMigrations, 'CREATE TABLE notes (id INTEGER)'])
      return [version(sql), sql.exec('SELECT * FROM notes').toArray().length]
    })
    expect(found).toEqual([officeMigrations.length + 1, 0])
  })

  it('leave everything as it was when one of them fails', async () => {
    const found = await inOffice((sql, storage) => {
      expect(() =>
        migrate(storage, [...officeMigrations, 'CREATE TABLE half (id INTEGER)', 'NONSENSE']),
      ).toThrow('syntax error')
      const tables = sql.exec("SELECT name FROM sqlite_master WHERE name = 'half'").toArray()
      return [version(sql), tables.length]
    })
    expect(found).toEqual([officeMigrations.length, 0])
  })

  it('refuse tables of a newer program', async () => {
    await inOffice((sql, storage) => {
      sql.exec('INSERT INTO schema_version (version) VALUES (99)')
      expect(() => migrate(storage, officeMigrations)).toThrow('schema is newer than this program')
    })
  })
})
