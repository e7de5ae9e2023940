// What is loaded right after the first view: the redaction with its lists and weights, and what else looks through a whole
// text; and the words for what comes then.
import { addWords } from '../i18n/index.ts'
import { idLater } from '../i18n/id-later.ts'

addWords(idLater)

export { namedIn, unsourcedNames } from '../../shared/checks/index.ts'
export { letterTemplates, slotExample, slotLabel } from '../../shared/content/index.ts'
export * from '../../shared/redaction/index.ts'
export { findInjection } from '../../shared/source/injection.ts'
export { languageOf } from '../../shared/source/language.ts'
