// The door of the drafts: slots that a person fills, forms, and facts that nobody gave. Pure; the panel loads it.
export { addDisclosure, disclosureIn, removeDisclosure } from './disclosure.ts'
export { formIn, formText } from './form.ts'
export { sentenceSpans, type Span } from './sentences.ts'
export { fillSlots, parseDraft, removeSlot, slotNames, type Piece } from './slots.ts'
export { monthNames, numberKey, unsourcedFacts, type UnsourcedFact } from './unsourced.ts'
