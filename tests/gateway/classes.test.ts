// A class from the trainer's first click to its end: a code, forty seats in a minute, strangers who guess, a restart.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { randomUUID } from 'node:crypto'
import { Policy } from '../../shared/protocol/index.ts'
import { ClassToJoin, ClassWithSeats, codeSigns, Preflight } from '../../shared/protocol/classes.ts'
import { classTerms, inDays, inHours } from './class-terms.ts'
import { signedInAs } from './console.ts'
import { aGateway, errorOf, times, type TestGateway } from './gateway.ts'
import { anUpstream, refuses, says, type Upstream } from './upstream.ts'

let gateway: TestGateway
let upstream: Upstream
beforeAll(async () => {
  upstream = await anUpstream()
  gateway = await aGateway({ PENDAMPING_PRIVATE_UPSTREAMS: 'izinkan' })
})
afterAll(() => Promise.all([gateway.end(), upstream.end()]))

async function aClass(more: object = {}): Promise<ClassWithSeats> {
  const { id } = await gateway.office()
  const made = await gateway.admin('POST', '/classes', classTerms([id], more))
  return ClassWithSeats.parse(await made.json())
}

async function shown({ id }: ClassWithSeats): Promise<ClassWithSeats> {
  return ClassWithSeats.parse(await (await gateway.admin('GET', `/classes/${id}`)).json())
}

function join(
  { joinCode: code, offices }: Pick<ClassWithSeats, 'joinCode' | 'offices'>,
  more: object = {},
): Promise<Response> {
  const body = { code, office: offices[0], name: 'A. Contoh', device: randomUUID(), ...more }
  return fetch(`${gateway.url}/v1/classes/join`, { method: 'POST', body: JSON.stringify(body) })
}

async function keyOf(answer: Response): Promise<{ key: string; keyId: string; office: { name: string } }> {
  return (await answer.json()) as never
}

const outcome = async (answer: Response) => (answer.ok ? answer.status : (await errorOf(answer)).code)
const lookUp = (code: string) =>
  fetch(`${gateway.url}/v1/classes/look-up`, { method: 'POST', body: JSON.stringify({ code }) })

describe('a class', () => {
  it('gets a code without look-alikes, which opens it as it is typed', async () => {
    const held = await aClass()
    expect(held.joinCode).toMatch(/^[A-HJKMNP-Z2-9]{6}$/)
    expect(codeSigns).not.toMatch(/[01OIL]/)
    const typed = ` ${held.joinCode.slice(0, 3).toLowerCase()} ${held.joinCode.slice(3)} `
    const found = ClassToJoin.parse(await (await lookUp(typed)).json())
    expect(found).toMatchObject({ name: held.name, offices: [{ id: held.offices[0] }] })
  })

  it.each([
    ['ends before it begins', { endsAt: inHours(-1) }, 'endsAt'],
    ['whose keys end before it does', { keysUntil: inDays(-1) }, 'keysUntil'],
    ['whose keys outlast it by months', { keysUntil: inDays(60) }, 'keysUntil'],
    ['that goes on for weeks', { endsAt: inHours(24 * 20), keysUntil: inDays(21) }, 'endsAt'],
    ['with more seats than a room', { seats: 61 }, 'seats'],
    ['for an office that there is not', { offices: ['tiada'] }, 'offices'],
    ['with a model that there is not', { upstreams: ['tiada'] }, 'upstreams'],
  ])('that %s is refused', async (_, more, param) => {
    const { id } = await gateway.office()
    const answer = await gateway.admin('POST', '/classes', classTerms([id], more))
    expect((await errorOf(answer)).param).toBe(param)
  })

  it('stands in no list of offices', async () => {
    const held = await aClass()
    const { offices } = (await (await gateway.admin('GET', '/offices')).json()) as {
      offices: { id: string }[]
    }
    expect(offices.map(({ id }) => id)).not.toContain(held.id)
    const { key } = await keyOf(await join(held))
    const policy = await fetch(`${gateway.url}/v1/policy`, { headers: { authorization: `Bearer ${key}` } })
    const { office, offices: known } = Policy.parse(await policy.json())
    expect(known).not.toContain(held.name)
    expect(known).toContain(office.name)
  })
})

