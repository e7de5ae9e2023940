import { computed, signal } from '@preact/signals'
import { languages, replyStatuses, replyTones } from '../../../shared/protocol/index.ts'
import { t } from '../../i18n/index.ts'
import { Choice } from '../parts/choice.tsx'
import { HelperRow } from '../parts/helper-row.tsx'
import { sameCase } from '../same-case.ts'
import { language as source, text } from '../source.ts'
import { category } from './category.ts'

type Status = (typeof replyStatuses)[number]

// "Diterima" claims nothing that may not be true yet; every other status is the officer's own choice, for one case.
const chosen = signal<{ status: Status; text: string } | null>(null)
const status = {
  get value(): Status {
    if (!chosen.value) return 'diterima'
    // Chosen while the page was still being read, it is for what was read then.
    const isSame = chosen.value.text === '' || sameCase(chosen.value.text, text.value)
    return isSame ? chosen.value.status : 'diterima'
  },
  set value(picked: Status) {
    chosen.value = { status: picked, text: text.value }
  },
}
const tone = signal<(typeof replyTones)[number]>('ramah')
type Language = (typeof languages)[number]

/** The language that the letter is in, where one can answer in it and it is not Indonesian. */
const writers = computed(() => languages.find((one) => one === source.value && one !== 'id'))
const inIndonesian = signal<string | null>(null)
/** The writer is answered in their own language unless the officer decides otherwise. */
const language = {
  get value(): Language {
    return (inIndonesian.value !== text.value && writers.value) || 'id'
  },
  set value(chosen: Language) {
    inIndonesian.value = chosen === 'id' ? text.value : null
  },
}
export const replyOptions = () => ({
  status: status.value,
  tone: tone.value,
  language: language.value,
  ...(category.value && { category: category.value }),
})

export function ReplyView() {
  return (
    <HelperRow helper="reply" options={replyOptions}>
      <Choice label={t('status')} names="status" options={replyStatuses} chosen={status} />
      <Choice label={t('tone')} names="tone" options={replyTones} chosen={tone} />
      {writers.value && (
        <Choice
          label={t('replyLanguage')}
          names="language"
          options={[writers.value, 'id']}
          chosen={language}
        />
      )}
    </HelperRow>
  )
}
