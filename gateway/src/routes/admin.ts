// What the city's admin may do, all under one token. Unknown fields are refused and what is stored is returned (R7).
import { Hono } from 'hono'
import { createMiddleware } from 'hono/factory'
import {
  KeyLimits,
  NeverHide,
  NewEnrolment,
  NewKey,
  NewOffice,
  OfficeLimits,
} from '../../../shared/protocol/index.ts'
import { bearer, makeSecret, sameSecret } from '../admission/secret.ts'
import { cityObject, officeObject, type App } from '../env.ts'
import { isFailure, refuse } from '../refuse.ts'
import { forgetOffice, officeEntry, readJson } from './read.ts'

const adminOnly = createMiddleware<App>(async function adminOnly(c, next) {
  const given = bearer(c.req.header('authorization'))
  const expected = c.env.PENDAMPING_ADMIN_TOKEN
  // Without a configured token the admin API is shut, not open.
  if (!given || !expected || !(await sameSecret(given, expected)))
    return refuse(c, { code: 'admin_token_wrong' })
  await next()
})

const knownOffice = createMiddleware<App>(async function knownOffice(c, next) {
  if (!(await officeEntry(c, c.req.param('office') ?? ''))) return refuse(c, { code: 'office_unknown' })
  await next()
})

const sevenDays = 7 * 86_400_000

export const admin = new Hono<App>()
  .use(adminOnly)
  .use('/offices/:office/*', knownOffice)

  .get('/offices', async (c) => c.json({ offices: await cityObject(c.env).offices() }))

  .post('/offices', async (c) => {
    const body = await readJson(c, NewOffice)
    if (isFailure(body)) return refuse(c, body)
    const { id, name, limits = {} } = body.value
    const added = await cityObject(c.env).addOffice({ id, name }, Date.now())
    // Also when the city knows it: a crash between the two would leave an office that nobody can open or make again.
    await officeObject(c.env, id).open({ id, name, limits })
    if (isFailure(added)) return refuse(c, added)
    return c.json({ id, name, limits }, 201)
  })

  .put('/offices/:office/limits', async (c) => {
    const body = await readJson(c, OfficeLimits)
    if (isFailure(body)) return refuse(c, body)
    const limits = await officeObject(c.env, c.req.param('office')).setLimits(body.value)
    return isFailure(limits) ? refuse(c, limits) : c.json(limits)
  })

  .put('/offices/:office/never-hide', async (c) => {
    const body = await readJson(c, NeverHide)
    if (isFailure(body)) return refuse(c, body)
    const stored = await cityObject(c.env).setNeverHide(c.req.param('office'), body.value)
    forgetOffice(c.req.param('office'))
    return c.json(stored)
  })

  .get('/offices/:office/keys', async (c) =>
    c.json({ keys: await officeObject(c.env, c.req.param('office')).keys() }),
  )

  .post('/offices/:office/keys', async (c) => {
    const body = await readJson(c, NewKey)
    if (isFailure(body)) return refuse(c, body)
    const { label, limits = {} } = body.value
    const { text, ...key } = await makeSecret('pdp', c.req.param('office'))
    await officeObject(c.env, key.office).addKey(key, label, limits, Date.now())
    return c.json({ id: key.id, key: text, label, limits }, 201)
  })

  .put('/offices/:office/keys/:key/limits', async (c) => {
    const body = await readJson(c, KeyLimits)
    if (isFailure(body)) return refuse(c, body)
    const limits = await officeObject(c.env, c.req.param('office')).setKeyLimits(
      c.req.param('key'),
      body.value,
    )
    return isFailure(limits) ? refuse(c, limits) : c.json(limits)
  })

  .delete('/offices/:office/keys/:key', async (c) => {
    const revoked = await officeObject(c.env, c.req.param('office')).revokeKey(c.req.param('key'), Date.now())
    return isFailure(revoked) ? refuse(c, revoked) : c.json(revoked)
  })

  .post('/offices/:office/enrolments', async (c) => {
    const body = await readJson(c, NewEnrolment)
    if (isFailure(body)) return refuse(c, body)
    const now = Date.now()
    const { label = 'pendaftaran', devices = 100, limits = {}, expiresAt } = body.value
    const until = expiresAt ? Date.parse(expiresAt) : now + sevenDays
    const { text, ...token } = await makeSecret('pde', c.req.param('office'))
    await officeObject(c.env, token.office).addEnrolment(
      token,
      { label, devices, limits, expiresAt: until },
      now,
    )
    // The token stands behind the #, which browsers never send: it reaches no server's log.
    const link = `${c.env.PENDAMPING_PUBLIC_URL || new URL(c.req.url).origin}/daftar/#${text}`
    const terms = { label, devices, limits, expiresAt: new Date(until).toISOString() }
    return c.json({ id: token.id, token: text, link, ...terms }, 201)
  })

  .delete('/offices/:office/enrolments/:token', async (c) => {
    const revoked = await officeObject(c.env, c.req.param('office')).revokeEnrolment(
      c.req.param('token'),
      Date.now(),
    )
    return isFailure(revoked) ? refuse(c, revoked) : c.json(revoked)
  })
