import { signal } from '@preact/signals'
import { improveAims } from '../../../shared/protocol/index.ts'
import { t } from '../../i18n/index.ts'
import { Choice } from '../parts/choice.tsx'
import { HelperRow } from '../parts/helper-row.tsx'

const aim = signal<(typeof improveAims)[number]>('sederhana')
export const improveOptions = () => ({ aim: aim.value })

export function ImproveView() {
  return (
    <HelperRow helper="improve" options={improveOptions}>
      <Choice label={t('aim')} names="aim" options={improveAims} chosen={aim} />
    </HelperRow>
  )
}
