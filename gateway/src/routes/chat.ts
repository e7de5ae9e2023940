// POST /v1/chat/completions: admit, redact, ask, restore, settle (design §2).
import { Hono, type Context } from 'hono'
import {
  ChatRequest,
  classAllows,
  HelperName,
  refusedFields,
  type DataClass,
  type Failure,
} from '../../../shared/protocol/index.ts'
import { classify, redact, restore, type Finding } from '../../../shared/redaction/index.ts'
import { admit, atDoor, sendLater, settle } from '../admission/admission.ts'
import type { Credential } from '../admission/secret.ts'
import { cityNow, isSwitchedOff, officeEntry, rulesOf, type CityNow } from '../city.ts'
import type { App } from '../env.ts'
import { helpers } from '../helpers/index.ts'
import type { Helper, PreparedHelper } from '../helpers/helper.ts'
import { countHidden, countRequest, countTokens, noteDuration, noteFirstToken } from '../metrics.ts'
import type { Admitted, NewAuditRow } from '../objects/office.ts'
import { isFailure, refuse } from '../refuse.ts'
import {
  metered,
  restored,
  streamAnswer,
  tokensAtMost,
  wholeAnswer,
  type Counted,
} from '../upstreams/answer.ts'
import { askInTurn, type Choice } from '../upstreams/failover.ts'
import { onceMore } from '../upstreams/once-more.ts'
import { unwrapped } from '../upstreams/unwrapped.ts'
import { upstreamsFor } from '../upstreams/router.ts'
import { costOf, type Upstream } from '../upstreams/upstream.ts'
import { readJson, readKey } from './read.ts'

