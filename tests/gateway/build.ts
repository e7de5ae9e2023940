// Once before the tests over sockets: the Worker as it is served.
import { buildGateway } from '../../gateway/local/workerd.ts'

export default function setup(): void {
  buildGateway()
}
