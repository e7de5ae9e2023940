// The door of redaction: finds personal data in Indonesian text, hides it behind placeholders, and puts it back.
// Runs alike in the browser, in workerd and in Node: no I/O, no clock, no state between calls, no dependency.
export { classify } from './classify.ts'
export { detect } from './detect.ts'
export { withoutHiddenSigns } from './hidden-signs.ts'
export { nameWordKind } from './name-word.ts'
export { redact, sameValue } from './redact.ts'
export { createRestorer, restore, RestoreStream } from './restore.ts'
export type { Classification, ClassReason, DataClass, SpecificData } from './classify.ts'
export type { Finding, FindingType } from './finding.ts'
export type { RedactOptions, Redaction } from './redact.ts'
export type { Restorer } from './restore.ts'
