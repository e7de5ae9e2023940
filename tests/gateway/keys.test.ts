// Keys as an admin makes them: limited, labelled, rotated, revoked; each change holds with the next request.
import { createHash } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Policy, Renewed } from '../../shared/protocol/index.ts'
import { aGateway, asking, errorOf, times, type TestGateway } from './gateway.ts'

let gateway: TestGateway

beforeAll(async () => {
  gateway = await aGateway()
})
afterAll(() => gateway.end())

const complaint = 'Lampu jalan di depan kantor kelurahan mati sejak Senin.'

interface ShownKey {
  id: string
  key: string
  label: string
  group: string | null
  expiresOn: string | null
  oldUntil: number | null
  revokedAt: number | null
  lastUsedAt: number | null
}

async function newKey(office: string, terms: object = {}): Promise<ShownKey> {
  const made = await gateway.admin('POST', `/offices/${office}/keys`, { label: 'uji', ...terms })
  expect(made.status).toBe(201)
  return (await made.json()) as ShownKey
}

async function listed(office: string): Promise<ShownKey[]> {
  const { keys } = (await (await gateway.admin('GET', `/offices/${office}/keys`)).json()) as {
    keys: ShownKey[]
  }
  return keys
}

async function rotate(office: string, id: string, overlapHours: number): Promise<Response> {
  return gateway.admin('POST', `/offices/${office}/keys/${id}/rotate`, { overlapHours })
}

/** As a browser does it. @returns its key, or the error */
async function enrol(token: string): Promise<{ key: string; keyId: string }> {
  const answer = await fetch(`${gateway.url}/v1/enrolments`, {
    method: 'POST',
    body: JSON.stringify({ token, device: 'Chrome' }),
  })
  return (await answer.json()) as { key: string; keyId: string }
}

/** 200, or the code of the refusal. */
async function asked(key: string, body: string | object = complaint): Promise<unknown> {
  const answer = await gateway.chat(key, body)
  return answer.ok ? answer.status : (await errorOf(answer)).code
}

describe('the limits of a key', () => {
  it('opens only the helpers that it was given', async () => {
    const { key } = await gateway.office({ key: { helpers: ['translate'] } })
    expect(await asked(key, asking(complaint, { model: 'translate' }))).toBe(200)
    expect(await asked(key, asking(complaint, { model: 'summarise' }))).toBe('helper_not_allowed')
  })

  it('is told of these helpers alone, in the list of models and in the policy', async () => {
    const { key } = await gateway.office({ key: { helpers: ['translate'] } })
    const read = async (path: string) =>
      (await fetch(`${gateway.url}/v1/${path}`, { headers: { authorization: `Bearer ${key}` } })).json()
    expect(await read('models')).toMatchObject({ data: [{ id: 'translate' }] })
    expect(await read('policy')).toMatchObject({ helpers: ['translate'] })
  })

  it.each([
    ['umum', 'Lampu jalan mati.', 'Hubungi 0812-9876-5432.'],
    ['internal', 'Hubungi 0812-9876-5432.', 'Sifat: Terbatas\nLampu jalan mati.'],
  ])('lets text pass up to its class (%s)', async (dataClass, within, above) => {
    const { id } = await gateway.office()
    const { key } = await newKey(id, { limits: { dataClass } })
    expect(await asked(key, within)).toBe(200)
    expect(await asked(key, above)).toBe('class_not_allowed')
  })

  it('what a limit refuses costs nothing', async () => {
    const { key } = await gateway.office({ key: { helpers: ['translate'], dataClass: 'umum' } })
    await asked(key)
    await asked(key, asking('Hubungi 0812-9876-5432.', { model: 'translate' }))
    expect((await gateway.usage(key)).actions.used).toBe(0)
  })

  it.each([
    ['actionsPerMinute', 'minute_limit'],
    ['actionsPerDay', 'day_quota_spent'],
  ])('%s: refused at the cap, with its own word', async (name, code) => {
    const { id } = await gateway.office()
    const { key } = await newKey(id, { limits: { [name]: 0 } })
    expect(await asked(key)).toBe(code)
  })

  it('keeps a limit that a change does not name, and forgets one that is set to null', async () => {
    const { id } = await gateway.office()
    const { id: keyId, key } = await newKey(id, { limits: { actionsPerDay: 0, helpers: ['summarise'] } })
    const path = `/offices/${id}/keys/${keyId}/limits`
    expect(await (await gateway.admin('PUT', path, { actionsPerMinute: 5 })).json()).toEqual({
      actionsPerDay: 0,
      actionsPerMinute: 5,
      helpers: ['summarise'],
    })
    await gateway.admin('PUT', path, { actionsPerDay: null, helpers: null })
    expect(await asked(key, asking(complaint, { model: 'translate' }))).toBe(200)
  })
})

