// An office is written in two objects, one after the other; the process may die in between.
import { env } from 'cloudflare:workers'
import { expect, it } from 'vitest'
import gateway from '../../../gateway/src/index.ts'

async function admin(path: string, body: object): Promise<Response> {
  const headers = { authorization: 'Bearer token-uji' }
  const sent = { method: 'POST', headers, body: JSON.stringify(body) }
  return gateway.request(`/admin/v1${path}`, sent, { ...env, PENDAMPING_ADMIN_TOKEN: 'token-uji' })
}

it('an office whose making was cut off half-way is whole after the next try', async () => {
  await env.CITY.getByName('city').addOffices([{ id: 'dukcapil', name: 'Dinas Dukcapil' }], 0)
  const again = { id: 'dukcapil', name: 'Dinas Dukcapil', limits: { actionsPerMonth: 9 } }
  expect((await admin('/offices', again)).status).toBe(409)
  expect(await env.OFFICE.getByName('dukcapil').profile()).toMatchObject(again)
})

it('an office that is whole keeps its name and limits when somebody makes it again', async () => {
  const first = { id: 'bappeda', name: 'Bappeda', limits: { actionsPerMonth: 5 } }
  expect((await admin('/offices', first)).status).toBe(201)
  expect((await admin('/offices', { ...first, name: 'Lain', limits: {} })).status).toBe(409)
  expect(await env.OFFICE.getByName('bappeda').profile()).toMatchObject(first)
})
