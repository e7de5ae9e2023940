// Gateways started as an operator starts them, on folders of their own; all of it is gone after each test.
import { rmSync } from 'node:fs'
import { afterEach } from 'vitest'
import { startGateway, type RunningGateway } from '../../gateway/local/workerd.ts'
import { aFolder, freePort } from './gateway.ts'

const started: RunningGateway[] = []
const folders: string[] = []

afterEach(async () => {
  for (const gateway of started.splice(0)) await gateway.stop()
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true })
})

/** @returns an empty folder */
export function folder(): string {
  const made = aFolder()
  folders.push(made)
  return made
}

/** Starts the built gateway on a free port, without an upstream unless `env` names one. */
export async function start(stateFolder: string, env: Record<string, string> = {}): Promise<RunningGateway> {
  const gateway = await startGateway({
    port: await freePort(),
    stateFolder,
    env: { PENDAMPING_UPSTREAM: '', ...env },
    log: () => undefined,
  })
  started.push(gateway)
  return gateway
}
