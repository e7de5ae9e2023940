// Classes, as the gateway's API has them.
import * as z from 'zod/mini'
import { ClassEntry, ClassWithSeats, Preflight, type NewClass } from '../../shared/protocol/classes.ts'
import { call, get, post, put } from './api.ts'

const Listed = z.extend(ClassEntry, { joined: z.int() })
export type Listed = z.infer<typeof Listed>

/** What a class may choose a model from. */
const Upstream = z.object({ id: z.string(), label: z.string(), model: z.string(), location: z.string() })
export type Upstream = z.infer<typeof Upstream>

const Ignored = z.unknown()

export const classApi = {
  list: () => get('/classes', z.object({ classes: z.array(Listed) })),
  one: (id: string) => get(`/classes/${id}`, ClassWithSeats),
  make: (terms: NewClass) => post('/classes', ClassWithSeats, terms),
  change: (id: string, terms: NewClass) => put(`/classes/${id}`, ClassWithSeats, terms),
  preflight: (id: string) => post(`/classes/${id}/preflight`, Preflight),
  end: (id: string, keys: 'keep' | 'revoke') => post(`/classes/${id}/end`, Ignored, { keys }),
  revokeSeat: (id: string, key: string) => call('DELETE', `/classes/${id}/seats/${key}`, Ignored),
  upstreams: () => get('/upstreams', z.object({ upstreams: z.array(Upstream) })),
}
