// `npm run gateway`: the gateway alone.
import { buildGateway, startGateway } from './workerd.ts'

const port = Number(process.env.PENDAMPING_PORT ?? 8787)
const stateFolder = process.env.PENDAMPING_DATA ?? '.state/gateway'

buildGateway()
const gateway = await startGateway({ port, stateFolder }).catch((error: Error) => {
  console.error(error.message)
  process.exit(1)
})
console.log(`Gerbang Pendamping: ${gateway.url}`)
if (gateway.tokenIsNew) console.log(`Token admin (hanya ditampilkan sekali): ${gateway.adminToken}`)

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.on(signal, () => void gateway.stop().then(() => process.exit(0)))
}
gateway.process.once('exit', (code) => process.exit(code ?? 0))
