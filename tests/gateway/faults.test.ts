// What upstreams do wrong, and what a client sees of it: the right code and status while headers can still be sent, an
// error frame afterwards, nothing charged for nothing, and no call left running for a client that has gone.
import OpenAI, { APIError } from 'openai'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import {
  aGate,
  aGateway,
  asking,
  errorOf,
  freePort,
  readUntil,
  textOf,
  times,
  type TestGateway,
} from './gateway.ts'
import {
  anUpstream,
  chunk,
  neverAnswers,
  refuses,
  roleChunk,
  says,
  sends,
  sendsBytes,
  usageChunk,
  wholeObject,
  type Reply,
  type Script,
  type Upstream,
} from './upstream.ts'

let upstream: Upstream
/** Waits long for its upstream. */
let gateway: TestGateway
/** Gives up after a fraction of a second. */
let impatient: TestGateway

beforeAll(async () => {
  upstream = await anUpstream()
  gateway = await aGateway({ PENDAMPING_UPSTREAM: upstream.url })
  impatient = await aGateway({
    PENDAMPING_UPSTREAM: upstream.url,
    PENDAMPING_FIRST_TOKEN_SECONDS: '0.3',
    PENDAMPING_IDLE_SECONDS: '0.3',
  })
})
afterAll(async () => {
  await gateway.end()
  await impatient.end()
  await upstream.end()
})

const complaint = 'Sampah menumpuk di pasar lama sejak pekan lalu.'
const streamed = asking(complaint, { stream: true })

describe('wire formats that real servers use', () => {
  const data = (object: object) => `data: ${JSON.stringify(object)}`
  const smile = new TextEncoder().encode(`${data(chunk({ content: 'Siap 🙏 é' }))}\n\n`)
  const cutAnywhere = Array.from(smile, (_, index) => smile.slice(index, index + 1))

  const accepted: [name: string, script: Script, text: string][] = [
    ['an ordinary stream', says(['Siap ', 'laksana.']), 'Siap laksana.'],
    [
      'CRLF line ends',
      sendsBytes(
        `${data(chunk({ content: 'Siap' }))}\r\n\r\n${data(chunk({}, 'stop'))}\r\n\r\ndata: [DONE]\r\n\r\n`,
      ),
      'Siap',
    ],
    [
      'CRLF cut between CR and LF',
      sendsBytes(
        `${data(chunk({ content: 'Siap' }))}\r`,
        `\n\r`,
        `\n${data(chunk({}, 'stop'))}\r\n\r\ndata: [DONE]\r\n\r\n`,
      ),
      'Siap',
    ],
    [
      'comments and keep-alives between frames',
      sendsBytes(
        ': OPENROUTER PROCESSING\n\n',
        ':\n\n',
        `event: message\nid: 1\n${data(chunk({ content: 'Siap' }))}\n\n`,
        ': ping\n\n',
        `${data(chunk({}, 'stop'))}\n\ndata: [DONE]\n\n`,
      ),
      'Siap',
    ],
    [
      'no blank after the colon',
      sendsBytes(`data:${JSON.stringify(chunk({ content: 'Siap' }, 'stop'))}\n\ndata:[DONE]\n\n`),
      'Siap',
    ],
    [
      'every byte in a network chunk of its own',
      async (reply) => {
        for (const byte of cutAnywhere) await reply.bytes(byte)
        await reply.frame(chunk({}, 'stop'))
        reply.end()
      },
      'Siap 🙏 é',
    ],
    [
      'null where others leave a field out',
      sends(
        { choices: null, usage: null, error: null },
        { choices: [{ delta: null, finish_reason: null }] },
        chunk({ content: 'Siap' }),
        { choices: [], usage: { prompt_tokens: 9, completion_tokens: 1 } },
        chunk({}, 'stop'),
      ),
      'Siap',
    ],
    ['no [DONE]', sends(roleChunk, chunk({ content: 'Siap' }), chunk({}, 'stop')), 'Siap'],
    ['no usage', sends(chunk({ content: 'Siap' }), chunk({}, 'stop'), '[DONE]'), 'Siap'],
    ['[DONE] without a finish reason', sends(chunk({ content: 'Siap' }), '[DONE]'), 'Siap'],
    [
      'a chain of thought, which is not part of the answer',
      sends(
        chunk({ role: 'assistant', reasoning_content: 'Warga ini mengeluh…' }),
        chunk({ content: null, reasoning_content: 'Jadi…' }),
        chunk({ content: '', reasoning: 'Maka…' }),
        chunk({ content: 'Siap' }),
        chunk({}, 'stop'),
        '[DONE]',
      ),
      'Siap',
    ],
    [
      'finish reason and usage in the chunk of the last piece',
      sends({ ...usageChunk(9, 1), ...chunk({ content: 'Siap' }, 'stop') }, '[DONE]'),
      'Siap',
    ],
    ['one JSON object in place of a stream', wholeObject('Siap'), 'Siap'],
  ]

  it.each(accepted)('%s', async (_, script, text) => {
    upstream.answers(script)
    const { key } = await gateway.office()
    const body = await (await gateway.chat(key, streamed)).text()
    expect(textOf(body)).toBe(text)
    expect(body).toMatch(/data: \[DONE\]\n\n$/)
  })

  it('an answer cut at the length limit says so', async () => {
    upstream.answers(sends(chunk({ content: 'Siap' }), chunk({}, 'length'), '[DONE]'))
    const { key } = await gateway.office()
    const answer = (await (await gateway.chat(key, complaint)).json()) as OpenAI.ChatCompletion
    expect(answer.choices[0]?.finish_reason).toBe('length')
  })

  it('a slow first token is waited for, with heartbeats in between', async () => {
    const gate = aGate()
    upstream.answers(async (reply, request) => {
      await gate.opened
      await says('Akhirnya.')(reply, request)
    })
    const { key } = await gateway.office()
    const answer = await gateway.chat(key, streamed)
    const reader = answer.body!.getReader()
    const waiting = await readUntil(reader, ': menunggu\n\n')
    gate.open()
    expect(textOf(waiting + (await readUntil(reader, '[DONE]')))).toBe('Akhirnya.')
  })
})

