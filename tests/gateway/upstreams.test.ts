// Upstreams as an admin registers them: their keys stay secret, their addresses public, and a text goes only to one that
// is approved for its office and its class, is on the policy's list and is switched on.
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { NewUpstream } from '../../shared/protocol/admin.ts'
import { aGateway, asking, errorOf, type TestGateway } from './gateway.ts'
import {
  anUpstreamAt,
  auditOf,
  forgetUpstreams,
  privateAllowed,
  publish,
  register,
  registered,
} from './registering.ts'
import { anUpstream, refuses, says, type Upstream } from './upstream.ts'

let gateway: TestGateway
/** Two servers, so that it shows which one was asked. */
let first: Upstream
let second: Upstream

beforeAll(async () => {
  first = await anUpstream()
  second = await anUpstream()
  gateway = await aGateway(privateAllowed)
})
afterEach(() => forgetUpstreams(gateway))
afterAll(async () => {
  await gateway.end()
  await first.end()
  await second.end()
})

const complaint = 'Sampah menumpuk di pasar lama sejak pekan lalu.'
const withNumber = `${complaint} HP 0812-9876-5432.`
const restricted = 'Istri saya sakit kanker, nama Siti Aminah, HP 0812-9876-5432.'
const key = 'sk-hulu-0123456789abcdef'

/** All bytes of the state folder. */
function stateBytes(): string {
  return readdirSync(gateway.stateFolder, { recursive: true })
    .map((path) => join(gateway.stateFolder, String(path)))
    .filter((path) => statSync(path).isFile())
    .map((path) => readFileSync(path, 'latin1'))
    .join('\n')
}

async function codeOf(answer: Promise<Response>): Promise<string | null> {
  return (await errorOf(await answer)).code
}

