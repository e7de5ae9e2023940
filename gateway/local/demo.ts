// A demo office with its key, made once and kept in the state folder, so that a second start finds it again.
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import * as z from 'zod/mini'
import { keepPrivately } from './state-folder.ts'
import type { RunningGateway } from './workerd.ts'

/** The token and not its link: the next start may be on another port, or behind another address. */
const Kept = z.object({ key: z.string(), token: z.string() })
type Kept = z.infer<typeof Kept>

export interface Demo {
  /** Works as a browser's key. */
  key: string
  /** Enrols one's own browser. */
  link: string
}

const office = { id: 'demo', name: 'Dinas Komunikasi dan Informatika' }

/** Throws when the gateway refuses. */
export async function demoOffice(gateway: RunningGateway, stateFolder: string): Promise<Demo> {
  const file = join(stateFolder, 'demo.json')
  const kept = read(file)
  if (kept && (await works(gateway.url, kept.key))) return demoOf(gateway, kept)
  const made = await makeOffice(gateway)
  keepPrivately(file, JSON.stringify(made))
  return demoOf(gateway, made)
}

/** @returns null also for what an older or a torn writing left: the office is made anew then. */
function read(file: string): Kept | null {
  if (!existsSync(file)) return null
  try {
    return Kept.parse(JSON.parse(readFileSync(file, 'utf8')))
  } catch {
    return null
  }
}

function demoOf({ publicUrl }: RunningGateway, { key, token }: Kept): Demo {
  return { key, link: `${publicUrl}/daftar/#${token}` }
}

async function makeOffice(gateway: RunningGateway): Promise<Kept> {
  await admin(gateway, '/offices', office, 409)
  const { key } = await admin(gateway, `/offices/${office.id}/keys`, { label: 'peramban demo' })
  const expiresAt = new Date(Date.now() + 365 * 86_400_000).toISOString()
  const { token } = await admin(gateway, `/offices/${office.id}/enrolments`, { label: 'demo', expiresAt })
  return Kept.parse({ key, token })
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
  return (await response.json()) as { key?: string; token?: string }
}
