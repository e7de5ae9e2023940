// What is compared: a bare Worker in workerd, the gateway, and another gateway, all before the same imitated model.
import { fork, spawn, type ChildProcess } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buildGateway, startGateway } from '../../../gateway/local/workerd.ts'
import { freePort } from '../../gateway/gateway.ts'

const here = import.meta.dirname
const { default: workerd } = createRequire(import.meta.url)('workerd') as { default: string }

export interface Target {
  name: string
  url: string
  /** One for each office's key; the bare Worker asks for none. */
  headers: Record<string, string>[]
  model: string
  pid: number
  /** Where V8's inspector listens. */
  inspectorPort?: number
  end(): Promise<void>
}

export async function startUpstream(): Promise<{ url: string; end(): void }> {
  const child = fork(join(here, 'upstream.ts'))
  const port = await new Promise<number>((resolve) =>
    child.once('message', (message) => resolve(Number(message))),
  )
  return { url: `http://127.0.0.1:${port}`, end: () => void child.kill() }
}

export async function passThrough(upstream: string): Promise<Target> {
  const port = await freePort()
  const args = ['serve', join(here, 'pass-through.capnp'), `--socket-addr=http=127.0.0.1:${port}`]
  const child = spawn(workerd, args, { env: { ...process.env, UPSTREAM: upstream }, stdio: 'inherit' })
  return ready({ name: 'bare Worker', url: `http://127.0.0.1:${port}`, headers: [{}], model: 'uji', child })
}

/** @param offices each with a key of its own, without limits */
export async function ourGateway(upstream: string, offices: number): Promise<Target> {
  const stateFolder = mkdtempSync(join(tmpdir(), 'pendamping-bench-'))
  buildGateway()
  const inspectorPort = await freePort()
  const gateway = await startGateway({
    port: await freePort(),
    inspectorPort,
    stateFolder,
    env: { PENDAMPING_UPSTREAM: upstream },
  })
  const admin = async (path: string, body: object) => {
    const answer = await fetch(`${gateway.url}/admin/v1${path}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${gateway.adminToken}`, 'content-type': 'application/json' },
      body: JSON.stringify(body),
    })
    return (await answer.json()) as { key: string }
  }
  const headers: Record<string, string>[] = []
  for (let at = 0; at < offices; at += 1) {
    await admin('/offices', { id: `opd-${at}`, name: `Dinas ${at}` })
    const limits = { actionsPerDay: null }
    const { key } = await admin(`/offices/opd-${at}/keys`, { label: 'uji', limits })
    headers.push({ authorization: `Bearer ${key}` })
  }
  return {
    name: 'Pendamping',
    url: gateway.url,
    headers,
    model: 'summarise',
    pid: gateway.process.pid!,
    inspectorPort,
    async end() {
      await gateway.stop()
      rmSync(stateFolder, { recursive: true, force: true })
    },
  }
}

/** @returns null where `npm run bench:gateway` has not installed it */
export async function portkey(upstream: string): Promise<Target | null> {
  const program = join(
    here,
    '..',
    'peers',
    'node_modules',
    '@portkey-ai',
    'gateway',
    'build',
    'start-server.js',
  )
  if (!existsSync(program)) return null
  const port = await freePort()
  const child = spawn(process.execPath, [program, `--port=${port}`, '--headless'], { stdio: 'ignore' })
  const headers = [
    {
      authorization: 'Bearer sk-uji',
      'x-portkey-provider': 'openai',
      'x-portkey-custom-host': upstream,
    },
  ]
  return ready({ name: 'Portkey', url: `http://127.0.0.1:${port}`, headers, model: 'uji', child })
}

interface Started extends Omit<Target, 'pid' | 'end'> {
  child: ChildProcess
}

async function ready({ child, ...target }: Started): Promise<Target> {
  for (let tries = 0; tries < 200; tries += 1) {
    const up = await fetch(target.url).then(
      () => true,
      () => false,
    )
    if (up) break
    await new Promise((done) => setTimeout(done, 50))
  }
  const end = async () => {
    const ended = new Promise((done) => child.once('exit', done))
    child.kill()
    await ended
  }
  return { ...target, pid: child.pid!, end }
}

const ticksPerSecond = 100

/** @returns CPU seconds that a process has used */
export function cpuSeconds(pid: number): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]!.split(' ')
  return (Number(fields[11]) + Number(fields[12])) / ticksPerSecond
}

/** @returns resident memory, MB */
export function memory(pid: number): number {
  const [, pages = '0'] = readFileSync(`/proc/${pid}/statm`, 'utf8').split(' ')
  return (Number(pages) * 4096) / 1_000_000
}

/** Lets V8 collect its garbage, which it else leaves for as long as there is memory. @returns its heap then, MB */
export async function collectGarbage(inspectorPort: number): Promise<number> {
  const listed = await fetch(`http://127.0.0.1:${inspectorPort}/json`)
  const [{ webSocketDebuggerUrl }] = (await listed.json()) as [{ webSocketDebuggerUrl: string }]
  const socket = new WebSocket(webSocketDebuggerUrl)
  await new Promise((done) => socket.addEventListener('open', done, { once: true }))
  let last = 0
  const call = (method: string) =>
    new Promise<{ usedSize?: number }>((done) => {
      const id = (last += 1)
      const hear = ({ data }: MessageEvent) => {
        const said = JSON.parse(String(data)) as { id?: number; result: object }
        if (said.id !== id) return
        socket.removeEventListener('message', hear)
        done(said.result)
      }
      socket.addEventListener('message', hear)
      socket.send(JSON.stringify({ id, method }))
    })
  await call('HeapProfiler.enable')
  const collected = call('HeapProfiler.collectGarbage').then(() => true)
  const soon = () => new Promise<false>((done) => setTimeout(done, 50, false))
  // workerd does it with the next thing that it is asked.
  do await call('Runtime.getHeapUsage')
  while (!(await Promise.race([collected, soon()])))
  const { usedSize = NaN } = await call('Runtime.getHeapUsage')
  socket.close()
  return usedSize / 1_000_000
}