describe('expiry', () => {
  it('shows its last day, and refuses from the day after', async () => {
    const { id } = await gateway.office()
    const { id: keyId, key } = await newKey(id, { expiresOn: '2099-12-31' })
    expect(await asked(key)).toBe(200)
    expect((await gateway.usage(key)).expiresOn).toBe('2099-12-31')
    const path = `/offices/${id}/keys/${keyId}/expiry`
    const ended = await gateway.admin('PUT', path, { expiresOn: '2020-02-29' })
    expect(await ended.json()).toMatchObject({ id: keyId, expiresOn: '2020-02-29' })
    expect(await asked(key)).toBe('key_expired')
    await gateway.admin('PUT', path, { expiresOn: null })
    expect(await asked(key)).toBe(200)
  })

  it.each(['2026-02-29', '2026-13-01', '31-12-2026', '2026-12-31T00:00:00Z', 7])(
    'refuses the day %j',
    async (expiresOn) => {
      const { id } = await gateway.office()
      const answer = await gateway.admin('POST', `/offices/${id}/keys`, { label: 'uji', expiresOn })
      expect((await errorOf(answer)).param).toBe('expiresOn')
    },
  )
})

describe('rotation', () => {
  it('keeps id, limits and counters; both secrets hold for the overlap', async () => {
    const { id, key, keyId } = await gateway.office({ key: { actionsPerDay: 3 } })
    await asked(key)
    const rotated = (await (await rotate(id, keyId, 24)).json()) as ShownKey
    expect(rotated).toMatchObject({ id: keyId, label: 'uji' })
    expect(rotated.key).not.toBe(key)
    expect([await asked(key), await asked(rotated.key)]).toEqual([200, 200])
    expect(await asked(rotated.key)).toBe('day_quota_spent')
    expect((await gateway.usage(key)).actions).toMatchObject({ used: 3, cap: 3 })
  })

  it('with an overlap of 0 ends the old secret at once', async () => {
    const { id, key, keyId } = await gateway.office()
    const { key: fresh } = (await (await rotate(id, keyId, 0)).json()) as ShownKey
    expect([await asked(key), await asked(fresh)]).toEqual(['key_unknown', 200])
  })

  it('done once more, leaves the last two secrets', async () => {
    const { id, key, keyId } = await gateway.office()
    const { key: second } = (await (await rotate(id, keyId, 24)).json()) as ShownKey
    const { key: third } = (await (await rotate(id, keyId, 24)).json()) as ShownKey
    expect([await asked(key), await asked(second), await asked(third)]).toEqual(['key_unknown', 200, 200])
  })

  it('a revoked key stays so', async () => {
    const { id, key, keyId } = await gateway.office()
    await gateway.admin('DELETE', `/offices/${id}/keys/${keyId}`)
    const answer = await rotate(id, keyId, 24)
    expect([answer.status, (await errorOf(answer)).code]).toEqual([404, 'id_unknown'])
    expect(await asked(key)).toBe('key_revoked')
  })

  it('revoking takes both secrets', async () => {
    const { id, key, keyId } = await gateway.office()
    const { key: fresh } = (await (await rotate(id, keyId, 24)).json()) as ShownKey
    await gateway.admin('DELETE', `/offices/${id}/keys/${keyId}`)
    expect([await asked(key), await asked(fresh)]).toEqual(['key_revoked', 'key_revoked'])
  })

  it('leaves the key of another office with the same id alone', async () => {
    const [ours, theirs] = [await gateway.office(), await gateway.office()]
    expect((await rotate(theirs.id, ours.keyId, 0)).status).toBe(404)
    expect(await asked(ours.key)).toBe(200)
  })

  it('done twenty times at once, leaves one newest secret that works', async () => {
    const { id, key, keyId } = await gateway.office()
    const answers = await Promise.all(times(20, () => rotate(id, keyId, 0)))
    const fresh = await Promise.all(answers.map(async (answer) => ((await answer.json()) as ShownKey).key))
    const outcomes = await Promise.all(fresh.map((one) => asked(one)))
    expect(outcomes.filter((outcome) => outcome === 200)).toHaveLength(1)
    expect(await asked(key)).toBe('key_unknown')
  })

  it.each([-1, 2161, 0.5, '1', undefined])('refuses an overlap of %j', async (overlapHours) => {
    const { id, keyId } = await gateway.office()
    const answer = await gateway.admin('POST', `/offices/${id}/keys/${keyId}/rotate`, { overlapHours })
    expect(await errorOf(answer)).toMatchObject({ code: 'invalid_request', param: 'overlapHours' })
  })
})

