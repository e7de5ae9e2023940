import { t } from '../../i18n/index.ts'
import * as draft from '../draft.ts'
import { changeCount, parts, toggle, type Part } from './changes.ts'

/** The old words and the new ones; a press takes a change back. */
export function Changes() {
  const count = changeCount.value
  if (parts.value.length === 0) return null
  return (
    <section class="card changes" aria-label={t('changes')}>
      <h2>{count === 0 ? t('changesNone') : t('changesCount', { count })}</h2>
      {draft.offline.value && <p class="muted small">{t('improvedOffline')}</p>}
      {count > 0 && (
        <p class="text small">
          {parts.value.map((part, at) => (
            <OnePart key={at} part={part} at={at} />
          ))}
        </p>
      )}
    </section>
  )
}

function OnePart({ part, at }: { part: Part; at: number }) {
  if (part.kind === 'same') return <>{part.text}</>
  const [before, after] = [part.before.trim(), part.after.trim()]
  return (
    <button
      class="change"
      aria-pressed={!part.refused}
      aria-label={t(!before ? 'changeAdded' : after ? 'changeOf' : 'changeRemoved', { before, after })}
      title={t(part.refused ? 'changeTake' : 'changeRefuse')}
      onClick={() => toggle(at)}
    >
      {part.before && <del>{part.before}</del>}
      {part.after && <ins>{part.after}</ins>}
    </button>
  )
}
