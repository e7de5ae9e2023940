import { signal } from '@preact/signals'
import { summaryFormats, summaryLengths } from '../../../shared/protocol/index.ts'
import { t } from '../../i18n/index.ts'
import { Choice } from '../parts/choice.tsx'
import { HelperRow } from '../parts/helper-row.tsx'
import { actionsLeft, settings } from '../session.ts'
import { text } from '../source.ts'
import { actionsFor } from './long.ts'

const format = signal<(typeof summaryFormats)[number]>('otomatis')
const length = signal<(typeof summaryLengths)[number]>('sedang')
/** How a summary without a model was made, the panel's own foot says; in a portal's field it would be out of place. */
export const summariseOptions = () => ({ format: format.value, length: length.value, note: 'tanpa' }) as const

export function SummariseView() {
  return (
    <HelperRow helper="summarise" options={summariseOptions}>
      <Choice label={t('format')} names="format" options={summaryFormats} chosen={format} />
      <Choice label={t('length')} names="length" options={summaryLengths} chosen={length} />
    </HelperRow>
  )
}

/** What a long text costs, before it is asked for. */
export function LongNote() {
  const actions = actionsFor(text.value.length)
  if (actions === 1 || settings.value?.policy?.upstream.kind === 'offline') return null
  const isEnough = actionsLeft.value >= actions
  return (
    <p class={isEnough ? 'muted small' : 'warning small'}>
      {t(isEnough ? 'longText' : 'longQuota', { parts: actions - 1, actions })}
    </p>
  )
}
