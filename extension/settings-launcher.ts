// The launcher's few settings, read in the page without the schemas of all others (settings.ts), which would double the
// script that enters every page. Entries of a wrong form count as not set, as there.
import { browser } from 'wxt/browser'

export interface LauncherSettings {
  allowed: boolean
  language: 'id' | 'en'
}

/** @returns whether the launcher may stand in a page of this host, and how it speaks. Asked only when there is cause. */
export async function readLauncherSettings(host: string): Promise<LauncherSettings> {
  const own = await browser.storage.local.get<Record<string, unknown>>([
    'language',
    'launcherOff',
    'launcherOffHosts',
    // What settings.ts keeps of the browser policy: asking for the policy itself takes up to a second, at every click.
    'managed',
  ])
  const managed = new Map(Object.entries(own.managed ?? {}))
  const isOff =
    own.launcherOff === true ||
    managed.get('launcher') === false ||
    (Array.isArray(own.launcherOffHosts) && own.launcherOffHosts.includes(host))
  return {
    allowed: !isOff,
    language: languageIn(managed.get('language')) ?? languageIn(own.language) ?? 'id',
  }
}

function languageIn(value: unknown): 'id' | 'en' | null {
  return value === 'id' || value === 'en' ? value : null
}
