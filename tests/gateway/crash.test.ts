// A crash at any moment never lets more than the cap through, and no answer that was received whole is without a row: its
// own, or, where the process died before it was written, one that says no more than whose key it was.
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { chained, chainHash, chainStart } from '../../gateway/src/objects/chain.ts'
import { AuditRow, type AuditSeal } from '../../shared/protocol/admin.ts'
import { aGateway, asking, times, type TestGateway } from './gateway.ts'
import { anUpstream, chunk, says, usageChunk, type Script, type Upstream } from './upstream.ts'

let gateway: TestGateway
let upstream: Upstream

beforeAll(async () => {
  upstream = await anUpstream()
  gateway = await aGateway({ PENDAMPING_UPSTREAM: upstream.url })
})
afterAll(async () => {
  await gateway.end()
  await upstream.end()
})

const complaint = 'Lampu jalan di depan kantor kelurahan mati sejak Senin.'

/** How a request ended for its caller: only what came to its end counts as received. */
async function ending(key: string, stream: boolean): Promise<'whole' | 'refused' | 'torn'> {
  try {
    const answer = await gateway.chat(key, asking(complaint, { stream }))
    const text = await answer.text()
    if (answer.status === 429) return 'refused'
    return text.includes(stream ? 'data: [DONE]' : '"finish_reason":"stop"') ? 'whole' : 'torn'
  } catch {
    return 'torn'
  }
}

async function exported(office: string): Promise<{ rows: (AuditRow & { hash: string })[]; seal: AuditSeal }> {
  const file = await (await gateway.admin('GET', `/offices/${office}/audit`)).text()
  const lines = file
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as (AuditRow & { hash: string }) | { seal: AuditSeal })
  const rows = lines.filter((line) => 'hash' in line)
  const seal = lines.find((line) => 'seal' in line)!.seal
  return { rows, seal }
}

function expectWhole({ rows, seal }: Awaited<ReturnType<typeof exported>>): void {
  let hash = chainStart
  for (const { hash: given, ...row } of rows) {
    hash = chainHash(hash, chained(AuditRow.parse(row)))
    expect(given).toBe(hash)
  }
  expect(rows.map(({ id }) => id)).toEqual(times(rows.length, (index) => index + 1))
  expect(seal).toMatchObject({ rows: rows.length, first: chainStart, last: hash })
}

const isAccounted = ({ outcome }: AuditRow) => outcome === 'answered' || outcome === 'unsettled'

/** Every third request hangs until the process dies. */
function mostly(): Script {
  const baik = says(['Baik, ', 'kami ', 'catat.'])
  let seen = 0
  return (reply, request) => ((seen += 1) % 3 === 0 ? undefined : baik(reply, request))
}

describe.each([
  ['of a key', { key: { actionsPerDay: 50 } }, 'actions'],
  ['of the day of an office', { office: { actionsPerDay: 50 } }, 'officeDay'],
  ['of the month of an office', { office: { actionsPerMonth: 50 } }, 'officeActions'],
] as const)('a cap of 50 %s, and 200 requests over two crashes', (_, limits, row) => {
  it('admits 50 and no more, and has a row for each answer that was received whole', async () => {
    const { id, key } = await gateway.office(limits)
    const ends: string[] = []
    let admitted = 0
    for (const _round of [1, 2]) {
      upstream.answers(mostly())
      const round: string[] = []
      const asked = times(30, async (index) => void round.push(await ending(key, index % 2 === 0)))
      await vi.waitFor(() => expect(round.length).toBeGreaterThan(4), { interval: 1, timeout: 20_000 })
      await gateway.kill()
      await Promise.all(asked)
      ends.push(...round)
      admitted += upstream.requests.length
      await gateway.startAgain()
    }
    expect(ends).toContain('torn')
    expect(ends).toContain('whole')

    upstream.answers(says('Baik.'))
    ends.push(...(await Promise.all(times(140, (index) => ending(key, index % 2 === 0)))))
    admitted += upstream.requests.length
    expect(ends).toHaveLength(200)
    expect(admitted).toBeLessThanOrEqual(50)
    expect((await gateway.usage(key))[row]).toMatchObject({ used: 50, cap: 50 })
    expect(await ending(key, false)).toBe('refused')

    const audit = await exported(id)
    expectWhole(audit)
    const received = ends.filter((end) => end === 'whole').length
    expect(audit.rows.filter(isAccounted).length).toBeGreaterThanOrEqual(received)
    expect(audit.rows.length).toBeLessThanOrEqual(50)
  })
})

