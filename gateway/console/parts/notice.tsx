import type { ComponentChildren } from 'preact'
import { t } from '../i18n/index.ts'
import { fieldName } from './field-name.ts'
import type { Failure } from '../api.ts'

/** What went wrong and what to do, with the code that the help desk asks for. Nothing where nothing did. */
export function FailureNotice({ failure, onAgain }: { failure: Failure | null; onAgain?: () => void }) {
  return (
    <div role="alert">
      {failure && (
        <div class="notice">
          <p>{wordsOf(failure)}</p>
          {failure.requestId && <p class="small muted">{t('requestId', { id: failure.requestId })}</p>}
          {onAgain && <button onClick={onAgain}>{t('again')}</button>}
        </div>
      )}
    </div>
  )
}

/** Something to know before going on. */
export function Hint(props: { isWarning?: boolean; children: ComponentChildren }) {
  return <div class={props.isWarning ? 'notice' : 'notice calm'}>{props.children}</div>
}

function wordsOf({ code, message, param }: Failure): string {
  // The general sentence speaks of the extension's settings.
  if (code === 'gateway_unreachable') return t('unreachable')
  if (code === 'invalid_request' && param) return t('checkField', { field: fieldName(param) })
  return message
}
