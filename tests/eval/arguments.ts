// What may be said after `npm run eval --`.
import { parseArgs } from 'node:util'
import type { Price } from './run.ts'

export interface EvalArguments {
  /** null = only the offline engine is measured. */
  upstream: string | null
  models: { name: string; price: Price | null }[]
  key: string | undefined
  limit: number
  parallel: number
  json: string | null
  misses: boolean
}

export const usage = `npm run eval
npm run eval -- --upstream URL --model NAMA [--model NAMA …] [--key-env NAMA_VARIABEL]
                [--price-in RUPIAH --price-out RUPIAH] [--parallel 2]
Selalu boleh: --limit N (baris per berkas), --misses (baris yang belum benar), --json BERKAS
Harga: Rupiah per sejuta token; satu untuk semua model, atau satu per model menurut urutannya.`

/** @throws Error with a sentence for who typed it; it never holds the key */
export function readArguments(words: readonly string[], environment: NodeJS.ProcessEnv): EvalArguments {
  const values = parsed(words)
  const upstream = values.upstream === undefined ? null : urlOf(values.upstream)
  const names = values.model ?? []
  if ((upstream === null) !== (names.length === 0))
    throw new Error(`--upstream dan --model selalu bersama.\n${usage}`)
  const [pricesIn, pricesOut] = [values['price-in'] ?? [], values['price-out'] ?? []].map((all) =>
    all.map(amountOf),
  )
  return {
    upstream,
    models: names.map((name, at) => ({ name, price: priceAt(pricesIn!, pricesOut!, at, names.length) })),
    key: keyOf(values['key-env'], environment),
    limit: values.limit === undefined ? Infinity : countOf('--limit', values.limit, 100_000),
    parallel: countOf('--parallel', values.parallel ?? '2', 32),
    json: values.json ?? null,
    misses: values.misses ?? false,
  }
}

function parsed(words: readonly string[]) {
  try {
    return parseArgs({
      args: [...words],
      options: {
        upstream: { type: 'string' },
        model: { type: 'string', multiple: true },
        'key-env': { type: 'string' },
        'price-in': { type: 'string', multiple: true },
        'price-out': { type: 'string', multiple: true },
        limit: { type: 'string' },
        parallel: { type: 'string' },
        json: { type: 'string' },
        misses: { type: 'boolean' },
      },
    }).values
  } catch {
    throw new Error(usage)
  }
}

function urlOf(text: string): string {
  const url = URL.parse(text)
  if (!url || !/^https?:$/.test(url.protocol) || url.username || url.password)
    throw new Error('--upstream: tulis alamat http(s) tanpa kunci, misalnya http://localhost:11434/v1.')
  return text.replace(/\/+$/, '')
}

/** A key on the command line would stand in the history of the shell. */
function keyOf(name: string | undefined, environment: NodeJS.ProcessEnv): string | undefined {
  if (name === undefined) return undefined
  const key = environment[name]
  if (!key) throw new Error('--key-env: variabel lingkungan itu kosong. Tulis namanya, bukan kuncinya.')
  return key
}

function priceAt(pricesIn: number[], pricesOut: number[], at: number, models: number): Price | null {
  if (pricesIn.length === 0 && pricesOut.length === 0) return null
  const fits = ({ length }: number[]) => length === 1 || length === models
  if (!fits(pricesIn) || !fits(pricesOut))
    throw new Error('--price-in dan --price-out: satu untuk semua model, atau satu per model.')
  return { in: pricesIn[at] ?? pricesIn[0]!, out: pricesOut[at] ?? pricesOut[0]! }
}

function amountOf(text: string): number {
  const amount = Number(text)
  if (!/^\d+(?:\.\d+)?$/.test(text)) throw new Error('Harga: tulis Rupiah per sejuta token, misalnya 2500.')
  return amount
}

function countOf(name: string, text: string, most: number): number {
  const count = Number(text)
  if (!/^\d+$/.test(text) || count < 1 || count > most)
    throw new Error(`${name}: tulis bilangan 1 sampai ${most}.`)
  return count
}
