// What a person or an office's IT admin may ask of the gateway besides chat: enrolment, usage, policy, offices and keys.
import * as z from 'zod/mini'
import { HelperName } from './helpers.ts'

/** Short name of an office, part of its keys: no underscore, for that divides the key. */
const OfficeId = z.string().check(z.regex(/^[a-z0-9]([a-z0-9-]{0,38}[a-z0-9])?$/))

const Label = z.string().check(z.trim(), z.minLength(1), z.maxLength(80))
const Count = z.nullable(z.int().check(z.gte(0), z.lte(1_000_000_000)))

/** Limits of one key. `null` = no limit; a field left out = the gateway's default. */
export const KeyLimits = z.strictObject({
  actionsPerMinute: z.optional(Count),
  actionsPerDay: z.optional(Count),
})
export type KeyLimits = z.infer<typeof KeyLimits>

/** Limits of an office, over all its keys. Days and months turn at midnight, Asia/Jakarta. */
export const OfficeLimits = z.strictObject({
  actionsPerMonth: z.optional(Count),
  tokensPerMonth: z.optional(Count),
})
export type OfficeLimits = z.infer<typeof OfficeLimits>

export const NewOffice = z.strictObject({ id: OfficeId, name: Label, limits: z.optional(OfficeLimits) })
export type NewOffice = z.infer<typeof NewOffice>
export const NewKey = z.strictObject({ label: Label, limits: z.optional(KeyLimits) })
export type NewKey = z.infer<typeof NewKey>

/**
 * A word of the office's own that redaction takes for personal data: the founder in a hall's name, a programme called
 * after somebody. Never a number or an address of a person, whoever asks.
 */
const NeverHidden = z.string().check(
  z.trim(),
  z.minLength(2),
  z.maxLength(80),
  z.refine((term) => !/@|(?:\d\D{0,3}){5}/.test(term)),
)
export const NeverHide = z.strictObject({ terms: z.array(NeverHidden).check(z.maxLength(500)) })
export type NeverHide = z.infer<typeof NeverHide>

/** An enrolment token: how many devices it may enrol, until when (ISO 8601), and the limits their keys get. */
export const NewEnrolment = z.strictObject({
  label: z.optional(Label),
  devices: z.optional(z.int().check(z.gte(1), z.lte(10_000))),
  expiresAt: z.optional(z.iso.datetime({ offset: true })),
  limits: z.optional(KeyLimits),
})
export type NewEnrolment = z.infer<typeof NewEnrolment>

export const Enrol = z.strictObject({
  token: z.string().check(z.minLength(1), z.maxLength(200)),
  /** What the key is called in the admin's list, e.g. the browser's name. No personal data. */
  device: z.optional(Label),
})
export const Enrolled = z.object({
  office: z.object({ id: z.string(), name: z.string() }),
  key: z.string(),
  keyId: z.string(),
})
export type Enrolled = z.infer<typeof Enrolled>

/** One row of the ledger. `cap` null = no limit; `resetsAt` ISO 8601 with the offset of Jakarta. */
export const Allowance = z.object({ used: z.int(), cap: z.nullable(z.int()), resetsAt: z.string() })
export type Allowance = z.infer<typeof Allowance>

export const Usage = z.object({
  office: z.object({ id: z.string(), name: z.string() }),
  keyId: z.string(),
  /** The key's own actions today. */
  actions: Allowance,
  minute: Allowance,
  tokens: Allowance,
  officeActions: Allowance,
  officeTokens: Allowance,
})
export type Usage = z.infer<typeof Usage>

export const Policy = z.object({
  revision: z.int(),
  city: z.string(),
  office: z.object({ id: z.string(), name: z.string() }),
  helpers: z.array(HelperName),
  /** Where the text goes, for the privacy line (R25). `offline` = stays at the gateway. */
  upstream: z.object({ kind: z.enum(['offline', 'openai']), model: z.string(), location: z.string() }),
  /** Terms that the office approved to stay readable. */
  neverHide: z._default(z.array(z.string()), []),
  disclosure: z.string(),
  helpdesk: z.string(),
  dpo: z.string(),
})
export type Policy = z.infer<typeof Policy>
