import type { AlarmShown } from '../../../shared/protocol/admin-answers.ts'
import { day, has, number, t } from '../i18n/index.ts'

/** What an alarm says, in one line. */
export function alarmWords({ name, subject, period, level, used, cap }: AlarmShown): string {
  if (name === 'keyExpires') return t('alarmKey', { key: subject, count: level, day: day(period) })
  const key = `alarm_${name}`
  return t('alarmQuota', {
    what: has(key) ? t(key, { name: subject }) : name,
    level,
    used: number(used),
    cap: number(cap),
    period: period || t('alarmAlways'),
  })
}
