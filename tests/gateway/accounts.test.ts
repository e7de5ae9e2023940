// What an officer can hand over: the audit as a file that proves itself, who used what, what admins did, the papers of
// data protection, and the figures for Prometheus.
import { spawnSync } from 'node:child_process'
import { generateKeyPairSync, randomUUID, sign } from 'node:crypto'
import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { verifyAudit } from '../../gateway/local/verify-audit.ts'
import { auditColumns, chained, chainHash, chainStart } from '../../gateway/src/objects/chain.ts'
import { signedText } from '../../gateway/src/reports/seal.ts'
import type { AuditRow, AuditSeal } from '../../shared/protocol/admin.ts'
import { classTerms } from './class-terms.ts'
import { aFolder, aGateway, asking, errorOf, times, type TestGateway, type TestOffice } from './gateway.ts'
import { anUpstreamAt, privateAllowed, publish, register } from './registering.ts'
import { anUpstream, chunk, refuses, says, type Upstream } from './upstream.ts'

let gateway: TestGateway
let upstream: Upstream
let upstreamId: string
/** With six rows in its audit. */
let office: TestOffice
/** The city's public key. */
let cityKey: string
/** What Prometheus reads after these six. */
let figures: string

const metricsToken = 'token-metrik-0123456789'
const complaint = 'Sampah menumpuk di pasar lama sejak pekan lalu.'
const withNumber = `${complaint} HP 0812-9876-5432.`

beforeAll(async () => {
  upstream = await anUpstream()
  gateway = await aGateway({ ...privateAllowed, PENDAMPING_METRICS_TOKEN: metricsToken })
  upstreamId = await register(gateway, upstream, { rupiahIn: 1_000_000 })
  office = await gateway.office()
  const ask = async (body: string | object) => (await gateway.chat(office.key, body)).text()
  upstream.answers(says('Baik.', { in: 100, out: 20 }))
  for (const text of [complaint, complaint, withNumber]) await ask(text)
  await ask(asking(complaint, { model: 'reply' }))
  upstream.answers(refuses(500))
  await ask(complaint)
  upstream.answers(async (reply) => {
    await reply.frame(chunk({ content: 'Separuh' }))
    reply.tear()
  })
  await ask(asking(complaint, { stream: true }))
  cityKey = (await json<{ publicKey: string }>('/signing-key')).publicKey
  // Nothing of the office's is kept back once its audit was read.
  await exported()
  figures = await (await metrics(metricsToken)).text()
})
afterAll(async () => {
  await gateway.end()
  await upstream.end()
})

async function json<T = Record<string, unknown>>(path: string): Promise<T> {
  return (await (await gateway.admin('GET', path)).json()) as T
}
async function exported(format = 'jsonl', of = office.id): Promise<string> {
  return (await gateway.admin('GET', `/offices/${of}/audit?format=${format}`)).text()
}
const metrics = (token?: string, url = gateway.url) =>
  fetch(`${url}/metrics`, token ? { headers: { authorization: `Bearer ${token}` } } : {})
const linesOf = (text: string) => text.split(/\r?\n/).filter(Boolean)

