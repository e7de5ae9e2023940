import { useState } from 'preact/hooks'
import type { PolicyChange, Revision } from '../../../../shared/protocol/admin-answers.ts'
import { changesBetween } from '../../../../shared/protocol/policy-diff.ts'
import { api, type Result } from '../../api.ts'
import { cityApi } from '../../api-city.ts'
import { moment, t } from '../../i18n/index.ts'
import { Dialog } from '../../parts/dialog.tsx'
import { Form } from '../../parts/form.tsx'
import { Loaded, useAsked } from '../../parts/loaded.tsx'
import { say } from '../../parts/status.tsx'
import { Table, type Column } from '../../parts/table.tsx'
import { isCity } from '../../session.ts'
import type { PolicyProps } from './props.ts'
import { Changes } from './changes.tsx'

/** All that was ever published, and the way back to it. */
export function Revisions({ value: { now }, reload, nameOf }: PolicyProps) {
  const asked = useAsked(cityApi.revisions, String(now.revision))
  const admins = useAsked(api.admins, 'admins').value?.admins
  const [opened, setOpened] = useState<Revision | null>(null)
  // Until the names are there, ids stand for them.
  const byWhom = ({ actor }: Revision) =>
    actor === 'token' ? t('token') : (admins?.find(({ id }) => id === actor)?.name ?? actor ?? '–')
  const columns: Column<Revision>[] = [
    {
      key: 'revision',
      title: t('revision'),
      cell: ({ revision }) => (
        <>
          {revision} {revision === now.revision && <span class="tag">{t('inForce')}</span>}
        </>
      ),
      sort: ({ revision }) => revision,
      isDownFirst: true,
    },
    { key: 'comment', title: t('comment'), cell: ({ comment }) => comment },
    { key: 'by', title: t('publishedBy'), cell: byWhom, sort: byWhom },
    { key: 'at', title: t('publishedAt'), cell: ({ at }) => moment(at), sort: ({ at }) => at },
    {
      key: 'actions',
      title: '',
      cell: (one) =>
        one.revision !== now.revision && (
          <button
            aria-label={t(isCity.value ? 'rollBackTo' : 'compareWith', { revision: one.revision })}
            onClick={() => setOpened(one)}
          >
            {t(isCity.value ? 'rollBack' : 'compareOld')}
          </button>
        ),
    },
  ]
  return (
    <>
      <p class="muted">{t('revisionsHint')}</p>
      <Loaded asked={asked}>
        {({ revisions }) => (
          <Table
            caption={t('policy_revisi')}
            columns={columns}
            rows={revisions}
            rowKey={({ revision }) => String(revision)}
            textOf={(one) => `${one.revision} ${one.comment} ${byWhom(one)} ${moment(one.at)}`}
            empty={t('revisionsEmpty')}
          />
        )}
      </Loaded>
      {opened && <RollBack to={opened} nameOf={nameOf} onDone={reload} onClose={() => setOpened(null)} />}
    </>
  )
}

function RollBack(props: {
  to: Revision
  nameOf: (office: string) => string
  onDone: () => Promise<void>
  onClose: () => void
}) {
  const { revision } = props.to
  const asked = useAsked(() => changesTo(revision), String(revision))
  const rollBack = async () => {
    // Only on top of what was compared.
    if (!asked.value) return asked.failure
    const published = await cityApi.rollBack(revision, asked.value.basedOn)
    if (!published.ok && published.failure.code === 'revision_outdated') await asked.reload()
    if (!published.ok) return published.failure
    props.onClose()
    await props.onDone()
    say(t('publishedNow', { revision: published.value.revision }))
    return null
  }
  return (
    <Dialog title={t(isCity.value ? 'rollBackSure' : 'compareWith', { revision })} onClose={props.onClose}>
      <p class="muted">{props.to.comment}</p>
      <Loaded asked={asked}>
        {({ changes }) => (
          <>
            <p>{t('rollBackChanges')}</p>
            <Changes changes={changes} nameOf={props.nameOf} />
          </>
        )}
      </Loaded>
      {isCity.value ? (
        <Form submit={t('rollBack')} onSubmit={rollBack} onCancel={props.onClose} />
      ) : (
        <div class="actions">
          <button onClick={props.onClose}>{t('close')}</button>
        </div>
      )}
    </Dialog>
  )
}

/** What would change if that revision held again. */
async function changesTo(revision: number): Promise<Result<{ basedOn: number; changes: PolicyChange[] }>> {
  const [now, old] = await Promise.all([cityApi.policy(), cityApi.policyOf(revision)])
  if (!now.ok) return now
  if (!old.ok) return old
  return {
    ok: true,
    value: { basedOn: now.value.revision, changes: changesBetween(now.value.policy, old.value.policy) },
  }
}