describe('an upstream in the register', () => {
  it('is shown as it was registered, and whether it has a key', async () => {
    const body = anUpstreamAt(first.url, { contract: 'PKS 12/2026', rupiahIn: 2500, priority: 3, key })
    const made = await gateway.admin('POST', '/upstreams', body)
    expect(made.status).toBe(201)
    const { key: _, ...settings } = body
    const shown = {
      ...settings,
      offices: null,
      rupiahOut: 0,
      thinking: 'as-is',
      hasKey: true,
      breaker: 'closed',
    }
    expect(await made.json()).toMatchObject(shown)
    expect(await registered(gateway)).toMatchObject([shown])
  })

  it('stands beside what answers without being registered, which can be tried too', async () => {
    const listed = async () =>
      (await (await gateway.admin('GET', '/upstreams')).json()) as { unregistered: object[] }
    const offline = {
      id: 'offline',
      kind: 'offline',
      model: 'offline',
      location: 'gerbang kota',
      breaker: 'closed',
    }
    expect((await listed()).unregistered).toEqual([offline])
    const tried = await (await gateway.admin('POST', '/upstreams/offline/test')).json()
    expect(tried).toMatchObject({ ok: true, letter: expect.stringContaining('3671015508870003') })
    await register(gateway, first)
    expect((await listed()).unregistered).toEqual([])
    expect(await codeOf(gateway.admin('POST', '/upstreams/offline/test'))).toBe('id_unknown')
  })

  it('can be changed; the key stays where none is given', async () => {
    const id = await register(gateway, first, { key })
    const { id: _, ...changed } = anUpstreamAt(first.url, { label: 'Model baru' })
    const shown = { id, label: 'Model baru', hasKey: true }
    expect(await (await gateway.admin('PUT', `/upstreams/${id}`, changed)).json()).toMatchObject(shown)
    expect(await registered(gateway)).toMatchObject([shown])
    first.answers(says('Baik.'))
    await gateway.chat((await gateway.office()).key, complaint)
    expect(first.requests[0]?.headers.authorization).toBe(`Bearer ${key}`)
  })

  it('does not take its key along to another server: there it must be given again', async () => {
    const id = await register(gateway, first, { key })
    const { id: _, ...elsewhere } = anUpstreamAt(second.url)
    const refused = await errorOf(await gateway.admin('PUT', `/upstreams/${id}`, elsewhere))
    expect(refused).toMatchObject({ code: 'invalid_request', param: 'key' })
    const changed = await gateway.admin('PUT', `/upstreams/${id}`, { ...elsewhere, key: 'sk-lain' })
    expect(changed.status).toBe(200)
    second.answers(says('Baik.'))
    await gateway.chat((await gateway.office()).key, complaint)
    expect(second.requests[0]?.headers.authorization).toBe('Bearer sk-lain')
  })

  it('loses its key by null, and gets another by a new one', async () => {
    const id = await register(gateway, first, { key })
    const { id: _, ...settings } = anUpstreamAt(first.url)
    const office = await gateway.office()
    const sentWith = async (change: object) => {
      await gateway.admin('PUT', `/upstreams/${id}`, { ...settings, ...change })
      first.answers(says('Baik.'))
      await gateway.chat(office.key, complaint)
      return first.requests[0]?.headers.authorization
    }
    expect(await sentWith({ key: 'sk-lain' })).toBe('Bearer sk-lain')
    expect(await sentWith({ key: null })).toBeUndefined()
    expect(await registered(gateway)).toMatchObject([{ hasKey: false }])
  })

  it('is gone once removed', async () => {
    const id = await register(gateway, first)
    expect((await gateway.admin('DELETE', `/upstreams/${id}`)).status).toBe(200)
    expect(await registered(gateway)).toEqual([])
    first.answers(says('Baik.'))
    await gateway.chat((await gateway.office()).key, complaint)
    expect(first.requests).toEqual([])
  })

  it.each([
    ['changed', 'PUT'],
    ['removed', 'DELETE'],
    ['tried', 'POST'],
  ])('is not %s when nobody registered it', async (_, method) => {
    const { id, ...settings } = anUpstreamAt(first.url)
    const path = method === 'POST' ? `/upstreams/${id}/test` : `/upstreams/${id}`
    expect(await codeOf(gateway.admin(method, path, settings))).toBe('id_unknown')
  })

  it('keeps its name to itself', async () => {
    const id = await register(gateway, first)
    expect(await codeOf(gateway.admin('POST', '/upstreams', anUpstreamAt(second.url, { id })))).toBe(
      'already_exists',
    )
  })

  it.each<[string, object, string]>([
    ['no address', { baseUrl: undefined }, 'baseUrl'],
    ['a name inside the address', { baseUrl: 'https://a:b@model.contoh.id/v1' }, 'baseUrl'],
    ['a question mark in it', { baseUrl: 'https://model.contoh.id/v1?x=1' }, 'baseUrl'],
    ['another scheme', { baseUrl: 'file:///etc/passwd' }, 'baseUrl'],
    ['no class', { classes: [] }, 'classes'],
    ['the class rahasia', { classes: ['rahasia'] }, 'classes.0'],
    ['a price below nothing', { rupiahIn: -1 }, 'rupiahIn'],
    ['a line break in the key', { key: 'sk\nx: y' }, 'key'],
    ['a field that nobody knows', { kunci: 'x' }, 'kunci'],
  ])('is refused with %s, and the field named', async (_, more, param) => {
    const answer = await gateway.admin('POST', '/upstreams', { ...anUpstreamAt(first.url), ...more })
    expect(await errorOf(answer)).toMatchObject({ code: 'invalid_request', param })
    expect(await registered(gateway)).toEqual([])
  })

  it('never has the name of the one in the environment, whose key it would be sent', async () => {
    const operators = await aGateway({
      ...privateAllowed,
      PENDAMPING_UPSTREAM: first.url,
      PENDAMPING_UPSTREAM_KEY: 'sk-operator',
    })
    second.answers(says('Baik.'))
    const made = await operators.admin('POST', '/upstreams', anUpstreamAt(second.url, { id: 'env' }))
    await operators.admin('POST', '/upstreams/env/test')
    await operators.end()
    expect((await errorOf(made)).code).toBe('already_exists')
    expect(second.requests).toEqual([])
  })

  it('is called "offline" only where nothing leaves the gateway', async () => {
    const elsewhere = gateway.admin('POST', '/upstreams', anUpstreamAt(first.url, { id: 'offline' }))
    expect(await codeOf(elsewhere)).toBe('already_exists')
    await register(gateway, first, { id: 'offline', kind: 'offline' })
  })
})

