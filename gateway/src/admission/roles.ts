// What each role may do with the admin API, by method and path. What is not named here is the city admin's alone.
import type { Actor, Role } from '../../../shared/protocol/console.ts'

interface Grant {
  methods: string[]
  /** Path after `/admin/v1`; `:own` stands for the actor's own office. */
  path: RegExp
}

const read = ['GET']
const all = ['GET', 'POST', 'PUT', 'DELETE']
const own = '/offices/:own'

/** Everybody's own account: session, passkeys, recovery codes. */
const everybody: Grant[] = [{ methods: all, path: /^\/me(\/|$)/ }]

const grants: Record<Exclude<Role, 'city'>, Grant[]> = {
  /** Caps, names and suspension of an office are the city's: an office does not raise its own quota. */
  office: [
    { methods: read, path: new RegExp(`^/offices$|^${own}(/|$)|^/policy$|^/alarms$|^/summary$`) },
    { methods: all, path: new RegExp(`^${own}/(keys|renewals|groups|enrolments|browser-policy)(/|$)`) },
  ],
  auditor: [{ methods: read, path: /^\// }],
  trainer: [
    { methods: read, path: /^\/offices$|^\/upstreams$/ },
    { methods: all, path: /^\/classes(\/|$)/ },
  ],
}

/** @param path after `/admin/v1` @returns whether the role covers it */
export function mayDo({ role, office }: Actor, method: string, path: string): boolean {
  if (role === 'city') return true
  const general = office && isOf(office, path) ? path.replace(`/offices/${office}`, own) : path
  return [...everybody, ...grants[role]].some(
    (grant) => grant.methods.includes(method) && grant.path.test(general),
  )
}

function isOf(office: string, path: string): boolean {
  return path === `/offices/${office}` || path.startsWith(`/offices/${office}/`)
}