describe('the first token is waited for longer than the next', () => {
  const slowToBegin = { PENDAMPING_FIRST_TOKEN_SECONDS: '20', PENDAMPING_IDLE_SECONDS: '0.2' }

  it.each([
    ['headers', (reply: Reply) => reply.head(200, { 'content-type': 'text/event-stream' })],
    ['the role', (reply: Reply) => reply.frame(roleChunk)],
    ['a comment', (reply: Reply) => reply.bytes(': OPENROUTER PROCESSING\n\n')],
  ])('also when %s came at once', async (_, begin) => {
    const patient = await aGateway({ PENDAMPING_UPSTREAM: upstream.url, ...slowToBegin })
    const gate = aGate()
    upstream.answers(async (reply, request) => {
      await begin(reply)
      await gate.opened
      await says('Akhirnya.')(reply, request)
    })
    const { key } = await patient.office()
    const answer = await patient.chat(key, streamed)
    gate.open()
    const text = textOf(await answer.text())
    await patient.end()
    expect(text).toBe('Akhirnya.')
  })

  it.each([
    ['comments', (reply: Reply) => reply.bytes(': ping\n\n')],
    ['empty chunks', (reply: Reply) => reply.frame(roleChunk)],
  ])('and %s without end are no token', async (_, again) => {
    upstream.answers(async (reply) => {
      while (reply.open()) await again(reply)
    })
    const { key } = await impatient.office()
    const answer = await impatient.chat(key, streamed)
    expect(answer.status).toBe(504)
    expect((await errorOf(answer)).code).toBe('upstream_timeout')
  })

  it('a thought is a token: a model that thinks for long is alive', async () => {
    const thinking = { still: true }
    upstream.answers(async (reply, request) => {
      while (thinking.still) await reply.frame(chunk({ reasoning_content: 'Warga ini…' }))
      await says('Siap.')(reply, request)
    })
    const { key } = await impatient.office()
    // The headers come after the grace time, which is longer than this gateway waits for a token.
    const answer = await impatient.chat(key, streamed)
    thinking.still = false
    expect(textOf(await answer.text())).toBe('Siap.')
  })
})

