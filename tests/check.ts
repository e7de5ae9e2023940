// `npm run check`: types, lint, format. Everything is run, so that one look shows all that is wrong.
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'

const root = join(import.meta.dirname, '..')
const checks = [
  ['wxt', 'prepare', '-c', 'extension/wxt.config.ts'],
  ['tsc', '-p', 'tsconfig.json'],
  ['tsc', '-p', 'gateway/tsconfig.json'],
  // Node and workerd know different globals, so the tests of each are a project of their own.
  ['tsc', '-p', 'tests/gateway/tsconfig.json'],
  ['tsc', '-p', 'tests/gateway/objects/tsconfig.json'],
  ['oxlint', '--config', '.oxlintrc.json', '--deny-warnings'],
  ['prettier', '--check', '.', '--log-level', 'warn'],
] as const

let failed = 0
for (const [tool, ...args] of checks) {
  const { status } = spawnSync(join(root, 'node_modules', '.bin', tool), args, {
    cwd: root,
    stdio: 'inherit',
  })
  console.log(`${status === 0 ? 'ok  ' : 'FAIL'} ${tool} ${args.join(' ')}`)
  if (status !== 0) failed += 1
}
process.exit(failed > 0 ? 1 : 0)
