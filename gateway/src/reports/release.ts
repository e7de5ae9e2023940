// What `npm run package` made, as it lies among the static files.
import { Release } from '../../../shared/protocol/distribution.ts'
import type { Env } from '../env.ts'

/** @param url of a request to this gateway @returns null where nothing was packed */
export async function releaseOf(env: Env, url: string): Promise<Release | null> {
  const file = await env.ASSETS.fetch(new Request(new URL('/unduh/release.json', url)))
  if (file.ok) return Release.safeParse(await file.json().catch(() => null)).data ?? null
  await file.body?.cancel()
  return null
}
