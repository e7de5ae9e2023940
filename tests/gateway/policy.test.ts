// The city's policy: published in revisions, compared, rolled back, obeyed at once, and signed so that a browser can tell
// it from anybody else's. And the switches that turn things off.
import { createPublicKey, verify } from 'node:crypto'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { policySignatureHeader, type Policy } from '../../shared/protocol/index.ts'
import { signedInAs } from './console.ts'
import { aGateway, asking, errorOf, times, type TestGateway, type TestOffice } from './gateway.ts'
import { forgetUpstreams, privateAllowed, publish, register } from './registering.ts'
import { anUpstream, says, type Upstream } from './upstream.ts'

let gateway: TestGateway
let upstream: Upstream

beforeAll(async () => {
  upstream = await anUpstream()
  gateway = await aGateway(privateAllowed)
})
afterEach(async () => {
  await publish(gateway, {}, 'Seperti semula')
  await forgetUpstreams(gateway)
})
afterAll(async () => {
  await gateway.end()
  await upstream.end()
})

const complaint = 'Sampah menumpuk di pasar lama sejak pekan lalu.'
const withNumber = `${complaint} HP 0812-9876-5432.`

async function json<T = Record<string, unknown>>(method: string, path: string, body?: unknown): Promise<T> {
  return (await (await gateway.admin(method, path, body)).json()) as T
}

async function revisionNow(): Promise<number> {
  return (await json<{ revision: number }>('GET', '/policy')).revision
}

/** A body for publishing on top of what there is. */
async function draft(policy: object) {
  return { policy: { rules: {}, ...policy }, comment: 'Uji', basedOn: await revisionNow() }
}

function policyAnswer({ key }: Pick<TestOffice, 'key'>, headers: Record<string, string> = {}) {
  return fetch(`${gateway.url}/v1/policy`, { headers: { authorization: `Bearer ${key}`, ...headers } })
}

async function policyOf(office: Pick<TestOffice, 'key'>): Promise<Policy> {
  return (await (await policyAnswer(office)).json()) as Policy
}

/** @returns null for an answer, else the code. */
async function refusal(office: TestOffice, body: string | object = complaint): Promise<string | null> {
  const answer = await gateway.chat(office.key, body)
  if (!answer.ok) return (await errorOf(answer)).code
  await answer.text()
  return null
}