describe.each(['jsonl', 'csv'])('an audit export as %s', (format) => {
  /** What else but rows stands before and behind them. */
  const before = format === 'csv' ? 1 : 0

  it('comes as a file, and proves that it is whole', async () => {
    const answer = await gateway.admin('GET', `/offices/${office.id}/audit?format=${format}`)
    expect(answer.headers.get('content-disposition')).toMatch(
      new RegExp(`^attachment; filename="audit-${office.id}-.*\\.${format}"$`),
    )
    expect(answer.headers.get('cache-control')).toBe('no-store')
    expect(verifyAudit(await answer.text(), cityKey)).toMatchObject({ office: office.id, rows: 6 })
  })

  it('proves it also without a row', async () => {
    const empty = await gateway.office()
    expect(verifyAudit(await exported(format, empty.id), cityKey)).toMatchObject({ rows: 0 })
  })

  it('proves it of an office that was removed', async () => {
    const gone = await gateway.office()
    upstream.answers(says('Baik.'))
    await (await gateway.chat(gone.key, complaint)).text()
    await gateway.admin('DELETE', `/offices/${gone.id}`)
    expect(verifyAudit(await exported(format, gone.id), cityKey)).toMatchObject({ office: gone.id, rows: 1 })
  })

  it('proves it of a class that is over, of which nothing else is told as of an office', async () => {
    const made = await gateway.admin('POST', '/classes', classTerms([office.id]))
    const { id, joinCode } = (await made.json()) as { id: string; joinCode: string }
    const body = { code: joinCode, office: office.id, name: 'Sri C.', device: randomUUID() }
    const seat = await fetch(`${gateway.url}/v1/classes/join`, { method: 'POST', body: JSON.stringify(body) })
    upstream.answers(says('Baik.'))
    await (await gateway.chat(((await seat.json()) as { key: string }).key, complaint)).text()
    await gateway.admin('POST', `/classes/${id}/end`, { keys: 'revoke' })
    expect(verifyAudit(await exported(format, id), cityKey)).toMatchObject({ office: id, rows: 1 })
    expect((await json<{ sums: object[] }>(`/offices/${id}/audit/sums`)).sums).toMatchObject([
      { requests: 1 },
    ])
    expect((await gateway.admin('GET', `/offices/${id}/keys`)).status).toBe(404)
    expect((await gateway.admin('DELETE', `/offices/${id}`)).status).toBe(404)
  })

  it('proves it of the days that were asked for', async () => {
    const path = `/offices/${office.id}/audit?format=${format}&from=2020-01-01&to=2020-01-31`
    expect(verifyAudit(await (await gateway.admin('GET', path)).text(), cityKey).rows).toBe(0)
  })

  it.each<[string, (lines: string[]) => string[]]>([
    ['a row is changed', (lines) => lines.map((line) => line.replace('reply', 'translate'))],
    ['a count is changed', (lines) => lines.map((line) => line.replace(/\b100\b/, '10'))],
    ['a row is taken out of the middle', (lines) => lines.toSpliced(before + 2, 1)],
    ['the first row is taken out', (lines) => lines.toSpliced(before, 1)],
    ['the last row is taken out', (lines) => lines.toSpliced(-2, 1)],
    ['all rows are taken out', (lines) => lines.toSpliced(before, 6)],
    ['a row is there twice', (lines) => lines.toSpliced(before + 2, 0, lines[before + 2]!)],
    [
      'two rows are swapped',
      (lines) => lines.toSpliced(before + 1, 2, lines[before + 2]!, lines[before + 1]!),
    ],
    ['the seal is cut off', (lines) => lines.slice(0, -1)],
    ['the end is cut off', (lines) => lines.slice(0, -3)],
    ['something stands behind the seal', (lines) => [...lines, lines[before]!]],
    ['the seal names another office', (lines) => lines.map((line) => line.replace(`"${office.id}"`, '"x"'))],
    [
      'the seal has no signature',
      (lines) => lines.map((line) => line.replace(/"signature":".*?"/, '"signature":""')),
    ],
    ['there is nothing', () => []],
  ])('proves nothing when %s', async (_, spoil) => {
    const lines = linesOf(await exported(format))
    const end = format === 'csv' ? '\r\n' : '\n'
    const spoilt = spoil(lines)
    expect(spoilt).not.toEqual(lines)
    expect(() => verifyAudit(spoilt.join(end), cityKey)).toThrow(/\.$/)
    expect(() => verifyAudit(spoilt.join(end), null)).toThrow(/\.$/)
  })

  it('proves nothing where it was sealed by somebody else', async () => {
    const other = await aGateway()
    const foreign = (await (await other.admin('GET', '/signing-key')).json()) as { publicKey: string }
    await other.end()
    const text = await exported(format)
    expect(() => verifyAudit(text, foreign.publicKey)).toThrow('kunci lain')
  })
})

