// Reads the server-sent stream of a model, whose frames are OpenAI's or the legacy ones of Workers AI, into events.
import { createParser, type EventSourceMessage } from 'eventsource-parser'
import { ChatChunk, type ErrorCode } from '../../../shared/protocol/index.ts'
import { failure, type UpstreamEvent } from './upstream.ts'

/** Where the bytes come from: the reader of a stream, or what reads like one. */
export type ByteReader = Pick<ReadableStreamDefaultReader<Uint8Array>, 'read' | 'cancel'>

/** What has come since the last look; `isLast` with what ends the answer. */
export interface Heard {
  events: UpstreamEvent[]
  isToken: boolean
  isLast: boolean
}

export interface FrameReader {
  next(): Promise<Heard>
  /** Not waited for: the answer is complete. */
  close(): void
}

/** What comes faster than this (ms) goes on together, for a screen shows no more; a slower stream is passed on piece by piece. */
const paceMs = 16
/** So much (UTF-16 units) is read ahead of a client that takes its time. */
const mostAhead = 65_536
/** A connection that goes on after its answer is over is left. */
const mostReadsToEnd = 3

/**
 * Reads one server-sent stream. Absorbs comments, CRLF, a missing `[DONE]` and characters cut by the network. No
 * generator, for each one more that an event passes through costs as much as the event.
 */
export function frameReader(source: ByteReader, client: AbortSignal): FrameReader {
  const frames: EventSourceMessage[] = []
  const parser = createParser({ onEvent: (frame) => frames.push(frame), maxBufferSize: 1_048_576 })
  const decoder = new TextDecoder()
  const seen = newAnswer()
  const nothing = () => {}
  const ahead = { text: '', thought: 0, isOver: false, error: null as unknown, wake: nothing, end: nothing }
  let reading: Promise<void> | null = null
  let toldAt = 0

  async function readOn(): Promise<void> {
    try {
      while (!ahead.isOver && ahead.text.length < mostAhead) {
        const { value, done } = await source.read()
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
      if (ahead.isOver) ahead.end()
      reading = null
    }
  }

  /** What ends a stream on the wire comes behind its last frame; only one that was read to there is asked again. */
  async function readToEnd(): Promise<void> {
    await reading
    for (let reads = 0; reads < mostReadsToEnd; reads += 1) if ((await source.read()).done) return
    await source.cancel()
  }

  async function untilHeard(): Promise<void> {
    // Begun while full it would be over before it is noted as begun, and never begin again.
    if (!ahead.isOver && ahead.text.length < mostAhead) reading ??= readOn()
    if (ahead.text || ahead.thought || ahead.isOver) return
    await new Promise<void>((resolve) => (ahead.wake = resolve))
  }

  /** At most the pace; what ends the answer is not kept waiting. */
  async function untilPaced(): Promise<void> {
    const left = toldAt + paceMs - Date.now()
    if (ahead.isOver || left <= 0) return
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, left)
      ahead.end = () => {
        clearTimeout(timer)
        resolve()
      }
    })
  }

  return {
    async next() {
      await untilHeard()
      await untilPaced()
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
    close() {
      const isComplete = ahead.isOver && !ahead.error && !seen.failed
      const closed = isComplete ? readToEnd() : source.cancel()
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

/** @returns null for what is no JSON */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
