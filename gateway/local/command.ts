// What `npm run backup` and `npm run restore` share: their arguments, Ctrl-C, and one sentence when they fail.
import { parseArgs, type ParseArgsOptionsConfig } from 'node:util'
import { onEndSignal } from './ending.ts'
import { readEnvironment } from './environment.ts'

export interface Arguments {
  folder: string
  stateFolder: string
  options: Record<string, string | boolean | undefined>
}

/** Reads one folder and the options; the state folder is that of `npm run gateway`. Throws with `usage` when it can't. */
export function readArguments(options: ParseArgsOptionsConfig, usage: string): Arguments {
  const { values, positionals } = parsed({ ...options, data: { type: 'string' } }, usage)
  const [folder = '', ...more] = positionals
  if (folder === '' || more.length > 0) throw new Error(usage)
  const { PENDAMPING_DATA = '.state/gateway' } = readEnvironment()
  return { folder, stateFolder: String(values.data || PENDAMPING_DATA), options: values }
}

/** Runs it to its end or the first Ctrl-C. Whatever is wrong becomes one sentence and exit code 1. */
export async function runCommand(command: (signal: AbortSignal) => Promise<void>): Promise<void> {
  const ending = new AbortController()
  onEndSignal(async () => ending.abort(new Error('Dihentikan sebelum selesai.')))
  try {
    await command(ending.signal)
  } catch (error) {
    console.error(sentenceOf(error))
    process.exitCode = 1
  }
}

/** What the system says, a full disk say, has a code; what we throw is a sentence. */
function sentenceOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  return 'code' in error ? `Tidak jadi: ${error.message}.` : error.message
}

function parsed(options: ParseArgsOptionsConfig, usage: string) {
  try {
    const args = withValues(process.argv.slice(2), options)
    const { values, positionals } = parseArgs({ args, options, allowPositionals: true })
    return { values: values as Arguments['options'], positionals }
  } catch {
    throw new Error(usage)
  }
}

/** Ties a value to its option: of 64 public keys one begins with a dash, and would be taken for an option itself. */
function withValues(args: string[], options: ParseArgsOptionsConfig): string[] {
  const optionOf = (arg = '') => (arg.startsWith('--') ? options[arg.slice(2)] : undefined)
  const tied: string[] = []
  for (const arg of args) {
    const last = tied.at(-1)
    if (optionOf(last)?.type === 'string' && !optionOf(arg)) tied[tied.length - 1] = `${last}=${arg}`
    else tied.push(arg)
  }
  return tied
}
