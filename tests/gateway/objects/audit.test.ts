// The audit of an office over months: in detail, then as totals, and a chain that holds from either end.
import { runInDurableObject } from 'cloudflare:test'
import { env } from 'cloudflare:workers'
import { describe, expect, it } from 'vitest'
import { cityNow } from '../../../gateway/src/city.ts'
import * as audit from '../../../gateway/src/objects/audit.ts'
import { chained, chainHash, chainStart } from '../../../gateway/src/objects/chain.ts'
import { auditExport } from '../../../gateway/src/reports/audit-export.ts'
import { htmlOf } from '../../../gateway/src/reports/document.ts'
import { incidentPack } from '../../../gateway/src/reports/incident.ts'

let names = 0
/** Runs with the tables of an office that nobody has used. */
function inOffice<T>(run: (sql: SqlStorage) => T | Promise<T>): Promise<T> {
  const stub = env.OFFICE.getByName(`audit-${(names += 1)}`)
  return runInDurableObject(stub, (_, state) => run(state.storage.sql))
}

const at = (time: string) => Date.parse(`${time}:00+07:00`)
const [from, to] = [0, at('2030-01-01T00:00')]
const everything = [from, to] as const

function write(sql: SqlStorage, time: string, more: Partial<audit.NewAuditRow> = {}): void {
  const row: audit.NewAuditRow = {
    keyId: 'k1',
    helper: 'reply',
    promptVersion: 1,
    upstream: 'vllm',
    dataClass: 'umum',
    policyRevision: 1,
    charsIn: 10,
    charsOut: 20,
    hidden: 1,
    tokensIn: 100,
    tokensOut: 10,
    millirupiah: 5,
    outcome: 'answered',
    milliseconds: 900,
  }
  audit.writeAudit(sql, [{ ...row, ...more }], at(time))
}

/** Whether the rows of a span are chained from its beginning to its end. */
function verifies(sql: SqlStorage, from: number, to: number): boolean {
  const extent = audit.auditExtent(sql, from, to)
  const rows = audit.auditRows(sql, extent.firstId, extent.lastId, 1000)
  let hash = extent.first
  const linked = rows.every((row) => (hash = chainHash(hash, chained(row))) === row.hash)
  return linked && hash === extent.last && rows.length === extent.rows
}

describe('the chain', () => {
  it('begins with nothing before it', () =>
    inOffice((sql) => {
      write(sql, '2026-11-01T08:00')
      expect(audit.auditExtent(sql, ...everything)).toMatchObject({ first: chainStart, firstId: 1, rows: 1 })
      expect(verifies(sql, ...everything)).toBe(true)
    }))

  it('holds for any span of days, the last minute before midnight included', () =>
    inOffice((sql) => {
      for (const time of ['2026-11-01T23:59', '2026-11-02T00:00', '2026-11-02T23:59', '2026-11-03T00:00'])
        write(sql, time)
      const second = [at('2026-11-02T00:00'), at('2026-11-03T00:00')] as const
      expect(audit.auditExtent(sql, ...second)).toMatchObject({ firstId: 2, lastId: 3, rows: 2 })
      expect(verifies(sql, ...second)).toBe(true)
    }))

  it('holds for a span over which the clock was set back', () =>
    inOffice((sql) => {
      for (const time of ['2026-11-02T10:00', '2026-11-01T10:00', '2026-11-02T11:00']) write(sql, time)
      expect(verifies(sql, at('2026-11-02T00:00'), at('2026-11-03T00:00'))).toBe(true)
      expect(verifies(sql, ...everything)).toBe(true)
    }))

  it('takes rows in that an older version wrote without one', () =>
    inOffice((sql) => {
      for (const time of ['2026-11-01T08:00', '2026-11-01T09:00']) write(sql, time)
      sql.exec("UPDATE audit SET hash = ''")
      sql.exec('DELETE FROM audit_chain')
      audit.beginChain(sql)
      write(sql, '2026-11-01T10:00')
      expect(verifies(sql, ...everything)).toBe(true)
    }))

  it('shows a row that was changed in the database itself', () =>
    inOffice((sql) => {
      for (const time of ['2026-11-01T08:00', '2026-11-01T09:00']) write(sql, time)
      sql.exec('UPDATE audit SET millirupiah = 0 WHERE id = 1')
      expect(verifies(sql, ...everything)).toBe(false)
    }))
})

