import { t } from '../../i18n/index.ts'
import { isIn, sentence, toggle, tooLong } from '../disclosure.ts'

/** The office's sentence that AI helped: one press adds it to the draft, one takes it out. */
export function Disclosure() {
  if (!sentence.value) return null
  return (
    <section class="card" aria-label={t('disclosure')}>
      <h2>{t('disclosure')}</h2>
      <p class="text small">{sentence}</p>
      {tooLong.value > 0 && <p class="muted small">{t('disclosureLong', { over: tooLong.value })}</p>}
      <div class="links">
        <button class="link" aria-disabled={tooLong.value > 0} onClick={toggle}>
          {t(isIn.value ? 'disclosureRemove' : 'disclosureAdd')}
        </button>
      </div>
    </section>
  )
}
