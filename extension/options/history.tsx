import { signal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import { moment, t } from '../i18n/index.ts'
import { eraseLibrary, forget, history, historyDays, type HistoryEntry } from '../library.ts'

const list = signal<HistoryEntry[]>([])
const read = async () => (list.value = await history())

/** Templates and history, also those on the screen. */
export async function eraseAll(): Promise<void> {
  await eraseLibrary()
  await read()
}

/** Drafts that this browser kept because the person switched it on. */
export function History() {
  useEffect(() => void read(), [])
  return (
    <section class="history" aria-label={t('historyTitle')}>
      <p class="muted small">{t('historyHint', { days: historyDays })}</p>
      {list.value.length === 0 && <p>{t('historyEmpty')}</p>}
      <ul class="list">
        {list.value.map(({ id, helper, text, savedAt }) => {
          const when = moment(new Date(savedAt).toISOString())
          return (
            <li key={id}>
              <details>
                <summary>
                  {t(helper)} · {when}
                </summary>
                <p class="past">{text}</p>
              </details>
              <button
                class="link"
                aria-label={t('removeOf', { name: when })}
                onClick={() => void forget(id).then(read)}
              >
                {t('remove')}
              </button>
            </li>
          )
        })}
      </ul>
    </section>
  )
}