describe('renewal by the browsers themselves', () => {
  const ask = async (id: string, by: string, value: string, withinHours = 24) =>
    gateway.admin('POST', `/offices/${id}/renewals`, { by, value, withinHours })
  const headers = (key: string) => ({ authorization: `Bearer ${key}` })
  async function isAsked(key: string): Promise<boolean> {
    const answer = await fetch(`${gateway.url}/v1/policy`, { headers: headers(key) })
    return Policy.parse(await answer.json()).renewKey
  }
  const renewal = (key: string) =>
    fetch(`${gateway.url}/v1/renewals`, { method: 'POST', headers: headers(key) })
  const renew = async (key: string) => Renewed.parse(await (await renewal(key)).json()).key

  it('is asked of all keys of a label, with the policy; both secrets hold until its time', async () => {
    const { id, key, keyId } = await gateway.office()
    const other = await newKey(id, { label: 'lain' })
    expect(await (await ask(id, 'label', 'uji')).json()).toMatchObject({ asked: [keyId] })
    expect([await isAsked(key), await isAsked(other.key)]).toEqual([true, false])
    const fresh = await renew(key)
    expect(await isAsked(fresh)).toBe(false)
    expect([await asked(key), await asked(fresh)]).toEqual([200, 200])
    expect((await listed(id)).find((found) => found.id === keyId)).toMatchObject({ renewBy: null })
  })

  it('can be had again with the old secret where the answer was lost, but not once the new one was used', async () => {
    const { id, key, keyId } = await gateway.office()
    await ask(id, 'key', keyId)
    await renew(key)
    const second = await renew(key)
    expect(await isAsked(second)).toBe(false)
    const third = await renewal(key)
    expect((await errorOf(third)).code).toBe('renewal_not_asked')
    expect(await asked(second)).toBe(200)
  })

  it('is given to nobody unasked, nor to a stranger', async () => {
    const { id, key, keyId } = await gateway.office()
    expect((await errorOf(await renewal(key))).code).toBe('renewal_not_asked')
    await ask(id, 'key', keyId)
    const madeUp = key.replace(/.$/, (last) => (last === 'A' ? 'B' : 'A'))
    expect((await errorOf(await renewal(madeUp))).code).toBe('key_unknown')
    await gateway.admin('DELETE', `/offices/${id}/keys/${keyId}`)
    expect((await errorOf(await renewal(key))).code).toBe('key_revoked')
  })

  it.each([0, 2161, 1.5])('refuses %j hours', async (withinHours) => {
    const { id, keyId } = await gateway.office()
    const answer = await ask(id, 'key', keyId, withinHours)
    expect(await errorOf(answer)).toMatchObject({ code: 'invalid_request', param: 'withinHours' })
  })
})

