import { signal } from '@preact/signals'
import { t } from '../../i18n/index.ts'
import { HelperRow } from '../parts/helper-row.tsx'
import { redactionIfLoaded } from '../redaction.ts'

const letter = signal('undangan')
export const composeOptions = () => ({ letter: letter.value })

/** A letter of the office's own from keywords: the officer's text above, or what is selected on the page. */
export function ComposeView() {
  const letters = redactionIfLoaded()?.letterTemplates ?? []
  return (
    <HelperRow helper="compose" options={composeOptions}>
      <select
        aria-label={t('letterKind')}
        title={t('letterKind')}
        value={letter.value}
        onChange={(event) => (letter.value = event.currentTarget.value)}
      >
        {letters.map(({ id, title }) => (
          <option key={id} value={id}>
            {title}
          </option>
        ))}
      </select>
    </HelperRow>
  )
}
