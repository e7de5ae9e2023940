import { lostInTranslation, type Lost } from '../../../shared/checks/index.ts'
import { removeDisclosure } from '../../../shared/drafts/index.ts'
import { t } from '../../i18n/index.ts'
import * as draft from '../draft.ts'
import { settings } from '../session.ts'
import * as source from '../source.ts'
import { BackTranslation } from './back.tsx'

/** Languages of the country that no official text goes out in: a speaker should look at what a model made of them. */
const regional = new Set(['su', 'jv'])

/** Beside a text in another language: what was lost in it, and what it says, back in Indonesian. */
export function TranslationAids() {
  const { into, offline, writing } = draft
  if (writing.value || into.value === null) return null
  return (
    <>
      <LostInTranslation />
      {into.value !== 'id' && !offline.value && <BackTranslation />}
    </>
  )
}

/** What the source has and the translation has not. */
function LostInTranslation() {
  const found = lost()
  const isRegional = draft.helper.value === 'translate' && regional.has(source.language.value ?? '')
  if (found.length === 0 && !isRegional) return null
  const missing = found.filter(({ text }) => text !== '').map(({ text }) => text)
  return (
    <section class="card" aria-label={t('lostTitle')}>
      {isRegional && <p class="muted small">{t('askSpeaker')}</p>}
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
  // The office's sentence is Indonesian under a translation too.
  const translation = removeDisclosure(draft.written.value, settings.value?.policy?.disclosure ?? '')
  return lostInTranslation(draft.madeFrom.value, translation, terms, target)
}
