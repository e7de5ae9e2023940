import { signal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import { t } from '../../i18n/index.ts'
import { removeTemplate, saveTemplate } from '../../library.ts'
import * as draft from '../draft.ts'
import { attempt, ownTemplates } from '../own-templates.ts'
import { forAdmin, ownRecipe } from '../recipe/own.ts'
import { failure, settings, status } from '../session.ts'
import { isOfficeSlot, slotLabel } from '../slot-label.ts'
import { SearchField } from './search-field.tsx'
import { fewToSearch, matches } from './search.ts'

const name = signal('')
const wanted = signal('')

/** The office's templates, then the person's own, which stay in this browser; one search for both. */
export function Templates() {
  useEffect(() => void attempt(), [])
  const list = ownTemplates.value ?? []
  const ofOffice = settings.value?.policy?.templates ?? []
  const isSearched = ofOffice.length + list.length >= fewToSearch
  const isWanted = ({ name, text }: { name: string; text: string }) =>
    !isSearched || matches([name, text], wanted.value)
  const [office, own] = [ofOffice.filter(isWanted), list.filter(isWanted)]
  return (
    <section class="card" aria-label={t('templates')}>
      {isSearched && <SearchField label={t('templatesSearch')} wanted={wanted} />}
      {office.length > 0 && (
        <>
          <h2>{t('templatesOffice')}</h2>
          <ul class="list">
            {office.map((template) => (
              <Row key={template.name} {...template} />
            ))}
          </ul>
          <h2>{t('templatesOwn')}</h2>
        </>
      )}
      {list.length === 0 && <p class="muted">{t('templatesEmpty')}</p>}
      <ul class="list">
        {own.map((template) => (
          <Row key={template.id} {...template} />
        ))}
      </ul>
      {draft.written.value && <SaveForm />}
    </section>
  )
}

function Row({
  id,
  name,
  text,
  status,
}: {
  id?: number
  name: string
  text: string
  status?: string | undefined
}) {
  return (
    <li class="row">
      <span>{name}</span>
      <span class="links">
        <button
          class="link"
          aria-label={t('useOf', { name })}
          onClick={() => draft.replace(text, { claimsDone: status === 'selesai' })}
        >
          {t('use')}
        </button>
        {id !== undefined && <Own id={id} name={name} text={text} />}
      </span>
    </li>
  )
}

function Own(template: { id: number; name: string; text: string }) {
  const { id, name } = template
  const recipe = forAdmin(ownRecipe(template, { labelOf: slotLabel, isOffice: isOfficeSlot }))
  return (
    <>
      {recipe !== null && (
        <button
          class="link"
          aria-label={t('copyForAdminOf', { name })}
          onClick={() => void copyForAdmin(recipe)}
        >
          {t('copyForAdmin')}
        </button>
      )}
      <button
        class="link"
        aria-label={t('removeOf', { name })}
        onClick={() => void attempt(() => removeTemplate(id), t('removed'))}
      >
        {t('remove')}
      </button>
    </>
  )
}

async function copyForAdmin(recipe: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(recipe)
    status.value = t('copiedForAdmin')
  } catch {
    failure.value = { code: 'clipboard_refused', requestId: null }
  }
}

function SaveForm() {
  const save = (event: Event) => {
    event.preventDefault()
    const chosen = name.value.trim()
    if (chosen)
      void attempt(() => saveTemplate(chosen, draft.written.value), t('saved')).then(() => (name.value = ''))
  }
  return (
    <form class="naming" onSubmit={save}>
      <label for="template-name">{t('templateName')}</label>
      <input
        id="template-name"
        maxLength={80}
        value={name}
        onInput={(event) => (name.value = event.currentTarget.value)}
      />
      <button disabled={!name.value.trim()}>{t('saveTemplate')}</button>
    </form>
  )
}
