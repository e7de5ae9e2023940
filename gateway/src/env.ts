// What the operator sets (wrangler.toml, environment of workerd) and what every request carries.
import type { ClassEntry } from '../../shared/protocol/classes.ts'
import type { Actor } from '../../shared/protocol/console.ts'
import type { City } from './objects/city.ts'
import type { Office } from './objects/office.ts'
import type { AiBinding } from './upstreams/workers-ai.ts'

export interface Env {
  OFFICE: DurableObjectNamespace<Office>
  CITY: DurableObjectNamespace<City>
  ASSETS: Fetcher
  /** On Cloudflare, where a city wants Workers AI. */
  AI?: AiBinding
  PENDAMPING_CITY?: string
  /** Of the one process that may write the state, where that is so: a reservation of another's will not be settled. */
  PENDAMPING_PROCESS?: string
  PENDAMPING_ADMIN_TOKEN?: string
  /** Base URL of an OpenAI-compatible server, ending before `/chat/completions`. Unset = offline engine. */
  PENDAMPING_UPSTREAM?: string
  PENDAMPING_UPSTREAM_KEY?: string
  PENDAMPING_UPSTREAM_MODEL?: string
  /** Where that server stands, as shown to staff: "pusat data kota". */
  PENDAMPING_UPSTREAM_LOCATION?: string
  /** Seconds to the first token (default 60: a local model may have to load first) and between two (default 30). */
  PENDAMPING_FIRST_TOKEN_SECONDS?: string
  PENDAMPING_IDLE_SECONDS?: string
  /** Address under which staff reach the gateway, where a proxy in front hides it: `https://ai.kota.go.id`. */
  PENDAMPING_PUBLIC_URL?: string
  PENDAMPING_HELPDESK?: string
  PENDAMPING_DPO?: string
  PENDAMPING_DISCLOSURE?: string
  /** Opens the secrets of upstreams and the city's signing key; the old one while they are sealed anew. */
  PENDAMPING_MASTER_KEY?: string
  PENDAMPING_MASTER_KEY_OLD?: string
  /** `izinkan`: an admin may register upstreams at private addresses. */
  PENDAMPING_PRIVATE_UPSTREAMS?: string
  /** Where alarms are sent, and what signs them. */
  PENDAMPING_WEBHOOK?: string
  PENDAMPING_WEBHOOK_SECRET?: string
  /** Bearer token of `/metrics`; unset = there is none. */
  PENDAMPING_METRICS_TOKEN?: string
  /** A proxy before the console that knows who comes: issuer, audience and keys (JWKS address) of its tokens. */
  PENDAMPING_PROXY_ISSUER?: string
  PENDAMPING_PROXY_AUDIENCE?: string
  PENDAMPING_PROXY_KEYS?: string
  /** Header that the token comes in; unset = that of Cloudflare Access. */
  PENDAMPING_PROXY_HEADER?: string
  /** Further extension ids that may call the gateway from a browser, comma-separated. */
  PENDAMPING_EXTENSION_IDS?: string
}

export interface App {
  Bindings: Env
  Variables: {
    requestId: string
    /** The class that an act is about. */
    held: ClassEntry
    /** Who calls the admin API. */
    actor: Actor
    /** What an admin's act was about, for the log: settings and counts. */
    act?: object
  }
}

/** @returns the office's object; the caller has made sure that such an office exists. */
export function officeObject(env: Env, id: string): DurableObjectStub<Office> {
  return env.OFFICE.getByName(id)
}

/** @returns the city's one object. */
export function cityObject(env: Env): DurableObjectStub<City> {
  return env.CITY.getByName('city')
}