describe('the key of an upstream', () => {
  it('reaches it as its bearer token', async () => {
    first.answers(says('Baik.'))
    await register(gateway, first, { key })
    await gateway.chat((await gateway.office()).key, complaint)
    expect(first.requests[0]?.headers.authorization).toBe(`Bearer ${key}`)
  })

  it('is in no answer, no state file, no log and no report', async () => {
    const id = await register(gateway, first, { key })
    const { id: _, ...settings } = anUpstreamAt(first.url, { key })
    const answers = await Promise.all([
      gateway.admin('PUT', `/upstreams/${id}`, settings),
      gateway.admin('POST', `/upstreams/${id}/test`),
      gateway.admin('POST', '/upstreams/reseal'),
      gateway.admin('GET', '/upstreams'),
      gateway.admin('GET', '/acts'),
      gateway.admin('GET', '/reports/processing-register'),
      gateway.admin('GET', '/reports/incident'),
    ])
    const returned = (await Promise.all(answers.map((answer) => answer.text()))).join('\n')
    expect(returned).not.toContain(key)
    const bytes = stateBytes()
    expect(bytes).toContain(id)
    expect(bytes).not.toContain(key)
    expect(gateway.log()).not.toContain(key)
  })

  it('opens with a new master key after it was sealed anew, and then the old one is not needed', async () => {
    const [old, young] = ['lama-'.repeat(8), 'baru-'.repeat(8)]
    const env: Record<string, string> = { ...privateAllowed, PENDAMPING_MASTER_KEY: old }
    const rotated = await aGateway(env)
    const office = await rotated.office()
    const id = await register(rotated, first, { key })
    const policyKey = async () => (await rotated.admin('GET', '/signing-key')).json()
    const before = await policyKey()
    const restart = async (masters: Record<string, string>) => {
      await rotated.kill()
      for (const name of ['PENDAMPING_MASTER_KEY', 'PENDAMPING_MASTER_KEY_OLD']) delete env[name]
      Object.assign(env, masters)
      await rotated.startAgain()
    }
    const sentWith = async () => {
      first.answers(says('Baik.'))
      await (await rotated.chat(office.key, complaint)).text()
      return first.requests[0]?.headers.authorization
    }

    await restart({ PENDAMPING_MASTER_KEY: young, PENDAMPING_MASTER_KEY_OLD: old })
    expect(await sentWith()).toBe(`Bearer ${key}`)
    const resealed = await rotated.admin('POST', '/upstreams/reseal')
    expect(await resealed.json()).toEqual({ resealed: [id], lost: [] })

    await restart({ PENDAMPING_MASTER_KEY: young })
    expect(await sentWith()).toBe(`Bearer ${key}`)
    expect(await policyKey()).toEqual(before)

    await restart({ PENDAMPING_MASTER_KEY: old })
    expect(await sentWith()).toBeUndefined()
    const lost = await rotated.admin('POST', '/upstreams/reseal')
    expect(await lost.json()).toEqual({ resealed: [], lost: [id, 'signing'] })

    // The young one is lost for good: the city begins to sign anew, once.
    const renewed = await rotated.admin('POST', '/signing-key/renew')
    expect(renewed.status).toBe(201)
    expect(await policyKey()).toEqual(await renewed.json())
    expect(await policyKey()).not.toEqual(before)
    expect((await rotated.admin('POST', '/signing-key/renew')).status).toBe(409)
    await rotated.end()
  })
})

describe('an address in a private network', () => {
  let strict: TestGateway
  beforeAll(async () => {
    strict = await aGateway()
  })
  afterAll(() => strict.end())

  it.each([
    'http://127.0.0.1:8080/v1',
    'http://2130706433/v1',
    'http://0x7f.1/v1',
    'http://[::ffff:169.254.169.254]/latest',
    'http://169.254.169.254./latest',
    'http://localhost./v1',
    'http://metadata.google.internal/v1',
  ])('%s is refused, when registered and when changed', async (baseUrl) => {
    const refused = { code: 'upstream_forbidden', param: 'baseUrl' }
    const body = anUpstreamAt(baseUrl)
    expect(await errorOf(await strict.admin('POST', '/upstreams', body))).toMatchObject(refused)
    const id = await register(strict, { url: 'https://model.contoh.id/v1' })
    const { id: _, ...settings } = body
    expect(await errorOf(await strict.admin('PUT', `/upstreams/${id}`, settings))).toMatchObject(refused)
  })

  it('is not asked any more once the operator no longer allows it', async () => {
    const env: Record<string, string> = { ...privateAllowed }
    const changing = await aGateway(env)
    const office = await changing.office()
    const id = await register(changing, first)
    delete env.PENDAMPING_PRIVATE_UPSTREAMS
    await changing.kill()
    await changing.startAgain()
    first.answers(says('Baik.'))
    const code = await codeOf(changing.chat(office.key, complaint))
    const tried = await changing.admin('POST', `/upstreams/${id}/test`)
    expect(await tried.json()).toMatchObject({ ok: false, code: 'upstream_refused' })
    await changing.end()
    expect([code, first.requests]).toEqual(['upstream_refused', []])
  })

  it('may be registered where the operator allows it', async () => {
    await register(gateway, { url: 'http://10.1.2.3/v1' })
    expect(await registered(gateway)).toHaveLength(1)
  })
})

