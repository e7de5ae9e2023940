// Options come as strings in `metadata`, next to others that are not ours; those are ignored.
import * as z from 'zod/mini'

/** @returns the options with their defaults, or the name of the first that is wrong. */
export function readOptions<Schema extends z.ZodMiniType>(
  schema: Schema,
  metadata: Record<string, string>,
): { options: z.infer<Schema> } | { wrongOption: string } {
  const parsed = z.safeParse(schema, metadata)
  if (parsed.success) return { options: parsed.data }
  return { wrongOption: String(parsed.error.issues[0]?.path[0] ?? 'metadata') }
}

/** @returns the most tokens for an answer that must fit a field; an Indonesian token is two characters or more. */
export function tokensFor(max_chars: string | undefined, most: number): number {
  return max_chars === undefined ? most : Math.min(most, Math.ceil(Number(max_chars) / 2) + 100)
}
