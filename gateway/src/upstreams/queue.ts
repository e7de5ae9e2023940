// The rate that an upstream allows, and the short queue before it. Waiting requests look for themselves whether it is
// their turn: on Cloudflare no request may wake another.

const minuteMs = 60_000
const lookMs = 200
/** Nobody waits longer: then another upstream, or a word that it is full. */
export const longestWaitMs = 15_000

interface Line {
  /** When each request of the last minute began. */
  begun: number[]
  /** The first first. Whose time is over has gone, also where the platform ended it without a word. */
  waiting: { until: number }[]
}
const lines = new Map<string, Line>()

/** @returns whether a request may go to the upstream now; if so, it counts */
export function takeTurn(id: string, perMinute: number | null, now: number): boolean {
  if (perMinute === null) return true
  const line = lineOf(id)
  return stillWaiting(line, now).length === 0 && begin(line, perMinute, now)
}

/** Waits for a turn. @yields the place in the queue whenever it changes @returns whether the turn came in time */
export async function* waitForTurn(
  id: string,
  perMinute: number,
  signal: AbortSignal,
): AsyncGenerator<number, boolean> {
  const line = lineOf(id)
  const me = { until: Date.now() + longestWaitMs }
  line.waiting.push(me)
  let told = 0
  try {
    while (!signal.aborted && Date.now() < me.until) {
      const place = stillWaiting(line, Date.now()).indexOf(me) + 1
      if (place === 1 && begin(line, perMinute, Date.now())) return true
      if (place !== told) yield (told = place)
      await new Promise((done) => setTimeout(done, lookMs))
    }
    return false
  } finally {
    line.waiting = line.waiting.filter((other) => other !== me)
  }
}

function stillWaiting(line: Line, now: number): Line['waiting'] {
  line.waiting = line.waiting.filter(({ until }) => until > now)
  return line.waiting
}

function begin(line: Line, perMinute: number, now: number): boolean {
  line.begun = line.begun.filter((at) => at > now - minuteMs)
  if (line.begun.length >= perMinute) return false
  line.begun.push(now)
  return true
}

function lineOf(id: string): Line {
  const line = lines.get(id) ?? { begun: [], waiting: [] }
  lines.set(id, line)
  return line
}
