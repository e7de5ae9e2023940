// The test Worker is the gateway's own, so its bindings and its door are too.
import type { Env as GatewayEnv } from '../../../gateway/src/env.ts'
import type * as gateway from '../../../gateway/src/index.ts'

declare global {
  namespace Cloudflare {
    interface Env extends GatewayEnv {}
    interface GlobalProps {
      mainModule: typeof gateway
    }
  }
}
