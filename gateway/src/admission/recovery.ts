// Recovery codes: ten, each of 80 random bits, in groups that are read aloud and typed without slips (Crockford's base 32).
import { sha256 } from './secret.ts'

const signs = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const codesAtOnce = 10
const signsPerCode = 16

/** @returns codes to show once, and what is kept of them */
export async function makeRecoveryCodes(): Promise<{ codes: string[]; hashes: string[] }> {
  const codes = Array.from({ length: codesAtOnce }, () =>
    Array.from(crypto.getRandomValues(new Uint8Array(signsPerCode)), (byte) => signs[byte % 32])
      .join('')
      .replace(/.{4}(?=.)/g, '$&-'),
  )
  return { codes, hashes: await Promise.all(codes.map(recoveryHash)) }
}

/** As it was meant: O is 0, I and L are 1, and where the dashes stand is all the same. */
export function recoveryHash(typed: string): Promise<string> {
  const plain = typed.toUpperCase().replace(/[^0-9A-Z]/g, '')
  return sha256(`recovery ${plain.replaceAll('O', '0').replace(/[IL]/g, '1')}`)
}
