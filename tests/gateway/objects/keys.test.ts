// Keys where a millisecond decides: the last moment of a day, and of a rotated secret.
import { env } from 'cloudflare:workers'
import { describe, expect, it } from 'vitest'
import { makeSecret } from '../../../gateway/src/admission/secret.ts'
import { dateOfEnd, endOfDate } from '../../../gateway/src/objects/jakarta.ts'

let names = 0

/** An office of its own with one key. */
async function anOffice(expiresAt: number | null = null) {
  const id = `kunci-${(names += 1)}`
  const office = env.OFFICE.getByName(id)
  await office.open({ id, name: 'Dinas Uji', limits: {} })
  const { text: _, ...key } = await makeSecret('pdp', id)
  await office.addKey(key, { label: 'uji', limits: {}, expiresAt, group: null }, 0)
  const admits = async (credential: typeof key, at: number) => {
    const wanted = { helper: 'summarise', dataClass: 'umum', most: { tokens: 1, millirupiah: 0 } } as const
    const taken = await office.admit(credential, wanted, at)
    return 'code' in taken ? taken.code : 'admitted'
  }
  return { office, key, admits }
}

describe('a key that expires on 31 December 2026', () => {
  const expiresAt = endOfDate('2026-12-31')

  it.each([
    ['2026-12-31T16:59:00.000Z', 'admitted'],
    ['2026-12-31T16:59:59.999Z', 'admitted'],
    ['2026-12-31T17:00:00.000Z', 'key_expired'],
  ])('at %s: %s', async (at, outcome) => {
    const { key, admits } = await anOffice(expiresAt)
    expect(await admits(key, Date.parse(at))).toBe(outcome)
  })

  it('shows that day, also in the usage of the key', async () => {
    const { office, key } = await anOffice(expiresAt)
    const usage = await office.usage(key, Date.parse('2026-12-31T10:00:00Z'))
    expect(usage).toMatchObject({ expiresOn: '2026-12-31' })
  })

  it.each(['2024-02-29', '2026-01-01', '2026-12-31', '9999-12-31'])('%s is read back as it was', (day) => {
    expect(dateOfEnd(endOfDate(day))).toBe(day)
  })
})

describe('a secret whose browser was asked to renew it', () => {
  const until = 1_000_000
  const renewed = async ({ office, key }: Awaited<ReturnType<typeof anOffice>>) => {
    const { text: _, ...fresh } = await makeSecret('pdp', key.office, key.id)
    expect(await office.renewKey(key, fresh.hash, until - 10)).toEqual({ id: key.id })
    return fresh
  }

  it.each([
    [until - 1, 'admitted'],
    [until, 'key_expired'],
  ])('and was not: at %i %s', async (at, outcome) => {
    const { office, key, admits } = await anOffice()
    await office.askRenewal('label', 'uji', until)
    expect(await admits(key, at)).toBe(outcome)
  })

  it.each([
    [until - 1, 'admitted'],
    [until, 'key_unknown'],
  ])('and was: at %i the old one %s, the new one admitted', async (at, outcome) => {
    const ours = await anOffice()
    await ours.office.askRenewal('key', ours.key.id, until)
    const fresh = await renewed(ours)
    expect([await ours.admits(ours.key, at), await ours.admits(fresh, at)]).toEqual([outcome, 'admitted'])
    await ours.office.holder(fresh, until - 9)
    expect(await ours.admits(fresh, until + 1)).toBe('admitted')
  })

  it('and rotated by an admin meanwhile, is not asked for any more', async () => {
    const { office, key, admits } = await anOffice()
    await office.askRenewal('key', key.id, until)
    const { text: _, ...fresh } = await makeSecret('pdp', key.office, key.id)
    await office.rotateKey(fresh, until - 5)
    expect(await admits(fresh, until + 1)).toBe('admitted')
  })
})

describe('a secret that was rotated', () => {
  const until = 1_000_000

  it.each([
    [until - 1, 'admitted'],
    [until, 'key_unknown'],
  ])('at %i: %s', async (at, outcome) => {
    const { office, key, admits } = await anOffice()
    const { text: _, ...fresh } = await makeSecret('pdp', key.office, key.id)
    await office.rotateKey(fresh, until)
    expect(await admits(key, at)).toBe(outcome)
    expect(await admits(fresh, at)).toBe('admitted')
  })

  it('outlives neither the expiry of its key', async () => {
    const { office, key, admits } = await anOffice(500)
    const { text: _, ...fresh } = await makeSecret('pdp', key.office, key.id)
    await office.rotateKey(fresh, until)
    expect([await admits(key, 500), await admits(fresh, 500)]).toEqual(['key_expired', 'key_expired'])
  })
})

describe('what a key may spend without asking', () => {
  const wanted = { helper: 'summarise', dataClass: 'umum', most: { tokens: 1, millirupiah: 0 } } as const

  it('ends with the key', async () => {
    const { office, key } = await anOffice(endOfDate('2026-12-31'))
    const at = endOfDate('2026-12-31') - 500
    expect(await office.admit(key, wanted, at, 5)).toMatchObject({ spare: { until: at + 500 } })
  })

  it('ends with an old secret', async () => {
    const at = Date.parse('2026-12-31T03:00:00Z')
    const { office, key } = await anOffice()
    await office.rotateKey({ ...(await makeSecret('pdp', key.office, key.id)) }, at + 500)
    expect(await office.admit(key, wanted, at, 5)).toMatchObject({ spare: { until: at + 500 } })
  })
})

describe('an enrolment link', () => {
  it('gives its last seat to one of many who ask at once', async () => {
    const { office, key } = await anOffice()
    const { text: _, ...token } = await makeSecret('pde', key.office)
    const terms = { label: 'kelas', devices: 3, limits: {}, expiresAt: 1000, keysExpireAt: 2000, group: null }
    await office.addEnrolment(token, terms, 0)
    const asked = await Promise.all(
      Array.from({ length: 8 }, async () =>
        office.enrol(token, await makeSecret('pdp', key.office), 'Chrome', 999),
      ),
    )
    expect(asked.filter((answer) => 'office' in answer)).toHaveLength(3)
    expect((await office.keys()).filter(({ expiresAt }) => expiresAt === 2000)).toHaveLength(3)
  })
})
