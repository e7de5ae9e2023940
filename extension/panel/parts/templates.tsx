import { signal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import { t } from '../../i18n/index.ts'
import { removeTemplate, saveTemplate, templates, type Template } from '../../library.ts'
import * as draft from '../draft.ts'
import { failure, settings, status } from '../session.ts'

const list = signal<Template[]>([])
const name = signal('')

const wanted = signal('')
/** Fewer are found by looking. */
const fewToSearch = 6

/** The office's templates, then the person's own, which stay in this browser; one search for both. */
export function Templates() {
  useEffect(() => void attempt(async () => {}), [])
  const ofOffice = settings.value?.policy?.templates ?? []
  const isSearched = ofOffice.length + list.value.length >= fewToSearch
  const matches = ({ name, text }: { name: string; text: string }) =>
    !isSearched || `${name}\n${text}`.toLowerCase().includes(wanted.value.trim().toLowerCase())
  const [office, own] = [ofOffice.filter(matches), list.value.filter(matches)]
  return (
    <section class="card" aria-label={t('templates')}>
      {isSearched && (
        <input
          type="search"
          aria-label={t('templatesSearch')}
          placeholder={t('templatesSearch')}
          value={wanted}
          onInput={(event) => (wanted.value = event.currentTarget.value)}
        />
      )}
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
      {list.value.length === 0 && <p class="muted">{t('templatesEmpty')}</p>}
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
          onClick={() => draft.replace(text, status === 'selesai')}
        >
          {t('use')}
        </button>
        {id !== undefined && (
          <button
            class="link"
            aria-label={t('removeOf', { name })}
            onClick={() => void attempt(() => removeTemplate(id), t('removed'))}
          >
            {t('remove')}
          </button>
        )}
      </span>
    </li>
  )
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

/** Does it, reads the list again, and says so; storage can be full or switched off. */
async function attempt(act: () => Promise<void>, said = ''): Promise<void> {
  try {
    await act()
    list.value = await templates()
    if (said) status.value = said
  } catch {
    failure.value = { code: 'storage_failed', requestId: null }
  }
}
