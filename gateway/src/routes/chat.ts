// POST /v1/chat/completions: admit, redact, ask, restore, settle (design §2).
import { Hono, type Context } from 'hono'
import { ChatRequest, HelperName, refusedFields, type Failure } from '../../../shared/protocol/index.ts'
import { classify, redact, type Finding } from '../../../shared/redaction/index.ts'
import type { Credential } from '../admission/secret.ts'
import { officeObject, type App } from '../env.ts'
import { helpers } from '../helpers/index.ts'
import type { Helper, PreparedHelper } from '../helpers/helper.ts'
import type { AuditRow, Lease } from '../objects/office.ts'
import { isFailure, refuse } from '../refuse.ts'
import {
  metered,
  restored,
  streamAnswer,
  tokensAtMost,
  wholeAnswer,
  type Counted,
} from '../upstreams/answer.ts'
import { chooseUpstream } from '../upstreams/router.ts'
import type { Upstream } from '../upstreams/upstream.ts'
import { officeEntry, readJson, readKey } from './read.ts'

export const chat = new Hono<App>().post('/', async (c) => {
  const credential = await readKey(c)
  if (isFailure(credential)) return refuse(c, credential)
  const ask = await readAsk(c)
  if (isFailure(ask)) return refuse(c, ask)

  const { name: officeName = credential.office, neverHide = [] } =
    (await officeEntry(c, credential.office)) ?? {}
  const prepared = ask.helper.prepare(ask.metadata, { officeName, city: c.env.PENDAMPING_CITY ?? 'Kota' })
  if ('wrongOption' in prepared) {
    return refuse(c, { code: 'invalid_request', param: `metadata.${prepared.wrongOption}` })
  }
  const maxTokens = Math.min(prepared.maxTokens, ask.maxTokens)
  return answer(c, credential, { ...ask, neverHide }, { ...prepared, maxTokens })
})

interface Ask {
  helper: Helper
  metadata: Record<string, string>
  source: string
  stream: boolean
  includeUsage: boolean
  /** What the caller allows; the helper's own limit holds besides. */
  maxTokens: number
}

/** Everything between a well-formed request and its answer. What throws here has not reached an upstream. */
async function answer(
  c: Context<App>,
  credential: Credential,
  ask: Ask & { neverHide: string[] },
  prepared: PreparedHelper,
): Promise<Response> {
  const { text, map, findings } = redact(ask.source, { keep: ask.neverHide })
  const dataClass = classify(ask.source, findings).class
  if (dataClass === 'rahasia') return refuse(c, { code: 'class_refused' })
  const promptText = prepared
    .messages(text)
    .map((message) => message.content)
    .join('\n')
  const upstream = chooseUpstream(c.env)
  const office = officeObject(c.env, credential.office)
  const lease = await office.admit(credential, tokensAtMost(promptText) + prepared.maxTokens, Date.now())
  if (isFailure(lease)) return refuse(c, lease)

  const client = new AbortController()
  c.req.raw.signal.addEventListener('abort', () => client.abort(), { once: true })
  const row = { dataClass, charsIn: ask.source.length, hidden: findings.length }
  const settled = settling(c, ask, upstream, lease, row)
  c.executionCtx.waitUntil(settled.done)
  const events = metered(restored(upstream.ask(prepared, text, client.signal), map), {
    promptText,
    settle: settled.settle,
  })
  const frame = {
    id: `chatcmpl-${c.get('requestId')}`,
    model: ask.helper.name,
    created: Math.floor(Date.now() / 1000),
  }
  const current = { frame, events, leave: () => client.abort() }

  c.header('x-pendamping-hidden', countByType(findings))
  c.header('x-pendamping-upstream', upstream.kind)
  const result = ask.stream ? await streamAnswer(current, ask.includeUsage) : await wholeAnswer(current)
  if (result instanceof ReadableStream) {
    c.header('content-type', 'text/event-stream; charset=utf-8')
    // Buffering proxies would hold a stream back until it is whole.
    c.header('x-accel-buffering', 'no')
    return c.body(result)
  }
  return isFailure(result) ? refuse(c, result) : c.json(result)
}

/** The end of a request: quota charged or given back, and one audit row, also when the client has left. */
function settling(
  c: Context<App>,
  ask: Ask,
  upstream: Upstream,
  lease: Lease,
  row: Pick<AuditRow, 'dataClass' | 'charsIn' | 'hidden'>,
) {
  const startedAt = Date.now()
  const { promise: done, resolve } = Promise.withResolvers<void>()
  const settle = async (counted: Counted): Promise<void> => {
    const failed = counted.outcome !== 'answered' && counted.outcome !== 'client_gone'
    const delivered = counted.started && (ask.stream || !failed)
    const now = Date.now()
    const audit: AuditRow = {
      ...row,
      helper: ask.helper.name,
      promptVersion: ask.helper.promptVersion,
      upstream: upstream.kind,
      tokensIn: delivered ? counted.tokensIn : 0,
      tokensOut: delivered ? counted.tokensOut : 0,
      outcome: counted.outcome,
      milliseconds: now - startedAt,
    }
    const charged = delivered ? counted.tokensIn + counted.tokensOut : null
    await officeObject(c.env, lease.office.id).settle(lease, charged, audit, now)
    resolve()
  }
  return { settle, done }
}

async function readAsk(c: Context<App>): Promise<Ask | Failure> {
  const body = await readJson(c, ChatRequest)
  if (isFailure(body)) return unsupported(body)
  const { model, messages, metadata, stream, stream_options, max_tokens, max_completion_tokens } = body.value
  const name = HelperName.safeParse(model).data
  if (!name) return { code: 'unknown_model', param: 'model' }
  // A helper brings its own instructions; what the client adds as such would be a way round them.
  const foreign = messages.findIndex((message) => message.role !== 'user')
  if (foreign >= 0) return { code: 'unsupported_content', param: `messages.${foreign}.role` }
  const source = messages.map(({ content }) => textOf(content)).join('\n\n')
  if (!source.trim()) return { code: 'nothing_to_read', param: 'messages' }
  return {
    helper: helpers[name],
    metadata: metadata ?? {},
    source,
    stream: stream ?? false,
    includeUsage: stream_options?.include_usage ?? false,
    maxTokens: max_completion_tokens ?? max_tokens ?? Infinity,
  }
}

/** A picture, a sound or a tool fails the schema; say what it is rather than that it is odd. */
function unsupported(failure: Failure): Failure {
  const { param = '' } = failure
  const known =
    /^messages\.\d+\.content/.test(param) || refusedFields.some((field) => param.startsWith(field))
  return known ? { code: 'unsupported_content', param } : failure
}

function textOf(content: ChatRequest['messages'][number]['content']): string {
  return typeof content === 'string' ? content : content.map((part) => part.text).join('\n')
}

function countByType(findings: Finding[]): string {
  const counts = new Map<string, number>()
  for (const { type } of findings) counts.set(type, (counts.get(type) ?? 0) + 1)
  return Array.from(counts, ([type, count]) => `${type}=${count}`).join(', ')
}
