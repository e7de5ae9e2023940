// The end of an audit export, as it is written and as `npm run verify-audit` reads it.
import type { AuditSeal } from '../../../shared/protocol/admin.ts'

/** Begins the last line of a CSV; no row of ours begins so. */
export const csvSeal = '#segel '

/** @returns the text that a seal's signature covers */
export function signedText({
  office,
  from,
  to,
  rows,
  first,
  last,
  at,
}: Omit<AuditSeal, 'publicKey' | 'signature'>): string {
  return JSON.stringify([office, from, to, rows, first, last, at])
}
