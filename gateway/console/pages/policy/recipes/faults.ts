// What is wrong with recipes as they are typed, each at its place, with what to do.
import { recipeLimits, Recipes } from '../../../../../shared/protocol/recipes.ts'
import { has, number, t } from '../../../i18n/index.ts'
import { readRecipes, tidiedRecipes, type RecipeDraft } from './draft.ts'

/** By place, such as `0.fields.1.label`; empty = the whole list. */
export type Faults = ReadonlyMap<string, string>

type Issue = NonNullable<ReturnType<typeof Recipes.safeParse>['error']>['issues'][number]

/** @param value as the rule holds it: a list, or JSON as it was typed */
export function recipeFaults(value: unknown): Faults {
  const tidied = tidiedRecipes(value)
  if (typeof tidied === 'string') return new Map([['', t('jsonBroken')]])
  const issues = Recipes.safeParse(tidied).error?.issues ?? []
  const recipes = readRecipes(tidied) ?? []
  const found = [
    ...recipes.flatMap((recipe, at) => ofRecipe(recipe, `${at}`)),
    ...twice(recipes, 'id', 'faultIdTwice', ''),
    ...issues.flatMap((issue) => ofIssue(issue, tidied)),
  ]
  const faults = inOrder(found)
  return faults.size === 0 && issues.length > 0 ? new Map([['', t('faultOther')]]) : faults
}

/** Of two at one place the first says what to do first. */
function inOrder(found: [string, string][]): Faults {
  const first = new Map(found.reverse())
  const places = [...first].filter(([place]) => !isNoise(place, first))
  return new Map(places.sort(([a], [b]) => a.localeCompare(b, 'id', { numeric: true })))
}

/** What the schema says of a recipe as a whole, and only when all else is right: here it is said at once, at its place. */
function ofRecipe({ instruction, template, fields }: RecipeDraft, at: string): [string, string][] {
  const says = instruction.trim() !== '' || template.trim() !== ''
  return [
    ...(says ? [] : [[`${at}.instruction`, t('faultSaysNothing')] satisfies [string, string]]),
    ...twice(fields, 'id', 'faultKeyTwice', `${at}.fields.`),
    ...twice(fields, 'label', 'faultLabelTwice', `${at}.fields.`),
  ]
}

function twice<Name extends string>(
  list: readonly Record<Name, string>[],
  name: Name,
  key: 'faultIdTwice' | 'faultKeyTwice' | 'faultLabelTwice',
  before: string,
): [string, string][] {
  const values = list.map((one) => one[name].trim())
  return values.flatMap((value, at): [string, string][] =>
    value !== '' && values.indexOf(value) < at ? [[`${before}${at}.${name}`, t(key)]] : [],
  )
}

function ofIssue(issue: Issue, value: unknown): [string, string][] {
  const path = issue.path.map(String)
  // Told by `ofRecipe`, save that choices fit no other kind.
  if (issue.code === 'custom' && path.at(-1) !== 'choices') return []
  const choice = path.indexOf('choices') + 1
  if (choice === 0 || choice === path.length) return [[path.join('.'), issueWords(issue, path, value)]]
  const words = issueWords(issue, path, value)
  return [
    [
      path.slice(0, choice).join('.'),
      t('faultChoice', { choice: number(Number(path[choice]) + 1), fault: words }),
    ],
  ]
}

function issueWords(issue: Issue, path: string[], value: unknown): string {
  const leaf = path.findLast((part) => !/^\d+$/.test(part)) ?? 'recipes'
  switch (issue.code) {
    case 'too_big':
      return tooBig(Number(issue.maximum), valueAt(value, path))
    case 'too_small':
      return emptyWords(leaf)
    case 'invalid_format':
      return t(leaf === 'label' ? 'faultLabel' : path.includes('fields') ? 'faultKey' : 'faultId')
    case 'unrecognized_keys':
      return t('faultUnknown', { keys: issue.keys.join(', ') })
    case 'custom':
      return t('faultChoicesKind')
    default:
      return t('faultType')
  }
}

function tooBig(most: number, value: unknown): string {
  if (typeof value !== 'string') return t('faultMany', { most: number(most) })
  return t('faultLong', { over: number(value.trim().length - most), most: number(most) })
}

function emptyWords(leaf: string): string {
  const key = `faultEmpty_${leaf}`
  return has(key) ? t(key) : t('faultEmpty')
}

function valueAt(value: unknown, path: string[]): unknown {
  return path.reduce<unknown>((inner, part) => (inner as Record<string, unknown> | undefined)?.[part], value)
}

/** Without a name or a label there is no id or key yet: one thing to do is enough. */
function isNoise(place: string, faults: Faults): boolean {
  if (!place.endsWith('.id')) return false
  const start = place.slice(0, -'.id'.length)
  return [`${start}.name`, `${start}.label`].some(
    (other) => faults.get(other) === emptyWords(other.split('.').at(-1)!),
  )
}

/** @returns how many are in one recipe */
export function countIn(faults: Faults, at: number): number {
  return [...faults.keys()].filter((place) => place === `${at}` || place.startsWith(`${at}.`)).length
}

/** @param place `0.fields.1.label` @returns "resep 1 → isian 2 → Label" */
export function placeWords(place: string): string {
  const [recipe, part, field, leaf] = place === '' ? [] : place.split('.')
  if (recipe === undefined) return ''
  const words = [t('recipeNumber', { recipe: Number(recipe) + 1 })]
  if (part === 'fields' && field !== undefined) words.push(t('fieldNumber', { field: Number(field) + 1 }))
  const last = part === 'fields' ? (field === undefined ? part : leaf) : part
  if (last !== undefined) words.push(partWords(last, field !== undefined))
  return words.join(' → ')
}

function partWords(part: string, isOfField: boolean): string {
  const key = `${isOfField ? 'fieldPart' : 'recipePart'}_${part}`
  return has(key) ? t(key) : part
}

/** @returns "12 dari 80 karakter" */
export function countWords(
  text: string,
  part: Exclude<keyof typeof recipeLimits, 'choices' | 'fields' | 'recipes'>,
): string {
  return t('charsOf', { count: number(text.trim().length), most: number(recipeLimits[part]) })
}
