// Classes: a trainer makes one, people join it with a code that can be read off a wall, and get keys that last a little longer.
import * as z from 'zod/mini'
import { HelperName } from './helpers.ts'
import { ClassCode } from './joining.ts'
import { DataClass, Portals } from './policy.ts'

export { ClassCode, ClassToJoin, codeLength, codeSigns } from './joining.ts'

const Label = z.string().check(z.trim(), z.minLength(1), z.maxLength(80))
const Slug = z.string().check(z.regex(/^[a-z0-9]([a-z0-9-]{0,38}[a-z0-9])?$/))
const Moment = z.iso.datetime({ offset: true })

export const mostSeats = 60
/** Days that keys may outlast their class. */
export const mostDaysAfter = 30

const classFields = {
  name: Label,
  /** The offices that its people come from. */
  offices: z.array(Slug).check(z.minLength(1), z.maxLength(100)),
  seats: z.int().check(z.gte(1), z.lte(mostSeats)),
  startsAt: Moment,
  endsAt: Moment,
  /** The last day of its keys, until 23:59 in Jakarta. */
  keysUntil: z.iso.date(),
  helpers: z.array(HelperName).check(z.minLength(1)),
  /** A day's actions of each seat. */
  actionsPerSeat: z.int().check(z.gte(1), z.lte(500)),
  /** Upstreams by name; null = those of the city's policy. */
  upstreams: z._default(z.nullable(z.array(z.string().check(z.maxLength(60))).check(z.maxLength(20))), null),
  /** Empty = those of the city's policy. */
  portals: z._default(Portals, []),
  dataClass: z._default(DataClass, 'internal'),
}
const endsAfterItBegins = z.refine<{ startsAt: string; endsAt: string }>(
  ({ startsAt, endsAt }) => Date.parse(endsAt) > Date.parse(startsAt),
  { path: ['endsAt'] },
)
/** A course, not a way to have keys for years. */
const mostDays = 14
const endsInTime = z.refine<{ startsAt: string; endsAt: string }>(
  ({ startsAt, endsAt }) => Date.parse(endsAt) - Date.parse(startsAt) <= mostDays * 86_400_000,
  { path: ['endsAt'] },
)
const keysOutlastIt = z.refine<{ endsAt: string; keysUntil: string }>(
  ({ endsAt, keysUntil }) => {
    const after = Date.parse(`${keysUntil}T23:59:59.999+07:00`) - Date.parse(endsAt)
    // What is no date is named by its own field.
    return Number.isNaN(after) || (after >= 0 && after <= (mostDaysAfter + 1) * 86_400_000)
  },
  { path: ['keysUntil'] },
)
export const NewClass = z.strictObject(classFields).check(endsAfterItBegins, endsInTime, keysOutlastIt)
export type NewClass = z.infer<typeof NewClass>

/** One who joined. */
export const Seat = z.object({
  keyId: z.string(),
  name: z.string(),
  office: z.string(),
  joinedAt: z.int(),
  lastUsedAt: z.nullable(z.int()),
  revokedAt: z.nullable(z.int()),
  /** Actions of today, and of all days. */
  today: z.int(),
  total: z.int(),
})
export type Seat = z.infer<typeof Seat>

export const ClassEntry = z.object({
  ...classFields,
  /** Also the name of its ledger and audit, as an office's. */
  id: z.string(),
  joinCode: z.string(),
  madeAt: z.int(),
  endedAt: z.nullable(z.int()),
})
export type ClassEntry = z.infer<typeof ClassEntry>
export const ClassWithSeats = z.extend(ClassEntry, { seated: z.array(Seat), joined: z.int() })
export type ClassWithSeats = z.infer<typeof ClassWithSeats>

/** `keys`: whether those that were given work on until their day. */
export const EndClass = z.strictObject({ keys: z.enum(['keep', 'revoke']) })

/** What is looked at before a class, each with whether it will hold. */
export const preflightChecks = ['keys', 'quota', 'open', 'upstream', 'burst'] as const
export const Preflight = z.object({
  ok: z.boolean(),
  checks: z.array(
    z.object({
      check: z.enum(preflightChecks),
      ok: z.boolean(),
      /** In Indonesian: what was seen, and what to do where it does not hold. */
      says: z.string(),
    }),
  ),
})
export type Preflight = z.infer<typeof Preflight>

export const JoinClass = z.strictObject({
  code: ClassCode,
  office: Slug,
  /** Name or initials, as the trainer will see it. */
  name: z.string().check(z.trim(), z.minLength(1), z.maxLength(40)),
  /** A random number of this browser's own: whoever joins again keeps their seat. */
  device: z.uuid(),
})
export type JoinClass = z.infer<typeof JoinClass>
