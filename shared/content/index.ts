// The door of the content: data files, parsed once. What a bundle does not use falls out of it (hence the marks).
import * as z from 'zod/mini'
import complaint from './complaint-words.json' with { type: 'json' }
import document from './document-words.json' with { type: 'json' }
import terms from './glossary.json' with { type: 'json' }
import replies from './reply-templates.json' with { type: 'json' }
import { ComplaintWords, DocumentWords, Glossary, ReplyTemplates } from './schema.ts'

export const glossary: Glossary = /* @__PURE__ */ z.parse(Glossary, terms)
export const replyTemplates: ReplyTemplates = /* @__PURE__ */ z.parse(ReplyTemplates, replies)
export const complaintWords: ComplaintWords = /* @__PURE__ */ z.parse(ComplaintWords, complaint)
export const documentWords: DocumentWords = /* @__PURE__ */ z.parse(DocumentWords, document)

export type {
  ComplaintWords,
  DocumentWords,
  GlossaryTerm,
  ReplyFrame,
  ReplyKind,
  ReplySentence,
  ReplyTemplates,
  StatusForms,
} from './schema.ts'