describe('publishing', () => {
  it('makes a revision, which is in force and stays as it was', async () => {
    const before = await revisionNow()
    const made = await gateway.admin('POST', '/policy', await draft({ rules: { disclosure: 'Dibantu AI.' } }))
    expect([made.status, await made.json()]).toEqual([201, { revision: before + 1 }])
    const policy = { rules: { disclosure: 'Dibantu AI.' }, offices: {} }
    expect(await json('GET', '/policy')).toEqual({ revision: before + 1, policy })
    await publish(gateway, {})
    expect(await json('GET', `/policy/revisions/${before + 1}`)).toEqual({ revision: before + 1, policy })
  })

  it('is listed with its comment, the newest first', async () => {
    await publish(gateway, {}, 'Pertama')
    await publish(gateway, {}, 'Kedua')
    const { revisions } = await json<{ revisions: { comment: string }[] }>('GET', '/policy/revisions')
    expect(revisions.slice(0, 2)).toMatchObject([{ comment: 'Kedua' }, { comment: 'Pertama' }])
  })

  it('is listed with who published it, also by going back', async () => {
    const rini = await signedInAs(gateway, { name: 'Rini', role: 'city' })
    const first = await publish(gateway, {}, 'Dengan token')
    await rini.call('POST', '/policy/rollback', { revision: first, basedOn: first })
    const { revisions } = await json<{ revisions: { actor: string }[] }>('GET', '/policy/revisions')
    expect(revisions.slice(0, 2).map(({ actor }) => actor)).toEqual([rini.id, 'token'])
  })

  it('of two admins at once tells one that the other was first, and loses neither', async () => {
    const basedOn = await revisionNow()
    const sent = times(5, (at) => ({
      policy: { rules: { disclosure: `Admin ${at}` } },
      comment: `Admin ${at}`,
      basedOn,
    }))
    const answers = await Promise.all(sent.map((body) => gateway.admin('POST', '/policy', body)))
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409, 409, 409])
    const winner = answers.findIndex(({ status }) => status === 201)
    const losers = answers.filter(({ status }) => status === 409)
    expect(await errorOf(losers[0]!)).toMatchObject({ code: 'revision_outdated', param: 'basedOn' })
    expect(await json('GET', '/policy')).toMatchObject({
      revision: basedOn + 1,
      policy: { rules: { disclosure: `Admin ${winner}` } },
    })
  })

  it('refuses one that is too large for every browser to fetch', async () => {
    const text = 'x'.repeat(4000)
    const templates = times(130, (at) => ({ name: `Templat ${at}`, text }))
    const answer = await gateway.admin('POST', '/policy', await draft({ rules: { templates } }))
    expect([answer.status, (await errorOf(answer)).code]).toEqual([413, 'policy_too_large'])
  })

  it('takes one just below that, and every browser gets it', async () => {
    const office = await gateway.office()
    const templates = times(120, (at) => ({ name: `Templat ${at}`, text: 'x'.repeat(4000) }))
    await publish(gateway, { rules: { templates } })
    expect((await policyOf(office)).templates).toEqual(templates)
    expect(await refusal(office)).toBeNull()
  })

  it.each<[string, object, string]>([
    ['an unknown rule', { rules: { kaca: 1 } }, 'policy.rules.kaca'],
    ['an unknown rule of an office', { offices: { dinkes: { kaca: 1 } } }, 'policy.offices.dinkes.kaca'],
    ['an unknown part', { kaca: 1 }, 'policy.kaca'],
    ['an unknown helper', { rules: { helpers: ['ramal'] } }, 'policy.rules.helpers.0'],
    ['the class rahasia', { rules: { dataClass: 'rahasia' } }, 'policy.rules.dataClass'],
    ['a portal with a path', { rules: { portals: ['https://a.go.id/x'] } }, 'policy.rules.portals.0'],
    [
      'a number that is never hidden',
      { rules: { neverHide: ['0812-3456-7890'] } },
      'policy.rules.neverHide.0',
    ],
    ['an audit of no days', { rules: { retentionDays: 0 } }, 'policy.rules.retentionDays'],
    [
      'a day that is none',
      { rules: { holidays: [{ day: '2026-02-30', name: 'x' }] } },
      'policy.rules.holidays.0.day',
    ],
  ])('refuses %s and names it', async (_, policy, param) => {
    const before = await revisionNow()
    const answer = await gateway.admin('POST', '/policy', await draft(policy))
    expect(await errorOf(answer)).toMatchObject({ code: 'invalid_request', param })
    expect(await revisionNow()).toBe(before)
  })

  it.each<[string, object, string]>([
    ['an upstream', { rules: { upstreams: ['modle-kota'] } }, 'policy.rules.upstreams'],
    ['an office', { offices: { dinkse: { dataClass: 'umum' } } }, 'policy.offices.dinkse'],
  ])(
    'refuses %s that there is not, for it would rule nothing or leave nobody to answer',
    async (_, policy, param) => {
      const before = await revisionNow()
      const answer = await gateway.admin('POST', '/policy', await draft(policy))
      expect(await errorOf(answer)).toMatchObject({ code: 'id_unknown', param })
      const compared = await gateway.admin('POST', '/policy/diff', { rules: {}, ...policy })
      expect(await errorOf(compared)).toMatchObject({ code: 'id_unknown', param })
      expect(await revisionNow()).toBe(before)
    },
  )

  it('gets a later number on request, for browsers take none that is lower than what they hold', async () => {
    const before = await revisionNow()
    const publishAs = async (revision: number) =>
      gateway.admin('POST', '/policy', { ...(await draft({})), revision })
    expect(await errorOf(await publishAs(before))).toMatchObject({
      code: 'invalid_request',
      param: 'revision',
    })
    expect(await (await publishAs(before + 30)).json()).toEqual({ revision: before + 30 })
    expect(await publish(gateway, {})).toBe(before + 31)
  })

  it('needs a comment', async () => {
    const answer = await gateway.admin('POST', '/policy', { ...(await draft({})), comment: ' ' })
    expect(await errorOf(answer)).toMatchObject({ code: 'invalid_request', param: 'comment' })
  })

  it('says before what would change, and for whom', async () => {
    const [{ id: dinkes }, { id: dishub }] = [await gateway.office(), await gateway.office()]
    await publish(gateway, { rules: { disclosure: 'Lama' }, offices: { [dinkes]: { helpers: ['reply'] } } })
    const revision = await revisionNow()
    const policy = { rules: { disclosure: 'Baru' }, offices: { [dishub]: { dataClass: 'umum' } } }
    expect(await json('POST', '/policy/diff', policy)).toEqual({
      revision,
      changes: [
        { office: '', rule: 'disclosure', before: 'Lama', after: 'Baru' },
        { office: dinkes, rule: 'helpers', before: ['reply'] },
        { office: dishub, rule: 'dataClass', after: 'umum' },
      ],
    })
    expect(await revisionNow()).toBe(revision)
  })
})

