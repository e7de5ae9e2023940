// The official client, pointed at the gateway: what works with it works with every script that an office has.
import OpenAI, {
  APIError,
  AuthenticationError,
  BadRequestError,
  InternalServerError,
  NotFoundError,
  PermissionDeniedError,
  RateLimitError,
} from 'openai'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aGateway, type TestGateway } from './gateway.ts'
import { anUpstream, chunk, refuses, says, type Upstream } from './upstream.ts'

let gateway: TestGateway
let upstream: Upstream

beforeAll(async () => {
  upstream = await anUpstream()
  gateway = await aGateway({
    PENDAMPING_UPSTREAM: upstream.url,
    PENDAMPING_UPSTREAM_KEY: 'kunci-hulu',
    PENDAMPING_UPSTREAM_MODEL: 'model-hulu',
  })
})
afterAll(async () => {
  await gateway.end()
  await upstream.end()
})

function clientWith(apiKey: string): OpenAI {
  return new OpenAI({ baseURL: `${gateway.url}/v1`, apiKey, maxRetries: 0 })
}

async function aClient(limits = {}): Promise<OpenAI> {
  return clientWith((await gateway.office(limits)).key)
}

function summarise(content: string): OpenAI.ChatCompletionCreateParamsNonStreaming {
  return { model: 'summarise', messages: [{ role: 'user', content }] }
}

/** @returns what the call threw. */
async function thrown(call: Promise<unknown>): Promise<unknown> {
  return call.then(
    () => 'nothing was thrown',
    (error: unknown) => error,
  )
}

describe('the official OpenAI client', () => {
  it('lists the helpers as models', async () => {
    const client = await aClient()
    const models = await client.models.list()
    expect(models.data.map((model) => model.id)).toEqual([
      'summarise',
      'translate',
      'reply',
      'improve',
      'compose',
      'recipe',
    ])
  })

  it('gets a whole answer, with counts', async () => {
    upstream.answers(says(['Jalan ', 'rusak.'], { in: 100, out: 20 }))
    const client = await aClient()
    const answer = await client.chat.completions.create(summarise('Jalan rusak di depan pasar.'))
    expect(answer).toMatchObject({
      object: 'chat.completion',
      model: 'summarise',
      choices: [{ index: 0, message: { role: 'assistant', content: 'Jalan rusak.' }, finish_reason: 'stop' }],
      usage: { prompt_tokens: 100, completion_tokens: 20, total_tokens: 120 },
    })
  })

  it('gets a streamed answer piece by piece', async () => {
    upstream.answers(says(['Jalan ', 'rusak ', 'berat.']))
    const client = await aClient()
    const stream = await client.chat.completions.create({ ...summarise('Jalan rusak.'), stream: true })
    let text = ''
    const finishes: string[] = []
    for await (const { choices } of stream) {
      text += choices[0]?.delta.content ?? ''
      if (choices[0]?.finish_reason) finishes.push(choices[0].finish_reason)
    }
    expect(text).toBe('Jalan rusak berat.')
    expect(finishes).toEqual(['stop'])
  })

  it('gets nearly all of a burst while the model stops behind it', async () => {
    const words = Array.from({ length: 60 }, (_, at) => `kata${at} `)
    const goOn = Promise.withResolvers<void>()
    upstream.answers(async (reply) => {
      for (const word of words) await reply.frame(chunk({ content: word }))
      await goOn.promise
      await reply.frame(chunk({}, 'stop'))
      await reply.frame('[DONE]')
      reply.end()
    })
    const client = await aClient()
    const stream = await client.chat.completions.create({ ...summarise('Jalan rusak.'), stream: true })
    let text = ''
    for await (const { choices } of stream) {
      text += choices[0]?.delta.content ?? ''
      if (text.split(' ').length > words.length - 8) goOn.resolve()
    }
    expect(text).toBe(words.join(''))
  })

  it('gets the counts as the last chunk when it asks for them', async () => {
    upstream.answers(says('Baik.', { in: 31, out: 7 }))
    const client = await aClient()
    const stream = await client.chat.completions.create({
      ...summarise('Jalan rusak.'),
      stream: true,
      stream_options: { include_usage: true },
    })
    const chunks = await Array.fromAsync(stream)
    expect(chunks.at(-1)).toMatchObject({
      choices: [],
      usage: { prompt_tokens: 31, completion_tokens: 7, total_tokens: 38 },
    })
  })

  it('gets no chunk without a choice when it did not ask for counts', async () => {
    upstream.answers(says('Baik.'))
    const client = await aClient()
    const stream = await client.chat.completions.create({ ...summarise('Jalan rusak.'), stream: true })
    const chunks = await Array.fromAsync(stream)
    expect(chunks.filter((chunk) => chunk.choices.length === 0)).toEqual([])
  })

  it('sends and gets any script and emoji unharmed', async () => {
    upstream.answers(says(['Terima kasih 🙏 ', '您好，', ' السلام عليكم', ' é']))
    const client = await aClient()
    const answer = await client.chat.completions.create(summarise('Naïve — “kutipan” 🙏 您好'))
    expect(answer.choices[0]?.message.content).toBe('Terima kasih 🙏 您好， السلام عليكم é')
    expect(upstream.requests[0]?.raw).toContain('Naïve — “kutipan” 🙏 您好')
  })

  it('passes its options in metadata, as the reply shows in the prompt', async () => {
    upstream.answers(says('Baik.'))
    const client = await aClient()
    await client.chat.completions.create({
      ...summarise('Lampu jalan mati.'),
      model: 'reply',
      metadata: { status: 'dikerjakan', max_chars: '417' },
    })
    expect(upstream.requests[0]?.body.messages[0]?.content).toContain('417')
  })

  it.each(['max_tokens', 'max_completion_tokens'])('may ask for a shorter answer by %s', async (field) => {
    upstream.answers(says('Baik.'))
    const client = await aClient()
    await client.chat.completions.create({ ...summarise('Lampu jalan mati.'), [field]: 40 })
    expect(upstream.requests[0]?.body.max_tokens).toBe(40)
  })

  it('may not ask for a longer answer than the helper gives', async () => {
    upstream.answers(says('Baik.'))
    const client = await aClient()
    await client.chat.completions.create(summarise('Lampu jalan mati.'))
    await client.chat.completions.create({ ...summarise('Lampu jalan mati.'), max_tokens: 1_000_000 })
    const [own, asked] = upstream.requests
    expect(asked?.body.max_tokens).toBe(own?.body.max_tokens)
  })

  it("never shows the caller's key to the upstream, which gets the city's own", async () => {
    upstream.answers(says('Baik.'))
    const { key } = await gateway.office()
    await clientWith(key).chat.completions.create(summarise('Lampu jalan mati.'))
    const seen = upstream.requests[0]
    expect(seen?.headers.authorization).toBe('Bearer kunci-hulu')
    expect(seen?.body.model).toBe('model-hulu')
    expect(JSON.stringify(seen?.headers) + seen?.raw).not.toContain(key)
  })
})