describe('a text goes', () => {
  /** Who was asked for this text, by name. */
  async function asked(text: string, office: { key: string }): Promise<string[]> {
    first.answers(says('Baik.'))
    second.answers(says('Baik.'))
    await (await gateway.chat(office.key, text)).text()
    return [...first.requests.map(() => 'first'), ...second.requests.map(() => 'second')]
  }

  it('by its class', async () => {
    const office = await gateway.office()
    await register(gateway, first, { classes: ['umum'] })
    await register(gateway, second, { classes: ['internal'] })
    expect(await asked(complaint, office)).toEqual(['first'])
    expect(await asked(withNumber, office)).toEqual(['second'])
    expect(await asked(restricted, office)).toEqual([])
  })

  it('only where its office is approved', async () => {
    const [one, other] = [await gateway.office(), await gateway.office()]
    await register(gateway, first, { offices: [one.id] })
    await register(gateway, second, { offices: [other.id] })
    expect(await asked(complaint, one)).toEqual(['first'])
    expect(await asked(complaint, other)).toEqual(['second'])
  })

  it('to the lowest priority first, whatever the order of registering', async () => {
    const office = await gateway.office()
    await register(gateway, first, { priority: 20 })
    await register(gateway, second, { priority: 10 })
    expect(await asked(complaint, office)).toEqual(['second'])
  })

  it("only to those on the policy's list, an office's own list before the city's", async () => {
    const [one, other] = [await gateway.office(), await gateway.office()]
    const id = await register(gateway, first)
    const theirs = await register(gateway, second)
    await publish(gateway, { rules: { upstreams: [id] }, offices: { [other.id]: { upstreams: [theirs] } } })
    expect(await asked(complaint, one)).toEqual(['first'])
    expect(await asked(complaint, other)).toEqual(['second'])
    await publish(gateway, {})
  })

  it('past one that is switched off, until it is on again', async () => {
    const office = await gateway.office()
    const id = await register(gateway, first, { priority: 1 })
    await register(gateway, second)
    await gateway.admin('PUT', '/switches', { kind: 'upstream', id, off: true, reason: 'Gangguan' })
    expect(await asked(complaint, office)).toEqual(['second'])
    await gateway.admin('PUT', '/switches', { kind: 'upstream', id, off: false })
    expect(await asked(complaint, office)).toEqual(['first'])
  })

  it.each<[string, Partial<NewUpstream>, string]>([
    ['its class', { classes: ['umum', 'internal'] }, restricted],
    ['its office', { offices: ['kantor-lain'] }, complaint],
    ['no office at all', { offices: [] }, complaint],
  ])('nowhere when nobody is approved for %s, and costs nothing', async (_, approved, text) => {
    const office = await gateway.office()
    await register(gateway, first, approved)
    await register(gateway, second, approved)
    const answer = await gateway.chat(office.key, text)
    expect([answer.status, (await errorOf(answer)).code]).toEqual([403, 'no_upstream'])
    expect(await asked(text, office)).toEqual([])
    expect((await gateway.usage(office.key)).actions.used).toBe(0)
  })

  it('nowhere while the policy lists nobody, not even to the one of the environment', async () => {
    const operators = await aGateway({ PENDAMPING_UPSTREAM: first.url })
    const office = await operators.office()
    await publish(operators, { rules: { upstreams: [] } })
    first.answers(says('Baik.'))
    expect(await codeOf(operators.chat(office.key, complaint))).toBe('no_upstream')
    await publish(operators, { rules: { upstreams: ['env'] } })
    await operators.chat(office.key, complaint)
    await operators.end()
    expect(first.requests).toHaveLength(1)
  })

  it('to the one of the environment last, and with the key of the environment', async () => {
    const operators = await aGateway({
      ...privateAllowed,
      PENDAMPING_UPSTREAM: second.url,
      PENDAMPING_UPSTREAM_KEY: 'sk-operator',
    })
    const office = await operators.office()
    await register(operators, first, { priority: 1000, key })
    const askedOf = async () => {
      second.answers(says('Baik.'))
      await (await operators.chat(office.key, complaint)).text()
      return second.requests.map(({ headers }) => headers.authorization)
    }
    first.answers(says('Baik.'))
    expect(await askedOf()).toEqual([])
    first.answers(refuses(500))
    expect(await askedOf()).toEqual(['Bearer sk-operator'])
    await operators.end()
  })

  it('to the engine inside the gateway where that is registered, and to nobody else', async () => {
    await register(gateway, first, { kind: 'offline' })
    const answer = await gateway.chat((await gateway.office()).key, complaint)
    expect(answer.headers.get('x-pendamping-upstream')).toBe('offline')
  })
})

