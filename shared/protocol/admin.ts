// What an IT admin may ask of the gateway: offices, keys, groups, upstreams, policy. Apart from the other borders, for
// the extension loads those and none of this.
import * as z from 'zod/mini'
import { HelperName } from './helpers.ts'
import { DataClass, NeverHidden, RuleChanges } from './policy.ts'

/** Short name, part of an office's keys: no underscore, for that divides the key. */
const Slug = z.string().check(z.regex(/^[a-z0-9]([a-z0-9-]{0,38}[a-z0-9])?$/))
const Label = z.string().check(z.trim(), z.minLength(1), z.maxLength(80))
const Count = z.nullable(z.int().check(z.gte(0), z.lte(1_000_000_000)))
/** A day in Jakarta; what expires on it holds until 23:59. */
const Day = z.iso.date()

/** Limits of one key. `null` = no limit; a field left out = the gateway's default. */
export const KeyLimits = z.strictObject({
  actionsPerMinute: z.optional(Count),
  actionsPerDay: z.optional(Count),
  /** Which helpers it may call; null = all that the policy allows. */
  helpers: z.optional(z.nullable(z.array(HelperName).check(z.minLength(1)))),
  /** The highest class of text that it may send. */
  dataClass: z.optional(z.nullable(DataClass)),
})
export type KeyLimits = z.infer<typeof KeyLimits>

/** Limits of an office, over all its keys. Days and months turn at midnight, Asia/Jakarta. */
export const OfficeLimits = z.strictObject({
  actionsPerDay: z.optional(Count),
  actionsPerMonth: z.optional(Count),
  tokensPerMonth: z.optional(Count),
  rupiahPerMonth: z.optional(Count),
})
export type OfficeLimits = z.infer<typeof OfficeLimits>

/** Limits of a group of keys, such as a class: of a day, and of all its life. */
export const GroupLimits = z.strictObject({
  actionsPerDay: z.optional(Count),
  actionsTotal: z.optional(Count),
})
export type GroupLimits = z.infer<typeof GroupLimits>

/** Names that begin so are those of classes, which have objects of the same kind. */
const OfficeId = Slug.check(z.refine((id) => !id.startsWith('kelas-')))
export const NewOffice = z.strictObject({ id: OfficeId, name: Label, limits: z.optional(OfficeLimits) })
export type NewOffice = z.infer<typeof NewOffice>
export const OfficeName = z.strictObject({ name: Label })

/** Rows are judged one by one, so a wrong one is named and not the whole list. */
export const ImportOffices = z.strictObject({
  rows: z.array(z.unknown()).check(z.minLength(1), z.maxLength(500)),
  /** Only says what would happen. */
  dryRun: z.optional(z.boolean()),
})

export const NewGroup = z.strictObject({ id: Slug, label: Label, limits: z.optional(GroupLimits) })
export type NewGroup = z.infer<typeof NewGroup>

export const NewKey = z.strictObject({
  label: Label,
  limits: z.optional(KeyLimits),
  expiresOn: z.optional(z.nullable(Day)),
  group: z.optional(Slug),
})
export type NewKey = z.infer<typeof NewKey>

/** For so many hours the old secret works beside the new one; 0 = it ends at once. */
export const RotateKey = z.strictObject({ overlapHours: z.int().check(z.gte(0), z.lte(24 * 90)) })
/** Keys whose browsers are to fetch new secrets: one, or all of a label, a group, a link. The old ones end after this. */
export const AskRenewal = z.strictObject({
  by: z.enum(['key', 'label', 'group', 'enrolment']),
  value: Label,
  withinHours: z.int().check(z.gte(1), z.lte(24 * 90)),
})
export const KeyExpiry = z.strictObject({ expiresOn: z.nullable(Day) })

export const NeverHide = z.strictObject({ terms: z.array(NeverHidden).check(z.maxLength(500)) })
export type NeverHide = z.infer<typeof NeverHide>

/** An enrolment token: how many devices it may enrol, until when (ISO 8601), and what their keys get. */
export const NewEnrolment = z.strictObject({
  label: z.optional(Label),
  devices: z.optional(z.int().check(z.gte(1), z.lte(10_000))),
  expiresAt: z.optional(z.iso.datetime({ offset: true })),
  limits: z.optional(KeyLimits),
  keysExpireOn: z.optional(z.nullable(Day)),
  group: z.optional(Slug),
})
export type NewEnrolment = z.infer<typeof NewEnrolment>

/** How a model that thinks aloud is told not to; servers differ. */
export const thinkingSwitches = ['as-is', 'template', 'effort', 'think'] as const

