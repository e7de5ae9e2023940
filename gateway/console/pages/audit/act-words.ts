// The log of acts in words.
import * as z from 'zod/mini'
import type { Act } from '../../../../shared/protocol/admin-answers.ts'
import { day, has, moment, number, t } from '../../i18n/index.ts'
import { fieldName } from '../../parts/field-name.ts'
import { toldActs, type Detail } from './told-acts.ts'

/** What has a name of its own beside its id. */
export type Named = 'office' | 'class' | 'admin'

/** @param nameOf the name of what has that id, or the id @returns who did what to what; an act that is no more as it was logged */
export function actWords(
  { act, detail: json }: Act,
  who: string,
  nameOf: (kind: Named, id: string) => string,
): string {
  const detail = read(json)
  const found = Object.entries(toldActs)
    .map(([route, says]) => ({ says, params: paramsOf(route, act) }))
    .find(({ params }) => params !== null)
  if (!found?.params) return `${who}: ${act}`
  const { says, params } = found
  // What was just made is named in the detail, not in the path.
  const named = (kind: Named | 'group') => params[kind] ?? String(detail['id'] ?? '')
  return t(typeof says === 'function' ? says(detail) : says, {
    ...counted(detail),
    ...params,
    who,
    office: nameOf('office', named('office')),
    class: nameOf('class', named('class')),
    admin: nameOf('admin', named('admin')),
    group: named('group'),
    what: switched(detail),
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

function switched({ kind, id }: Detail): string {
  const key = `switched_${String(kind)}`
  return has(key) ? t(key, { id: valueWords('helpers', id) }) : ''
}

/** Stands for what is empty. */
const none = '–'

/** One field of what an act was about. */
export interface ActField {
  name: string
  /** null = it is no change of something before. */
  was: string | null
  is: string
}

/** @returns the fields in which before and after differ, then all others that are not empty */
export function actFields({ detail }: Pick<Act, 'detail'>): ActField[] {
  const { before, after, ...rest } = read(detail)
  const [old, now] = [flat(before), flat(after)]
  const changed = [...new Set([...old.keys(), ...now.keys()])].filter(
    (name) => old.get(name) !== now.get(name),
  )
  return [
    ...changed.map((name) => ({
      name: nameOfField(name),
      was: before === undefined ? null : (old.get(name) ?? none),
      is: now.get(name) ?? none,
    })),
    ...[...flat(rest)]
      .filter(([, is]) => is !== none)
      .map(([name, is]) => ({ name: nameOfField(name), was: null, is })),
  ]
}

const Fields = z.record(z.string(), z.unknown())

function read(json: string): Detail {
  try {
    return Fields.parse(JSON.parse(json))
  } catch {
    return {}
  }
}

/** @returns each value in words, under its field's name; of settings within settings, by the inner name */
function flat(value: unknown): Map<string, string> {
  const fields = Fields.safeParse(value)
  const found = new Map<string, string>()
  for (const [name, inner] of Object.entries(fields.data ?? {})) {
    if (Fields.safeParse(inner).success) for (const [of, words] of flat(inner)) found.set(of, words)
    else found.set(name, valueWords(name, inner))
  }
  return found
}

function nameOfField(name: string): string {
  const key = `acted_${name}`
  return has(key) ? t(key) : fieldName(name)
}

/** Fields whose values have words, and how these begin in the catalogue. */
const wordsOf: Record<string, string[]> = {
  helpers: ['helper'],
  classes: ['class'],
  dataClass: ['class'],
  role: ['role'],
  keys: ['keys'],
  kind: ['kind', 'off'],
  thinking: ['thinking'],
}

function valueWords(field: string, value: unknown): string {
  if (value === null || value === '' || (Array.isArray(value) && value.length === 0)) return none
  if (Array.isArray(value)) return value.map((one) => valueWords(field, one)).join(', ')
  if (typeof value === 'boolean') return t(value ? 'yes' : 'no')
  if (typeof value === 'number') return number(value)
  const text = String(value)
  const key = wordsOf[field]?.map((start) => `${start}_${text}`).find(has)
  if (key) return t(key)
  if (/^\d{4}-\d\d-\d\d$/.test(text)) return day(text)
  return /^\d{4}-\d\d-\d\dT/.test(text) ? moment(text) : text
}