describe('revoking', () => {
  it('the lost laptop: all keys of its label, and no other, from the next request on', async () => {
    const { id, key } = await gateway.office()
    const [one, two] = [
      await newKey(id, { label: 'laptop lurah' }),
      await newKey(id, { label: 'laptop lurah' }),
    ]
    const path = `/offices/${id}/keys?${new URLSearchParams({ label: 'laptop lurah' })}`
    const { revoked } = (await (await gateway.admin('DELETE', path)).json()) as { revoked: string[] }
    expect(revoked.sort()).toEqual([one.id, two.id].sort())
    expect([await asked(one.key), await asked(two.key), await asked(key)]).toEqual([
      'key_revoked',
      'key_revoked',
      200,
    ])
    expect(await (await gateway.admin('DELETE', path)).json()).toEqual({ revoked: [] })
  })

  it('finds a label whatever blanks stand around it', async () => {
    const { id } = await gateway.office()
    const { id: keyId } = await newKey(id, { label: ' loket 1 ' })
    const path = `/offices/${id}/keys?${new URLSearchParams({ label: ' loket 1 ' })}`
    expect(await (await gateway.admin('DELETE', path)).json()).toEqual({ revoked: [keyId] })
  })

  it('all keys of a group, those that devices enrolled too', async () => {
    const { id, key } = await gateway.office()
    await gateway.admin('POST', `/offices/${id}/groups`, { id: 'kelas-a', label: 'Kelas A' })
    const made = await newKey(id, { group: 'kelas-a' })
    const { token } = await gateway.enrolment(id, { group: 'kelas-a' })
    const { key: device } = await enrol(token)
    expect(await asked(device)).toBe(200)
    await gateway.admin('DELETE', `/offices/${id}/keys?group=kelas-a`)
    expect([await asked(made.key), await asked(device), await asked(key)]).toEqual([
      'key_revoked',
      'key_revoked',
      200,
    ])
  })

  it('all keys of a link that got about, and the link', async () => {
    const { id, key } = await gateway.office()
    const [leaked, other] = [await gateway.enrolment(id, { label: 'loket' }), await gateway.enrolment(id)]
    const [device, elsewhere] = [await enrol(leaked.token), await enrol(other.token)]
    const revoked = await gateway.admin('DELETE', `/offices/${id}/keys?enrolment=${leaked.id}`)
    expect(await revoked.json()).toEqual({ revoked: [device.keyId] })
    expect(await Promise.all([device.key, elsewhere.key, key].map((text) => asked(text)))).toEqual([
      'key_revoked',
      200,
      200,
    ])
    expect(await enrol(leaked.token)).toMatchObject({ error: { code: 'enrolment_closed' } })
  })

  it.each(['', '?label=', '?label=a&group=b', '?group=b&enrolment=c', '?semua=ya'])(
    'without one clear choice revokes nothing (%j)',
    async (query) => {
      const { id, key } = await gateway.office()
      const answer = await gateway.admin('DELETE', `/offices/${id}/keys${query}`)
      expect([answer.status, (await errorOf(answer)).code]).toEqual([400, 'invalid_request'])
      expect(await asked(key)).toBe(200)
    },
  )

  it('reaches every door: models, usage and policy too', async () => {
    const { id, key } = await gateway.office()
    await gateway.admin('DELETE', `/offices/${id}/keys?label=uji`)
    for (const path of ['models', 'usage', 'policy']) {
      const answer = await fetch(`${gateway.url}/v1/${path}`, { headers: { authorization: `Bearer ${key}` } })
      expect((await errorOf(answer)).code).toBe('key_revoked')
    }
  })
})

describe('in the middle of a run of requests', () => {
  /** So many, one after the other, that the gateway may admit some without asking the office's object. */
  async function run(key: string): Promise<void> {
    for (const _ of times(6, () => null)) expect(await asked(key)).toBe(200)
  }

  it.each([
    ['a revocation', 'DELETE', '/keys/KEY', undefined, 'key_revoked'],
    ['a revocation of all of a label', 'DELETE', '/keys?label=uji', undefined, 'key_revoked'],
    ['a rotation without overlap', 'POST', '/keys/KEY/rotate', { overlapHours: 0 }, 'key_unknown'],
    ['an earlier end', 'PUT', '/keys/KEY/expiry', { expiresOn: '2020-01-01' }, 'key_expired'],
    ['a helper taken away', 'PUT', '/keys/KEY/limits', { helpers: ['reply'] }, 'helper_not_allowed'],
    ['a lower cap of the key', 'PUT', '/keys/KEY/limits', { actionsPerDay: 6 }, 'day_quota_spent'],
    ['a lower cap of the office', 'PUT', '/limits', { actionsPerDay: 6 }, 'office_day_spent'],
    ['a suspension', 'POST', '/suspend', undefined, 'office_suspended'],
    ['a removal', 'DELETE', '', undefined, 'key_revoked'],
  ])('%s holds with the next request', async (_, method, path, body, code) => {
    const { id, key, keyId } = await gateway.office()
    await run(key)
    await gateway.admin(method, `/offices/${id}${path.replace('KEY', keyId)}`, body)
    expect(await asked(key)).toBe(code)
  })

  it('the figures are those of what was asked', async () => {
    const { id, key } = await gateway.office({ office: { actionsPerMonth: 1000 } })
    await run(key)
    expect((await gateway.usage(key)).actions.used).toBe(6)
    await run(key)
    expect(await (await gateway.admin('GET', `/offices/${id}`)).json()).toMatchObject({
      officeActions: { used: 12, cap: 1000 },
    })
  })
})

