import { lostInTranslation, type Lost } from '../../../shared/checks/index.ts'
import { t } from '../../i18n/index.ts'
import * as draft from '../draft.ts'
import { settings } from '../session.ts'

/** What the source has and the translation has not. */
export function LostInTranslation() {
  const found = lost()
  if (found.length === 0) return null
  const missing = found.filter(({ text }) => text !== '').map(({ text }) => text)
  return (
    <section class="card" aria-label={t('lostTitle')}>
      {missing.length > 0 && (
        <p class="warning small">{t('lostParts', { parts: missing.slice(0, 12).join(', ') })}</p>
      )}
      {found.map(({ kind }) => kind === 'lines' && <p class="warning small">{t('lostLines')}</p>)}
      {found.map(({ kind }) => kind === 'language' && <p class="warning small">{t('lostLanguage')}</p>)}
    </section>
  )
}

function lost(): Lost[] {
  const target = draft.into.value
  if (draft.writing.value || draft.helper.value !== 'translate' || !target || draft.isTermList.value)
    return []
  const terms = (settings.value?.policy?.glossary ?? []).filter(
    ({ language, locked }) => locked && language === target,
  )
  return lostInTranslation(draft.madeFrom.value, draft.written.value, terms, target)
}
