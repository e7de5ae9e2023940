// From upstream events to what the caller gets: restored, counted, settled, and written as OpenAI frames.
import { againComment, queueComment, type Failure, type TokenUsage } from '../../../shared/protocol/index.ts'
import { createRestorer } from '../../../shared/redaction/index.ts'
import { countError } from '../metrics.ts'
import { errorBody } from '../refuse.ts'
import type { UpstreamEvent } from './upstream.ts'

/** Silence after which a comment is sent: only a write tells workerd that the client has left. */
const heartbeatMs = 1000
/** How long the headers wait for a first sign, so that a quick failure gets its proper HTTP status. */
const graceMs = 2000

export interface Counted {
  /** `answered`, `client_gone`, or the code of the failure. */
  outcome: string
  tokensIn: number
  tokensOut: number
  charsOut: number
  /** Whether a first token came: of the answer, or, where the reader left while the model thought, of the thought. */
  started: boolean
}

export interface Settling {
  promptText: string
  /** Most that the answer may have. */
  maxTokens: number
  /** Called exactly once, however the answer ends. */
  settle(counted: Counted): void
  onFirstText?(): void
}

/** Puts the personal data back into the texts, wherever the upstream cut them. */
export function restored(
  events: AsyncGenerator<UpstreamEvent>,
  map: Record<string, string>,
): AsyncGenerator<UpstreamEvent> {
  return Object.keys(map).length === 0 ? events : restoring(events, map)
}

async function* restoring(
  events: AsyncGenerator<UpstreamEvent>,
  map: Record<string, string>,
): AsyncGenerator<UpstreamEvent> {
  const restorer = createRestorer(map)
  for await (const event of events) {
    if (event.kind === 'thought' || event.kind === 'queued') {
      yield event
      continue
    }
    const text = event.kind === 'text' ? restorer.push(event.text) : restorer.flush()
    // The end of what is taken back is not worth a word.
    if (text && event.kind !== 'again') yield { kind: 'text', text }
    if (event.kind !== 'text') yield event
  }
}

/** No tokeniser makes longer tokens on average, so an answer with more has passed its limit of tokens. */
const charactersPerToken = 8
const charactersMore = 1000
/** Some models think for tens of thousands of tokens; none that will ever answer thinks for more. */
const mostThought = 10_000_000
/** However slowly it comes, nobody waits longer for an answer. */
const longestMs = 600_000

/** Counts what passes, and settles when the answer is over or its reader has left. */
export async function* metered(
  events: AsyncGenerator<UpstreamEvent>,
  { promptText, maxTokens, settle, onFirstText = () => {} }: Settling,
): AsyncGenerator<UpstreamEvent> {
  const most = maxTokens * charactersPerToken + charactersMore
  const until = Date.now() + longestMs
  let outcome = 'client_gone'
  let characters = 0
  let thought = 0
  let tokens: { in: number; out: number } | null = null
  let earlier = { in: 0, out: 0, shown: false }
  const rough = () => ({ in: roughTokens(promptText.length), out: roughTokens(characters + thought) })
  try {
    for await (const event of events) {
      if (event.kind === 'text') {
        if (characters === 0) onFirstText()
        characters += event.text.length
      } else if (event.kind === 'queued') {
        // Nothing was computed yet.
      } else if (event.kind === 'again') {
        // It was computed, and may have been read: it counts, though not as another action.
        const { in: tokensIn, out: tokensOut } = event.tokens ?? rough()
        earlier = {
          in: earlier.in + tokensIn,
          out: earlier.out + tokensOut,
          shown: earlier.shown || characters > 0,
        }
        characters = 0
        thought = 0
      } else if (event.kind === 'thought') thought += event.characters
      else if (event.kind === 'failure') outcome = event.failure.code
      else {
        outcome = 'answered'
        // Some servers send a usage frame of zeros; that would be work for free.
        tokens = { in: event.tokens?.in || rough().in, out: event.tokens?.out || rough().out }
        yield { ...event, tokens }
        continue
      }
      yield event
      if (characters <= most && thought <= mostThought && Date.now() < until) continue
      // It babbles on past what it was allowed. What came stands; of thoughts alone nothing did.
      outcome = characters > 0 ? 'answered' : 'upstream_empty'
      tokens = rough()
      yield characters > 0
        ? { kind: 'end', cutOff: true, tokens }
        : { kind: 'failure', failure: { code: 'upstream_empty' } }
      return
    }
  } catch (error) {
    outcome = 'internal'
    throw error
  } finally {
    const spent = tokens ?? rough()
    // Else thinking would be free for whoever always leaves before the answer.
    const started = characters > 0 || earlier.shown || (outcome === 'client_gone' && thought > 0)
    const [tokensIn, tokensOut] = [spent.in + earlier.in, spent.out + earlier.out]
    settle({ outcome, tokensIn, tokensOut, charsOut: characters, started })
  }
}

/** Upper bound of a text's tokens: byte-level tokenisers never make more tokens than there are bytes. */
export function tokensAtMost(text: string): number {
  return new TextEncoder().encode(text).length
}

/** For servers that do not count: about three characters a token in Indonesian, on the safe side. */
function roughTokens(characters: number): number {
  return Math.ceil(characters / 3)
}

