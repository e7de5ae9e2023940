// The policy as it is being written: what an admin typed, on top of the revision it was begun from. Pure; the form and the
// JSON write the same.
import * as z from 'zod/mini'
import type { PolicyNow } from '../../../../shared/protocol/admin-answers.ts'
import { CityPolicy } from '../../../../shared/protocol/admin.ts'
import { defaultRules, type Rules } from '../../../../shared/protocol/policy.ts'
import { changesBetween } from '../../../../shared/protocol/policy-diff.ts'
import { readRecipes, tidiedRecipes, type RecipeDraft, type Removed } from './recipes/draft.ts'

/** In the order of the page. */
export const ruleNames = [
  'helpers',
  'dataClass',
  'upstreams',
  'portals',
  'disclosure',
  'deviceTranslation',
  'retentionDays',
  'neverHide',
  'glossary',
  'templates',
  'recipes',
  'sla',
  'holidays',
] as const satisfies (keyof Rules)[]
export type RuleName = (typeof ruleNames)[number]

/** A rule while it is typed may be what no schema allows yet, such as recipes as their JSON. */
export type RuleSet = { [Name in RuleName]?: unknown }
export interface Written {
  rules: RuleSet
  offices: Record<string, RuleSet>
}

export interface PolicyDraft {
  base: PolicyNow
  written: Written
  /** The JSON as it was typed last; null = the form was. */
  json: string | null
  comment: string
  /** Rules that were given back to the city, and recipes that were taken out, should one want them after all. */
  dropped: Record<string, unknown>
}

export function draftFrom(base: PolicyNow): PolicyDraft {
  return { base, written: base.policy, json: null, comment: '', dropped: {} }
}

/** @param scope an office, or empty for the city */
export function rulesIn({ rules, offices }: Written, scope: string): RuleSet {
  return scope === '' ? rules : (offices[scope] ?? {})
}

/** @returns what holds where the scope rules nothing itself */
export function inherited(written: Written, scope: string, name: RuleName): unknown {
  const above = scope === '' ? undefined : written.rules[name]
  return above === undefined ? defaultRules[name] : above
}

export function withRule(draft: PolicyDraft, scope: string, name: RuleName, value: unknown): PolicyDraft {
  const rules = { ...rulesIn(draft.written, scope), [name]: value }
  return { ...draft, json: null, written: withRules(draft.written, scope, rules) }
}

/** @returns those that browsers have now, also where they are the city's */
export function publishedRecipes({ base: { policy } }: PolicyDraft, scope: string): RecipeDraft[] {
  return readRecipes(rulesIn(policy, scope).recipes ?? inherited(policy, scope, 'recipes')) ?? []
}

const removedFrom = (scope: string) => `${scope} recipes removed`

/** @returns the recipes that were taken out of the scope's since its last revision */
export function removedRecipes({ dropped }: PolicyDraft, scope: string): readonly Removed[] {
  return (dropped[removedFrom(scope)] as readonly Removed[] | undefined) ?? []
}

export function withRemoved(draft: PolicyDraft, scope: string, removed: readonly Removed[]): PolicyDraft {
  return { ...draft, dropped: { ...draft.dropped, [removedFrom(scope)]: removed } }
}

/** Leaves the rule to the city, or to the default. */
export function withoutRule(draft: PolicyDraft, scope: string, name: RuleName): PolicyDraft {
  const { [name]: dropped, ...rules } = rulesIn(draft.written, scope)
  const written = withRules(draft.written, scope, rules)
  return { ...draft, json: null, written, dropped: { ...draft.dropped, [`${scope} ${name}`]: dropped } }
}

/** Rules it here: as it was before it was given back, else as what held until now. */
export function withOwnRule(draft: PolicyDraft, scope: string, name: RuleName): PolicyDraft {
  const value = draft.dropped[`${scope} ${name}`] ?? inherited(draft.written, scope, name)
  return withRule(draft, scope, name, value)
}

function withRules({ rules, offices }: Written, scope: string, changed: RuleSet): Written {
  if (scope === '') return { rules: changed, offices }
  const { [scope]: _, ...others } = offices
  return { rules, offices: Object.keys(changed).length === 0 ? others : { ...offices, [scope]: changed } }
}