describe('a code', () => {
  it('is in nothing that ends in a log or an address, and is not told to an auditor', async () => {
    const held = await aClass()
    const code = held.joinCode.toLowerCase()
    const { key } = await keyOf(await join(held))
    const { acts } = (await (await gateway.admin('GET', '/acts')).json()) as { acts: { detail: string }[] }
    for (const text of [held.id, key, JSON.stringify(acts)]) expect(text.toLowerCase()).not.toContain(code)
    const auditor = await signedInAs(gateway, { name: 'Pengawas Uji', role: 'auditor', office: null })
    for (const path of ['/classes', `/classes/${held.id}`, '/summary'])
      expect((await (await auditor.call('GET', path)).text()).toLowerCase()).not.toContain(code)
  })

  it('lets nobody in again who was shown out, from the same browser', async () => {
    const held = await aClass()
    const device = randomUUID()
    const { keyId } = await keyOf(await join(held, { device }))
    await gateway.admin('DELETE', `/classes/${held.id}/seats/${keyId}`)
    expect(await outcome(await join(held, { device }))).toBe('key_revoked')
    expect(await outcome(await join(held))).toBe(201)
  })
})

describe('an office that takes part', () => {
  it('keeps its own, narrower rules in a class, and its switch holds there', async () => {
    const own = await aGateway()
    try {
      await own.office()
      const policy = { rules: {}, offices: { 'opd-1': { helpers: ['summarise'], dataClass: 'umum' } } }
      await own.admin('POST', '/policy', { policy, comment: 'uji', basedOn: 0 })
      const made = ClassWithSeats.parse(
        await (await own.admin('POST', '/classes', classTerms(['opd-1']))).json(),
      )
      const body = { code: made.joinCode, office: 'opd-1', name: 'A', device: randomUUID() }
      const joined = await fetch(`${own.url}/v1/classes/join`, { method: 'POST', body: JSON.stringify(body) })
      const { key } = await keyOf(joined)
      const reply = { model: 'reply', messages: [{ role: 'user', content: 'Lampu jalan padam.' }] }
      expect(await outcome(await own.chat(key, reply))).toBe('helper_not_allowed')
      expect(await outcome(await own.chat(key, 'Lampu jalan padam.'))).toBe(200)
      await own.admin('PUT', '/switches', { kind: 'office', id: 'opd-1', off: true })
      expect(await outcome(await own.chat(key, 'Lampu jalan padam.'))).toBe('switched_off')
      await own.admin('PUT', '/switches', { kind: 'office', id: 'opd-1', off: false })
      await own.admin('POST', '/offices/opd-1/suspend')
      const late = { ...body, device: randomUUID() }
      const refused = await fetch(`${own.url}/v1/classes/join`, {
        method: 'POST',
        body: JSON.stringify(late),
      })
      expect(await outcome(refused)).toBe('office_unknown')
    } finally {
      await own.end()
    }
  })
})

