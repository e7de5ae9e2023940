// The hash chain of audit rows: each hash covers its row and the hash before it, so that no row can be changed, added or
// taken out without all later ones showing it. Used where rows are written and by the command that verifies an export.
import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import type { AuditRow } from '../../../shared/protocol/admin.ts'

/** What a chain without rows begins with. */
export const chainStart = '0'.repeat(64)

/**
 * @param before hash of the row before, or `chainStart`
 * @param row its values in the order in which they are stored: numbers and strings
 * @returns SHA-256, hexadecimal
 */
export function chainHash(before: string, row: readonly (string | number)[]): string {
  return bytesToHex(sha256(utf8ToBytes(`${before}\n${JSON.stringify(row)}`)))
}

/** Columns in the order that the chain covers them: never changed, or old rows would not verify. */
export const auditColumns = [
  'id',
  'minute',
  'keyId',
  'helper',
  'promptVersion',
  'upstream',
  'dataClass',
  'policyRevision',
  'charsIn',
  'charsOut',
  'hidden',
  'tokensIn',
  'tokensOut',
  'millirupiah',
  'outcome',
  'milliseconds',
] as const satisfies readonly (keyof AuditRow)[]

/** @returns what the chain covers of a row */
export function chained(row: AuditRow): (string | number)[] {
  return auditColumns.map((name) => row[name])
}
