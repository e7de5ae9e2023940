// Builds the Worker and runs it under plain workerd, as the city's data centre does. Used by `npm run gateway`,
// `npm start` and the tests, so that all three run the same thing.
import { randomUUID } from 'node:crypto'
import { spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { createServer } from 'node:net'
import { join, resolve } from 'node:path'
import { Release } from '../../shared/protocol/distribution.ts'
import { readEnvironment, shortestSafeToken, type Environment } from './environment.ts'
import { keptAdminToken, keptMasterKey, openStateFolder, privately } from './state-folder.ts'

const root = join(import.meta.dirname, '..', '..')
const { default: workerd } = createRequire(import.meta.url)('workerd') as { default: string }
const output = join(root, 'gateway', '.output')

export interface GatewaySettings {
  port: number
  /** State folder; made when missing. */
  stateFolder: string
  /** PENDAMPING_… variables for the Worker, besides those of this process. */
  env?: Record<string, string>
  /** Where the Worker's log goes; default: this process's own output. */
  log?: (text: string) => void
  /** Opens V8's inspector there, to whoever is on this machine: for the benchmark alone. */
  inspectorPort?: number
}

export interface RunningGateway {
  url: string
  /** Where staff reach it: behind a proxy another address than `url`. */
  publicUrl: string
  /** Under a host name, which passkeys need. */
  consoleUrl: string
  adminToken: string
  /** True when the admin token was made now, and should be shown once. */
  tokenIsNew: boolean
  process: ChildProcess
  stop(): Promise<void>
}

/** Bundles the Worker and gathers its pages. Throws with the tool's own words when that fails. */
export function buildGateway(): void {
  const args = ['deploy', '--dry-run', '--outdir', join(output, 'worker')]
  const env = {
    ...process.env,
    WRANGLER_SEND_METRICS: 'false',
    WRANGLER_HIDE_BANNER: 'true',
    CLOUDFLARE_CF_FETCH_ENABLED: 'false',
  }
  const built = spawnSync(join(root, 'node_modules', '.bin', 'wrangler'), args, {
    cwd: root,
    env,
    encoding: 'utf8',
  })
  if (built.status !== 0) throw new Error(`wrangler: ${built.stdout}${built.stderr}`)
}

/** Starts the built gateway and waits until it answers. Throws when it does not, or when the state folder is in use. */
export async function startGateway(settings: GatewaySettings): Promise<RunningGateway> {
  const environment = readEnvironment({ ...process.env, ...settings.env })
  await portIsFree(settings.port)
  const stateFolder = resolve(settings.stateFolder)
  const objects = openStateFolder(stateFolder)
  const { adminToken, tokenIsNew } = chooseAdminToken(environment, stateFolder)
  // What the city packed itself calls the gateway under an id of its own.
  const extensionIds = [environment.PENDAMPING_EXTENSION_IDS, packedId()].filter(Boolean).join(',')
  const [command, args] = lockedCommand(stateFolder, [
    // The program itself, not the package's wrapper: that one swallows signals.
    workerd,
    'serve',
    join(root, 'gateway', 'workerd.capnp'),
    `--socket-addr=http=127.0.0.1:${settings.port}`,
    `--directory-path=assets=${join(output, 'assets')}`,
    `--directory-path=state=${objects}`,
    ...(settings.inspectorPort ? [`--inspector-addr=127.0.0.1:${settings.inspectorPort}`] : []),
  ])
  const env = workerEnvironment({
    ...environment,
    PENDAMPING_ADMIN_TOKEN: adminToken,
    PENDAMPING_EXTENSION_IDS: extensionIds || undefined,
    PENDAMPING_MASTER_KEY: environment.PENDAMPING_MASTER_KEY ?? keptMasterKey(stateFolder),
    // The lock on the state folder makes it the only one.
    PENDAMPING_PROCESS: randomUUID(),
  })
  // Its own group: Ctrl-C in a terminal reaches us first, and we end it in order.
  const child = privately(() =>
    spawn(command, args, { cwd: root, env, stdio: ['ignore', 'pipe', 'pipe'], detached: true }),
  )
  endWithUs(child)
  const log = settings.log ?? ((text: string) => process.stderr.write(text))
  child.stdout.on('data', (chunk: Buffer) => log(chunk.toString()))
  child.stderr.on('data', (chunk: Buffer) => log(chunk.toString()))
  const url = `http://127.0.0.1:${settings.port}`
  await answers(url, child, stateFolder)
  const publicUrl = environment.PENDAMPING_PUBLIC_URL ?? url
  const consoleUrl = `${publicUrl.replace('//127.0.0.1', '//localhost')}/konsol/`
  const stopped = async () => {
    await letSettle(url, adminToken)
    await stop(child)
  }
  return { url, publicUrl, consoleUrl, adminToken, tokenIsNew, process: child, stop: stopped }
}

/** @returns the id under which `npm run package` packed the extension, or null where nobody did */
function packedId(): string | null {
  const file = join(output, 'packages', 'release.json')
  return existsSync(file) ? Release.parse(JSON.parse(readFileSync(file, 'utf8'))).id : null
}

/** Being in a group of its own, it would outlive a process that exits while it starts, or at a second Ctrl-C. */
function endWithUs(child: ChildProcess): void {
  const kill = () => child.kill('SIGKILL')
  process.once('exit', kill)
  child.once('exit', () => process.off('exit', kill))
}

/** As checked: what this process was given and the check took for unset does not reach the Worker. */
function workerEnvironment(checked: Environment & { PENDAMPING_PROCESS: string }): NodeJS.ProcessEnv {
  const others = Object.entries(process.env).filter(([name]) => !name.startsWith('PENDAMPING_'))
  const ours = Object.entries(checked).map(([name, value]) => [name, String(value)])
  return Object.fromEntries([...others, ...ours]) as NodeJS.ProcessEnv
}

/** Another gateway on the port would answer in place of ours while ours fails to start. Throws with what to do. */
function portIsFree(port: number): Promise<void> {
  return new Promise((free, taken) => {
    const probe = createServer()
    probe.once('error', () =>
      taken(new Error(`Port ${port} sedang dipakai. Pilih yang lain dengan PENDAMPING_PORT.`)),
    )
    probe.listen(port, '127.0.0.1', () => probe.close(() => free()))
  })
}

/** The token of the environment, else the one kept in the state folder, else a new one. */
function chooseAdminToken({ PENDAMPING_ADMIN_TOKEN: given }: Environment, stateFolder: string) {
  if (!given) return keptAdminToken(stateFolder)
  if (given.length < shortestSafeToken) {
    console.error(
      `PENDAMPING_ADMIN_TOKEN pendek dan mudah ditebak. Pakai ${shortestSafeToken} karakter atau lebih.`,
    )
  }
  return { adminToken: given, tokenIsNew: false }
}

/**
 * Two workerd on one state folder would both write and spoil it, and workerd itself has no lock. The kernel's lock on
 * an open file goes with the process, also after kill -9. Without `flock` (macOS) there is none.
 */
function lockedCommand(stateFolder: string, command: string[]): [string, string[]] {
  if (!existsSync('/usr/bin/flock')) return [command[0]!, command.slice(1)]
  return [
    '/usr/bin/flock',
    ['--no-fork', '--nonblock', '--conflict-exit-code', '75', join(stateFolder, 'lock'), ...command],
  ]
}

async function answers(url: string, child: ChildProcess, stateFolder: string): Promise<void> {
  const giveUpAt = Date.now() + 20_000
  while (Date.now() < giveUpAt) {
    if (child.exitCode === 75) throw new Error(folderInUse(stateFolder))
    if (child.exitCode !== null) throw new Error(`Gerbang berhenti saat dimulai (kode ${child.exitCode}).`)
    const ok = await fetch(`${url}/healthz`, { signal: AbortSignal.timeout(2000) }).then(
      (response) => response.ok && child.exitCode === null,
      () => false,
    )
    if (ok) return
    await new Promise((done) => setTimeout(done, 25))
  }
  await stop(child)
  throw new Error(`Gerbang tidak menjawab di ${url}.`)
}

function folderInUse(stateFolder: string): string {
  return (
    `Folder data ${stateFolder} sedang dipakai gerbang lain. ` +
    'Hentikan gerbang itu, atau pilih folder lain dengan PENDAMPING_DATA.'
  )
}

/** At its end workerd waits for requests, not for what they leave to do behind their answer; this one waits for that. */
async function letSettle(url: string, adminToken: string): Promise<void> {
  const headers = { authorization: `Bearer ${adminToken}` }
  const asked = { method: 'POST', headers, signal: AbortSignal.timeout(6000) }
  // Once it has begun, the signal may come.
  const begun = await fetch(`${url}/admin/v1/settle`, asked).catch(() => null)
  begun?.text().catch(() => undefined)
}

/** Lets requests in flight finish; workerd itself sets no limit to that, so we do. */
async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const ended = new Promise((done) => child.once('exit', done))
  child.kill('SIGTERM')
  const impatient = setTimeout(() => child.kill('SIGKILL'), 5000)
  await ended
  clearTimeout(impatient)
}
