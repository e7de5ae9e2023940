import { effect, signal } from '@preact/signals'
import { browser } from 'wxt/browser'
import { errorEntry, type ErrorCode } from '../../../shared/protocol/index.ts'
import type { CallFailure } from '../../gateway.ts'
import { moment, t } from '../../i18n/index.ts'
import { connection, failure, settings, usage } from '../session.ts'

/**
 * What went wrong, what to do now, and a code for the help desk. Never anything of the content.
 * @param what the panel's own failure, unless a part has one for itself
 */
export function Notice({ what = failure.value }: { what?: CallFailure | null }) {
  if (!what || (endedClass() && endsKey(what))) return null
  const { message, next } = errorEntry(what.code)
  const back = quotaReturns(what)
  const helpdesk = settings.value?.managed.helpdesk || settings.value?.policy?.helpdesk
  return (
    <section class="notice" role="alert">
      <p>
        <strong>{message}</strong> {back ? t('quotaBack', { when: moment(back) }) : next}
      </p>
      <NextStep what={what} />
      {!ownStep.has(what.code) && (
        <p class="code">
          {t('helpdeskCode', { code: codeOf(what) })}
          {helpdesk && ` · ${helpdesk}`}{' '}
          <button class="link" onClick={() => void navigator.clipboard.writeText(codeOf(what))}>
            {t('copyCode')}
          </button>
        </p>
      )}
    </section>
  )
}

/** What the person mends alone; a code for the help desk would only invite a call. */
const ownStep = new Set<ErrorCode>([
  'nothing_to_read',
  'no_selection',
  'page_empty',
  'page_not_granted',
  'source_changed',
  'link_unreadable',
  'address_wrong',
  'class_unknown',
  'class_closed',
  'class_full',
  'class_office_gone',
  'device_language_unknown',
  'device_press_again',
  'not_enrolled',
])

/** When the quota that is spent comes back, as the ledger says it. */
function quotaReturns({ code }: CallFailure): string | null {
  if (code === 'day_quota_spent') return usage.value?.actions.resetsAt ?? null
  if (code === 'minute_limit') return usage.value?.minute.resetsAt ?? null
  if (code === 'month_quota_spent') return usage.value?.officeActions.resetsAt ?? null
  return null
}

/** The first part of the request's id is enough to find it in a log. */
function codeOf({ code, requestId }: CallFailure): string {
  return requestId ? `${code} ${requestId.slice(0, 8)}` : code
}

function NextStep({ what: { code } }: { what: CallFailure }) {
  if (code === 'gateway_unreachable' || code === 'gateway_unreadable') {
    return <button onClick={() => void browser.runtime.openOptionsPage()}>{t('settings')}</button>
  }
  return null
}

const endsKey = ({ code }: CallFailure) => ['key_unknown', 'key_revoked', 'key_expired'].includes(code)

/** The key that the gateway no longer takes; a slip with the new link must not make us forget it. */
const refusedKey = signal('')
effect(() => {
  if (failure.value && endsKey(failure.value)) refusedKey.value = connection.peek()?.key ?? ''
})

/** @returns the class whose key has ended, by its name: the card for joining says so itself */
export function endedClass(): string | undefined {
  return needsEnrolment() ? settings.value?.joined : undefined
}

/** Whether only a new enrolment helps. */
export function needsEnrolment(): boolean {
  return !connection.value || connection.value.key === refusedKey.value
}
