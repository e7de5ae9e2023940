// Keys of an office: made and shown once, limited, rotated with an overlap, revoked alone or all of a label; groups with
// quotas of their own; and the links with which browsers get keys by themselves.
import { Hono } from 'hono'
import {
  AskRenewal,
  GroupLimits,
  KeyExpiry,
  KeyLimits,
  NewEnrolment,
  NewGroup,
  NewKey,
  RotateKey,
} from '../../../../shared/protocol/admin.ts'
import { makeSecret } from '../../admission/secret.ts'
import { officeObject, type App } from '../../env.ts'
import { dateOfEnd, endOfDate } from '../../objects/jakarta.ts'
import type { KeyEntry } from '../../objects/office.ts'
import { isFailure, refuse } from '../../refuse.ts'
import { readJson } from '../read.ts'

const sevenDays = 7 * 86_400_000
const revokedBy = ['label', 'group', 'enrolment'] as const
const hourMs = 3_600_000

export const keys = new Hono<App, Record<never, never>, '/:office'>()
  .get('/keys', async (c) => {
    const found = await officeObject(c.env, c.req.param('office')).keys()
    return c.json({ keys: found.map(shown) })
  })

  .post('/keys', async (c) => {
    const body = await readJson(c, NewKey)
    if (isFailure(body)) return refuse(c, body)
    const { label, limits = {}, expiresOn = null, group = null } = body.value
    const { text, ...key } = await makeSecret('pdp', c.req.param('office'))
    const terms = { label, limits, expiresAt: endOrNever(expiresOn), group }
    const refused = await officeObject(c.env, key.office).addKey(key, terms, Date.now())
    if (refused) return refuse(c, refused)
    c.set('act', { key: key.id, label, limits, expiresOn })
    return c.json({ id: key.id, key: text, label, limits, expiresOn, group }, 201)
  })

  /** The lost laptop: all keys of its label at once; or of a group, or of a link. */
  .delete('/keys', async (c) => {
    // As it was stored: a blank too many would revoke nothing, and say so as if all were well.
    const given = revokedBy.flatMap((by) => {
      const value = c.req.query(by)?.trim()
      return value ? [{ by, value }] : []
    })
    const [only, second] = given
    if (!only || second) return refuse(c, { code: 'invalid_request', param: 'label' })
    const office = officeObject(c.env, c.req.param('office'))
    const revoked = await office.revokeKeys(only.by, only.value, Date.now())
    c.set('act', { [only.by]: only.value, ...revoked })
    return c.json(revoked)
  })

  .put('/keys/:id/limits', async (c) => {
    const body = await readJson(c, KeyLimits)
    if (isFailure(body)) return refuse(c, body)
    const office = officeObject(c.env, c.req.param('office'))
    const limits = await office.setKeyLimits(c.req.param('id'), body.value)
    c.set('act', { after: limits })
    return isFailure(limits) ? refuse(c, limits) : c.json(limits)
  })

  .put('/keys/:id/expiry', async (c) => {
    const body = await readJson(c, KeyExpiry)
    if (isFailure(body)) return refuse(c, body)
    const end = endOrNever(body.value.expiresOn)
    const key = await officeObject(c.env, c.req.param('office')).setKeyExpiry(c.req.param('id'), end)
    c.set('act', body.value)
    return isFailure(key) ? refuse(c, key) : c.json(shown(key))
  })

  /** A new secret under the same id; the old one works for the overlap. */
  .post('/keys/:id/rotate', async (c) => {
    const body = await readJson(c, RotateKey)
    if (isFailure(body)) return refuse(c, body)
    const { text, ...key } = await makeSecret('pdp', c.req.param('office'), c.req.param('id'))
    const until = Date.now() + body.value.overlapHours * hourMs
    const rotated = await officeObject(c.env, key.office).rotateKey(key, until)
    if (isFailure(rotated)) return refuse(c, rotated)
    c.set('act', body.value)
    return c.json({ ...shown(rotated), key: text }, 201)
  })

  /** Lets enrolled browsers change their secrets by themselves; one that is not there in time enrols anew. */
  .post('/renewals', async (c) => {
    const body = await readJson(c, AskRenewal)
    if (isFailure(body)) return refuse(c, body)
    const { by, value, withinHours } = body.value
    const renewBy = Date.now() + withinHours * hourMs
    const { asked } = await officeObject(c.env, c.req.param('office')).askRenewal(by, value, renewBy)
    c.set('act', { ...body.value, asked })
    return c.json({ asked, renewBy: new Date(renewBy).toISOString() })
  })

  .delete('/keys/:id', async (c) => {
    const revoked = await officeObject(c.env, c.req.param('office')).revokeKey(c.req.param('id'), Date.now())
    return isFailure(revoked) ? refuse(c, revoked) : c.json(revoked)
  })

  .post('/groups', async (c) => {
    const body = await readJson(c, NewGroup)
    if (isFailure(body)) return refuse(c, body)
    const { id, label, limits = {} } = body.value
    const added = await officeObject(c.env, c.req.param('office')).addGroup({ id, label, limits }, Date.now())
    c.set('act', { id, limits })
    return isFailure(added) ? refuse(c, added) : c.json(added, 201)
  })

  .put('/groups/:id/limits', async (c) => {
    const body = await readJson(c, GroupLimits)
    if (isFailure(body)) return refuse(c, body)
    const office = officeObject(c.env, c.req.param('office'))
    const group = await office.setGroupLimits(c.req.param('id'), body.value)
    c.set('act', body.value)
    return isFailure(group) ? refuse(c, group) : c.json(group)
  })

  .get('/enrolments', async (c) => {
    const found = await officeObject(c.env, c.req.param('office')).enrolments()
    const enrolments = found.map(({ expiresAt, keysExpireAt, ...rest }) => ({
      ...rest,
      expiresAt: new Date(expiresAt).toISOString(),
      keysExpireOn: dayOrNever(keysExpireAt),
    }))
    return c.json({ enrolments })
  })

  .post('/enrolments', async (c) => {
    const body = await readJson(c, NewEnrolment)
    if (isFailure(body)) return refuse(c, body)
    const now = Date.now()
    const {
      label = 'pendaftaran',
      devices = 100,
      limits = {},
      expiresAt,
      keysExpireOn = null,
      group = null,
    } = body.value
    const until = expiresAt ? Date.parse(expiresAt) : now + sevenDays
    const { text, ...token } = await makeSecret('pde', c.req.param('office'))
    const terms = { label, devices, limits, expiresAt: until, keysExpireAt: endOrNever(keysExpireOn), group }
    const refused = await officeObject(c.env, token.office).addEnrolment(token, terms, now)
    if (refused) return refuse(c, refused)
    // The token stands behind the #, which browsers never send: it reaches no server's log.
    const link = `${c.env.PENDAMPING_PUBLIC_URL || new URL(c.req.url).origin}/daftar/#${text}`
    const said = { label, devices, limits, expiresAt: new Date(until).toISOString(), keysExpireOn, group }
    c.set('act', { token: token.id, ...said })
    return c.json({ id: token.id, token: text, link, ...said }, 201)
  })

  .delete('/enrolments/:id', async (c) => {
    const office = officeObject(c.env, c.req.param('office'))
    const revoked = await office.revokeEnrolment(c.req.param('id'), Date.now())
    return isFailure(revoked) ? refuse(c, revoked) : c.json(revoked)
  })

function endOrNever(day: string | null): number | null {
  return day === null ? null : endOfDate(day)
}

function dayOrNever(end: number | null): string | null {
  return end === null ? null : dateOfEnd(end)
}

function shown({ expiresAt, ...key }: KeyEntry) {
  return { ...key, expiresOn: dayOrNever(expiresAt) }
}
