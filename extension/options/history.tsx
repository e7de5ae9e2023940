import { useEffect } from 'preact/hooks'
import { t } from '../i18n/index.ts'
import { eraseLibrary } from '../library.ts'
import { HistoryList, readHistory } from '../panel/parts/history-list.tsx'

/** Templates and history, also those on the screen. */
export async function eraseAll(): Promise<void> {
  await eraseLibrary()
  await readHistory()
}

/** Drafts that this browser kept because the person switched it on. */
export function History() {
  useEffect(() => void readHistory(), [])
  return (
    <section class="history" aria-label={t('historyTitle')}>
      <HistoryList />
    </section>
  )
}
