import type { Named } from '../../../../shared/acts/index.ts'
import type { Act } from '../../../../shared/protocol/admin-answers.ts'
import { api } from '../../api.ts'
import { cityApi } from '../../api-city.ts'
import { classApi } from '../../class-api.ts'
import { moment, t } from '../../i18n/index.ts'
import { useAsked } from '../../parts/loaded.tsx'
import { Paged, usePaged } from '../../parts/paged.tsx'
import { Table, type Column } from '../../parts/table.tsx'
import { actFields, actWords, type ActField } from './act-words.ts'

/** What the gateway gives at once (routes/admin/accounts.ts). */
const actsAtOnce = 100

/** What admins changed, the newest first. */
export function Acts() {
  const paged = usePaged<Act>(async (before) => {
    const asked = await cityApi.acts(before)
    if (!asked.ok) return asked
    const { acts } = asked.value
    return { ok: true, value: { rows: acts, next: acts.length < actsAtOnce ? null : acts.at(-1)!.id } }
  }, 'acts')
  const nameOf = useNames()
  const wordsOf = (act: Act) =>
    actWords(act, act.actor === 'token' ? t('token') : nameOf('admin', act.actor), nameOf)
  return (
    <>
      <p class="muted">{t('actsHint')}</p>
      <Paged paged={paged}>
        {(rows) => (
          <Table
            caption={t('audit_tindakan')}
            columns={columns(wordsOf)}
            rows={rows}
            rowKey={({ id }) => String(id)}
            textOf={(act) => `${moment(act.at)} ${wordsOf(act)} ${act.act} ${act.detail}`}
            empty={t('actsEmpty')}
          />
        )}
      </Paged>
    </>
  )
}

type NamedHere = Exclude<Named, 'helper'>

/** Until the names are there, ids stand for them. */
function useNames(): (kind: NamedHere, id: string) => string {
  const named: Record<NamedHere, { id: string; name: string }[] | undefined> = {
    admin: useAsked(api.admins, 'admins').value?.admins,
    office: useAsked(api.offices, 'offices').value?.offices,
    class: useAsked(classApi.list, 'classes').value?.classes,
  }
  return (kind, id) => named[kind]?.find((one) => one.id === id)?.name ?? id
}

function columns(wordsOf: (act: Act) => string): Column<Act>[] {
  return [
    {
      key: 'at',
      title: t('actAt'),
      cell: ({ at }) => <span class="whole">{moment(at)}</span>,
      sort: ({ id }) => id,
      isDownFirst: true,
    },
    { key: 'act', title: t('act'), cell: wordsOf, sort: wordsOf },
    { key: 'detail', title: t('actDetail'), cell: (act) => <Fields fields={actFields(act)} /> },
  ]
}

function Fields({ fields }: { fields: ActField[] }) {
  if (fields.length === 0) return <>–</>
  return (
    <details>
      <summary>{t('show')}</summary>
      <dl class="facts">
        {fields.map(({ name, was, is }) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{was === null ? is : t('actWas', { before: was, after: is })}</dd>
          </div>
        ))}
      </dl>
    </details>
  )
}
