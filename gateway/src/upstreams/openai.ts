// Any OpenAI-compatible server: Ollama, llama.cpp, vLLM, OpenAI, Workers AI's own address. Always asked for a stream,
// also when our caller wants the answer whole: a slow or dead server shows itself at once, and one path is tested.
import { createParser, type EventSourceMessage } from 'eventsource-parser'
import { ChatChunk, ChatCompletion, type ErrorCode } from '../../../shared/protocol/index.ts'
import type { NewUpstream } from '../../../shared/protocol/admin.ts'
import type { PreparedHelper } from '../helpers/helper.ts'
import { quietWords } from './quiet.ts'
import type { UpstreamEvent } from './upstream.ts'

/** How long to wait (ms) for the first token, and between two. */
export interface Patience {
  firstTokenMs: number
  idleMs: number
}

export interface OpenAiServer extends Patience {
  /** Ends before `/chat/completions`, without a slash. */
  baseUrl: string
  /** Undefined = it asks for none; null = there is one, but it can't be used. */
  key(): Promise<string | undefined | null>
  model: string
  thinking: NewUpstream['thinking']
}

/** @param quietly thinking is switched off also where the register leaves it as it is */
export async function* askOpenAi(
  server: OpenAiServer,
  prepared: PreparedHelper,
  source: string,
  signal: AbortSignal,
  quietly: boolean,
): AsyncGenerator<UpstreamEvent> {
  const watch = watchdog(signal)
  let frames: ReturnType<typeof frameReader> | null = null
  try {
    const key = await server.key()
    if (key === null) return yield failure('upstream_refused')
    watch.expectWithin(server.firstTokenMs)
    const body = {
      model: server.model,
      messages: prepared.messages(source),
      max_tokens: prepared.maxTokens,
      stream: true,
      stream_options: { include_usage: true },
      ...quietWords('openai', server.thinking, quietly),
    }
    const ask = () =>
      fetch(`${server.baseUrl}/chat/completions`, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          accept: 'text/event-stream',
          ...(key && { authorization: `Bearer ${key}` }),
        },
        body: JSON.stringify(body),
        // A redirect could lead the text to a place that nobody approved.
        redirect: 'manual',
        signal: watch.signal,
      })
    // A connection that was kept may be closed just as it is used; nothing was answered, so it is asked anew.
    const response = await ask().catch((error: unknown) => {
      if (watch.signal.aborted) throw error
      return ask()
    })
    if (!response.ok || !response.body) {
      await response.body?.cancel()
      yield refusal(response)
      return
    }
    if (!response.headers.get('content-type')?.includes('text/event-stream')) {
      yield* readWhole(await response.text())
      return
    }
    frames = frameReader(response.body, signal)
    for (let isLast = false; !isLast;) {
      const heard = await frames.next()
      if (heard.isToken) watch.expectWithin(server.idleMs)
      isLast = heard.isLast
      for (const event of heard.events) yield event
    }
  } catch {
    // Only network and time reach this place; whatever the server sent has been parsed into events.
    if (!signal.aborted) yield failure(watch.late() ? 'upstream_timeout' : 'upstream_unreachable')
  } finally {
    watch.end()
    frames?.close()
  }
}

/**
 * What comes faster than this (ms) goes on together: nobody reads so fast, and each piece costs its way through the
 * gateway. A slower stream is passed on piece by piece.
 */
const paceMs = 4
/** So much (UTF-16 units) is read ahead of a client that takes its time. */
const mostAhead = 65_536
/** A connection that goes on after its answer is over is left. */
const mostReadsToEnd = 3

/** What has come since the last look; `isLast` with what ends the answer. */
interface Heard {
  events: UpstreamEvent[]
  isToken: boolean
  isLast: boolean
}

/**
 * Reads one server-sent stream. Absorbs comments, CRLF, a missing `[DONE]` and characters cut by the network. No
 * generator, for each one more that an event passes through costs as much as the event.
 */
export function frameReader(body: ReadableStream<Uint8Array>, client: AbortSignal) {
  const frames: EventSourceMessage[] = []
  const parser = createParser({ onEvent: (frame) => frames.push(frame), maxBufferSize: 1_048_576 })
  const decoder = new TextDecoder()
  const reader = body.getReader()
  const seen = newAnswer()
  const ahead = { text: '', thought: 0, isOver: false, error: null as unknown, wake: () => {} }
  let reading: Promise<void> | null = null
  let toldAt = 0

  async function readOn(): Promise<void> {
    try {
      while (!ahead.isOver && ahead.text.length < mostAhead) {
        const { value, done } = await reader.read()
        if (value) parser.feed(decoder.decode(value, { stream: true }))
        const { text, thought } = takeFrames(frames.splice(0), seen)
        ahead.text += text
        ahead.thought += thought
        ahead.isOver = done || seen.done || seen.failed !== null
        if (ahead.isOver || text || thought) ahead.wake()
      }
    } catch (error) {
      ahead.isOver = true
      // Torn by the server or by our clock, what came stands; torn by a client that left, nobody hears of it.
      if (!seen.text || client.aborted) ahead.error = error
      ahead.wake()
    } finally {
      reading = null
    }
  }

  /** What ends a stream on the wire comes behind its last frame; only one that was read to there is asked again. */
  async function readToEnd(): Promise<void> {
    await reading
    for (let reads = 0; reads < mostReadsToEnd; reads += 1) if ((await reader.read()).done) return
    await reader.cancel()
  }

  async function untilHeard(): Promise<void> {
    reading ??= readOn()
    if (ahead.text || ahead.thought || ahead.isOver) return
    await new Promise<void>((resolve) => (ahead.wake = resolve))
  }

  return {
    async next(): Promise<Heard> {
      await untilHeard()
      const isFast = Date.now() - toldAt < paceMs
      if (isFast && !ahead.isOver) await new Promise((done) => setTimeout(done, paceMs))
      toldAt = Date.now()
      if (ahead.error) throw ahead.error
      const { text, thought, isOver } = ahead
      ahead.text = ''
      ahead.thought = 0
      const events: UpstreamEvent[] = []
      if (thought) events.push({ kind: 'thought', characters: thought })
      if (text) events.push({ kind: 'text', text })
      if (isOver) events.push(seen.failed ? failure(seen.failed) : seen.end())
      return { events, isToken: Boolean(text || thought), isLast: isOver }
    },
    /** Not waited for: the answer is complete. */
    close(): void {
      const isComplete = ahead.isOver && !ahead.error && !seen.failed
      const closed = isComplete ? readToEnd() : reader.cancel()
      closed.catch(() => undefined)
    },
  }
}

