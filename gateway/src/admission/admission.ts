// How a request gets its place in the quota, and how what it used is written down. A round trip to the office's object
// costs more than all else that the gateway does, so a key that asks in quick succession gets some actions in advance,
// for seconds, and spends them here. The object has reserved all that is handed out, so no isolate can ever admit more
// than the cap. What was used is told a moment later (settlements.ts).
import type { Failure } from '../../../shared/protocol/index.ts'
import { officeObject, type Env } from '../env.ts'
import { refusedByKey } from '../objects/keys.ts'
import type { Admitted, Cost, Holder, InAdvance, NewAuditRow, Wanted } from '../objects/office.ts'
import { isFailure } from '../refuse.ts'
import type { Credential } from './secret.ts'
import { keepToSend, officesToSend, pause, send, sendSoon } from './settlements.ts'

/** A key that asked less than this ago (ms) is in a run of requests: a script, a class. */
const runMs = 2000
/** So many actions in advance; the object gives fewer where a cap is near. */
const spareWanted = 16
/** More keys than these in one process: the oldest is asked for anew. */
const mostKeys = 5000

/** Actions in advance; `actions` is what is left of them. */
interface Spare extends InAdvance {
  lease: number
  office: Admitted['office']
}

interface KeySeen {
  office: string
  asOffice: string | null
  askedAt: number
  spare: Spare | null
}

/** Requests that have their place and are not settled. */
let inFlight = 0

/** By the hash of the key. */
const keys = new Map<string, KeySeen>()

/**
 * Before anything is read for a key: whoever made one up costs a question, not a redaction.
 * @returns in whose name it asks where that is not its office's own, or why it opens nothing; of a key seen here before
 * the office's object has the last word when it admits
 */
export async function atDoor(
  env: Env,
  credential: Credential,
  now: number,
): Promise<Pick<Holder, 'asOffice'> | Failure> {
  const seen = keys.get(credential.hash)
  if (seen) return seen
  const holder = await officeObject(env, credential.office).holder(credential, now)
  if (!isFailure(holder)) remember(credential, -Infinity, holder.asOffice)
  return holder
}

/** @returns the place in the quota, or why there is none */
export async function admit(
  env: Env,
  credential: Credential,
  wanted: Wanted,
  now: number,
): Promise<Admitted | Failure> {
  const seen = keys.get(credential.hash)
  const spare = seen?.spare
  if (spare && fits(spare, wanted.most, now)) {
    seen.askedAt = now
    const refused = refusedByKey(spare.limits, wanted)
    if (refused) return refused
    spare.actions -= 1
    if (spare.actions === 0) seen.spare = null
    const { lease, office, each: reserved } = spare
    inFlight += 1
    return { lease, keyId: credential.id, office, reserved }
  }
  const more = seen && now - seen.askedAt < runMs ? spareWanted : 0
  const object = officeObject(env, credential.office)
  // Reservations that are over must not keep this request out: through one stub, what is sent first arrives first.
  void send(env, credential.office, object)
  const admitted = await object.admit(credential, wanted, now, more)
  if (isFailure(admitted)) return admitted
  inFlight += 1
  const { spare: given, ...place } = admitted
  const known = remember(credential, now)
  if (!given) return place
  // What is left of the last ones did not fit.
  dropSpare(known)
  known.spare = { lease: place.lease, office: place.office, ...given }
  return place
}

function fits({ actions, each, until }: Spare, most: Cost, now: number): boolean {
  return actions > 0 && now < until && most.tokens <= each.tokens && most.millirupiah <= each.millirupiah
}

function remember({ hash, office }: Credential, now: number, known: string | null = null): KeySeen {
  const before = keys.get(hash)
  const asOffice = before?.asOffice ?? known
  const seen = { office, asOffice, askedAt: now, spare: before?.spare ?? null }
  keys.delete(hash)
  keys.set(hash, seen)
  const [oldest] = keys
  if (oldest && keys.size > mostKeys) {
    dropSpare(oldest[1])
    keys.delete(oldest[0])
  }
  return seen
}

/** Charges what was used (`null` = nothing was delivered: all is given back), with the audit row. `sendLater` sends it. */
export function settle({ lease, reserved, office }: Admitted, spent: Cost | null, row: NewAuditRow): void {
  inFlight -= 1
  keepToSend(office.id, { lease, actions: 1, reserved, spent, row })
}

/**
 * Sends what has been settled, and gives back what is left of a key's actions in advance when their time is over.
 * Resolves then.
 */
export async function sendLater(env: Env, { hash, office }: Credential): Promise<void> {
  await sendSoon(env, office)
  const spare = keys.get(hash)?.spare
  if (!spare || scheduled.has(spare)) return
  scheduled.add(spare)
  await pause(Math.max(0, spare.until - Date.now()))
  const seen = keys.get(hash)
  if (seen?.spare === spare) dropSpare(seen)
  await send(env, office)
}
const scheduled = new WeakSet<Spare>()

/** Before an office's figures are read, or its keys changed: nothing of it is kept back here. */
export async function settleOffice(env: Env, office: string): Promise<void> {
  for (const seen of keys.values()) if (seen.office === office) dropSpare(seen)
  await send(env, office)
}

function dropSpare(seen: KeySeen): void {
  const { spare, office } = seen
  seen.spare = null
  if (!spare || spare.actions === 0) return
  const { lease, actions, each } = spare
  const reserved = { tokens: each.tokens * actions, millirupiah: each.millirupiah * actions }
  keepToSend(office, { lease, actions, reserved, spent: null, row: null })
}

/** Before the process ends: waits until `until` for the requests in flight, and keeps nothing back. */
export async function settleAll(env: Env, until: number): Promise<void> {
  for (;;) {
    for (const seen of keys.values()) dropSpare(seen)
    await Promise.all(officesToSend().map((office) => send(env, office)))
    if ((inFlight === 0 && officesToSend().length === 0) || Date.now() > until) return
    await pause(20)
  }
}