describe('what an admin sees', () => {
  it('links with how many devices have used them, and of each key the link that it came by', async () => {
    const { id } = await gateway.office()
    const terms = { label: 'loket', devices: 3, keysExpireOn: '2099-12-31' }
    const { id: link, token } = await gateway.enrolment(id, terms)
    const { keyId } = await enrol(token)
    const { enrolments } = (await (await gateway.admin('GET', `/offices/${id}/enrolments`)).json()) as {
      enrolments: object[]
    }
    expect(enrolments).toMatchObject([{ id: link, ...terms, enrolled: 1, revokedAt: null }])
    expect(JSON.stringify(enrolments)).not.toContain(token.slice(-20))
    expect((await listed(id)).find((key) => key.id === keyId)).toMatchObject({ enrolment: link })
  })

  it('when a key was last used, and null before', async () => {
    const { id, key } = await gateway.office()
    expect((await listed(id))[0]?.lastUsedAt).toBeNull()
    const before = Date.now()
    await asked(key)
    const { lastUsedAt } = (await listed(id))[0]!
    expect(lastUsedAt).toBeGreaterThanOrEqual(before)
    expect(lastUsedAt).toBeLessThanOrEqual(Date.now())
  })

  it('a secret once: neither lists nor the log of acts hold any of it', async () => {
    const { id, key, keyId } = await gateway.office()
    const { key: fresh } = (await (await rotate(id, keyId, 24)).json()) as ShownKey
    const { token } = await gateway.enrolment(id)
    const pages = await Promise.all(
      [`/offices/${id}/keys`, `/offices/${id}`, '/offices', '/acts'].map(async (path) =>
        (await gateway.admin('GET', path)).text(),
      ),
    )
    for (const secret of [key, fresh, token]) {
      expect(pages.join()).not.toContain(secret.slice(-43))
      expect(pages.join()).not.toContain(createHash('sha256').update(secret).digest('hex'))
    }
  })

  it('each act, with its settings', async () => {
    const { id, keyId } = await gateway.office()
    await rotate(id, keyId, 24)
    const { acts } = (await (await gateway.admin('GET', '/acts')).json()) as { acts: object[] }
    expect(acts[0]).toMatchObject({
      act: `POST /offices/${id}/keys/${keyId}/rotate`,
      subject: id,
      detail: '{"overlapHours":24}',
    })
  })
})

describe('fields that nobody knows are refused by name (R7)', () => {
  it.each([
    ['POST', '/keys', { label: 'x', budget: 1 }, 'budget'],
    ['POST', '/keys', { label: 'x', limits: { wordsPerDay: 1 } }, 'limits.wordsPerDay'],
    ['PUT', '/keys/KEY/limits', { tokensPerDay: 1 }, 'tokensPerDay'],
    ['PUT', '/keys/KEY/expiry', { expiresOn: null, hour: 5 }, 'hour'],
    ['POST', '/keys/KEY/rotate', { overlapHours: 1, until: 'besok' }, 'until'],
    ['POST', '/groups', { id: 'k', label: 'K', size: 40 }, 'size'],
    ['PUT', '/groups/k/limits', { actionsPerMonth: 1 }, 'actionsPerMonth'],
    ['POST', '/enrolments', { device: 5 }, 'device'],
  ])('%s %s %j', async (method, path, body, param) => {
    const { id, keyId } = await gateway.office()
    const answer = await gateway.admin(method, `/offices/${id}${path.replace('KEY', keyId)}`, body)
    expect(await errorOf(answer)).toMatchObject({ code: 'invalid_request', param })
  })

  it('a group that does not exist', async () => {
    const { id } = await gateway.office()
    for (const path of ['keys', 'enrolments']) {
      const answer = await gateway.admin('POST', `/offices/${id}/${path}`, { label: 'x', group: 'tidak-ada' })
      expect(await errorOf(answer)).toMatchObject({ code: 'id_unknown', param: 'group' })
    }
  })
})