describe('rolling back', () => {
  it('publishes an old revision anew', async () => {
    const office = await gateway.office()
    const good = await publish(gateway, { rules: { disclosure: 'Baik' } })
    const basedOn = await publish(gateway, { rules: { disclosure: 'Buruk' } })
    const made = await gateway.admin('POST', '/policy/rollback', { revision: good, basedOn })
    expect([made.status, await made.json()]).toEqual([201, { revision: basedOn + 1 }])
    expect(await policyOf(office)).toMatchObject({ revision: basedOn + 1, disclosure: 'Baik' })
  })

  it('is refused when another admin was first, and to a revision that never was', async () => {
    const basedOn = await publish(gateway, {})
    const code = async (body: object) =>
      (await errorOf(await gateway.admin('POST', '/policy/rollback', body))).code
    expect(await code({ revision: basedOn, basedOn: basedOn - 1 })).toBe('revision_outdated')
    expect(await code({ revision: basedOn + 7, basedOn })).toBe('id_unknown')
  })
})

describe('a rule is obeyed at once', () => {
  it('of helpers, in chat and in the list of models', async () => {
    const office = await gateway.office()
    await publish(gateway, { rules: { helpers: ['reply'] } })
    expect(await refusal(office)).toBe('helper_not_allowed')
    const models = await fetch(`${gateway.url}/v1/models`, {
      headers: { authorization: `Bearer ${office.key}` },
    })
    expect(await models.json()).toMatchObject({ data: [{ id: 'reply' }] })
    await publish(gateway, {})
    expect(await refusal(office)).toBeNull()
  })

  it('of classes, before anything is sent or charged', async () => {
    const office = await gateway.office()
    await register(gateway, upstream)
    upstream.answers(says('Baik.'))
    await publish(gateway, { rules: { dataClass: 'umum' } })
    expect(await refusal(office, withNumber)).toBe('class_not_allowed')
    expect(upstream.requests).toEqual([])
    expect((await gateway.usage(office.key)).actions.used).toBe(0)
    expect(await refusal(office)).toBeNull()
  })

  it("an office's own before the city's, rule by rule", async () => {
    const [strict, free] = [await gateway.office(), await gateway.office()]
    await publish(gateway, {
      rules: { helpers: ['summarise'], disclosure: 'Kota', dataClass: 'umum' },
      offices: { [free.id]: { dataClass: 'terbatas' } },
    })
    expect(await refusal(strict, withNumber)).toBe('class_not_allowed')
    expect(await refusal(free, withNumber)).toBeNull()
    expect(await policyOf(free)).toMatchObject({ helpers: ['summarise'], disclosure: 'Kota' })
  })

  it('of translations that stay on the device: the gateway takes none, also from a script with a key', async () => {
    const office = await gateway.office()
    await register(gateway, upstream)
    upstream.answers(says('Baik.'))
    const translating = asking(complaint, { model: 'translate' })
    expect(await refusal(office, translating)).toBeNull()
    await publish(gateway, { rules: { deviceTranslation: 'only' } })
    upstream.answers(says('Baik.'))
    expect(await refusal(office, translating)).toBe('translate_on_device')
    expect(upstream.requests).toEqual([])
    // The panel still has its button; who asks for models does not.
    expect(await policyOf(office)).toMatchObject({ deviceTranslation: 'only' })
    expect((await policyOf(office)).helpers).toContain('translate')
    const models = await fetch(`${gateway.url}/v1/models`, {
      headers: { authorization: `Bearer ${office.key}` },
    })
    expect(JSON.stringify(await models.json())).not.toContain('translate')
    expect(await refusal(office)).toBeNull()
    await publish(gateway, { rules: { deviceTranslation: 'allowed' } })
    expect(await refusal(office, translating)).toBeNull()
  })

  it('of terms that stay readable', async () => {
    const office = await gateway.office()
    await register(gateway, upstream)
    const text = 'Nama: Siti Rahmawati. Aula Siti Rahmawati bocor.'
    const sent = async () => {
      upstream.answers(says('Baik.'))
      await refusal(office, text)
      return upstream.requests[0]!.raw
    }
    expect(await sent()).not.toContain('Siti Rahmawati')
    await publish(gateway, { rules: { neverHide: ['Siti Rahmawati'] } })
    expect(await sent()).toContain('Siti Rahmawati')
  })

  it('and the audit names the revision', async () => {
    const office = await gateway.office()
    const revision = await publish(gateway, {})
    await refusal(office)
    const lines = await (await gateway.admin('GET', `/offices/${office.id}/audit`)).text()
    expect(JSON.parse(lines.split('\n')[0]!)).toMatchObject({ policyRevision: revision })
  })
})

