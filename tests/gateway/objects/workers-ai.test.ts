// Workers AI through its binding, imitated: it gives a stream of its legacy frames or of OpenAI's, or throws its errors.
import { afterEach, describe, expect, it, vi } from 'vitest'
import { helpers } from '../../../gateway/src/helpers/index.ts'
import type { NewUpstream } from '../../../shared/protocol/admin.ts'
import type { UpstreamEvent } from '../../../gateway/src/upstreams/upstream.ts'
import { askWorkersAi, type AiBinding } from '../../../gateway/src/upstreams/workers-ai.ts'

afterEach(() => void vi.useRealTimers())

const model = '@cf/qwen/qwen3-30b-a3b-fp8'
const data = (frame: object | '[DONE]') => `data: ${frame === '[DONE]' ? frame : JSON.stringify(frame)}\n\n`

/** A stream of these texts; `then` is what happens after the last: it ends, or stays open. */
function streamOf(texts: string[], then: 'ends' | 'stays' = 'ends', onCancel = () => {}): ReadableStream {
  const encoder = new TextEncoder()
  const left = [...texts]
  return new ReadableStream<Uint8Array>({
    pull(controller) {
      const text = left.shift()
      if (text !== undefined) controller.enqueue(encoder.encode(text))
      else if (then === 'ends') controller.close()
      else return new Promise(() => {})
    },
    cancel: onCancel,
  })
}

interface Ran {
  model: string
  input: { messages: { role: string; content: string }[]; max_tokens: number; stream: boolean }
}

function aBinding(answer: () => unknown): AiBinding & { ran: Ran[] } {
  const ran: Ran[] = []
  return {
    ran,
    async run(model, input) {
      ran.push({ model, input: input as Ran['input'] })
      return answer()
    },
  }
}

function ask(
  ai: AiBinding | undefined,
  client = new AbortController(),
  patience = { firstTokenMs: 5000, idleMs: 5000 },
  { thinking = 'as-is', quietly = false }: { thinking?: NewUpstream['thinking']; quietly?: boolean } = {},
) {
  const prepared = helpers.summarise.prepare({}, { officeName: 'Dinas Uji', city: 'Kota Uji' })
  if ('wrongOption' in prepared) throw new Error('options')
  return askWorkersAi(ai, { model, thinking }, prepared, 'Sampah menumpuk.', client.signal, patience, quietly)
}

const all = (answer: () => unknown): Promise<UpstreamEvent[]> => Array.fromAsync(ask(aBinding(answer)))
const text = (events: UpstreamEvent[]) =>
  events.map((event) => (event.kind === 'text' ? event.text : '')).join('')
const failed = (code: string) => [{ kind: 'failure', failure: { code } }]

describe('an answer', () => {
  it('in legacy frames', async () => {
    const usage = { prompt_tokens: 12, completion_tokens: 3, total_tokens: 15 }
    const frames = [
      { response: 'Siap ' },
      { response: 'laksana.' },
      { response: '', usage },
      '[DONE]',
    ] as const
    const events = await all(() => streamOf(frames.map(data)))
    expect(text(events)).toBe('Siap laksana.')
    expect(events.at(-1)).toEqual({ kind: 'end', cutOff: false, tokens: { in: 12, out: 3 } })
  })

  it('with tokens of digits alone, which come as numbers, nought too', async () => {
    const frames = [
      { response: 'Pukul ' },
      { response: 1 },
      { response: 0 },
      { response: '.' },
      '[DONE]',
    ] as const
    expect(text(await all(() => streamOf(frames.map(data))))).toBe('Pukul 10.')
  })

  it('with null where nothing is said', async () => {
    const frames = [
      { response: null },
      { response: 'Siap' },
      { response: null, usage: null },
      '[DONE]',
    ] as const
    expect(text(await all(() => streamOf(frames.map(data))))).toBe('Siap')
  })

  it("in OpenAI's frames", async () => {
    const delta = (content: string) => ({ choices: [{ delta: { content }, finish_reason: null }] })
    const frames = [delta('Siap '), delta('laksana.'), '[DONE]'] as const
    expect(text(await all(() => streamOf(frames.map(data))))).toBe('Siap laksana.')
  })

  it('cut by the network anywhere, also inside a sign', async () => {
    const bytes = new TextEncoder().encode(data({ response: 'Siap 🙏' }) + data('[DONE]'))
    const stream = new ReadableStream({
      start(controller) {
        for (const byte of bytes) controller.enqueue(new Uint8Array([byte]))
        controller.close()
      },
    })
    expect(text(await all(() => stream))).toBe('Siap 🙏')
  })

  it('is asked for as a stream, with the prompt of the helper', async () => {
    const ai = aBinding(() => streamOf([data({ response: 'Siap' }), data('[DONE]')]))
    await Array.fromAsync(ask(ai))
    expect(ai.ran).toMatchObject([{ model, input: { stream: true } }])
    expect(ai.ran[0]?.input.messages.at(-1)?.content).toContain('Sampah menumpuk.')
    expect(ai.ran[0]?.input.max_tokens).toBeGreaterThan(0)
  })
})

