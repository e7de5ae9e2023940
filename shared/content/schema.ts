// Shapes of the content files. What is edited by hand (or by an office) is parsed, so a slip shows at once.
import * as z from 'zod/mini'
import { replyStatuses, replyTones } from '../protocol/index.ts'

export const Text = z.string().check(z.minLength(1), z.maxLength(500), z.regex(/^\S(.*\S)?$/s))
export const Words = z.array(Text).check(z.minLength(1))

/** One term of the office's glossary. `note` says where it is used and what it must not be mixed up with. */
export const GlossaryTerm = z.strictObject({
  id: Text,
  en: Text,
  note: Text,
  /**
   * Where alone it is this term, for words that are mostly just words. `opening`: the English one at the opening of a
   * letter; `label`: before a colon; `value`: after one; `name`: with these capitals; `id-en`: not looked up from English.
   */
  use: z.optional(z.enum(['opening', 'label', 'value', 'name', 'id-en'])),
})
export type GlossaryTerm = z.infer<typeof GlossaryTerm>
export const Glossary = z.array(GlossaryTerm).check(z.minLength(1))
export type Glossary = z.infer<typeof Glossary>

/** `drop`: 1 goes first when a field is short; a sentence without `drop` goes last of all. */
export const ReplySentence = z.strictObject({
  text: Text,
  drop: z.optional(z.int().check(z.gte(1), z.lte(9))),
})
export type ReplySentence = z.infer<typeof ReplySentence>

const Sentences = z.array(ReplySentence).check(z.minLength(1))
const StatusForms = z.strictObject({ title: Text, long: Sentences, short: Sentences })
export type StatusForms = z.infer<typeof StatusForms>
/** What a tone says in its own words; else the frame's. */
const ToneWords = z.strictObject({
  opening: z.optional(Text),
  closing: z.optional(Text),
  sympathy: z.optional(Text),
})
/** What stands around the block of a status. A letter has no salutation and no signature: those belong to SRIKANDI. */
export const ReplyFrame = z.strictObject({
  /** For the model: what is answered, how its writer is addressed, and which slots the source may fill. */
  about: Text,
  address: Text,
  fills: Text,
  /** How the blocks of `correspondence` call what they answer: "surat". */
  noun: z.optional(Text),
  salutation: z.optional(Text),
  opening: Text,
  shortOpening: Text,
  contact: z.optional(Text),
  /** Where the writer asks something: what only the officer can say to it. */
  answer: Text,
  closing: Text,
  signature: z.optional(Text),
  tones: z.partialRecord(z.enum(replyTones), ToneWords),
})
export type ReplyFrame = z.infer<typeof ReplyFrame>

/** What a reply may answer. */
export const replyKinds = ['aduan', 'apresiasi', 'surat', 'email'] as const
export type ReplyKind = (typeof replyKinds)[number]

/** Replies: a frame for each kind of text, and what each status says in a long and a short form. */
export const ReplyTemplates = z.strictObject({
  /** What is left for a field so short that no sentence fits. */
  lastResort: Text,
  tones: z.record(
    z.enum(replyTones),
    z.strictObject({
      /** How the model should sound. */
      manner: Text,
      alwaysShort: z.optional(z.boolean()),
    }),
  ),
  frames: z.record(z.enum(replyKinds), ReplyFrame),
  /** Blocks for complaints, and for whatever has none of its own. */
  statuses: z.record(z.enum(replyStatuses), StatusForms),
  /** Blocks for letters and mails. */
  correspondence: z.record(z.enum(replyStatuses), StatusForms),
  /** Blocks for thanks and praise. */
  appreciation: z.partialRecord(z.enum(replyStatuses), StatusForms),
})
export type ReplyTemplates = z.infer<typeof ReplyTemplates>

