// Builders for the tests over sockets: a gateway of its own for each file, offices and keys as an admin makes them.
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startGateway, type RunningGateway } from '../../gateway/local/workerd.ts'
import { ErrorBody, Usage } from '../../shared/protocol/index.ts'
import type { KeyLimits, OfficeLimits } from '../../shared/protocol/admin.ts'

export interface TestOffice {
  id: string
  key: string
  keyId: string
}

export interface TestGateway {
  url: string
  adminToken: string
  /** Everything that the Worker printed. */
  log(): string
  stateFolder: string
  /** A call of the admin API, with the right token. */
  admin(method: string, path: string, body?: unknown): Promise<Response>
  /** Makes an office with one key. */
  office(limits?: { office?: OfficeLimits; key?: KeyLimits }): Promise<TestOffice>
  /** An enrolment token of an office. */
  enrolment(office: string, terms?: object): Promise<{ id: string; token: string; link: string }>
  /** POST /v1/chat/completions, as plain as it goes: one text, or any body. */
  chat(key: string, body: string | object, more?: RequestInit): Promise<Response>
  usage(key: string): Promise<Usage>
  /** Kills the process without warning. */
  kill(): Promise<void>
  /** Stops it as an operator does: requests in flight may end. */
  stop(): Promise<void>
  /** Whether the process has been told to end. */
  isSignalled(): boolean
  /** Starts a new process on the same port and state folder, after `kill` or `stop`. */
  startAgain(): Promise<void>
  end(): Promise<void>
}

/** Starts the built gateway on a free port with an empty state folder. */
export async function aGateway(env: Record<string, string> = {}): Promise<TestGateway> {
  const stateFolder = aFolder()
  const port = await freePort()
  let printed = ''
  let offices = 0
  const start = () =>
    startGateway({
      port,
      stateFolder,
      // Offline unless a test says otherwise, whatever the shell has set.
      env: { PENDAMPING_UPSTREAM: '', ...env },
      log: (text) => (printed += text),
    })
  let running: RunningGateway = await start()
  const { url } = running

  const self: TestGateway = {
    url,
    adminToken: running.adminToken,
    log: () => printed,
    stateFolder,
    admin(method, path, body) {
      const headers = { authorization: `Bearer ${running.adminToken}`, 'content-type': 'application/json' }
      const content = body === undefined ? {} : { body: JSON.stringify(body) }
      return fetch(`${url}/admin/v1${path}`, { method, headers, ...content })
    },
    async office({ office = {}, key = {} } = {}) {
      const id = `opd-${(offices += 1)}`
      await self.admin('POST', '/offices', { id, name: `Dinas Uji ${offices}`, limits: office })
      const made = await self.admin('POST', `/offices/${id}/keys`, { label: 'uji', limits: key })
      const { key: text, id: keyId } = (await made.json()) as { key: string; id: string }
      return { id, key: text, keyId }
    },
    async enrolment(office, terms = {}) {
      const made = await self.admin('POST', `/offices/${office}/enrolments`, terms)
      return (await made.json()) as { id: string; token: string; link: string }
    },
    chat: (key, body, more) =>
      fetch(`${url}/v1/chat/completions`, {
        method: 'POST',
        headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
        body: JSON.stringify(typeof body === 'string' ? asking(body) : body),
        ...more,
      }),
    async usage(key) {
      const answer = await fetch(`${url}/v1/usage`, { headers: { authorization: `Bearer ${key}` } })
      return Usage.parse(await answer.json())
    },
    async kill() {
      const ended = new Promise((resolve) => running.process.once('exit', resolve))
      running.process.kill('SIGKILL')
      await ended
    },
    stop: () => running.stop(),
    isSignalled: () => running.process.killed,
    async startAgain() {
      running = await start()
    },
    async end() {
      await running.stop()
      rmSync(stateFolder, { recursive: true, force: true })
    },
  }
  return self
}

/** An empty folder of its own; its maker removes it. */
export function aFolder(): string {
  return mkdtempSync(join(tmpdir(), 'pendamping-state-'))
}

/** The smallest request body: summarise this text. */
export function asking(text: string, more: object = {}): object {
  return { model: 'summarise', messages: [{ role: 'user', content: text }], ...more }
}

/** @returns the error of an answer, parsed by the wire's own schema. */
export async function errorOf(answer: Response): Promise<ErrorBody['error']> {
  return ErrorBody.parse(await answer.json()).error
}

/** @returns the text that a streamed answer's frames hold, joined. */
export function textOf(stream: string): string {
  return stream
    .split('\n\n')
    .filter((frame) => frame.startsWith('data: {'))
    .map((frame) => JSON.parse(frame.slice(6)) as { choices?: { delta?: { content?: string } }[] })
    .map((frame) => frame.choices?.[0]?.delta?.content ?? '')
    .join('')
}

/** Reads a body until it holds the text; the rest stays to be read by the same reader. */
export async function readUntil(
  reader: ReadableStreamDefaultReader<Uint8Array>,
  text: string,
): Promise<string> {
  const decoder = new TextDecoder()
  let seen = ''
  while (!seen.includes(text)) {
    const { value, done } = await reader.read()
    if (done) throw new Error(`The body ended before "${text}"`)
    seen += decoder.decode(value, { stream: true })
  }
  return seen
}

/** What a test opens when the time has come. */
export function aGate(): { opened: Promise<void>; open(): void } {
  const { promise, resolve } = Promise.withResolvers<void>()
  return { opened: promise, open: () => resolve() }
}

export function times<T>(count: number, make: (index: number) => T): T[] {
  return Array.from({ length: count }, (_, index) => make(index))
}

export async function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
}
