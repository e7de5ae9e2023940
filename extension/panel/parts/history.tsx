import { useEffect } from 'preact/hooks'
import { t } from '../../i18n/index.ts'
import type { HistoryEntry } from '../../library.ts'
import * as draft from '../draft.ts'
import { leavesSlots } from '../slot-label.ts'
import { HistoryList, readHistory } from './history-list.tsx'

/** Drafts of before, to be used again. */
export function PanelHistory() {
  // A draft that was made meanwhile belongs to it.
  useEffect(() => void draft.remembering().then(readHistory), [draft.begun.value, draft.writing.value])
  return (
    <section class="card kept" aria-label={t('history')}>
      <HistoryList use={useAgain} />
    </section>
  )
}

/** What it was made from was not kept: facts that the page shown does not hold are marked. */
function useAgain({ helper, text, claimsDone, into, offline }: HistoryEntry): void {
  draft.replace(text, { helper, hasSlots: leavesSlots(helper), claimsDone, into, offline })
}
