// The end of reservations: what requests used is charged and written down, and so is what a dead process left open.
import { writeAudit, type NewAuditRow } from './audit.ts'
import { release, takeLost, type Cost, type LostLease, type Released } from './ledger.ts'
import type { Batch } from './place.ts'

/**
 * Charges what was used, gives back what was not, and writes the audit rows; once, however often a batch comes, and as a
 * whole, for what fails half-way comes again.
 * @returns the rows that were written
 */
export function settleBatch(
  storage: DurableObjectStorage,
  { id, releases }: Batch,
  now: number,
): NewAuditRow[] {
  const { sql } = storage
  return storage.transactionSync(() => {
    if (!isFirst(sql, id, now)) return []
    const open = releasedTogether(releases).filter((part) => release(sql, part))
    const leases = new Set(open.map(({ lease }) => lease))
    // One that was taken as lost has its row.
    const rows = releases.flatMap(({ lease, row }) => (row && leases.has(lease) ? [row] : []))
    writeAudit(sql, rows, now)
    return rows
  })
}

/** Leases made before a time, and those of another process than `process`, become rows: nobody will settle them. */
export function settleLost(
  storage: DurableObjectStorage,
  madeBefore: number,
  process: string,
  now: number,
): void {
  const { sql } = storage
  storage.transactionSync(() =>
    writeAudit(sql, takeLost(sql, madeBefore, process).flatMap(unsettledRows), now),
  )
}

/** Notes a batch of settlements. @returns whether it comes for the first time: a call that failed may have arrived */
function isFirst(sql: SqlStorage, batch: string, now: number): boolean {
  return sql.exec('INSERT OR IGNORE INTO batches (id, at) VALUES (?, ?)', batch, now).rowsWritten > 0
}

/** @returns the parts of one lease as one, those with nothing delivered apart */
function releasedTogether(parts: readonly Released[]): Released[] {
  const together = new Map<string, Released>()
  for (const { lease, actions, reserved, spent } of parts) {
    const key = `${lease} ${spent === null}`
    const before = together.get(key)
    together.set(key, {
      lease,
      actions: actions + (before?.actions ?? 0),
      reserved: sum(reserved, before?.reserved),
      spent: spent && sum(spent, before?.spent),
    })
  }
  return [...together.values()]
}

const sum = (one: Cost, other: Cost | null = null): Cost => ({
  tokens: one.tokens + (other?.tokens ?? 0),
  millirupiah: one.millirupiah + (other?.millirupiah ?? 0),
})

/**
 * Rows of requests whose process died before it said how they went: charged in full, in tokens read, and nothing else is
 * known of them; of actions in advance not even whether they were asked.
 */
function unsettledRows({ keyId, actions, tokens, millirupiah }: LostLease): NewAuditRow[] {
  const unknown = { helper: '', upstream: '', dataClass: '', promptVersion: 0, policyRevision: 0 }
  const nothing = { charsIn: 0, charsOut: 0, hidden: 0, tokensOut: 0, milliseconds: 0 }
  // A lease holds the same for each of its actions.
  const each = { tokensIn: Math.round(tokens / actions), millirupiah: Math.round(millirupiah / actions) }
  return Array.from({ length: actions }, () => ({
    keyId,
    ...unknown,
    ...nothing,
    ...each,
    outcome: 'unsettled',
  }))
}
