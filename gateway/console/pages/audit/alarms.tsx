import type { AlarmShown } from '../../../../shared/protocol/admin-answers.ts'
import { cityApi } from '../../api-city.ts'
import { moment, t } from '../../i18n/index.ts'
import { alarmWords } from '../../parts/alarm-words.ts'
import { Loaded, useAsked } from '../../parts/loaded.tsx'
import { Table, type Column } from '../../parts/table.tsx'

/** Quotas that are nearly spent, keys that end soon; fifty of each office. */
export function Alarms() {
  const asked = useAsked(cityApi.alarms, 'alarms')
  return (
    <>
      <p class="muted">{t('alarmsHint')}</p>
      <Loaded asked={asked}>
        {({ alarms }) => (
          <Table
            caption={t('audit_peringatan')}
            columns={columns()}
            rows={alarms}
            rowKey={({ office, id }) => `${office.id} ${id}`}
            textOf={(alarm) => `${alarm.office.name} ${alarmWords(alarm)} ${moment(alarm.at)}`}
            empty={t('alarmsEmpty')}
          />
        )}
      </Loaded>
    </>
  )
}

function columns(): Column<AlarmShown>[] {
  return [
    {
      key: 'at',
      title: t('actAt'),
      cell: ({ at }) => <span class="whole">{moment(at)}</span>,
      sort: ({ at }) => at,
      isDownFirst: true,
    },
    {
      key: 'office',
      title: t('adminOffice'),
      cell: ({ office }) => office.name,
      sort: ({ office }) => office.name,
    },
    { key: 'what', title: t('alarm'), cell: alarmWords, sort: alarmWords },
    {
      key: 'sent',
      title: t('alarmSent'),
      cell: ({ sentAt }) => (sentAt === null ? t('alarmNotSent') : moment(sentAt)),
      sort: ({ sentAt }) => sentAt,
    },
  ]
}
