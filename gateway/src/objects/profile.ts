// What an office is: one row in its own object.
import { OfficeLimits } from '../../../shared/protocol/admin.ts'

export interface OfficeProfile {
  id: string
  name: string
  limits: OfficeLimits
  suspendedAt: number | null
  removedAt: number | null
  /** Of a class: when its last key ends. What is known of it goes as that of a removed office does. */
  closesAt: number | null
}

/** @returns null where the office was never opened */
export function readProfile(sql: SqlStorage): OfficeProfile | null {
  const [row] = sql.exec<ProfileRow>('SELECT * FROM profile').toArray()
  return row ? profileOf(row) : null
}

type ProfileRow = {
  id: string
  name: string
  limits: string
  suspended_at: number | null
  removed_at: number | null
  closes_at: number | null
}

function profileOf(row: ProfileRow): OfficeProfile {
  return {
    id: row.id,
    name: row.name,
    limits: OfficeLimits.parse(JSON.parse(row.limits)),
    suspendedAt: row.suspended_at,
    removedAt: row.removed_at,
    closesAt: row.closes_at,
  }
}