describe('many kills in a row', () => {
  it('never lose a row that somebody was answered for, and never break the chain', async () => {
    upstream.answers(says('Baik.'))
    const { id, key } = await gateway.office()
    let received = 0
    for (const round of times(5, (index) => index + 1)) {
      let whole = 0
      const asked = Promise.all(
        times(40, async (index) => {
          const end = await ending(key, index % 2 === 0)
          if (end === 'whole') whole += 1
          return end
        }),
      )
      // At another moment each time, by what was received and not by the clock.
      await vi.waitFor(() => expect(whole).toBeGreaterThanOrEqual(round * 3), {
        interval: 1,
        timeout: 20_000,
      })
      await gateway.kill()
      await asked
      received += whole
      await gateway.startAgain()
    }
    const audit = await exported(id)
    expectWhole(audit)
    expect(audit.rows.filter(isAccounted).length).toBeGreaterThanOrEqual(received)
    expect((await gateway.usage(key)).actions.used).toBeGreaterThanOrEqual(audit.rows.length)
  })
})

describe('an orderly stop', () => {
  it('lets an answer end, and writes its row and all that are waiting', async () => {
    const { id, key } = await gateway.office()
    upstream.answers(says('Baik.'))
    for (const _ of times(3, () => null)) expect(await ending(key, false)).toBe('whole')
    const { promise: stopping, resolve: goOn } = Promise.withResolvers<void>()
    upstream.answers(async (reply) => {
      await reply.frame(chunk({ content: 'Baik, ' }))
      await stopping
      await reply.frame(chunk({ content: 'kami catat.' }, 'stop'))
      await reply.frame(usageChunk(100, 20))
      await reply.frame('[DONE]')
      reply.end()
    })
    const answer = await gateway.chat(key, asking(complaint, { stream: true }))
    const stopped = gateway.stop()
    await vi.waitFor(() => expect(gateway.isSignalled()).toBe(true), { timeout: 4000 })
    goOn()
    expect(await answer.text()).toContain('[DONE]')
    await stopped
    await gateway.startAgain()

    const audit = await exported(id)
    expectWhole(audit)
    expect(audit.rows.map(({ outcome }) => outcome)).toEqual(times(4, () => 'answered'))
    const { actions, tokens } = await gateway.usage(key)
    expect([actions.used, tokens.used]).toEqual([4, 4 * 120])
  })
})

describe('a setting that was acknowledged', () => {
  it('a revocation holds after a kill', async () => {
    const { id, key, keyId } = await gateway.office()
    await gateway.admin('DELETE', `/offices/${id}/keys/${keyId}`)
    await gateway.kill()
    await gateway.startAgain()
    expect((await gateway.chat(key, complaint)).status).toBe(401)
  })

  it('a new secret works after a kill, and the old one still for its overlap', async () => {
    const { id, key, keyId } = await gateway.office()
    const rotated = await gateway.admin('POST', `/offices/${id}/keys/${keyId}/rotate`, { overlapHours: 1 })
    const { key: fresh } = (await rotated.json()) as { key: string }
    await gateway.kill()
    await gateway.startAgain()
    upstream.answers(says('Baik.'))
    expect([await ending(key, false), await ending(fresh, false)]).toEqual(['whole', 'whole'])
  })
})
