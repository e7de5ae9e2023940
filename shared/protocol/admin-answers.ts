// What the admin API answers, as the console reads it. A field that a newer gateway adds is passed over.
import * as z from 'zod/mini'
import { GroupLimits, KeyLimits, OfficeLimits } from './admin.ts'
import { Actor, PasskeyEntry, SessionEntry } from './console.ts'
import { Allowance } from './office.ts'

/** Milliseconds since 1970. */
const Time = z.int()
const MaybeTime = z.nullable(Time)

export const Me = z.object({
  actor: Actor,
  city: z.string(),
  passkeys: z.array(PasskeyEntry),
  codesLeft: z.int(),
  sessions: z.array(SessionEntry),
})
export type Me = z.infer<typeof Me>

/** Who is invited, and what the browser makes a passkey from. */
export const InvitationOpened = z.object({ actor: Actor, options: z.looseObject({ challenge: z.string() }) })
export const PasskeyOptions = z.looseObject({ challenge: z.string() })
export const InvitationMade = z.object({ link: z.string(), expiresAt: z.string() })

export const OfficeEntry = z.object({
  id: z.string(),
  name: z.string(),
  neverHide: z.array(z.string()),
  suspendedAt: MaybeTime,
  removedAt: MaybeTime,
  /** Of this month; missing where nothing is known of it. */
  officeActions: z.optional(z.nullable(Allowance)),
})
export type OfficeEntry = z.infer<typeof OfficeEntry>

export const GroupShown = z.object({
  id: z.string(),
  label: z.string(),
  limits: GroupLimits,
  groupDay: Allowance,
  groupTotal: Allowance,
})
export type GroupShown = z.infer<typeof GroupShown>

/** One office with the rows of its ledger. */
export const OfficeOverview = z.object({
  id: z.string(),
  name: z.string(),
  limits: OfficeLimits,
  suspendedAt: MaybeTime,
  removedAt: MaybeTime,
  officeDay: Allowance,
  officeActions: Allowance,
  officeTokens: Allowance,
  officeRupiah: Allowance,
  groups: z.array(GroupShown),
})
export type OfficeOverview = z.infer<typeof OfficeOverview>

export const ImportResult = z.object({
  rows: z.array(
    z.object({
      row: z.int(),
      id: z.nullable(z.string()),
      ok: z.boolean(),
      problem: z.nullable(z.string()),
      param: z.nullable(z.string()),
    }),
  ),
  added: z.int(),
  dryRun: z.boolean(),
})
export type ImportResult = z.infer<typeof ImportResult>

/** A key without its secret. */
export const KeyShown = z.object({
  id: z.string(),
  label: z.string(),
  limits: KeyLimits,
  group: z.nullable(z.string()),
  enrolment: z.nullable(z.string()),
  madeAt: Time,
  expiresOn: z.nullable(z.string()),
  oldUntil: MaybeTime,
  renewBy: MaybeTime,
  revokedAt: MaybeTime,
  lastUsedAt: MaybeTime,
})
export type KeyShown = z.infer<typeof KeyShown>

/** The only time that the secret is told. */
export const KeyMade = z.object({ id: z.string(), key: z.string(), label: z.string() })
export type KeyMade = z.infer<typeof KeyMade>
export const RenewalAsked = z.object({ asked: z.array(z.string()), renewBy: z.string() })
export const Revoked = z.object({ revoked: z.array(z.string()) })

/** A link without its token. */
export const EnrolmentShown = z.object({
  id: z.string(),
  label: z.string(),
  limits: KeyLimits,
  group: z.nullable(z.string()),
  devices: z.int(),
  enrolled: z.int(),
  madeAt: Time,
  expiresAt: z.string(),
  keysExpireOn: z.nullable(z.string()),
  revokedAt: MaybeTime,
})
export type EnrolmentShown = z.infer<typeof EnrolmentShown>
export const EnrolmentMade = z.object({ id: z.string(), link: z.string(), label: z.string() })
export type EnrolmentMade = z.infer<typeof EnrolmentMade>

/** What an admin should know before somebody calls. */
export const AlarmShown = z.object({
  office: z.object({ id: z.string(), name: z.string() }),
  id: z.int(),
  /** A row of the ledger (`officeActions`), or `keyExpires`. */
  name: z.string(),
  /** A group's or key's id; empty for the office. */
  subject: z.string(),
  /** The day or month that it is about. */
  period: z.string(),
  /** Percent of the cap, or days that are left. */
  level: z.int(),
  used: z.int(),
  cap: z.int(),
  at: Time,
})
export type AlarmShown = z.infer<typeof AlarmShown>
