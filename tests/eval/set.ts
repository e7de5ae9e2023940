// The labelled set (tests/fixtures/eval/README.md), each line parsed; one that is wrong is named.
import { readFileSync } from 'node:fs'
import * as z from 'zod/mini'
import { languages, replyStatuses } from '../../shared/protocol/index.ts'

const Id = z.string().check(z.regex(/^[a-z]+-\d+$/))
const Day = z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/))
const Strings = z.array(z.string().check(z.minLength(1)))

export const kinds = [
  'complaint',
  'letter',
  'email',
  'minutes',
  'regulation',
  'news',
  'budget',
  'general',
] as const

export const Text = z.object({
  id: Id,
  kind: z.enum(kinds),
  language: z.enum(['id', 'en', 'su', 'jv', 'bew']),
  text: z.string().check(z.minLength(1)),
  category: z.optional(z.string()),
  fields: z.record(z.string(), z.nullable(Strings)),
  mustHave: Strings,
  mustNot: Strings,
  questions: Strings,
  status: z.optional(z.enum(replyStatuses)),
})
export type Text = z.infer<typeof Text>
export type Kind = Text['kind']

export const checks = [
  'question',
  'status_date',
  'actor',
  'vague',
  'promise',
  'blame',
  'personal',
  'contact',
  'length',
  'spelling',
  'number',
] as const

export const CheckCase = z.object({
  id: Id,
  source: z.string(),
  draft: z.string().check(z.minLength(1)),
  maxChars: z.nullable(z.int()),
  findings: z.array(z.object({ check: z.enum(checks), quote: z.nullable(z.string()) })),
})
export type CheckCase = z.infer<typeof CheckCase>

export const DeadlineCase = z.object({
  id: Id,
  received: Day,
  workingDays: z.int(),
  holidays: z.array(Day),
  due: Day,
  today: Day,
  left: z.int(),
})
export type DeadlineCase = z.infer<typeof DeadlineCase>

export const Translation = z.object({
  id: Id,
  source: z.string().check(z.minLength(1)),
  from: z.string(),
  to: z.enum(languages),
  locked: z.array(z.object({ term: z.string(), translation: z.string() })),
  mustKeep: Strings,
  good: z.string(),
  bad: z.string(),
  fault: z.enum(['locked', 'number', 'placeholder', 'date', 'layout', 'language']),
})
export type Translation = z.infer<typeof Translation>

export const NamesCase = z.object({
  id: Id,
  source: z.string(),
  draft: z.string().check(z.minLength(1)),
  invented: Strings,
})
export type NamesCase = z.infer<typeof NamesCase>

export interface EvalSet {
  texts: Text[]
  checks: CheckCase[]
  names: NamesCase[]
  deadlines: DeadlineCase[]
  translations: Translation[]
}

const folder = new URL('../fixtures/eval/', import.meta.url)

/** @throws Error that names the file and the line which does not fit */
export function readSet(): EvalSet {
  return {
    texts: readFile('texts.jsonl', Text),
    checks: readFile('checks.jsonl', CheckCase),
    names: readFile('names.jsonl', NamesCase),
    deadlines: readFile('deadlines.jsonl', DeadlineCase),
    translations: readFile('translate.jsonl', Translation),
  }
}

function readFile<Schema extends z.ZodMiniType>(name: string, schema: Schema): z.output<Schema>[] {
  return readLines(readFileSync(new URL(name, folder), 'utf8'), name, schema)
}

/** @throws Error that names the file, the line and the field */
export function readLines<Schema extends z.ZodMiniType>(
  jsonLines: string,
  name: string,
  schema: Schema,
): z.output<Schema>[] {
  return jsonLines
    .trimEnd()
    .split('\n')
    .map((line, at) => {
      const parsed = schema.safeParse(parseJson(line))
      if (parsed.success) return parsed.data
      const issue = parsed.error.issues[0]
      throw new Error(`${name}:${at + 1}: ${issue?.path.join('.') || 'baris'}: ${issue?.message ?? ''}`)
    })
}

function parseJson(line: string): unknown {
  try {
    return JSON.parse(line)
  } catch {
    return undefined
  }
}

/** @returns so many lines of each file, spread over all of it, for the kinds of texts stand together there */
export function sample(set: EvalSet, limit: number): EvalSet {
  return {
    texts: spread(set.texts, limit),
    checks: spread(set.checks, limit),
    names: spread(set.names, limit),
    deadlines: spread(set.deadlines, limit),
    translations: spread(set.translations, limit),
  }
}

function spread<T>(lines: readonly T[], limit: number): T[] {
  if (limit >= lines.length) return [...lines]
  return Array.from({ length: limit }, (_, at) => lines[Math.floor((at * lines.length) / limit)]!)
}
