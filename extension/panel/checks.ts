// What the checker says of the draft as it now stands: on the device, as one types. Loaded with the first reply.
import { computed, signal } from '@preact/signals'
import { checkReply, mended, type Finding } from '../../shared/checks/index.ts'
import { disclosureIn } from '../../shared/drafts/index.ts'
import * as draft from './draft.ts'
import { redactionIfLoaded } from './redaction.ts'
import { settings } from './session.ts'
import * as source from './source.ts'
import { target } from './target.ts'

export type { Finding } from '../../shared/checks/index.ts'

/** What the person looked at and left as it is; the words, for places move. */
const accepted = signal<readonly string[]>([])

export const findings = computed<Finding[]>(() => {
  if (draft.writing.value || !draft.isAnswer.value) return []
  const written = draft.written.value
  const found = checkReply({
    draft: withoutDisclosure(written),
    source: draft.madeFrom.value,
    filled: withoutDisclosure(draft.filled.value),
    room: target.value?.field.room ?? null,
    personal: personalIn(written),
  })
  return found.filter(
    (finding) =>
      !accepted.value.includes(nameOf(finding)) && (!isForeign() || inAnyLanguage.has(finding.check)),
  )
})

/** The office's own sentence answers nothing and promises nothing. Blanks stand for it, so that places stay. */
function withoutDisclosure(text: string): string {
  const own = disclosureIn(text, settings.value?.policy?.disclosure ?? '')
  if (!own) return text
  return text.slice(0, own.start) + ' '.repeat(own.end - own.start) + text.slice(own.end)
}

/** The other checks read Indonesian. */
const inAnyLanguage = new Set<Finding['check']>(['personal', 'length', 'number'])

function isForeign(): boolean {
  return draft.into.value !== null && draft.into.value !== 'id'
}

/** Names and data of people, by the same redaction that hides them on the way out; and what the person hid by hand. */
function personalIn(written: string) {
  const engine = redactionIfLoaded()
  if (!engine) return []
  const hide = draft.hiddenValues().filter((value) => value.length > 2)
  const { findings: found } = engine.redact(written, {
    keep: [...source.approved(), ...source.kept.value],
    hide,
  })
  return found
}

export function mend(finding: Finding): void {
  draft.change(mended(draft.written.value, finding))
}

export function accept(finding: Finding): void {
  accepted.value = [...accepted.value, nameOf(finding)]
}

function nameOf({ check, start, end, about = '' }: Finding): string {
  return [check, draft.written.value.slice(start, end), about, draft.madeFrom.value].join('\n')
}
