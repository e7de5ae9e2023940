// `npm run eval -- --upstream`: a model on a real socket, measured beside the engine without one.
import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { summariesOf } from '../eval/acts.ts'
import { run } from '../eval/run.ts'
import { readSet, sample } from '../eval/set.ts'
import { upstream as askedAs } from '../eval/upstream.ts'
import {
  anUpstream,
  chunk,
  neverAnswers,
  refuses,
  says,
  sends,
  type Script,
  type SeenRequest,
  type Upstream,
} from './upstream.ts'

const key = 'kunci-rahasia-4711'
let server: Upstream
beforeAll(async () => {
  server = await anUpstream()
})
afterAll(() => server.end())

const root = join(import.meta.dirname, '../..')

interface Ran {
  code: number
  out: string
  err: string
}

function evaluate(...words: string[]): Promise<Ran> {
  const env = { ...process.env, MODEL_KEY: key, OPENAI_API_KEY: 'kunci-lain', OPENAI_ORG_ID: 'org-lain' }
  const args = [
    'tests/eval/eval.ts',
    '--upstream',
    server.url,
    '--key-env',
    'MODEL_KEY',
    '--limit',
    '6',
    ...words,
  ]
  return new Promise((resolve) => {
    execFile(process.execPath, args, { cwd: root, env }, (error, out, err) =>
      resolve({ code: error ? Number(error.code) : 0, out, err }),
    )
  })
}

/** @returns the cells of the line that begins so */
function cells(out: string, name: string): string[] {
  const line = out.split('\n').find((one) => one.startsWith(name)) ?? ''
  return line.slice(name.length).trim().split(/ {2,}/)
}

describe('a model that is measured', () => {
  const made = 'Pokok masalah: lampu mati sejak 31 Februari 2031\nLokasi: tidak disebut'
  const rajin = says(made, { in: 1000, out: 50 })
  const bisu = says('', { in: 1000, out: 500 })
  let ran: Ran
  let asked: SeenRequest
  beforeAll(async () => {
    server.answers((reply, request) => (request.body.model === 'rajin' ? rajin : bisu)(reply, request))
    ran = await evaluate('--model', 'rajin', '--model', 'bisu', '--price-in', '2000', '--price-out', '8000')
    asked = await server.asked()
  })

  it('stands in a column of its own beside the engine, with its faults, its cost and its failures', () => {
    const { code, out, err } = ran
    expect([code, err]).toEqual([0, ''])
    expect(cells(out, ' ')).toEqual(['tanpa model', 'rajin', 'bisu'])
    expect(cells(out, 'angka atau tanggal karangan')).toEqual(['0', '6', '0'])
    expect(cells(out, 'LAYANAN')).toEqual(['rajin', 'bisu'])
    const [acts, again] = ['tindakan', 'diminta dua kali'].map((name) => cells(out, name).map(Number))
    expect(cells(out, '  gagal: jawaban kosong')).toEqual(['0', String(acts![1])])
    expect(again![1]).toBe(acts![1])
    expect(cells(out, 'biaya per 100 tindakan')[1]).toBe('Rp1.200')
    expect(out.trimEnd().split('\n').at(-1)).toBe('fakta karangan: 0 (tanpa model)')
  })

  it('is asked with the key that was named and no other, by the words of the helper, without warmth', () => {
    const { headers, raw } = asked
    expect(headers.authorization).toBe(`Bearer ${key}`)
    expect(headers['openai-organization']).toBeUndefined()
    expect(JSON.parse(raw)).toMatchObject({ model: 'rajin', temperature: 0, stream: true })
    expect(raw).toContain('<<<TEKS_SUMBER>>>')
  })

  it('has its address told, and its key kept', () => {
    expect(ran.out).toContain(`dikirim ke ${new URL(server.url).host} dan tidak ke tempat lain.`)
    expect(ran.out + ran.err).not.toContain(key)
  })

  it('is given up where it refuses from the start, without a word of what it said', async () => {
    server.answers(refuses(401))
    const answerer = askedAs({ url: server.url, model: 'rajin', key, patience: 5000 })
    await expect(run(answerer, summariesOf(sample(readSet(), 5)), 2, null)).rejects.toThrow(
      'rajin: server tidak terhubung atau menolak. Periksa alamat, kunci, dan nama model.',
    )
    expect(server.requests.length).toBeLessThan(5)
  })
})

describe('an answer that fails', () => {
  const [act] = summariesOf(sample(readSet(), 1))
  const answerOf = (script: Script, patience = 5000) => {
    server.answers(script)
    return askedAs({ url: server.url, model: 'x', key: undefined, patience }).answer(act!)
  }

  it.each<[string, Script]>([
    ['empty', says('')],
    ['refused', refuses(400)],
    ['cutOff', sends(chunk({ content: 'Pokok' }), chunk({}, 'length'), '[DONE]')],
    ['cutOff', sends(chunk({ content: 'Pokok' }))],
    ['malformed', sends({ error: { message: 'x' } })],
  ])('is called %s', async (failure, script) => {
    expect((await answerOf(script)).failure).toBe(failure)
  })

  it('is called late when nothing comes in time', async () => {
    expect(await answerOf(neverAnswers, 60)).toMatchObject({ failure: 'timeout', text: '', tokensIn: 0 })
  })
})
