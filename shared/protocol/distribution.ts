// The packed extension as the gateway hands it out, and the browser policies that install and connect it.
import * as z from 'zod/mini'

/** What `npm run package` made. */
export const Release = z.object({
  version: z.string().check(z.regex(/^\d+(\.\d+){0,3}$/)),
  /** How Chromium names the extension that the city signed. */
  id: z.string().check(z.regex(/^[a-p]{32}$/)),
  files: z.array(z.object({ name: z.string(), bytes: z.int(), sha256: z.string() })),
})
export type Release = z.infer<typeof Release>

/** Which browsers on which PCs a policy file is for. */
export const policyTargets = [
  'chrome-windows',
  'edge-windows',
  'chrome-linux',
  'chromium-linux',
  'edge-linux',
  'chrome-macos',
  'edge-macos',
  'firefox',
  'admx',
] as const
export const PolicyTarget = z.enum(policyTargets)
export type PolicyTarget = z.infer<typeof PolicyTarget>

export const WantedPolicy = z.strictObject({
  target: PolicyTarget,
  /** The office's enrolment token (`pde_…`), with which each PC gets a key of its own. */
  enrolmentToken: z.optional(z.string().check(z.regex(/^pde_[\w-]{1,190}$/))),
})
