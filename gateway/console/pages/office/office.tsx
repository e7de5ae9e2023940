import { api } from '../../api.ts'
import { moment, t } from '../../i18n/index.ts'
import { Loaded, useAsked } from '../../parts/loaded.tsx'
import { Hint } from '../../parts/notice.tsx'
import { Page } from '../../parts/page.tsx'
import { Tabs } from '../../parts/tabs.tsx'
import { hrefTo } from '../../router.ts'
import { actor, isCity } from '../../session.ts'
import { Enrolments } from './enrolments.tsx'
import { Groups } from './groups.tsx'
import { KeyDetail } from './key-detail.tsx'
import { Keys } from './keys.tsx'
import { Quota } from './quota.tsx'
import { OfficeSettings } from './settings.tsx'
import type { TabProps } from './tab.ts'
import { Terms } from './terms.tsx'

const tabs = ['kuota', 'kunci', 'kelompok', 'pendaftaran', 'istilah', 'pengaturan'] as const
type Tab = (typeof tabs)[number]

/** One office, a tab for each of its matters. */
export function Office({ id, path }: { id: string; path: string[] }) {
  const asked = useAsked(() => api.office(id), id)
  const office = asked.value
  const here = tabs.find((tab) => tab === path[0]) ?? 'kuota'
  const shown = tabs.filter((tab) => tab !== 'pengaturan' || (isCity.value && office?.removedAt === null))
  return (
    <Page title={office?.name ?? id}>
      {actor.value?.office === null && (
        <p>
          <a href={hrefTo('instansi')}>{t('back', { to: t('offices') })}</a>
        </p>
      )}
      {office?.removedAt && <Hint>{t('officeRemoved', { at: moment(office.removedAt) })}</Hint>}
      {office?.suspendedAt && !office.removedAt && (
        <Hint>{t('officeSuspended', { at: moment(office.suspendedAt) })}</Hint>
      )}
      <Tabs
        label={t('officeParts')}
        path={['instansi', id]}
        tabs={shown}
        here={here}
        words={(tab) => t(`tab_${tab}`)}
      />
      <Loaded asked={asked}>
        {(office) => <Content tab={here} detail={path[1]} office={office} asked={asked} />}
      </Loaded>
    </Page>
  )
}

function Content({ tab, detail, ...props }: TabProps & { tab: Tab; detail: string | undefined }) {
  if (tab === 'kunci') return detail ? <KeyDetail key={detail} id={detail} {...props} /> : <Keys {...props} />
  if (tab === 'kelompok') return <Groups {...props} />
  if (tab === 'pendaftaran') return <Enrolments {...props} />
  if (tab === 'istilah') return <Terms {...props} />
  if (tab === 'pengaturan' && isCity.value && props.office.removedAt === null)
    return <OfficeSettings {...props} />
  return <Quota {...props} />
}
