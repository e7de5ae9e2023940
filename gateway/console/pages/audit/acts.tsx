import type { Act } from '../../../../shared/protocol/admin-answers.ts'
import { api } from '../../api.ts'
import { cityApi } from '../../api-city.ts'
import { moment, t } from '../../i18n/index.ts'
import { useAsked } from '../../parts/loaded.tsx'
import { Paged, usePaged } from '../../parts/paged.tsx'
import { Table, type Column } from '../../parts/table.tsx'

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
  const admins = useAsked(api.admins, 'admins')
  const nameOf = ({ actor }: Act) =>
    actor === 'token' ? t('token') : (admins.value?.admins.find(({ id }) => id === actor)?.name ?? actor)
  return (
    <>
      <p class="muted">{t('actsHint')}</p>
      <Paged paged={paged}>
        {(rows) => (
          <Table
            caption={t('audit_tindakan')}
            columns={columns(nameOf)}
            rows={rows}
            rowKey={({ id }) => String(id)}
            textOf={(act) => `${moment(act.at)} ${nameOf(act)} ${act.act} ${act.subject} ${act.detail}`}
            empty={t('actsEmpty')}
          />
        )}
      </Paged>
    </>
  )
}

function columns(nameOf: (act: Act) => string): Column<Act>[] {
  return [
    { key: 'at', title: t('actAt'), cell: ({ at }) => moment(at), sort: ({ id }) => -id },
    { key: 'actor', title: t('actActor'), cell: nameOf, sort: nameOf },
    {
      key: 'act',
      title: t('act'),
      cell: ({ act }) => <span class="path">{act}</span>,
      sort: ({ act }) => act,
    },
    {
      key: 'detail',
      title: t('actDetail'),
      cell: ({ detail }) =>
        detail === '{}' ? (
          '–'
        ) : (
          <details>
            <summary>{t('show')}</summary>
            <pre class="example">{indented(detail)}</pre>
          </details>
        ),
    },
  ]
}

function indented(json: string): string {
  try {
    return JSON.stringify(JSON.parse(json), null, 2)
  } catch {
    return json
  }
}
