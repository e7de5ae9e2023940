import { languages } from '../../../shared/protocol/index.ts'
import { t } from '../../i18n/index.ts'
import { Choice } from '../parts/choice.tsx'
import { HelperRow } from '../parts/helper-row.tsx'
import { Lazy } from '../parts/lazy.tsx'
import { rule, target } from './way.ts'

export const translateOptions = () => ({ target: target.value })

export function TranslateView() {
  return (
    <HelperRow helper="translate" options={translateOptions}>
      <Choice label={t('target')} names="language" options={languages} chosen={target} />
      {rule.value !== 'off' && (
        <Lazy load={() => import('./on-device-choice.tsx').then(({ OnDeviceChoice }) => OnDeviceChoice)} />
      )}
    </HelperRow>
  )
}
