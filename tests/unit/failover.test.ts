// Who is asked after whom, with upstreams that are only scripts. Over real sockets: tests/gateway/failover.test.ts.
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { ErrorCode } from '../../shared/protocol/index.ts'
import { breakerState } from '../../gateway/src/upstreams/breaker.ts'
import { askInTurn } from '../../gateway/src/upstreams/failover.ts'
import type { Upstream, UpstreamEvent } from '../../gateway/src/upstreams/upstream.ts'
import type { PreparedHelper } from '../../gateway/src/helpers/helper.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

const text = (text: string): UpstreamEvent => ({ kind: 'text', text })
const thought: UpstreamEvent = { kind: 'thought', characters: 9 }
const end: UpstreamEvent = { kind: 'end', cutOff: false, tokens: null }
const fails = (code: ErrorCode): UpstreamEvent => ({ kind: 'failure', failure: { code } })

interface Scripted extends Upstream {
  /** For each time it was asked: whether it was told not to think. */
  asked: boolean[]
}

let names = 0
/** Gives these events; where there are two lists, the second to whoever asks again. */
function upstreamThat(...scripts: UpstreamEvent[][]): Scripted {
  const asked: boolean[] = []
  return {
    id: `hulu-${(names += 1)}`,
    kind: 'openai',
    model: 'uji',
    location: 'uji',
    rupiahIn: 0,
    rupiahOut: 0,
    requestsPerMinute: null,
    asked,
    async *ask(_prepared, _source, _signal, quietly = false) {
      asked.push(quietly)
      yield* scripts[Math.min(asked.length, scripts.length) - 1] ?? []
    },
  }
}

async function heard(upstreams: Upstream[]): Promise<{ events: UpstreamEvent[]; by: string }> {
  const choice = { upstream: upstreams[0]! }
  const signal = new AbortController().signal
  const asked = askInTurn(upstreams, choice, {} as PreparedHelper, '', signal)
  const events: UpstreamEvent[] = []
  const all = (async () => {
    for await (const event of asked) events.push(event)
  })()
  await vi.runAllTimersAsync()
  await all
  return { events, by: choice.upstream.id }
}

describe('the next is asked', () => {
  it.each<ErrorCode>([
    'upstream_busy',
    'upstream_unreachable',
    'upstream_timeout',
    'upstream_malformed',
    'upstream_refused',
    'upstream_empty',
  ])('after %s, and nobody hears of it', async (code) => {
    const [one, two] = [upstreamThat([fails(code)]), upstreamThat([text('Siap'), end])]
    expect(await heard([one, two])).toEqual({ events: [text('Siap'), end], by: two.id })
  })

  it('also after thoughts: nobody was shown them', async () => {
    const [one, two] = [upstreamThat([thought, fails('upstream_timeout')]), upstreamThat([text('Siap'), end])]
    expect(await heard([one, two])).toEqual({ events: [thought, text('Siap'), end], by: two.id })
  })

  it('not after text: a second beginning would stand behind the first', async () => {
    const [one, two] = [upstreamThat([text('Sep'), fails('upstream_broke_off')]), upstreamThat([end])]
    expect(await heard([one, two])).toEqual({
      events: [text('Sep'), fails('upstream_broke_off')],
      by: one.id,
    })
    expect(two.asked).toEqual([])
  })

  it('until there is none: the last failure is told', async () => {
    const all = (['upstream_timeout', 'upstream_busy'] as const).map((code) => upstreamThat([fails(code)]))
    expect(await heard(all)).toEqual({ events: [fails('upstream_busy')], by: all[1]!.id })
  })
})

describe('an empty answer', () => {
  it('is asked for once more without thinking', async () => {
    const one = upstreamThat([thought, fails('upstream_empty')], [text('Siap'), end])
    expect((await heard([one])).events).toEqual([thought, text('Siap'), end])
    expect(one.asked).toEqual([false, true])
  })

  it('is asked for once more of Workers AI too', async () => {
    const one = {
      ...upstreamThat([fails('upstream_empty')], [text('Siap'), end]),
      kind: 'workers-ai' as const,
    }
    expect((await heard([one])).events).toEqual([text('Siap'), end])
  })

  it('twice goes to the next', async () => {
    const [one, two] = [upstreamThat([fails('upstream_empty')]), upstreamThat([text('Siap'), end])]
    expect((await heard([one, two])).by).toBe(two.id)
    expect(one.asked).toEqual([false, true])
  })

  it('stays the reason where the server does not know how not to think', async () => {
    const one = upstreamThat([fails('upstream_empty')], [fails('upstream_refused')])
    expect((await heard([one])).events).toEqual([fails('upstream_empty')])
  })
})

describe('the breaker', () => {
  it('leaves one alone that failed three times, and asks it again later', async () => {
    const one = upstreamThat([fails('upstream_unreachable')])
    const two = upstreamThat([text('Siap'), end])
    for (const _ of [1, 2, 3, 4, 5]) await heard([one, two])
    expect([one.asked.length, breakerState(one.id, Date.now())]).toEqual([3, 'open'])
    await vi.advanceTimersByTimeAsync(30_000)
    await heard([one, two])
    expect(one.asked).toHaveLength(4)
  })

  it('never leaves the last alone: behind it stands nobody', async () => {
    const one = upstreamThat([fails('upstream_unreachable')])
    for (const _ of [1, 2, 3, 4]) await heard([one])
    expect(one.asked).toHaveLength(4)
  })

  it.each<ErrorCode>(['upstream_refused', 'upstream_empty'])(
    'takes %s for a matter of the text, not of the server',
    async (code) => {
      const one = upstreamThat([fails(code)])
      for (const _ of [1, 2, 3]) await heard([one])
      expect(breakerState(one.id, Date.now())).toBe('closed')
    },
  )

  it('counts an answer that broke off', async () => {
    const one = upstreamThat([text('Sep'), fails('upstream_broke_off')])
    for (const _ of [1, 2, 3]) await heard([one])
    expect(breakerState(one.id, Date.now())).toBe('open')
  })
})

describe('an upstream whose rate is used up', () => {
  it('is passed over while there is another', async () => {
    const one = { ...upstreamThat([text('Satu'), end]), requestsPerMinute: 1 }
    const two = upstreamThat([text('Dua'), end])
    expect((await heard([one, two])).by).toBe(one.id)
    expect((await heard([one, two])).by).toBe(two.id)
  })

  it('is not asked a second time for an empty answer: that would be beyond the rate', async () => {
    const empty = upstreamThat([fails('upstream_empty')], [text('Satu'), end])
    const one = { ...empty, requestsPerMinute: 1 }
    const two = upstreamThat([text('Dua'), end])
    expect((await heard([one, two])).by).toBe(two.id)
    expect(empty.asked).toEqual([false])
  })

  it('tells the place, then goes on', async () => {
    const one = { ...upstreamThat([text('Satu'), end]), requestsPerMinute: 1 }
    await heard([one])
    await vi.advanceTimersByTimeAsync(55_000)
    expect((await heard([one])).events).toEqual([{ kind: 'queued', position: 1 }, text('Satu'), end])
  })

  it('is said to be busy when the turn does not come in time', async () => {
    const one = { ...upstreamThat([text('Satu'), end]), requestsPerMinute: 1 }
    await heard([one])
    expect((await heard([one])).events).toMatchObject([
      { kind: 'queued', position: 1 },
      { kind: 'failure', failure: { code: 'upstream_busy', retryAfter: 15 } },
    ])
    expect(breakerState(one.id, Date.now())).toBe('closed')
  })
})
