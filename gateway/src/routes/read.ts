// What comes in, parsed once: JSON against a schema, bearer tokens against their form.
import type { Context } from 'hono'
import type * as z from 'zod/mini'
import type { Failure } from '../../../shared/protocol/index.ts'
import { bearer, readSecret, type Credential } from '../admission/secret.ts'
import { isKnownHolder } from '../city.ts'
import type { App } from '../env.ts'

/** @returns the parsed body, or a failure that names the field, never its value. */
export async function readJson<T extends z.ZodMiniType>(
  c: Context<App>,
  schema: T,
): Promise<{ value: z.output<T> } | Failure> {
  let json: unknown
  try {
    json = await c.req.json()
  } catch {
    return { code: 'invalid_json' }
  }
  const parsed = schema.safeParse(json)
  return parsed.success ? { value: parsed.data } : { code: 'invalid_request', param: fieldOf(parsed.error) }
}

/**
 * An object made for every name that a stranger thinks of would fill the disk, so the city is asked first.
 * @returns what the caller's key claims; the office exists, the key itself is still to be checked by its object
 */
export async function readKey(c: Context<App>): Promise<Credential | Failure> {
  const text = bearer(c.req.header('authorization'))
  if (!text) return { code: 'key_missing' }
  const credential = await readSecret('pdp', text)
  if (!credential || !(await isKnownHolder(c.env, credential.office))) return { code: 'key_unknown' }
  return credential
}

/** @returns the field that is wrong, if its name looks like one: it is the caller's own text */
export function fieldOf(error: z.core.$ZodError): string {
  const [issue] = error.issues
  if (!issue) return ''
  const path = issue.code === 'unrecognized_keys' ? [...issue.path, issue.keys[0] ?? ''] : issue.path
  const name = path.map(String).join('.')
  return /^[\w.-]{1,80}$/.test(name) ? name : ''
}
