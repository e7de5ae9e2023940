// Which upstream answers. One for all offices now; routing by data class and office comes in here.
import type { Env } from '../env.ts'
import { offlineUpstream } from './offline.ts'
import { openAiFromEnv } from './openai.ts'
import type { Upstream } from './upstream.ts'

/** @returns the server named by the environment, else the offline engine. */
export function chooseUpstream(env: Env): Upstream {
  return openAiFromEnv(env) ?? offlineUpstream
}
