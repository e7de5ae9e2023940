// The door of the checks: what an officer should mend in a reply before a citizen reads it (domain §3.3). Rules alone, on the
// device, as one types; the panel loads it with its first reply.
export { asksIn, requestStart, type Asks } from './asks.ts'
export { questionsIn } from './answers.ts'
export { checkReply, type CheckedReply } from './check.ts'
export { mended, type Check, type Finding } from './finding.ts'
export { improved } from './improved.ts'
export { lockSlots, lockTerms, termsInText, type BoundTerm } from './terms.ts'
export { lostInTranslation, type Lost } from './translation.ts'
export { namedIn, unsourcedNames } from './unsourced-names.ts'
