// What an enrolled device may ask besides chat: models, usage, policy; and how it becomes enrolled.
import { Hono, type Context } from 'hono'
import {
  Enrol,
  policySignatureHeader,
  type Failure,
  type HelperName,
  type Policy,
} from '../../../shared/protocol/index.ts'
import { settleOffice } from '../admission/admission.ts'
import { signerOf } from '../admission/signing.ts'
import { makeSecret, readSecret } from '../admission/secret.ts'
import { cityNow, officeEntry, openHelpers, rulesOf, usualClass, type CityNow } from '../city.ts'
import { officeObject, type App } from '../env.ts'
import type { Holder } from '../objects/office.ts'
import { isFailure, refuse } from '../refuse.ts'
import { offlineUpstream } from '../upstreams/offline.ts'
import { upstreamsFor } from '../upstreams/router.ts'
import { readJson, readKey } from './read.ts'

export const office = new Hono<App>()
  /** Whose gateway this is: for the page on privacy, which anybody may read. */
  .get('/about', (c) => {
    const { PENDAMPING_CITY: city = '', PENDAMPING_DPO: dpo = '' } = c.env
    return c.json({ city, dpo })
  })

  .get('/models', async (c) => {
    const holder = await holderOf(c)
    if (isFailure(holder)) return refuse(c, holder)
    const city = await cityNow(c.env)
    const { deviceTranslation } = rulesOf(city, holder.office.id)
    const answered = helpersOf(city, holder).filter(
      (id) => id !== 'translate' || deviceTranslation !== 'only',
    )
    const data = answered.map((id) => ({
      id,
      object: 'model',
      created: 1_764_547_200,
      owned_by: 'pendamping',
    }))
    return c.json({ object: 'list', data })
  })

  .get('/usage', async (c) => {
    const key = await readKey(c)
    if (isFailure(key)) return refuse(c, key)
    await settleOffice(c.env, key.office)
    const usage = await officeObject(c.env, key.office).usage(key, Date.now())
    return isFailure(usage) ? refuse(c, usage) : c.json(usage)
  })

  /** Signed as it stands, byte for byte, and with an ETag: a browser asks every few minutes. */
  .get('/policy', async (c) => {
    const holder = await holderOf(c)
    if (isFailure(holder)) return refuse(c, holder)
    const body = JSON.stringify(await policyFor(c, holder))
    const etag = `"${await digest(body)}"`
    c.header('etag', etag)
    c.header('cache-control', 'private, no-cache')
    if (c.req.header('if-none-match') === etag) return c.body(null, 304)
    const signer = await signerOf(c.env, await cityNow(c.env))
    if (signer) c.header(policySignatureHeader, await signer.sign(body))
    return c.body(body, 200, { 'content-type': 'application/json' })
  })

  .post('/enrolments', async (c) => {
    const body = await readJson(c, Enrol)
    if (isFailure(body)) return refuse(c, body)
    const token = await readSecret('pde', body.value.token)
    if (!token || !(await officeEntry(c.env, token.office))) return refuse(c, { code: 'enrolment_unknown' })
    const key = await makeSecret('pdp', token.office)
    const { id, hash, office } = key
    const device = body.value.device ?? 'peramban'
    const enrolled = await officeObject(c.env, office).enrol(token, { id, hash, office }, device, Date.now())
    if (isFailure(enrolled)) return refuse(c, enrolled)
    const signer = await signerOf(c.env, await cityNow(c.env))
    const policyKey = signer ? { policyKey: signer.publicKey } : {}
    return c.json({ ...enrolled, key: key.text, keyId: id, ...policyKey }, 201)
  })

  /** A browser that the admin asked to: a new secret for its old one, which holds until the admin's time. */
  .post('/renewals', async (c) => {
    const old = await readKey(c)
    if (isFailure(old)) return refuse(c, old)
    const { text, hash, id } = await makeSecret('pdp', old.office, old.id)
    const renewed = await officeObject(c.env, old.office).renewKey(old, hash, Date.now())
    return isFailure(renewed) ? refuse(c, renewed) : c.json({ key: text, keyId: id }, 201)
  })

async function holderOf(c: Context<App>): Promise<Holder | Failure> {
  const key = await readKey(c)
  return isFailure(key) ? key : officeObject(c.env, key.office).holder(key, Date.now())
}

/** What is open to the office and to this key: a class's key may be for one helper alone. */
function helpersOf(city: CityNow, { office, limits }: Holder): HelperName[] {
  return openHelpers(city, office.id).filter((helper) => limits.helpers?.includes(helper) ?? true)
}

async function policyFor(c: Context<App>, holder: Holder): Promise<Policy> {
  const { office, asOffice } = holder
  const city = await cityNow(c.env)
  const rules = rulesOf(city, office.id)
  const entry = city.officeById.get(office.id)
  const { kind, model, location } = upstreamsFor(c.env, city, office.id, usualClass)[0] ?? offlineUpstream
  return {
    revision: city.revision,
    city: c.env.PENDAMPING_CITY ?? 'Kota',
    office: { ...office, name: asOffice ?? office.name },
    offices: city.offices.filter(({ removedAt }) => removedAt === null).map(({ name }) => name),
    helpers: helpersOf(city, holder),
    renewKey: holder.isAskedToRenew,
    off: city.off.some((off) => off.kind === 'city' || (off.kind === 'office' && off.id === office.id)),
    portals: rules.portals,
    upstream: { kind, model, location },
    neverHide: [...new Set([...(entry?.neverHide ?? []), ...rules.neverHide])],
    disclosure: rules.disclosure || (c.env.PENDAMPING_DISCLOSURE ?? ''),
    deviceTranslation: rules.deviceTranslation,
    helpdesk: c.env.PENDAMPING_HELPDESK ?? '',
    dpo: c.env.PENDAMPING_DPO ?? '',
    glossary: rules.glossary,
    templates: rules.templates,
    recipes: rules.recipes,
    sla: rules.sla,
    holidays: rules.holidays,
  }
}

async function digest(text: string): Promise<string> {
  const bytes = new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text)))
  return Array.from(bytes.slice(0, 12), (byte) => byte.toString(16).padStart(2, '0')).join('')
}
