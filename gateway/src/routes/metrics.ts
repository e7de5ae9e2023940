// GET /metrics for Prometheus, under a token of its own: whoever scrapes needs no right to change anything.
import { Hono } from 'hono'
import { settleOffice } from '../admission/admission.ts'
import { bearer, sameSecret } from '../admission/secret.ts'
import { cityNow } from '../city.ts'
import { officeObject, type App, type Env } from '../env.ts'
import { exposition, type Gauge } from '../metrics.ts'
import { refuse } from '../refuse.ts'
import { breakerState } from '../upstreams/breaker.ts'
import { allUpstreams } from '../upstreams/router.ts'

export const metrics = new Hono<App>().get('/', async (c) => {
  const given = bearer(c.req.header('authorization'))
  const expected = c.env.PENDAMPING_METRICS_TOKEN
  if (!expected) return refuse(c, { code: 'not_found' })
  if (!given || !(await sameSecret(given, expected))) return refuse(c, { code: 'admin_token_wrong' })
  return c.body(exposition(await gaugesOf(c.env)), 200, {
    'content-type': 'text/plain; version=0.0.4; charset=utf-8',
  })
})

const breakerValues = { closed: 0, 'half-open': 1, open: 2 } as const

async function gaugesOf(env: Env): Promise<Gauge[]> {
  const city = await cityNow(env)
  const now = Date.now()
  const open = city.offices.filter(({ removedAt }) => removedAt === null)
  await Promise.all(open.map(({ id }) => settleOffice(env, id)))
  const overviews = await Promise.all(open.map(({ id }) => officeObject(env, id).overview(now)))
  const rows = overviews.flatMap((office) => {
    if (!office) return []
    const { officeDay, officeActions, officeTokens, officeRupiah } = office
    return Object.entries({ officeDay, officeActions, officeTokens, officeRupiah }).map(
      ([row, allowance]) => ({
        labels: { office: office.id, row },
        ...allowance,
      }),
    )
  })
  return [
    {
      name: 'pendamping_quota_used',
      help: 'Used of an office this day or month.',
      values: rows.map(({ labels, used }) => ({ labels, value: used })),
    },
    {
      name: 'pendamping_quota_cap',
      help: 'Its cap; missing where there is none.',
      values: rows.flatMap(({ labels, cap }) => (cap === null ? [] : [{ labels, value: cap }])),
    },
    {
      name: 'pendamping_breaker',
      help: 'Circuit breaker of an upstream: 0 closed, 1 half-open, 2 open.',
      values: allUpstreams(env, city).map(({ settings: { id: upstream } }) => ({
        labels: { upstream },
        value: breakerValues[breakerState(upstream, now)],
      })),
    },
  ]
}
