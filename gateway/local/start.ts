// `npm start`: everything on one machine. Builds, starts the gateway, makes a demo office, does the main job in
// Chromium (or opens it for you where a display is), then serves until Ctrl-C.
import { join } from 'node:path'
import { buildExtension } from '../../extension/build.ts'
import { chromiumPath, launchChromium, type ExtensionBrowser } from '../../tests/browser/chromium.ts'
import { tour } from '../../tests/browser/tour.ts'
import { demoOffice, type Demo } from './demo.ts'
import { onEndSignal, signalsAreHeard } from './ending.ts'
import { readEnvironment, type Environment } from './environment.ts'
import { buildGateway, startGateway, type RunningGateway } from './workerd.ts'

const root = join(import.meta.dirname, '..', '..')
const pictureFolder = join(root, 'out')
const withoutChromium =
  'Chromium tidak ada, maka tidak ada peragaan. Pasang (Debian: apt-get install chromium), atau beri jalannya dalam CHROMIUM_PATH.\n'

const running: { gateway?: RunningGateway; browser?: ExtensionBrowser } = {}
/** What breaks off from now on does so because we end, and is nobody's concern. */
let ending = false
onEndSignal(() => end(0))

try {
  await start()
} catch (error) {
  await signalsAreHeard()
  if (!ending) {
    console.error(error instanceof Error ? error.message : error)
    await end(1)
  }
}

async function start(): Promise<void> {
  const environment = readEnvironment()
  const { PENDAMPING_PORT: port, PENDAMPING_DATA: stateFolder = join(root, '.state') } = environment
  console.log('Membangun ekstensi dan gerbang …')
  buildExtension()
  buildGateway()
  const gateway = await startGateway({ port, stateFolder })
  running.gateway = gateway
  gateway.process.once('exit', (code) => {
    if (!ending) console.error(`Gerbang berhenti sendiri (kode ${code}).`)
    void end(1)
  })
  const demo = await demoOffice(gateway, stateFolder)
  await showMainJob(gateway.url, demo)
  if (!ending) printAddresses(gateway, demo, environment)
}

/** The browser is a help, not a condition: without it the gateway serves all the same. */
async function showMainJob(gatewayUrl: string, demo: Demo): Promise<void> {
  if (!chromiumPath()) return
  try {
    if (hasDisplay()) await openForPerson(gatewayUrl, demo)
    else await runTour(gatewayUrl, demo)
  } catch (error) {
    if (ending) return
    console.error(`Peragaan terhenti: ${firstLine(error)}`)
    process.exitCode = 1
    await closeBrowser()
  }
}

/** Playwright puts its whole log behind the first line. */
function firstLine(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error)
  return text.split('\n', 1)[0]!
}

async function openForPerson(gatewayUrl: string, demo: Demo): Promise<void> {
  const browser = await launchChromium({ headless: false })
  running.browser = browser
  await browser.store({ gatewayUrl, key: demo.key })
  await browser.context.pages()[0]?.goto(`${gatewayUrl}/latihan/`)
  console.log(
    'Chromium terbuka pada portal latihan. Ikon Pendamping ada dalam menu potongan puzzle di bilah alat; atau tekan Alt+Shift+D.',
  )
}

async function runTour(gatewayUrl: string, demo: Demo): Promise<void> {
  console.log('Tidak ada layar: peragaan berjalan di Chromium tanpa jendela.\n')
  const browser = await launchChromium()
  running.browser = browser
  await browser.store({ gatewayUrl, key: demo.key })
  await tour({ browser, gatewayUrl, folder: pictureFolder, say: (line) => console.log(line) })
  await closeBrowser()
  console.log(`\nGambar tiap langkah: ${pictureFolder}`)
}

function hasDisplay(): boolean {
  if (process.platform === 'darwin' || process.platform === 'win32') return true
  return Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY)
}

function printAddresses(gateway: RunningGateway, demo: Demo, environment: Environment): void {
  const text = 'Lampu jalan di Jalan Melati padam sejak Senin. Mohon diperbaiki.'
  const body = JSON.stringify({ model: 'summarise', messages: [{ role: 'user', content: text }] })
  console.log(`
Gerbang        ${gateway.url}
Portal latihan ${gateway.url}/latihan/
Pendaftaran    ${demo.link}
Konsol admin   ${gateway.consoleUrl}
Token admin    ${gateway.adminToken}
Model          ${modelOf(environment)}

curl ${gateway.url}/v1/chat/completions -H 'authorization: Bearer ${demo.key}' -H 'content-type: application/json' -d '${body}'
`)
  if (!chromiumPath()) console.log(withoutChromium)
  console.log('Ctrl-C untuk berhenti.')
}

function modelOf(environment: Environment): string {
  const { PENDAMPING_UPSTREAM: upstream, PENDAMPING_UPSTREAM_MODEL: model = 'default' } = environment
  return upstream ? `${model} di ${upstream}` : 'mesin luring (tanpa model)'
}

async function closeBrowser(): Promise<void> {
  const { browser } = running
  delete running.browser
  await browser?.close().catch(() => undefined)
}

async function end(code: number): Promise<void> {
  if (ending) return
  ending = true
  await closeBrowser()
  await running.gateway?.stop()
  process.exit(process.exitCode ?? code)
}
