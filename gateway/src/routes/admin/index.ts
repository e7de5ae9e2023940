// What the city's admin may do, all under one token. Unknown fields are refused and what is stored is returned (R7);
// every act that changes something is logged.
import { Hono, type Context } from 'hono'
import { createMiddleware } from 'hono/factory'
import { settleAll, settleOffice } from '../../admission/admission.ts'
import { mayDo } from '../../admission/roles.ts'
import { actorOf } from '../../admission/session.ts'
import { cityNow, officeEntry } from '../../city.ts'
import { cityObject, officeObject, type App, type Env } from '../../env.ts'
import { endOfDate } from '../../objects/jakarta.ts'
import { isFailure, refuse } from '../../refuse.ts'
import { accounts } from './accounts.ts'
import { classes } from './classes.ts'
import { distribution } from './distribution.ts'
import { officeImport } from './import.ts'
import { keys } from './keys.ts'
import { idempotent } from './idempotent.ts'
import { offices } from './offices.ts'
import { policy } from './policy.ts'
import { admins } from './admins.ts'
import { me } from './me.ts'
import { session } from './session.ts'
import { upstreams } from './upstreams.ts'

const adminPath = (c: Context<App>) => c.req.path.replace(/^\/admin\/v1/, '')

const permitted = createMiddleware<App>(async function permitted(c, next) {
  const actor = await actorOf(c)
  if (isFailure(actor)) return refuse(c, actor)
  if (!mayDo(actor, c.req.method, adminPath(c))) return refuse(c, { code: 'not_permitted' })
  c.set('actor', actor)
  await next()
})

/** A class has an audit of its own, exported as an office's is; all else of a class is under `/classes`. */
async function classToAudit(c: Context<App>, id: string) {
  if (c.req.method !== 'GET' || !/^\/offices\/[^/]+\/audit(?:\/|$)/.test(adminPath(c))) return null
  const held = (await cityNow(c.env)).classById.get(id)
  if (!held) return null
  return { id, name: held.name, limits: {}, closesAt: endOfDate(held.keysUntil), removedAt: held.endedAt }
}

/** An office that was removed can still be read, for its audit; it can't be changed. */
const knownOffice = createMiddleware<App>(async function knownOffice(c, next) {
  const id = c.req.param('office') ?? ''
  const office = (await officeEntry(c.env, id)) ?? (await classToAudit(c, id))
  if (!office || (office.removedAt !== null && c.req.method !== 'GET'))
    return refuse(c, { code: 'office_unknown' })
  // A crash between city and office would leave one that nobody can open or make again.
  await officeObject(c.env, office.id).open(office)
  await settleOffice(c.env, office.id)
  await next()
  // What was handed out while the change was made must not outlive it.
  if (c.req.method !== 'GET') await settleOffice(c.env, office.id)
})

/** Looks, and what a program asks for by itself (before a passkey, before the end): a log of those would hide the acts. */
const changesNothing = /^\/policy\/diff$|^\/settle$|\/(?:preflight|test|options)$/
export const isAct = (method: string, path: string) =>
  !/^(?:GET|HEAD)$/.test(method) && !changesNothing.test(path)

/** Path and, by the route's own word, the values; never a secret, never content. */
const logged = createMiddleware<App>(async function logged(c, next) {
  await next()
  const path = adminPath(c)
  if (!c.res.ok || !isAct(c.req.method, path)) return
  const [, subject = ''] = /^\/offices\/([^/]+)/.exec(path) ?? []
  const detail = JSON.stringify(c.get('act') ?? {})
  await cityObject(c.env).note(
    { actor: c.get('actor').id ?? 'token', act: `${c.req.method} ${path}`, subject, detail },
    Date.now(),
  )
})

/** Less than what the operator's stop waits for. */
const longestSettlingMs = 4500

/** Begins at once, so that who stops the process knows that it has come, and ends when all is settled. */
function settling(env: Env): ReadableStream {
  return new ReadableStream({
    start: (controller) => controller.enqueue(new TextEncoder().encode('\n')),
    async pull(controller) {
      await settleAll(env, Date.now() + longestSettlingMs)
      controller.close()
    },
  })
}

export const admin = new Hono<App>()
  .route('/session', session)
  .use(permitted)
  .post('/settle', (c) => c.body(settling(c.env)))
  .use(idempotent)
  .use(logged)
  // Before the offices: here it is no name of one.
  .route('/offices/import', officeImport)
  .use('/offices/:office', knownOffice)
  .use('/offices/:office/*', knownOffice)
  .route('/offices', offices)
  .route('/offices/:office', keys)
  .route('/offices/:office', distribution)
  .route('/upstreams', upstreams)
  .route('/classes', classes)
  .route('/admins', admins)
  .route('/me', me)
  .route('/', policy)
  .route('/', accounts)
