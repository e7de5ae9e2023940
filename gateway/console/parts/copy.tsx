import { useState } from 'preact/hooks'
import { t } from '../i18n/index.ts'

/** Copies a text and says whether it did. */
export function Copy({ text }: { text: string }) {
  const [said, setSaid] = useState('')
  const copy = () =>
    navigator.clipboard.writeText(text).then(
      () => setSaid(t('copied')),
      () => setSaid(t('copyByHand')),
    )
  return (
    <>
      <button type="button" onClick={() => void copy()}>
        {t('copy')}
      </button>
      <span role="status" class="small">
        {said}
      </span>
    </>
  )
}
