import { signal } from '@preact/signals'
import { replyStatuses, replyTones } from '../../../shared/protocol/index.ts'
import { t } from '../../i18n/index.ts'
import { Choice } from '../parts/choice.tsx'
import { HelperRow } from '../parts/helper-row.tsx'
import { category } from './category.ts'

// "Diterima" claims nothing that may not be true yet; every other status is the officer's own choice.
const status = signal<(typeof replyStatuses)[number]>('diterima')
const tone = signal<(typeof replyTones)[number]>('ramah')
export const replyOptions = () => ({
  status: status.value,
  tone: tone.value,
  ...(category.value && { category: category.value }),
})

export function ReplyView() {
  return (
    <HelperRow helper="reply" options={replyOptions}>
      <Choice label={t('status')} names="status" options={replyStatuses} chosen={status} />
      <Choice label={t('tone')} names="tone" options={replyTones} chosen={tone} />
    </HelperRow>
  )
}
