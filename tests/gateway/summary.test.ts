// The console's first page: what it says is what the ledger and the audit say.
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ClassWithSeats } from '../../shared/protocol/classes.ts'
import { Summary } from '../../shared/protocol/console.ts'
import { classTerms } from './class-terms.ts'
import { signedInAs } from './console.ts'
import { aGateway, type TestGateway } from './gateway.ts'
import { anUpstream, refuses, says, type Upstream } from './upstream.ts'

let gateway: TestGateway
let upstream: Upstream
beforeAll(async () => {
  upstream = await anUpstream()
  gateway = await aGateway({ PENDAMPING_UPSTREAM: upstream.url })
})
afterAll(() => Promise.all([gateway.end(), upstream.end()]))

const summary = async () => Summary.parse(await (await gateway.admin('GET', '/summary')).json())
const usedToday = async () => (await summary()).days.at(-1)!.requests
const today = () => new Date(Date.now() + 7 * 3_600_000).toISOString().slice(0, 10)

describe('the summary', () => {
  it('says of an office that never asked that there is nothing yet', async () => {
    const { id } = await gateway.office()
    const { days, offices } = await summary()
    expect(days).toHaveLength(14)
    expect(offices.find((office) => office.id === id)).toMatchObject({
      lastDay: null,
      month: { used: 0, cap: null },
    })
  })

  it('counts today’s acts, what was hidden, and failures by their reason', async () => {
    const { id, key } = await gateway.office({ office: { actionsPerMonth: 100 } })
    upstream.answers(says('Siap.'))
    await gateway.chat(key, 'Nama: Sari Contoh, NIK 3671015508870003. Lampu jalan padam.')
    await gateway.chat(key, 'Lampu jalan padam.')
    upstream.answers(refuses(503))
    await gateway.chat(key, 'Lampu jalan padam.')
    const { day, days, failures, helpers, offices, upstreams } = await summary()
    expect(day).toBe(today())
    expect(days.at(-1)).toEqual({ day, requests: 3, failed: 1, hidden: 2 })
    expect(failures).toEqual([{ code: 'upstream_busy', requests: 1 }])
    expect(helpers).toEqual([{ helper: 'summarise', requests: 3 }])
    // What was not answered was given back.
    expect(offices.find((office) => office.id === id)).toMatchObject({
      lastDay: day,
      month: { used: 2, cap: 100 },
    })
    expect(upstreams).toMatchObject([{ id: 'env', breaker: 'closed' }])
    expect((await gateway.usage(key)).officeActions).toMatchObject({ used: 2, cap: 100 })
  })

  it('keeps in the days what a class used that has ended, and an office that was removed', async () => {
    const before = await usedToday()
    upstream.answers(says('Siap.'))
    const { id, key } = await gateway.office()
    await gateway.chat(key, 'Lampu jalan padam.')
    const made = await gateway.admin('POST', '/classes', classTerms([id]))
    const held = ClassWithSeats.parse(await made.json())
    const body = { code: held.joinCode, office: id, name: 'Sri C.', device: randomUUID() }
    const seat = await fetch(`${gateway.url}/v1/classes/join`, { method: 'POST', body: JSON.stringify(body) })
    await gateway.chat(((await seat.json()) as { key: string }).key, 'Pohon tumbang.')
    await gateway.admin('POST', `/classes/${held.id}/end`, { keys: 'revoke' })
    await gateway.admin('DELETE', `/offices/${id}`)
    expect(await usedToday()).toBe(before + 2)
    const rows = (await summary()).offices.map((row) => row.id)
    expect(rows).not.toContain(held.id)
    expect(rows).not.toContain(id)
  })

  it('shows an office’s admin that office alone', async () => {
    const { id } = await gateway.office()
    const page = await signedInAs(gateway, { name: 'Admin Kantor', role: 'office', office: id })
    const { offices } = Summary.parse(await page.json('GET', '/summary'))
    expect(offices.map((office) => office.id)).toEqual([id])
  })
})
