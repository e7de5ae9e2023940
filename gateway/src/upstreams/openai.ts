// Any OpenAI-compatible server: Ollama, llama.cpp, vLLM, OpenAI, Workers AI's own address. Always asked for a stream,
// also when our caller wants the answer whole: a slow or dead server shows itself at once, and one path is tested.
import { ChatCompletion } from '../../../shared/protocol/index.ts'
import type { NewUpstream } from '../../../shared/protocol/admin.ts'
import type { PreparedHelper } from '../helpers/helper.ts'
import { frameReader, parseJson, type FrameReader } from './frames.ts'
import { quietWords } from './quiet.ts'
import { failure, type UpstreamEvent } from './upstream.ts'
import { watchdog, type Patience } from './watchdog.ts'

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
  let frames: FrameReader | null = null
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
    frames = frameReader(response.body.getReader(), signal)
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
  if (response.status === 429 || response.status === 503) return failure('upstream_busy', retryAfter)
  return failure(response.status >= 500 ? 'upstream_unreachable' : 'upstream_refused')
}
