// `npm start`: everything on one machine. Builds, starts the gateway, makes a demo office, does the main job in
// Chromium (or opens it for you where a display is), then serves until Ctrl-C.
import { join } from 'node:path'
import { buildExtension } from '../../extension/build.ts'
import { chromiumPath, launchChromium, type ExtensionBrowser } from '../../tests/browser/chromium.ts'
import { tour } from '../../tests/browser/tour.ts'
import { demoOffice, type Demo } from './demo.ts'
import { buildGateway, startGateway, type RunningGateway } from './workerd.ts'

const root = join(import.meta.dirname, '..', '..')
const port = Number(process.env.PENDAMPING_PORT ?? 8787)
const stateFolder = process.env.PENDAMPING_DATA ?? join(root, '.state')
const pictureFolder = join(root, 'out')

const running: { gateway?: RunningGateway; browser?: ExtensionBrowser } = {}
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => void end(0))

try {
  await start()
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  await end(1)
}

async function start(): Promise<void> {
  console.log('Membangun ekstensi dan gerbang …')
  buildExtension()
  buildGateway()
  const gateway = await startGateway({ port, stateFolder })
  running.gateway = gateway
  gateway.process.once('exit', () => void end(1))
  const demo = await demoOffice(gateway, stateFolder)
  await showMainJob(gateway.url, demo)
  printAddresses(gateway, demo)
}

/** The browser is a help, not a condition: without it the gateway serves all the same. */
async function showMainJob(gatewayUrl: string, demo: Demo): Promise<void> {
  if (!chromiumPath()) {
    console.log(
      'Chromium tidak ada. Pasang dengan: apt-get install chromium (atau beri jalannya dalam CHROMIUM_PATH).',
    )
    return
  }
  try {
    if (hasDisplay()) await openForPerson(gatewayUrl, demo)
    else await runTour(gatewayUrl, demo)
  } catch (error) {
    console.error(`Peragaan terhenti: ${error instanceof Error ? error.message : String(error)}`)
    process.exitCode = 1
  }
}

async function openForPerson(gatewayUrl: string, demo: Demo): Promise<void> {
  const browser = await launchChromium({ headless: false })
  running.browser = browser
  await browser.store({ gatewayUrl, key: demo.key })
  await browser.context.pages()[0]?.goto(`${gatewayUrl}/latihan/`)
  console.log('Chromium terbuka pada portal latihan. Klik ikon Pendamping pada bilah alat.')
}

async function runTour(gatewayUrl: string, demo: Demo): Promise<void> {
  console.log('Tidak ada layar: peragaan berjalan di Chromium tanpa jendela.\n')
  const browser = await launchChromium()
  running.browser = browser
  await browser.store({ gatewayUrl, key: demo.key })
  await tour({ browser, gatewayUrl, folder: pictureFolder, say: (line) => console.log(line) })
  await browser.close()
  delete running.browser
  console.log(`\nGambar tiap langkah: ${pictureFolder}`)
}

function hasDisplay(): boolean {
  if (process.platform === 'darwin' || process.platform === 'win32') return true
  return Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY)
}

function printAddresses(gateway: RunningGateway, demo: Demo): void {
  const text = 'Lampu jalan di Jalan Melati padam sejak Senin. Mohon diperbaiki.'
  const body = JSON.stringify({ model: 'summarise', messages: [{ role: 'user', content: text }] })
  console.log(`
Gerbang        ${gateway.url}
Portal latihan ${gateway.url}/latihan/
Pendaftaran    ${demo.link}
Token admin    ${gateway.adminToken}
Model          ${process.env.PENDAMPING_UPSTREAM ? `${process.env.PENDAMPING_UPSTREAM_MODEL ?? 'default'} di ${process.env.PENDAMPING_UPSTREAM}` : 'mesin luring (tanpa model)'}

curl ${gateway.url}/v1/chat/completions -H 'authorization: Bearer ${demo.key}' -H 'content-type: application/json' -d '${body}'

Ctrl-C untuk berhenti.`)
}

async function end(code: number): Promise<void> {
  const { gateway, browser } = running
  delete running.gateway
  delete running.browser
  await browser?.close().catch(() => undefined)
  await gateway?.stop()
  process.exit(process.exitCode ?? code)
}
