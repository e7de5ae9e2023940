// Wrong guesses slow down whoever makes them: admin tokens, recovery codes, codes of classes. Kept in this process and never
// written: an address is personal data (design D9), and is forgotten with the quarter of an hour. What nobody can guess
// opens whatever others guessed before: else a stranger could lock the admin out. Only a class's short code is not even
// looked at any more.
import type { Context } from 'hono'
import type { Failure } from '../../../shared/protocol/index.ts'
import type { App } from '../env.ts'

export interface Patience {
  /** Wrong guesses that one address has in a window before it must wait. */
  perAddress: number
  /** Wrong guesses of all addresses together in a window; then nobody's guess is looked at until it ends. */
  overall: number
}

const windowMs = 15 * 60_000
/** More addresses than these: the window is over for all, and the overall count stays. */
const mostAddresses = 20_000

/** Guesses at one kind of secret. */
export function attempts({ perAddress, overall }: Patience) {
  let begun = 0
  let wrong = 0
  let byAddress = new Map<string, number>()

  return {
    /** @returns why this address may not guess now, or null */
    refused(address: string, now: number): Failure | null {
      if (now - begun >= windowMs) {
        begun = now
        wrong = 0
        byAddress = new Map()
      }
      const here = address === '' ? 0 : (byAddress.get(address) ?? 0)
      const isOver = wrong >= overall || here >= perAddress
      return isOver ? { code: 'too_many_attempts', retryAfter: (begun + windowMs - now) / 1000 } : null
    },

    noteWrong(address: string): void {
      wrong += 1
      if (byAddress.size >= mostAddresses) byAddress = new Map()
      byAddress.set(address, (byAddress.get(address) ?? 0) + 1)
    },
  }
}

const slowMs = 1000

/** Answers a wrong guess at something long: with `failure`, and after too many of them late. */
export async function wrongGuess(
  c: Context<App>,
  guesses: ReturnType<typeof attempts>,
  failure: Failure,
): Promise<Failure> {
  const address = addressOf(c)
  guesses.noteWrong(address)
  const refused = guesses.refused(address, Date.now())
  if (!refused) return failure
  await new Promise((done) => setTimeout(done, slowMs))
  return refused
}

/**
 * Who asks, as far as the network tells: on Cloudflare its own header, else what the operator's proxy in front says last.
 * Plain workerd does not tell the peer's address, so without a proxy all come from one. Of IPv6 a whole site is one.
 */
export function addressOf(c: Context<App>): string {
  const isCloudflare = 'cf' in c.req.raw && c.req.raw.cf !== undefined
  const forwarded = c.req.header('x-forwarded-for')?.split(',').at(-1)?.trim()
  const address = (isCloudflare ? c.req.header('cf-connecting-ip') : forwarded) ?? ''
  return address.includes('::') || address.split(':').length > 4 ? siteOf(address) : address
}

/** @returns the first 64 bits of an IPv6 address, which is what one subscriber has (RFC 6177) */
function siteOf(address: string): string {
  const [head = '', tail] = address.split('::')
  const groups = head.split(':')
  const zeros = tail === undefined ? [] : Array.from({ length: 8 }, () => '0')
  return [...groups, ...zeros].slice(0, 4).join(':')
}
