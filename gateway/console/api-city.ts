// Calls of the pages Ringkasan, Model, Kebijakan, Audit and Unduhan.
import * as z from 'zod/mini'
import {
  Act,
  AlarmShown,
  AuditSums,
  PolicyDiff,
  PolicyNow,
  Revision,
  SwitchedOff,
  Trial,
  Upstreams,
  UpstreamShown,
  AuditSum,
} from '../../shared/protocol/admin-answers.ts'
import type { ChangeUpstream, CityPolicy, KillSwitch, NewUpstream } from '../../shared/protocol/admin.ts'
import { Summary } from '../../shared/protocol/console.ts'
import { Release, type PolicyTarget } from '../../shared/protocol/distribution.ts'
import { call, failed, fileOf, get, post, put, type Result } from './api.ts'

const Ignored = z.unknown()
const Published = z.object({ revision: z.int() })

/** Days in Jakarta, both included. */
export interface Span {
  from: string
  to: string
}

export const cityApi = {
  summary: () => get('/summary', Summary),

  upstreams: () => get('/upstreams', Upstreams),
  addUpstream: (upstream: NewUpstream) => post('/upstreams', UpstreamShown, upstream),
  changeUpstream: (id: string, upstream: ChangeUpstream) => put(`/upstreams/${id}`, UpstreamShown, upstream),
  removeUpstream: (id: string) => call('DELETE', `/upstreams/${id}`, Ignored),
  /** Waits as long as the gateway waits for the model. */
  tryUpstream: (id: string) => call('POST', `/upstreams/${id}/test`, Trial, { body: {}, patience: 90_000 }),

  policy: () => get('/policy', PolicyNow),
  revisions: () => get('/policy/revisions', z.object({ revisions: z.array(Revision) })),
  policyOf: (revision: number) => get(`/policy/revisions/${revision}`, PolicyNow),
  policyDiff: (policy: CityPolicy) => post('/policy/diff', PolicyDiff, policy),
  publish: (policy: CityPolicy, comment: string, basedOn: number) =>
    post('/policy', Published, { policy, comment, basedOn }),
  rollBack: (revision: number, basedOn: number) => post('/policy/rollback', Published, { revision, basedOn }),
  switches: () => get('/switches', z.object({ off: z.array(SwitchedOff) })),
  setSwitch: (wanted: KillSwitch) => put('/switches', Ignored, wanted),

  /** @param by what to group by, in this order @param after how many sums are already there */
  auditSums: (office: string, by: readonly string[], { from, to }: Span, after: number) =>
    get(
      `/offices/${office}/audit/sums?${new URLSearchParams({ by: by.join(','), from, to, after: String(after) })}`,
      AuditSums,
    ),
  auditTotals: (office: string) =>
    get(`/offices/${office}/audit/totals`, z.object({ totals: z.array(AuditSum) })),
  /** @param before only those older than this number */
  acts: (before: number | null) =>
    get(`/acts${before === null ? '' : `?before=${before}`}`, z.object({ acts: z.array(Act) })),
  alarms: () => get('/alarms', z.object({ alarms: z.array(AlarmShown) })),
  signingKey: () => get('/signing-key', z.object({ publicKey: z.string() })),

  release,
  browserPolicy: (office: string, target: PolicyTarget, enrolmentToken: string) =>
    fileOf(`/offices/${office}/browser-policy`, { target, ...(enrolmentToken && { enrolmentToken }) }),
}

/** What was packed: a static file beside the console. @returns null where nothing was */
async function release(): Promise<Result<Release | null>> {
  const answer = await fetch('/unduh/release.json', { cache: 'no-store' }).catch(() => null)
  if (!answer) return failed('gateway_unreachable', null)
  const parsed = answer.ok ? Release.safeParse(await answer.json().catch(() => null)) : null
  return { ok: true, value: parsed?.data ?? null }
}
