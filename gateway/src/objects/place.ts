// What passes between a request and its office: whose the key is, a place in the quota, and what is given back.
import type { KeyLimits } from '../../../shared/protocol/admin.ts'
import type { NewAuditRow } from './audit.ts'
import type { WantedOfKey } from './keys.ts'
import type { Cost, Released } from './ledger.ts'

/** A request's place in the quota. */
export interface Admitted {
  lease: number
  keyId: string
  office: { id: string; name: string }
  reserved: Cost
}

/** Actions that a key may spend without asking, until a time (ms since 1970). */
export interface InAdvance {
  limits: KeyLimits
  actions: number
  /** What each of them may cost. */
  each: Cost
  until: number
}

/** What a request, or actions in advance that were not needed, give back; with the row of a request. */
export type Release = Released & { row: NewAuditRow | null }

/** Releases that go in one call, and are taken once under their id. */
export interface Batch {
  id: string
  releases: Release[]
}

/** What a request wants of the office. */
export type Wanted = WantedOfKey & {
  /** The most it can cost. */
  most: Cost
}

/** Whose a key is. */
export interface Holder {
  office: { id: string; name: string }
  limits: KeyLimits
  /** In whose name replies are written, where that is not the office itself: a class's participant. */
  asOffice: string | null
  /** Its device has a new secret to fetch. */
  isAskedToRenew: boolean
}
