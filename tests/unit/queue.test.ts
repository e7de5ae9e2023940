// The queue before an upstream's rate, by a clock of the test's own.
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { longestWaitMs, takeTurn, waitForTurn } from '../../gateway/src/upstreams/queue.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

let names = 0
const anId = () => `antrean-${(names += 1)}`

interface Waiting {
  /** Places as they were told. */
  told: number[]
  /** Whether its turn came; null while it waits. */
  came: boolean | null
  leave(): void
}

/** Somebody who waits, and hears the places. */
function waits(id: string, perMinute: number): Waiting {
  const client = new AbortController()
  const self: Waiting = { told: [], came: null, leave: () => client.abort() }
  const turn = waitForTurn(id, perMinute, client.signal)
  const listen = async () => {
    for (;;) {
      const { value, done } = await turn.next()
      if (done) return void (self.came = value)
      self.told.push(value)
    }
  }
  void listen()
  return self
}

const pass = (milliseconds: number) => vi.advanceTimersByTimeAsync(milliseconds)

/** Uses the rate up, so that the next turn comes in `seconds`. */
async function busyFor(id: string, seconds: number): Promise<void> {
  takeTurn(id, 1, Date.now())
  await pass((60 - seconds) * 1000)
}

describe('the rate', () => {
  it('is nobody’s concern where there is none', () => {
    const id = anId()
    expect(Array.from({ length: 50 }, () => takeTurn(id, null, Date.now())).every(Boolean)).toBe(true)
  })

  it('lets as many through in a minute as it says', async () => {
    const id = anId()
    const turns = () => Array.from({ length: 3 }, () => takeTurn(id, 2, Date.now()))
    expect(turns()).toEqual([true, true, false])
    await pass(59_999)
    expect(turns()).toEqual([false, false, false])
    await pass(1)
    expect(turns()).toEqual([true, true, false])
  })
})

describe('who waits', () => {
  it('hears the place, moves up, and goes on in the order of coming', async () => {
    const id = anId()
    await busyFor(id, 5)
    const [one, two] = [waits(id, 1), waits(id, 1)]
    await pass(6000)
    expect(one).toMatchObject({ told: [1], came: true })
    expect(two).toMatchObject({ told: [2, 1], came: null })
  })

  it('is not overtaken by one who comes later, though a turn is free', async () => {
    const id = anId()
    await busyFor(id, 0.1)
    const waiting = waits(id, 1)
    await pass(150)
    expect(takeTurn(id, 1, Date.now())).toBe(false)
    await pass(200)
    expect(waiting.came).toBe(true)
  })

  it('gives up after a quarter of a minute', async () => {
    const id = anId()
    await busyFor(id, 40)
    const waiting = waits(id, 1)
    await pass(longestWaitMs + 1000)
    expect(waiting).toMatchObject({ told: [1], came: false })
  })

  it('and leaves takes no turn, and those behind move up', async () => {
    const id = anId()
    await busyFor(id, 5)
    const [one, two] = [waits(id, 1), waits(id, 1)]
    await pass(1000)
    one.leave()
    await pass(1000)
    expect([one.came, two.told]).toEqual([false, [2, 1]])
    await pass(4000)
    expect(two.came).toBe(true)
  })

  it('and whose request was cut off by the platform stands in nobody’s way for ever', async () => {
    const id = anId()
    await busyFor(id, 5)
    await waitForTurn(id, 1, new AbortController().signal).next()
    await pass(longestWaitMs + 60_000)
    const next = waits(id, 1)
    await pass(1000)
    expect(next.came).toBe(true)
    await pass(60_000)
    expect(takeTurn(id, 1, Date.now())).toBe(true)
  })
})
