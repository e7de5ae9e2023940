// What differs between two policies, rule by rule, so that an admin sees before publishing what will change for whom.
import type { CityPolicy } from './admin.ts'
import { Rules } from './policy.ts'

export interface Change {
  /** Empty for the city's own rule. */
  office: string
  rule: string
  /** Undefined = not ruled there. */
  before: unknown
  after: unknown
}

/** @returns the rules that differ, those of the city first */
export function changesBetween(before: CityPolicy, after: CityPolicy): Change[] {
  const offices = [...new Set([...Object.keys(before.offices), ...Object.keys(after.offices)])].sort()
  return [
    ...ruleChanges('', before.rules, after.rules),
    ...offices.flatMap((office) =>
      ruleChanges(office, before.offices[office] ?? {}, after.offices[office] ?? {}),
    ),
  ]
}

type RuleSet = CityPolicy['rules']

function ruleChanges(office: string, before: RuleSet, after: RuleSet): Change[] {
  return (Object.keys(Rules.shape) as (keyof RuleSet)[])
    .filter((rule) => JSON.stringify(before[rule]) !== JSON.stringify(after[rule]))
    .map((rule) => ({ office, rule, before: before[rule], after: after[rule] }))
}
