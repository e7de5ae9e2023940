// What is kept in the browser: how it is connected, and what the person chose. Values set by the office's browser
// policy win and are shown locked (R11). Read whenever needed, for a worker may die at any moment.
import * as z from 'zod/mini'
import { browser } from 'wxt/browser'
import { Policy } from '../shared/protocol/index.ts'

const GatewayUrl = z.string().check(z.regex(/^https?:\/\/[^\s/?#]+(\/[^\s?#]*)?$/))

/** What an office may preset by browser policy (public/managed-schema.json lists the same). */
export const Managed = z.object({
  gatewayUrl: z.optional(GatewayUrl),
  enrolmentToken: z.optional(z.string()),
  launcher: z.optional(z.boolean()),
  history: z.optional(z.boolean()),
  language: z.optional(z.enum(['id', 'en'])),
  helpdesk: z.optional(z.string()),
  /** Ed25519 key that the policy must be signed with, base64url; wins over the one from enrolment. */
  policyPublicKey: z.optional(z.string()),
})
export type Managed = z.infer<typeof Managed>

const Stored = z.object({
  gatewayUrl: z.optional(GatewayUrl),
  key: z.optional(z.string()),
  policy: z.optional(Policy),
  /** By which the gateway tells whether it has changed. */
  policyEtag: z.optional(z.string()),
  /** What it must be signed with, as told at enrolment. */
  policyKey: z.optional(z.string()),
  /** The class that the key is of, by its name. */
  joined: z.optional(z.string()),
  /** The office's own connection, while a class has its place. */
  aside: z.optional(z.object({ gatewayUrl: GatewayUrl, key: z.string(), policyKey: z.optional(z.string()) })),
  language: z.optional(z.enum(['id', 'en'])),
  /** Buttons in the page: off everywhere, or for some hosts only. */
  launcherOff: z.optional(z.boolean()),
  launcherOffHosts: z.optional(z.array(z.string())),
  history: z.optional(z.boolean()),
  /** The browser policy as last seen: asking for the real one can take a second after the browser's start. */
  managed: z.optional(Managed),
})
export type Stored = z.infer<typeof Stored>

export interface Settings {
  gatewayUrl: string | undefined
  key: string | undefined
  policy: Policy | undefined
  policyEtag: string | undefined
  policyKey: string | undefined
  joined: string | undefined
  aside: Stored['aside']
  language: 'id' | 'en'
  launcher: boolean
  launcherOffHosts: string[]
  history: boolean
  managed: Managed
}

/** @returns the settings in force. Entries of a wrong form count as not set. */
export async function readSettings(): Promise<Settings> {
  const stored = parseEntries(Stored, await browser.storage.local.get(Object.keys(Stored.shape)))
  const managed = stored.managed ?? {}
  return {
    gatewayUrl: (managed.gatewayUrl ?? stored.gatewayUrl)?.replace(/\/+$/, ''),
    key: stored.key,
    policy: stored.policy,
    policyEtag: stored.policy && stored.policyEtag,
    policyKey: managed.policyPublicKey ?? stored.policyKey,
    joined: stored.joined,
    aside: stored.aside,
    language: managed.language ?? stored.language ?? 'id',
    launcher: (managed.launcher ?? true) && !stored.launcherOff,
    launcherOffHosts: stored.launcherOffHosts ?? [],
    history: (managed.history ?? true) && (stored.history ?? false),
    managed,
  }
}

export async function writeSettings(change: Partial<Stored>): Promise<void> {
  await browser.storage.local.set(change)
}

export async function forgetConnection(): Promise<void> {
  await browser.storage.local.remove([
    'gatewayUrl',
    'key',
    'policy',
    'policyEtag',
    'policyKey',
    'joined',
    'aside',
  ])
}

/** Reads the browser policy and keeps what it says. Firefox throws where no policy is set. */
export async function refreshManaged(): Promise<void> {
  const found: Record<string, unknown> = await browser.storage.managed.get(null).catch(() => ({}))
  const managed = parseEntries(Managed, found)
  const { managed: known } = await readSettings()
  if (JSON.stringify(managed) !== JSON.stringify(known)) await writeSettings({ managed })
}

/** Calls back whenever a setting changes, here or by policy. */
export function watchSettings(changed: () => void): void {
  browser.storage.onChanged.addListener((_changes, area) => {
    if (area === 'local') changed()
    if (area === 'managed') void refreshManaged()
  })
}

/** One broken entry must not take the others with it. */
function parseEntries<T extends z.ZodMiniObject>(schema: T, found: Record<string, unknown>): z.output<T> {
  const whole = schema.safeParse(found)
  if (whole.success) return whole.data
  const broken = new Set(whole.error.issues.map((issue) => String(issue.path[0])))
  return schema.parse(Object.fromEntries(Object.entries(found).filter(([name]) => !broken.has(name))))
}
