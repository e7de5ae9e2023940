// A failure as the caller sees it: OpenAI's error shape, Indonesian sentence, no trace, nothing of the content.
import type { Context } from 'hono'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import { allErrors } from '../../shared/protocol/admin-errors.ts'
import { inWords, type ErrorBody, type Failure } from '../../shared/protocol/index.ts'
import type { App } from './env.ts'
import { countError } from './metrics.ts'

/** @returns whether an object's answer is a failure and not the thing asked for. */
export function isFailure(answer: object): answer is Failure {
  return 'code' in answer
}

/** @returns the body of an error answer, also used as the last frame of a stream that fails half-way. */
export function errorBody({ code, param, limit }: Failure): ErrorBody {
  const entry = allErrors[code]
  const said = inWords(entry)
  const message = limit ? `${said} Terpakai ${limit.used} dari ${limit.cap}.` : said
  return { error: { message, type: entry.type, code, param: param || null } }
}

/** Refusals that a second try within seconds can't change. */
const lasting = new Set<string>([
  'day_quota_spent',
  'month_quota_spent',
  'office_day_spent',
  'group_quota_spent',
])

/**
 * Answers with the failure's status; 429 and 503 carry `retry-after` in seconds, and a refusal by quota the figures of
 * its ledger row, named as other gateways name them.
 */
export function refuse(c: Context<App>, failure: Failure): Response {
  if (failure.retryAfter !== undefined)
    c.header('retry-after', String(Math.max(1, Math.ceil(failure.retryAfter))))
  countError({ code: failure.code })
  const { limit } = failure
  if (limit && limit.cap !== null) {
    c.header('x-ratelimit-limit', String(limit.cap))
    c.header('x-ratelimit-remaining', String(Math.max(0, limit.cap - limit.used)))
    c.header('x-ratelimit-reset', limit.resetsAt)
  }
  // Official clients would try twice more.
  if (lasting.has(failure.code)) c.header('x-should-retry', 'false')
  return c.json(errorBody(failure), allErrors[failure.code].status as ContentfulStatusCode)
}
