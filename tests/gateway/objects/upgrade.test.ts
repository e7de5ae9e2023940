// A state that an older version wrote, as a city has it after an upgrade: an object brings its tables up to date when it
// wakes, and nobody's key, quota or audit is lost.
import { evictDurableObject, runInDurableObject } from 'cloudflare:test'
import { env } from 'cloudflare:workers'
import { beforeAll, describe, expect, it } from 'vitest'
import { makeSecret, type Credential } from '../../../gateway/src/admission/secret.ts'
import type { City } from '../../../gateway/src/objects/city.ts'
import { chained, chainHash, chainStart } from '../../../gateway/src/objects/chain.ts'
import type { Cost, Office } from '../../../gateway/src/objects/office.ts'
import { cityMigrations, officeMigrations } from '../../../gateway/src/objects/schema.ts'
import { auditExport } from '../../../gateway/src/reports/audit-export.ts'
import type { AuditRow, AuditSeal } from '../../../shared/protocol/admin.ts'

const now = Date.parse('2026-11-24T03:00:00Z')
const minute = now / 60_000

/** Puts an object back to what the first version left behind, and lets it wake from that. */
async function olderVersion(
  stub: DurableObjectStub<Office> | DurableObjectStub<City>,
  migrations: readonly string[],
  statements: readonly (readonly [string, ...SqlStorageValue[]])[],
): Promise<void> {
  await runInDurableObject(stub as DurableObjectStub<Office>, async (_, { storage }) => {
    await storage.deleteAll()
    storage.sql.exec('CREATE TABLE schema_version (version INTEGER NOT NULL)')
    for (const [index, migration] of migrations.entries()) {
      storage.sql.exec(migration)
      storage.sql.exec('INSERT INTO schema_version (version) VALUES (?)', index + 1)
    }
    for (const [statement, ...values] of statements) storage.sql.exec(statement, ...values)
  })
  await evictDurableObject(stub)
}

const insertAudit = `INSERT INTO audit (id, minute, key_id, helper, prompt_version, upstream, data_class, chars_in, hidden,
  tokens_in, tokens_out, outcome, milliseconds) VALUES (?, ?, 'k1', 'reply', 2, 'offline', 'internal', 36, 1, ?, 20, 'answered', 7)`

let names = 0

/** An office of the first version: two keys, a link, a day's and a month's quota, an open lease, three audit rows. */
async function anOldOffice(firstAuditId = 1): Promise<{
  office: DurableObjectStub<Office>
  key: Credential
  revoked: Credential
  token: Credential
}> {
  const id = `lama-${(names += 1)}`
  const office = env.OFFICE.getByName(id)
  const [key, revoked] = [await makeSecret('pdp', id, 'k1'), await makeSecret('pdp', id, 'k2')]
  const token = await makeSecret('pde', id, 't1')
  const addKey = 'INSERT INTO keys VALUES (?, ?, ?, ?, ?, ?, ?)'
  const addLedger = 'INSERT INTO ledger VALUES (?, ?, ?, ?)'
  await olderVersion(office, officeMigrations.slice(0, 1), [
    ['INSERT INTO profile VALUES (?, ?, ?)', id, 'Dinas Lama', '{"actionsPerMonth":20}'],
    [addKey, key.id, key.hash, 'loket 1', '{"actionsPerDay":13}', 1000, null, 2000],
    [addKey, revoked.id, revoked.hash, 'loket 2', '{}', 1001, 3000, null],
    [
      'INSERT INTO enrolments VALUES (?, ?, ?, ?, 40, 39, 1000, ?, NULL)',
      token.id,
      token.hash,
      'kelas',
      '{"actionsPerDay":5}',
      now + 1000,
    ],
    [addLedger, 'key:k1', '2026-11-24', 12, 8410],
    [addLedger, 'office', '2026-11-24', 12, 8410],
    [addLedger, 'office', '2026-11', 18, 9000],
    [
      'INSERT INTO leases (key_id, minute, day, month, tokens, made_at) VALUES (?, ?, ?, ?, ?, ?)',
      'k1',
      '2026-11-24T09:59',
      '2026-11-24',
      '2026-11',
      1000,
      now - 60_000,
    ],
    [insertAudit, firstAuditId, minute - 3, 100],
    [insertAudit, firstAuditId + 1, minute - 2, 200],
    [insertAudit, firstAuditId + 2, minute - 1, 300],
  ])
  return { office, key, revoked, token }
}

const wanted = { helper: 'reply', dataClass: 'internal', most: { tokens: 500, millirupiah: 0 } } as const

const batch = (release: ReturnType<typeof oldLease>) => ({ id: crypto.randomUUID(), releases: [release] })

