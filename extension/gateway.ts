// The only door to the network. Errors come back as values; the text that was sent is in none of them.
import type * as eventSource from 'eventsource-parser'
import * as z from 'zod/mini'
import {
  againComment,
  ChatChunk,
  Enrolled,
  ErrorBody,
  isErrorCode,
  policySignatureHeader,
  queueComment,
  Renewed,
  Usage,
  type ErrorCode,
  type HelperName,
  type HelperOptions,
} from '../shared/protocol/index.ts'

type Parsing = Pick<typeof eventSource, 'createParser'>

export interface Connection {
  gatewayUrl: string
  key: string
}

/** A failed call. `requestId` is for the help desk; it says nothing of the content. */
export interface CallFailure {
  code: ErrorCode
  requestId: string | null
  /** In seconds: the gateway says that it may work then. */
  retryAfter?: number
}

export type Result<T> = { ok: true; value: T } | { ok: false; failure: CallFailure }

export type DraftEvent =
  /** `offline`: no model answers, but the gateway's own engine. */
  | { kind: 'begin'; offline: boolean }
  /** The model is busy; so many stand before this one. */
  | { kind: 'queued'; position: number }
  | { kind: 'text'; text: string }
  /** What came so far is taken back: it had lost something, and a better answer begins. */
  | { kind: 'again' }
  | { kind: 'end'; cutOff: boolean }
  | FailureEvent
interface FailureEvent {
  kind: 'failure'
  failure: CallFailure
}

export const gatewayApi = {
  health: (gatewayUrl: string) => call(`${gatewayUrl}/healthz`, {}, z.object({ ok: z.literal(true) })),
  usage: (to: Connection) => call(`${to.gatewayUrl}/v1/usage`, authorised(to), Usage),
  policy: (to: Connection, etag: string | null) => fetchSigned(`${to.gatewayUrl}/v1/policy`, to, etag),
  enrol: (gatewayUrl: string, token: string, device: string) =>
    call(
      `${gatewayUrl}/v1/enrolments`,
      { method: 'POST', body: JSON.stringify({ token, device }) },
      Enrolled,
    ),
  renew: (to: Connection) =>
    call(`${to.gatewayUrl}/v1/renewals`, { method: 'POST', ...authorised(to) }, Renewed),
}

/**
 * Asks a helper for a draft, in pieces as they come.
 * @param source redacted text
 * @param signal aborted by "Hentikan"; the stream then simply ends
 */
export async function* askHelper(
  to: Connection,
  helper: HelperName,
  source: string,
  options: HelperOptions,
  signal: AbortSignal,
): AsyncGenerator<DraftEvent> {
  const body = {
    model: helper,
    stream: true,
    metadata: { ...options, anew: 'ya' },
    messages: [{ role: 'user', content: source }],
  }
  // Loaded while the answer is on its way: not in the panel's first view.
  const parsing = import('eventsource-parser')
  const init = { method: 'POST', body: JSON.stringify(body), signal, ...authorised(to) }
  const response = await request(`${to.gatewayUrl}/v1/chat/completions`, init)
  if (signal.aborted) return
  if (!(response instanceof Response)) return yield { kind: 'failure', failure: response }
  if (!response.ok || !response.body) return yield { kind: 'failure', failure: await failureOf(response) }
  yield { kind: 'begin', offline: response.headers.get('x-pendamping-upstream') === 'offline' }
  yield* readDraft(response, response.body, await parsing, signal)
}

async function* readDraft(
  response: Response,
  body: ReadableStream<Uint8Array>,
  { createParser }: Parsing,
  signal: AbortSignal,
): AsyncGenerator<DraftEvent> {
  const requestId = response.headers.get('x-request-id')
  const events: DraftEvent[] = []
  const parser = createParser({
    onEvent: ({ data }) => events.push(...readFrame(data, requestId)),
    onComment(comment) {
      const [word, position] = comment.trim().split(' ')
      if (word === againComment) events.push({ kind: 'again' })
      if (word === queueComment) events.push({ kind: 'queued', position: Number(position) || 1 })
    },
  })
  const decoder = new TextDecoder()
  const reader = body.getReader()
  const broken: DraftEvent = { kind: 'failure', failure: { code: 'upstream_broke_off', requestId } }
  for (;;) {
    const read = await reader.read().catch(() => null)
    if (signal.aborted) return
    if (!read) return yield broken
    if (read.value) parser.feed(decoder.decode(read.value, { stream: true }))
    for (const event of events.splice(0)) {
      yield event
      if (event.kind === 'end' || event.kind === 'failure') return
    }
    if (read.done) return yield broken
  }
}

