import { signal } from '@preact/signals'
import { summaryFormats, summaryLengths } from '../../../shared/protocol/index.ts'
import { t } from '../../i18n/index.ts'
import { Choice } from '../parts/choice.tsx'
import { HelperRow } from '../parts/helper-row.tsx'

const format = signal<(typeof summaryFormats)[number]>('otomatis')
const length = signal<(typeof summaryLengths)[number]>('sedang')
export const summariseOptions = () => ({ format: format.value, length: length.value })

export function SummariseView() {
  return (
    <HelperRow helper="summarise" options={summariseOptions}>
      <Choice label={t('format')} names="format" options={summaryFormats} chosen={format} />
      <Choice label={t('length')} names="length" options={summaryLengths} chosen={length} />
    </HelperRow>
  )
}
