// What an enrolled device may ask besides chat: models, usage, policy; and how it becomes enrolled.
import { Hono } from 'hono'
import { Enrol, helperNames, type Policy } from '../../../shared/protocol/index.ts'
import { makeSecret, readSecret } from '../admission/secret.ts'
import { officeObject, type App } from '../env.ts'
import { isFailure, refuse } from '../refuse.ts'
import { chooseUpstream } from '../upstreams/router.ts'
import { officeEntry, readJson, readKey } from './read.ts'

export const office = new Hono<App>()
  .get('/models', async (c) => {
    const key = await readKey(c)
    if (isFailure(key)) return refuse(c, key)
    const usage = await officeObject(c.env, key.office).usage(key, Date.now())
    if (isFailure(usage)) return refuse(c, usage)
    const data = helperNames.map((id) => ({
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
    const usage = await officeObject(c.env, key.office).usage(key, Date.now())
    return isFailure(usage) ? refuse(c, usage) : c.json(usage)
  })

  .get('/policy', async (c) => {
    const key = await readKey(c)
    if (isFailure(key)) return refuse(c, key)
    const usage = await officeObject(c.env, key.office).usage(key, Date.now())
    if (isFailure(usage)) return refuse(c, usage)
    const { kind, model, location } = chooseUpstream(c.env)
    const entry = await officeEntry(c, key.office)
    const policy: Policy = {
      revision: 1,
      city: c.env.PENDAMPING_CITY ?? 'Kota',
      office: usage.office,
      helpers: [...helperNames],
      upstream: { kind, model, location },
      neverHide: entry?.neverHide ?? [],
      disclosure: c.env.PENDAMPING_DISCLOSURE ?? '',
      helpdesk: c.env.PENDAMPING_HELPDESK ?? '',
      dpo: c.env.PENDAMPING_DPO ?? '',
    }
    return c.json(policy)
  })

  .post('/enrolments', async (c) => {
    const body = await readJson(c, Enrol)
    if (isFailure(body)) return refuse(c, body)
    const token = await readSecret('pde', body.value.token)
    if (!token || !(await officeEntry(c, token.office))) return refuse(c, { code: 'enrolment_unknown' })
    const key = await makeSecret('pdp', token.office)
    const { id, hash, office } = key
    const device = body.value.device ?? 'peramban'
    const enrolled = await officeObject(c.env, office).enrol(token, { id, hash, office }, device, Date.now())
    return isFailure(enrolled) ? refuse(c, enrolled) : c.json({ ...enrolled, key: key.text, keyId: id }, 201)
  })
