// What a device may ask of the gateway besides chat: to be enrolled, and what it has used.
import * as z from 'zod/mini'

const Label = z.string().check(z.trim(), z.minLength(1), z.maxLength(80))

export const Enrol = z.strictObject({
  token: z.string().check(z.minLength(1), z.maxLength(200)),
  /** What the key is called in the admin's list, e.g. the browser's name. No personal data. */
  device: z.optional(Label),
})
export const Enrolled = z.object({
  office: z.object({ id: z.string(), name: z.string() }),
  key: z.string(),
  keyId: z.string(),
  /** Ed25519 key that the office's policy is signed with, base64url; missing where the gateway has no master key. */
  policyKey: z.optional(z.string()),
})
export type Enrolled = z.infer<typeof Enrolled>

/** What a browser gets for its old secret, where the admin asked for it. */
export const Renewed = z.object({ key: z.string(), keyId: z.string() })

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
  /** The office's month, and its day. */
  officeActions: Allowance,
  officeTokens: Allowance,
  officeDay: z.optional(Allowance),
  /** Of the class or other group that the key belongs to: its day, and all of it. */
  groupDay: z.optional(Allowance),
  groupTotal: z.optional(Allowance),
  /** The last day that the key works, in Jakarta. */
  expiresOn: z.optional(z.nullable(z.iso.date())),
})
export type Usage = z.infer<typeof Usage>