describe('a kill switch', () => {
  const turn = (kind: string, id: string, off: boolean) =>
    gateway.admin('PUT', '/switches', { kind, id, off, ...(off && { reason: 'Insiden' }) })

  it.each<[string, (office: TestOffice) => string]>([
    ['city', () => ''],
    ['office', ({ id }) => id],
    ['helper', () => 'summarise'],
  ])('turns a %s off at once, and on again', async (kind, nameOf) => {
    const office = await gateway.office()
    await turn(kind, nameOf(office), true)
    const off = await json('GET', '/switches')
    const refused = await refusal(office)
    await turn(kind, nameOf(office), false)
    expect(off).toMatchObject({ off: [{ kind, id: nameOf(office), reason: 'Insiden' }] })
    expect(refused).toBe('switched_off')
    expect(await refusal(office)).toBeNull()
    expect(await json('GET', '/switches')).toEqual({ off: [] })
  })

  it('of an upstream leaves nobody where it was the only one', async () => {
    const office = await gateway.office()
    const id = await register(gateway, upstream)
    upstream.answers(says('Baik.'))
    await turn('upstream', id, true)
    const refused = await refusal(office)
    await turn('upstream', id, false)
    expect([refused, upstream.requests]).toEqual(['no_upstream', []])
  })

  it('of one office or helper leaves the others on', async () => {
    const [one, other] = [await gateway.office(), await gateway.office()]
    await turn('office', one.id, true)
    await turn('helper', 'translate', true)
    const [office, helper] = [await refusal(other), await policyOf(other)]
    await turn('office', one.id, false)
    await turn('helper', 'translate', false)
    expect(office).toBeNull()
    expect(helper.helpers).not.toContain('translate')
    expect(helper).toMatchObject({ off: false })
  })

  it('is told to browsers', async () => {
    const office = await gateway.office()
    await turn('office', office.id, true)
    const policy = await policyOf(office)
    await turn('office', office.id, false)
    expect(policy).toMatchObject({ off: true, helpers: [] })
  })

  it('of the city is one, by whatever name it is called', async () => {
    const office = await gateway.office()
    await turn('city', 'kota', true)
    await turn('city', '', false)
    const refused = await refusal(office)
    await turn('city', 'kota', false)
    expect(refused).toBeNull()
  })

  it.each(['office', 'helper', 'upstream'])(
    'for an unknown %s is refused: a slip would leave on what is believed to be off',
    async (kind) => {
      for (const id of ['', 'salah-tulis']) {
        const answer = await turn(kind, id, true)
        expect(await errorOf(answer)).toMatchObject({ code: 'id_unknown', param: 'id' })
      }
      expect(await json('GET', '/switches')).toEqual({ off: [] })
    },
  )

  it('of an upstream that was removed meanwhile can still be turned', async () => {
    const id = await register(gateway, upstream)
    await turn('upstream', id, true)
    await gateway.admin('DELETE', `/upstreams/${id}`)
    expect((await turn('upstream', id, false)).status).toBe(200)
    expect(await json('GET', '/switches')).toEqual({ off: [] })
  })

  it('stays off after a restart', async () => {
    const office = await gateway.office()
    await turn('helper', 'summarise', true)
    await gateway.kill()
    await gateway.startAgain()
    const refused = await refusal(office)
    await turn('helper', 'summarise', false)
    expect(refused).toBe('switched_off')
  })
})

