import type { OfficeEntry } from '../../../shared/protocol/admin-answers.ts'
import { api } from '../api.ts'
import { t } from '../i18n/index.ts'
import { Loaded, useAsked } from '../parts/loaded.tsx'
import { Page } from '../parts/page.tsx'
import { Tabs } from '../parts/tabs.tsx'
import { actor } from '../session.ts'
import { Acts } from './audit/acts.tsx'
import { Alarms } from './audit/alarms.tsx'
import { Reports } from './audit/reports.tsx'
import { Usage } from './audit/usage.tsx'

const tabs = ['pemakaian', 'tindakan', 'peringatan', 'laporan'] as const
type Tab = (typeof tabs)[number]
/** What an office's admin may see (gateway: admission/roles.ts). */
const ofOffice: readonly Tab[] = ['pemakaian', 'peringatan']

/** Who used what, what admins did, what they were warned of, and the papers. Figures and names of ours, no content. */
export function Audit({ path: [part] }: { path: string[] }) {
  const asked = useAsked(api.offices, 'offices')
  const own = actor.value?.office ?? null
  const shown = tabs.filter((tab) => own === null || ofOffice.includes(tab))
  const here = shown.find((tab) => tab === part) ?? 'pemakaian'
  return (
    <Page title={t('audit')}>
      <Tabs
        label={t('auditParts')}
        path={['audit']}
        tabs={shown}
        here={here}
        words={(tab) => t(`audit_${tab}`)}
      />
      {here === 'tindakan' && <Acts />}
      {here === 'peringatan' && <Alarms />}
      {here === 'laporan' && <Reports />}
      {here === 'pemakaian' && (
        <Loaded asked={asked}>{({ offices }) => <OfOffice offices={offices} own={own} />}</Loaded>
      )}
    </Page>
  )
}

function OfOffice({ offices, own }: { offices: OfficeEntry[]; own: string | null }) {
  const shown = offices.filter(({ id }) => own === null || id === own)
  return shown.length === 0 ? <p class="empty">{t('officesEmpty')}</p> : <Usage offices={shown} />
}
