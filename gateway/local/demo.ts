// A demo office with its key, made once and kept in the state folder, so that a second start finds it again.
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import * as z from 'zod/mini'
import type { RunningGateway } from './workerd.ts'

const Demo = z.object({ key: z.string(), link: z.string() })
export type Demo = z.infer<typeof Demo>

const office = { id: 'demo', name: 'Dinas Komunikasi dan Informatika' }

/** @returns a key that works, and an enrolment link for one's own browser. Throws when the gateway refuses. */
export async function demoOffice(gateway: RunningGateway, stateFolder: string): Promise<Demo> {
  const file = join(stateFolder, 'demo.json')
  const kept = existsSync(file) ? Demo.safeParse(JSON.parse(readFileSync(file, 'utf8'))).data : undefined
  if (kept && (await works(gateway.url, kept.key))) return kept
  await admin(gateway, '/offices', office, 409)
  const { key } = await admin(gateway, `/offices/${office.id}/keys`, { label: 'peramban demo' })
  const expiresAt = new Date(Date.now() + 365 * 86_400_000).toISOString()
  const { link } = await admin(gateway, `/offices/${office.id}/enrolments`, { label: 'demo', expiresAt })
  const demo = Demo.parse({ key, link })
  writeFileSync(file, JSON.stringify(demo), { mode: 0o600 })
  return demo
}

async function works(url: string, key: string): Promise<boolean> {
  const response = await fetch(`${url}/v1/usage`, { headers: { authorization: `Bearer ${key}` } })
  return response.ok
}

async function admin(gateway: RunningGateway, path: string, body: object, alsoFine?: number) {
  const response = await fetch(`${gateway.url}/admin/v1${path}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${gateway.adminToken}`, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
  if (!response.ok && response.status !== alsoFine) throw new Error(`${path}: ${await response.text()}`)
  return (await response.json()) as { key?: string; link?: string }
}