describe('joining', () => {
  it('gives a key that works at once, in the name of the office that was chosen, and counts for the class', async () => {
    const held = await aClass()
    const joined = await keyOf(await join(held, { name: 'Sri C.' }))
    expect((await gateway.chat(joined.key, 'Lampu jalan padam.')).status).toBe(200)
    expect(joined.office.name).toMatch(/^Dinas Uji/)
    const reply = await gateway.chat(joined.key, {
      model: 'reply',
      messages: [
        { role: 'user', content: 'Lampu jalan di depan pasar padam sejak Senin, mohon diperbaiki.' },
      ],
    })
    expect(JSON.stringify(await reply.json())).toContain(joined.office.name)
    const { seated, joined: taken } = await shown(held)
    expect(taken).toBe(1)
    expect(seated).toMatchObject([
      {
        keyId: joined.keyId,
        name: 'Sri C.',
        office: joined.office.name,
        today: 2,
        total: 2,
        revokedAt: null,
      },
    ])
  })

  it('of forty in a moment, from one address, seats all forty and not one more', async () => {
    const held = await aClass()
    const answers = await Promise.all(times(41, () => join(held)))
    const outcomes = await Promise.all(answers.map(outcome))
    expect(outcomes.filter((code) => code === 201)).toHaveLength(40)
    expect(outcomes.filter((code) => code === 'class_full')).toHaveLength(1)
    expect((await shown(held)).joined).toBe(40)
  })

  it('again from the same browser keeps the seat, its use and its id; the old key ends', async () => {
    const held = await aClass({ seats: 1 })
    const device = randomUUID()
    const first = await keyOf(await join(held, { device }))
    await gateway.chat(first.key, 'Lampu jalan padam.')
    const again = await keyOf(await join(held, { device, name: 'Sri Contoh' }))
    expect(again.keyId).toBe(first.keyId)
    expect(await outcome(await gateway.chat(first.key, 'Lampu jalan padam.'))).toBe('key_unknown')
    expect((await shown(held)).seated).toMatchObject([{ name: 'Sri Contoh', today: 1 }])
  })

  it('twenty times at once from one browser takes one seat', async () => {
    const held = await aClass()
    const device = randomUUID()
    await Promise.all(times(20, () => join(held, { device })))
    expect((await shown(held)).joined).toBe(1)
  })

  it.each([
    ['too early', { startsAt: inHours(3), endsAt: inHours(5) }],
    ['afterwards', { startsAt: inHours(-5), endsAt: inHours(-1) }],
  ])('%s is refused', async (_, more) => {
    expect(await outcome(await join(await aClass(more)))).toBe('class_closed')
  })

  it('for an office that is not of the class is refused', async () => {
    const other = await gateway.office()
    expect(await outcome(await join(await aClass(), { office: other.id }))).toBe('office_unknown')
  })

  it('is cut off at the cap of a seat, which takes nothing from the others', async () => {
    const held = await aClass({ actionsPerSeat: 2 })
    const [one, two] = [await keyOf(await join(held)), await keyOf(await join(held))]
    const asked = async ({ key }: { key: string }) => outcome(await gateway.chat(key, 'Lampu jalan padam.'))
    expect([await asked(one), await asked(one), await asked(one)]).toEqual([200, 200, 'day_quota_spent'])
    expect(await asked(two)).toBe(200)
  })
})

describe('the trainer', () => {
  it('revokes a seat, which another may take', async () => {
    const held = await aClass({ seats: 1 })
    const { key, keyId } = await keyOf(await join(held))
    await gateway.admin('DELETE', `/classes/${held.id}/seats/${keyId}`)
    expect(await outcome(await gateway.chat(key, 'Lampu jalan padam.'))).toBe('key_revoked')
    expect(await outcome(await join(held))).toBe(201)
  })

  it('changes seats, caps and helpers while it runs', async () => {
    const held = await aClass({ seats: 1, actionsPerSeat: 1 })
    const { key } = await keyOf(await join(held))
    const { offices } = held
    await gateway.admin(
      'PUT',
      `/classes/${held.id}`,
      classTerms(offices, { actionsPerSeat: 9, helpers: ['summarise'] }),
    )
    expect(await outcome(await join(held))).toBe(201)
    const reply = { model: 'reply', messages: [{ role: 'user', content: 'Lampu jalan padam.' }] }
    expect(await outcome(await gateway.chat(key, reply))).toBe('helper_not_allowed')
    expect((await gateway.usage(key)).actions.cap).toBe(9)
  })

  it('ends the class: nobody joins any more, keys work on until their day, or end too', async () => {
    const held = await aClass()
    const { key } = await keyOf(await join(held))
    await gateway.admin('POST', `/classes/${held.id}/end`, { keys: 'keep' })
    expect(await outcome(await join(held))).toBe('class_closed')
    expect((await gateway.usage(key)).expiresOn).toBe(held.keysUntil)
    expect(await outcome(await gateway.chat(key, 'Lampu jalan padam.'))).toBe(200)
    await gateway.admin('POST', `/classes/${held.id}/end`, { keys: 'revoke' })
    expect(await outcome(await gateway.chat(key, 'Lampu jalan padam.'))).toBe('key_revoked')
  })

  it('may do all of that, and nothing of the city’s', async () => {
    const { id } = await gateway.office()
    const trainer = await signedInAs(gateway, { name: 'Pelatih Uji', role: 'trainer', office: null })
    const made = await trainer.json<ClassWithSeats>('POST', '/classes', classTerms([id]))
    expect((await trainer.call('GET', `/classes/${made.id}`)).status).toBe(200)
    expect((await trainer.call('POST', `/classes/${made.id}/end`, { keys: 'keep' })).status).toBe(200)
    expect(await outcome(await trainer.call('GET', `/offices/${id}/keys`))).toBe('not_permitted')
  })

  it('opens no helper and no portal that the city keeps shut', async () => {
    const own = await aGateway()
    try {
      await own.office()
      const policy = {
        rules: { helpers: ['summarise'], portals: ['https://lapor.contoh.go.id'] },
        offices: {},
      }
      await own.admin('POST', '/policy', { policy, comment: 'uji', basedOn: 0 })
      const more = { portals: ['https://lain.contoh.go.id'], helpers: ['summarise', 'reply'] }
      const made = await own.admin('POST', '/classes', classTerms(['opd-1'], more))
      const { joinCode: code, offices } = ClassWithSeats.parse(await made.json())
      const body = { code, office: offices[0], name: 'A', device: randomUUID() }
      const joined = await fetch(`${own.url}/v1/classes/join`, { method: 'POST', body: JSON.stringify(body) })
      const { key } = await keyOf(joined)
      const answer = await fetch(`${own.url}/v1/policy`, { headers: { authorization: `Bearer ${key}` } })
      expect(Policy.parse(await answer.json())).toMatchObject({
        helpers: ['summarise'],
        portals: ['https://lapor.contoh.go.id'],
      })
    } finally {
      await own.end()
    }
  })
})

