// Workers AI through its binding on Cloudflare: the same answer in events. Its frames are the legacy ones
// (`{"response": "…"}`) for some models and OpenAI's for others; openai.ts reads both.
import type { NewUpstream } from '../../../shared/protocol/admin.ts'
import type { PreparedHelper } from '../helpers/helper.ts'
import { frameReader, type ByteReader, type FrameReader } from './frames.ts'
import { quietWords } from './quiet.ts'
import { failure, type UpstreamEvent } from './upstream.ts'
import { watchdog, type Patience } from './watchdog.ts'

/** The part of the binding that is used; `wrangler.toml` names it `AI` where a city wants it. */
export interface AiBinding {
  run(model: string, input: object): Promise<unknown>
}

/** Day's budget of the account is spent (resets 00:00 UTC), and the model has no room now. Source: Workers AI's errors. */
const budgetSpent = /\b3036\b/
const noRoom = /\b3040\b|\b429\b/

/** @param quietly thinking is switched off also where the register leaves it as it is */
export async function* askWorkersAi(
  ai: AiBinding | undefined,
  { model, thinking }: Pick<NewUpstream, 'model' | 'thinking'>,
  prepared: PreparedHelper,
  source: string,
  signal: AbortSignal,
  patience: Patience,
  quietly = false,
): AsyncGenerator<UpstreamEvent> {
  if (!ai) return yield failure('upstream_refused')
  const watch = watchdog(signal)
  let frames: FrameReader | null = null
  try {
    watch.expectWithin(patience.firstTokenMs)
    const input = {
      messages: prepared.messages(source),
      max_tokens: prepared.maxTokens,
      stream: true,
      ...quietWords('workers-ai', thinking, quietly),
    }
    const over = rejectsWith(watch.signal)
    const answer = await Promise.race([ai.run(model, input), over])
    if (!(answer instanceof ReadableStream)) return yield failure('upstream_malformed')
    frames = frameReader(readingUntil(over, answer), signal)
    for (let isLast = false; !isLast;) {
      const heard = await frames.next()
      if (heard.isToken) watch.expectWithin(patience.idleMs)
      isLast = heard.isLast
      for (const event of heard.events) yield event
    }
  } catch (error) {
    if (signal.aborted) return
    const said = error instanceof Error ? error.message : ''
    if (watch.late()) yield failure('upstream_timeout')
    else if (budgetSpent.test(said)) yield failure('upstream_busy', secondsToMidnightUtc())
    else if (noRoom.test(said)) yield failure('upstream_busy', 5)
    else yield failure('upstream_unreachable')
  } finally {
    watch.end()
    frames?.close()
  }
}

/** Until `over` rejects: the binding takes no signal. */
function readingUntil(over: Promise<never>, stream: ReadableStream<Uint8Array>): ByteReader {
  const reader = stream.getReader()
  return { read: () => Promise.race([reader.read(), over]), cancel: () => reader.cancel() }
}

function rejectsWith(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    const leave = () => reject(new Error('aborted'))
    if (signal.aborted) leave()
    signal.addEventListener('abort', leave, { once: true })
  })
}

function secondsToMidnightUtc(): number {
  return 86_400 - (Math.floor(Date.now() / 1000) % 86_400)
}
