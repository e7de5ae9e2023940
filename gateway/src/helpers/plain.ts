// Texts of others, made harmless for what is built from them.
import type { HelperContext } from './helper.ts'

/** "{{x}}" written by a citizen must not become a slot of a draft. */
export function withoutSlots(source: string): string {
  return source.replace(/\{(?=\{)/g, '{ ').replace(/\}(?=\})/g, '} ')
}

/** Names that an admin typed stand in prompts and drafts: one line, and no slot in them. */
export function plainContext({ officeName, city, ...policy }: HelperContext): HelperContext {
  return { ...policy, officeName: plainName(officeName), city: plainName(city) }
}

function plainName(name: string): string {
  return name
    .replace(/[{}]{2,}/g, '')
    .replace(/[\s\u0085\u2028\u2029]+/g, ' ')
    .trim()
}
