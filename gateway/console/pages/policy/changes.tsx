import type { PolicyChange } from '../../../../shared/protocol/admin-answers.ts'
import { number, t } from '../../i18n/index.ts'
import { listLines, ruleTitle, ruleWords } from './rule-words.ts'

/** What differs between two policies, rule by rule, as a person reads it. @param nameOf an office's name */
export function Changes(props: { changes: PolicyChange[]; nameOf: (office: string) => string }) {
  if (props.changes.length === 0) return <p>{t('noChanges')}</p>
  return (
    <ul class="changes">
      {props.changes.map((change) => (
        <li key={`${change.office} ${change.rule}`}>
          <strong>
            {change.office === '' ? t('wholeCity') : props.nameOf(change.office)} · {ruleTitle(change.rule)}
          </strong>
          <OneChange change={change} />
        </li>
      ))}
    </ul>
  )
}

function OneChange({ change }: { change: PolicyChange }) {
  const { rule, before, after } = change
  const lines = listLines(change)
  const none = change.office === '' ? t('leaveDefault') : t('followCity')
  const words = (value: unknown) => {
    if (value === undefined) return none
    // Its items stand below.
    return lines && Array.isArray(value) && value.length > 0
      ? t('listCount', { count: number(value.length) })
      : ruleWords(rule, value)
  }
  const isSummed = lines !== null && before !== undefined && after !== undefined
  return (
    <>
      {!isSummed && (
        <p>
          <del>{words(before)}</del> → <ins>{words(after)}</ins>
        </p>
      )}
      {lines && lines.length > 0 && (
        <ul class="lines">
          {lines.map(({ kind, text }) => (
            <li key={`${kind} ${text}`} class={kind}>
              <span class="unseen">{t(`line_${kind}`)} </span>
              {text}
            </li>
          ))}
        </ul>
      )}
      {isSummed && lines.length === 0 && <p>{t('onlyOrder')}</p>}
    </>
  )
}
