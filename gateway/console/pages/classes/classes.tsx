import { classApi } from '../../class-api.ts'
import { t } from '../../i18n/index.ts'
import { Loaded } from '../../parts/loaded.tsx'
import { Page } from '../../parts/page.tsx'
import { usePolled } from '../../parts/polled.ts'
import { hrefTo } from '../../router.ts'
import { mayRunClasses } from '../../session.ts'
import { ClassForm } from './class-form.tsx'
import { ClassPage } from './class-page.tsx'
import { HandOut } from './hand-out.tsx'
import { ClassList } from './list.tsx'
import { Screen } from './screen.tsx'

const everyMs = 2000

/** The list, a new class, one class, its projector page, its hand-out or its form. */
export function Classes({ path: [id, part] }: { path: string[] }) {
  if (id === undefined) return <ClassList />
  if (id === 'baru' && mayRunClasses.value) return <ClassForm held={null} />
  return <OneClass id={id} part={part} />
}

function OneClass({ id, part }: { id: string; part: string | undefined }) {
  const asked = usePolled(() => classApi.one(id), id, everyMs)
  const held = asked.value
  if (!held)
    return (
      <Page title={t('classes')}>
        <Loaded asked={asked}>{() => null}</Loaded>
        <p>
          <a href={hrefTo('kelas')}>{t('allClasses')}</a>
        </p>
      </Page>
    )
  if (part === 'layar') return <Screen held={held} asked={asked} />
  if (part === 'lembar') return <HandOut held={held} />
  if (part === 'ubah' && mayRunClasses.value && held.endedAt === null) return <ClassForm held={held} />
  return <ClassPage held={held} asked={asked} />
}