/** What is wrong with it, as a path of the schema, e.g. `rules.glossary.0.term`; empty = it is no JSON. */
export interface Problem {
  path: string[]
}
export type Checked = { ok: true; policy: CityPolicy } | { ok: false; problem: Problem }

/** @returns the policy to be sent, without empty lines, or what is wrong with it */
export function checked({ written, json }: PolicyDraft): Checked {
  const value = json === null ? tidied(written) : parsedJson(json)
  if (value === undefined) return { ok: false, problem: { path: [] } }
  const parsed = CityPolicy.safeParse(value)
  if (parsed.success) return { ok: true, policy: parsed.data }
  const path = pathOf(parsed.error)
  return { ok: false, problem: { path: json === null ? asOnPage(path, written) : path } }
}

/** @returns the path with the row's place on the page, where rows in which nothing was typed stand between */
function asOnPage(path: string[], written: Written): string[] {
  const [part, id = ''] = path
  const at = part === 'offices' ? 3 : 2
  const [rule, row] = [path[at - 1], Number(path[at])]
  const list = rulesIn(written, part === 'offices' ? id : '')[rule as RuleName]
  if (!Array.isArray(list) || !Number.isInteger(row) || rule === 'recipes') return path
  const kept = list.flatMap((item, index) => (isEmpty(item) ? [] : [index]))
  return path.with(at, String(kept[row] ?? row))
}

/** Takes over what was typed as JSON; what is no policy yet stays as it was typed. */
export function withJson(draft: PolicyDraft, json: string): PolicyDraft {
  const typed = { ...draft, json }
  const made = checked(typed)
  return made.ok ? { ...typed, written: made.policy } : typed
}

export function jsonOf(draft: PolicyDraft): string {
  return draft.json ?? JSON.stringify(tidied(draft.written), null, 2)
}

function tidied({ rules, offices }: Written): Written {
  return {
    rules: tidiedRules(rules),
    offices: Object.fromEntries(Object.entries(offices).map(([id, own]) => [id, tidiedRules(own)])),
  }
}

function tidiedRules(rules: RuleSet): RuleSet {
  return Object.fromEntries(Object.entries(rules).map(([name, value]) => [name, tidiedRule(name, value)]))
}

function tidiedRule(name: string, value: unknown): unknown {
  if (name === 'recipes') return tidiedRecipes(value)
  return Array.isArray(value) ? value.filter((item) => !isEmpty(item)) : value
}

/** A line or a row in which nothing was typed. */
function isEmpty(item: unknown): boolean {
  if (typeof item === 'string') return item.trim() === ''
  const row = z.record(z.string(), z.unknown()).safeParse(item).data
  const typed = Object.entries(row ?? {}).filter(([name]) => name !== 'language' && name !== 'locked')
  return (
    row !== undefined &&
    typed.every(([, value]) => value === '' || value === undefined || Number.isNaN(value))
  )
}

function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function pathOf({ issues }: z.core.$ZodError): string[] {
  // An id is made from a name: what is missing is that.
  const issue = issues.find(({ path }) => path.at(-1) !== 'id') ?? issues[0]
  const unknown = issue?.code === 'unrecognized_keys' ? issue.keys.slice(0, 1) : []
  return [...(issue?.path ?? []), ...unknown].map(String)
}

/** Rules that both changed since: the draft's win, and must be pointed out. */
export interface Merged {
  draft: PolicyDraft
  both: { office: string; rule: string }[]
}

/** Puts what the draft changes on top of what another admin published meanwhile. @param policy what the draft says */
export function merged(draft: PolicyDraft, policy: CityPolicy, now: PolicyNow): Merged {
  const mine = changesBetween(draft.base.policy, policy)
  const theirs = changesBetween(draft.base.policy, now.policy)
  const onTop = mine.reduce<PolicyDraft>(
    (draft, { office, rule, after }) =>
      after === undefined
        ? withoutRule(draft, office, rule as RuleName)
        : withRule(draft, office, rule as RuleName, after),
    { ...draftFrom(now), comment: draft.comment, dropped: draft.dropped },
  )
  const both = theirs.filter(({ office, rule, after }) =>
    mine.some(
      (other) =>
        other.office === office &&
        other.rule === rule &&
        JSON.stringify(other.after) !== JSON.stringify(after),
    ),
  )
  return { draft: onTop, both: both.map(({ office, rule }) => ({ office, rule })) }
}