describe('an office of the first version', () => {
  it('keeps name, limits and keys', async () => {
    const { office } = await anOldOffice()
    expect(await office.profile()).toMatchObject({
      name: 'Dinas Lama',
      limits: { actionsPerMonth: 20 },
      suspendedAt: null,
      removedAt: null,
    })
    const unset = {
      group: null,
      enrolment: null,
      expiresAt: null,
      oldUntil: null,
      renewBy: null,
      asOffice: null,
    }
    const one = { id: 'k1', label: 'loket 1', limits: { actionsPerDay: 13 }, madeAt: 1000, lastUsedAt: 2000 }
    const two = { id: 'k2', label: 'loket 2', limits: {}, madeAt: 1001, revokedAt: 3000, lastUsedAt: null }
    expect(await office.keys()).toEqual([
      { ...one, ...unset, revokedAt: null },
      { ...two, ...unset },
    ])
  })

  it('keeps what was used, and goes on counting from there up to the old cap', async () => {
    const { office, key, revoked } = await anOldOffice()
    expect(await office.usage(key, now)).toMatchObject({
      actions: { used: 12, cap: 13 },
      officeActions: { used: 18, cap: 20 },
      officeTokens: { used: 9000 },
      expiresOn: null,
    })
    expect(await office.admit(key, wanted, now)).toMatchObject({ keyId: 'k1' })
    expect(await office.admit(key, wanted, now)).toMatchObject({ code: 'day_quota_spent' })
    expect(await office.admit(revoked, wanted, now)).toEqual({ code: 'key_revoked' })
  })

  it('settles a lease that was open when it was upgraded', async () => {
    const { office, key } = await anOldOffice()
    await office.release(batch(oldLease(null)), now)
    expect(await office.usage(key, now)).toMatchObject({
      actions: { used: 11 },
      officeActions: { used: 17 },
      officeTokens: { used: 8000 },
    })
  })

  it('gives the last seat of an old link, with its limits', async () => {
    const { office, key, token } = await anOldOffice()
    const device = async () => makeSecret('pdp', key.office)
    expect(await office.enrol(token, await device(), 'Chrome', now)).toMatchObject({ office: {} })
    expect(await office.enrol(token, await device(), 'Chrome', now)).toEqual({ code: 'enrolment_closed' })
    expect((await office.keys()).at(-1)).toMatchObject({ limits: { actionsPerDay: 5 }, expiresAt: null })
  })

  it.each([1, 501])('takes the old audit rows into the chain (first id %i)', async (firstId) => {
    const { office } = await anOldOffice(firstId)
    await office.release(batch(oldLease({ tokens: 2, millirupiah: 0 })), now)
    const { rows, seal } = await exported(office, (await office.profile())!.id)
    expect(rows.map((row) => [row.id, row.minute, row.tokensIn])).toEqual([
      [firstId, minute - 3, 100],
      [firstId + 1, minute - 2, 200],
      [firstId + 2, minute - 1, 300],
      [firstId + 3, minute, 1],
    ])
    expect(rows[0]).toMatchObject({ keyId: 'k1', helper: 'reply', hidden: 1, charsOut: 0, millirupiah: 0 })
    let hash = chainStart
    for (const { hash: given, ...row } of rows) expect(given).toBe((hash = chainHash(hash, chained(row))))
    expect(seal).toMatchObject({ rows: 4, first: chainStart, last: hash })
  })

  it('is upgraded once: waking again changes no hash', async () => {
    const { office, key } = await anOldOffice()
    const before = await exported(office, key.office)
    await evictDurableObject(office)
    expect((await exported(office, key.office)).rows).toEqual(before.rows)
  })

  it('without a single audit row begins an empty chain', async () => {
    const office = env.OFFICE.getByName('lama-kosong')
    await olderVersion(office, officeMigrations.slice(0, 1), [])
    expect(await office.auditExtent(0, now)).toMatchObject({ first: chainStart, last: chainStart, rows: 0 })
    expect(await office.profile()).toBeNull()
  })
})

const newRow = {
  keyId: 'k1',
  helper: 'summarise',
  promptVersion: 1,
  upstream: 'offline',
  dataClass: 'umum',
  policyRevision: 0,
  charsIn: 1,
  charsOut: 1,
  hidden: 0,
  tokensIn: 1,
  tokensOut: 1,
  millirupiah: 0,
  outcome: 'answered',
  milliseconds: 1,
}

/** The end of the request that was running when the gateway was upgraded. */
const oldLease = (spent: Cost | null) => ({
  lease: 1,
  actions: 1,
  reserved: { tokens: 1000, millirupiah: 0 },
  spent,
  row: newRow,
})

async function exported(
  office: DurableObjectStub<Office>,
  id: string,
): Promise<{ rows: (AuditRow & { hash: string })[]; seal: AuditSeal }> {
  const file = await auditExport(office, id, { from: 0, to: now + 60_000 }, 'jsonl', null)
  const lines = (await new Response(file).text()).trim().split('\n')
  const { seal } = JSON.parse(lines.pop()!) as { seal: AuditSeal }
  return { rows: lines.map((line) => JSON.parse(line) as AuditRow & { hash: string }), seal }
}

describe.each([1, 2])('a city of version %i', (version) => {
  const city = env.CITY.getByName(`lama-${version}`)
  beforeAll(() =>
    olderVersion(city, cityMigrations.slice(0, version), [
      ['INSERT INTO offices (id, name, made_at) VALUES (?, ?, ?)', 'dinkes', 'Dinas Kesehatan', 1000],
      ['INSERT INTO offices (id, name, made_at) VALUES (?, ?, ?)', 'bappeda', 'Bappeda', 1001],
      ...(version > 1
        ? [['UPDATE offices SET never_hide = ? WHERE id = ?', '["Balai Kartini"]', 'dinkes'] as const]
        : []),
    ]),
  )

  it('keeps its offices and their words, and takes changes', async () => {
    const unset = { limits: {}, suspendedAt: null, removedAt: null }
    const neverHide = version > 1 ? ['Balai Kartini'] : []
    expect(await city.view(null)).toMatchObject({
      offices: [
        { id: 'bappeda', name: 'Bappeda', neverHide: [], ...unset },
        { id: 'dinkes', name: 'Dinas Kesehatan', neverHide, ...unset },
      ],
      upstreams: [],
      revision: 0,
      off: [],
      signing: null,
    })
    expect(await city.addOffices([{ id: 'dinkes', name: 'Lain' }], now)).toMatchObject({
      code: 'already_exists',
    })
    await city.suspendOffice('dinkes', now)
    expect(await city.office('dinkes')).toMatchObject({ suspendedAt: now })
    expect(await city.publishPolicy({ rules: {}, offices: {} }, 'pertama', { basedOn: 0 }, now)).toEqual({
      revision: 1,
    })
  })
})
