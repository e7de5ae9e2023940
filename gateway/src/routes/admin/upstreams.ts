// Upstreams: registered with place, contract, approvals and price, their keys sealed; tried with a letter of ours.
import { Hono, type Context } from 'hono'
import { ChangeUpstream, NewUpstream } from '../../../../shared/protocol/admin.ts'
import type { Failure } from '../../../../shared/protocol/index.ts'
import { hasMasterKey, seal, unseal } from '../../admission/vault.ts'
import { resealSigning } from '../../admission/signing.ts'
import { cityNow, forgetCity, type CityNow } from '../../city.ts'
import { cityObject, type App, type Env } from '../../env.ts'
import type { City, UpstreamEntry } from '../../objects/city.ts'
import { isFailure, refuse } from '../../refuse.ts'
import { isForbiddenAddress } from '../../upstreams/address.ts'
import { breakerState } from '../../upstreams/breaker.ts'
import { offlineUpstream } from '../../upstreams/offline.ts'
import { allUpstreams, envId, upstreamOf, upstreamPurpose } from '../../upstreams/router.ts'
import { tryWithLetter } from '../../upstreams/trial.ts'
import type { Upstream } from '../../upstreams/upstream.ts'
import { readJson } from '../read.ts'

export const upstreams = new Hono<App>()
  .get('/', async (c) => {
    const city = await cityNow(c.env, 0)
    // A trainer chooses one for a class; addresses, contracts and prices are not theirs.
    const isTrainer = c.get('actor').role === 'trainer'
    const named = ({ settings: { id, label, model, location } }: UpstreamEntry) => ({
      id,
      label,
      model,
      location,
    })
    return c.json({
      upstreams: city.upstreams.map(isTrainer ? named : shown),
      unregistered: unregistered(c.env, city).map(brief),
    })
  })

  .post('/', async (c) => {
    const body = await readJson(c, NewUpstream)
    if (isFailure(body)) return refuse(c, body)
    const { key, ...settings } = body.value
    const secret = await sealed(c, settings, key)
    if (isFailure(secret)) return refuse(c, secret)
    const refused = await cityObject(c.env).addUpstream(
      { settings, secret: secret.value ?? null },
      Date.now(),
    )
    forgetCity()
    if (refused) return refuse(c, refused)
    c.set('act', settings)
    return c.json(shown({ settings, secret: secret.value ?? null }), 201)
  })

  .put('/:id', async (c) => {
    const body = await readJson(c, ChangeUpstream)
    if (isFailure(body)) return refuse(c, body)
    const { key, ...fields } = body.value
    const settings = { id: c.req.param('id'), ...fields }
    const before = await entryOf(c, settings.id)
    if (!before) return refuse(c, { code: 'id_unknown' })
    // A key goes to the server that it was given for: at another address it must be given again.
    if (before.secret !== null && key === undefined && originOf(settings) !== originOf(before.settings))
      return refuse(c, { code: 'invalid_request', param: 'key' })
    const secret = await sealed(c, settings, key)
    if (isFailure(secret)) return refuse(c, secret)
    const refused = await cityObject(c.env).changeUpstream(settings, secret.value, Date.now())
    forgetCity()
    if (refused) return refuse(c, refused)
    c.set('act', { before: before.settings, after: settings, key: changeOfKey(key) })
    return c.json(shown({ settings, secret: secret.value === undefined ? before.secret : secret.value }))
  })

  .delete('/:id', async (c) => {
    const id = c.req.param('id')
    const before = await entryOf(c, id)
    const refused = await cityObject(c.env).removeUpstream(id)
    forgetCity()
    if (refused) return refuse(c, refused)
    // Where texts went until now must still be known when somebody asks.
    c.set('act', { before: before?.settings ?? null, after: null })
    return c.json({ id })
  })

  /** Sends a letter of ours as any office's would go, and shows what the upstream got (R6) and how it answered. */
  .post('/:id/test', async (c) => {
    const id = c.req.param('id')
    const entry = await entryOf(c, id)
    const upstream = entry
      ? upstreamOf(c.env, entry)
      : unregistered(c.env, await cityNow(c.env)).find((other) => other.id === id)
    return upstream ? c.json(await tryWithLetter(upstream)) : refuse(c, { code: 'id_unknown' })
  })

  /** After `PENDAMPING_MASTER_KEY` was changed, with the one before in `PENDAMPING_MASTER_KEY_OLD`. */
  .post('/reseal', async (c) => {
    if (!hasMasterKey(c.env)) return refuse(c, { code: 'master_key_missing' })
    const { upstreams, signing } = await cityNow(c.env, 0)
    const resealed: string[] = []
    const secrets: Parameters<City['replaceSecrets']>[0] = []
    const lost: string[] = []
    for (const { settings, secret } of upstreams) {
      if (secret === null) continue
      const purpose = upstreamPurpose(settings.id)
      const key = await unseal(c.env, purpose, secret)
      if (key === null) lost.push(settings.id)
      else {
        resealed.push(settings.id)
        secrets.push({ table: 'upstreams', before: secret, after: await seal(c.env, purpose, key) })
      }
    }
    const after = signing && (await resealSigning(c.env, signing.secret))
    if (signing && after) secrets.push({ table: 'signing', before: signing.secret, after })
    else if (signing) lost.push('signing')
    await cityObject(c.env).replaceSecrets(secrets)
    forgetCity()
    c.set('act', { resealed, lost })
    return c.json({ resealed, lost })
  })

