// `npm run gateway`: the gateway alone.
import { onEndSignal, signalsAreHeard } from './ending.ts'
import { readEnvironment } from './environment.ts'
import { buildGateway, startGateway, type RunningGateway } from './workerd.ts'

let gateway: RunningGateway | undefined
let ending = false
// Before anything is started: a Ctrl-C meanwhile must not leave it behind.
onEndSignal(end)

try {
  await serve()
} catch (error) {
  await signalsAreHeard()
  if (!ending) {
    console.error(error instanceof Error ? error.message : error)
    process.exit(1)
  }
}

async function serve(): Promise<void> {
  const { PENDAMPING_PORT: port, PENDAMPING_DATA: stateFolder = '.state/gateway' } = readEnvironment()
  buildGateway()
  gateway = await startGateway({ port, stateFolder })
  // Ended by a signal that was not ours, it has no code; a supervisor should start it again.
  gateway.process.once('exit', (code) => process.exit(ending ? 0 : (code ?? 1)))
  console.log(`Gerbang Pendamping: ${gateway.url}`)
  console.log(`Konsol admin: ${gateway.consoleUrl}`)
  if (gateway.tokenIsNew) console.log(`Token admin (hanya ditampilkan sekali): ${gateway.adminToken}`)
}

async function end(): Promise<void> {
  ending = true
  await gateway?.stop()
  process.exit(0)
}
