import { classApi, type Listed } from '../../class-api.ts'
import { stateOf, type ClassState } from '../../class-terms.ts'
import { moment, number, t } from '../../i18n/index.ts'
import { Loaded, useAsked } from '../../parts/loaded.tsx'
import { Page } from '../../parts/page.tsx'
import { Table, type Column } from '../../parts/table.tsx'
import { hrefTo } from '../../router.ts'
import { mayRunClasses } from '../../session.ts'

/** All classes: what runs first, then what comes, then what is over. */
export function ClassList() {
  const asked = useAsked(classApi.list, 'classes')
  const actions = mayRunClasses.value && (
    <a class="button primary" href={hrefTo('kelas', 'baru')}>
      {t('makeClass')}
    </a>
  )
  return (
    <Page title={t('classes')} actions={actions}>
      <Loaded asked={asked}>
        {({ classes }) => (
          <Table
            caption={t('classes')}
            columns={columns(Date.now())}
            rows={classes}
            rowKey={({ id }) => id}
            textOf={(held) => `${held.name} ${held.joinCode} ${t(`class_${stateOf(held, Date.now())}`)}`}
            empty={t('classesEmpty')}
          />
        )}
      </Loaded>
    </Page>
  )
}

export function StateTag({ state }: { state: ClassState }) {
  return <span class={state === 'past' ? 'tag off' : 'tag'}>{t(`class_${state}`)}</span>
}

function columns(now: number): Column<Listed>[] {
  return [
    {
      key: 'state',
      title: t('classState'),
      cell: (held) => <StateTag state={stateOf(held, now)} />,
      sort: (held) => order(held, now),
    },
    {
      key: 'name',
      title: t('className'),
      cell: ({ id, name }) => <a href={hrefTo('kelas', id)}>{name}</a>,
      sort: ({ name }) => name,
    },
    {
      key: 'starts',
      title: t('classStarts'),
      cell: ({ startsAt }) => moment(startsAt),
      sort: ({ startsAt }) => Date.parse(startsAt),
    },
    {
      key: 'code',
      title: t('joinCode'),
      cell: ({ joinCode }) => (joinCode ? <span class="code">{joinCode}</span> : '–'),
    },
    {
      key: 'seats',
      title: t('classSeats'),
      cell: ({ joined, seats }) => t('seatsTaken', { joined: number(joined), seats: number(seats) }),
      sort: ({ joined }) => joined,
      isNumber: true,
    },
  ]
}

/** What is soonest first, and of what is over the latest first. */
function order(held: Listed, now: number): number {
  const start = Date.parse(held.startsAt)
  const state = stateOf(held, now)
  if (state === 'past') return Number.MAX_SAFE_INTEGER - start
  return state === 'running' ? -Number.MAX_SAFE_INTEGER + start : start
}