/** Cue words by which a complaint is read without a model. All lower case. */
export const ComplaintWords = z.strictObject({
  requests: Words,
  /** "minta": a request when the reporter is who asks, else somebody's demand that is complained of. */
  demands: Words,
  /** What was asked of others, and is told: "ketika saya minta kuitansi". */
  pastWords: Words,
  /** Who asks when a reporter does. */
  askers: Words,
  /** Requests that say nothing: left out where the text has another. */
  genericRequests: Words,
  /** Words that begin a question. */
  questions: Words,
  /** "menanyakan": a question follows. */
  askings: Words,
  /** The reporter wants to stay unknown. */
  confidences: Words,
  /** A street, lane, block or region: a name follows. */
  placeNames: Words,
  /** "depan", "dekat": a landmark follows. */
  placeRelations: Words,
  /** Nouns that are a place with or without a name: "depan bengkel". */
  landmarks: Words,
  /** Names in small letters follow these: "depan sdn karawaci 3". */
  institutions: Words,
  /** Words that tie two places together: "dari … sampai …". */
  placeJoiners: Words,
  /** A place after one of these is where the reporter lives or works. */
  introductions: Words,
  /** After one of these the report itself begins. */
  eventCues: Words,
  /** A place that has one of these may be somebody's home: not for a reply. */
  privatePlaces: Words,
  /** Colloquial words that a public reply doesn't repeat. */
  informalPlaces: Words,
  /** Words that end a place as it is written. */
  placeEnds: Words,
  times: Words,
  /** Times that say little: taken only where the text has no other. */
  vagueTimes: Words,
  weekdays: Words,
  /** Words before a time that belong to it: "sejak". */
  timeLeads: Words,
  /** A time after one of these is a deadline, an age, or when the report was made. */
  noEventTimes: Words,
  timeUnits: Words,
  /** Count words before a unit of time: "tiga hari". */
  counts: Words,
  urgency: z
    .array(z.strictObject({ word: Text, level: z.enum(['darurat', 'tinggi']) }))
    .check(z.minLength(1)),
  /** An emergency when both stand in one sentence: "kabel listrik … menjuntai". */
  dangerPairs: z.array(z.tuple([Text, Text])).check(z.minLength(1)),
  /** Phrases that only look like danger: "jatuh tempo". */
  harmless: Words,
  negations: Words,
  /** What a complaint is about: "lampu jalan". */
  topics: Words,
  /** What is wrong with it: "padam". */
  problems: Words,
  /** In a title, what it is about ends before one of these. */
  titleEnds: Words,
  /** A title with one of these doesn't fit into our sentence. */
  notInSubject: Words,
  /** Who complains, or that it is a complaint. */
  tellers: Words,
  courtesies: Words,
  /** What people say before they come to the matter: "min lapor dong,". */
  openers: Words,
  /** Text that talks to the machine. Never followed, never quoted. */
  commands: Words,
  stopWords: Words,
})
export type ComplaintWords = z.infer<typeof ComplaintWords>

/** By which a reply is checked (domain §3.3). In small letters; names as they are written. */
export const CheckWords = z.strictObject({
  /** Say that something will be done, and not when. */
  vague: Words,
  /** A condition is as good as a date. */
  conditions: Words,
  promises: Words,
  /** What they will do is not for the city to promise. */
  others: Words,
  blames: Words,
  /** Blame too, when one of these is said to be one of those. */
  persons: Words,
  faults: Words,
  /** Passive forms of what has been done, is being done, is planned. */
  done: Words,
  doing: Words,
  planned: Words,
  /** Who does something. */
  agents: Words,
  /** Where a citizen can turn to. */
  units: Words,
  /** A time without a figure. */
  days: Words,
})
export type CheckWords = z.infer<typeof CheckWords>

/** Bodies of letters that an office writes of itself (domain §3.1, §11.5): head and signature belong to SRIKANDI. */
export const LetterTemplates = z
  .array(
    z.strictObject({
      id: z.string().check(z.regex(/^[a-z_]{2,30}$/)),
      title: Text,
      body: z.string().check(z.maxLength(2000)),
    }),
  )
  .check(z.minLength(1))
export type LetterTemplates = z.infer<typeof LetterTemplates>

/** Words that a letter writes another way. */
export const InformalWords = z.strictObject({
  /** Short or colloquial, official. */
  words: z.array(z.tuple([Text, Text])).check(z.minLength(1)),
  /** Written out only before a capital, and only before a figure. */
  beforeName: Words,
  beforeNumber: Words,
})
export type InformalWords = z.infer<typeof InformalWords>

