import type { KeyShown } from '../../../../shared/protocol/admin-answers.ts'
import type { KeyLimits } from '../../../../shared/protocol/admin.ts'
import { number, t } from '../../i18n/index.ts'
import { defaultPerDay } from '../../key-limits.ts'

type Dates = Pick<KeyShown, 'revokedAt' | 'expiresOn' | 'renewBy' | 'oldUntil'>

export function stateOf({ revokedAt, expiresOn, renewBy, oldUntil }: Dates, now = Date.now()): string {
  if (revokedAt !== null) return t('keyRevoked')
  if (expiresOn !== null && expiresOn < todayInJakarta(now)) return t('keyExpired')
  if (renewBy !== null) return renewBy > now ? t('keyRenewing') : t('keyExpired')
  return oldUntil !== null && oldUntil > now ? t('keyOldToo') : t('keyActive')
}

export function KeyState({ of }: { of: Dates }) {
  const state = stateOf(of)
  return <span class={state === t('keyActive') ? 'tag' : 'tag off'}>{state}</span>
}

/** "10/menit · 200/hari · Ringkas · internal" */
export function summaryOf({ actionsPerMinute, actionsPerDay, helpers, dataClass }: KeyLimits): string {
  const perDay = actionsPerDay === undefined ? defaultPerDay : actionsPerDay
  const parts = [
    actionsPerMinute != null && t('limitMinute', { count: number(actionsPerMinute) }),
    perDay === null ? t('limitDayNone') : t('limitDay', { count: number(perDay) }),
    helpers && helpers.map((name) => t(`helper_${name}`)).join(', '),
    dataClass && t(`class_${dataClass}`),
  ]
  return parts.filter(Boolean).join(' · ')
}

/** Jakarta has had UTC+7 without summer time since 1964 (IANA tz database). */
function todayInJakarta(now: number): string {
  return new Date(now + 7 * 3_600_000).toISOString().slice(0, 10)
}
