// D9: what people write is in no log, no file, no header and no error, by whatever way a request goes. Each path sends a
// word that occurs nowhere else; at the end all places are searched for all words.
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aGateway, asking, readUntil, type TestGateway } from './gateway.ts'
import { forgetUpstreams, privateAllowed, publish, register } from './registering.ts'
import {
  anUpstream,
  chunk,
  echoes,
  neverAnswers,
  refuses,
  says,
  sends,
  sendsBytes,
  type Script,
  type Upstream,
} from './upstream.ts'

let gateway: TestGateway
let upstream: Upstream
let key: string
let enrolledKey: string
let enrolmentToken: string
/** Everything that came back beside the answers themselves: headers of all, bodies of refusals. */
let returned = ''

const words = {
  ordinary: 'kenari-biasa',
  streamed: 'kenari-alir',
  secret: 'kenari-rahasia',
  brokenJson: 'kenari-rusak',
  wrongField: 'kenari-kolom',
  wrongModel: 'kenari-model',
  metadata: 'kenari-opsi',
  path: 'kenari-jalan',
  header: 'kenari-kepala',
  badKey: 'kenari-kunci',
  refusedUpstream: 'kenari-tolak',
  upstreamSays: 'kenari-hulu',
  malformed: 'kenari-cacat',
  brokenOff: 'kenari-putus',
  gone: 'kenari-pergi',
  overQuota: 'kenari-kuota',
  badToken: 'kenari-token',
  badAdmin: 'kenari-admin',
  takenOver: 'kenari-alih',
  thought: 'kenari-pikir',
  queued: 'kenari-antre',
  nobody: 'kenari-tanpa-model',
  switchedOff: 'kenari-mati',
  ruledOut: 'kenari-aturan',
  tried: 'kenari-coba',
  badUpstream: 'kenari-daftar',
  badPolicy: 'kenari-kebijakan',
  badQuery: 'kenari-rentang',
  improved: 'kenari-perbaiki',
  composed: 'kenari-susun',
  translated: 'kenari-terjemah',
  lostTwice: 'kenari-hilang',
}
/** What an admin writes is kept: it is the city's own. */
const adminWrote = { comment: 'catatan-admin', template: 'templat-admin', reason: 'alasan-admin' }
const upstreamKey = 'sk-kenari-hulu-0123456789'
const metricsToken = 'token-metrik-kenari'
const nik = '3671015508870003'
const name = 'Siti Kenariwati'

