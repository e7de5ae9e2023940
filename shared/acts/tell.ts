// An act of the log in words.
import * as z from 'zod/mini'
import type { actSentences } from './sentences.ts'
import { toldActs, type Detail } from './told.ts'

/** What has a name of its own beside its id. */
export type Named = 'office' | 'class' | 'admin' | 'helper'

export interface Telling {
  who: string
  /** @returns the name of what has that id, or the id */
  nameOf: (kind: Named, id: string) => string
  /** @returns the sentence in the reader's language, with its values */
  say: (key: keyof typeof actSentences, values: Record<string, string | number>) => string
}

/** @param act method and path @param detail as it was logged @returns who did what to what; an act that is no more as it was logged */
export function tellAct(act: string, detail: Detail, { who, nameOf, say }: Telling): string {
  const found = Object.entries(toldActs)
    .map(([route, says]) => ({ says, params: paramsOf(route, act) }))
    .find(({ params }) => params !== null)
  if (!found?.params) return `${who}: ${act}`
  const { says, params } = found
  // What was just made is named in the detail, not in the path.
  const named = (kind: Named | 'group') => params[kind] ?? String(detail['id'] ?? '')
  return say(typeof says === 'function' ? says(detail) : says, {
    ...counted(detail),
    ...params,
    who,
    office: nameOf('office', named('office')),
    class: nameOf('class', named('class')),
    admin: nameOf('admin', named('admin')),
    group: named('group'),
    what: switched(detail, { nameOf, say }),
  })
}

/** @returns what stands in the act for each `:name` of the route; null where it is another's */
function paramsOf(route: string, act: string): Record<string, string> | null {
  const [wanted, given] = [route.split('/'), act.split('/')]
  const fits = wanted.every((part, at) => (part.startsWith(':') ? given[at] : given[at] === part))
  if (!fits || wanted.length !== given.length) return null
  return Object.fromEntries(
    wanted.flatMap((part, at) => (part[0] === ':' ? [[part.slice(1), given[at]!]] : [])),
  )
}

/** Of a list, how many it has. */
function counted(detail: Detail): Record<string, string | number> {
  const values = Object.entries(detail).map(([name, value]) => [
    name,
    Array.isArray(value) ? value.length : value,
  ])
  return Object.fromEntries(
    values.filter(([, value]) => typeof value === 'string' || typeof value === 'number'),
  )
}

const switchKinds = ['city', 'office', 'helper', 'upstream'] as const

function switched({ kind, id }: Detail, { nameOf, say }: Omit<Telling, 'who'>): string {
  const known = switchKinds.find((one) => one === kind)
  if (!known) return ''
  const what = String(id ?? '')
  const hasName = known === 'helper' || known === 'office'
  return say(`switched_${known}`, { id: hasName ? nameOf(known, what) : what })
}

const Fields = z.record(z.string(), z.unknown())

/** @returns what was logged beside the act; nothing where it can't be read */
export function detailOf(json: string): Detail {
  try {
    return Fields.parse(JSON.parse(json))
  } catch {
    return {}
  }
}
