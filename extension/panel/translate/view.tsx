import { signal } from '@preact/signals'
import { languages } from '../../../shared/protocol/index.ts'
import { t } from '../../i18n/index.ts'
import { Choice } from '../parts/choice.tsx'
import { HelperRow } from '../parts/helper-row.tsx'
import { Lazy } from '../parts/lazy.tsx'
import { language } from '../source.ts'
import { rule } from './way.ts'

type Target = (typeof languages)[number]

/** What the person chose, for each language that they had before them. */
const picked = signal<Readonly<Record<string, Target>>>({})

/** What is foreign is read in Indonesian; what is Indonesian goes to a foreigner. A choice stands for its language. */
const target = {
  get value(): Target {
    return picked.value[language.value ?? ''] ?? (language.value === 'id' ? 'en' : 'id')
  },
  set value(chosen: Target) {
    picked.value = { ...picked.value, [language.value ?? '']: chosen }
  },
}
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
