// Joining a class: what it is, and a seat in it. Loaded with the card for connecting.
import * as z from 'zod/mini'
import { browser } from 'wxt/browser'
import type { JoinClass } from '../shared/protocol/classes.ts'
import { Enrolled } from '../shared/protocol/index.ts'
import { ClassToJoin } from '../shared/protocol/joining.ts'
import { connect } from './enrolment.ts'
import { call, type CallFailure, type Result } from './gateway.ts'

/** @param code of a class, as `readCode` gives it. @returns what the class is, if it can be joined now */
export function lookUpClass(gatewayUrl: string, code: string): Promise<Result<ClassToJoin>> {
  const body = JSON.stringify({ code })
  return call(`${gatewayUrl}/v1/classes/look-up`, { method: 'POST', body }, ClassToJoin)
}

/**
 * Takes a seat, or this browser's own seat again.
 * @param className kept for the day on which the key ends
 * @returns null when the browser is connected now, else why not
 */
export function joinClass(
  gatewayUrl: string,
  className: string,
  seat: Omit<JoinClass, 'device'>,
): Promise<CallFailure | null> {
  // Two panels at once would each make a number of their own. Not the lock of `enrol`: a policy that comes may renew the key.
  return navigator.locks.request('join', async () => {
    const body = JSON.stringify({ ...seat, device: await ownDevice() })
    const joined = await call(`${gatewayUrl}/v1/classes/join`, { method: 'POST', body }, Enrolled)
    if (!joined.ok) return joined.failure
    await connect(gatewayUrl, joined.value, { joined: className })
    return null
  })
}

/** A random number by which a class knows this browser again. It outlives every connection, and says nothing of anybody. */
async function ownDevice(): Promise<string> {
  const kept = z.string().safeParse((await browser.storage.local.get('device'))['device']).data
  if (kept) return kept
  const device = crypto.randomUUID()
  await browser.storage.local.set({ device })
  return device
}