const Rupiah = z.number().check(z.gte(0), z.lte(100_000_000))
const upstreamFields = {
  label: Label,
  kind: z.enum(['openai', 'workers-ai', 'offline']),
  /** Ends before `/chat/completions`; for kind `openai` alone. */
  baseUrl: z.optional(
    z.string().check(
      z.maxLength(300),
      z.regex(/^https?:\/\/[^\s@?#]+$/),
      z.refine((text) => URL.canParse(text)),
    ),
  ),
  model: z.string().check(z.trim(), z.minLength(1), z.maxLength(120)),
  /** Where it stands, as staff and the register of processing read it. */
  location: Label,
  /** Number and date of the agreement with who runs it. */
  contract: z._default(z.string().check(z.maxLength(200)), ''),
  /** Offices that it is approved for; null = all. */
  offices: z._default(z.nullable(z.array(Slug).check(z.maxLength(1000))), null),
  classes: z.array(DataClass).check(z.minLength(1)),
  /** Per million tokens. */
  rupiahIn: z._default(Rupiah, 0),
  rupiahOut: z._default(Rupiah, 0),
  /** The lowest number is asked first. */
  priority: z._default(z.int().check(z.gte(0), z.lte(1000)), 100),
  requestsPerMinute: z._default(z.nullable(z.int().check(z.gte(1), z.lte(100_000))), null),
  thinking: z._default(z.enum(thinkingSwitches), 'as-is'),
}
/** An upstream as an admin registers it. The key is kept encrypted and never shown again. */
export const NewUpstream = z.strictObject({
  id: Slug,
  ...upstreamFields,
  key: z.optional(z.nullable(Secret())),
})
export type NewUpstream = z.infer<typeof NewUpstream>
/** A change replaces all but the key, which stays where it is left out; null takes it away. */
export const ChangeUpstream = z.strictObject({ ...upstreamFields, key: z.optional(z.nullable(Secret())) })
export type ChangeUpstream = z.infer<typeof ChangeUpstream>

function Secret() {
  return z.string().check(z.minLength(1), z.maxLength(500), z.regex(/^[\x21-\x7e]+$/))
}

/** The city's rules, and per office what differs. */
export const CityPolicy = z.strictObject({
  rules: RuleChanges,
  offices: z._default(z.record(Slug, RuleChanges), {}),
})
export type CityPolicy = z.infer<typeof CityPolicy>

export const PublishPolicy = z.strictObject({
  policy: CityPolicy,
  comment: z.string().check(z.trim(), z.minLength(1), z.maxLength(300)),
  /** The revision that this one was written from: another admin's meanwhile is not overwritten unseen. */
  basedOn: z.int().check(z.gte(0)),
  /** A number above the next: after a restore browsers hold a later revision than the city, and take none before it. */
  revision: z.optional(z.int().check(z.gte(1), z.lte(1_000_000))),
})
export const RollBackPolicy = z.strictObject({
  revision: z.int().check(z.gte(1)),
  basedOn: z.int().check(z.gte(0)),
})

/** What can be switched off at once: the city, one office, one helper, one upstream. */
export const KillSwitch = z.strictObject({
  kind: z.enum(['city', 'office', 'helper', 'upstream']),
  /** Empty for the city. */
  id: z._default(z.string().check(z.maxLength(60)), ''),
  off: z.boolean(),
  reason: z._default(z.string().check(z.maxLength(200)), ''),
})
export type KillSwitch = z.infer<typeof KillSwitch>

/** One act at the gateway, as written to an office's audit and as exported: counts and names of ours, no content (D9). */
export const AuditRow = z.object({
  id: z.int(),
  minute: z.int(),
  keyId: z.string(),
  helper: z.string(),
  promptVersion: z.int(),
  upstream: z.string(),
  dataClass: z.string(),
  policyRevision: z.int(),
  charsIn: z.int(),
  charsOut: z.int(),
  hidden: z.int(),
  tokensIn: z.int(),
  tokensOut: z.int(),
  millirupiah: z.int(),
  outcome: z.string(),
  milliseconds: z.int(),
})
export type AuditRow = z.infer<typeof AuditRow>

/** The last line of an export: what the rows before it must come to. Signed with the city's key. */
export const AuditSeal = z.object({
  office: z.string(),
  /** The time that was asked for: an export of fewer days must not pass for all. */
  from: z.string(),
  to: z.string(),
  rows: z.int(),
  /** Hash before the first row, and of the last one. */
  first: z.string(),
  last: z.string(),
  at: z.string(),
  publicKey: z.string(),
  signature: z.string(),
})
export type AuditSeal = z.infer<typeof AuditSeal>
