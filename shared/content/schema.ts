// Shapes of the content files. What is edited by hand (or by an office) is parsed, so a slip shows at once.
import * as z from 'zod/mini'
import { replyStatuses, replyTones } from '../protocol/index.ts'

const Text = z.string().check(z.minLength(1), z.maxLength(500), z.regex(/^\S(.*\S)?$/s))
const Words = z.array(Text).check(z.minLength(1))

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

/** Labels and words by which letters, e-mails and complaint pages are recognised. All lower case. */
export const DocumentWords = z.strictObject({
  labels: z.strictObject({
    reportNumber: Words,
    title: Words,
    category: Words,
    received: Words,
    due: Words,
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
  /** A writer who says who they are. */
  introductions: Words,
  positions: Words,
  englishWords: Words,
  /** English words among the stop words that don't prove English, but no Indonesian either. */
  otherEnglishWords: Words,
  /** Headings of a portal that are no title of a report: "Detail Aduan". */
  pageHeadings: Words,
  /** A suggestion or thanks: no time of an event is missing there. */
  noIncident: Words,
  /** A title or a category that begins with one of these thanks or praises. */
  appreciation: Words,
  /** Words that no number of a report or letter has: "SUDAH-SELESAI-001" would say something. */
  notInNumber: Words,
  /** Words that tell a cause: worth a line in a long summary. */
  causes: Words,
  /** Units of size: "selutut", "meter". */
  sizes: Words,
  /** "a.n.": a person's name follows; such a subject is not copied. */
  onBehalf: Words,
  /** Words that lead up to a list, left out where the list isn't shown. */
  listIntros: Words,
})
export type DocumentWords = z.infer<typeof DocumentWords>