describe('the policy that a browser fetches', () => {
  /** Whether the signature is that of the city for exactly these bytes. */
  async function isSigned(body: string, signature: string | null, publicKey: string): Promise<boolean> {
    const key = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x: publicKey }, format: 'jwk' })
    return verify(null, Buffer.from(body), key, Buffer.from(signature ?? '', 'base64url'))
  }
  async function signingKey(): Promise<string> {
    return (await json<{ publicKey: string }>('GET', '/signing-key')).publicKey
  }
  async function enrolled(): Promise<{ key: string; policyKey: string }> {
    const { token } = await gateway.enrolment((await gateway.office()).id)
    const answer = await fetch(`${gateway.url}/v1/enrolments`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ token }),
    })
    return (await answer.json()) as { key: string; policyKey: string }
  }

  it('is signed with the key that came with the enrolment, which is the one the admin is shown', async () => {
    const device = await enrolled()
    await publish(gateway, { rules: { disclosure: 'Disusun dengan bantuan AI – “diperiksa” petugas.' } })
    const answer = await policyAnswer(device)
    const body = await answer.text()
    expect(device.policyKey).toBe(await signingKey())
    expect(await isSigned(body, answer.headers.get(policySignatureHeader), device.policyKey)).toBe(true)
  })

  it('does not verify with one byte changed', async () => {
    const office = await gateway.office()
    const answer = await policyAnswer(office)
    const signature = answer.headers.get(policySignatureHeader)
    const body = await answer.text()
    const key = await signingKey()
    expect(await isSigned(body, signature, key)).toBe(true)
    expect(await isSigned(body.replace('"off":false', '"off":true'), signature, key)).toBe(false)
    expect(await isSigned(`${body} `, signature, key)).toBe(false)
  })

  it('is fetched again only when it has changed', async () => {
    const office = await gateway.office()
    const first = await policyAnswer(office)
    const etag = first.headers.get('etag') ?? ''
    const again = await policyAnswer(office, { 'if-none-match': etag })
    expect([again.status, await again.text(), again.headers.get('etag')]).toEqual([304, '', etag])
    await publish(gateway, { rules: { disclosure: 'Lain' } })
    const changed = await policyAnswer(office, { 'if-none-match': etag })
    expect([changed.status, changed.headers.get('etag') === etag]).toEqual([200, false])
  })

  it('is an office’s own', async () => {
    const [one, other] = [await gateway.office(), await gateway.office()]
    await publish(gateway, { offices: { [one.id]: { disclosure: 'Rahasia dapur' } } })
    expect(await policyOf(one)).toMatchObject({ office: { id: one.id }, disclosure: 'Rahasia dapur' })
    expect(await (await policyAnswer(other)).text()).not.toContain('Rahasia dapur')
  })

  it('names where a text would go now', async () => {
    const office = await gateway.office()
    const id = await register(gateway, upstream, { model: 'qwen', location: 'pusat data kota' })
    const target = { kind: 'openai', model: 'qwen', location: 'pusat data kota' }
    expect(await policyOf(office)).toMatchObject({ upstream: target })
    await gateway.admin('DELETE', `/upstreams/${id}`)
    expect(await policyOf(office)).toMatchObject({ upstream: { kind: 'offline' } })
  })

  it('is signed with the same key after a restart', async () => {
    const before = await signingKey()
    await gateway.kill()
    await gateway.startAgain()
    const answer = await policyAnswer(await gateway.office())
    expect(await signingKey()).toBe(before)
    expect(await isSigned(await answer.text(), answer.headers.get(policySignatureHeader), before)).toBe(true)
  })

  it('has one key however many ask at once for the first time', async () => {
    const young = await aGateway()
    const answers = await Promise.all(times(10, () => young.admin('GET', '/signing-key')))
    const keys = await Promise.all(answers.map((answer) => answer.text()))
    await young.end()
    expect(new Set(keys).size).toBe(1)
  })

  it('is for whoever holds a key', async () => {
    expect((await fetch(`${gateway.url}/v1/policy`)).status).toBe(401)
  })
})

it('a streamed request is ruled as a whole one', async () => {
  const office = await gateway.office()
  await publish(gateway, { rules: { helpers: [] } })
  expect(await refusal(office, asking(complaint, { stream: true }))).toBe('helper_not_allowed')
})
