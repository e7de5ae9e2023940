import { signal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import { t } from '../../i18n/index.ts'
import { removeTemplate, saveTemplate, templates, type Template } from '../../library.ts'
import * as draft from '../draft.ts'
import { failure, status } from '../session.ts'

const list = signal<Template[]>([])
const name = signal('')

/** The person's own templates. They stay in this browser. */
export function Templates() {
  useEffect(() => void attempt(async () => {}), [])
  return (
    <section class="card" aria-label={t('templates')}>
      {list.value.length === 0 && <p class="muted">{t('templatesEmpty')}</p>}
      <ul class="list">
        {list.value.map((template) => (
          <li key={template.id} class="row">
            <span>{template.name}</span>
            <span class="links">
              <button
                class="link"
                aria-label={t('useOf', { name: template.name })}
                onClick={() => draft.replace(template.text)}
              >
                {t('use')}
              </button>
              <button
                class="link"
                aria-label={t('removeOf', { name: template.name })}
                onClick={() => void attempt(() => removeTemplate(template.id), t('removed'))}
              >
                {t('remove')}
              </button>
            </span>
          </li>
        ))}
      </ul>
      {draft.written.value && <SaveForm />}
    </section>
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
