// Rules and what became of them, in words.
import { Rules } from '../../../../shared/protocol/policy.ts'
import type { PolicyChange } from '../../../../shared/protocol/admin-answers.ts'
import { has, number, t } from '../../i18n/index.ts'
import { placeWords } from './recipes/faults.ts'
import { ruleNames, type Problem, type RuleName } from './rules.ts'

export function isRuleName(name: string): name is RuleName {
  return (ruleNames as readonly string[]).includes(name)
}

/** @returns what the rule is called; a newer gateway may have one that this page does not know */
export function ruleTitle(name: string): string {
  const key = `rule_${name}`
  return has(key) ? t(key) : name
}

/** @returns the value in a few words; undefined = not ruled there */
export function ruleWords(name: string, value: unknown): string {
  if (value === undefined) return t('ruleNone')
  const items = itemsOf(name, value)
  if (!items) return scalarWords(name, value)
  if (items.length === 0) return t(name === 'portals' ? 'portalsAll' : 'listNone')
  const isShort = name === 'helpers' || name === 'upstreams' || items.length <= 2
  return isShort
    ? items.map(({ words }) => short(words)).join(', ')
    : t('listCount', { count: number(items.length) })
}

/** @returns the items of a list, a line each; null where the rule is none */
export function ruleItems(name: string, value: unknown): string[] | null {
  return itemsOf(name, value)?.map(({ words }) => words) ?? null
}

function scalarWords(name: string, value: unknown): string {
  if (name === 'upstreams' && value === null) return t('upstreamsAll')
  if (name === 'retentionDays') return t('days', { count: Number(value) || '–' })
  if (name === 'recipes' && typeof value === 'string') return t('asJson')
  // A list that is no list of the rule yet, for something in it is still being typed.
  if (isRuleName(name) && Array.isArray(value)) return t('listCount', { count: number(value.length) })
  const text = typeof value === 'string' ? value : JSON.stringify(value)
  const key = name === 'dataClass' ? `class_${text}` : `${name}_${text}`
  if (has(key)) return t(key)
  return text === '' ? t('listNone') : text
}

export interface Line {
  kind: 'added' | 'removed' | 'changed'
  text: string
}

/** @returns how the list changed, item by item; null where the rule is no list */
export function listLines({ rule, before, after }: PolicyChange): Line[] | null {
  const [old, now] = [itemsOf(rule, before ?? []), itemsOf(rule, after ?? [])]
  if (!old || !now) return null
  const oldByKey = new Map(old.map((item) => [item.key, item]))
  const nowKeys = new Set(now.map(({ key }) => key))
  return [
    ...old
      .filter(({ key }) => !nowKeys.has(key))
      .map(({ words }): Line => ({ kind: 'removed', text: words })),
    ...now.flatMap((item): Line[] => {
      const before = oldByKey.get(item.key)
      if (!before) return [{ kind: 'added', text: item.words }]
      if (before.json === item.json) return []
      return [{ kind: 'changed', text: t('itemWas', { before: before.words, after: item.words }) }]
    }),
  ]
}

interface Item {
  /** What makes it the same item when it changed. */
  key: string
  words: string
  json: string
}

/** @returns null where it is no list that this page can read */
function itemsOf(name: string, value: unknown): Item[] | null {
  if (!isRuleName(name) || !Array.isArray(value)) return null
  const list: unknown = Rules.shape[name].safeParse(value).data
  if (!Array.isArray(list)) return null
  return itemWords(name, list).map(([key, words], at) => ({ key, words, json: JSON.stringify(list[at]) }))
}

/** @param list of that rule, by its schema */
function itemWords(name: RuleName, list: unknown[]): [key: string, words: string][] {
  switch (name) {
    case 'helpers':
      return (list as Rules['helpers']).map((helper) => [helper, t(`helper_${helper}`)])
    case 'glossary':
      return (list as Rules['glossary']).map(({ term, translation, language, locked }) => [
        `${language} ${term}`,
        `${term} = ${translation} (${language}${locked ? `, ${t('locked')}` : ''})`,
      ])
    case 'templates':
      return (list as Rules['templates']).map(({ name, status, text }) => [
        `${name} ${status ?? ''}`,
        `${name}: ${text}`,
      ])
    case 'recipes':
      return (list as Rules['recipes']).map(({ id, name, fields }) => [
        id,
        `${name} (${t('fieldCount', { count: fields.length })})`,
      ])
    case 'sla':
      return (list as Rules['sla']).map(({ category, workingDays }) => [
        category,
        `${category || t('slaOthers')}: ${t('workingDays', { count: workingDays })}`,
      ])
    case 'holidays':
      return (list as Rules['holidays']).map(({ day, name }) => [day, `${day} ${name}`])
    default:
      return (list as string[]).map((text) => [text, text])
  }
}

function short(text: string): string {
  return text.length > 120 ? `${text.slice(0, 119)}…` : text
}

/** @param nameOf an office's name @returns which field to look at */
export function problemWords({ path }: Problem, nameOf: (office: string) => string): string {
  const [part, ...rest] = path
  if (part === undefined) return t('jsonBroken')
  const isOffice = part === 'offices' && rest.length > 0
  const where = isOffice ? nameOf(rest[0]!) : t('wholeCity')
  const [rule, row, field] = isOffice ? rest.slice(1) : rest
  const words = [where, rule && ruleTitle(rule)]
  if (rule === 'recipes')
    return t('policyProblem', {
      where: [...words, placeWords(path.slice(isOffice ? 3 : 2).join('.'))].filter(Boolean).join(' → '),
    })
  if (row !== undefined) words.push(/^\d+$/.test(row) ? t('rowNumber', { row: Number(row) + 1 }) : row)
  if (field !== undefined) words.push(has(`column_${field}`) ? t(`column_${field}` as 'column_term') : field)
  return t('policyProblem', { where: words.filter(Boolean).join(' → ') })
}