const post = (path: string, body: string, headers: Record<string, string> = {}) =>
  fetch(`${gateway.url}${path}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json', ...headers },
    body,
  })

/** Keeps the headers, and the body where it is a refusal; returns the body. */
async function noted(answer: Response): Promise<string> {
  const body = await answer.text()
  returned += JSON.stringify([...answer.headers])
  if (!answer.ok) returned += body
  return body
}

async function through(script: Script, text: string, more: object = {}): Promise<string> {
  upstream.answers(script)
  return noted(await gateway.chat(key, asking(text, more)))
}

/** Each path once; what is asserted here is only that the path was the one meant. */
beforeAll(async () => {
  upstream = await anUpstream()
  gateway = await aGateway({
    ...privateAllowed,
    PENDAMPING_UPSTREAM: upstream.url,
    PENDAMPING_METRICS_TOKEN: metricsToken,
  })
  const office = await gateway.office()
  key = office.key
  const spent = await gateway.office({ key: { actionsPerDay: 0 } })
  const { token } = await gateway.enrolment(office.id)
  enrolmentToken = token
  enrolledKey = (
    JSON.parse(await noted(await post('/v1/enrolments', JSON.stringify({ token })))) as { key: string }
  ).key

  const personal = `${words.ordinary}\nNama: ${name}\nNIK: ${nik}`
  expect(await through(echoes(), personal)).toContain(nik)
  expect(await through(echoes(), `${words.streamed} NIK ${nik}`, { stream: true })).toContain('[DONE]')
  // An answer that lost a figure is asked for once more; nothing of either is kept.
  const translating = { model: 'translate', metadata: { target: 'en', anew: 'ya' } }
  const lost = `${words.translated} NIK ${nik}, 4711 orang.`
  expect(await through(says(words.lostTwice), lost, translating)).toContain(words.lostTwice)
  expect(upstream.requests).toHaveLength(2)
  expect(await through(says(words.lostTwice), lost, { ...translating, stream: true })).toContain(': ulang')
  expect(await through(echoes(), `${words.improved} NIK ${nik}`, { model: 'improve' })).toContain(nik)
  expect(await through(echoes(), `acara: ${words.composed} NIK ${nik}`, { model: 'compose' })).toContain(nik)
  expect(await through(says('Baik.'), `Sifat: Rahasia\n${words.secret}`)).toContain('class_refused')
  expect(await noted(await post('/v1/chat/completions', `{"model": "${words.brokenJson} ${nik}`))).toContain(
    'invalid_json',
  )
  const odd = {
    model: 'summarise',
    messages: [{ role: words.wrongField, content: words.wrongField, [nik]: nik }],
  }
  expect(await noted(await post('/v1/chat/completions', JSON.stringify(odd)))).toContain('invalid_request')
  expect(await through(says('Baik.'), 'Halo', { model: words.wrongModel })).toContain('unknown_model')
  expect(await through(says('Baik.'), 'Halo', { metadata: { format: words.metadata } })).toContain(
    'invalid_request',
  )
  expect(await noted(await post(`/v1/${words.path}?q=${words.path}`, '{}'))).toContain('not_found')
  await noted(await fetch(`${gateway.url}/latihan/${words.path}.html?q=${words.path}`))
  await noted(
    await post('/v1/chat/completions', JSON.stringify(asking('Halo')), {
      'x-request-id': words.header,
      'user-agent': words.header,
      origin: `https://${words.header}`,
      referer: `https://portal/${words.header}`,
    }),
  )
  expect(
    await noted(await post('/v1/chat/completions', '{}', { authorization: `Bearer ${words.badKey}` })),
  ).toContain('key_unknown')
  const saysBack: Script = async (reply) => {
    reply.head(400, { 'content-type': 'application/json', 'x-hulu': words.upstreamSays })
    await reply.bytes(JSON.stringify({ error: { message: words.upstreamSays } }))
    reply.end()
  }
  expect(await through(saysBack, words.refusedUpstream)).toContain('upstream_refused')
  expect(await through(refuses(500), words.refusedUpstream, { stream: true })).toContain(
    'upstream_unreachable',
  )
  expect(await through(sendsBytes(`data: {"${words.malformed}\n\n`), words.malformed)).toContain(
    'upstream_malformed',
  )
  const breaksOff: Script = async (reply) => {
    await reply.frame(chunk({ content: words.brokenOff }))
    reply.tear()
  }
  expect(await through(breaksOff, words.brokenOff, { stream: true })).toContain('upstream_broke_off')
  expect(await through(breaksOff, words.brokenOff)).toContain('upstream_broke_off')
  expect(await noted(await gateway.chat(spent.key, words.overQuota))).toContain('day_quota_spent')
  expect(await noted(await post('/v1/enrolments', JSON.stringify({ token: words.badToken })))).toContain(
    'enrolment_unknown',
  )
  expect(
    await noted(
      await post('/admin/v1/offices', `{"${words.badAdmin}":1}`, {
        authorization: `Bearer ${gateway.adminToken}`,
      }),
    ),
  ).toContain('invalid_request')

  upstream.answers(neverAnswers)
  const reader = (await gateway.chat(key, asking(words.gone, { stream: true }))).body!.getReader()
  await readUntil(reader, ': menunggu')
  await reader.cancel()
  await upstream.requests[0]!.left

  await throughRegistered()
  await throughAdmin(office.id)
})

/** The ways that a text goes where upstreams are registered and a policy rules. */
async function throughRegistered(): Promise<void> {
  const other = await anUpstream()
  other.answers(says('Baik.'))
  const id = await register(gateway, upstream, { priority: 1, key: upstreamKey, requestsPerMinute: 4 })
  const next = await register(gateway, other, { priority: 2 })
  const saysBack: Script = async (reply) => {
    reply.head(500, { 'content-type': 'text/plain', 'x-hulu': words.takenOver })
    await reply.bytes(words.takenOver)
    reply.end()
  }
  expect(await through(saysBack, `${words.takenOver} NIK ${nik}`)).toContain('Baik.')
  const thinks = sends(chunk({ reasoning_content: words.thought }), chunk({}, 'length'), '[DONE]')
  expect(await through(thinks, words.thought)).toContain('Baik.')
  // Shown to the admin, kept nowhere.
  upstream.answers(says(words.tried))
  expect(await (await gateway.admin('POST', `/upstreams/${id}/test`)).text()).toContain(words.tried)

  await gateway.admin('DELETE', `/upstreams/${next}`)
  await publish(gateway, { rules: { upstreams: [id] } })
  await through(says('Baik.'), words.queued)
  const reader = (await gateway.chat(key, asking(words.queued, { stream: true }))).body!.getReader()
  await readUntil(reader, ': antrean 1')
  await reader.cancel()

  await publish(gateway, { rules: { upstreams: [] } })
  expect(await through(says('Baik.'), words.nobody)).toContain('no_upstream')
  await publish(
    gateway,
    { rules: { helpers: ['reply'], templates: [{ name: 'Baku', text: adminWrote.template }] } },
    adminWrote.comment,
  )
  expect(await through(says('Baik.'), words.ruledOut)).toContain('helper_not_allowed')
  const off = { kind: 'city', off: true, reason: adminWrote.reason }
  await gateway.admin('PUT', '/switches', off)
  expect(await through(says('Baik.'), words.switchedOff)).toContain('switched_off')
  await gateway.admin('PUT', '/switches', { ...off, off: false })
  await forgetUpstreams(gateway)
  await other.end()
}

