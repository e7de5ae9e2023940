// Shape of the words by which a document is recognised and read.
import * as z from 'zod/mini'
import { Text, Words } from './schema.ts'

/** By which minutes of a meeting are recognised and read. */
const MinutesWords = z.strictObject({
  /** They begin with one of these. */
  titles: Words,
  /** A text that begins with one of these is minutes too, if it tells who was present and what was decided. */
  meetings: Words,
  present: Words,
  /** Headings of their sections. */
  decisionHeads: Words,
  followUpHeads: Words,
  openHeads: Words,
  otherHeads: Words,
  /** Where no heading tells: words of a decision, of something to do, of what stays open. */
  decisions: Words,
  actions: Words,
  open: Words,
})

const RegulationWords = z.strictObject({
  /** Its first line begins with one of these. */
  kinds: Words,
  /** What it is about ends before one of these. */
  cutAt: Words,
  articles: Words,
  /** Kinds that may have numbered points instead of articles. */
  numbered: Words,
  /** Numbers of the parts of a decree. */
  clauses: Words,
  duties: Words,
  sanctions: Words,
  terms: Words,
  definitions: Words,
  /** Since when it holds: a date, and no rule. */
  force: Words,
  /** From here on nothing is ruled any more. */
  ends: Words,
})

const NewsWords = z.strictObject({
  /** It begins with one of these. */
  titles: Words,
  sayings: Words,
  /** Words of somebody who writes for himself: no news, save in a quotation. */
  own: Words,
  officials: Words,
  people: Words,
  bodies: Words,
  /** Names of the city's government. */
  city: Words,
})

const BudgetWords = z.strictObject({
  money: Words,
  totals: Words,
  /** Heads of columns whose numbers are no amounts. */
  noAmounts: Words,
  scales: z.array(z.strictObject({ word: Text, factor: z.int() })).check(z.minLength(1)),
})

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
    nature: Words,
    attachment: Words,
    letterOther: Words,
    eventDate: Words,
    eventTime: Words,
    eventPlace: Words,
    event: Words,
    /** What minutes call their meeting. */
    meeting: Words,
    /** Who was there, led or wrote: no summary lists persons. */
    attendance: Words,
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
  /** How mail programs call a subject; letters have "hal". */
  mailSubjects: Words,
  /** A letter within the house begins with one of these, and names its sender as a mail does. */
  letterTitles: Words,
  /** Whom a speech greets, or what it calls itself: no complaint. */
  speeches: Words,
  /** A day in a sentence with one of these is an event's. */
  eventCues: Words,
  minutes: MinutesWords,
  regulation: RegulationWords,
  news: NewsWords,
  budget: BudgetWords,
  /** What else than a complaint a report is, first fit. */
  classifications: z
    .array(z.strictObject({ kind: z.enum(['apresiasi', 'aspirasi', 'permintaan informasi']), words: Words }))
    .check(z.minLength(1)),
  /** What is done with a letter (domain §11.1), by what it asks; first fit. */
  dispositions: z.array(z.strictObject({ verb: Text, words: Words })).check(z.minLength(1)),
  /** Kinds of rules that a letter cites. */
  rules: Words,
})
export type DocumentWords = z.infer<typeof DocumentWords>