function* readFrame(data: string, requestId: string | null): Generator<DraftEvent> {
  if (data === '[DONE]') return
  const json = parseJson(data)
  const failed = ErrorBody.safeParse(json)
  if (failed.success)
    return yield { kind: 'failure', failure: { code: knownCode(failed.data.error.code), requestId } }
  const chunk = ChatChunk.safeParse(json)
  if (!chunk.success) return yield { kind: 'failure', failure: { code: 'gateway_unreadable', requestId } }
  const choice = chunk.data.choices?.[0]
  if (choice?.delta?.content) yield { kind: 'text', text: choice.delta.content }
  if (choice?.finish_reason) yield { kind: 'end', cutOff: choice.finish_reason === 'length' }
}

/** One request, answered within fifteen seconds by what `schema` reads, or by a failure. */
export async function call<T extends z.ZodMiniType>(
  url: string,
  init: RequestInit,
  schema: T,
): Promise<Result<z.output<T>>> {
  const response = await request(url, { ...init, signal: AbortSignal.timeout(15_000) })
  if (!(response instanceof Response)) return { ok: false, failure: response }
  if (!response.ok) return { ok: false, failure: await failureOf(response) }
  const parsed = schema.safeParse(await response.json().catch(() => null))
  if (parsed.success) return { ok: true, value: parsed.data }
  return {
    ok: false,
    failure: { code: 'gateway_unreadable', requestId: response.headers.get('x-request-id') },
  }
}

/** A text as it was signed, byte for byte. */
export interface SignedText {
  text: string
  signature: string
  etag: string
  requestId: string | null
}

/** @returns null where what one has is still the newest */
async function fetchSigned(
  url: string,
  to: Connection,
  etag: string | null,
): Promise<Result<SignedText | null>> {
  const headers = { authorization: `Bearer ${to.key}`, ...(etag && { 'if-none-match': etag }) }
  const response = await request(url, { headers, signal: AbortSignal.timeout(15_000) })
  if (!(response instanceof Response)) return { ok: false, failure: response }
  if (response.status === 304) return { ok: true, value: null }
  if (!response.ok) return { ok: false, failure: await failureOf(response) }
  const said = (name: string) => response.headers.get(name)
  const text = await response.text().catch(() => '')
  const signature = said(policySignatureHeader) ?? ''
  return { ok: true, value: { text, signature, etag: said('etag') ?? '', requestId: said('x-request-id') } }
}

/** `credentials: omit`: the key is the only thing that says who asks. */
async function request(url: string, init: RequestInit): Promise<Response | CallFailure> {
  try {
    const headers = { 'content-type': 'application/json', ...init.headers }
    return await fetch(url, { ...init, headers, credentials: 'omit', cache: 'no-store', redirect: 'error' })
  } catch {
    return { code: 'gateway_unreachable', requestId: null }
  }
}

async function failureOf(response: Response): Promise<CallFailure> {
  const requestId = response.headers.get('x-request-id')
  const body = ErrorBody.safeParse(await response.json().catch(() => null))
  const retryAfter = Number(response.headers.get('retry-after'))
  return {
    code: body.success ? knownCode(body.data.error.code) : 'gateway_unreadable',
    requestId,
    ...(retryAfter > 0 && { retryAfter }),
  }
}

/** A newer gateway may know more codes than this build. */
function knownCode(code: string | null): ErrorCode {
  return isErrorCode(code) ? code : 'internal'
}

function authorised({ key }: Connection): RequestInit {
  return { headers: { authorization: `Bearer ${key}` } }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
