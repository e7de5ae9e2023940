// A circuit breaker per upstream: after some failures in a row it is left alone for a while, then one request tries it.
// Kept in this process: on Cloudflare each isolate finds out for itself, which costs a few slow answers and no object.

const failuresToOpen = 3
const openMs = 30_000
/** Longer than a first token is waited for by default. */
const longestProbeMs = 90_000

interface Circuit {
  failures: number
  openUntil: number
  /** Until then it is left to whoever tries it out; one whose request the platform cut off never says how it went. */
  probedUntil: number
}

const circuits = new Map<string, Circuit>()

export type BreakerState = 'closed' | 'half-open' | 'open'

/** @returns whether the upstream may be asked now; when it has been open, one at a time */
export function mayAsk(id: string, now: number): boolean {
  const circuit = circuits.get(id)
  if (!circuit || circuit.failures < failuresToOpen) return true
  if (circuit.openUntil > now || circuit.probedUntil > now) return false
  circuit.probedUntil = now + longestProbeMs
  return true
}

/** Notes how it went. A client that left says nothing about the upstream: `null`. */
export function noteAnswer(id: string, worked: boolean | null, now: number): void {
  const circuit = circuits.get(id) ?? { failures: 0, openUntil: 0, probedUntil: 0 }
  circuits.set(id, circuit)
  circuit.probedUntil = 0
  if (worked === null) return
  circuit.failures = worked ? 0 : circuit.failures + 1
  circuit.openUntil = circuit.failures >= failuresToOpen ? now + openMs : 0
}

export function breakerState(id: string, now: number): BreakerState {
  const circuit = circuits.get(id)
  if (!circuit || circuit.failures < failuresToOpen) return 'closed'
  return circuit.openUntil > now ? 'open' : 'half-open'
}
