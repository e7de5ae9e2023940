// Policy files for an office's PCs, with its gateway address and enrolment token in them.
import { Hono } from 'hono'
import { WantedPolicy } from '../../../../shared/protocol/distribution.ts'
import { signerOf } from '../../admission/signing.ts'
import { ownOrigin } from '../../admission/session.ts'
import { cityNow, rulesOf } from '../../city.ts'
import type { App } from '../../env.ts'
import { isFailure, refuse } from '../../refuse.ts'
import { policyFile } from '../../reports/browser-policy.ts'
import { releaseOf } from '../../reports/release.ts'
import { readJson } from '../read.ts'

export const distribution = new Hono<App, Record<never, never>, '/:office'>().post(
  '/browser-policy',
  async (c) => {
    const body = await readJson(c, WantedPolicy)
    if (isFailure(body)) return refuse(c, body)
    const { target, enrolmentToken } = body.value
    const office = c.req.param('office')
    // A token of another office would put its PCs under the wrong quota.
    if (enrolmentToken && !enrolmentToken.startsWith(`pde_${office}_`))
      return refuse(c, { code: 'invalid_request', param: 'enrolmentToken' })
    const release = await releaseOf(c.env, c.req.url)
    if (!release) return refuse(c, { code: 'not_packed' })
    const city = await cityNow(c.env)
    const file = policyFile(target, {
      gatewayUrl: ownOrigin(c).origin,
      extensionId: release.id,
      enrolmentToken,
      policyPublicKey: (await signerOf(c.env, city))?.publicKey,
      portals: rulesOf(city, office).portals,
    })
    c.set('act', { office, target, token: enrolmentToken?.split('_')[2] ?? null })
    return c.body(file.body, 200, {
      'content-type': file.type,
      'content-disposition': `attachment; filename="${file.name}"`,
      'cache-control': 'no-store',
    })
  },
)
