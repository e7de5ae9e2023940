import { signal } from '@preact/signals'
import { languages } from '../../../shared/protocol/index.ts'
import { t } from '../../i18n/index.ts'
import { Choice } from '../parts/choice.tsx'
import { HelperRow } from '../parts/helper-row.tsx'

const target = signal<(typeof languages)[number]>('id')
export const translateOptions = () => ({ target: target.value })

export function TranslateView() {
  return (
    <HelperRow helper="translate" options={translateOptions}>
      <Choice label={t('target')} names="language" options={languages} chosen={target} />
    </HelperRow>
  )
}
