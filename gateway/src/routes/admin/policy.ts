// The city's policy: drafted, compared, published with a comment, rolled back; and the switches that turn things off at
// once. A revision is never changed: rolling back publishes an old one again.
import { Hono } from 'hono'
import { CityPolicy, KillSwitch, PublishPolicy, RollBackPolicy } from '../../../../shared/protocol/admin.ts'
import { HelperName, type Failure } from '../../../../shared/protocol/index.ts'
import { cityNow, forgetCity, type CityNow } from '../../city.ts'
import { cityObject, type App, type Env } from '../../env.ts'
import { changesBetween } from '../../../../shared/protocol/policy-diff.ts'
import { isFailure, refuse } from '../../refuse.ts'
import { offlineUpstream } from '../../upstreams/offline.ts'
import { envId } from '../../upstreams/router.ts'
import { readJson } from '../read.ts'

/** Every browser fetches its part every few minutes, and an object keeps it in one row. */
const largestPolicy = 500_000

export const policy = new Hono<App>()
  .get('/policy', async (c) => c.json(await cityObject(c.env).policy()))

  .get('/policy/revisions', async (c) => c.json({ revisions: await cityObject(c.env).revisions() }))

  .get('/policy/revisions/:revision', async (c) => {
    const revision = Number(c.req.param('revision'))
    const found = Number.isInteger(revision) ? await cityObject(c.env).policyOf(revision) : null
    return found ? c.json({ revision, policy: found }) : refuse(c, { code: 'id_unknown' })
  })

  /** What publishing would change, before anybody does. */
  .post('/policy/diff', async (c) => {
    const body = await readJson(c, CityPolicy)
    if (isFailure(body)) return refuse(c, body)
    const unknown = await unknownName(c.env, body.value)
    if (unknown) return refuse(c, unknown)
    const now = await cityObject(c.env).policy()
    return c.json({ revision: now.revision, changes: changesBetween(now.policy, body.value) })
  })

  .post('/policy', async (c) => {
    const body = await readJson(c, PublishPolicy)
    if (isFailure(body)) return refuse(c, body)
    const { policy, comment, basedOn, revision } = body.value
    const unknown = await unknownName(c.env, policy)
    if (unknown) return refuse(c, unknown)
    if (JSON.stringify(policy).length > largestPolicy) return refuse(c, { code: 'policy_too_large' })
    const { policy: before } = await cityObject(c.env).policy()
    const published = await cityObject(c.env).publishPolicy(
      policy,
      comment,
      { basedOn, revision },
      Date.now(),
    )
    forgetCity()
    if (isFailure(published)) return refuse(c, published)
    c.set('act', { ...published, comment, changes: changesBetween(before, policy).length })
    return c.json(published, 201)
  })

  .post('/policy/rollback', async (c) => {
    const body = await readJson(c, RollBackPolicy)
    if (isFailure(body)) return refuse(c, body)
    const { revision, basedOn } = body.value
    const old = await cityObject(c.env).policyOf(revision)
    if (!old) return refuse(c, { code: 'id_unknown', param: 'revision' })
    const unknown = await unknownName(c.env, old)
    if (unknown) return refuse(c, unknown)
    const comment = `Kembali ke revisi ${revision}`
    const published = await cityObject(c.env).publishPolicy(old, comment, { basedOn }, Date.now())
    forgetCity()
    if (isFailure(published)) return refuse(c, published)
    c.set('act', { ...published, comment })
    return c.json(published, 201)
  })

  .get('/switches', async (c) => c.json({ off: (await cityNow(c.env, 0)).off }))

  .put('/switches', async (c) => {
    const body = await readJson(c, KillSwitch)
    if (isFailure(body)) return refuse(c, body)
    // There is one city: else what was switched off under one name would stay off when switched on under another.
    const wanted = body.value.kind === 'city' ? { ...body.value, id: '' } : body.value
    // A slip in a name would leave on what an admin in a hurry believes to be off.
    if (wanted.off && !(await isKnown(c.env, wanted))) return refuse(c, { code: 'id_unknown', param: 'id' })
    await cityObject(c.env).setSwitch(wanted, Date.now())
    forgetCity()
    c.set('act', wanted)
    return c.json(wanted)
  })

async function isKnown(env: Env, { kind, id }: KillSwitch): Promise<boolean> {
  const city = await cityNow(env, 0)
  if (kind === 'city') return true
  if (kind === 'office') return city.officeById.has(id)
  if (kind === 'helper') return HelperName.safeParse(id).success
  return upstreamIds(city).has(id)
}

function upstreamIds({ upstreams }: CityNow): Set<string> {
  return new Set([envId, offlineUpstream.id, ...upstreams.map(({ settings }) => settings.id)])
}

/** A rule for an office that there is not rules nothing, and an upstream misspelt would leave nobody to answer. */
async function unknownName(env: Env, { rules, offices }: CityPolicy): Promise<Failure | null> {
  const city = await cityNow(env, 0)
  const ids = upstreamIds(city)
  const parts = Object.entries(offices).map(([id, own]) => ({ where: `policy.offices.${id}`, own }))
  for (const { where, own } of [{ where: 'policy.rules', own: rules }, ...parts]) {
    if (own.upstreams?.some((id) => !ids.has(id))) return { code: 'id_unknown', param: `${where}.upstreams` }
  }
  const office = parts.find((_, at) => !city.officeById.has(Object.keys(offices)[at]!))
  return office ? { code: 'id_unknown', param: office.where } : null
}
