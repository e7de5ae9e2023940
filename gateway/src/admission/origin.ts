// Which web origins may call the gateway from a browser: the extension, by its id. A key is needed all the same; this
// keeps a portal's page from using the gateway with a key that it got hold of.
import { extensionId } from '../../../shared/protocol/index.ts'
import type { Env } from '../env.ts'

/** Firefox gives each installation its own random origin, so there only the scheme can be checked. */
export function mayCallFromBrowser(origin: string, env: Env): boolean {
  if (origin.startsWith('moz-extension://')) return true
  const ids = [extensionId, ...(env.PENDAMPING_EXTENSION_IDS ?? '').split(',')]
  return ids.some((id) => id.trim() !== '' && origin === `chrome-extension://${id.trim()}`)
}