describe('a forged export', () => {
  /** All that somebody can do who has the file and no key of the city's: a new chain, a new seal, a signature. */
  async function forged(change: (rows: AuditRow[]) => AuditRow[], publicKey = ''): Promise<string> {
    const lines = linesOf(await exported()).map((line) => JSON.parse(line) as AuditRow & { seal: AuditSeal })
    const { seal } = lines.pop()!
    let hash = seal.first
    const rows = change(lines).map((row) => ({ ...row, hash: (hash = chainHash(hash, chained(row))) }))
    const pair = generateKeyPairSync('ed25519')
    const own = pair.publicKey.export({ format: 'jwk' }).x!
    const unsigned = { ...seal, rows: rows.length, last: hash, publicKey: publicKey || own }
    const signature = sign(null, Buffer.from(signedText(unsigned)), pair.privateKey).toString('base64url')
    return [...rows, { seal: { ...unsigned, signature } }].map((line) => JSON.stringify(line)).join('\n')
  }
  const cheaper = (rows: AuditRow[]) => rows.map((row) => ({ ...row, millirupiah: 0 }))

  it('is found out by the key that was written down before', async () => {
    const text = await forged(cheaper)
    expect(() => verifyAudit(text, cityKey)).toThrow('kunci lain')
    expect(verifyAudit(text, null).rows).toBe(6)
  })

  it('is found out when it names the key of the city', async () => {
    const text = await forged(cheaper, cityKey)
    expect(() => verifyAudit(text, cityKey)).toThrow('tidak sah')
  })

  it('holds nothing beside the columns that the chain covers', async () => {
    const text = (await exported()).replace('{"id"', '{"catatan":"kantor tahu","id"')
    expect(() => verifyAudit(text, cityKey)).toThrow('tidak tertulis')
  })

  it('has no other time in a CSV than its minute', async () => {
    const text = (await exported('csv')).replace(/,\d{4}-\d\d-\d\dT/, ',1999-01-01T')
    expect(() => verifyAudit(text, cityKey)).toThrow('tidak tertulis')
  })
})

describe('npm run verify-audit', () => {
  const folder = aFolder()
  afterAll(() => rmSync(folder, { recursive: true }))
  function run(text: string, ...more: string[]) {
    const file = join(folder, 'ekspor')
    writeFileSync(file, text)
    const root = join(import.meta.dirname, '..', '..')
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      ['gateway/local/verify-audit.ts', file, ...more],
      { cwd: root, encoding: 'utf8' },
    )
    return { status, said: stdout + stderr }
  }

  it('says that a file is whole, and exits with 0', async () => {
    const { status, said } = run(await exported(), '--key', cityKey)
    expect(said).toMatch(new RegExp(`^Utuh: 6 baris kantor ${office.id}, .* sampai .*\\.\n$`))
    expect(status).toBe(0)
  })

  it('takes a key that begins with a dash for a key', async () => {
    expect(run(await exported(), '--key', `-${cityKey.slice(1)}`).said).toContain('kunci lain')
  })

  it('says what is missing where no key is given', async () => {
    expect(run(await exported()).said).toContain('--key')
  })

  it('says in one sentence what is wrong, and exits with 1', async () => {
    const { status, said } = run(
      linesOf(await exported())
        .toSpliced(2, 1)
        .join('\n'),
      '--key',
      cityKey,
    )
    expect({ status, said }).toEqual({
      status: 1,
      said: 'Sesudah baris nomor 2 ada baris yang hilang, ditambahkan, atau dipindah.\n',
    })
  })
})

describe('who used what', () => {
  const sums = (by: string) =>
    json<{ sums: Record<string, unknown>[] }>(`/offices/${office.id}/audit/sums?by=${by}`)

  it.each<[string, object[]]>([
    [
      'helper',
      [
        { helper: 'reply', requests: 1 },
        { helper: 'summarise', requests: 5 },
      ],
    ],
    ['upstream', [{ requests: 6, hidden: 1 }]],
    [
      'class',
      [
        { class: 'internal', requests: 1 },
        { class: 'umum', requests: 5 },
      ],
    ],
    ['key', [{ requests: 6 }]],
    [
      'outcome',
      [
        { outcome: 'answered', requests: 4, tokensIn: 400, tokensOut: 80, millirupiah: 400_000 },
        { outcome: 'upstream_broke_off', requests: 1 },
        { outcome: 'upstream_unreachable', requests: 1, tokensIn: 0, millirupiah: 0 },
      ],
    ],
  ])('by %s', async (by, expected) => {
    expect((await sums(by)).sums).toMatchObject(expected)
  })

  it('by several at once, and by the day of Jakarta', async () => {
    const { sums: found } = await sums('day,helper,upstream,class,key,outcome')
    const today = new Date(Date.now() + 7 * 3_600_000).toISOString().slice(0, 10)
    expect(found).toContainEqual(
      expect.objectContaining({
        day: today,
        helper: 'summarise',
        upstream: upstreamId,
        class: 'internal',
        key: office.keyId,
        outcome: 'answered',
        requests: 1,
        hidden: 1,
      }),
    )
    expect(found).toHaveLength(5)
  })

  it('within the days that were asked for', async () => {
    const path = `/offices/${office.id}/audit/sums?by=day&from=2020-01-01&to=2020-12-31`
    expect(await json(path)).toEqual({ sums: [], next: null })
  })

  it('from a sum on, so that a long list can be read to its end', async () => {
    const path = `/offices/${office.id}/audit/sums?by=outcome&after=`
    const all = (await sums('outcome')).sums
    expect(await json(`${path}1`)).toEqual({ sums: all.slice(1), next: null })
    expect((await gateway.admin('GET', `${path}-1`)).status).toBe(400)
  })

  it.each(['warga', 'day,', 'DAY', 'day;drop', ''])('is refused by %j', async (by) => {
    const answer = await gateway.admin('GET', `/offices/${office.id}/audit/sums?by=${encodeURIComponent(by)}`)
    expect(await errorOf(answer)).toMatchObject({ code: 'invalid_request', param: 'by' })
  })

  it.each(['audit?from=kemarin', 'audit?format=xlsx', 'audit/sums?to=2026-02-30'])(
    'is refused for %s',
    async (query) => {
      expect((await gateway.admin('GET', `/offices/${office.id}/${query}`)).status).toBe(400)
    },
  )
})

