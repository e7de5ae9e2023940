// Which upstreams may answer a text, and in which order: registered, approved for the office and for the class of the
// text (design D8), allowed by policy, not switched off; the lowest priority first.
import type { DataClass } from '../../../shared/protocol/index.ts'
import { unseal } from '../admission/vault.ts'
import { rulesOf, type CityNow } from '../city.ts'
import type { Env } from '../env.ts'
import type { UpstreamEntry } from '../objects/city.ts'
import { isForbiddenAddress } from './address.ts'
import { offlineUpstream } from './offline.ts'
import { askOpenAi } from './openai.ts'
import type { Upstream } from './upstream.ts'
import type { Patience } from './watchdog.ts'
import { askWorkersAi } from './workers-ai.ts'

/** The upstream of the environment, by the operator's own word good for every office; it comes last. */
export const envId = 'env'

/** @returns those that may be asked, the first first; empty where nobody is approved for such a text */
export function upstreamsFor(env: Env, city: CityNow, office: string, found: DataClass): Upstream[] {
  const { upstreams: allowed } = rulesOf(city, office)
  const isOff = (id: string) => city.off.some((off) => off.kind === 'upstream' && off.id === id)
  const entries = allUpstreams(env, city)
  // The embedded engine sends nothing anywhere, and is all there is until a model is named.
  if (entries.length === 0) return isOff('offline') ? [] : [offlineUpstream]
  return entries
    .filter(({ settings }) => settings.classes.includes(found))
    .filter(({ settings: { offices } }) => offices === null || offices.includes(office))
    .filter(({ settings: { id } }) => !isOff(id) && (allowed === null || allowed.includes(id)))
    .sort((a, b) => a.settings.priority - b.settings.priority)
    .map((entry) => upstreamOf(env, entry))
}

/** @returns the registered ones and that of the environment */
export function allUpstreams(env: Env, city: CityNow): UpstreamEntry[] {
  return [...city.upstreams, ...envEntries(env)]
}

/** @returns an upstream as it can be asked */
export function upstreamOf(env: Env, { settings, secret }: UpstreamEntry): Upstream {
  const { id, kind, model, location, rupiahIn, rupiahOut, requestsPerMinute } = settings
  const shown = { id, kind, model, location, rupiahIn, rupiahOut, requestsPerMinute }
  if (kind === 'offline') return { ...offlineUpstream, ...shown, model: 'offline' }
  const patience = patienceOf(env)
  if (kind === 'workers-ai') {
    return {
      ...shown,
      ask: (prepared, source, signal, quietly) =>
        askWorkersAi(env.AI, settings, prepared, source, signal, patience, quietly),
    }
  }
  const baseUrl = (settings.baseUrl ?? '').replace(/\/+$/, '')
  return {
    ...shown,
    ask(prepared, source, signal, quietly = false) {
      const server = {
        baseUrl,
        model,
        thinking: settings.thinking,
        ...patience,
        async key() {
          // The operator may have changed their mind since it was registered; the environment's own is theirs.
          const isForbidden = id !== envId && isForbiddenAddress(env, baseUrl)
          return isForbidden ? null : keyOf(env, id, secret)
        },
      }
      return askOpenAi(server, prepared, source, signal, quietly)
    },
  }
}

/** What the secret of an upstream is sealed for. */
export const upstreamPurpose = (id: string) => `upstream:${id}`

/** @returns undefined where it has none, null where the master key does not open it */
async function keyOf(env: Env, id: string, secret: string | null): Promise<string | undefined | null> {
  if (id === envId) return env.PENDAMPING_UPSTREAM_KEY || undefined
  return secret === null ? undefined : unseal(env, upstreamPurpose(id), secret)
}

function envEntries(env: Env): UpstreamEntry[] {
  if (!env.PENDAMPING_UPSTREAM) return []
  return [
    {
      secret: null,
      settings: {
        id: envId,
        label: envId,
        kind: 'openai',
        baseUrl: env.PENDAMPING_UPSTREAM,
        model: env.PENDAMPING_UPSTREAM_MODEL || 'default',
        location: env.PENDAMPING_UPSTREAM_LOCATION || new URL(env.PENDAMPING_UPSTREAM).hostname,
        contract: '',
        offices: null,
        classes: ['umum', 'internal', 'terbatas'],
        rupiahIn: 0,
        rupiahOut: 0,
        priority: 1001,
        requestsPerMinute: null,
        thinking: 'as-is',
      },
    },
  ]
}

function patienceOf(env: Env): Patience {
  return {
    firstTokenMs: seconds(env.PENDAMPING_FIRST_TOKEN_SECONDS, 60),
    idleMs: seconds(env.PENDAMPING_IDLE_SECONDS, 30),
  }
}

function seconds(text: string | undefined, otherwise: number): number {
  const value = Number(text)
  return (Number.isFinite(value) && value > 0 ? value : otherwise) * 1000
}
