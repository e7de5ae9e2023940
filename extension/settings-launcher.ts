// The launcher's two settings, read in the page without the schemas of all others (settings.ts), which would double the
// script that enters every page. Entries of a wrong form count as not set, as there.
import { browser } from 'wxt/browser'

/** @returns whether the launcher may stand in a page of this host. Asked only when there is something to show it for. */
export async function launcherAllowed(host: string): Promise<boolean> {
  const own = await browser.storage.local.get<Record<string, unknown>>([
    'launcherOff',
    'launcherOffHosts',
    // What settings.ts keeps of the browser policy: asking for the policy itself takes up to a second, at every click.
    'managed',
  ])
  const managed = own.managed
  const isForbidden =
    typeof managed === 'object' && managed !== null && Reflect.get(managed, 'launcher') === false
  if (own.launcherOff === true || isForbidden) return false
  return !(Array.isArray(own.launcherOffHosts) && own.launcherOffHosts.includes(host))
}
