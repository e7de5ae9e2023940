// What the city and an office decide about the work: signed at the gateway, obeyed there and in every browser.
import * as z from 'zod/mini'
import { HelperName, helperNames, languages, replyStatuses } from './helpers.ts'
import { KnownRecipes, Recipes } from './recipes.ts'

/** Classes of text, the lowest first (design D8). `rahasia` is refused everywhere and so stands in no rule. */
export const dataClasses = ['umum', 'internal', 'terbatas'] as const
export const DataClass = z.enum(dataClasses)
export type DataClass = z.infer<typeof DataClass>

/** @returns whether a text of class `found` may go where `highest` is the most that is allowed */
export function classAllows(highest: DataClass, found: DataClass): boolean {
  return dataClasses.indexOf(found) <= dataClasses.indexOf(highest)
}

/**
 * A word of the office's own that redaction takes for personal data: the founder in a hall's name, a programme called
 * after somebody. Never a number or an address of a person, whoever asks.
 */
export const NeverHidden = z.string().check(
  z.trim(),
  z.minLength(2),
  z.maxLength(80),
  z.refine((term) => !/@|(?:\d\D{0,3}){5}/.test(term)),
)

const Text = (most: number) => z.string().check(z.trim(), z.minLength(1), z.maxLength(most))

const glossaryTerm = {
  term: Text(120),
  translation: Text(120),
  language: z.enum(languages),
  /** A translation must hold it as it stands here. */
  locked: z.boolean(),
}
const template = { name: Text(80), status: z.optional(z.enum(replyStatuses)), text: Text(4000) }
/** Working days to answer, by category; an empty category holds for all others. */
const slaRow = {
  category: z.string().check(z.maxLength(80)),
  workingDays: z.int().check(z.gte(0), z.lte(365)),
}
const holiday = { day: z.iso.date(), name: Text(80) }

export const Portals = z
  .array(z.string().check(z.regex(/^https?:\/\/(?:\*\.)?[a-z0-9.-]{1,200}(?::\d{1,5})?$/)))
  .check(z.maxLength(200))

/**
 * Whether "Terjemahkan" may be done by the browser's own model, on the device: never, as the officer chooses, or in no other
 * way. With `only` the gateway takes no text to translate.
 */
const deviceTranslation = z.enum(['off', 'allowed', 'only'])

/** What can be ruled, for the city and for one office. */
export const Rules = z.strictObject({
  helpers: z.array(HelperName),
  /** Origins of the portals where the helpers work (`https://lapor.contoh.go.id`); empty = everywhere. */
  portals: Portals,
  /** The highest class of text that may be sent. */
  dataClass: DataClass,
  /** Upstreams by name that the office's text may go to; null = all that are approved for it. */
  upstreams: z.nullable(z.array(z.string().check(z.maxLength(60))).check(z.maxLength(100))),
  disclosure: z.string().check(z.maxLength(500)),
  deviceTranslation,
  /** Days that an audit row is kept in detail; afterwards its month's totals stay (domain §4). */
  retentionDays: z.int().check(z.gte(7), z.lte(365)),
  glossary: z.array(z.strictObject(glossaryTerm)).check(z.maxLength(2000)),
  templates: z.array(z.strictObject(template)).check(z.maxLength(200)),
  recipes: Recipes,
  sla: z.array(z.strictObject(slaRow)).check(z.maxLength(200)),
  holidays: z.array(z.strictObject(holiday)).check(z.maxLength(400)),
  neverHide: z.array(NeverHidden).check(z.maxLength(500)),
})
export type Rules = z.infer<typeof Rules>
/** A rule left out is the city's, or the one below. */
export const RuleChanges = z.partial(Rules)

export const defaultRules: Rules = {
  helpers: [...helperNames],
  portals: [],
  dataClass: 'terbatas',
  upstreams: null,
  disclosure: '',
  deviceTranslation: 'off',
  retentionDays: 90,
  glossary: [],
  templates: [],
  recipes: [],
  sla: [],
  holidays: [],
  neverHide: [],
}

/** As an office's browsers get it: its rules, what is switched off, and whose they are. */
export const Policy = z.object({
  revision: z.int(),
  city: z.string(),
  office: z.object({ id: z.string(), name: z.string() }),
  /** Names of the city's offices, to choose from where a reply names one. */
  offices: z._default(z.array(z.string()), []),
  /** Names of helpers; a newer gateway may have some that this browser does not know. */
  helpers: z.array(z.string()),
  /** Switched off for now, by the city: nothing works until it is on again. */
  off: z._default(z.boolean(), false),
  /** The admin wants this browser to fetch a new secret for its key. */
  renewKey: z._default(z.boolean(), false),
  portals: z._default(z.array(z.string()), []),
  /** Where the text goes, for the privacy line (R25). `offline` = stays at the gateway. */
  upstream: z.object({
    kind: z.enum(['offline', 'openai', 'workers-ai']),
    model: z.string(),
    location: z.string(),
  }),
  /** Terms that the office approved to stay readable. */
  neverHide: z._default(z.array(z.string()), []),
  disclosure: z.string(),
  deviceTranslation: z.catch(z._default(deviceTranslation, 'off'), 'off'),
  helpdesk: z.string(),
  dpo: z.string(),
  // Lenient, for an older browser meets newer gateways.
  glossary: z._default(z.array(z.object(glossaryTerm)), []),
  templates: z._default(z.array(z.object(template)), []),
  recipes: z._default(KnownRecipes, []),
  sla: z._default(z.array(z.object(slaRow)), []),
  holidays: z._default(z.array(z.object(holiday)), []),
})
export type Policy = z.infer<typeof Policy>

/** The header with the signature of the body that it came with: Ed25519 (RFC 8032), base64url. */
export const policySignatureHeader = 'x-pendamping-signature'
