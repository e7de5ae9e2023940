// What an officer may do with it, by rules: the class of a report and the offices for it, what to write on a letter.
import { categoryOf, findCategory, type FoundCategory } from '../../../../shared/cases/index.ts'
import { anyOf, complaintWords, documentWords, has, hidesData } from '../../../../shared/content/index.ts'
import type { Complaint } from './complaint.ts'
import type { Letter } from './letter.ts'
import { titleOf, valueOf, type ReadSource } from './source.ts'

const classes = documentWords.classifications.map(({ kind, words }) => ({ kind, words: anyOf(words) }))
const dispositions = documentWords.dispositions.map(({ verb, words }) => ({ verb, words: anyOf(words) }))
const elsewhere = 'Pelajari dan beri saran'
/** What may be written on a letter. */
export const dispositionVerbs = [...dispositions.map(({ verb }) => verb), elsewhere]
const complaint = 'pengaduan'
const information = 'permintaan informasi'
const problems = anyOf(complaintWords.problems)
const longestReason = 80

/** @returns what the report is about, as the portal's category and its own words tell. */
export function categoryIn(read: ReadSource): FoundCategory | null {
  const text = [titleOf(read) ?? '', ...read.sentences.slice(0, 200)].join('\n')
  return findCategory(text, valueOf(read, documentWords.labels.category))
}

/** @returns "pengaduan", unless the portal, or all that is said and asked, tells of another kind. */
export function classificationOf(read: ReadSource, said: Complaint, found: FoundCategory | null): string {
  const labelled = valueOf(read, documentWords.labels.category) ?? ''
  const named = classes.find(({ words }) => has(words, labelled))
  if (named !== undefined) return named.kind
  if (found?.id === 'apresiasi') return found.id
  if (said.urgency.level !== 'biasa') return complaint
  if (found?.id === 'aspirasi') return found.id
  const title = titleOf(read) ?? ''
  const asked = [title, ...said.requests, ...said.questions].join('\n')
  const told = classes.find(({ kind, words }) => kind !== 'apresiasi' && has(words, asked))
  if (told !== undefined) return told.kind
  return isOnlyAsked(title, read.sentences, said) ? information : complaint
}

/** Nothing is wrong and nothing is to be done: most of it are questions. */
function isOnlyAsked(title: string, sentences: readonly string[], { requests }: Complaint): boolean {
  const asked = sentences.filter((one) => one.endsWith('?')).length
  if (requests.length > 0 || asked === 0 || asked < sentences.length / 2) return false
  return ![title, ...sentences].some((one) => has(problems, one))
}

/** @returns "Dinas A; Dinas B (saran, karena "…")", or nothing where nothing tells. */
export function officesFor(found: FoundCategory | null): string | undefined {
  const offices = found === null ? [] : (categoryOf(found.id)?.offices ?? [])
  if (found === null || offices.length === 0) return undefined
  const because = found.because.replace(/\s+/g, ' ')
  const told = because.length <= longestReason && !hidesData(because)
  return `${offices.slice(0, 2).join('; ')} (saran${told ? `, karena "${because}"` : ''})`
}

/** @returns what is usually written on such a letter (domain §11.1), by its subject, then by what it asks and says. */
export function dispositionOf({ subject, requests, core }: Letter): string {
  for (const text of [subject ?? '', requests.join('\n'), core.join('\n')]) {
    const fit = dispositions.find(({ words }) => has(words, text))
    if (fit !== undefined) return fit.verb
  }
  return elsewhere
}
