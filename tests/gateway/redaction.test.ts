// R4 and R5: what the upstream receives holds no personal data, whatever way the text came in; what the client gets has
// them back, wherever the upstream cut them.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aGateway, asking, errorOf, textOf, times, type TestGateway, type TestOffice } from './gateway.ts'
import { anUpstream, chunk, echoes, says, type Upstream } from './upstream.ts'

let gateway: TestGateway
let upstream: Upstream
let office: TestOffice

beforeAll(async () => {
  upstream = await anUpstream()
  gateway = await aGateway({ PENDAMPING_UPSTREAM: upstream.url })
  office = await gateway.office()
})
afterAll(async () => {
  await gateway.end()
  await upstream.end()
})

const nik = '3671015508870003'
const phone = '0812-9876-5432'
const email = 'siti.rahma87@gmail.com'
const name = 'Siti Rahmawati'
const letter = `Nama: ${name}\nNIK: ${nik}\nHP ${phone}, surel ${email}.\nJalan di depan rumah rusak.`

/** Streams a text through the gateway. */
async function stream(text: string): Promise<string> {
  const answer = await gateway.chat(office.key, asking(text, { stream: true }))
  return textOf(await answer.text())
}

describe('what the upstream receives', () => {
  it.each([
    ['NIK', nik],
    ['phone number', phone],
    ['e-mail address', email],
    ['name after a cue', name],
  ])('holds no %s', async (_, value) => {
    upstream.answers(says('Baik.'))
    await stream(letter)
    expect(upstream.requests).toHaveLength(1)
    expect(upstream.requests[0]?.raw).not.toContain(value)
    expect(JSON.stringify(upstream.requests[0]?.headers)).not.toContain(value)
  })

  it('keeps the rest of the text as it was', async () => {
    upstream.answers(says('Baik.'))
    await stream(letter)
    expect(upstream.requests[0]?.body.messages.at(-1)?.content).toContain(
      'Nama: ⟦NAMA-1⟧\nNIK: ⟦NIK-1⟧\nHP ⟦TELEPON-1⟧, surel ⟦EMAIL-1⟧.\nJalan di depan rumah rusak.',
    )
  })

  it.each([
    ['array parts', [{ role: 'user', content: letter.split('\n').map((text) => ({ type: 'text', text })) }]],
    ['several messages', letter.split('\n').map((content) => ({ role: 'user', content }))],
  ])('holds none when the text comes as %s', async (_, messages) => {
    upstream.answers(says('Baik.'))
    const answer = await gateway.chat(office.key, { model: 'summarise', messages })
    expect(answer.status).toBe(200)
    for (const value of [nik, phone, email, name]) expect(upstream.requests[0]?.raw).not.toContain(value)
  })

  it.each(['summarise', 'translate', 'reply', 'improve', 'compose'])(
    'holds none when %s is asked',
    async (model) => {
      upstream.answers(says('Baik.'))
      await gateway.chat(office.key, asking(letter, { model }))
      // What lost something is asked for once more.
      const sent = upstream.requests.map(({ raw }) => raw).join('\n')
      expect(sent).toContain('⟦NIK-1⟧')
      for (const value of [nik, phone, email, name]) expect(sent).not.toContain(value)
    },
  )

  it('holds nothing of fields that are not the text', async () => {
    upstream.answers(says('Baik.'))
    const more = { user: email, metadata: { catatan: nik }, stop: [phone], prompt_cache_key: name, seed: 7 }
    await gateway.chat(office.key, asking('Jalan rusak.', more))
    expect(upstream.requests).toHaveLength(1)
    for (const value of [nik, phone, email, name]) expect(upstream.requests[0]?.raw).not.toContain(value)
  })
})

describe('what the client gets back', () => {
  it.each([true, false])('has all of it restored (stream: %s)', async (streaming) => {
    upstream.answers(echoes())
    const answer = await gateway.chat(office.key, asking(letter, { stream: streaming }))
    const text = streaming
      ? textOf(await answer.text())
      : ((await answer.json()) as { choices: [{ message: { content: string } }] }).choices[0].message.content
    expect(text).toContain(letter)
  })

  it.each(times('⟦NIK-1⟧'.length - 1, (index) => index + 1))(
    'is restored when the upstream cuts the placeholder after %i signs',
    async (cut) => {
      const placeholder = '⟦NIK-1⟧'
      upstream.answers(says([`Nomor ${placeholder.slice(0, cut)}`, `${placeholder.slice(cut)} dicatat.`]))
      expect(await stream(letter)).toBe(`Nomor ${nik} dicatat.`)
    },
  )

  it('is restored wherever the network cuts the bytes of the frames', async () => {
    const bytes = new TextEncoder().encode(`data: ${JSON.stringify(chunk({ content: '(⟦NIK-1⟧)' }))}\n\n`)
    const before = bytes.indexOf(new TextEncoder().encode('(')[0]!)
    for (const cut of times(12, (index) => before + index)) {
      upstream.answers(async (reply) => {
        await reply.bytes(bytes.slice(0, cut))
        await reply.bytes(bytes.slice(cut))
        await reply.frame(chunk({}, 'stop'))
        reply.end()
      })
      expect(await stream(letter)).toBe(`(${nik})`)
    }
  })

  it('keeps what was held back when the upstream stops in the middle of a placeholder', async () => {
    upstream.answers(says(['Nomor ', '⟦NI']))
    expect(await stream(letter)).toBe('Nomor ⟦NI')
  })

  it('never takes the first of many for the tenth', async () => {
    const phones = times(12, (index) => `0812-9876-54${String(index + 10)}`)
    const text = phones.map((number, index) => `Saksi ${index + 1}: HP ${number}`).join('\n')
    upstream.answers(echoes(5))
    expect(await stream(text)).toContain(text)
    expect(upstream.requests[0]?.raw).toContain('⟦TELEPON-12⟧')
  })

  it('has no original where the upstream makes up a placeholder', async () => {
    upstream.answers(says('Nomor ⟦NIK-2⟧ dan ⟦EMAIL-9⟧.'))
    expect(await stream(letter)).toBe('Nomor ⟦NIK-2⟧ dan ⟦EMAIL-9⟧.')
  })
})

