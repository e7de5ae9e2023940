// An OpenAI-compatible server as one who answers, asked as the gateway asks it (gateway/src/upstreams/openai.ts): the helper's
// own messages, its limit of tokens, as a stream. Nothing but a redacted text of the set goes there, and to no other place.
import OpenAI, { APIConnectionError, APIConnectionTimeoutError, APIError, type ClientOptions } from 'openai'
import type { Act } from './acts.ts'
import type { Answer, Answerer, FailureKind } from './answerer.ts'

export interface Server {
  url: string
  model: string
  key: string | undefined
  /** ms for one answer as a whole. */
  patience: number
}

/** The gateway says it to a model that spent all its tokens on thinking. */
const withoutThinking = { chat_template_kwargs: { enable_thinking: false } }
/** Servers that don't count: about three characters a token in Indonesian. */
const charactersPerToken = 3

export function upstream(server: Server): Answerer {
  const client = new OpenAI(optionsFor(server))
  return {
    name: server.model,
    translates: true,
    async answer(act) {
      const first = await ask(client, server, act)
      if (first.failure === 'empty') return again(first, await ask(client, server, act, withoutThinking))
      const isGood = first.failure !== null || (act.prepared.holds?.(act.source, first.text) ?? true)
      return isGood ? first : again(first, await ask(client, server, act))
    },
  }
}

/** The client would else look for keys and an address in the environment, and send them along. */
function optionsFor({ url, key, patience }: Server): ClientOptions {
  return {
    baseURL: url,
    apiKey: key ?? 'tanpa-kunci',
    organization: null,
    project: null,
    adminAPIKey: null,
    webhookSecret: null,
    timeout: patience,
    maxRetries: 1,
    logLevel: 'off',
    // A redirect could lead the text to a place that nobody named.
    fetchOptions: { redirect: 'error' },
  }
}

/** Both are paid for. The second stands, unless it failed. */
function again(first: Answer, second: Answer): Answer {
  const { text, failure } = second.failure !== null && first.failure === null ? first : second
  return {
    text,
    failure,
    tokensIn: first.tokensIn + second.tokensIn,
    tokensOut: first.tokensOut + second.tokensOut,
    milliseconds: first.milliseconds + second.milliseconds,
    asked: first.asked + second.asked,
  }
}

async function ask(client: OpenAI, server: Server, act: Act, more: object = {}): Promise<Answer> {
  const begun = performance.now()
  const late = AbortSignal.timeout(server.patience)
  const heard: Heard = { text: '', finish: '', usage: null }
  let failure: FailureKind | null
  try {
    await hear(client, server, act, more, heard, late)
    failure = late.aborted ? 'timeout' : lackOf(heard)
  } catch (error) {
    failure = late.aborted ? 'timeout' : failureOf(error)
  }
  return {
    text: failure === null || failure === 'cutOff' ? heard.text : '',
    failure,
    ...tokensOf(act, heard, failure),
    milliseconds: performance.now() - begun,
    asked: 1,
  }
}

interface Heard {
  text: string
  finish: string
  usage: OpenAI.CompletionUsage | null
}

async function hear(
  client: OpenAI,
  { model }: Server,
  { prepared, source }: Act,
  more: object,
  heard: Heard,
  signal: AbortSignal,
): Promise<void> {
  const body = {
    model,
    messages: prepared.messages(source),
    max_tokens: prepared.maxTokens,
    temperature: 0,
    stream: true as const,
    stream_options: { include_usage: true },
    ...more,
  }
  const stream = await client.chat.completions.create(body, { signal })
  for await (const { choices, usage } of stream) {
    heard.text += choices[0]?.delta?.content ?? ''
    heard.finish = choices[0]?.finish_reason ?? heard.finish
    heard.usage = usage ?? heard.usage
  }
}

/** An answer without an end was torn off: what came stands, as it does in the gateway. */
function lackOf({ text, finish }: Heard): FailureKind | null {
  if (text.trim() === '') return 'empty'
  return finish === 'length' || finish === '' ? 'cutOff' : null
}

function tokensOf({ prepared, source }: Act, { text, usage }: Heard, failure: FailureKind | null) {
  const written = prepared.messages(source).reduce((sum, { content }) => sum + content.length, 0)
  const wasRead = failure === null || failure === 'cutOff' || failure === 'empty'
  return {
    tokensIn: usage?.prompt_tokens || (wasRead ? roughTokens(written) : 0),
    tokensOut: usage?.completion_tokens || roughTokens(text.length),
  }
}

/** What a server writes into its errors is not looked at: it may hold what it was sent. */
function failureOf(error: unknown): FailureKind {
  if (error instanceof APIConnectionTimeoutError) return 'timeout'
  if (error instanceof APIConnectionError) return 'unreachable'
  if (!(error instanceof APIError) || error.status === undefined) return 'malformed'
  if (error.status === 429 || error.status === 503) return 'busy'
  return error.status >= 500 ? 'unreachable' : 'refused'
}

function roughTokens(characters: number): number {
  return Math.ceil(characters / charactersPerToken)
}
