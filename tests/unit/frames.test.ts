// How a model's stream is read, and what of it is passed on when. Over real sockets, with the faults
// of real servers: tests/gateway/faults.test.ts.
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { frameReader, type ByteReader } from '../../gateway/src/upstreams/frames.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

const bytesOf = (text: string) => new TextEncoder().encode(text)
/** 100 bytes with this word in them. */
const piece = (word: string) => `data: {"choices":[{"delta":{"content":"${word}"}}]}`.padEnd(98, ' ') + '\n\n'
const last = 'data: {"choices":[{"delta":{},"finish_reason":"stop"}]}\n\ndata: [DONE]\n\n'

/** Gives one piece after the other, each so many milliseconds after the one before it. */
function streamOf(pieces: readonly string[], apartMs: number): ByteReader {
  const left = [...pieces]
  return {
    async read() {
      if (apartMs > 0) await new Promise((done) => setTimeout(done, apartMs))
      const piece = left.shift()
      return piece === undefined ? { done: true, value: undefined } : { done: false, value: bytesOf(piece) }
    },
    cancel: () => Promise.resolve(),
  }
}

/** @returns the texts as they were passed on, and when (ms) */
async function readAll(source: ByteReader): Promise<{ text: string; at: number }[]> {
  const reader = frameReader(source, new AbortController().signal)
  const begun = Date.now()
  const seen: { text: string; at: number }[] = []
  const whole = (async () => {
    for (let isLast = false; !isLast;) {
      const heard = await reader.next()
      isLast = heard.isLast
      for (const event of heard.events) {
        if (event.kind === 'failure') throw new Error(event.failure.code)
        seen.push({ text: event.kind === 'text' ? event.text : event.kind, at: Date.now() - begun })
      }
    }
  })()
  await vi.runAllTimersAsync()
  await whole
  return seen
}

describe('a stream of a piece now and then', () => {
  it('is read and passed on piece by piece', async () => {
    expect(await readAll(streamOf([piece('Jalan '), piece('rusak '), piece('berat.'), last], 40))).toEqual([
      { text: 'Jalan ', at: 40 },
      { text: 'rusak ', at: 80 },
      { text: 'berat.', at: 120 },
      { text: 'end', at: 160 },
    ])
  })
})

describe('a stream that comes all at once', () => {
  it('does not keep its end waiting', async () => {
    const seen = await readAll(streamOf([piece('Baik.'), last], 0))
    expect(seen).toEqual([
      { text: 'Baik.', at: 0 },
      { text: 'end', at: 0 },
    ])
  })
})

describe('a stream with a piece every two milliseconds', () => {
  it('is passed on some sixty times a second', async () => {
    const seen = await readAll(streamOf([...Array.from({ length: 500 }, () => piece('kata ')), last], 2))
    const end = seen.at(-1)?.at ?? 0
    expect(end).toBe(1002)
    expect(seen.length).toBeGreaterThan(45)
    expect(seen.length).toBeLessThan(70)
  })
})

describe('a reader who takes its time', () => {
  it('gets all, though more was read ahead than is kept', async () => {
    const words = Array.from({ length: 200 }, (_, at) => `${at} `.padEnd(1000, 'x'))
    const reader = frameReader(streamOf([...words.map(piece), last], 0), new AbortController().signal)
    let text = ''
    for (let isLast = false; !isLast;) {
      await vi.advanceTimersByTimeAsync(250)
      const next = reader.next()
      await vi.advanceTimersByTimeAsync(20)
      const heard = await next
      isLast = heard.isLast
      for (const event of heard.events) if (event.kind === 'text') text += event.text
    }
    expect(text).toBe(words.join(''))
  })
})
