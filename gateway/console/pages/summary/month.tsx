import type { Summary } from '../../../../shared/protocol/console.ts'
import { shareOf, shareText } from '../../caps.ts'
import { day, number, t } from '../../i18n/index.ts'
import { Section } from '../../parts/page.tsx'
import { Table, type Column } from '../../parts/table.tsx'
import { hrefTo } from '../../router.ts'

type Office = Summary['offices'][number]

/** What each office and each open class has used this month, against its cap. */
export function MonthOfOffices({ offices }: Pick<Summary, 'offices'>) {
  return (
    <Section title={t('officesMonth')} hint={t('officesMonthHint')}>
      <Table
        caption={t('officesMonth')}
        columns={columns()}
        rows={offices}
        rowKey={({ id }) => id}
        textOf={({ id, name }) => `${name} ${id}`}
        empty={t('officesNone')}
      />
    </Section>
  )
}

function columns(): Column<Office>[] {
  return [
    {
      key: 'name',
      title: t('officeName'),
      cell: ({ id, name, isClass }) => (
        <>
          <a href={hrefTo(isClass ? 'kelas' : 'instansi', id)}>{name}</a>{' '}
          {isClass && <span class="tag">{t('isClass')}</span>}
        </>
      ),
      sort: ({ name }) => name,
    },
    {
      key: 'share',
      title: t('share'),
      cell: (office) => (wasUsed(office) ? <Bar of={office.month} /> : '–'),
      sort: (office) => (wasUsed(office) ? shareOf(office.month) : null),
    },
    {
      key: 'used',
      title: t('used'),
      cell: (office) => (wasUsed(office) ? number(office.month.used) : t('noData')),
      sort: (office) => (wasUsed(office) ? office.month.used : null),
      isNumber: true,
    },
    {
      key: 'cap',
      title: t('monthCap'),
      cell: ({ month: { cap } }) => (cap === null ? t('unlimited') : number(cap)),
      sort: ({ month: { cap } }) => cap,
      isNumber: true,
    },
    {
      key: 'rupiah',
      title: t('rupiahMonth'),
      cell: ({ rupiah }) => (rupiah.used > 0 ? number(rupiah.used) : '–'),
      sort: ({ rupiah }) => rupiah.used,
      isNumber: true,
    },
    {
      key: 'last',
      title: t('lastUse'),
      cell: (office) => (wasUsed(office) ? lastUseOf(office) : t('noData')),
      sort: ({ lastDay }) => lastDay,
    },
  ]
}

function lastUseOf({ lastDay }: Office): string {
  return lastDay === null ? t('notInFortnight') : day(lastDay)
}

/** Nothing counted and nobody came: that is no figure. */
function wasUsed({ month, lastDay }: Office): boolean {
  return month.used > 0 || lastDay !== null
}

function Bar({ of: row }: { of: Office['month'] }) {
  const share = shareOf(row)
  if (share === null) return <>–</>
  return (
    <span class="share-bar">
      <svg viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
        <rect class="bar-ground" width="100" height="10" />
        <rect class={share >= 80 ? 'bar-failed' : 'bar-answered'} width={Math.min(100, share)} height="10" />
      </svg>
      {shareText(row)}
    </span>
  )
}
