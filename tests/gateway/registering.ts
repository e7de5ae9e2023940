// Upstreams as an admin registers them, for tests of who is asked.
import type { NewUpstream } from '../../shared/protocol/admin.ts'
import type { TestGateway } from './gateway.ts'
import type { Upstream } from './upstream.ts'

/** Lets imitated upstreams be registered: they stand at 127.0.0.1. */
export const privateAllowed = { PENDAMPING_PRIVATE_UPSTREAMS: 'izinkan' }

let names = 0
/** A name that no test has used: circuit breakers and queues remember by name. */
const anId = () => `hulu-${(names += 1)}`

/** Body of a registration, good for all offices and classes. */
export function anUpstreamAt(url: string, more: Partial<NewUpstream> = {}) {
  return {
    id: anId(),
    label: 'Model uji',
    kind: 'openai' as const,
    baseUrl: url,
    model: 'model-uji',
    location: 'pusat data kota',
    classes: ['umum', 'internal', 'terbatas'],
    ...more,
  }
}

/** Registers an imitated upstream. @returns its name */
export async function register(
  gateway: TestGateway,
  { url }: Pick<Upstream, 'url'>,
  more: Partial<NewUpstream> = {},
): Promise<string> {
  const body = anUpstreamAt(url, more)
  const made = await gateway.admin('POST', '/upstreams', body)
  if (made.status !== 201) throw new Error(await made.text())
  return body.id
}

export interface ShownUpstream extends Omit<NewUpstream, 'key'> {
  hasKey: boolean
  breaker: string
}

export async function registered(gateway: TestGateway): Promise<ShownUpstream[]> {
  const answer = await gateway.admin('GET', '/upstreams')
  return ((await answer.json()) as { upstreams: ShownUpstream[] }).upstreams
}

/** Takes all away, so that each test has only its own. */
export async function forgetUpstreams(gateway: TestGateway): Promise<void> {
  for (const { id } of await registered(gateway)) await gateway.admin('DELETE', `/upstreams/${id}`)
}

/** Publishes on top of whatever there is. @returns the revision */
export async function publish(gateway: TestGateway, policy: object, comment = 'Uji'): Promise<number> {
  const { revision: basedOn } = (await (await gateway.admin('GET', '/policy')).json()) as { revision: number }
  const answer = await gateway.admin('POST', '/policy', {
    policy: { rules: {}, ...policy },
    comment,
    basedOn,
  })
  if (answer.status !== 201) throw new Error(await answer.text())
  return ((await answer.json()) as { revision: number }).revision
}

export interface AuditLine {
  id: number
  upstream: string
  outcome: string
  tokensIn: number
  tokensOut: number
  millirupiah: number
  hash: string
}

/** The audit of an office, as it is exported. */
export async function auditOf(gateway: TestGateway, office: string): Promise<AuditLine[]> {
  const answer = await gateway.admin('GET', `/offices/${office}/audit`)
  return (await answer.text())
    .split('\n')
    .filter((line) => line.startsWith('{"id"'))
    .map((line) => JSON.parse(line) as AuditLine)
}