describe('errors as the official client knows them', () => {
  it('an unknown key is an AuthenticationError', async () => {
    const { key } = await gateway.office()
    const wrong = key.slice(0, -4) + (key.endsWith('AAAA') ? 'BBBB' : 'AAAA')
    const error = await thrown(clientWith(wrong).chat.completions.create(summarise('Halo warga')))
    expect(error).toBeInstanceOf(AuthenticationError)
    expect(error).toMatchObject({ status: 401, code: 'key_unknown', type: 'authentication_error' })
  })

  it('an unknown helper is a NotFoundError', async () => {
    const client = await aClient()
    const error = await thrown(client.chat.completions.create({ ...summarise('Halo'), model: 'gpt-4o' }))
    expect(error).toBeInstanceOf(NotFoundError)
    expect(error).toMatchObject({ status: 404, code: 'unknown_model', param: 'model' })
  })

  it('a wrong option is a BadRequestError that names it', async () => {
    const client = await aClient()
    const ask = { ...summarise('Halo'), metadata: { length: 'raksasa' } }
    const error = await thrown(client.chat.completions.create(ask))
    expect(error).toBeInstanceOf(BadRequestError)
    expect(error).toMatchObject({ status: 400, code: 'invalid_request', param: 'metadata.length' })
  })

  it('a spent quota is a RateLimitError', async () => {
    const client = await aClient({ key: { actionsPerDay: 0 } })
    const error = await thrown(client.chat.completions.create(summarise('Halo')))
    expect(error).toBeInstanceOf(RateLimitError)
    expect(error).toMatchObject({ status: 429, code: 'day_quota_spent', type: 'rate_limit_error' })
  })

  it('a secret letter is a PermissionDeniedError', async () => {
    const client = await aClient()
    const error = await thrown(client.chat.completions.create(summarise('Sifat: Rahasia\nIsi surat.')))
    expect(error).toBeInstanceOf(PermissionDeniedError)
    expect(error).toMatchObject({ status: 403, code: 'class_refused', type: 'permission_error' })
  })

  it('an upstream that fails is an InternalServerError', async () => {
    upstream.answers(refuses(500))
    const client = await aClient()
    const error = await thrown(client.chat.completions.create(summarise('Halo')))
    expect(error).toBeInstanceOf(InternalServerError)
    expect(error).toMatchObject({ status: 502, code: 'upstream_unreachable', type: 'upstream_error' })
  })

  it('carries the request id, and a sentence in Indonesian with the next step', async () => {
    const client = await aClient({ key: { actionsPerDay: 0 } })
    const error = await thrown(client.chat.completions.create(summarise('Halo')))
    expect(error).toBeInstanceOf(APIError)
    expect(error).toMatchObject({
      requestID: expect.stringMatching(/^[0-9a-f-]{36}$/),
      message:
        '429 Kuota Anda hari ini sudah habis. Kuota terisi lagi pukul 00.00 WIB. Bila mendesak, hubungi admin TI. Terpakai 0 dari 0.',
    })
  })

  it("does not try again by itself when a day's quota is spent", async () => {
    const { key } = await gateway.office({ key: { actionsPerDay: 0 } })
    let calls = 0
    const client = new OpenAI({
      baseURL: `${gateway.url}/v1`,
      apiKey: key,
      fetch: (...args: Parameters<typeof fetch>) => {
        calls += 1
        return fetch(...args)
      },
    })
    await thrown(client.chat.completions.create(summarise('Halo')))
    expect(calls).toBe(1)
  })
})
