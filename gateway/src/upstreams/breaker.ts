// A circuit breaker per upstream: after some failures in a row it is left alone for a while, then one request tries it.
// Kept in this process: on Cloudflare each isolate finds out for itself, which costs a few slow answers and no object.

const failuresToOpen = 3
const openMs = 30_000

interface Circuit {
  failures: number
  openUntil: number
  /** Somebody is trying it out. */
  probing: boolean
}

const circuits = new Map<string, Circuit>()

export type BreakerState = 'closed' | 'half-open' | 'open'

/** @returns whether the upstream may be asked now; when it has been open, one at a time */
export function mayAsk(id: string, now: number): boolean {
  const circuit = circuits.get(id)
  if (!circuit || circuit.failures < failuresToOpen) return true
  if (circuit.openUntil > now || circuit.probing) return false
  circuit.probing = true
  return true
}

/** Notes how it went. A client that left says nothing about the upstream: `null`. */
export function noteAnswer(id: string, worked: boolean | null, now: number): void {
  const circuit = circuits.get(id) ?? { failures: 0, openUntil: 0, probing: false }
  circuits.set(id, circuit)
  circuit.probing = false
  if (worked === null) return
  circuit.failures = worked ? 0 : circuit.failures + 1
  circuit.openUntil = circuit.failures >= failuresToOpen ? now + openMs : 0
}

export function breakerState(id: string, now: number): BreakerState {
  const circuit = circuits.get(id)
  if (!circuit || circuit.failures < failuresToOpen) return 'closed'
  return circuit.openUntil > now ? 'open' : 'half-open'
}
