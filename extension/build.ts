// Builds the extension, as `npm run build` does for all browsers.
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'

const root = join(import.meta.dirname, '..')

/** Throws with the tool's own words when the build fails. */
export function buildExtension(target: 'chrome' | 'firefox' = 'chrome'): void {
  const args = ['build', '-c', 'extension/wxt.config.ts', '-b', target, '--mv3']
  // A test runner's own NODE_ENV would have the tests try a development build, larger and with this machine's paths in it.
  const env = { ...process.env, NODE_ENV: 'production' }
  const built = spawnSync(join(root, 'node_modules', '.bin', 'wxt'), args, {
    cwd: root,
    env,
    encoding: 'utf8',
  })
  if (built.status !== 0) throw new Error(`wxt: ${built.stdout}${built.stderr}`)
}
