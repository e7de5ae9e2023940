// The office's sentence that AI helped: whether it stands in the draft, and whether the portal's field has room for it.
// It is never added by itself.
import { computed } from '@preact/signals'
import { addDisclosure, disclosureIn, removeDisclosure } from '../../shared/drafts/index.ts'
import type { HelperName } from '../../shared/protocol/index.ts'
import { t } from '../i18n/index.ts'
import * as draft from './draft.ts'
import { settings, status } from './session.ts'
import { target } from './target.ts'

/** What goes to others; a summary stays in the office. */
const goesOut: readonly (HelperName | null)[] = ['reply', 'compose', 'translate']

/** The sentence where it belongs under the draft, else ''. */
export const sentence = computed(() => {
  const said = settings.value?.policy?.disclosure.trim() ?? ''
  const isDraft = draft.written.value !== '' && !draft.writing.value && !draft.isTermList.value
  return isDraft && goesOut.includes(draft.helper.value) ? said : ''
})

export const isIn = computed(() => disclosureIn(draft.written.value, sentence.value) !== null)

/** UTF-16 units by which the field would be too small with the sentence. */
export const tooLong = computed(() => {
  const room = target.value?.field.room ?? null
  if (room === null || isIn.value) return 0
  return Math.max(0, addDisclosure(draft.filled.value, sentence.value).length - room)
})

/** Puts it under the draft, or takes it out again. */
export function toggle(): void {
  if (isIn.value) {
    draft.edit(removeDisclosure(draft.written.value, sentence.value))
    status.value = t('disclosureOut')
  } else if (tooLong.value > 0) {
    status.value = t('disclosureLong', { over: tooLong.value })
  } else {
    draft.edit(addDisclosure(draft.written.value, sentence.value))
    status.value = t('disclosureIn')
  }
}
