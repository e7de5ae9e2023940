// Offices as the city's admin rules them: added, renamed, suspended, resumed, removed, and forty at once from a list.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aGateway, asking, errorOf, times, type TestGateway } from './gateway.ts'

let gateway: TestGateway

beforeAll(async () => {
  gateway = await aGateway()
})
afterAll(() => gateway.end())

const complaint = 'Lampu jalan di depan kantor kelurahan mati sejak Senin.'

/** 200, or the code of the refusal. */
async function asked(key: string): Promise<unknown> {
  const answer = await gateway.chat(key, complaint)
  return answer.ok ? answer.status : (await errorOf(answer)).code
}

async function read<T>(path: string): Promise<T> {
  return (await (await gateway.admin('GET', path)).json()) as T
}

interface Listed {
  id: string
  name: string
  suspendedAt: number | null
  removedAt: number | null
}

async function listed(id: string): Promise<Listed | undefined> {
  return (await read<{ offices: Listed[] }>('/offices')).offices.find((office) => office.id === id)
}

async function newKey(office: string): Promise<string> {
  const made = await gateway.admin('POST', `/offices/${office}/keys`, { label: 'uji' })
  return ((await made.json()) as { key: string }).key
}

describe('an office that is added', () => {
  it('is answered as it was stored, and shows its limits and that nothing was used', async () => {
    const office = { id: 'dishub', name: 'Dinas Perhubungan', limits: { actionsPerDay: 9 } }
    const made = await gateway.admin('POST', '/offices', office)
    expect([made.status, await made.json()]).toEqual([201, office])
    expect(await read('/offices/dishub')).toMatchObject({
      ...office,
      suspendedAt: null,
      officeDay: { used: 0, cap: 9 },
      officeRupiah: { used: 0, cap: null },
      groups: [],
    })
  })

  it('shows what was used in the same figures as the key that used it', async () => {
    const { id, key } = await gateway.office({ office: { actionsPerMonth: 5 } })
    await asked(key)
    const { officeActions, officeTokens } = await gateway.usage(key)
    expect(await read(`/offices/${id}`)).toMatchObject({ officeActions, officeTokens })
    expect(officeActions).toMatchObject({ used: 1, cap: 5 })
  })
})

describe('an office that is renamed', () => {
  it('signs its letters with the new name from the next request on', async () => {
    const { id, key } = await gateway.office()
    const letter = async () =>
      (
        await gateway.chat(key, asking(complaint, { model: 'reply', metadata: { status: 'diterima' } }))
      ).text()
    expect(await letter()).not.toContain('Dinas Cahaya')
    const renamed = await gateway.admin('PUT', `/offices/${id}`, { name: 'Dinas Cahaya' })
    expect(await renamed.json()).toEqual({ id, name: 'Dinas Cahaya' })
    expect(await letter()).toContain('Dinas Cahaya')
    expect((await gateway.usage(key)).office).toEqual({ id, name: 'Dinas Cahaya' })
    expect(await listed(id)).toMatchObject({ name: 'Dinas Cahaya' })
  })
})

describe('an office that is suspended', () => {
  it('admits and enrols nobody until it is resumed, and then has lost nothing', async () => {
    const { id, key } = await gateway.office({ office: { actionsPerMonth: 2 } })
    const { token } = await gateway.enrolment(id)
    const enrol = () =>
      fetch(`${gateway.url}/v1/enrolments`, { method: 'POST', body: JSON.stringify({ token }) })
    await asked(key)
    const suspended = await gateway.admin('POST', `/offices/${id}/suspend`)
    expect(suspended.status).toBe(200)
    const refused = await gateway.chat(key, complaint)
    expect([refused.status, (await errorOf(refused)).code]).toEqual([403, 'office_suspended'])
    expect((await errorOf(await enrol())).code).toBe('office_suspended')
    expect((await listed(id))?.suspendedAt).toEqual(expect.any(Number))

    await gateway.admin('POST', `/offices/${id}/resume`)
    expect((await listed(id))?.suspendedAt).toBeNull()
    expect((await enrol()).status).toBe(201)
    expect([await asked(key), await asked(key)]).toEqual([200, 'month_quota_spent'])
  })

  it('stays so over a restart', async () => {
    const { id, key } = await gateway.office()
    await gateway.admin('POST', `/offices/${id}/suspend`)
    await gateway.kill()
    await gateway.startAgain()
    expect(await asked(key)).toBe('office_suspended')
  })
})