/** What an admin does wrong, and all that is read out of the gateway afterwards. */
async function throughAdmin(office: string): Promise<void> {
  const wrong = [
    gateway.admin('POST', '/upstreams', { id: 'x', label: { [nik]: words.badUpstream } }),
    gateway.admin('PUT', `/upstreams/${words.badUpstream}`, { label: words.badUpstream }),
    gateway.admin('POST', '/policy/diff', { rules: { disclosure: [words.badPolicy] } }),
    gateway.admin('GET', `/offices/${office}/audit?from=${words.badQuery}`),
    gateway.admin('GET', `/offices/${office}/audit/sums?by=${words.badQuery}`),
    gateway.admin('GET', `/acts?before=${words.badQuery}`),
  ]
  for (const answer of await Promise.all(wrong)) {
    expect(answer.ok).toBe(false)
    await noted(answer)
  }
  const read = [
    `/offices/${office}/audit`,
    `/offices/${office}/audit?format=csv`,
    `/offices/${office}/audit/sums?by=day,helper,upstream,class,key,outcome`,
    '/acts',
    '/alarms',
    '/reports/processing-register',
    '/reports/incident',
  ]
  for (const path of read) returned += await (await gateway.admin('GET', path)).text()
  const metrics = await fetch(`${gateway.url}/metrics`, {
    headers: { authorization: `Bearer ${metricsToken}` },
  })
  returned += await metrics.text()
  expect(returned).toContain('pendamping_requests_total')
}
afterAll(async () => {
  await gateway.end()
  await upstream.end()
})

const contents = [...Object.values(words), nik, name]

/** All bytes of the state folder, the write-ahead logs too. */
function stateBytes(): string {
  return readdirSync(gateway.stateFolder, { recursive: true })
    .map((path) => join(gateway.stateFolder, String(path)))
    .filter((path) => statSync(path).isFile() && !path.endsWith('admin-token'))
    .map((path) => readFileSync(path, 'latin1'))
    .join('\n')
}

describe('what was written', () => {
  it('is in no line of the log', () => {
    expect(contents.filter((word) => gateway.log().includes(word))).toEqual([])
  })

  it('is in no file of the state folder', () => {
    const bytes = stateBytes()
    expect(bytes).toContain('Dinas Uji 1')
    expect(contents.filter((word) => bytes.includes(word))).toEqual([])
  })

  it('by the admin is kept, for it is the city’s own, and is in no log either', () => {
    const bytes = stateBytes()
    expect(Object.values(adminWrote).filter((word) => !bytes.includes(word))).toEqual([])
    expect(Object.values(adminWrote).filter((word) => gateway.log().includes(word))).toEqual([])
  })

  it('is in no header, no error, no export, no report and no metric', () => {
    // The names of fields that are wrong are given back, so that a programmer finds them.
    const named = [words.badAdmin]
    expect(contents.filter((word) => returned.includes(word) && !named.includes(word))).toEqual([])
  })

  it('left rows of counts in the audit', () => {
    expect(stateBytes()).toContain('upstream_broke_off')
  })
})

describe('secrets', () => {
  it.each([
    ['key', () => key],
    ['enrolled key', () => enrolledKey],
    ['enrolment token', () => enrolmentToken],
    ['admin token', () => gateway.adminToken],
    ['metrics token', () => metricsToken],
    ['key of an upstream', () => upstreamKey],
  ])('the %s stands in no file, no log and no answer', (_, secret) => {
    expect(stateBytes()).not.toContain(secret().slice(-43))
    expect(gateway.log()).not.toContain(secret().slice(-43))
    expect(returned).not.toContain(secret().slice(-43))
  })

  it('only the owner can read the token of the admin', () => {
    expect(statSync(join(gateway.stateFolder, 'admin-token')).mode & 0o777).toBe(0o600)
  })

  it('only the owner can read the objects', () => {
    expect(statSync(join(gateway.stateFolder, 'objects')).mode & 0o777).toBe(0o700)
  })
})

it('the log is empty: ordinary refusals and faults of upstreams are no news', () => {
  expect(gateway.log()).toBe('')
})
