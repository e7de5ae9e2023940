// What requests have settled, on its way to the objects of their offices: many in one call, a moment later, and again where
// it was not taken. Of a process that dies before, the object holds the reservations, and writes them down as they stay charged.
import { officeObject, type Env } from '../env.ts'
import type { Batch, Release } from '../objects/office.ts'

/** Settlements that an office's object has not taken yet. Under its id a batch is taken once, however often it is sent. */
const toSend = new Map<string, Sending[]>()
/** Sends within a moment are one try: of a busy office many requests send the same. */
type Sending = Batch & { tries: number; triedAt: number }
/** Then what it holds stays charged, and the object will write it down as such. */
const mostTries = 8
const retriesMs = [100, 1000]
/** So long (ms) settlements gather before one call takes them all. */
const gatherMs = 25
/** A request that the platform cut off sends nothing: after this (ms) the next one does. */
const longestSendingMs = 1000
/** Offices for which a request is about to send, and since when. */
const sendingSince = new Map<string, number>()

export function keepToSend(office: string, release: Release): void {
  const batches = toSend.get(office) ?? []
  toSend.set(office, batches)
  const last = batches.at(-1)
  if (last?.tries === 0) last.releases.push(release)
  else batches.push({ id: crypto.randomUUID(), releases: [release], tries: 0, triedAt: -Infinity })
}

/**
 * Sends all that is not known to have been taken, also what another request is sending: that one may be cut off.
 * Never throws.
 */
export async function send(env: Env, office: string, object = officeObject(env, office)): Promise<void> {
  const batches = toSend.get(office) ?? []
  await Promise.all(
    batches.map(async (batch) => {
      noteTry(batch, Date.now())
      const { id, releases } = batch
      const isTaken = await object.release({ id, releases }, Date.now()).then(
        () => true,
        () => false,
      )
      if (isTaken || batch.tries >= mostTries) forget(office, batch, isTaken)
    }),
  )
}

function noteTry(batch: Sending, now: number): void {
  if (Math.abs(now - batch.triedAt) < retriesMs[0]!) return
  batch.tries += 1
  batch.triedAt = now
}

function forget(office: string, batch: Sending, isTaken: boolean): void {
  const kept = toSend.get(office) ?? []
  if (!kept.includes(batch)) return
  const left = kept.filter((other) => other !== batch)
  if (left.length > 0) toSend.set(office, left)
  else toSend.delete(office)
  if (!isTaken) console.error('unsettled', batch.releases.filter(({ row }) => row !== null).length)
}

/**
 * Sends in a moment. Whoever comes first sends for all: none may wait for another's promise (workerd forbids the I/O that
 * would follow), and none has to.
 */
export async function sendSoon(env: Env, office: string): Promise<void> {
  if (Math.abs(Date.now() - (sendingSince.get(office) ?? -Infinity)) <= longestSendingMs) return
  sendingSince.set(office, Date.now())
  await pause(gatherMs)
  sendingSince.delete(office)
  await send(env, office)
  // An object that was put out is there again in a moment.
  for (const waitMs of retriesMs) {
    if (!toSend.get(office)?.some(({ tries }) => tries > 0)) return
    await pause(waitMs)
    await send(env, office)
  }
}

export const officesToSend = () => [...toSend.keys()]

export const pause = (milliseconds: number) => new Promise((done) => setTimeout(done, milliseconds))