describe('the log of acts', () => {
  interface Act {
    id: number
    at: number
    actor: string
    act: string
    subject: string
    detail: string
    hash: string
  }
  const acts = async (before?: number) =>
    (await json<{ acts: Act[] }>(`/acts${before === undefined ? '' : `?before=${before}`}`)).acts

  it('tells values before and after, and what became of a key, not the key', async () => {
    const secret = 'sk-rahasia-42'
    const id = await register(gateway, upstream, { label: 'Lama', key: secret })
    const { id: _, ...changed } = anUpstreamAt(upstream.url, { label: 'Baru', key: `${secret}x` })
    await gateway.admin('PUT', `/upstreams/${id}`, changed)
    await gateway.admin('DELETE', `/upstreams/${id}`)
    const [removed, change, made] = await acts()
    const detail = (act: Act | undefined) => JSON.parse(act?.detail ?? '{}') as Record<string, unknown>
    expect(made).toMatchObject({ act: 'POST /upstreams', actor: 'token' })
    expect(detail(made)).toMatchObject({ id, label: 'Lama' })
    expect(change?.act).toBe(`PUT /upstreams/${id}`)
    expect(detail(change)).toMatchObject({
      before: { label: 'Lama' },
      after: { label: 'Baru' },
      key: 'diganti',
    })
    expect(detail(removed)).toMatchObject({
      before: { label: 'Baru', location: 'pusat data kota' },
      after: null,
    })
    expect(JSON.stringify(await acts())).not.toContain(secret)
  })

  it('tells limits before and after, and of which office', async () => {
    const other = await gateway.office({ office: { actionsPerDay: 5 } })
    await gateway.admin('PUT', `/offices/${other.id}/limits`, { actionsPerDay: 7 })
    const [last] = await acts()
    expect(last).toMatchObject({ act: `PUT /offices/${other.id}/limits`, subject: other.id })
    expect(JSON.parse(last!.detail)).toEqual({ before: { actionsPerDay: 5 }, after: { actionsPerDay: 7 } })
  })

  it('tells what was published and switched off, and why', async () => {
    const revision = await publish(gateway, { rules: { disclosure: 'Dibantu AI.' } }, 'Atas surat 12/2026')
    await gateway.admin('PUT', '/switches', { kind: 'helper', id: 'reply', off: true, reason: 'Insiden 7' })
    await gateway.admin('PUT', '/switches', { kind: 'helper', id: 'reply', off: false })
    const [on, off, published] = await acts()
    expect(JSON.parse(published!.detail)).toMatchObject({ revision, comment: 'Atas surat 12/2026' })
    expect(JSON.parse(off!.detail)).toMatchObject({ id: 'reply', off: true, reason: 'Insiden 7' })
    expect(JSON.parse(on!.detail)).toMatchObject({ id: 'reply', off: false })
  })

  it('has nothing of what was only read, or refused', async () => {
    const [last] = await acts()
    await gateway.admin('GET', '/upstreams')
    await gateway.admin('POST', '/upstreams', {})
    await gateway.admin('DELETE', '/upstreams/tidak-ada')
    expect((await acts())[0]).toEqual(last)
  })

  it('is a chain from its first row, page by page', async () => {
    for (const off of times(60, (at) => at % 2 === 0))
      await gateway.admin('PUT', '/switches', { kind: 'helper', id: 'reply', off })
    const all: Act[] = []
    for (let page = await acts(); page.length > 0; page = await acts(page.at(-1)!.id)) all.push(...page)
    let hash = chainStart
    for (const { id, at, actor, act, subject, detail, hash: written } of all.reverse()) {
      hash = chainHash(hash, [id, at, actor, act, subject, detail])
      expect(written).toBe(hash)
    }
    expect(all.map(({ id }) => id)).toEqual(times(all.length, (at) => at + 1))
  })
})

