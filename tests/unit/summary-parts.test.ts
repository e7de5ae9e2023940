// A long text in parts: nothing is lost between them, they end at a border, and what they cost is known before.
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { DraftEvent } from '../../extension/gateway.ts'
import { actionsFor, leftOut, mostParts, partCount, partSize } from '../../extension/panel/summarise/long.ts'
import { partsOf, summariseInParts, type KeptSummaries } from '../../extension/panel/summarise/parts.ts'

const paragraph =
  'Kepala dinas menyampaikan laporan kegiatan triwulan ini. Semua berjalan sesuai rencana.\n\n'

describe('parts', () => {
  it.each([
    ['paragraphs', paragraph.repeat(100)],
    ['one line', paragraph.replaceAll('\n', ' ').repeat(100)],
    ['one word', 'x'.repeat(5000)],
    ['emoji alone', '👷'.repeat(2500)],
    ['next to nothing', 'Pendek.'],
  ])('of %s are as many as were told, make up the text, and are about as long', (_, text) => {
    const parts = partsOf(text, 5)
    expect(parts).toHaveLength(5)
    expect(parts.join('')).toBe(text)
    expect(Math.max(...parts.map(({ length }) => length))).toBeLessThanOrEqual((text.length / 5) * 1.4 + 1)
    expect(parts.some((part) => /[\uD800-\uDBFF]$/.test(part))).toBe(false)
  })

  it('end at a heading where there is one, else at a paragraph, a sentence, a word', () => {
    const end = (text: string) => partsOf(text, 2)[0]!.slice(-11)
    expect(end(`${'kata '.repeat(150)}\nBAB II\n${'isi '.repeat(190)}`)).toBe('kata kata \n')
    expect(end(paragraph.repeat(20))).toBe('i rencana.\n\n'.slice(-11))
    expect(end('Satu kalimat saja. '.repeat(100))).toBe('imat saja. ')
    expect(end('kata '.repeat(100))).toBe(' kata kata ')
  })
})

it('of a long text cost one action each and one over all; what is beyond them is told', () => {
  expect([1, partSize, partSize + 1, 5 * partSize].map(actionsFor)).toEqual([1, 1, 3, 6])
  expect([partCount(1_000_000), actionsFor(1_000_000)]).toEqual([mostParts, mostParts + 1])
  expect(leftOut(200_000)).toBe(0)
  expect(leftOut(2 * mostParts * partSize)).toBe(0.5)
})

describe('a long summary', () => {
  beforeEach(() => void vi.useFakeTimers())
  afterEach(() => void vi.useRealTimers())

  const text = `${'Laporan triwulan berjalan baik. '.repeat(60)}Pelapor ⟦NAMA-1⟧.`
  const long = { text, map: { '⟦NAMA-1⟧': 'Siti Rahmawati' }, count: 3 }
  const answered: DraftEvent[] = [
    { kind: 'text', text: 'Ringkas.' },
    { kind: 'end', cutOff: false },
  ]
  const fails = (code: 'minute_limit' | 'upstream_broke_off', retryAfter?: number): DraftEvent[] => [
    { kind: 'failure', failure: { code, requestId: null, ...(retryAfter && { retryAfter }) } },
  ]

  /** A gateway that answers each request by its number, the first being 1. */
  function aGateway(answer: (request: number) => DraftEvent[]) {
    const requests: string[] = []
    async function* ask(part: string) {
      await Promise.resolve()
      yield* answer(requests.push(part))
    }
    return { requests, ask }
  }

  async function summarise(
    { ask }: ReturnType<typeof aGateway>,
    kept: KeptSummaries,
    { text = long, signal = new AbortController().signal } = {},
  ) {
    const events = []
    const summary = summariseInParts(ask, text, {}, kept, signal)
    for (let next = summary.next(); ; next = summary.next()) {
      await vi.advanceTimersByTimeAsync(1000)
      const { value, done } = await next
      if (done) return events
      events.push(value)
    }
  }

  it('waits out a limit by the minute and goes on with the part that was refused', async () => {
    const gateway = aGateway((request) => (request === 2 ? fails('minute_limit', 2) : answered))
    const events = await summarise(gateway, new Map())
    expect(events.map((event) => ('seconds' in event ? event.seconds : event.kind))).toEqual([
      'step',
      'step',
      2,
      1,
      'step',
      'text',
      'end',
    ])
    expect(gateway.requests).toHaveLength(5)
    expect(gateway.requests[2]).toBe(gateway.requests[1])
  })

  it.each([
    ['a failure', fails('upstream_broke_off')],
    ['a quota that comes back tomorrow', fails('minute_limit', 3600)],
  ])('stops at %s with the parts it has, and asks only for the others the next time', async (_, failure) => {
    const kept: KeptSummaries = new Map()
    const first = aGateway((request) => (request === 3 ? failure : answered))
    expect((await summarise(first, kept)).at(-1)).toEqual(failure[0])
    expect(kept.size).toBe(2)
    const second = aGateway(() => answered)
    expect((await summarise(second, kept)).at(-1)).toMatchObject({ kind: 'end' })
    // The third part, and the summary of all three.
    expect(second.requests).toHaveLength(2)
    expect(second.requests[1]).toContain('Bagian 3:')
    expect(kept.size).toBe(0)
  })

  it('also keeps the parts when the last answer fails, and asks anew once all was there', async () => {
    const kept: KeptSummaries = new Map()
    await summarise(
      aGateway((request) => (request === 4 ? fails('upstream_broke_off') : answered)),
      kept,
    )
    const second = aGateway(() => answered)
    await summarise(second, kept)
    expect(second.requests).toHaveLength(1)
    await summarise(second, kept)
    expect(second.requests).toHaveLength(1 + 4)
  })

  it('reads a part again when another name stands behind its placeholder', async () => {
    const kept: KeptSummaries = new Map()
    await summarise(
      aGateway((request) => (request === 4 ? fails('upstream_broke_off') : answered)),
      kept,
    )
    const second = aGateway(() => answered)
    await summarise(second, kept, { text: { ...long, map: { '⟦NAMA-1⟧': 'Budi Hartono' } } })
    expect(second.requests).toHaveLength(2)
    expect(second.requests[0]).toContain('⟦NAMA-1⟧')
  })

  it('gives up where waiting does not help, and at once when it is stopped while it waits', async () => {
    const refused = aGateway(() => fails('minute_limit', 1))
    expect((await summarise(refused, new Map())).at(-1)).toMatchObject({ kind: 'failure' })
    expect(refused.requests).toHaveLength(4)
    const stop = new AbortController()
    const gateway = aGateway(() => (setTimeout(() => stop.abort(), 2500), fails('minute_limit', 60)))
    const events = await summarise(gateway, new Map(), { signal: stop.signal })
    expect(events.map(({ kind }) => kind)).toEqual(['step', 'wait', 'wait'])
  })
})
