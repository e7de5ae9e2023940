import { signal } from '@preact/signals'
import { enrolWithLink } from '../../enrolment.ts'
import { t } from '../../i18n/index.ts'
import { failure } from '../session.ts'

const link = signal('')
const busy = signal(false)

/** Where a browser that no policy enrolled gets its key: a link pasted once. */
export function Connect() {
  async function connect(event: Event) {
    event.preventDefault()
    busy.value = true
    failure.value = await enrolWithLink(link.value)
    if (!failure.value) link.value = ''
    busy.value = false
  }
  return (
    <form class="card" aria-labelledby="connect-title" onSubmit={(event) => void connect(event)}>
      <h2 id="connect-title">{t('connectTitle')}</h2>
      <p>{t('connectIntro')}</p>
      <label for="connect-link">{t('connectLink')}</label>
      <input
        id="connect-link"
        type="text"
        autocomplete="off"
        spellcheck={false}
        placeholder="https://…/daftar/#…"
        value={link}
        onInput={(event) => (link.value = event.currentTarget.value)}
      />
      <button class="primary" disabled={busy.value || !link.value.trim()}>
        {busy.value ? t('connecting') : t('connect')}
      </button>
    </form>
  )
}
