// Offices: added one by one or as a list, renamed, suspended, resumed, removed; their limits and what they have used.
import { Hono, type Context } from 'hono'
import { NeverHide, NewOffice, OfficeLimits, OfficeName } from '../../../../shared/protocol/admin.ts'
import { settleOffice } from '../../admission/admission.ts'
import { mayDo } from '../../admission/roles.ts'
import { cityNow, forgetCity, officeEntry } from '../../city.ts'
import { cityObject, officeObject, type App } from '../../env.ts'
import { isFailure, refuse } from '../../refuse.ts'
import { readJson } from '../read.ts'

export const offices = new Hono<App>()
  .get('/', async (c) => {
    const { offices } = await cityNow(c.env, 0)
    // Their limits in force are told by each office's own object.
    const own = c.get('actor').office
    const seen = offices.filter(({ id }) => own === null || id === own)
    const shown = seen.map(({ id, name, neverHide, suspendedAt, removedAt }) => {
      return { id, name, neverHide, suspendedAt, removedAt }
    })
    const wantsUse = c.req.query('use') === 'month'
    return c.json({ offices: wantsUse ? await Promise.all(shown.map((entry) => withUse(c, entry))) : shown })
  })

  .post('/', async (c) => {
    const body = await readJson(c, NewOffice)
    if (isFailure(body)) return refuse(c, body)
    const { id, name, limits = {} } = body.value
    const added = await cityObject(c.env).addOffices([body.value], Date.now())
    forgetCity()
    // Also when the city knows it: a crash between the two would leave an office that nobody can open or make again.
    const removedAt = (await officeEntry(c.env, id))?.removedAt ?? null
    await officeObject(c.env, id).open({ id, name, limits, removedAt })
    c.set('act', { id })
    return isFailure(added) ? refuse(c, added) : c.json({ id, name, limits }, 201)
  })

  .get('/:office', async (c) => {
    const overview = await officeObject(c.env, c.req.param('office')).overview(Date.now())
    return overview ? c.json(overview) : refuse(c, { code: 'office_unknown' })
  })

  .put('/:office', async (c) => {
    const body = await readJson(c, OfficeName)
    if (isFailure(body)) return refuse(c, body)
    const id = c.req.param('office')
    await officeObject(c.env, id).rename(body.value.name)
    await cityObject(c.env).renameOffice(id, body.value.name)
    forgetCity()
    c.set('act', body.value)
    return c.json({ id, ...body.value })
  })

  .post('/:office/suspend', (c) => suspend(c, c.req.param('office'), Date.now()))
  .post('/:office/resume', (c) => suspend(c, c.req.param('office'), null))

  .delete('/:office', async (c) => {
    const now = Date.now()
    await officeObject(c.env, c.req.param('office')).remove(now)
    await cityObject(c.env).removeOffice(c.req.param('office'), now)
    forgetCity()
    return c.json({ id: c.req.param('office'), removedAt: now })
  })

  .put('/:office/limits', async (c) => {
    const body = await readJson(c, OfficeLimits)
    if (isFailure(body)) return refuse(c, body)
    const office = officeObject(c.env, c.req.param('office'))
    const before = (await office.profile())?.limits
    const limits = await office.setLimits(body.value)
    c.set('act', { before, after: limits })
    return isFailure(limits) ? refuse(c, limits) : c.json(limits)
  })

  .put('/:office/never-hide', async (c) => {
    const body = await readJson(c, NeverHide)
    if (isFailure(body)) return refuse(c, body)
    const stored = await cityObject(c.env).setNeverHide(c.req.param('office'), body.value)
    forgetCity()
    c.set('act', { terms: stored.terms.length })
    return c.json(stored)
  })

/** @returns the office with its month's row of the ledger, for those who may look at it; null where there is none */
async function withUse<T extends { id: string }>(c: Context<App>, entry: T) {
  if (!mayDo(c.get('actor'), 'GET', `/offices/${entry.id}`)) return { ...entry, officeActions: null }
  await settleOffice(c.env, entry.id)
  const overview = await officeObject(c.env, entry.id).overview(Date.now())
  return { ...entry, officeActions: overview?.officeActions ?? null }
}

/** @param at since when; null = it works again */
async function suspend(c: Context<App>, id: string, at: number | null): Promise<Response> {
  await officeObject(c.env, id).suspend(at)
  await cityObject(c.env).suspendOffice(id, at)
  forgetCity()
  return c.json({ id, suspendedAt: at })
}
