// Shapes of the content files. What is edited by hand (or by an office) is parsed, so a slip shows at once.
import * as z from 'zod/mini'
import { replyStatuses, replyTones } from '../protocol/index.ts'

const Text = z.string().check(z.minLength(1), z.maxLength(500), z.regex(/^\S(.*\S)?$/s))
const Words = z.array(Text).check(z.minLength(1))

/** One term of the office's glossary. `note` says where it is used and what it must not be mixed up with. */
export const GlossaryTerm = z.strictObject({ id: Text, en: Text, note: Text })
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
const Tone = z.strictObject({
  /** How the model should sound. */
  manner: Text,
  /** A tone without it always takes the short form. */
  long: z.optional(z.strictObject({ opening: Text, closing: Text })),
  sympathy: z.optional(Text),
})

/** Replies to citizens: the frame around them, and what each status says in a long and a short form. */
export const ReplyTemplates = z.strictObject({
  salutation: Text,
  shortOpening: Text,
  contact: Text,
  signature: Text,
  /** What is left for a field so short that no sentence fits. */
  lastResort: Text,
  tones: z.record(z.enum(replyTones), Tone),
  statuses: z.record(z.enum(replyStatuses), StatusForms),
})
export type ReplyTemplates = z.infer<typeof ReplyTemplates>

/** Cue words by which a complaint is read without a model. All lower case. */
export const ComplaintWords = z.strictObject({
  requests: Words,
  /** A street, lane, block or region: a name follows. */
  placeNames: Words,
  /** "depan", "dekat": a landmark follows. */
  placeRelations: Words,
  /** A place that has one of these may be somebody's home: not for a reply. */
  privatePlaces: Words,
  /** Words that end a place as it is written. */
  placeEnds: Words,
  times: Words,
  timeUnits: Words,
  /** Count words before a unit of time: "tiga hari". */
  counts: Words,
  urgency: z
    .array(z.strictObject({ word: Text, level: z.enum(['darurat', 'tinggi']) }))
    .check(z.minLength(1)),
  negations: Words,
  /** What a complaint is about: "lampu jalan". */
  topics: Words,
  /** What is wrong with it: "padam". */
  problems: Words,
  /** Who complains, or that it is a complaint. */
  tellers: Words,
  courtesies: Words,
  /** Text that talks to the machine. Never followed, never quoted. */
  commands: Words,
  stopWords: Words,
})
export type ComplaintWords = z.infer<typeof ComplaintWords>

/** Labels and words by which letters, e-mails and complaint pages are recognised. All lower case. */
export const DocumentWords = z.strictObject({
  labels: z.strictObject({
    reportNumber: Words,
    title: Words,
    report: Words,
    place: Words,
    time: Words,
    request: Words,
    letterNumber: Words,
    letterDate: Words,
    subject: Words,
    sender: Words,
    recipient: Words,
    letterOther: Words,
    eventDate: Words,
    eventTime: Words,
    eventPlace: Words,
    event: Words,
    /** Known so that their values (names, status) are not read as sentences. */
    other: Words,
  }),
  deadlines: Words,
  letterClosings: Words,
  positions: Words,
  englishWords: Words,
})
export type DocumentWords = z.infer<typeof DocumentWords>