describe('placeholders of the device', () => {
  it('reach the upstream untouched and come back untouched', async () => {
    upstream.answers(echoes(3))
    const text = 'Pelapor ⟦NAMA-1⟧ dengan NIK ⟦NIK-1⟧ melapor lagi.'
    expect(await stream(text)).toContain(text)
    expect(upstream.requests[0]?.raw).toContain(text)
  })

  it('are never mixed up with those of the gateway', async () => {
    upstream.answers(echoes(3))
    const text = `Pelapor ⟦NIK-1⟧, saksi NIK ${nik}.`
    expect(await stream(text)).toContain(text)
    expect(upstream.requests[0]?.raw).toContain('Pelapor ⟦NIK-1⟧, saksi NIK ⟦NIK-2⟧.')
  })
})

describe('a text marked as secret', () => {
  it.each([
    ['in a field', 'Nomor: 005/12\nSifat: Rahasia\nPerihal: Undangan'],
    ['alone on a line', 'PEMERINTAH KOTA\nS A N G A T  R A H A S I A\nNota dinas'],
  ])('is refused and reaches no upstream: %s', async (_, text) => {
    upstream.answers(says('Baik.'))
    const answer = await gateway.chat(office.key, text)
    expect(answer.status).toBe(403)
    expect((await errorOf(answer)).code).toBe('class_refused')
    expect(upstream.requests).toHaveLength(0)
  })

  it('is refused when the mark comes in a part of its own', async () => {
    upstream.answers(says('Baik.'))
    const content = ['Sifat: Rahasia', 'Isi surat.'].map((text) => ({ type: 'text', text }))
    const answer = await gateway.chat(office.key, {
      model: 'summarise',
      messages: [{ role: 'user', content }],
    })
    expect(answer.status).toBe(403)
    expect(upstream.requests).toHaveLength(0)
  })

  it('costs nothing', async () => {
    const { key } = await gateway.office()
    await gateway.chat(key, 'Sifat: Rahasia\nIsi surat.')
    expect((await gateway.usage(key)).actions.used).toBe(0)
  })

  it('passes when it only speaks of secrets', async () => {
    upstream.answers(says('Baik.'))
    const answer = await gateway.chat(office.key, 'Warga bertanya tentang rahasia dagang pedagang pasar.')
    expect(answer.status).toBe(200)
  })
})

describe('terms that the office never hides', () => {
  const put = (id: string, terms: string[]) => gateway.admin('PUT', `/offices/${id}/never-hide`, { terms })

  it('stay readable for the model, and stand in the policy for the panel', async () => {
    const own = await gateway.office()
    expect((await put(own.id, ['Budi Jaya'])).status).toBe(200)
    upstream.answers(says('Baik.'))
    await gateway.chat(own.key, 'Pelapor: Budi Jaya, HP 0812-9876-5432.')
    expect(upstream.requests[0]?.raw).toContain('Pelapor: Budi Jaya, HP ⟦TELEPON-1⟧.')
    const policy = await fetch(`${gateway.url}/v1/policy`, {
      headers: { authorization: `Bearer ${own.key}` },
    })
    expect(await policy.json()).toMatchObject({ neverHide: ['Budi Jaya'] })
  })

  it.each([[nik], [phone], [email], ['x'], ['Budi'.padEnd(200, 'i')]])(
    'can be no number or address of a person, and no book: %j',
    async (term) => {
      const answer = await put(office.id, [term])
      expect(answer.status).toBe(400)
      expect((await errorOf(answer)).param).toBe('terms.0')
    },
  )
})

describe('the header x-pendamping-hidden', () => {
  it.each([true, false])('counts what was hidden by type (stream: %s)', async (streaming) => {
    upstream.answers(says('Baik.'))
    const text = `NIK ${nik}, HP ${phone}, HP lain 0813-1111-2222.`
    const answer = await gateway.chat(office.key, asking(text, { stream: streaming }))
    expect(answer.headers.get('x-pendamping-hidden')).toBe('NIK=1, PHONE=2')
    await answer.text()
  })

  it('is empty when nothing was hidden', async () => {
    upstream.answers(says('Baik.'))
    const answer = await gateway.chat(office.key, 'Jalan rusak di depan pasar.')
    expect(answer.headers.get('x-pendamping-hidden')).toBe('')
  })
})
