// The console as its pages call it: with a cookie instead of a token, from the gateway's own origin.
import type * as z from 'zod/mini'
import type { NewAdmin as Account } from '../../shared/protocol/console.ts'
import { anAuthenticator, type Authenticator } from './authenticator.ts'
import type { TestGateway } from './gateway.ts'

export type NewAdmin = z.input<typeof Account>

export interface TestConsole {
  /** Under a host name, which a passkey needs. */
  origin: string
  cookie: string
  call(method: string, path: string, body?: unknown, headers?: Record<string, string>): Promise<Response>
  json<T>(method: string, path: string, body?: unknown): Promise<T>
}

/** A browser that has not signed in yet. */
export function aConsole(gateway: TestGateway): TestConsole {
  const origin = gateway.url.replace('127.0.0.1', 'localhost')
  const page: TestConsole = {
    origin,
    cookie: '',
    async call(method, path, body, headers = {}) {
      const answer = await fetch(`${origin}/admin/v1${path}`, {
        method,
        headers: {
          'content-type': 'application/json',
          origin,
          ...(page.cookie && { cookie: page.cookie }),
          ...headers,
        },
        ...(body !== undefined && { body: JSON.stringify(body) }),
      })
      const set = answer.headers.get('set-cookie')
      if (set) page.cookie = set.split(';')[0]!
      return answer
    },
    async json(method, path, body) {
      return (await (await page.call(method, path, body)).json()) as never
    },
  }
  return page
}

/** With the admin token. */
export async function signedInWithToken(gateway: TestGateway): Promise<TestConsole> {
  const page = aConsole(gateway)
  await page.call('POST', '/session/token', { token: gateway.adminToken })
  return page
}

/** Made, invited, and signed in with a new passkey. */
export async function signedInAs(
  gateway: TestGateway,
  account: NewAdmin,
): Promise<TestConsole & { id: string; authenticator: Authenticator; codes: string[] }> {
  const { id, token } = await invitation(gateway, account)
  const page = aConsole(gateway)
  const authenticator = anAuthenticator(page.origin)
  const codes = await accept(page, token, authenticator)
  return Object.assign(page, { id, authenticator, codes })
}

export async function invitation(
  gateway: TestGateway,
  account: NewAdmin,
): Promise<{ id: string; token: string }> {
  const { id } = (await (await gateway.admin('POST', '/admins', account)).json()) as { id: string }
  const made = await gateway.admin('POST', `/admins/${id}/invitations`, {})
  const { link } = (await made.json()) as { link: string }
  return { id, token: link.split('/').at(-1)! }
}

/** @returns the recovery codes */
export async function accept(
  page: TestConsole,
  token: string,
  authenticator: Authenticator,
): Promise<string[]> {
  const { options } = await page.json<{ options: Parameters<Authenticator['register']>[0] }>(
    'POST',
    '/session/invitation/options',
    { token },
  )
  const body = { token, label: 'Kunci uji', response: authenticator.register(options) }
  return (await page.json<{ codes: string[] }>('POST', '/session/invitation', body)).codes
}

export async function signInByPasskey(
  page: TestConsole,
  authenticator: Authenticator,
  counter = 0,
): Promise<Response> {
  const options = await page.json<{ challenge: string; rpId?: string }>('POST', '/session/passkey/options')
  return page.call('POST', '/session/passkey', { response: authenticator.assert(options, counter) })
}
