// A class's code is short, for forty people type it: so guessing is what must be stopped, by address and altogether.
import type { Context } from 'hono'
import { codeLength, codeSigns, type ClassEntry } from '../../../shared/protocol/classes.ts'
import type { Failure } from '../../../shared/protocol/index.ts'
import { cityNow } from '../city.ts'
import type { App } from '../env.ts'
import { addressOf, attempts } from './attempts.ts'

/**
 * A class of sixty behind one address may slip twice each. A thousand guesses in a quarter of an hour, among 31^6 codes with
 * ten classes open, find one in twenty-five years and more of trying without a pause.
 */
const guesses = attempts({ perAddress: 120, overall: 1000 })
/** People come early. */
const openBeforeMs = 3_600_000

/** @returns a code that nobody can tell from another */
export function newClassCode(): string {
  // 248 is the largest multiple of 31 in a byte: taken modulo, all signs are equally likely.
  const bytes: number[] = []
  while (bytes.length < codeLength)
    bytes.push(...crypto.getRandomValues(new Uint8Array(16)).filter((byte) => byte < 248))
  return bytes
    .slice(0, codeLength)
    .map((byte) => codeSigns[byte % codeSigns.length])
    .join('')
}

/** @returns the class that a code opens now, or why none */
export async function classOfCode(c: Context<App>, code: string): Promise<ClassEntry | Failure> {
  const now = Date.now()
  const address = addressOf(c)
  const refused = guesses.refused(address, now)
  if (refused) return refused
  const find = async (maxAge?: number) =>
    (await cityNow(c.env, maxAge)).classes.find((entry) => entry.joinCode === code)
  // Made elsewhere some seconds ago, perhaps.
  const found = (await find()) ?? (await find(1000))
  if (!found) {
    guesses.noteWrong(address)
    return { code: 'class_unknown' }
  }
  const isOpen = Date.parse(found.startsAt) - openBeforeMs <= now && now < Date.parse(found.endsAt)
  return isOpen && found.endedAt === null ? found : { code: 'class_closed' }
}
