// Accountability: the audit as files that prove themselves, who used what, alarms, what admins did, and the papers that
// data protection asks for. All of it counts and names of ours, never content.
import { Hono, type Context } from 'hono'
import * as z from 'zod/mini'
import { renewSigning, signerOf } from '../../admission/signing.ts'
import { hasMasterKey } from '../../admission/vault.ts'
import { cityNow, forgetCity } from '../../city.ts'
import { cityObject, officeObject, type App } from '../../env.ts'
import { auditGroupings } from '../../objects/audit.ts'
import { endOfDate, inJakarta } from '../../objects/jakarta.ts'
import { refuse } from '../../refuse.ts'
import { auditExport } from '../../reports/audit-export.ts'
import { htmlOf } from '../../reports/document.ts'
import { incidentPack } from '../../reports/incident.ts'
import { summaryFor } from '../../reports/summary.ts'
import { processingRegister } from '../../reports/processing-register.ts'

const dayMs = 86_400_000
/** Days in Jakarta, both included; without them the last thirty. */
const Span = z.object({ from: z.optional(z.iso.date()), to: z.optional(z.iso.date()) })
const Export = z.extend(Span, { format: z._default(z.enum(['jsonl', 'csv']), 'jsonl') })
const Sums = z.extend(Span, {
  by: z._default(z.string().check(z.regex(/^[a-z]+(,[a-z]+){0,5}$/)), 'day'),
  after: z._default(z.string().check(z.regex(/^\d{1,9}$/)), '0'),
})
const sumsAtOnce = 5000
const Before = z.object({ before: z.optional(z.string().check(z.regex(/^\d{1,15}$/))) })

export const accounts = new Hono<App>()
  .get('/offices/:office/audit', async (c) => {
    const query = Export.safeParse(c.req.query())
    if (!query.success) return refuse(c, { code: 'invalid_request', param: 'from' })
    const { from, to } = spanOf(query.data)
    const office = c.req.param('office')
    const signer = await signerOf(c.env, await cityNow(c.env))
    const file = await auditExport(
      officeObject(c.env, office),
      office,
      { from, to },
      query.data.format,
      signer,
    )
    const name = `audit-${office}-${inJakarta(from).slice(0, 10)}.${query.data.format}`
    return attachment(c, name, file, query.data.format === 'csv' ? 'text/csv' : 'application/x-ndjson')
  })

  .get('/offices/:office/audit/sums', async (c) => {
    const query = Sums.safeParse(c.req.query())
    const by = query.success ? z.array(z.enum(auditGroupings)).safeParse(query.data.by.split(',')) : null
    if (!query.success || !by?.success) return refuse(c, { code: 'invalid_request', param: 'by' })
    const { from, to } = spanOf(query.data)
    const after = Number(query.data.after)
    const office = officeObject(c.env, c.req.param('office'))
    const sums = await office.auditSums(by.data, { from, to }, after, sumsAtOnce)
    // As many as were asked for: there may be more, and what is left out must be said.
    return c.json({ sums, next: sums.length < sumsAtOnce ? null : after + sumsAtOnce })
  })

  .get('/offices/:office/audit/totals', async (c) =>
    c.json({ totals: await officeObject(c.env, c.req.param('office')).auditTotals() }),
  )

  .get('/alarms', async (c) => {
    const own = c.get('actor').office
    const offices = (await cityNow(c.env)).offices.filter(({ id }) => own === null || id === own)
    const found = await Promise.all(
      offices.map(async ({ id, name }) =>
        (await officeObject(c.env, id).alarms(50)).map((alarm) => ({ office: { id, name }, ...alarm })),
      ),
    )
    return c.json({ alarms: found.flat().sort((a, b) => b.at - a.at) })
  })

  .get('/summary', async (c) =>
    c.json(await summaryFor(c.env, await cityNow(c.env, 0), c.get('actor'), Date.now())),
  )

  .get('/acts', async (c) => {
    const query = Before.safeParse(c.req.query())
    if (!query.success) return refuse(c, { code: 'invalid_request', param: 'before' })
    const before = query.data.before === undefined ? null : Number(query.data.before)
    return c.json({ acts: await cityObject(c.env).acts(before, 100) })
  })

  /** What a signature is checked with; written down once, by whoever verifies exports. */
  .get('/signing-key', async (c) => {
    const signer = await signerOf(c.env, await cityNow(c.env))
    return signer ? c.json({ publicKey: signer.publicKey }) : refuse(c, { code: 'master_key_missing' })
  })

  /** After the master key was lost. One that still opens is not thrown away: every browser would have to enrol anew. */
  .post('/signing-key/renew', async (c) => {
    if (!hasMasterKey(c.env)) return refuse(c, { code: 'master_key_missing' })
    if (await signerOf(c.env, await cityNow(c.env, 0))) return refuse(c, { code: 'already_exists' })
    const renewed = await renewSigning(c.env)
    forgetCity()
    c.set('act', renewed)
    return c.json(renewed, 201)
  })

  /** Article 31 of UU 27/2022: the register of processing, with the list of upstreams. */
  .get('/reports/processing-register', async (c) => {
    const papers = processingRegister(c.env, await cityNow(c.env, 0), Date.now())
    return attachment(c, 'daftar-pemrosesan.html', htmlOf(papers), 'text/html; charset=utf-8')
  })

  /** Article 46 of UU 27/2022: what is known of a span of time, for a notice within 3 × 24 hours. */
  .get('/reports/incident', async (c) => {
    const query = Span.safeParse(c.req.query())
    if (!query.success) return refuse(c, { code: 'invalid_request', param: 'from' })
    const admins = await cityObject(c.env).admins.list()
    const pack = await incidentPack(c.env, await cityNow(c.env, 0), spanOf(query.data), Date.now(), admins)
    return attachment(c, 'laporan-insiden.html', htmlOf(pack), 'text/html; charset=utf-8')
  })

function spanOf({ from, to }: z.infer<typeof Span>): { from: number; to: number } {
  const end = to ? endOfDate(to) : Date.now() + 60_000
  return { from: from ? endOfDate(from) - dayMs : end - 30 * dayMs, to: end }
}

function attachment(c: Context<App>, name: string, body: string | ReadableStream, type: string): Response {
  return c.body(body, 200, {
    'content-type': type,
    'content-disposition': `attachment; filename="${name}"`,
    'cache-control': 'no-store',
  })
}
