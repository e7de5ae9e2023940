import { has, t, type MessageKey } from '../../i18n/index.ts'
import * as source from '../source.ts'

/** What was found, by kind: how many, why it counts as personal, and one button for the whole kind. */
export function HiddenList() {
  const kinds = source.kinds.value
  if (kinds.length === 0) return null
  return (
    <details class="found small">
      <summary>{t('hiddenCount', { count: source.hiddenCount.value })}</summary>
      <ul>
        {kinds.map((kind) => (
          <Kind key={kind.type} kind={kind} />
        ))}
      </ul>
    </details>
  )
}

function Kind({ kind: { type, found, hidden } }: { kind: source.Kind }) {
  const name = kindName(type)
  const why = `why.${type}`
  const hides = hidden === 0
  return (
    <li>
      <span>
        {t('kindCount', { kind: name, hidden, found })}
        {has(why) && <span class="muted"> · {t(why)}</span>}
      </span>
      <button
        class="link"
        aria-label={t(hides ? 'hideKind' : 'showKind', { kind: name })}
        onClick={() => source.toggleKind(type, hides)}
      >
        {t(hides ? 'hide' : 'show')}
      </button>
    </li>
  )
}

/** @returns the kind in the officer's words; a newer engine may know more kinds than this panel has words for. */
export function kindName(type: string): string {
  const key = `type.${type}`
  return has(key) ? t(key as MessageKey) : type
}
