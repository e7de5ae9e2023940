// Once before the browser tests: the extension as it is shipped, and the gateway that it talks to.
import { buildExtension } from '../../extension/build.ts'
import { buildGateway } from '../../gateway/local/workerd.ts'

export default function setup(): void {
  buildExtension('chrome')
  buildExtension('firefox')
  buildGateway()
}
