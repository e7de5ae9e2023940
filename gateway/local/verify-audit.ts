// `npm run verify-audit -- <file>`: proves that an audit export is whole: no row was changed, added, taken out or moved,
// and the city's key signed what they come to. Needs the file and the public key, no gateway.
import { createPublicKey, verify } from 'node:crypto'
import { readFileSync } from 'node:fs'
import * as z from 'zod/mini'
import { AuditRow, AuditSeal } from '../../shared/protocol/admin.ts'
import { auditColumns, chained, chainHash } from '../src/objects/chain.ts'
import { inJakarta } from '../src/objects/jakarta.ts'
import { csvLine } from '../src/reports/csv.ts'
import { csvSeal, signedText } from '../src/reports/seal.ts'
import { readArguments, runCommand } from './command.ts'

export interface Verified {
  office: string
  rows: number
  /** The time that was exported. */
  from: string
  to: string
}

const usage = 'Pakai: npm run verify-audit -- <berkas ekspor> [--key <kunci publik>]'

const Row = z.extend(AuditRow, { hash: z.string() })
type Row = z.infer<typeof Row>

/** First line of a CSV. */
const head = csvLine([...auditColumns, 'time', 'hash']).trimEnd()

if (import.meta.main) await runCommand(command)

async function command(): Promise<void> {
  const { folder: file, options } = readArguments({ key: { type: 'string' } }, usage)
  const key = options.key === undefined ? null : String(options.key)
  const { office, rows, from, to } = verifyAudit(readFileSync(file, 'utf8'), key)
  console.log(`Utuh: ${rows} baris kantor ${office}, untuk ${from} sampai ${to}.`)
  if (key === null)
    console.log('Kunci publiknya dari berkas itu sendiri. Sebutkan yang sudah Anda catat dengan --key.')
}

/** @param key the city's public key, from elsewhere; null = the file's own is believed. Throws with a sentence. */
export function verifyAudit(text: string, key: string | null): Verified {
  const lines = text.split(/\r?\n/)
  if (lines.at(-1) === '') lines.pop()
  const isCsv = !lines[0]?.startsWith('{')
  const seal = readSeal(lines.pop() ?? '', isCsv)
  if (isCsv && lines.shift() !== head) throw new Error('Baris judul tidak dikenal: ini bukan ekspor audit.')
  const rows = lines.map((line, at) => (isCsv ? fromCsv : fromJson)(line, at + 1))

  let hash = seal.first
  for (const [at, row] of rows.entries()) {
    const before = rows[at - 1]
    if (before && row.id !== before.id + 1)
      throw new Error(`Sesudah baris nomor ${before.id} ada baris yang hilang, ditambahkan, atau dipindah.`)
    hash = chainHash(hash, chained(row))
    if (hash !== row.hash)
      throw new Error(
        `Baris nomor ${row.id} tidak cocok dengan rantainya: baris itu atau yang sebelumnya diubah.`,
      )
  }
  if (rows.length !== seal.rows)
    throw new Error(`Segel menyebut ${seal.rows} baris, berkas memuat ${rows.length}.`)
  if (hash !== seal.last) throw new Error('Baris terakhir bukan yang disegel.')
  checkSignature(seal, key)
  return { office: seal.office, rows: rows.length, from: seal.from, to: seal.to }
}

function readSeal(line: string, isCsv: boolean): AuditSeal {
  const json = isCsv ? (line.startsWith(csvSeal) ? line.slice(csvSeal.length) : '') : line
  const parsed = parseJson(json)
  const inside = isCsv ? parsed : z.object({ seal: z.unknown() }).safeParse(parsed).data?.seal
  const seal = AuditSeal.safeParse(inside).data
  if (!seal) throw new Error('Segel di akhir berkas tidak ada: berkas terpotong atau bukan ekspor audit.')
  return seal
}

/** What stands in a line besides the columns would be covered by nothing, so each must be as we write it. */
function fromJson(line: string, number: number): Row {
  const row = Row.safeParse(parseJson(line)).data
  if (!row || JSON.stringify(ordered(row)) !== line) throw unreadable(number)
  return row
}

function fromCsv(line: string, number: number): Row {
  const values = line.split(',')
  const texts = new Set<string>(['keyId', 'helper', 'upstream', 'dataClass', 'outcome'])
  const fields = auditColumns.map((name, at) => [
    name,
    texts.has(name) ? values[at] : Number(values[at] || NaN),
  ])
  const row = Row.safeParse({ ...Object.fromEntries(fields), hash: values.at(-1) }).data
  if (!row) throw unreadable(number)
  const asWritten = csvLine([...chained(row), inJakarta(row.minute * 60_000), row.hash])
  if (asWritten.trimEnd() !== line) throw unreadable(number)
  return row
}

function ordered(row: Row): object {
  return Object.fromEntries([...auditColumns, 'hash' as const].map((name) => [name, row[name]]))
}

function unreadable(number: number): Error {
  return new Error(`Baris data ke-${number} tidak tertulis seperti yang diekspor gerbang.`)
}

function checkSignature(seal: AuditSeal, key: string | null): void {
  if (seal.signature === '')
    throw new Error('Segel tidak ditandatangani, jadi berkas ini tidak membuktikan apa pun.')
  if (key !== null && key !== seal.publicKey) throw new Error('Segel ditandatangani dengan kunci lain.')
  if (!isSigned(seal)) throw new Error('Tanda tangan pada segel tidak sah.')
}

function isSigned(seal: AuditSeal): boolean {
  try {
    const key = createPublicKey({
      key: { kty: 'OKP', crv: 'Ed25519', x: seal.publicKey },
      format: 'jwk',
    })
    return verify(null, Buffer.from(signedText(seal)), key, Buffer.from(seal.signature, 'base64url'))
  } catch {
    return false
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