describe('before the class', () => {
  const checked = async ({ id }: ClassWithSeats) => {
    const { checks } = Preflight.parse(await (await gateway.admin('POST', `/classes/${id}/preflight`)).json())
    return Object.fromEntries(checks.map(({ check, ok }) => [check, ok]))
  }
  const withModel = async (more: object = {}) => {
    const id = `model-${randomUUID().slice(0, 6)}`
    await gateway.admin('POST', '/upstreams', {
      id,
      label: 'Model kelas',
      kind: 'openai',
      baseUrl: upstream.url,
      model: 'uji',
      location: 'Pusat data kota',
      classes: ['umum', 'internal'],
    })
    return aClass({ upstreams: [id], ...more })
  }

  it('all is well where keys, quota, helpers, model and a burst of forty hold', async () => {
    upstream.answers(says('Siap.'))
    const held = await withModel()
    expect(await checked(held)).toEqual({ keys: true, quota: true, open: true, upstream: true, burst: true })
    // Trying it takes no seat.
    expect((await shown(held)).joined).toBe(0)
  })

  it('says what would fail: too few actions, a model that does not answer', async () => {
    upstream.answers(refuses(503))
    const held = await withModel({ actionsPerSeat: 3 })
    expect(await checked(held)).toEqual({ keys: true, quota: false, open: true, upstream: false })
  })
})

it('keeps every seat through a crash in the middle of the class', async () => {
  upstream.answers(says('Siap.'))
  const held = await aClass()
  const joined = await Promise.all(times(12, async () => keyOf(await join(held))))
  await gateway.kill()
  await gateway.startAgain()
  expect((await shown(held)).joined).toBe(12)
  expect((await gateway.chat(joined[0]!.key, 'Lampu jalan padam.')).status).toBe(200)
  expect(await outcome(await join(held))).toBe(201)
})

it('ten thousand guesses at codes find none, and leave those who know it alone as long as they are few', async () => {
  const own = await aGateway()
  try {
    await own.office()
    const made = ClassWithSeats.parse(
      await (await own.admin('POST', '/classes', classTerms(['opd-1']))).json(),
    )
    const guess = async (at: number) => {
      const code = times(6, (place) => codeSigns[(at * 7 + place * 5 + Math.floor(at / 31)) % 31]).join('')
      const headers = { 'x-forwarded-for': `192.0.2.${at % 200}` }
      const body = JSON.stringify({ code: code === made.joinCode ? 'AAAAAA' : code })
      const answer = await fetch(`${own.url}/v1/classes/look-up`, { method: 'POST', headers, body })
      return answer.ok ? 'found' : String((await errorOf(answer)).code)
    }
    const seen: Record<string, number> = {}
    for (let at = 0; at < 10_000; at += 100)
      for (const code of await Promise.all(times(100, (more) => guess(at + more))))
        seen[code] = (seen[code] ?? 0) + 1
    expect(seen['found']).toBeUndefined()
    expect(seen['too_many_attempts']).toBeGreaterThan(8500)
  } finally {
    await own.end()
  }
})