/** Official spelling (EYD V, Keputusan Kepala Badan Bahasa 0424/I/BS.00.01/2022; words by KBBI). */
export const Spelling = z.strictObject({
  /** Wrong, right. */
  words: z.array(z.tuple([Text, Text])).check(z.minLength(1)),
  /** Written apart from a "di" or "ke" before them. */
  placesAfterDi: Words,
  placesAfterKe: Words,
  /** Written as one word with a "di" before them. */
  passives: Words,
})
export type Spelling = z.infer<typeof Spelling>

const Day = z.iso.date()
const Year = z.int().check(z.gte(2000), z.lte(2100))

/** `cuti_bersama`: joint leave, on which a city may keep its offices open; `nasional`: a holiday for everybody. */
export const Holiday = z.strictObject({ day: Day, name: Text, kind: z.enum(['nasional', 'cuti_bersama']) })
export type Holiday = z.infer<typeof Holiday>

/** Holidays and joint leave, in order, from the yearly decree of three ministers (SKB 3 Menteri). */
export const Holidays = z.strictObject({
  /** Years whose days are all here. In others a deadline may be too early by what their decree adds. */
  complete: z.array(Year).check(z.minLength(1)),
  /** Number and date of each year's decree. */
  years: z.array(z.strictObject({ year: Year, source: Text })).check(z.minLength(1)),
  days: z.array(Holiday).check(z.minLength(1)),
})
export type Holidays = z.infer<typeof Holidays>

const SlaText = {
  id: z.string().check(z.regex(/^[a-z]+(-[a-z]+)*$/)),
  name: Text,
  category: Text,
  source: Text,
}
const SlaTrack = z.enum(['lapor', 'ppid', 'pdp'])
const SlaDays = z.int().check(z.gte(0), z.lte(366))
/** How long one step of a track may take. `source` says where the rule is written. */
export const SlaRow = z.union([
  z.strictObject({ ...SlaText, track: SlaTrack, workingDays: SlaDays }),
  z.strictObject({ ...SlaText, track: SlaTrack, calendarDays: SlaDays }),
])
export type SlaRow = z.infer<typeof SlaRow>
/** `default`: the row for a complaint of which nothing more is known. */
export const Sla = z.strictObject({ default: Text, rows: z.array(SlaRow).check(z.minLength(1)) })
export type Sla = z.infer<typeof Sla>

/**
 * What a complaint may be about. Cues are in small letters; "…" in one stands for up to a few words between its two
 * parts ("jalan … rusak"), and a cue also finds its word with a usual affix ("lampunya").
 */
export const Category = z.strictObject({
  id: z.string().check(z.regex(/^[a-z]+$/)),
  /** As an officer says it. */
  title: Text,
  /** City offices that usually handle it, by generic names. */
  offices: z.array(Text).check(z.maxLength(2)),
  /** Who else it may belong to: the province, the police, PLN. */
  others: z.optional(Words),
  words: z.array(Text),
  /** Phrases that decide alone. */
  strong: z.array(Text),
  /** Words by which a portal's own category names it; in running text they would say too little. */
  labels: Words,
  /** Phrases that win over whatever else is named, for they tell how that was handled. */
  over: z.optional(Words),
  /** Where one of these stands, `over` is only as strong as `strong`: thanks, and then a "but". */
  unless: z.optional(Words),
  /** Facts that are asked for where they are missing. */
  ask: z.array(Text),
  /** One line for the reply; its facts are slots. */
  sentence: Text,
  /** For the officer. */
  caution: z.optional(Text),
})
export type Category = z.infer<typeof Category>
export const Categories = z.strictObject({
  /** Other spellings, and words of the street, Sundanese and Javanese, each with the word that the cues have. */
  variants: z.record(Text, Text),
  /** "depan": what follows is where it is, not what is wrong there. */
  relations: Words,
  /** "tapi": what the writer is really after comes behind it. */
  turns: Words,
  /** Phrases with a cue word that mean something else: "air mata". */
  harmless: Words,
  categories: z.array(Category).check(z.minLength(1)),
})
export type Categories = z.infer<typeof Categories>
