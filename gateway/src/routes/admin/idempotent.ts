// A POST that is sent again with the same `Idempotency-Key` is done once: a program that lost the answer gets the same one,
// also a new key that is otherwise shown only once. The answer is sealed with the key itself, which is not kept.
import { createMiddleware } from 'hono/factory'
import * as z from 'zod/mini'
import { sha256 } from '../../admission/secret.ts'
import { sealWith, unsealWith } from '../../admission/vault.ts'
import { cityObject, type App } from '../../env.ts'
import { refuse } from '../../refuse.ts'

/** At least as long as a UUID without dashes: it opens what was sealed. */
const form = /^[\x21-\x7e]{32,200}$/
const purpose = 'repeat'

export const idempotent = createMiddleware<App>(async function idempotent(c, next) {
  const key = c.req.method === 'POST' ? c.req.header('idempotency-key') : undefined
  if (key === undefined) return next()
  if (!form.test(key)) return refuse(c, { code: 'invalid_request', param: 'idempotency-key' })
  // Of another text than what seals: else the row itself would open its answer.
  const hash = await sha256(`${purpose}\n${key}`)
  const request = await sha256(`${c.req.path}\n${await c.req.text()}`)
  const repeat = await cityObject(c.env).beginRepeat(hash, request, Date.now())
  if (repeat.state === 'running') return refuse(c, { code: 'still_running', retryAfter: 1 })
  if (repeat.state === 'other') return refuse(c, { code: 'key_used_otherwise', param: 'idempotency-key' })
  if (repeat.state === 'done') {
    const known = await knownAnswer(key, repeat.answer)
    if (known) return c.body(known.body, known.status, { 'content-type': known.type })
  }
  let answer: string | null = null
  try {
    await next()
    if (c.res.ok) answer = await sealWith(key, purpose, JSON.stringify(await knownOf(c.res)))
  } finally {
    await cityObject(c.env).endRepeat(hash, answer)
  }
})

const Known = z.object({ status: z.literal([200, 201]), type: z.string(), body: z.string() })
type Known = z.infer<typeof Known>

async function knownOf(answer: Response): Promise<Known> {
  const body = await answer.clone().text()
  return Known.parse({ status: answer.status, type: answer.headers.get('content-type') ?? '', body })
}

async function knownAnswer(key: string, sealed: string): Promise<Known | null> {
  const text = await unsealWith(key, purpose, sealed)
  return text === null ? null : Known.parse(JSON.parse(text))
}
