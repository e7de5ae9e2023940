// How a browser gets its own key from the office's browser policy, with no click at all, and how it keeps what it got. By
// hand: joining.ts. A test or an admin's script may also write `{gatewayUrl, key}` to local storage.
import type { Enrolled } from '../shared/protocol/index.ts'
import { gatewayApi, type CallFailure, type Connection } from './gateway.ts'
import { fetchPolicy } from './policy.ts'
import {
  forgetConnection,
  readSettings,
  refreshManaged,
  writeSettings,
  type Settings,
  type Stored,
} from './settings.ts'

/** @returns gateway and key when this browser is enrolled. */
export function connectionOf({ gatewayUrl, key }: Settings): Connection | null {
  return gatewayUrl && key ? { gatewayUrl, key } : null
}

/** Enrols by policy, if the policy says where and with what, and it has not happened yet. */
export async function enrolByPolicy(): Promise<CallFailure | null> {
  // Worker and panel may both think of it; a second key would take a seat for nothing.
  await refreshManaged()
  return navigator.locks.request('enrol', async () => {
    const { managed, key } = await readSettings()
    if (key || !managed.gatewayUrl || !managed.enrolmentToken) return null
    return enrol(managed.gatewayUrl.replace(/\/+$/, ''), managed.enrolmentToken)
  })
}

/** @returns null when the browser is enrolled now, else why not. */
export async function enrol(gatewayUrl: string, token: string): Promise<CallFailure | null> {
  const enrolled = await gatewayApi.enrol(gatewayUrl, token, deviceName())
  if (!enrolled.ok) return enrolled.failure
  await connect(gatewayUrl, enrolled.value)
  return null
}

/** Keeps the key that the gateway gave, in place of all that was known of another. @param more what else is kept with it */
export async function connect(
  gatewayUrl: string,
  { key, policyKey }: Pick<Enrolled, 'key' | 'policyKey'>,
  more: Pick<Stored, 'joined'> = {},
): Promise<void> {
  const before = await readSettings()
  const aside = more.joined === undefined ? undefined : (before.aside ?? ownConnection(before))
  await forgetConnection()
  await writeSettings({ gatewayUrl, key, ...(policyKey && { policyKey }), ...more, ...(aside && { aside }) })
  await refreshPolicy()
}

/** What a class must give back: the office's connection, not that of another class. */
function ownConnection({ gatewayUrl, key, policyKey, joined }: Settings): Stored['aside'] {
  if (!gatewayUrl || !key || joined !== undefined) return undefined
  return { gatewayUrl, key, ...(policyKey && { policyKey }) }
}

/** Ends the time in a class on this browser; nothing where there was no office before. */
export async function returnToOffice(): Promise<void> {
  const { aside } = await readSettings()
  if (!aside) return
  await forgetConnection()
  await writeSettings(aside)
  await refreshPolicy()
}

/**
 * Fetches the office's policy and keeps it, so that it holds without network too. One that is not signed as it must be
 * changes nothing. @returns why there is no newer one; null when the one that is kept is the newest
 */
export async function refreshPolicy(): Promise<CallFailure | null> {
  const settings = await readSettings()
  const connection = connectionOf(settings)
  if (!connection) return null
  const fetched = await fetchPolicy(connection, settings)
  if (!fetched.ok) return fetched.failure
  // Whoever disconnected or enrolled elsewhere meanwhile must not get it.
  if ((await readSettings()).key !== connection.key) return null
  if (fetched.value) await writeSettings(fetched.value)
  return (fetched.value?.policy ?? settings.policy)?.renewKey ? renewKey(connection) : null
}

/** Takes a new secret for the old one, which works on until the admin's time; one browser does it once at a time. */
async function renewKey(old: Connection): Promise<CallFailure | null> {
  return navigator.locks.request('enrol', async () => {
    const isOurs = async () => (await readSettings()).key === old.key
    if (!(await isOurs())) return null
    const renewed = await gatewayApi.renew(old)
    if (!renewed.ok) return renewed.failure.code === 'renewal_not_asked' ? null : renewed.failure
    if (!(await isOurs())) return null
    await writeSettings({ key: renewed.value.key })
    const fetched = await fetchPolicy({ ...old, key: renewed.value.key }, await readSettings())
    // That it was used tells the gateway that it arrived.
    if (fetched.ok && fetched.value) await writeSettings(fetched.value)
    return null
  })
}

/** Enough for an admin to tell two keys apart; no name of a person or a machine. */
function deviceName(): string {
  const system = /Windows|Linux|Mac OS|Android|CrOS/.exec(navigator.userAgent)?.[0] ?? 'lain'
  const program = /(Edg|Firefox|Chrome)\/\d+/.exec(navigator.userAgent)?.[0] ?? 'peramban'
  return `${program} ${system}`
}
