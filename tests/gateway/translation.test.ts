// A translation is bound to the office's terms and must hold its figures: a locked term goes out as a placeholder, and an
// answer that lost something is asked for once more, at no charge.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { aGateway, asking, readUntil, textOf, type TestGateway, type TestOffice } from './gateway.ts'
import { publish } from './registering.ts'
import { anUpstream, neverAnswers, says, type Script, type Upstream } from './upstream.ts'

let gateway: TestGateway
let upstream: Upstream
let office: TestOffice

beforeAll(async () => {
  upstream = await anUpstream()
  gateway = await aGateway({ PENDAMPING_UPSTREAM: upstream.url })
  const term = { term: 'Kelurahan', translation: 'urban village (kelurahan)', language: 'en', locked: true }
  const loose = { term: 'loket aduan', translation: 'complaints desk', language: 'en', locked: false }
  const other = { term: 'Kelurahan', translation: '街道办', language: 'zh', locked: true }
  await publish(gateway, { rules: { glossary: [term, loose, other] } })
})
beforeEach(async () => {
  office = await gateway.office()
})
afterAll(async () => {
  await gateway.end()
  await upstream.end()
})

const source = 'Warga Kelurahan Melati diundang ke kelurahan pada 18 November 2026 di loket aduan.'
const good = 'Residents of ⟦ISTILAH-1⟧ Melati are invited to the ⟦ISTILAH-1⟧ on 18 November 2026.'
const without = 'Residents of Melati ward are invited on 18 November 2026.'

const translating = (more: object = {}, metadata: object = {}) =>
  asking(source, { model: 'translate', metadata: { target: 'en', ...metadata }, ...more })

/** The first request gets the first answer, and so on. */
function inTurn(...answers: string[]): Script {
  let at = 0
  return (reply, request) => says(answers[at++] ?? 'Lagi.')(reply, request)
}

async function whole(body: object): Promise<string> {
  const answer = await gateway.chat(office.key, body)
  const { choices } = (await answer.json()) as { choices: { message: { content: string } }[] }
  return choices[0]!.message.content
}

describe('a locked term', () => {
  it('goes out as a placeholder, and comes back as the office writes it, whatever the model thinks of it', async () => {
    upstream.answers(says(good))
    expect(await whole(translating())).toBe(
      'Residents of urban village (kelurahan) Melati are invited to the urban village (kelurahan) on 18 November 2026.',
    )
    const [system, user] = upstream.requests[0]!.body.messages.map(({ content }) => content)
    expect(user).toContain('Warga ⟦ISTILAH-1⟧ Melati diundang ke ⟦ISTILAH-1⟧ pada')
    expect(system).toContain('⟦ISTILAH-1⟧ berarti "urban village (kelurahan)"')
  })

  it('of another language is not in the prompt, and a loose one is advice (R19: only what stands in the text)', async () => {
    upstream.answers(says(good))
    await whole(translating())
    const system = upstream.requests[0]!.body.messages[0]!.content
    expect(system).toContain('loket aduan → complaints desk')
    expect(system).not.toContain('街道办')
    upstream.answers(says('Good morning.'))
    await whole(asking('Selamat pagi semua warga.', { model: 'translate', metadata: { target: 'en' } }))
    expect(upstream.requests[0]!.body.messages[0]!.content).not.toContain('complaints desk')
  })

  it('in the form of ours, written by a citizen, opens nothing', async () => {
    const text = `Kode ⟦ISTILAH-1⟧ di Kelurahan.`
    upstream.answers(says('The code ⟦ISTILAH-1⟧ at the ⟦ISTILAH-2⟧.'))
    expect(await whole(asking(text, { model: 'translate', metadata: { target: 'en' } }))).toBe(
      'The code ⟦ISTILAH-1⟧ at the urban village (kelurahan).',
    )
  })
})

describe('signs that nobody sees', () => {
  it('put no mark together: what a citizen hid in a word is no term of ours', async () => {
    upstream.answers(says('Money from the ⟦ISTILAH-1⟧.'))
    await whole(
      asking('Uang dari ⟦ISTI\u2060LAH-1⟧, bukan Kelurahan.', {
        model: 'translate',
        metadata: { target: 'en' },
      }),
    )
    const user = upstream.requests[0]!.body.messages[1]!.content
    const marks = user.match(/⟦ISTILAH-\d⟧/g) ?? []
    expect(new Set(marks).size).toBe(marks.length)
  })

  it('a slot that holds a hidden number comes back whole', async () => {
    upstream.answers(says('Call ⟦ISIAN-1⟧.'))
    const text = 'Hubungi {{nomor 0812-9876-5432}}.'
    expect(await whole(asking(text, { model: 'translate', metadata: { target: 'en' } }))).toBe(
      'Call {{nomor 0812-9876-5432}}.',
    )
  })
})

describe('an answer that lost something', () => {
  it('counts with all its tokens, and as one action, also where its reader leaves before the better one', async () => {
    upstream.answers(inTurn(without, good))
    await whole(translating())
    const both = await gateway.usage(office.key)
    expect([both.actions.used, both.tokens.used]).toEqual([1, 240])
    let at = 0
    upstream.answers((to, request) => (at++ === 0 ? says(without)(to, request) : neverAnswers(to, request)))
    const answer = await gateway.chat(office.key, translating({ stream: true }, { anew: 'ya' }))
    const reader = answer.body!.getReader()
    await readUntil(reader, ': ulang')
    await reader.cancel()
    await expect.poll(async () => (await gateway.usage(office.key)).tokens.used).toBeGreaterThan(240 + 100)
    expect((await gateway.usage(office.key)).actions.used).toBe(2)
  })

  it.each([
    ['a locked term', without],
    ['a figure', good.replace('18', '81')],
    ['its language', source],
  ])('%s: is asked for once more, and one action is charged', async (_, first) => {
    upstream.answers(inTurn(first, good))
    expect(await whole(translating())).toContain('18 November 2026')
    expect(upstream.requests).toHaveLength(2)
    expect((await gateway.usage(office.key)).actions.used).toBe(1)
  })

  it('twice goes out as it is: the panel shows what is missing', async () => {
    upstream.answers(inTurn(without, without, good))
    expect(await whole(translating())).toBe(without)
    expect(upstream.requests).toHaveLength(2)
  })

  it('in a stream is taken back where the reader knows how, with a comment before the better one', async () => {
    upstream.answers(inTurn(without, good))
    const answer = await gateway.chat(office.key, translating({ stream: true }, { anew: 'ya' }))
    const text = await answer.text()
    const [before = '', after = ''] = text.split(': ulang\n\n')
    expect(textOf(before)).toBe(without)
    expect(textOf(after)).toContain('urban village (kelurahan) Melati')
    expect(text.match(/\[DONE\]/g)).toHaveLength(1)
    expect((await gateway.usage(office.key)).actions.used).toBe(1)
  })

  it('in a stream of any other client stands, for it was read already', async () => {
    upstream.answers(inTurn(without, good))
    const answer = await gateway.chat(office.key, translating({ stream: true }))
    expect(textOf(await answer.text())).toBe(without)
    expect(upstream.requests).toHaveLength(1)
  })
})
