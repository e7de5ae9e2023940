// Runs before every npm script, on whatever Node is there (20 or newer), with nothing installed yet: installs what the
// lock file names, and a browser: --chromium ends with an error without one (tests), --chromium-if-possible goes on (start).
// --editors adds what tests/browser/editors tries, --peers what tests/bench/gateway compares with.
// Plain JavaScript, node: imports only.
import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

process.chdir(fileURLToPath(new URL('../..', import.meta.url)))
const [major] = process.versions.node.split('.').map(Number)
if (major < 20) fail(`Node ${process.versions.node} terlalu lama. Pasang Node 20 atau yang lebih baru.`)

installPackages('.')
if (process.argv.includes('--editors')) installPackages('tests/browser/editors')
if (process.argv.includes('--peers')) installPackages('tests/bench/peers')
// Types that the TypeScript settings build on; every tool reads them.
if (!existsSync('.wxt/tsconfig.json')) run('npx', ['wxt', 'prepare', '-c', 'extension/wxt.config.ts'])
const needed = process.argv.includes('--chromium')
if ((needed || process.argv.includes('--chromium-if-possible')) && !findChromium()) installChromium()

function installPackages(folder) {
  const lock = `${folder}/package-lock.json`
  const wanted = createHash('sha256').update(readFileSync(lock)).digest('hex')
  const stamp = `${folder}/node_modules/.lock-sha256`
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return
  console.log(`Memasang paket dari ${lock} …`.replace('./', ''))
  // No package of ours needs a script of its own to be installed.
  run('npm', ['ci', '--prefix', folder, '--ignore-scripts', '--loglevel=error', '--no-audit', '--no-fund'])
  writeFileSync(stamp, wanted)
}

function findChromium() {
  const places = [
    process.env.CHROMIUM_PATH,
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/usr/bin/google-chrome',
  ]
  return places.find((path) => path && existsSync(path))
}

function installChromium() {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return withoutChromium()
  console.log('Memasang Chromium dari Debian …')
  try {
    run('apt-get', ['update', '-qq'])
    run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium', 'fonts-dejavu-core'])
  } catch {
    withoutChromium()
  }
}

/** `npm start` says it itself, below the addresses: up here it would scroll away. */
function withoutChromium() {
  if (needed)
    fail('Pasang Chromium (Debian: apt-get install chromium), atau beri jalannya dalam CHROMIUM_PATH.')
}

function run(command, args) {
  execFileSync(command, args, {
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  })
}

function fail(sentence) {
  console.error(sentence)
  process.exit(1)
}
