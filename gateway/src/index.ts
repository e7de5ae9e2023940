// The gateway as a table of contents: which route, in which order, and which objects stand behind them.
import { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { cors } from 'hono/cors'
import { createMiddleware } from 'hono/factory'
import { maxBodyBytes, policySignatureHeader } from '../../shared/protocol/index.ts'
import type { App } from './env.ts'
import { refuse } from './refuse.ts'
import { mayCallFromBrowser } from './admission/origin.ts'
import { admin } from './routes/admin/index.ts'
import { chat } from './routes/chat.ts'
import { classes } from './routes/classes.ts'
import { downloads } from './routes/downloads.ts'
import { metrics } from './routes/metrics.ts'
import { office } from './routes/office.ts'
import { pages } from './routes/pages.ts'

export { City } from './objects/city.ts'
export { Office } from './objects/office.ts'

/** Every answer bears an id of ours, never one that the caller chose: it may end up in the operator's log. */
const requestId = createMiddleware<App>(async function requestId(c, next) {
  c.set('requestId', crypto.randomUUID())
  c.header('x-request-id', c.get('requestId'))
  await next()
})

const allowed = cors({
  origin: (origin, c) => (mayCallFromBrowser(origin, c.env) ? origin : null),
  allowHeaders: ['authorization', 'content-type', 'if-none-match'],
  exposeHeaders: [
    'x-request-id',
    'retry-after',
    'etag',
    'x-pendamping-hidden',
    'x-pendamping-upstream',
    policySignatureHeader,
  ],
  maxAge: 86_400,
})

/** A script has no origin, and needs none of it. */
const callsFromBrowser = createMiddleware<App>((c, next) =>
  c.req.header('origin') === undefined ? next() : allowed(c, next),
)

const app = new Hono<App>()
  .use(requestId)
  .use('/v1/*', callsFromBrowser)
  .use('/healthz', callsFromBrowser)
  .use(bodyLimit({ maxSize: maxBodyBytes, onError: (c) => refuse(c, { code: 'body_too_large' }) }))
  .get('/healthz', (c) => c.json({ ok: true }))
  .route('/v1/chat/completions', chat)
  .route('/v1/classes', classes)
  .route('/v1', office)
  .route('/admin/v1', admin)
  .route('/metrics', metrics)
  .route('/unduh', downloads)
  .route('/', pages)
  .notFound((c) => refuse(c, { code: 'not_found' }))
  .onError((error, c) => {
    console.error('internal', c.get('requestId'), error.name, placeOf(error))
    return refuse(c, { code: 'internal' })
  })

/** The first frame of the stack. Its message, which may have lines of its own, could quote what somebody wrote. */
function placeOf({ stack = '', message }: Error): string | undefined {
  const frames = stack.slice(stack.indexOf(message) + message.length)
  return frames.split('\n').find((line) => /^\s+at /.test(line))
}

export default app