describe('a connection that was kept, and is closed just as it is used', () => {
  it.each([true, false])('is asked anew, once (stream: %s)', async (stream) => {
    const { key } = await gateway.office()
    upstream.answers(says('Pertama.'))
    expect((await gateway.chat(key, asking(complaint, { stream }))).status).toBe(200)
    let calls = 0
    upstream.answers((reply, request) => {
      calls += 1
      return calls === 1 ? reply.tear() : says('Kedua.')(reply, request)
    })
    const answer = await gateway.chat(key, asking(complaint, { stream }))
    expect(answer.status).toBe(200)
    expect(await answer.text()).toContain('Kedua.')
    expect(upstream.requests).toHaveLength(2)
    expect(upstream.requests[1]?.raw).toBe(upstream.requests[0]?.raw)
    expect((await gateway.usage(key)).actions.used).toBe(2)
  })
})

describe('a fault before the first token is an HTTP error, and costs nothing', () => {
  const faults: [name: string, script: Script, status: number, code: string][] = [
    ['400', refuses(400), 502, 'upstream_refused'],
    ['401', refuses(401), 502, 'upstream_refused'],
    ['404', refuses(404), 502, 'upstream_refused'],
    ['429', refuses(429), 503, 'upstream_busy'],
    ['500', refuses(500), 502, 'upstream_unreachable'],
    ['503', refuses(503), 503, 'upstream_busy'],
    ['a redirect', refuses(307, { location: '/v1/elsewhere' }), 502, 'upstream_refused'],
    ['a torn connection before the headers', (reply) => reply.tear(), 502, 'upstream_unreachable'],
    [
      'a torn connection after the headers',
      async (reply) => {
        await reply.frame(roleChunk)
        reply.tear()
      },
      502,
      'upstream_unreachable',
    ],
    ['an empty text', says(''), 502, 'upstream_empty'],
    ['an object with an empty text', wholeObject(null), 502, 'upstream_empty'],
    ['an empty body', sends(), 502, 'upstream_malformed'],
    ['broken JSON in a frame', sendsBytes('data: {"choices": [{"delta"\n\n'), 502, 'upstream_malformed'],
    ['a frame that is no chunk', sends({ choices: 'tidak' }), 502, 'upstream_malformed'],
    ['a frame without end', sendsBytes(...times(40, () => 'x'.repeat(65_536))), 502, 'upstream_malformed'],
    ['an error object in the stream', sends({ error: { message: 'penuh' } }), 502, 'upstream_malformed'],
    [
      'a web page',
      async (reply) => {
        reply.head(200, { 'content-type': 'text/html' })
        await reply.bytes('<!doctype html><title>Masuk jaringan</title>')
        reply.end()
      },
      502,
      'upstream_malformed',
    ],
  ]
  const both = faults.flatMap(([name, ...rest]) =>
    [true, false].map((stream) => [name, stream, ...rest] as const),
  )

  it.each(both)('%s (stream: %s)', async (_, stream, script, status, code) => {
    upstream.answers(script)
    const { key } = await gateway.office()
    const answer = await gateway.chat(key, asking(complaint, { stream }))
    expect(answer.status).toBe(status)
    expect(await errorOf(answer)).toMatchObject({ code, type: 'upstream_error', param: null })
    expect(await gateway.usage(key)).toMatchObject({ actions: { used: 0 }, tokens: { used: 0 } })
  })

  it.each([true, false])('silence (stream: %s)', async (stream) => {
    upstream.answers(neverAnswers)
    const { key } = await impatient.office()
    const answer = await impatient.chat(key, asking(complaint, { stream }))
    expect(answer.status).toBe(504)
    expect((await errorOf(answer)).code).toBe('upstream_timeout')
    expect((await impatient.usage(key)).actions.used).toBe(0)
    await upstream.requests[0]!.left
  })

  it.each([true, false])('silence after the headers (stream: %s)', async (stream) => {
    upstream.answers((reply) => reply.head(200, { 'content-type': 'text/event-stream' }))
    const { key } = await impatient.office()
    const answer = await impatient.chat(key, asking(complaint, { stream }))
    expect(answer.status).toBe(504)
    expect((await errorOf(answer)).code).toBe('upstream_timeout')
    await upstream.requests[0]!.left
  })

  it('nobody listening', async () => {
    const nowhere = await aGateway({ PENDAMPING_UPSTREAM: `http://127.0.0.1:${await freePort()}/v1` })
    const { key } = await nowhere.office()
    const answer = await nowhere.chat(key, streamed)
    const used = (await nowhere.usage(key)).actions.used
    await nowhere.end()
    expect(answer.status).toBe(502)
    expect((await errorOf(answer)).code).toBe('upstream_unreachable')
    expect(used).toBe(0)
  })

  it("passes on the upstream's retry-after", async () => {
    upstream.answers(refuses(429, { 'retry-after': '17' }))
    const { key } = await gateway.office()
    expect((await gateway.chat(key, streamed)).headers.get('retry-after')).toBe('17')
  })

  it('names a time of its own where the upstream names none', async () => {
    upstream.answers(refuses(429, { 'retry-after': 'Wed, 21 Oct 2026 07:28:00 GMT' }))
    const { key } = await gateway.office()
    expect((await gateway.chat(key, streamed)).headers.get('retry-after')).toBe('5')
  })

  it('a redirect is not followed: the text goes only where it was approved to go', async () => {
    upstream.answers(refuses(307, { location: `${upstream.url}/elsewhere` }))
    const { key } = await gateway.office()
    await (await gateway.chat(key, streamed)).text()
    expect(upstream.requests.map((request) => request.path)).toEqual(['/v1/chat/completions'])
  })

  it("nothing of the upstream's own words reaches the client", async () => {
    upstream.answers(refuses(400))
    const { key } = await gateway.office()
    expect(await (await gateway.chat(key, streamed)).text()).not.toContain('ditolak hulu')
  })
})

