// The door of the drafts: slots that a person fills, facts that nobody gave, what a
// complaint is about and when its answer is due. Pure; the panel loads it.
export { categoryOf, findCategory, type FoundCategory } from './category.ts'
export {
  deadlineOf,
  dueDay,
  freeDays,
  readDay,
  todayInJakarta,
  workingDaysLeft,
  type Deadline,
  type OwnDay,
} from './deadline.ts'
export { findInjection } from './injection.ts'
export { languageOf, type TextLanguage } from './language.ts'
export { foldQuoted } from './quoted.ts'
export { sentenceSpans, type Span } from './sentences.ts'
export { fillSlots, parseDraft, removeSlot, slotExample, slotLabel, slotNames, type Piece } from './slots.ts'
export { monthNames, unsourcedFacts, type UnsourcedFact } from './unsourced.ts'
