// Accounts of the console, made by the city's admin: each begins with an invitation that opens once.
import { Hono } from 'hono'
import { ChangeAdmin, NewAdmin } from '../../../../shared/protocol/console.ts'
import { sha256 } from '../../admission/secret.ts'
import { ownOrigin } from '../../admission/session.ts'
import { base64url } from '../../admission/vault.ts'
import { officeEntry } from '../../city.ts'
import { cityObject, type App, type Env } from '../../env.ts'
import { isFailure, refuse } from '../../refuse.ts'
import { readJson } from '../read.ts'

const invitationMs = 3 * 86_400_000

export const admins = new Hono<App>()
  .get('/', async (c) => c.json({ admins: await cityObject(c.env).admins.list() }))

  .post('/', async (c) => {
    const body = await readJson(c, NewAdmin)
    if (isFailure(body)) return refuse(c, body)
    if (!(await isKnown(c.env, body.value.office))) return refuse(c, { code: 'office_unknown' })
    const id = `adm-${crypto.randomUUID().slice(0, 8)}`
    const added = await cityObject(c.env).admins.add(id, body.value, Date.now())
    if (isFailure(added)) return refuse(c, added)
    c.set('act', { id, role: body.value.role, office: body.value.office })
    return c.json({ id, ...body.value }, 201)
  })

  .put('/:id', async (c) => {
    const body = await readJson(c, ChangeAdmin)
    if (isFailure(body)) return refuse(c, body)
    if (!(await isKnown(c.env, body.value.office))) return refuse(c, { code: 'office_unknown' })
    const id = c.req.param('id')
    // Else nobody but the holder of the token could undo it.
    if (id === c.get('actor').id && (body.value.disabled || body.value.role !== 'city'))
      return refuse(c, { code: 'not_permitted', param: 'role' })
    const changed = await cityObject(c.env).admins.change(id, body.value, Date.now())
    const { role, office, disabled } = body.value
    c.set('act', { id, role, office, disabled })
    return isFailure(changed) ? refuse(c, changed) : c.json({ id, ...body.value })
  })

  /** Also for who lost their passkeys and their codes. The token stands behind the #, which reaches no server's log. */
  .post('/:id/invitations', async (c) => {
    const token = base64url(crypto.getRandomValues(new Uint8Array(32)))
    const expiresAt = Date.now() + invitationMs
    const id = c.req.param('id')
    const invited = await cityObject(c.env).admins.invite(id, await sha256(token), expiresAt)
    if (isFailure(invited)) return refuse(c, invited)
    c.set('act', { id })
    const link = `${ownOrigin(c).origin}/konsol/#/undangan/${token}`
    return c.json({ id, link, expiresAt: new Date(expiresAt).toISOString() }, 201)
  })

async function isKnown(env: Env, office: string | null): Promise<boolean> {
  return office === null || (await officeEntry(env, office)) !== null
}
