// Who works at the console, and how they come in: accounts with roles, passkeys, recovery codes, sessions. Crosses the
// border between the console's pages and the gateway; the extension loads none of it.
import * as z from 'zod/mini'

const Label = z.string().check(z.trim(), z.minLength(1), z.maxLength(80))
const Slug = z.string().check(z.regex(/^[a-z0-9]([a-z0-9-]{0,38}[a-z0-9])?$/))

const Email = z.pipe(
  z.email().check(z.maxLength(200)),
  z.transform((email: string) => email.toLowerCase()),
)

/**
 * `city`: all. `office`: keys, links and audit of one office. `auditor`: reads all, changes nothing. `trainer`: classes.
 */
export const roles = ['city', 'office', 'auditor', 'trainer'] as const
export const Role = z.enum(roles)
export type Role = z.infer<typeof Role>

const account = {
  name: Label,
  role: Role,
  /** For the role `office` alone. */
  office: z._default(z.nullable(Slug), null),
  /** By which a proxy in front of the console names this account; null = it comes in by itself alone. */
  email: z._default(z.nullable(Email), null),
}
const officeOfRole = z.refine<{ role: Role; office: string | null }>(
  ({ role, office }) => (role === 'office') === (office !== null),
  { path: ['office'] },
)

export const NewAdmin = z.strictObject(account).check(officeOfRole)
export type NewAdmin = z.infer<typeof NewAdmin>
export const ChangeAdmin = z.strictObject({ ...account, disabled: z.boolean() }).check(officeOfRole)
export type ChangeAdmin = z.infer<typeof ChangeAdmin>

export const AdminEntry = z.object({
  id: z.string(),
  name: z.string(),
  role: Role,
  office: z.nullable(z.string()),
  email: z.nullable(z.string()),
  madeAt: z.int(),
  disabledAt: z.nullable(z.int()),
  passkeys: z.int(),
  lastSeenAt: z.nullable(z.int()),
})
export type AdminEntry = z.infer<typeof AdminEntry>

/** Who is signed in. `id` null = whoever has the admin token of the gateway's environment. */
export const Actor = z.object({
  id: z.nullable(z.string()),
  name: z.string(),
  role: Role,
  office: z.nullable(z.string()),
})
export type Actor = z.infer<typeof Actor>

/** By what somebody can come in here, besides the admin token and recovery codes. */
export const WaysIn = z.object({ passkey: z.boolean(), proxy: z.boolean() })

/** A session as its owner sees it. */
export const SessionEntry = z.object({
  id: z.string(),
  /** "Chrome Windows". */
  label: z.string(),
  madeAt: z.int(),
  expiresAt: z.int(),
  isThis: z.boolean(),
})
export type SessionEntry = z.infer<typeof SessionEntry>

export const PasskeyEntry = z.object({
  id: z.string(),
  label: z.string(),
  madeAt: z.int(),
  lastUsedAt: z.nullable(z.int()),
})
export type PasskeyEntry = z.infer<typeof PasskeyEntry>

const Secret = z.string().check(z.minLength(1), z.maxLength(200))
export const SignInWithToken = z.strictObject({ token: Secret })
export const SignInWithCode = z.strictObject({ code: Secret })

/** What the browser's authenticator says, as `@simplewebauthn/browser` gives it; what is in it the server's half checks. */
const Encoded = z.string().check(z.maxLength(20_000), z.regex(/^[\w-]*$/))
const credential = {
  id: Encoded,
  rawId: Encoded,
  type: z.literal('public-key'),
  clientExtensionResults: z.record(z.string(), z.unknown()),
  authenticatorAttachment: z.optional(z.nullable(z.enum(['platform', 'cross-platform']))),
}
export const PasskeyMade = z.strictObject({
  label: Label,
  response: z.object({
    ...credential,
    response: z.object({
      clientDataJSON: Encoded,
      attestationObject: Encoded,
      transports: z.optional(z.array(z.string().check(z.maxLength(20))).check(z.maxLength(10))),
    }),
  }),
})
export type PasskeyMade = z.infer<typeof PasskeyMade>
export const PasskeyShown = z.strictObject({
  response: z.object({
    ...credential,
    response: z.object({
      clientDataJSON: Encoded,
      authenticatorData: Encoded,
      signature: Encoded,
      userHandle: z.optional(z.nullable(Encoded)),
    }),
  }),
})
export type PasskeyShown = z.infer<typeof PasskeyShown>

/** An invitation opens once: its holder makes a passkey and is told recovery codes. */
export const Invitation = z.strictObject({ token: Secret })
export const AcceptInvitation = z.extend(PasskeyMade, { token: Secret })

/** Shown once: each opens the console a single time. */
export const RecoveryCodes = z.object({ codes: z.array(z.string()) })

const Use = z.object({ used: z.int(), cap: z.nullable(z.int()), resetsAt: z.string() })
/** The first page: today, the last fortnight, and what needs somebody's attention. `null` where nothing was used yet. */
export const Summary = z.object({
  city: z.string(),
  day: z.iso.date(),
  /** Of the last fourteen days, the oldest first; a day without use stands there with zeros. */
  days: z.array(z.object({ day: z.iso.date(), requests: z.int(), failed: z.int(), hidden: z.int() })),
  /** Outcomes of today that were no answers, the most frequent first. */
  failures: z.array(z.object({ code: z.string(), requests: z.int() })),
  helpers: z.array(z.object({ helper: z.string(), requests: z.int() })),
  offices: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      /** A class's people stand under the class. */
      isClass: z.boolean(),
      month: Use,
      rupiah: Use,
      lastDay: z.nullable(z.iso.date()),
    }),
  ),
  off: z.array(z.object({ kind: z.string(), id: z.string(), reason: z.string() })),
  upstreams: z.array(
    z.object({ id: z.string(), model: z.string(), location: z.string(), breaker: z.string() }),
  ),
})
export type Summary = z.infer<typeof Summary>
