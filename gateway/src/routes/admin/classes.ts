// Classes, as trainers make and run them. A class's seats, ledger and audit are those of an object of its own.
import { Hono, type Context } from 'hono'
import { createMiddleware } from 'hono/factory'
import { EndClass, NewClass, type ClassEntry } from '../../../../shared/protocol/classes.ts'
import type { Failure } from '../../../../shared/protocol/index.ts'
import { settleOffice } from '../../admission/admission.ts'
import { newClassCode } from '../../admission/class-code.ts'
import { cityNow, forgetCity } from '../../city.ts'
import { cityObject, officeObject, type App } from '../../env.ts'
import { endOfDate } from '../../objects/jakarta.ts'
import { isFailure, refuse } from '../../refuse.ts'
import { preflight } from '../../reports/preflight.ts'
import { readJson } from '../read.ts'

const betweenTriesMs = 10_000
/** By class, in this process. */
const triedAt = new Map<string, number>()

/** What a class's keys hold back is settled before figures are read, and after a change. */
const known = createMiddleware<App, '/:class'>(async function known(c, next) {
  const held = (await cityNow(c.env, 0)).classById.get(c.req.param('class'))
  if (!held) return refuse(c, { code: 'id_unknown' })
  c.set('held', held)
  await open(c, held)
  await settleOffice(c.env, held.id)
  await next()
  if (c.req.method !== 'GET') await settleOffice(c.env, held.id)
})

export const classes = new Hono<App>()
  .get('/', async (c) => {
    const { classes } = await cityNow(c.env, 0)
    const joined = await Promise.all(classes.map(({ id }) => officeObject(c.env, id).seatsTaken()))
    return c.json({
      classes: classes.map((entry, at) => ({ ...forReader(c, entry), joined: joined[at] ?? 0 })),
    })
  })

  .post('/', async (c) => {
    const body = await readJson(c, NewClass)
    if (isFailure(body)) return refuse(c, body)
    const wrong = await wrongTerms(c, body.value)
    if (wrong) return refuse(c, wrong)
    const joinCode = newClassCode()
    // Another secret than the code: the id stands in addresses, logs and keys.
    const id = `kelas-${newClassCode().toLowerCase()}`
    const added = await cityObject(c.env).classes.add({ id, joinCode, terms: body.value }, Date.now())
    forgetCity()
    if (isFailure(added)) return refuse(c, added)
    await open(c, added)
    c.set('act', { id, ...body.value })
    return c.json({ ...added, joined: 0, seated: [] }, 201)
  })

  .use('/:class', known)
  .use('/:class/*', known)

  .get('/:class', async (c) => c.json(await withSeats(c, c.get('held'))))

  /** Holds for those who are in it already; a code once shown stays the same. */
  .put('/:class', async (c) => {
    const body = await readJson(c, NewClass)
    if (isFailure(body)) return refuse(c, body)
    const wrong = await wrongTerms(c, body.value)
    if (wrong) return refuse(c, wrong)
    const changed = await cityObject(c.env).classes.change(c.get('held').id, body.value)
    forgetCity()
    if (isFailure(changed)) return refuse(c, changed)
    const limits = { actionsPerDay: body.value.actionsPerSeat }
    await officeObject(c.env, changed.id).changeSeats(limits, endOfDate(changed.keysUntil))
    c.set('act', { id: changed.id, ...body.value })
    return c.json(await withSeats(c, changed))
  })

  /** Forty-one requests to a model each time, so not again at once. */
  .post('/:class/preflight', async (c) => {
    const held = c.get('held')
    const wait = (triedAt.get(held.id) ?? 0) + betweenTriesMs - Date.now()
    if (wait > 0) return refuse(c, { code: 'minute_limit', retryAfter: wait / 1000 })
    triedAt.set(held.id, Date.now())
    return c.json(await preflight(c.env, await cityNow(c.env, 0), held, Date.now()))
  })

  .post('/:class/end', async (c) => {
    const body = await readJson(c, EndClass)
    if (isFailure(body)) return refuse(c, body)
    const now = Date.now()
    const ended = await cityObject(c.env).classes.end(c.get('held').id, now)
    forgetCity()
    if (isFailure(ended)) return refuse(c, ended)
    if (body.value.keys === 'revoke') await officeObject(c.env, ended.id).remove(now)
    c.set('act', { id: ended.id, ...body.value })
    return c.json(await withSeats(c, ended))
  })

  .delete('/:class/seats/:key', async (c) => {
    const revoked = await officeObject(c.env, c.get('held').id).revokeKey(c.req.param('key'), Date.now())
    c.set('act', { id: c.get('held').id, key: c.req.param('key') })
    return isFailure(revoked) ? refuse(c, revoked) : c.json(revoked)
  })

/** A crash between city and class would leave one that nobody can join. */
function open(c: Context<App>, { id, name, keysUntil }: ClassEntry): Promise<void> {
  return officeObject(c.env, id).open({ id, name, limits: {}, closesAt: endOfDate(keysUntil) })
}

async function withSeats(c: Context<App>, entry: ClassEntry) {
  const seated = await officeObject(c.env, entry.id).seats(Date.now())
  return {
    ...forReader(c, entry),
    seated,
    joined: seated.filter(({ revokedAt }) => revokedAt === null).length,
  }
}

/** An auditor changes nothing, and a code is a way in. */
function forReader(c: Context<App>, entry: ClassEntry): ClassEntry {
  return c.get('actor').role === 'auditor' ? { ...entry, joinCode: '' } : entry
}

async function wrongTerms(c: Context<App>, { offices, upstreams }: NewClass): Promise<Failure | null> {
  const city = await cityNow(c.env, 0)
  const isOpen = (id: string) => city.officeById.get(id)?.removedAt === null
  if (!offices.every(isOpen)) return { code: 'office_unknown', param: 'offices' }
  const registered = city.upstreams.map(({ settings }) => settings.id)
  return upstreams?.some((id) => !registered.includes(id)) ? { code: 'id_unknown', param: 'upstreams' } : null
}
