// What every request must know of the city, kept per process for some seconds: a change by an admin is everywhere within
// five, and here at once.
import {
  classAllows,
  defaultRules,
  type DataClass,
  type HelperName,
  type Rules,
} from '../../shared/protocol/index.ts'
import type { ClassEntry } from '../../shared/protocol/classes.ts'
import { cityObject, type Env } from './env.ts'
import { rulesFor, type CityView, type OfficeEntry } from './objects/city.ts'

/** A revocation or a kill switch must hold within five seconds on every isolate. */
const freshMs = 4000
/** A name that is not known may have been made elsewhere just now; strangers can't ask oftener than this. */
const freshForUnknownMs = 1000

export interface CityNow extends CityView {
  officeById: Map<string, OfficeEntry>
  classById: Map<string, ClassEntry>
}

let known: { city: CityNow; at: number } | null = null

/** @returns the city as it was at most some seconds ago */
export async function cityNow(env: Env, maxAge = freshMs): Promise<CityNow> {
  if (known && Date.now() - known.at < maxAge) return known.city
  const asked = forgotten
  const view = await cityObject(env).view(known?.city.version ?? null)
  const city = view ? { ...view, officeById: byId(view.offices), classById: byId(view.classes) } : known!.city
  // A change made meanwhile is not in it.
  known = { city, at: asked === forgotten ? Date.now() : 0 }
  return city
}
let forgotten = 0

function byId<T extends { id: string }>(entries: readonly T[]): Map<string, T> {
  return new Map(entries.map((entry) => [entry.id, entry]))
}

/** After a change: the next request asks again. */
export function forgetCity(): void {
  forgotten += 1
  if (known) known.at = 0
}

/** @returns the office as the city has registered it, removed ones too, or null */
export async function officeEntry(env: Env, id: string): Promise<OfficeEntry | null> {
  const city = await cityNow(env)
  return city.officeById.get(id) ?? (await cityNow(env, freshForUnknownMs)).officeById.get(id) ?? null
}

/** @returns whether keys of that name can exist: an office's, or a class's */
export async function isKnownHolder(env: Env, id: string): Promise<boolean> {
  return (await cityNow(env)).classById.has(id) || (await officeEntry(env, id)) !== null
}

/** @returns the rules in force for an office, or for a class: the city's, with what its trainer chose */
export function rulesOf(city: CityNow, office: string): Rules {
  const own = (id: string) => (city.revision === 0 ? defaultRules : rulesFor(city.policy, id))
  const held = city.classById.get(office)
  if (!held) return own(office)
  // A trainer opens nothing that the city keeps shut, for itself or for an office that takes part.
  return held.offices.map(own).reduce(narrowedTo, narrowedTo(own(office), held))
}

type Narrowing = Pick<Rules, 'helpers' | 'upstreams' | 'portals' | 'dataClass'>

/** @returns the rules, with nothing open in them that the other does not open too */
function narrowedTo(rules: Rules, { helpers, upstreams, portals, dataClass }: Narrowing): Rules {
  return {
    ...rules,
    helpers: rules.helpers.filter((helper) => helpers.includes(helper)),
    upstreams: upstreams?.filter((id) => rules.upstreams?.includes(id) ?? true) ?? rules.upstreams,
    portals: narrowed(rules.portals, portals),
    dataClass: classAllows(rules.dataClass, dataClass) ? dataClass : rules.dataClass,
  }
}

/** Of portals an empty list means all of them. */
function narrowed(allowed: string[], wanted: string[]): string[] {
  const both = allowed.length === 0 ? wanted : wanted.filter((portal) => allowed.includes(portal))
  return both.length > 0 ? both : allowed
}

/** @returns whether somebody has switched it off: the city, the office, or the helper */
export function isSwitchedOff(city: CityNow, office: string, helper: HelperName): boolean {
  const offices = [office, ...(city.classById.get(office)?.offices ?? [])]
  return city.off.some(
    ({ kind, id }) =>
      kind === 'city' || (kind === 'office' && offices.includes(id)) || (kind === 'helper' && id === helper),
  )
}

/** @returns the helpers that are open to an office now */
export function openHelpers(city: CityNow, office: string): HelperName[] {
  return rulesOf(city, office).helpers.filter((helper) => !isSwitchedOff(city, office, helper))
}

/** The class of text that staff mostly send: the one that the privacy line speaks of. */
export const usualClass: DataClass = 'internal'
