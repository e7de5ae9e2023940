// "Periksa sambungan": gateway, key, quota, upstream, a line each, with a code that the help desk understands (R13).
// Nothing is asked of the model: the check must cost no quota.
import type { Allowance, ErrorCode, Policy, Usage } from '../../shared/protocol/index.ts'
import { connectionOf, refreshPolicy } from '../enrolment.ts'
import { gatewayApi, type CallFailure } from '../gateway.ts'
import { t } from '../i18n/index.ts'
import { readSettings, type Settings } from '../settings.ts'

export interface CheckLine {
  part: 'gateway' | 'key' | 'quota' | 'upstream'
  /** `null` = good. `skipped` = an earlier line failed. */
  failure: CallFailure | null | 'skipped'
  /** What was found, e.g. the model's name. */
  detail: string
}

/** Asks one thing after the other; what stands behind a failed one can't be known. */
export async function checkConnection(settings: Settings): Promise<CheckLine[]> {
  const to = connectionOf(settings)
  if (!to) return lines(fail('not_enrolled'))
  const health = await gatewayApi.health(to.gatewayUrl)
  if (!health.ok) return lines(health.failure)
  const usage = await gatewayApi.usage(to)
  if (!usage.ok) return lines(null, usage.failure)
  const { used, cap } = usage.value.actions
  const spent = spentBy(usage.value)
  const stale = await refreshPolicy()
  const { policy } = await readSettings()
  const found = lines(null, null, spent ? fail(spent) : null, stale)
  const details = [
    '',
    usage.value.office.name,
    cap === null ? `${used}` : `${used} / ${cap}`,
    policy ? modelName(policy.upstream) : '',
  ]
  return found.map((line, index) => ({ ...line, detail: details[index] ?? '' }))
}

/** Which quota is used up, the narrowest first; null while there is some left. */
function spentBy(usage: Usage): ErrorCode | null {
  const rows: [ErrorCode, Allowance | undefined][] = [
    ['day_quota_spent', usage.actions],
    ['group_quota_spent', usage.groupDay],
    ['group_quota_spent', usage.groupTotal],
    ['office_day_spent', usage.officeDay],
    ['month_quota_spent', usage.officeActions],
  ]
  return rows.find(([, row]) => row && row.cap !== null && row.used >= row.cap)?.[0] ?? null
}

function modelName({ kind, model }: Policy['upstream']): string {
  return kind === 'offline' ? t('noModel') : model
}

/** One line to paste into a ticket: `gateway:ok key:key_revoked(1a2b3c4d) quota:- upstream:-`. */
export function helpdeskLine(found: CheckLine[]): string {
  return found.map(({ part, failure }) => `${part}:${codeOf(failure)}`).join(' ')
}

function codeOf(failure: CheckLine['failure']): string {
  if (failure === null) return 'ok'
  if (failure === 'skipped') return '-'
  return failure.requestId ? `${failure.code}(${failure.requestId.slice(0, 8)})` : failure.code
}

function lines(...failures: (CallFailure | null)[]): CheckLine[] {
  const parts = ['gateway', 'key', 'quota', 'upstream'] as const
  return parts.map((part, index) => ({
    part,
    failure: failures[index] === undefined ? 'skipped' : failures[index],
    detail: '',
  }))
}

function fail(code: ErrorCode): CallFailure {
  return { code, requestId: null }
}