describe('a fault after the stream has begun is a frame in it', () => {
  /** Streams with the official client, and tells what came and what was thrown. */
  async function streamWith(at: TestGateway, key: string) {
    const client = new OpenAI({ baseURL: `${at.url}/v1`, apiKey: key, maxRetries: 0 })
    let text = ''
    let error: unknown = null
    try {
      const stream = await client.chat.completions.create({
        model: 'summarise',
        messages: [{ role: 'user', content: complaint }],
        stream: true,
      })
      for await (const { choices } of stream) text += choices[0]?.delta.content ?? ''
    } catch (caught) {
      error = caught
    }
    return { text, error }
  }

  const breaks: [name: string, script: Script][] = [
    [
      'a torn connection',
      async (reply) => {
        await reply.frame(chunk({ content: 'Separuh ' }))
        reply.tear()
      },
    ],
    ['an end without finish reason', sends(chunk({ content: 'Separuh ' }))],
    [
      'an error object',
      sends(chunk({ content: 'Separuh ' }), { error: { message: 'kehabisan memori', code: 500 } }),
    ],
    ['broken JSON', sendsBytes(`data: ${JSON.stringify(chunk({ content: 'Separuh ' }))}\n\ndata: {"cho\n\n`)],
  ]

  it.each(breaks)('%s', async (_, script) => {
    upstream.answers(script)
    const { key } = await gateway.office()
    const { text, error } = await streamWith(gateway, key)
    expect(text).toBe('Separuh ')
    expect(error).toBeInstanceOf(APIError)
    expect(error).toMatchObject({ code: 'upstream_broke_off', type: 'upstream_error' })
    expect((await gateway.usage(key)).actions.used).toBe(1)
  })

  it('silence in mid-stream', async () => {
    upstream.answers((reply) => reply.frame(chunk({ content: 'Separuh ' })))
    const { key } = await impatient.office()
    const { text, error } = await streamWith(impatient, key)
    expect(text).toBe('Separuh ')
    expect(error).toMatchObject({ code: 'upstream_broke_off' })
    await upstream.requests[0]!.left
  })

  it('a stream that broke off does not say [DONE]', async () => {
    upstream.answers(sends(chunk({ content: 'Separuh ' })))
    const { key } = await gateway.office()
    expect(await (await gateway.chat(key, streamed)).text()).not.toContain('[DONE]')
  })

  it('an upstream that fails after the grace time, still before the first token: a frame, and nothing charged', async () => {
    const gate = aGate()
    upstream.answers(async (reply) => {
      await gate.opened
      reply.tear()
    })
    const { key } = await gateway.office()
    const answer = await gateway.chat(key, streamed)
    gate.open()
    expect(answer.status).toBe(200)
    expect(await answer.text()).toContain('"code":"upstream_unreachable"')
    expect(await gateway.usage(key)).toMatchObject({ actions: { used: 0 }, tokens: { used: 0 } })
  })

  it('a whole answer that breaks off is an error, not half an answer', async () => {
    upstream.answers(sends(chunk({ content: 'Separuh ' })))
    const { key } = await gateway.office()
    const answer = await gateway.chat(key, complaint)
    expect(answer.status).toBe(502)
    expect((await errorOf(answer)).code).toBe('upstream_broke_off')
  })
})