describe('an office that is removed', () => {
  it('has no key and no link that works, and a name that stays taken', async () => {
    const { id, key } = await gateway.office()
    const { token } = await gateway.enrolment(id)
    expect((await gateway.admin('DELETE', `/offices/${id}`)).status).toBe(200)
    expect(await asked(key)).toBe('key_revoked')
    const enrolled = await fetch(`${gateway.url}/v1/enrolments`, {
      method: 'POST',
      body: JSON.stringify({ token }),
    })
    expect((await errorOf(enrolled)).code).toBe('enrolment_closed')
    const again = await gateway.admin('POST', '/offices', { id, name: 'Lain' })
    expect([again.status, (await errorOf(again)).code]).toEqual([409, 'already_exists'])
    expect(await asked(key)).toBe('key_revoked')
    expect((await listed(id))?.removedAt).toEqual(expect.any(Number))
  })

  it('can be read, its audit too', async () => {
    const { id, key, keyId } = await gateway.office()
    await asked(key)
    await gateway.admin('DELETE', `/offices/${id}`)
    expect(await read(`/offices/${id}`)).toMatchObject({ id, removedAt: expect.any(Number) })
    expect(await read(`/offices/${id}/keys`)).toMatchObject({ keys: [{ revokedAt: expect.any(Number) }] })
    const audit = await (await gateway.admin('GET', `/offices/${id}/audit`)).text()
    expect(audit).toContain(`"keyId":"${keyId}"`)
  })

  it.each([
    ['PUT', '', { name: 'Lain' }],
    ['DELETE', '', undefined],
    ['POST', '/resume', undefined],
    ['POST', '/suspend', undefined],
    ['PUT', '/limits', { actionsPerDay: 1 }],
    ['PUT', '/never-hide', { terms: ['Balai'] }],
    ['POST', '/keys', { label: 'x' }],
    ['DELETE', '/keys?label=uji', undefined],
    ['POST', '/keys/KEY/rotate', { overlapHours: 0 }],
    ['PUT', '/keys/KEY/limits', {}],
    ['POST', '/groups', { id: 'k', label: 'K' }],
    ['POST', '/enrolments', {}],
  ])('can not be changed: %s %s', async (method, path, body) => {
    const { id, keyId } = await gateway.office()
    await gateway.admin('DELETE', `/offices/${id}`)
    const answer = await gateway.admin(method, `/offices/${id}${path.replace('KEY', keyId)}`, body)
    expect([answer.status, (await errorOf(answer)).code]).toEqual([404, 'office_unknown'])
  })
})

interface Imported {
  rows: { row: number; id: string | null; ok: boolean; problem: string | null; param: string | null }[]
  added: number
  dryRun: boolean
}

