// Everybody's own account at the console: passkeys, recovery codes, sessions.
import { Hono } from 'hono'
import { PasskeyMade } from '../../../../shared/protocol/console.ts'
import { registered, registrationOptions } from '../../admission/passkeys.ts'
import { makeRecoveryCodes } from '../../admission/recovery.ts'
import { sessionHash } from '../../admission/session.ts'
import { cityObject, type App } from '../../env.ts'
import { isFailure, refuse } from '../../refuse.ts'
import { readJson } from '../read.ts'

export const me = new Hono<App>()
  .get('/', async (c) => {
    const { admins, sessions: all } = cityObject(c.env)
    const actor = c.get('actor')
    const sessions = await all.list(actor.id, await sessionHash(c), Date.now())
    const [passkeys, codesLeft] =
      actor.id === null ? [[], 0] : await Promise.all([admins.passkeys(actor.id), admins.codesLeft(actor.id)])
    return c.json({ actor, city: c.env.PENDAMPING_CITY ?? '', passkeys, codesLeft, sessions })
  })

  /** One session by its id, or all others but this. */
  .delete('/sessions/:id', async (c) => {
    const id = c.req.param('id')
    const mine = await sessionHash(c)
    const meant = id === 'others' ? null : id
    const { ended } = await cityObject(c.env).sessions.endAll(c.get('actor').id, meant, mine)
    return ended === 0 && meant !== null ? refuse(c, { code: 'id_unknown' }) : c.json({ ended })
  })

  .post('/passkeys/options', async (c) => {
    const actor = c.get('actor')
    const known = actor.id === null ? [] : await cityObject(c.env).admins.passkeys(actor.id)
    const made = await registrationOptions(c, actor, known)
    return made.options ? c.json(made.options) : refuse(c, made)
  })

  .post('/passkeys', async (c) => {
    const admin = c.get('actor').id
    const body = await readJson(c, PasskeyMade)
    if (isFailure(body)) return refuse(c, body)
    if (admin === null) return refuse(c, { code: 'not_permitted' })
    const passkey = await registered(c, body.value)
    if (isFailure(passkey)) return refuse(c, passkey)
    await cityObject(c.env).admins.addPasskey({ ...passkey, admin }, Date.now())
    c.set('act', { label: passkey.label })
    return c.json({ id: passkey.id }, 201)
  })

  .delete('/passkeys/:id', async (c) => {
    const removed = await cityObject(c.env).admins.removePasskey(c.get('actor').id ?? '', c.req.param('id'))
    return isFailure(removed) ? refuse(c, removed) : c.json(removed)
  })

  .post('/recovery-codes', async (c) => {
    const admin = c.get('actor').id
    if (admin === null) return refuse(c, { code: 'not_permitted' })
    const { codes, hashes } = await makeRecoveryCodes()
    await cityObject(c.env).admins.setCodes(admin, hashes)
    return c.json({ codes }, 201)
  })
