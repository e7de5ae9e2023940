import { signal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import { enrolWithLink } from '../../enrolment.ts'
import { t } from '../../i18n/index.ts'
import { failure, status } from '../session.ts'

const link = signal('')
const busy = signal(false)

/** From the press until somebody has taken over the focus, which goes with the form. */
const cameByLink = signal(false)

/** Takes the focus that the form held, as soon as the browser is connected by it. */
export function useFocusAfterLink(connected: boolean, selector: string): void {
  useEffect(() => {
    if (!connected || !cameByLink.value) return
    cameByLink.value = false
    document.querySelector<HTMLElement>(selector)?.focus()
  }, [connected])
}

/** Where a browser that no policy enrolled gets its key: a link pasted once. */
export function Connect() {
  async function connect(event: Event) {
    event.preventDefault()
    if (busy.value) return
    busy.value = true
    cameByLink.value = true
    failure.value = await enrolWithLink(link.value)
    busy.value = false
    if (failure.value) cameByLink.value = false
    else {
      link.value = ''
      status.value = t('connected')
    }
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
      {/* Not `disabled` while busy: the focus would be gone when the link is refused. */}
      <button class="primary" aria-disabled={busy.value} disabled={!link.value.trim()}>
        {busy.value ? t('connecting') : t('connect')}
      </button>
    </form>
  )
}
