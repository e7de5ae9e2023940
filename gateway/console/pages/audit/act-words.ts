// The log of acts in words.
import * as z from 'zod/mini'
import { detailOf, tellAct, type Named } from '../../../../shared/acts/index.ts'
import type { Act } from '../../../../shared/protocol/admin-answers.ts'
import { day, has, moment, number, t } from '../../i18n/index.ts'
import { fieldName } from '../../parts/field-name.ts'

/** @param nameOf the name of what has that id, or the id @returns who did what to what; an act that is no more as it was logged */
export function actWords(
  { act, detail }: Act,
  who: string,
  nameOf: (kind: Exclude<Named, 'helper'>, id: string) => string,
): string {
  return tellAct(act, detailOf(detail), {
    who,
    nameOf: (kind, id) => (kind === 'helper' ? valueWords('helpers', id) : nameOf(kind, id)),
    say: t,
  })
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
  const { before, after, ...rest } = detailOf(detail)
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