export interface Frame {
  id: string
  model: string
  created: number
}

export interface Answer {
  frame: Frame
  events: AsyncGenerator<UpstreamEvent>
  /** Ends the upstream's call. */
  leave(): void
}

/** Waits for the whole answer. */
export async function wholeAnswer({ frame, events }: Answer): Promise<object | Failure> {
  let content = ''
  for await (const event of events) {
    if (event.kind === 'text') content += event.text
    if (event.kind === 'again') content = ''
    if (event.kind === 'failure') return drained(events, event.failure)
    if (event.kind === 'end') {
      const finish_reason = event.cutOff ? 'length' : 'stop'
      const message = { role: 'assistant', content, refusal: null }
      const choices = [{ index: 0, message, logprobs: null, finish_reason }]
      await drained(events, null)
      return { ...frame, object: 'chat.completion', choices, usage: usage(event.tokens) }
    }
  }
  return { code: 'internal' }
}

/** Lets the generator come to its end, so that it has settled before the answer is read. */
async function drained<T>(events: AsyncGenerator<UpstreamEvent>, value: T): Promise<T> {
  while (!(await events.next()).done);
  return value
}

/**
 * Starts to stream. A failure within the grace time comes back as a failure; later ones end the stream as a frame of
 * OpenAI's error shape. `includeUsage` adds the last frame with counts, as the wire defines it.
 */
export async function streamAnswer(answer: Answer, includeUsage: boolean): Promise<ReadableStream | Failure> {
  let pending: Promise<IteratorResult<ShownEvent>> | null = nextShown(answer.events)
  const first = await within(graceMs, pending)
  if (first && !first.done && first.value.kind === 'failure')
    return drained(answer.events, first.value.failure)

  const encoder = new TextEncoder()
  const frames = frameWriter(answer.frame, includeUsage)
  const beat = heartbeat()
  return new ReadableStream({
    async pull(controller) {
      pending ??= nextShown(answer.events)
      const result = await Promise.race([pending, beat.next()])
      if (!result) return controller.enqueue(encoder.encode(': menunggu\n\n'))
      pending = null
      if (result.done) {
        beat.end()
        controller.enqueue(encoder.encode(frames.done()))
        return controller.close()
      }
      controller.enqueue(encoder.encode(frames.write(result.value)))
    },
    async cancel() {
      beat.end()
      answer.leave()
      await answer.events.return(undefined)
    },
  })
}

/** One clock for the whole stream: a timer for each piece would be dearer than the piece. */
function heartbeat() {
  let { promise, resolve } = Promise.withResolvers<null>()
  const timer = setInterval(() => {
    resolve(null)
    ;({ promise, resolve } = Promise.withResolvers<null>())
  }, heartbeatMs)
  return { next: () => promise, end: () => clearInterval(timer) }
}

type ShownEvent = Exclude<UpstreamEvent, { kind: 'thought' }>

/** Passes over thoughts: a failure that follows them soon still gets its HTTP status. */
async function nextShown(events: AsyncGenerator<UpstreamEvent>): Promise<IteratorResult<ShownEvent>> {
  for (;;) {
    const { value, done } = await events.next()
    if (done) return { value, done }
    if (value.kind !== 'thought') return { value, done: false }
  }
}

function frameWriter(frame: Frame, includeUsage: boolean) {
  let failed = false
  const chunk = (choices: object[], more: object = {}) =>
    `data: ${JSON.stringify({ ...frame, object: 'chat.completion.chunk', choices, ...more })}\n\n`
  // All but the text is the same in each piece.
  const [before, after] = chunk([{ index: 0, delta: { content: '' }, finish_reason: null }]).split('""')
  return {
    write(event: ShownEvent): string {
      if (event.kind === 'text') return `${before}${JSON.stringify(event.text)}${after}`
      // A comment: official clients pass over it, the panel shows the place.
      if (event.kind === 'queued') return `: ${queueComment} ${event.position}\n\n`
      if (event.kind === 'again') return `: ${againComment}\n\n`
      if (event.kind === 'failure') {
        failed = true
        countError({ code: event.failure.code })
        return `data: ${JSON.stringify(errorBody(event.failure))}\n\n`
      }
      const finish = chunk([{ index: 0, delta: {}, finish_reason: event.cutOff ? 'length' : 'stop' }])
      return includeUsage ? finish + chunk([], { usage: usage(event.tokens) }) : finish
    },
    done: () => (failed ? '' : 'data: [DONE]\n\n'),
  }
}

function usage(tokens: { in: number; out: number } | null): TokenUsage {
  const { in: prompt_tokens, out: completion_tokens } = tokens ?? { in: 0, out: 0 }
  return { prompt_tokens, completion_tokens, total_tokens: prompt_tokens + completion_tokens }
}

/** @returns null when the time is over first. */
async function within<T>(milliseconds: number, promise: Promise<T>): Promise<T | null> {
  let timer: ReturnType<typeof setTimeout> | null = null
  const late = new Promise<null>((resolve) => {
    timer = setTimeout(() => resolve(null), milliseconds)
  })
  return Promise.race([promise, late]).finally(() => clearTimeout(timer))
}
