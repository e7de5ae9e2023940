// An office's audit as a file: JSON lines or CSV, row by row as they are chained, and at its end a seal: how many rows,
// the hash before the first and of the last, signed by the city. `npm run verify-audit` proves that nothing is missing.
import type { AuditSeal } from '../../../shared/protocol/admin.ts'
import type { Signer } from '../admission/signing.ts'
import type { ChainedRow } from '../objects/audit.ts'
import { auditColumns } from '../objects/chain.ts'
import { inJakarta } from '../objects/jakarta.ts'
import type { AuditExtent, Office } from '../objects/office.ts'
import { csvLine } from './csv.ts'
import { csvSeal, signedText } from './seal.ts'

const rowsAtOnce = 1000

type Source = Pick<DurableObjectStub<Office>, 'auditExtent' | 'auditRows'>

/** @param span ms since 1970 @param signer null = the seal is not signed @returns the file, in pieces */
export async function auditExport(
  office: Source,
  id: string,
  span: { from: number; to: number },
  format: 'jsonl' | 'csv',
  signer: Signer | null,
): Promise<ReadableStream<Uint8Array>> {
  const extent = await office.auditExtent(span.from, span.to)
  const seal = await sealOf(id, span, extent, signer)
  const encoder = new TextEncoder()
  let next = extent.firstId
  let begun = format !== 'csv'
  return new ReadableStream({
    async pull(controller) {
      const push = (text: string) => controller.enqueue(encoder.encode(text))
      if (!begun) push(csvLine([...auditColumns, 'time', 'hash']))
      begun = true
      const rows = next <= extent.lastId ? await office.auditRows(next, extent.lastId, rowsAtOnce) : []
      if (rows.length === 0) {
        push(format === 'csv' ? `${csvSeal}${JSON.stringify(seal)}\n` : `${JSON.stringify({ seal })}\n`)
        controller.close()
        return
      }
      next = rows.at(-1)!.id + 1
      push(rows.map(format === 'csv' ? csvOf : (row) => `${JSON.stringify(row)}\n`).join(''))
    },
  })
}

/** With the time as a person reads it; the chain covers `minute`. */
function csvOf(row: ChainedRow): string {
  return csvLine([...auditColumns.map((name) => row[name]), inJakarta(row.minute * 60_000), row.hash])
}

async function sealOf(
  office: string,
  span: { from: number; to: number },
  { rows, first, last }: AuditExtent,
  signer: Signer | null,
): Promise<AuditSeal> {
  const [from, to] = [inJakarta(span.from), inJakarta(span.to)]
  const sealed = { office, from, to, rows, first, last, at: inJakarta(Date.now()) }
  return {
    ...sealed,
    publicKey: signer?.publicKey ?? '',
    signature: (await signer?.sign(signedText(sealed))) ?? '',
  }
}