describe('past its time', () => {
  const now = at('2026-11-29T12:00')

  /** Two rows of August, one of the last day that goes, one of the first that stays. */
  function fill(sql: SqlStorage): void {
    write(sql, '2026-08-10T08:00')
    write(sql, '2026-08-11T08:00', { tokensIn: 50, hidden: 2 })
    write(sql, '2026-10-29T23:59', { helper: 'translate' })
    write(sql, '2026-10-30T00:00')
  }

  it('a row becomes part of the totals of its month, and only then', () =>
    inOffice((sql) => {
      fill(sql)
      audit.tidyAudit(sql, now, 30)
      const sum = { upstream: 'vllm', class: 'umum', outcome: 'answered' }
      expect(audit.auditTotals(sql)).toEqual([
        {
          month: '2026-08',
          helper: 'reply',
          ...sum,
          requests: 2,
          tokensIn: 150,
          tokensOut: 20,
          hidden: 3,
          millirupiah: 10,
        },
        {
          month: '2026-10',
          helper: 'translate',
          ...sum,
          requests: 1,
          tokensIn: 100,
          tokensOut: 10,
          hidden: 1,
          millirupiah: 5,
        },
      ])
      expect(audit.auditRows(sql, 1, 99, 99).map(({ id }) => id)).toEqual([4])
    }))

  it('the chain still holds, and goes on from where it was cut', () =>
    inOffice((sql) => {
      fill(sql)
      const [, , third] = audit.auditRows(sql, 1, 99, 99)
      audit.tidyAudit(sql, now, 30)
      write(sql, '2026-11-29T12:00')
      expect(audit.auditExtent(sql, ...everything)).toMatchObject({
        first: third?.hash,
        firstId: 4,
        lastId: 5,
      })
      expect(verifies(sql, ...everything)).toBe(true)
    }))

  it('also when nothing is left, and numbers never come again', () =>
    inOffice((sql) => {
      fill(sql)
      audit.tidyAudit(sql, at('2027-06-01T00:00'), 30)
      expect(audit.auditExtent(sql, ...everything).rows).toBe(0)
      write(sql, '2027-06-01T08:00')
      expect(audit.auditExtent(sql, ...everything)).toMatchObject({ firstId: 5, rows: 1 })
      expect(verifies(sql, ...everything)).toBe(true)
    }))

  it('a month that goes in two parts has one total, and a second night changes nothing', () =>
    inOffice((sql) => {
      write(sql, '2026-08-10T08:00')
      write(sql, '2026-08-20T08:00')
      audit.tidyAudit(sql, at('2026-09-15T00:10'), 30)
      expect(audit.auditTotals(sql)).toMatchObject([{ requests: 1 }])
      for (const _ of [1, 2]) audit.tidyAudit(sql, at('2026-09-30T00:10'), 30)
      expect(audit.auditTotals(sql)).toMatchObject([{ month: '2026-08', requests: 2 }])
    }))

  it('a row from a future that never was keeps none that is too old', () =>
    inOffice((sql) => {
      write(sql, '2099-01-01T08:00')
      write(sql, '2026-08-10T08:00')
      write(sql, '2026-11-28T08:00')
      audit.tidyAudit(sql, now, 30)
      expect(audit.auditRows(sql, 1, 99, 99).map(({ id }) => id)).toEqual([3])
    }))

  it('a row whose clock was wrong takes no younger one with it', () =>
    inOffice((sql) => {
      write(sql, '2026-11-28T08:00')
      write(sql, '2020-01-01T00:00')
      write(sql, '2026-11-28T08:01')
      audit.tidyAudit(sql, now, 30)
      expect(audit.auditRows(sql, 1, 99, 99).map(({ id }) => id)).toEqual([1, 2, 3])
      expect(verifies(sql, ...everything)).toBe(true)
    }))
})

describe('who used what', () => {
  it('turns its days at midnight in Jakarta', () =>
    inOffice((sql) => {
      write(sql, '2026-11-01T23:59')
      write(sql, '2026-11-02T00:00', { keyId: 'k2' })
      write(sql, '2026-11-02T06:59')
      expect(audit.auditSums(sql, ['day'], { from, to }, 0, 99)).toMatchObject([
        { day: '2026-11-01', requests: 1 },
        { day: '2026-11-02', requests: 2 },
      ])
      expect(audit.auditSums(sql, ['key', 'day'], { from, to }, 0, 99)).toHaveLength(3)
    }))

  it('is read on from where a page ended', () =>
    inOffice((sql) => {
      for (const keyId of ['k1', 'k2', 'k3']) write(sql, '2026-11-01T08:00', { keyId })
      const page = (skip: number) =>
        audit.auditSums(sql, ['key'], { from, to }, skip, 2).map(({ key }) => key)
      expect([page(0), page(2), page(4)]).toEqual([['k1', 'k2'], ['k3'], []])
    }))
})

describe('an export', () => {
  it('of many rows is chained from the first to the seal', async () => {
    const stub = env.OFFICE.getByName('audit-panjang')
    await runInDurableObject(stub, (_, { storage }) => {
      for (let row = 0; row < 2500; row += 1) write(storage.sql, '2026-11-01T08:00', { tokensIn: row })
    })
    const file = await auditExport(stub, 'panjang', { from: everything[0], to: everything[1] }, 'jsonl', null)
    const lines = (await new Response(file).text()).trim().split('\n')
    const { seal } = JSON.parse(lines.pop()!) as { seal: { rows: number; last: string } }
    let hash = chainStart
    for (const line of lines) hash = chainHash(hash, chained(JSON.parse(line) as audit.ChainedRow))
    expect(seal).toMatchObject({ rows: 2500, last: hash })
    expect(lines).toHaveLength(2500)
  })
})

describe('the incident pack', () => {
  it('finds the acts of a day however many came after it', async () => {
    const city = env.CITY.getByName('city')
    const day = at('2026-03-10T12:00')
    await runInDurableObject(city, (instance) => {
      const act = { actor: 'token', act: 'PUT /switches', subject: '', detail: '{}' }
      instance.note({ ...act, subject: 'dulu', detail: '{"reason":"Insiden Maret"}' }, day)
      for (let later = 1; later <= 2100; later += 1) instance.note(act, day + later * 86_400_000)
    })
    const span = { from: day - 1, to: day + 1 }
    const page = htmlOf(await incidentPack(env, await cityNow(env, 0), span, day, []))
    expect(page).toContain('Insiden Maret')
    expect(page.match(/PUT \/switches/g)).toHaveLength(1)
  })
})
