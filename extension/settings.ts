// What is kept in the browser: how it is connected, and what the person chose. Values set by the office's browser
// policy win and are shown locked (R11). Read whenever needed, for a worker may die at any moment.
import * as z from 'zod/mini'
import { browser } from 'wxt/browser'
import { Policy } from '../shared/protocol/index.ts'

const GatewayUrl = z.string().check(z.regex(/^https?:\/\/[^\s/?#]+(\/[^\s?#]*)?$/))

const Stored = z.object({
  gatewayUrl: z.optional(GatewayUrl),
  key: z.optional(z.string()),
  policy: z.optional(Policy),
  language: z.optional(z.enum(['id', 'en'])),
  /** Buttons in the page: off everywhere, or for some hosts only. */
  launcherOff: z.optional(z.boolean()),
  launcherOffHosts: z.optional(z.array(z.string())),
  history: z.optional(z.boolean()),
})
export type Stored = z.infer<typeof Stored>

export const Managed = z.object({
  gatewayUrl: z.optional(GatewayUrl),
  enrolmentToken: z.optional(z.string()),
  launcher: z.optional(z.boolean()),
  history: z.optional(z.boolean()),
  language: z.optional(z.enum(['id', 'en'])),
  helpdesk: z.optional(z.string()),
})
export type Managed = z.infer<typeof Managed>

export interface Settings {
  gatewayUrl: string | undefined
  key: string | undefined
  policy: Policy | undefined
  language: 'id' | 'en'
  launcher: boolean
  launcherOffHosts: string[]
  history: boolean
  managed: Managed
}

/** @returns the settings in force. Entries of a wrong form count as not set. */
export async function readSettings(): Promise<Settings> {
  const [stored, managed] = await Promise.all([readStored(), readManaged()])
  return {
    gatewayUrl: (managed.gatewayUrl ?? stored.gatewayUrl)?.replace(/\/+$/, ''),
    key: stored.key,
    policy: stored.policy,
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
  await browser.storage.local.remove(['gatewayUrl', 'key', 'policy'])
}

/** Calls back whenever a setting changes, here or by policy. */
export function watchSettings(changed: () => void): void {
  browser.storage.onChanged.addListener((_changes, area) => {
    if (area === 'local' || area === 'managed') changed()
  })
}

async function readStored(): Promise<Stored> {
  return parseEntries(Stored, await browser.storage.local.get(Object.keys(Stored.shape)))
}

/** Firefox throws where no policy is set. */
async function readManaged(): Promise<Managed> {
  const found = await browser.storage.managed.get(null).catch(() => ({}))
  return parseEntries(Managed, found)
}

/** One broken entry must not take the others with it. */
function parseEntries<T extends z.ZodMiniObject>(schema: T, found: Record<string, unknown>): z.output<T> {
  const whole = schema.safeParse(found)
  if (whole.success) return whole.data
  const broken = new Set(whole.error.issues.map((issue) => String(issue.path[0])))
  return schema.parse(Object.fromEntries(Object.entries(found).filter(([name]) => !broken.has(name))))
}
