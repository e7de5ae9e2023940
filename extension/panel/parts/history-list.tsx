// Drafts that this browser kept because the person switched it on, for panel and options page.
import { signal } from '@preact/signals'
import { parseDraft } from '../../../shared/drafts/index.ts'
import { idHistory } from '../../i18n/id-history.ts'
import { addWords, moment, t } from '../../i18n/index.ts'
import { forget, history, historyDays, type HistoryEntry } from '../../library.ts'
import { failure, status } from '../session.ts'
import { leavesSlots, slotLabel } from '../slot-label.ts'
import { SearchField } from './search-field.tsx'
import { fewToSearch, matches } from './search.ts'

addWords(idHistory)

const list = signal<HistoryEntry[]>([])
const wanted = signal('')

/** Reads the list again; storage can be full or switched off. */
export async function readHistory(): Promise<void> {
  try {
    list.value = await history()
  } catch {
    failure.value = { code: 'storage_failed', requestId: null }
  }
}

/** @param use what "Pakai" does with an entry; without it there is no such button */
export function HistoryList({ use }: { use?: (entry: HistoryEntry) => void }) {
  const isSearched = list.value.length >= fewToSearch
  const found = list.value
    .map((entry) => ({ entry, when: moment(new Date(entry.savedAt).toISOString()) }))
    .filter(({ entry, when }) => !isSearched || matches([t(entry.helper), when, entry.text], wanted.value))
  return (
    <>
      <p class="muted small">{t('historyHint', { days: historyDays })}</p>
      {isSearched && <SearchField label={t('historySearch')} wanted={wanted} />}
      {found.length === 0 && <p>{t(isSearched ? 'historyNone' : 'historyEmpty')}</p>}
      <ul class="list">
        {found.map(({ entry, when }) => (
          <Entry key={entry.id} entry={entry} when={when} use={use} />
        ))}
      </ul>
    </>
  )
}

interface EntryProps {
  entry: HistoryEntry
  when: string
  use: ((entry: HistoryEntry) => void) | undefined
}

function Entry({ entry, when, use }: EntryProps) {
  const text = readable(entry)
  return (
    <li>
      <details>
        <summary>
          {t(entry.helper)} · {when}
          {use && <span class="hint">{beginning(text)}</span>}
        </summary>
        <p class="past">{text}</p>
      </details>
      <span class="links">
        {use && (
          <button class="link" aria-label={t('useOf', { name: when })} onClick={() => use(entry)}>
            {t('use')}
          </button>
        )}
        <button class="link" aria-label={t('removeOf', { name: when })} onClick={() => void remove(entry)}>
          {t('remove')}
        </button>
      </span>
    </li>
  )
}

/** Slots by their names: "[Tanggal selesai]". */
function readable({ helper, text }: HistoryEntry): string {
  if (!leavesSlots(helper)) return text
  const pieces = parseDraft(text).map((piece) =>
    piece.kind === 'slot' ? `[${slotLabel(piece.name)}]` : piece.text,
  )
  return pieces.join('')
}

/** Enough of a draft to know it by. */
function beginning(text: string): string {
  const words = text.replace(/\s+/g, ' ')
  return words.length > 90 ? `${words.slice(0, 90)}…` : words
}

async function remove({ id }: HistoryEntry): Promise<void> {
  await forget(id).catch(() => undefined)
  await readHistory()
  status.value = t('removed')
}