describe('a model that thinks aloud', () => {
  const noThought = { chat_template_kwargs: { enable_thinking: false } }
  it.each([
    { thinking: 'template', quietly: false, said: noThought },
    { thinking: 'effort', quietly: false, said: { reasoning_effort: null } },
    { thinking: 'think', quietly: false, said: noThought },
    { thinking: 'as-is', quietly: true, said: noThought },
  ] as const)('is told not to: $thinking, asked again: $quietly', async ({ said, ...how }) => {
    const ai = aBinding(() => streamOf([data({ response: 'Siap' }), data('[DONE]')]))
    await Array.fromAsync(ask(ai, undefined, undefined, how))
    expect(ai.ran[0]?.input).toMatchObject(said)
  })

  it('may, where nobody says otherwise', async () => {
    const ai = aBinding(() => streamOf([data({ response: 'Siap' }), data('[DONE]')]))
    await Array.fromAsync(ask(ai))
    expect(Object.keys(ai.ran[0]?.input ?? {})).toEqual(['messages', 'max_tokens', 'stream'])
  })
})

describe('a failure', () => {
  const throws = (message: string) => () => {
    throw new Error(message)
  }

  it('3036, the budget of the day is spent: busy until midnight UTC', async () => {
    vi.useFakeTimers({ now: Date.parse('2026-11-24T23:00:00Z'), toFake: ['Date'] })
    const events = await all(throws('AiError: 3036: you have used up your daily free allocation'))
    expect(events).toEqual([{ kind: 'failure', failure: { code: 'upstream_busy', retryAfter: 3600 } }])
  })

  it('3040, no room now: busy for some seconds', async () => {
    const events = await all(throws('AiError: 3040: Capacity temporarily exceeded'))
    expect(events).toEqual([{ kind: 'failure', failure: { code: 'upstream_busy', retryAfter: 5 } }])
  })

  it('of any other kind: not reachable, and its words are not passed on', async () => {
    expect(await all(throws('5007: No such model kenari'))).toEqual(failed('upstream_unreachable'))
  })

  it('where the binding is missing', async () => {
    expect(await Array.fromAsync(ask(undefined))).toEqual(failed('upstream_refused'))
  })

  it('where it gives no stream', async () => {
    expect(await all(() => ({ response: 'Siap' }))).toEqual(failed('upstream_malformed'))
  })

  it('where it says nothing', async () => {
    expect(await all(() => streamOf([data('[DONE]')]))).toEqual(failed('upstream_empty'))
  })

  it('where the stream ends in the middle', async () => {
    const events = await all(() => streamOf([data({ response: 'Separuh' })]))
    expect(events).toEqual([{ kind: 'text', text: 'Separuh' }, ...failed('upstream_broke_off')])
  })

  it('where no token comes in time, before the stream or in it', async () => {
    const impatient = { firstTokenMs: 50, idleMs: 50 }
    for (const answer of [() => new Promise(() => {}), () => streamOf([': ping\n\n'], 'stays')]) {
      const events = await Array.fromAsync(ask(aBinding(answer), new AbortController(), impatient))
      expect(events).toEqual(failed('upstream_timeout'))
    }
  })
})

describe('a client that leaves', () => {
  it('after the first text hears no more, and the stream is ended', async () => {
    const client = new AbortController()
    const { promise: ended, resolve } = Promise.withResolvers<void>()
    const events = ask(
      aBinding(() => streamOf([data({ response: 'Separuh' })], 'stays', resolve)),
      client,
    )
    expect((await events.next()).value).toEqual({ kind: 'text', text: 'Separuh' })
    const next = events.next()
    client.abort()
    await ended
    await next
    expect((await events.next()).done).toBe(true)
  })

  it('before the first text hears nothing', async () => {
    const client = new AbortController()
    const ai = aBinding(() => new Promise(() => {}))
    const heard = Array.fromAsync(ask(ai, client))
    await vi.waitFor(() => expect(ai.ran).toHaveLength(1))
    client.abort()
    expect(await heard).toEqual([])
  })
})