function newAnswer() {
  return {
    text: false,
    done: false,
    failed: null as ErrorCode | null,
    finish: null as string | null,
    tokens: null as { in: number; out: number } | null,
    end(): UpstreamEvent {
      if (this.finish === null && !this.done)
        return failure(this.text ? 'upstream_broke_off' : 'upstream_malformed')
      if (!this.text) return failure('upstream_empty')
      return { kind: 'end', cutOff: this.finish === 'length', tokens: this.tokens }
    },
  }
}

/** Notes what the frames say. @returns their text, and how many characters of thought came with it */
function takeFrames(frames: EventSourceMessage[], seen: ReturnType<typeof newAnswer>) {
  let text = ''
  let thought = 0
  for (const frame of frames) {
    if (frame.data === '[DONE]') {
      seen.done = true
      break
    }
    const chunk = readChunk(frame.data)
    if (!chunk) {
      seen.failed = seen.text ? 'upstream_broke_off' : 'upstream_malformed'
      break
    }
    const choice = chunk.choices?.[0]
    thought += (choice?.delta?.reasoning_content ?? choice?.delta?.reasoning ?? '').length
    const piece = choice?.delta?.content ?? String(chunk.response ?? '')
    text += piece
    seen.text ||= piece !== ''
    if (choice?.finish_reason) seen.finish = choice.finish_reason
    if (chunk.usage) seen.tokens = { in: chunk.usage.prompt_tokens, out: chunk.usage.completion_tokens }
  }
  return { text, thought }
}

/** @returns null for what is no chunk: broken JSON, or an error object sent inside a stream. */
function readChunk(data: string): ChatChunk | null {
  const json = parseJson(data)
  if (typeof json !== 'object' || json === null || ('error' in json && json.error)) return null
  return ChatChunk.safeParse(json).data ?? null
}

/** Some servers answer a request for a stream with one JSON object. */
function* readWhole(text: string): Generator<UpstreamEvent> {
  const answer = ChatCompletion.safeParse(parseJson(text)).data
  const choice = answer?.choices[0]
  if (!answer || !choice) return yield failure('upstream_malformed')
  if (!choice.message.content) return yield failure('upstream_empty')
  yield { kind: 'text', text: choice.message.content }
  const tokens = answer.usage ? { in: answer.usage.prompt_tokens, out: answer.usage.completion_tokens } : null
  yield { kind: 'end', cutOff: choice.finish_reason === 'length', tokens }
}

function refusal(response: Response): UpstreamEvent {
  const seconds = Number(response.headers.get('retry-after'))
  const retryAfter = Number.isFinite(seconds) && seconds > 0 ? seconds : 5
  if (response.status === 429 || response.status === 503) {
    return { kind: 'failure', failure: { code: 'upstream_busy', retryAfter } }
  }
  return failure(response.status >= 500 ? 'upstream_unreachable' : 'upstream_refused')
}

function failure(code: ErrorCode): UpstreamEvent {
  return { kind: 'failure', failure: { code } }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

/**
 * One signal for "client gone" and "too late"; each token sets the clock anew. Other signs of life do not: some servers
 * greet at once and load their model afterwards, some send comments for ever.
 */
export function watchdog(client: AbortSignal) {
  const controller = new AbortController()
  const leave = () => controller.abort()
  // One timer that looks at the clock again: setting one for each token is dearer than the token.
  let timer: ReturnType<typeof setTimeout> | null = null
  let looksAt = Infinity
  let deadline = Infinity
  let late = false
  const lookIn = (milliseconds: number) => {
    clearTimeout(timer)
    looksAt = Date.now() + milliseconds
    timer = setTimeout(look, milliseconds)
  }
  const look = () => {
    const left = deadline - Date.now()
    if (left > 0) return lookIn(left)
    late = true
    controller.abort()
  }
  if (client.aborted) leave()
  client.addEventListener('abort', leave, { once: true })
  return {
    signal: controller.signal,
    late: () => late,
    expectWithin(milliseconds: number): void {
      deadline = Date.now() + milliseconds
      if (deadline < looksAt) lookIn(milliseconds)
    },
    end(): void {
      clearTimeout(timer)
      client.removeEventListener('abort', leave)
    },
  }
}
