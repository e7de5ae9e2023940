// `npm run bench:gateway`: what the gateway adds to a bare pass-through Worker in the same workerd, and how it stands
// beside Portkey's. All run at once and take turns, request by request, so that what else the machine does meets all
// alike; only ratios and differences mean anything. Budgets: design §6.
import { Agent, request } from 'node:http'
import {
  collectGarbage,
  cpuSeconds,
  memory,
  ourGateway,
  passThrough,
  portkey,
  startUpstream,
  type Target,
} from './targets.ts'

const rounds = Number(process.env.BENCH_ROUNDS ?? 12)
const warmUp = 6
const offices = 40
const chunks = 100
const agent = new Agent({ keepAlive: true, maxSockets: 200 })

const person = 'Nama: Siti Aminah, NIK 3671015508870003, HP 0812-3456-7890, Jl. Melati No. 12 RT 03/RW 04. '
const sentence = 'Lampu jalan di depan pasar padam sejak Senin malam dan warga mohon segera diperbaiki. '
const small = 'Lampu jalan di Jalan Melati padam sejak Senin.'
const large = (person + sentence.repeat(3)).repeat(100).slice(0, 30_000)

interface Seen {
  /** ms until the first byte of the body, and until its end. */
  first: number
  whole: number
}

function ask(target: Target, text: string, stream: boolean, office = 0): Promise<Seen> {
  const body = JSON.stringify({ model: target.model, stream, messages: [{ role: 'user', content: text }] })
  const headers = {
    'content-type': 'application/json',
    'content-length': String(Buffer.byteLength(body)),
    ...target.headers[office % target.headers.length],
  }
  const begun = performance.now()
  return new Promise((resolve, reject) => {
    const sent = request(
      `${target.url}/v1/chat/completions`,
      { method: 'POST', headers, agent },
      (answer) => {
        let first = 0
        if (answer.statusCode !== 200) reject(new Error(`${target.name}: ${answer.statusCode}`))
        answer.on('data', () => (first ||= performance.now() - begun))
        answer.on('end', () => resolve({ first, whole: performance.now() - begun }))
      },
    )
    sent.on('error', reject)
    sent.end(body)
  })
}

interface Shape {
  name: string
  /** How many requests a turn has, at once or one after the other. */
  requests: number
  atOnce: boolean
  send(target: Target, at: number): Promise<Seen>
}

const shapes: Shape[] = [
  { name: 'small request', requests: 60, atOnce: false, send: (to) => ask(to, small, false) },
  {
    name: 'stream of 100 chunks',
    requests: 15,
    atOnce: false,
    send: (to) => ask(to, `panjang ${small}`, true),
  },
  { name: '30 KB with personal data', requests: 10, atOnce: false, send: (to) => ask(to, large, false) },
  { name: '64 streams at once', requests: 64, atOnce: true, send: (to) => ask(to, `panjang ${small}`, true) },
  { name: '40 keys at once', requests: 200, atOnce: true, send: (to, at) => ask(to, small, false, at) },
]

interface Measured {
  first: number[]
  whole: number[]
  cpu: number
  requests: number
}

/** Takes turns, so that no target has the quiet minutes to itself. */
async function measure(targets: Target[], shape: Shape): Promise<Map<string, Measured>> {
  const found = new Map<string, Measured>()
  for (let round = -warmUp; round < rounds; round += 1) {
    for (const target of targets) {
      const cpu = cpuSeconds(target.pid)
      const seen: Seen[] = []
      if (shape.atOnce) {
        seen.push(
          ...(await Promise.all(Array.from({ length: shape.requests }, (_, at) => shape.send(target, at)))),
        )
      } else {
        for (let at = 0; at < shape.requests; at += 1) seen.push(await shape.send(target, at))
      }
      // The first turns warm up.
      if (round < 0) continue
      const known = found.get(target.name) ?? { first: [], whole: [], cpu: 0, requests: 0 }
      known.first.push(...seen.map(({ first }) => first))
      known.whole.push(...seen.map(({ whole }) => whole))
      known.cpu += cpuSeconds(target.pid) - cpu
      known.requests += shape.requests
      found.set(target.name, known)
    }
  }
  return found
}

const median = (values: number[]) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN
const ms = (value: number) => `${value.toFixed(3)} ms`.padStart(11)

function report({ name }: Shape, found: Map<string, Measured>): void {
  console.log(`\n${name}`)
  console.log('                  first byte       whole   CPU/request   added/chunk')
  const [bare] = found.values()
  const rest = ({ first, whole }: Measured) => median(whole) - median(first)
  for (const [target, measured] of found) {
    const cpu = (measured.cpu / measured.requests) * 1000
    const perChunk = bare && name.startsWith('stream') ? ms((rest(measured) - rest(bare)) / chunks) : ''
    console.log(
      `  ${target.padEnd(14)}${ms(median(measured.first))} ${ms(median(measured.whole))}   ${ms(cpu)}   ${perChunk}`,
    )
  }
  const [ours, theirs] = [found.get('Pendamping'), found.get('Portkey')]
  if (ours && bare)
    console.log(`  added at the median: ${ms(median(ours.whole) - median(bare.whole)).trim()}`)
  if (ours && theirs)
    console.log(`  requests per CPU second: ${(theirs.cpu / ours.cpu).toFixed(2)} times Portkey's`)
}

const upstream = await startUpstream()
const targets = [await passThrough(upstream.url), await ourGateway(upstream.url, offices)]
const peer = await portkey(upstream.url)
if (peer) targets.push(peer)
const ours = targets[1]!
try {
  // `npm run bench:gateway -- stream` measures the shapes with that word in their name.
  const wanted = shapes.filter(({ name }) => name.includes(process.argv[2] ?? ''))
  for (const shape of wanted) report(shape, await measure(targets, shape))
  console.log('\nmemory of the gateway (MB), each after 2,000 further requests')
  // V8 lets garbage lie while there is memory, so what grows before a collection says nothing; after one it must not.
  const seen: number[] = []
  const collected: [heap: number, all: number][] = []
  for (let turn = 0; turn < 6; turn += 1) {
    for (let at = 0; at < 40; at += 1)
      await Promise.all(Array.from({ length: 50 }, (_, key) => ask(ours, small, key % 5 === 0, key)))
    seen.push(memory(ours.pid))
    collected.push([await collectGarbage(ours.inspectorPort!), memory(ours.pid)])
  }
  console.log(`  before collection    ${seen.map((value) => value.toFixed(0)).join('  ')}`)
  for (const [at, name] of ['heap, collected', 'all, collected'].entries())
    console.log(`  ${name.padEnd(20)} ${collected.map((pair) => pair[at]!.toFixed(0)).join('  ')}`)
} finally {
  await Promise.all(targets.map((target) => target.end()))
  upstream.end()
  agent.destroy()
}
