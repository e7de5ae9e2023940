// The door of the content: data files, parsed once. What a bundle does not use falls out of it (hence the marks).
import * as z from 'zod/mini'
import categoryList from './categories.json' with { type: 'json' }
import checks from './check-words.json' with { type: 'json' }
import complaint from './complaint-words.json' with { type: 'json' }
import document from './document-words.json' with { type: 'json' }
import terms from './glossary.json' with { type: 'json' }
import holidayList from './holidays.json' with { type: 'json' }
import informal from './informal-words.json' with { type: 'json' }
import letters from './letters.json' with { type: 'json' }
import replies from './reply-templates.json' with { type: 'json' }
import slaRows from './sla.json' with { type: 'json' }
import spellings from './spelling.json' with { type: 'json' }
import { DocumentWords } from './document-schema.ts'
import {
  Categories,
  CheckWords,
  ComplaintWords,
  Glossary,
  Holidays,
  InformalWords,
  LetterTemplates,
  ReplyTemplates,
  Sla,
  Spelling,
} from './schema.ts'

export const glossary: Glossary = /* @__PURE__ */ z.parse(Glossary, terms)
export const replyTemplates: ReplyTemplates = /* @__PURE__ */ z.parse(ReplyTemplates, replies)
export const complaintWords: ComplaintWords = /* @__PURE__ */ z.parse(ComplaintWords, complaint)
export const documentWords: DocumentWords = /* @__PURE__ */ z.parse(DocumentWords, document)
export const holidays: Holidays = /* @__PURE__ */ z.parse(Holidays, holidayList)
export const sla: Sla = /* @__PURE__ */ z.parse(Sla, slaRows)
export const categories: Categories = /* @__PURE__ */ z.parse(Categories, categoryList)

export const checkWords: CheckWords = /* @__PURE__ */ z.parse(CheckWords, checks)
export const letterTemplates: LetterTemplates = /* @__PURE__ */ z.parse(LetterTemplates, letters)
export const informalWords: InformalWords = /* @__PURE__ */ z.parse(InformalWords, informal)
export const spelling: Spelling = /* @__PURE__ */ z.parse(Spelling, spellings)

export { slotExample, slotLabel } from './slots.ts'
export {
  anyOf,
  bare,
  capitalised,
  either,
  has,
  hidesData,
  pairOf,
  shorten,
  withoutLinks,
  wordsOf,
} from './words.ts'
export type { DocumentWords } from './document-schema.ts'
export type {
  Categories,
  Category,
  CheckWords,
  ComplaintWords,
  GlossaryTerm,
  Holiday,
  Holidays,
  ReplyFrame,
  ReplyKind,
  ReplySentence,
  Sla,
  SlaRow,
  ReplyTemplates,
  Spelling,
  StatusForms,
} from './schema.ts'