describe('the import of a list', () => {
  let lists = 0
  /** Forty offices with limits, of names that no other test has. */
  const forty = () => {
    lists += 1
    return times(40, (index) => ({
      id: `kelurahan-${lists}-${index + 1}`,
      name: `Kelurahan ${index + 1}`,
      limits: { actionsPerDay: index, rupiahPerMonth: 50_000 },
    }))
  }
  const send = async (rows: unknown[], more: object = {}) => {
    const answer = await gateway.admin('POST', '/offices/import', { rows, ...more })
    return { status: answer.status, result: (await answer.json()) as Imported }
  }
  const count = async () => (await read<{ offices: object[] }>('/offices')).offices.length

  it('tried dry: says that all is well, and adds nothing', async () => {
    const before = await count()
    const { status, result } = await send(forty(), { dryRun: true })
    expect(status).toBe(200)
    expect(result).toMatchObject({ added: 0, dryRun: true })
    expect(result.rows.filter(({ ok }) => ok)).toHaveLength(40)
    expect(await count()).toBe(before)
  })

  it('adds forty offices, and each works with its own limits', async () => {
    const rows = forty()
    const { status, result } = await send(rows)
    expect([status, result.added]).toEqual([201, 40])
    for (const { id, name, limits } of [rows[0]!, rows[1]!, rows[39]!]) {
      expect(await read(`/offices/${id}`)).toMatchObject({ id, name, limits })
    }
    const [none, one] = [await newKey(rows[0]!.id), await newKey(rows[1]!.id)]
    expect([await asked(none), await asked(one), await asked(one)]).toEqual([
      'office_day_spent',
      200,
      'office_day_spent',
    ])
  })

  it.each([true, false])(
    'names each wrong row, and adds none of the others (dry run: %s)',
    async (dryRun) => {
      const existing = await gateway.office()
      const rows: unknown[] = forty()
      const [first] = rows as { id: string }[]
      rows[1] = { id: 'Kelurahan Besar', name: 'Besar' }
      rows[2] = { id: 'kelurahan-tanpa-nama' }
      rows[3] = { id: 'kelurahan-lima', name: 'Lima', limits: { actionsPerDay: -1 } }
      rows[4] = { id: 'kelurahan-enam', name: 'Enam', camat: 'x' }
      rows[5] = 'kelurahan-tujuh'
      rows[6] = { id: existing.id, name: 'Sudah ada' }
      rows[7] = { id: first!.id, name: 'Dua kali' }
      const before = await count()
      const { status, result } = await send(rows, { dryRun })
      expect(status).toBe(dryRun ? 200 : 422)
      expect(
        result.rows.filter(({ ok }) => !ok).map(({ row, problem, param }) => [row, problem, param]),
      ).toEqual([
        [2, 'invalid_request', 'id'],
        [3, 'invalid_request', 'name'],
        [4, 'invalid_request', 'limits.actionsPerDay'],
        [5, 'invalid_request', 'camat'],
        [6, 'invalid_request', ''],
        [7, 'already_exists', 'id'],
        [8, 'already_exists', 'id'],
      ])
      expect(result.added).toBe(0)
      expect(await count()).toBe(before)
    },
  )

  it('takes the name of a removed office for taken', async () => {
    const { id } = await gateway.office()
    await gateway.admin('DELETE', `/offices/${id}`)
    const { result } = await send([{ id, name: 'Lagi' }])
    expect(result.rows).toMatchObject([{ ok: false, problem: 'already_exists' }])
  })

  it('sent twice at once, is taken once', async () => {
    const rows = forty()
    const sent = await Promise.all([1, 2].map(() => gateway.admin('POST', '/offices/import', { rows })))
    expect(sent.map(({ status }) => status).filter((status) => status === 201)).toHaveLength(1)
    expect(await asked(await newKey(rows[39]!.id))).toBe(200)
  })

  it.each([
    [{ rows: [] }, 'rows'],
    [{ rows: times(501, () => ({})) }, 'rows'],
    [{ rows: [{}], kering: true }, 'kering'],
    [{ dryRun: true }, 'rows'],
  ])('refuses a list that is none', async (body, param) => {
    const answer = await gateway.admin('POST', '/offices/import', body)
    expect(await errorOf(answer)).toMatchObject({ code: 'invalid_request', param })
  })

  it('is logged with how many it added, a dry run as such', async () => {
    await send(forty(), { dryRun: true })
    await send(forty())
    const { acts } = await read<{ acts: { act: string; detail: string }[] }>('/acts')
    expect(acts.slice(0, 2).map(({ act, detail }) => [act, detail])).toEqual([
      ['POST /offices/import', '{"added":40}'],
      ['POST /offices/import', '{"added":0,"dryRun":true}'],
    ])
  })
})