describe('a client that goes away ends the call to the upstream', () => {
  it('while the upstream is talking', async () => {
    upstream.answers(async (reply) => {
      while (reply.open()) await reply.frame(chunk({ content: 'kata ' }))
    })
    const { key } = await gateway.office()
    const reader = (await gateway.chat(key, streamed)).body!.getReader()
    await readUntil(reader, 'kata')
    await reader.cancel()
    await upstream.requests[0]!.left
  })

  it('while the upstream is silent in mid-stream', async () => {
    upstream.answers((reply) => reply.frame(chunk({ content: 'kata ' })))
    const { key } = await gateway.office()
    const reader = (await gateway.chat(key, streamed)).body!.getReader()
    await readUntil(reader, 'kata')
    await reader.cancel()
    await upstream.requests[0]!.left
  })

  it('while the upstream has said nothing, after our headers', async () => {
    upstream.answers(neverAnswers)
    const { key } = await gateway.office()
    const reader = (await gateway.chat(key, streamed)).body!.getReader()
    await readUntil(reader, ': menunggu')
    await reader.cancel()
    await upstream.requests[0]!.left
  })

  it('while the upstream has said nothing, before our headers', async () => {
    upstream.answers(neverAnswers)
    const { key } = await gateway.office()
    const client = new AbortController()
    const answer = gateway.chat(key, streamed, { signal: client.signal })
    const { left } = await upstream.asked()
    client.abort()
    await expect(answer).rejects.toThrow('aborted')
    await left
  })

  // workerd notices a client that left only when it writes to it, and a whole answer is written at its end. The time
  // limits bound such a call.
  it('when it waited for a whole answer: at the latest with the time limit, and nothing is charged', async () => {
    upstream.answers((reply) => reply.frame(chunk({ content: 'kata ' })))
    const { key } = await impatient.office()
    const client = new AbortController()
    const answer = impatient.chat(key, complaint, { signal: client.signal })
    const { left } = await upstream.asked()
    client.abort()
    await expect(answer).rejects.toThrow('aborted')
    await left
    await vi.waitFor(
      async () =>
        expect(await impatient.usage(key)).toMatchObject({ actions: { used: 0 }, tokens: { used: 0 } }),
      { timeout: 10_000 },
    )
  })
})
