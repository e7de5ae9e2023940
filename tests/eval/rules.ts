// What needs no model: the checker of replies, the category, the days, and the checker of translations.
import { dueDay, findCategory, workingDaysLeft } from '../../shared/cases/index.ts'
import { checkReply, lostInTranslation, type Finding } from '../../shared/checks/index.ts'
import { redact } from '../../shared/redaction/index.ts'
import type { Mark } from './marks.ts'
import { nameMarks } from './names.ts'
import type { CheckCase, DeadlineCase, EvalSet, Text, Translation } from './set.ts'

export function ruleMarks(set: EvalSet): Mark[] {
  return [
    ...set.checks.flatMap((one) => checkMarks(one, findingsIn(one))),
    ...nameMarks(set.names),
    ...set.texts.flatMap(categoryMarks),
    ...set.deadlines.map(deadlineMark),
    ...set.translations.flatMap(translationCheckMarks),
  ]
}

/** As the panel asks: names and data that the source hides are looked for in the draft too. */
function findingsIn({ source, draft, maxChars }: CheckCase): Finding[] {
  const hide = redact(source)
    .findings.map(({ start, end }) => source.slice(start, end))
    .filter((value) => value.length > 2)
  const personal = redact(draft, { hide }).findings
  return checkReply({ draft, source, filled: draft, room: maxChars, personal })
}

/** Of each label whether it was found, of each finding whether it is labelled, of a good draft whether it was left alone. */
export function checkMarks(one: CheckCase, found: readonly Finding[]): Mark[] {
  const { id, findings: labels, draft } = one
  const recalled = labels.map(({ check, quote }) => ({
    measure: 'recall',
    part: check,
    id,
    right: found.some((finding) => finding.check === check && meets(draft, quote, finding)),
  }))
  const precise = found.map((finding) => ({
    measure: 'precision',
    part: finding.check,
    id,
    right: labels.some(({ check, quote }) => check === finding.check && meets(draft, quote, finding)),
  }))
  const clean = { measure: 'clean', id, right: found.length === 0, wrong: found.map(({ check }) => check) }
  return [...recalled, ...precise, ...(labels.length === 0 ? [clean] : [])]
}

/** What is missing has no place; else one place of the quote must overlap, or the finding stands at its edge. */
function meets(draft: string, quote: string | null, { start, end }: Finding): boolean {
  if (quote === null) return true
  const edge = start === end ? 1 : 0
  for (let at = draft.indexOf(quote); at >= 0; at = draft.indexOf(quote, at + 1)) {
    if (start < at + quote.length + edge && at < end + edge) return true
  }
  return false
}

function categoryMarks({ id, category, text }: Text): Mark[] {
  if (category === undefined) return []
  const found = findCategory(text)?.id ?? 'lainnya'
  const right = found === category
  return [{ measure: 'category', id, right, ...(right ? {} : { wrong: [`${category} → ${found}`] }) }]
}

function deadlineMark({ id, received, workingDays, holidays, due, today, left }: DeadlineCase): Mark {
  const free = new Set(holidays)
  const isFree = (day: string) => free.has(day)
  const found = dueDay(received, workingDays, isFree)
  return { measure: 'deadline', id, right: found === due && workingDaysLeft(today, due, isFree) === left }
}

/** What is also said of the right translation does not find the fault of the wrong one. */
function translationCheckMarks({ id, source, good, bad, locked, to, fault }: Translation): Mark[] {
  const [ofGood = [], ofBad = []] = [good, bad].map((text) =>
    lostInTranslation(source, text, locked, to).map(({ kind, text }) => `${kind} ${text}`.trim()),
  )
  return [
    { measure: 'goodUntouched', id, right: ofGood.length === 0, wrong: ofGood },
    { measure: 'badFound', part: fault, id, right: ofBad.some((lost) => !ofGood.includes(lost)) },
  ]
}