async function entryOf(c: Context<App>, id: string): Promise<UpstreamEntry | undefined> {
  const { upstreams } = await cityNow(c.env, 0)
  return upstreams.find(({ settings }) => settings.id === id)
}

/** @returns what answers without being registered: the operator's own, or the embedded engine where there is no model */
function unregistered(env: Env, city: CityNow): Upstream[] {
  const all = allUpstreams(env, city)
  if (all.length === 0) return [offlineUpstream]
  return all.filter(({ settings }) => settings.id === envId).map((entry) => upstreamOf(env, entry))
}

function brief({ id, kind, model, location }: Upstream) {
  return { id, kind, model, location, breaker: breakerState(id, Date.now()) }
}

/** For the log of acts: what became of the key, never the key. */
function changeOfKey(key: string | null | undefined): 'tetap' | 'dihapus' | 'diganti' {
  if (key === undefined) return 'tetap'
  return key === null ? 'dihapus' : 'diganti'
}

function originOf({ baseUrl }: UpstreamEntry['settings']): string {
  return baseUrl ? new URL(baseUrl).origin : ''
}

/** @returns the key as it is kept: undefined = none was given, null = there is to be none; or why it can't be kept */
async function sealed(
  c: Context<App>,
  { id, kind, baseUrl }: UpstreamEntry['settings'],
  key: string | null | undefined,
): Promise<{ value: string | null | undefined } | Failure> {
  // The first would be sent the operator's own key; the second says in audit and panel that nothing left the gateway.
  if (id === envId || (id === offlineUpstream.id && kind !== 'offline'))
    return { code: 'already_exists', param: 'id' }
  if (kind === 'openai' && !baseUrl) return { code: 'invalid_request', param: 'baseUrl' }
  if (baseUrl && isForbiddenAddress(c.env, baseUrl)) return { code: 'upstream_forbidden', param: 'baseUrl' }
  if (typeof key !== 'string') return { value: key }
  if (!hasMasterKey(c.env)) return { code: 'master_key_missing' }
  return { value: await seal(c.env, upstreamPurpose(id), key) }
}

function shown({ settings, secret }: UpstreamEntry) {
  return { ...settings, hasKey: secret !== null, breaker: breakerState(settings.id, Date.now()) }
}
