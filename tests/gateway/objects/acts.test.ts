// Inside workerd, for there the routes can be asked what they are.
import { expect, it } from 'vitest'
import { toldActs } from '../../../shared/acts/index.ts'
import { admin, isAct } from '../../../gateway/src/routes/admin/index.ts'

const nameless = (route: string) => route.replace(/:\w+/g, ':')

it('there is a sentence for each act that the gateway logs, and for no other', () => {
  const logged = admin.routes
    .filter(({ method, path }) => method !== 'ALL' && !path.startsWith('/session') && isAct(method, path))
    .map(({ method, path }) => nameless(`${method} ${path.replace(/\/$/, '')}`))
  expect(logged.length).toBeGreaterThan(30)
  expect(Object.keys(toldActs).map(nameless).sort()).toEqual([...new Set(logged)].sort())
})
