// The launcher's two settings, read in the page without the schemas of all others (settings.ts), which would double the
// script that enters every page. Entries of a wrong form count as not set, as there.
import { browser } from 'wxt/browser'

/** @returns whether the launcher may stand in a page of this host. Asked only when there is something to show it for. */
export async function launcherAllowed(host: string): Promise<boolean> {
  const [own, managed] = await Promise.all([
    browser.storage.local.get<Record<string, unknown>>(['launcherOff', 'launcherOffHosts']),
    // Firefox throws where no policy is set.
    browser.storage.managed
      .get<Record<string, unknown>>('launcher')
      .catch((): Record<string, unknown> => ({})),
  ])
  if (own.launcherOff === true || managed.launcher === false) return false
  return !(Array.isArray(own.launcherOffHosts) && own.launcherOffHosts.includes(host))
}
