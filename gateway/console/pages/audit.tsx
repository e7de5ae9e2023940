import { api } from '../api.ts'
import { classApi } from '../class-api.ts'
import { t } from '../i18n/index.ts'
import { Loaded, useAsked } from '../parts/loaded.tsx'
import { Page } from '../parts/page.tsx'
import { Tabs } from '../parts/tabs.tsx'
import { actor } from '../session.ts'
import { Acts } from './audit/acts.tsx'
import { Alarms } from './audit/alarms.tsx'
import { Reports } from './audit/reports.tsx'
import { Usage, type Holder } from './audit/usage.tsx'

const tabs = ['pemakaian', 'tindakan', 'peringatan', 'laporan'] as const
type Tab = (typeof tabs)[number]
/** What an office's admin may see (gateway: admission/roles.ts). */
const ofOffice: readonly Tab[] = ['pemakaian', 'peringatan']

/** Who used what, what admins did, what they were warned of, and the papers. Figures and names of ours, no content. */
export function Audit({ path: [part] }: { path: string[] }) {
  const own = actor.value?.office ?? null
  const asked = useAsked(() => holdersFor(own), `holders ${own}`)
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
        <Loaded asked={asked}>
          {(holders) =>
            holders.length === 0 ? <p class="empty">{t('officesEmpty')}</p> : <Usage holders={holders} />
          }
        </Loaded>
      )}
    </Page>
  )
}

/** Offices, and classes, which have an audit of their own. @param own the one office that somebody may see */
async function holdersFor(own: string | null) {
  const [offices, classes] = await Promise.all([api.offices(), own === null ? classApi.list() : null])
  if (!offices.ok) return offices
  if (classes && !classes.ok) return classes
  const value: Holder[] = [
    ...offices.value.offices.map(({ id, name, removedAt }) => ({
      id,
      name: removedAt === null ? name : `${name} (${t('stateRemoved')})`,
      isOpen: removedAt === null,
    })),
    ...(classes?.value.classes ?? []).map(({ id, name }) => ({
      id,
      name: `${name} (${t('isClass')})`,
      isOpen: false,
    })),
  ]
  return { ok: true as const, value: value.filter(({ id }) => own === null || id === own) }
}
