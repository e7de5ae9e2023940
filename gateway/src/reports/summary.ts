// The console's first page: sums of all offices that somebody may see, from the rows that also refuse and that are exported.
import type { Actor, Summary } from '../../../shared/protocol/console.ts'
import { settleOffice } from '../admission/admission.ts'
import type { CityNow } from '../city.ts'
import { officeObject, type Env } from '../env.ts'
import type { AuditSum } from '../objects/office.ts'
import { endOfDate, periodsAt } from '../objects/jakarta.ts'
import { allUpstreams } from '../upstreams/router.ts'
import { breakerState } from '../upstreams/breaker.ts'

const dayMs = 86_400_000
const days = 14
/** Fourteen days of all outcomes and helpers; a sum never has more rows. */
const mostSums = 20_000
/** What is no fault of anybody: the answer came, or its reader left. */
const fine = new Set(['answered', 'client_gone'])

export async function summaryFor(
  env: Env,
  city: CityNow,
  { office: own }: Actor,
  now: number,
): Promise<Summary> {
  const names = Array.from({ length: days }, (_, at) => periodsAt(now - (days - 1 - at) * dayMs).day)
  const today = names.at(-1) ?? ''
  const span = { from: Date.parse(`${names[0]}T00:00:00+07:00`), to: now + dayMs }
  const held = holdersSince(city, span.from).filter(({ id }) => own === null || id === own)
  const found = await Promise.all(
    held.map(async ({ isOver, ...office }) => {
      await settleOffice(env, office.id)
      const object = officeObject(env, office.id)
      const [sums, overview] = await Promise.all([
        object.auditSums(['day', 'helper', 'outcome'], span, 0, mostSums),
        object.overview(now),
      ])
      return { office, sums, overview: isOver ? null : overview }
    }),
  )
  const all = found.flatMap(({ sums }) => sums)
  const ofToday = all.filter((sum) => sum['day'] === today)
  return {
    city: env.PENDAMPING_CITY ?? 'Kota',
    day: today,
    days: names.map((day) => {
      const sums = all.filter((sum) => sum['day'] === day)
      return {
        day,
        requests: total(sums),
        failed: total(sums.filter(isFault)),
        hidden: total(sums, 'hidden'),
      }
    }),
    failures: grouped(ofToday.filter(isFault), 'outcome').map(([code, requests]) => ({ code, requests })),
    helpers: grouped(ofToday, 'helper').map(([helper, requests]) => ({ helper, requests })),
    offices: found.flatMap(({ office, sums, overview }) =>
      overview
        ? [
            {
              ...office,
              month: overview.officeActions,
              rupiah: overview.officeRupiah,
              lastDay:
                sums
                  .map((sum) => String(sum['day']))
                  .toSorted()
                  .at(-1) ?? null,
            },
          ]
        : [],
    ),
    off: city.off.map(({ kind, id, reason }) => ({ kind, id, reason })),
    upstreams: allUpstreams(env, city).map(({ settings: { id, model, location } }) => {
      return { id, model, location, breaker: breakerState(id, now) }
    }),
  }
}

/** What is over has no month to watch, but what was used until then stays in the days. */
function holdersSince({ offices, classes }: CityNow, from: number) {
  return [
    ...offices
      .filter(({ removedAt }) => removedAt === null || removedAt > from)
      .map(({ id, name, removedAt }) => ({ id, name, isClass: false, isOver: removedAt !== null })),
    ...classes
      .filter(({ endedAt, keysUntil }) => endedAt === null || endOfDate(keysUntil) > from)
      .map(({ id, name, endedAt }) => ({ id, name, isClass: true, isOver: endedAt !== null })),
  ]
}

const isFault = (sum: AuditSum) => !fine.has(String(sum['outcome']))

function total(sums: AuditSum[], of: 'requests' | 'hidden' = 'requests'): number {
  return sums.reduce((before, sum) => before + sum[of], 0)
}

/** @returns each value of a column with its requests, the most frequent first */
function grouped(sums: AuditSum[], by: 'outcome' | 'helper'): [string, number][] {
  const found = new Map<string, number>()
  for (const sum of sums) found.set(String(sum[by]), (found.get(String(sum[by])) ?? 0) + sum.requests)
  return [...found].toSorted((a, b) => b[1] - a[1])
}