describe('papers for an officer', () => {
  const evil = '<script>alert("x")</script> & Dinas'
  const html = async (path: string) => {
    const answer = await gateway.admin('GET', path)
    return { type: answer.headers.get('content-type'), page: await answer.text(), answer }
  }

  beforeAll(async () => {
    await gateway.admin('POST', '/offices', { id: 'jahat', name: evil })
    await register(gateway, upstream, {
      label: evil.slice(0, 40),
      contract: '<b>PKS 9/2026</b>',
      offices: [],
    })
  })

  it.each(['/reports/processing-register', '/reports/incident'])(
    '%s is a page to save, in which no name is markup',
    async (path) => {
      const { type, page, answer } = await html(path)
      expect(type).toBe('text/html; charset=utf-8')
      expect(answer.headers.get('content-disposition')).toMatch(/^attachment; filename="[\w-]+\.html"$/)
      expect(page).toContain('&lt;script&gt;')
      expect(page).not.toMatch(/<(script|b|img|iframe|link)\b/i)
    },
  )

  it('the register of processing names offices, and models with place, contract and approval', async () => {
    await publish(gateway, { offices: { [office.id]: { retentionDays: 30, dataClass: 'internal' } } })
    const { page } = await html('/reports/processing-register')
    expect(page).toContain(
      `<td>Dinas Uji 1</td><td>${office.id}</td><td>internal</td><td>30 hari</td><td>aktif</td>`,
    )
    expect(page).toContain(
      `<td>${upstreamId}</td><td>model-uji</td><td>pusat data kota</td><td>belum diisi</td>`,
    )
    expect(page).toContain('PKS 9/2026')
  })

  it('and the one that the operator set in the environment: texts go there too', async () => {
    const operators = await aGateway({
      PENDAMPING_UPSTREAM: upstream.url,
      PENDAMPING_UPSTREAM_LOCATION: 'Ruang server kota',
    })
    const answer = await operators.admin('GET', '/reports/processing-register')
    const page = await answer.text()
    await operators.end()
    expect(page).toContain('<td>Ruang server kota</td>')
  })

  it('the incident pack holds use, keys, acts and where the chain stands', async () => {
    const { page } = await html('/reports/incident')
    expect(page).toContain(`<td>${office.keyId}</td><td>6</td>`)
    expect(page).toContain(`<td>${upstreamId}</td><td>umum</td><td>upstream_unreachable</td><td>1</td>`)
    expect(page).toMatch(/<td>Token admin mendaftarkan model [^<]*<\/td><td>POST \/upstreams<\/td>/)
    expect(page).toContain('<td>Token admin mematikan bantuan reply.</td>')
    const { seal } = JSON.parse(linesOf(await exported()).at(-1)!) as { seal: AuditSeal }
    expect(page).toContain(`<td>6</td><td>${seal.last}</td>`)
  })

  it('and of other days nothing', async () => {
    const { page } = await html('/reports/incident?from=2020-01-01&to=2020-01-31')
    expect(page).not.toContain(office.keyId)
    expect(page).not.toContain('POST /upstreams')
  })
})

