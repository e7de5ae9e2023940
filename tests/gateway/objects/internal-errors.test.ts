// What happens when the program itself is wrong: nothing of the content is told, and nobody pays.
import { env } from 'cloudflare:workers'
import { afterEach, describe, expect, it, vi } from 'vitest'
import gateway from '../../../gateway/src/index.ts'
import { metered, type Counted } from '../../../gateway/src/upstreams/answer.ts'
import type { UpstreamEvent } from '../../../gateway/src/upstreams/upstream.ts'

afterEach(() => void vi.restoreAllMocks())

/** Asks a gateway whose city throws this message. */
async function answerWhen(message: string): Promise<{ answer: Response; logged: string }> {
  const lines: unknown[] = []
  vi.spyOn(console, 'error').mockImplementation((...line) => void lines.push(...line))
  const getByName = () => {
    throw new Error(message)
  }
  const key = `pdp_kominfo_abcdefghij_${'A'.repeat(43)}`
  const answer = await gateway.request(
    '/v1/usage',
    { headers: { authorization: `Bearer ${key}` } },
    { ...env, CITY: { getByName } },
  )
  return { answer, logged: lines.map(String).join('\n') }
}

describe('an error of the program', () => {
  it('is an answer in OpenAI form, with an id and without a word of it', async () => {
    const { answer } = await answerWhen('kenari')
    const body = await answer.text()
    expect(answer.status).toBe(500)
    expect(answer.headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/)
    expect(JSON.parse(body)).toMatchObject({ error: { code: 'internal', type: 'api_error', param: null } })
    expect(body).not.toContain('kenari')
  })

  it('is one line in the log: the request id and the place', async () => {
    const { answer, logged } = await answerWhen('kenari')
    expect(logged).toContain(answer.headers.get('x-request-id'))
    expect(logged).toMatch(/\n\s+at /)
  })

  it.each(['kenari at position 3', 'kenari\n at kenari', 'kenari\nlihat at kenari'])(
    'never has its message in the log: %j',
    async (message) => {
      const { logged } = await answerWhen(message)
      expect(logged).not.toContain('kenari')
    },
  )
})

describe('an error in the middle of an answer', () => {
  async function countedAfter(events: () => AsyncGenerator<UpstreamEvent>): Promise<Counted[]> {
    const counted: Counted[] = []
    const settle = async (found: Counted) => void counted.push(found)
    await Array.fromAsync(metered(events(), { promptText: 'abc', maxTokens: 100, settle })).catch(
      () => undefined,
    )
    return counted
  }

  it('settles once, and is not taken for a client that left', async () => {
    const counted = await countedAfter(async function* () {
      yield { kind: 'text', text: 'abcdef' }
      throw new Error('kenari')
    })
    expect(counted).toEqual([{ outcome: 'internal', tokensIn: 1, tokensOut: 2, charsOut: 6, started: true }])
  })

  it('settles once when the answer is whole', async () => {
    const counted = await countedAfter(async function* () {
      yield { kind: 'text', text: 'abcdef' }
      yield { kind: 'end', cutOff: false, tokens: { in: 5, out: 6 } }
    })
    expect(counted).toEqual([{ outcome: 'answered', tokensIn: 5, tokensOut: 6, charsOut: 6, started: true }])
  })
})
