// The limits of a key as a form holds them.
import type { KeyLimits } from '../../shared/protocol/admin.ts'
import type { HelperName } from '../../shared/protocol/helpers.ts'
import type { DataClass } from '../../shared/protocol/policy.ts'
import { countOf, textOfCount } from './caps.ts'

/** What the gateway takes where nothing is said (objects/ledger.ts). */
export const defaultPerDay = 500

export interface LimitFields {
  perMinute: string
  perDay: string
  isDayUnlimited: boolean
  /** None = all that the policy opens. */
  helpers: HelperName[]
  /** Empty = as the policy says. */
  dataClass: DataClass | ''
}

/** @returns the fields of limits as they are stored */
export function fieldsOf(limits: KeyLimits): LimitFields {
  return {
    perMinute: textOfCount(limits.actionsPerMinute),
    perDay: textOfCount(limits.actionsPerDay),
    isDayUnlimited: limits.actionsPerDay === null,
    helpers: limits.helpers ?? [],
    dataClass: limits.dataClass ?? '',
  }
}

/** @returns the limits to be stored. An empty day is the gateway's default, which is said: it may replace another. */
export function limitsOf(fields: LimitFields): KeyLimits {
  return {
    actionsPerMinute: countOf(fields.perMinute),
    actionsPerDay: fields.isDayUnlimited ? null : (countOf(fields.perDay) ?? defaultPerDay),
    helpers: fields.helpers.length === 0 ? null : fields.helpers,
    dataClass: fields.dataClass || null,
  }
}