describe('the price', () => {
  it('is charged in Rupiah for the tokens that were used', async () => {
    const office = await gateway.office()
    await register(gateway, first, { rupiahIn: 2000, rupiahOut: 8000 })
    first.answers(says('Baik.', { in: 300_000, out: 50_000 }))
    await (await gateway.chat(office.key, complaint)).text()
    const overview = await gateway.admin('GET', `/offices/${office.id}`)
    expect(await overview.json()).toMatchObject({ officeRupiah: { used: 1000 } })
    expect(await auditOf(gateway, office.id)).toMatchObject([{ millirupiah: 1_000_000 }])
  })

  it('of the dearest that may answer must fit into what is left of the month', async () => {
    const office = await gateway.office({ office: { rupiahPerMonth: 50 } })
    await register(gateway, first, { priority: 1 })
    await register(gateway, second, { rupiahIn: 100_000_000 })
    first.answers(says('Baik.'))
    expect(await codeOf(gateway.chat(office.key, complaint))).toBe('month_quota_spent')
    expect(first.requests).toEqual([])
  })

  it('is not charged where nothing was delivered', async () => {
    const office = await gateway.office()
    await register(gateway, first, { rupiahIn: 2000, rupiahOut: 8000 })
    first.answers(refuses(500))
    await gateway.chat(office.key, complaint)
    const overview = await gateway.admin('GET', `/offices/${office.id}`)
    expect(await overview.json()).toMatchObject({ officeRupiah: { used: 0 }, officeTokens: { used: 0 } })
  })
})

describe('the test call', () => {
  interface Tried {
    ok: boolean
    code: string | null
    received: { role: string; content: string }[]
    answer: string
  }
  const tried = async (id: string) =>
    (await (await gateway.admin('POST', `/upstreams/${id}/test`)).json()) as Tried

  it('shows what the upstream received, without a personal datum in it', async () => {
    const id = await register(gateway, first, { key })
    first.answers(says('Lampu jalan padam.'))
    const { ok, code, received, answer } = await tried(id)
    expect({ ok, code, answer }).toEqual({ ok: true, code: null, answer: 'Lampu jalan padam.' })
    expect(received).toEqual(first.requests[0]?.body.messages)
    expect(JSON.stringify(received)).toMatch(/Lampu jalan/)
    expect(JSON.stringify(received)).not.toMatch(/Sari|Wulandari|3671015508870003|0812/)
  })

  it('says why it failed', async () => {
    const id = await register(gateway, first)
    first.answers(refuses(401))
    expect(await tried(id)).toMatchObject({ ok: false, code: 'upstream_refused', answer: '' })
  })

  it('also tries one that is switched off or approved for nobody, before it is let on', async () => {
    const id = await register(gateway, first, { offices: [] })
    first.answers(says('Baik.'))
    expect(await tried(id)).toMatchObject({ ok: true })
  })
})

describe('thinking is switched off as the server wants it', () => {
  it.each<[NewUpstream['thinking'], object]>([
    ['template', { chat_template_kwargs: { enable_thinking: false } }],
    ['effort', { reasoning_effort: 'none' }],
    ['think', { think: false }],
  ])('%s', async (thinking, inBody) => {
    await register(gateway, first, { thinking })
    first.answers(says('Baik.'))
    await gateway.chat((await gateway.office()).key, complaint)
    expect(first.requests[0]?.body).toMatchObject(inBody)
  })

  it('or left as it is', async () => {
    await register(gateway, first)
    first.answers(says('Baik.'))
    await gateway.chat((await gateway.office()).key, asking(complaint))
    expect(Object.keys(first.requests[0]!.body).sort()).toEqual(
      ['max_tokens', 'messages', 'model', 'stream', 'stream_options'].sort(),
    )
  })
})