describe('/metrics', () => {
  it('opens to its own token alone', async () => {
    expect((await metrics(metricsToken)).status).toBe(200)
    expect((await metrics()).status).toBe(401)
    expect((await metrics(`${metricsToken}x`)).status).toBe(401)
    expect((await metrics(gateway.adminToken)).status).toBe(401)
  })

  it('is not there where no token is set', async () => {
    const shut = await aGateway()
    const { status } = await metrics('undefined', shut.url)
    await shut.end()
    expect(status).toBe(404)
  })

  it('holds the figures of the requests that were made', () => {
    const value = (series: string) =>
      Number(
        figures
          .split('\n')
          .find((line) => line.startsWith(`${series} `))
          ?.split(' ')[1],
      )
    const labels = (pairs: Record<string, string>) =>
      `{${Object.entries(pairs)
        .map(([name, value]) => `${name}="${value}"`)
        .join(',')}}`
    const requests = (helper: string, outcome: string) =>
      value(`pendamping_requests_total${labels({ helper, outcome })}`)
    expect(requests('summarise', 'answered')).toBe(3)
    expect(requests('reply', 'answered')).toBe(1)
    expect(requests('summarise', 'upstream_broke_off')).toBe(1)
    expect(value('pendamping_errors_total{code="upstream_unreachable"}')).toBe(1)
    // A failure in the middle of a stream is one too.
    expect(value('pendamping_errors_total{code="upstream_broke_off"}')).toBe(1)
    expect(value('pendamping_redactions_total{type="PHONE"}')).toBe(1)
    expect(
      value(`pendamping_tokens_total${labels({ upstream: upstreamId, direction: 'out' })}`),
    ).toBeGreaterThan(79)
    expect(value('pendamping_request_seconds_count{helper="summarise"}')).toBe(5)
    expect(value('pendamping_request_seconds_bucket{helper="summarise",le="+Inf"}')).toBe(5)
    expect(value(`pendamping_first_token_seconds_count${labels({ upstream: upstreamId })}`)).toBe(5)
    expect(value(`pendamping_quota_used${labels({ office: office.id, row: 'officeActions' })}`)).toBe(5)
    expect(value(`pendamping_breaker${labels({ upstream: upstreamId })}`)).toBe(0)
  })

  it('is in the form that Prometheus reads: each series once, under its type', async () => {
    const lines = (await (await metrics(metricsToken)).text()).trimEnd().split('\n')
    const series = lines
      .filter((line) => !line.startsWith('#'))
      .map((line) => line.slice(0, line.lastIndexOf(' ')))
    expect(new Set(series).size).toBe(series.length)
    expect(lines.filter((line) => !/^(# (HELP|TYPE) \w+ .+|\w+(\{[^{}]*\})? [\d.e+-]+)$/.test(line))).toEqual(
      [],
    )
  })
})

describe('without the admin token', () => {
  it.each([
    ['GET', '/upstreams'],
    ['POST', '/upstreams'],
    ['PUT', '/upstreams/x'],
    ['DELETE', '/upstreams/x'],
    ['POST', '/upstreams/x/test'],
    ['POST', '/upstreams/reseal'],
    ['GET', '/policy'],
    ['POST', '/policy'],
    ['POST', '/policy/diff'],
    ['POST', '/policy/rollback'],
    ['GET', '/policy/revisions'],
    ['GET', '/policy/revisions/1'],
    ['GET', '/switches'],
    ['PUT', '/switches'],
    ['GET', '/offices/opd-1/audit'],
    ['GET', '/offices/opd-1/audit/sums'],
    ['GET', '/offices/opd-1/audit/totals'],
    ['GET', '/alarms'],
    ['GET', '/acts'],
    ['GET', '/signing-key'],
    ['GET', '/reports/processing-register'],
    ['GET', '/reports/incident'],
    ['GET', '/tidak-ada'],
  ])('%s %s is refused', async (method, path) => {
    for (const token of [null, office.key, metricsToken, `${gateway.adminToken}x`]) {
      const headers: Record<string, string> = token ? { authorization: `Bearer ${token}` } : {}
      const answer = await fetch(`${gateway.url}/admin/v1${path}`, { method, headers })
      expect([answer.status, (await errorOf(answer)).code]).toEqual([401, 'admin_token_wrong'])
    }
  })
})

it('the columns of the chain are the ones that old rows were chained by', () => {
  expect(auditColumns.join()).toBe(
    'id,minute,keyId,helper,promptVersion,upstream,dataClass,policyRevision,charsIn,charsOut,hidden,tokensIn,tokensOut,millirupiah,outcome,milliseconds',
  )
})