export const chat = new Hono<App>().post('/', async (c) => {
  const credential = await readKey(c)
  if (isFailure(credential)) return refuse(c, credential)
  const holder = await atDoor(c.env, credential, Date.now())
  if (isFailure(holder)) return refuse(c, holder)
  const ask = await readAsk(c)
  if (isFailure(ask)) return refuse(c, ask)

  const office = await officeEntry(c.env, credential.office)
  const officeName = holder.asOffice ?? office?.name ?? credential.office
  const { glossary, templates, recipes } = rulesOf(await cityNow(c.env), credential.office)
  const context = { officeName, city: c.env.PENDAMPING_CITY ?? 'Kota', glossary, templates, recipes }
  const prepared = ask.helper.prepare(ask.metadata, context)
  if ('wrongOption' in prepared) {
    const { wrongOption, code = 'invalid_request' } = prepared
    return refuse(c, { code, param: `metadata.${wrongOption}` })
  }
  const maxTokens = Math.min(prepared.maxTokens, ask.maxTokens)
  return answer(c, credential, ask, { ...prepared, maxTokens }, office?.neverHide ?? [])
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
  ask: Ask,
  prepared: PreparedHelper,
  neverHide: string[],
): Promise<Response> {
  const city = await cityNow(c.env)
  const keep = [...neverHide, ...rulesOf(city, credential.office).neverHide]
  const { text, map, findings } = redact(ask.source, { keep })
  const dataClass = classify(ask.source, findings).class
  if (dataClass === 'rahasia') return refuse(c, { code: 'class_refused' })
  const upstreams = allowedUpstreams(c, city, credential.office, ask.helper.name, dataClass, prepared)
  if (isFailure(upstreams)) return refuse(c, upstreams)

  const promptText = prepared
    .messages(text)
    .map((message) => message.content)
    .join('\n')
  const times = mayAskTwice(ask, prepared) ? 2 : 1
  const most = mostCost(upstreams, times * tokensAtMost(promptText), times * prepared.maxTokens)
  const lease = await admit(c.env, credential, { helper: ask.helper.name, dataClass, most }, Date.now())
  if (isFailure(lease)) return refuse(c, lease)

  const client = new AbortController()
  c.req.raw.signal.addEventListener('abort', () => client.abort(), { once: true })
  const choice: Choice = { upstream: upstreams[0]! }
  const row = {
    keyId: lease.keyId,
    helper: ask.helper.name,
    promptVersion: ask.helper.promptVersion,
    policyRevision: city.revision,
    dataClass,
    charsIn: ask.source.length,
    hidden: findings.length,
  }
  const settled = settling(ask, choice, lease, row)
  c.executionCtx.waitUntil(settled.done.then(() => sendLater(c.env, credential)))
  const request = { ask, prepared, text, map, upstreams, choice, signal: client.signal }
  const events = metered(answerTo(request), {
    promptText,
    maxTokens: prepared.maxTokens,
    ...settled,
  })
  const frame = {
    id: `chatcmpl-${c.get('requestId')}`,
    model: ask.helper.name,
    created: Math.floor(Date.now() / 1000),
  }
  const current = { frame, events, leave: () => client.abort() }

  const result = ask.stream ? await streamAnswer(current, ask.includeUsage) : await wholeAnswer(current)
  c.header('x-pendamping-hidden', hiddenByType(findings))
  c.header('x-pendamping-upstream', choice.upstream.kind)
  if (result instanceof ReadableStream) {
    c.header('content-type', 'text/event-stream; charset=utf-8')
    // Buffering proxies would hold a stream back until it is whole.
    c.header('x-accel-buffering', 'no')
    return c.body(result)
  }
  return isFailure(result) ? refuse(c, result) : c.json(result)
}

interface ToAnswer {
  ask: Ask
  prepared: PreparedHelper
  /** Redacted; `map` puts back what was hidden. */
  text: string
  map: Record<string, string>
  upstreams: readonly [Upstream, ...Upstream[]]
  choice: Choice
  signal: AbortSignal
}

/** The answer as it may go out: without a fence, asked for once more where it does not hold, with what was hidden put back. */
function answerTo({ ask, prepared, text, map, upstreams, choice, signal }: ToAnswer) {
  const asked = () => unwrapped(askInTurn(upstreams, choice, prepared, text, signal))
  // The engine's own answer says nothing that nobody said.
  const holds = (whole: string) =>
    choice.upstream.kind === 'offline' || prepared.holds?.(text, whole) !== false
  const instead = prepared.isSafe ? () => prepared.offline(text) : null
  const answered = mayAskTwice(ask, prepared) ? onceMore(asked, holds, instead) : asked()
  return restored(answered, { ...map, ...boundBy(prepared, text, map) })
}

/** What stands for slots and terms may itself hold what was hidden. */
function boundBy(
  { bound }: PreparedHelper,
  text: string,
  map: Record<string, string>,
): Record<string, string> {
  const entries = Object.entries(bound?.(text) ?? {})
  return Object.fromEntries(entries.map(([key, value]) => [key, restore(value, map)]))
}

/** A stream that was read can only be taken back from who knows how: our panel says so. */
function mayAskTwice({ stream, metadata }: Ask, { holds }: PreparedHelper): boolean {
  return holds !== undefined && (!stream || metadata['anew'] === 'ya')
}

/** @returns who may answer, by the city's rules and switches, or why nobody may */
function allowedUpstreams(
  c: Context<App>,
  city: CityNow,
  office: string,
  helper: HelperName,
  dataClass: DataClass,
  { needsModel }: PreparedHelper,
): [Upstream, ...Upstream[]] | Failure {
  const rules = rulesOf(city, office)
  if (isSwitchedOff(city, office, helper)) return { code: 'switched_off' }
  if (!rules.helpers.includes(helper)) return { code: 'helper_not_allowed' }
  // A rule that only browsers obeyed would be none: a script with a key could still send the text.
  if (helper === 'translate' && rules.deviceTranslation === 'only') return { code: 'translate_on_device' }
  if (!classAllows(rules.dataClass, dataClass)) return { code: 'class_not_allowed' }
  const approved = upstreamsFor(c.env, city, office, dataClass)
  const [first, ...others] = needsModel ? approved.filter(({ kind }) => kind !== 'offline') : approved
  if (first) return [first, ...others]
  return { code: approved.length > 0 ? 'model_needed' : 'no_upstream' }
}

/** Whoever answers, it can't cost more: the dearest counts. */
function mostCost(upstreams: readonly Upstream[], tokensIn: number, tokensOut: number) {
  const millirupiah = Math.max(...upstreams.map((upstream) => costOf(upstream, tokensIn, tokensOut)))
  return { tokens: tokensIn + tokensOut, millirupiah }
}

type KnownBefore = Omit<
  NewAuditRow,
  'upstream' | 'charsOut' | 'tokensIn' | 'tokensOut' | 'millirupiah' | 'outcome' | 'milliseconds'
>

/** The end of a request: quota charged or given back, and one audit row, also when the client has left. */
function settling(ask: Ask, choice: Choice, lease: Admitted, row: KnownBefore) {
  const startedAt = Date.now()
  const { promise: done, resolve } = Promise.withResolvers<void>()
  const settleOnce = ({ outcome, charsOut, started, ...counted }: Counted): void => {
    const failed = outcome !== 'answered' && outcome !== 'client_gone'
    const delivered = started && (ask.stream || !failed)
    const { tokensIn, tokensOut } = delivered ? counted : { tokensIn: 0, tokensOut: 0 }
    const millirupiah = costOf(choice.upstream, tokensIn, tokensOut)
    const now = Date.now()
    const audit: NewAuditRow = {
      ...row,
      upstream: choice.upstream.id,
      charsOut: delivered ? charsOut : 0,
      tokensIn,
      tokensOut,
      millirupiah,
      outcome,
      milliseconds: now - startedAt,
    }
    const spent = delivered ? { tokens: tokensIn + tokensOut, millirupiah } : null
    measure(audit)
    settle(lease, spent, audit)
    resolve()
  }
  const onFirstText = () => noteFirstToken({ upstream: choice.upstream.id }, Date.now() - startedAt)
  return { settle: settleOnce, onFirstText, done }
}

function measure({ helper, upstream, outcome, tokensIn, tokensOut, milliseconds }: NewAuditRow): void {
  countRequest({ helper, outcome })
  noteDuration({ helper }, milliseconds)
  countTokens({ upstream, direction: 'in' }, tokensIn)
  countTokens({ upstream, direction: 'out' }, tokensOut)
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

function hiddenByType(findings: Finding[]): string {
  const counts = new Map<string, number>()
  for (const { type } of findings) counts.set(type, (counts.get(type) ?? 0) + 1)
  for (const [type, count] of counts) countHidden({ type }, count)
  return Array.from(counts, ([type, count]) => `${type}=${count}`).join(', ')
}
