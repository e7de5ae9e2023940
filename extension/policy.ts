// The office's policy as it comes from the gateway: taken only when it is signed with the city's key and no older than the
// one that is kept, so that whoever stands between browser and gateway can't loosen a rule.
import { verifyAsync } from '@noble/ed25519'
import { Policy } from '../shared/protocol/index.ts'
import { gatewayApi, type CallFailure, type Connection, type Result } from './gateway.ts'
import type { Settings } from './settings.ts'

type Known = Pick<Settings, 'policy' | 'policyEtag' | 'policyKey'>

/** @returns what is to be kept; null where the kept one is still the newest */
export async function fetchPolicy(
  to: Connection,
  { policy: kept, policyEtag, policyKey }: Known,
): Promise<Result<{ policy: Policy; policyEtag: string } | null>> {
  const answer = await gatewayApi.policy(to, policyEtag ?? null)
  if (!answer.ok) return answer
  if (!answer.value) return { ok: true, value: null }
  const { text, signature, etag, requestId } = answer.value
  const refused = (code: CallFailure['code']) => ({ ok: false, failure: { code, requestId } }) as const
  if (policyKey && !(await isSigned(text, signature, policyKey))) return refused('policy_unsigned')
  const policy = Policy.safeParse(parseJson(text))
  if (!policy.success) return refused('gateway_unreadable')
  // An old one, sent again, is signed as well.
  if (kept && kept.office.id === policy.data.office.id && policy.data.revision < kept.revision)
    return refused('policy_unsigned')
  return { ok: true, value: { policy: policy.data, policyEtag: etag } }
}

/** By a library, for browsers know Ed25519 only since Chromium 137. */
async function isSigned(text: string, signature: string, publicKey: string): Promise<boolean> {
  try {
    return await verifyAsync(bytesOf(signature), new TextEncoder().encode(text), bytesOf(publicKey))
  } catch {
    return false
  }
}

/** Of base64url. Throws when it is none. */
function bytesOf(text: string): Uint8Array {
  const binary = atob(text.replaceAll('-', '+').replaceAll('_', '/'))
  return Uint8Array.from(binary, (sign) => sign.charCodeAt(0))
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

/** @returns whether the helpers work on a site, by the office's list; an empty list is every site */
export function portalAllowed(url: string, portals: readonly string[]): boolean {
  if (portals.length === 0) return true
  const { protocol, hostname, port } = new URL(url)
  return portals.some((portal) => {
    const [, scheme, isAnySub, host, wantedPort = ''] =
      /^(https?:)\/\/(\*\.)?([a-z0-9.-]+)(?::(\d+))?$/.exec(portal) ?? []
    const sameHost = hostname === host || (isAnySub && host && hostname.endsWith(`.${host}`))
    return scheme === protocol && Boolean(sameHost) && port === wantedPort
  })
}
