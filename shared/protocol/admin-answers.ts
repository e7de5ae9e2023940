// What the admin API answers, as the console reads it. A field that a newer gateway adds is passed over.
import * as z from 'zod/mini'
import { CityPolicy, GroupLimits, KeyLimits, KillSwitch, NewUpstream, OfficeLimits } from './admin.ts'
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

const Breaker = z.enum(['closed', 'half-open', 'open'])

/** An upstream without its key. */
export const UpstreamShown = z.object({
  ...z.omit(NewUpstream, { key: true }).shape,
  hasKey: z.boolean(),
  breaker: Breaker,
})
export type UpstreamShown = z.infer<typeof UpstreamShown>

/** Those that answer without being registered: the operator's own, or the embedded engine. */
export const UnregisteredUpstream = z.object({
  id: z.string(),
  kind: NewUpstream.shape.kind,
  model: z.string(),
  location: z.string(),
  breaker: Breaker,
})
export type UnregisteredUpstream = z.infer<typeof UnregisteredUpstream>
export const Upstreams = z.object({
  upstreams: z.array(UpstreamShown),
  unregistered: z._default(z.array(UnregisteredUpstream), []),
})
export type Upstreams = z.infer<typeof Upstreams>

/** How the canned letter fared. */
export const Trial = z.object({
  ok: z.boolean(),
  code: z.nullable(z.string()),
  firstTokenMs: z.nullable(z.number()),
  milliseconds: z.number(),
  letter: z.string(),
  received: z.array(z.object({ role: z.string(), content: z.string() })),
  answer: z.string(),
})
export type Trial = z.infer<typeof Trial>

export const SwitchedOff = z.object({
  kind: KillSwitch.shape.kind,
  id: z.string(),
  reason: z.string(),
  at: Time,
})
export type SwitchedOff = z.infer<typeof SwitchedOff>

/** Revision 0 = nothing was ever published, the defaults hold. */
export const PolicyNow = z.object({ revision: z.int(), policy: CityPolicy })
export type PolicyNow = z.infer<typeof PolicyNow>
export const Revision = z.object({
  revision: z.int(),
  comment: z.string(),
  at: Time,
  /** `token`, or an account; null = not known. */
  actor: z._default(z.nullable(z.string()), null),
})
export type Revision = z.infer<typeof Revision>
/** One rule of the city (no office) or of an office; without a value it is not ruled there. */
export const PolicyChange = z.object({
  office: z.string(),
  rule: z.string(),
  before: z.optional(z.unknown()),
  after: z.optional(z.unknown()),
})
export type PolicyChange = z.infer<typeof PolicyChange>
export const PolicyDiff = z.object({ revision: z.int(), changes: z.array(PolicyChange) })

/** What was done in a span, by what it was grouped by. */
export const AuditSum = z.object({
  day: z.optional(z.string()),
  month: z.optional(z.string()),
  helper: z.optional(z.string()),
  upstream: z.optional(z.string()),
  class: z.optional(z.string()),
  key: z.optional(z.string()),
  outcome: z.optional(z.string()),
  requests: z.int(),
  tokensIn: z.int(),
  tokensOut: z.int(),
  hidden: z.int(),
  millirupiah: z.int(),
})
export type AuditSum = z.infer<typeof AuditSum>
export const AuditSums = z.object({ sums: z.array(AuditSum), next: z.nullable(z.int()) })
export type AuditSums = z.infer<typeof AuditSums>

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
  sentAt: MaybeTime,
})
export type AlarmShown = z.infer<typeof AlarmShown>

/** What an admin did; `detail` is JSON. */
export const Act = z.object({
  id: z.int(),
  at: Time,
  actor: z.string(),
  act: z.string(),
  subject: z.string(),
  detail: z.string(),
})
export type Act = z.infer<typeof Act>

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
