// On Cloudflare an operator may have set no master key yet: nothing secret is taken, nothing is signed, the rest works.
import { env } from 'cloudflare:workers'
import { expect, it } from 'vitest'
import gateway from '../../../gateway/src/index.ts'

const adminToken = 'token-admin-uji-0123456789'

function admin(method: string, path: string, body?: object): Promise<Response> {
  const content = body && { body: JSON.stringify(body) }
  const headers = { authorization: `Bearer ${adminToken}` }
  return Promise.resolve(
    gateway.request(
      `/admin/v1${path}`,
      { method, headers, ...content },
      { ...env, PENDAMPING_ADMIN_TOKEN: adminToken },
    ),
  )
}

const upstream = (more: object) => ({
  id: 'publik',
  label: 'Model',
  kind: 'openai',
  baseUrl: 'https://model.contoh.id/v1',
  model: 'uji',
  location: 'Jakarta',
  classes: ['umum'],
  ...more,
})

it('an upstream with a key is refused, and one without is taken', async () => {
  const refused = await admin('POST', '/upstreams', upstream({ key: 'sk-1' }))
  expect(refused.status).toBe(503)
  expect(await refused.json()).toMatchObject({ error: { code: 'master_key_missing' } })
  expect((await admin('POST', '/upstreams', upstream({}))).status).toBe(201)
})

it('there is no key to verify with, and nothing to seal anew', async () => {
  for (const [method, path] of [
    ['GET', '/signing-key'],
    ['POST', '/upstreams/reseal'],
  ] as const) {
    const answer = await admin(method, path)
    expect(await answer.json()).toMatchObject({ error: { code: 'master_key_missing' } })
  }
})

it('an audit export has a seal without a signature', async () => {
  await admin('POST', '/offices', { id: 'tanpa-kunci', name: 'Dinas Uji' })
  const lines = (await (await admin('GET', '/offices/tanpa-kunci/audit')).text()).trim().split('\n')
  expect(JSON.parse(lines.at(-1)!)).toMatchObject({ seal: { rows: 0, publicKey: '', signature: '' } })
})

it('without an admin token the admin API is shut, whatever token is sent', async () => {
  for (const token of ['', 'undefined', 'null']) {
    const headers = { authorization: `Bearer ${token}` }
    expect((await gateway.request('/admin/v1/upstreams', { headers }, env)).status).toBe(401)
  }
})
