import { useState } from 'preact/hooks'
import type { OfficeEntry } from '../../../shared/protocol/admin-answers.ts'
import { roles, type AdminEntry, type Role } from '../../../shared/protocol/console.ts'
import { api } from '../api.ts'
import { moment, t } from '../i18n/index.ts'
import { draftOf, forgetDraft } from '../parts/draft.ts'
import { Field, Form, Select } from '../parts/form.tsx'
import { Loaded, useAsked, type Asked } from '../parts/loaded.tsx'
import { Opener } from '../parts/opener.tsx'
import { Page, Section } from '../parts/page.tsx'
import { Secret } from '../parts/secret.tsx'
import { complain, say } from '../parts/status.tsx'
import { Table, type Column } from '../parts/table.tsx'
import { actor, isCity } from '../session.ts'

type Admins = { admins: AdminEntry[]; offices: OfficeEntry[] }
interface Shown {
  name: string
  link: string
  expiresAt: string
}

/** Who may open the console, in which role. */
export function Admins() {
  const asked = useAsked(askAll, 'admins')
  const [editing, setEditing] = useState<AdminEntry | 'new' | null>(null)
  const [invitation, setInvitation] = useState<Shown | null>(null)
  const invite = async (id: string, name: string) => {
    const made = await api.invite(id)
    if (!made.ok) return complain(made.failure)
    setInvitation({ name, ...made.value })
    await asked.reload()
  }
  return (
    <Page
      title={t('admins')}
      actions={
        isCity.value && (
          <Opener isOpen={editing === 'new'} onOpen={() => setEditing('new')}>
            {t('addAdmin')}
          </Opener>
        )
      }
    >
      <p class="muted">{t('adminsHint')}</p>
      {invitation && (
        <Secret
          title={t('invitationOf', { name: invitation.name })}
          label={t('invitationLink')}
          text={invitation.link}
          hint={t('invitationShown', { until: moment(invitation.expiresAt) })}
          onSaved={() => setInvitation(null)}
        />
      )}
      <Loaded asked={asked}>
        {(value) => (
          <>
            {editing && (
              <AdminForm
                key={editing === 'new' ? 'new' : editing.id}
                admin={editing === 'new' ? null : editing}
                offices={value.offices}
                onDone={async (made) => {
                  setEditing(null)
                  if (made) await invite(made.id, made.name)
                  else await asked.reload()
                }}
                onCancel={() => setEditing(null)}
              />
            )}
            <AdminTable value={value} asked={asked} onEdit={setEditing} onInvite={invite} />
          </>
        )}
      </Loaded>
    </Page>
  )
}

async function askAll() {
  const [admins, offices] = await Promise.all([api.admins(), api.offices()])
  if (!admins.ok) return admins
  if (!offices.ok) return offices
  return { ok: true as const, value: { ...admins.value, ...offices.value } }
}

function AdminForm(props: {
  admin: AdminEntry | null
  offices: OfficeEntry[]
  /** @param made a new account, which needs an invitation */
  onDone: (made: { id: string; name: string } | null) => Promise<void>
  onCancel: () => void
}) {
  const { admin } = props
  const formName = `admin ${admin?.id ?? 'new'}`
  const open = props.offices.filter(({ removedAt }) => removedAt === null)
  const draft = draftOf(formName, {
    name: admin?.name ?? '',
    role: admin?.role ?? ('city' as Role),
    office: admin?.office ?? open[0]?.id ?? '',
    email: admin?.email ?? '',
  })
  const { name, role, office, email } = draft.value
  const set = (change: Partial<typeof draft.value>) => (draft.value = { ...draft.value, ...change })
  const send = async () => {
    const account = {
      name: name.trim(),
      role,
      office: role === 'office' ? office : null,
      email: email.trim() || null,
    }
    const sent = admin
      ? await api.changeAdmin(admin.id, { ...account, disabled: admin.disabledAt !== null })
      : await api.addAdmin(account)
    if (!sent.ok) return sent.failure
    forgetDraft(formName)
    if (admin) say(t('saved'))
    await props.onDone(admin ? null : { id: (sent.value as { id: string }).id, name: account.name })
    return null
  }
  return (
    <Section title={admin ? t('editOf', { name: admin.name }) : t('addAdmin')}>
      <Form isOpened submit={admin ? t('save') : t('addAndInvite')} onSubmit={send} onCancel={props.onCancel}>
        <Field
          label={t('adminName')}
          value={name}
          onInput={(name) => set({ name })}
          required
          maxLength={80}
        />
        <Select
          label={t('adminRole')}
          value={role}
          hint={t(`roleHint_${role}`)}
          choices={roles.map((role) => [role, t(`role_${role}`)] as const)}
          onInput={(role) => set({ role })}
        />
        {role === 'office' && (
          <Select
            label={t('adminOffice')}
            value={office}
            choices={open.map(({ id, name }) => [id, `${name} (${id})`] as const)}
            onInput={(office) => set({ office })}
          />
        )}
        <Field
          label={t('adminEmail')}
          hint={t('adminEmailHint')}
          value={email}
          onInput={(email) => set({ email })}
          type="email"
          maxLength={200}
        />
      </Form>
    </Section>
  )
}

function AdminTable(props: {
  value: Admins
  asked: Asked<Admins>
  onEdit: (admin: AdminEntry) => void
  onInvite: (id: string, name: string) => Promise<void>
}) {
  const setDisabled = async (admin: AdminEntry, disabled: boolean) => {
    const { id, name, role, office, email } = admin
    const changed = await api.changeAdmin(id, { name, role, office, email, disabled })
    if (!changed.ok) return complain(changed.failure)
    say(
      t(disabled ? 'disabledDone' : 'enabledDone', { name }),
      () => api.changeAdmin(id, { name, role, office, email, disabled: !disabled }),
      props.asked.reload,
    )
    await props.asked.reload()
  }
  const columns: Column<AdminEntry>[] = [
    {
      key: 'name',
      title: t('adminName'),
      cell: ({ name }) => <strong>{name}</strong>,
      sort: ({ name }) => name,
    },
    {
      key: 'role',
      title: t('adminRole'),
      cell: ({ role, office }) => `${t(`role_${role}`)}${office ? ` (${office})` : ''}`,
      sort: ({ role }) => t(`role_${role}`),
    },
    { key: 'state', title: t('adminState'), cell: stateOf, sort: stateOf },
    {
      key: 'seen',
      title: t('lastSeen'),
      cell: ({ lastSeenAt }) => (lastSeenAt === null ? t('never') : moment(lastSeenAt)),
      sort: ({ lastSeenAt }) => lastSeenAt,
    },
  ]
  if (isCity.value)
    columns.push({
      key: 'actions',
      title: '',
      cell: (admin) => (
        <div class="actions">
          <button aria-label={t('editOf', { name: admin.name })} onClick={() => props.onEdit(admin)}>
            {t('edit')}
          </button>
          {admin.disabledAt === null && (
            <button
              aria-label={t('inviteOf', { name: admin.name })}
              onClick={() => void props.onInvite(admin.id, admin.name)}
            >
              {t('invite')}
            </button>
          )}
          {admin.id !== actor.value?.id && (
            <button
              aria-label={t(admin.disabledAt === null ? 'disableOf' : 'enableOf', { name: admin.name })}
              onClick={() => void setDisabled(admin, admin.disabledAt === null)}
            >
              {t(admin.disabledAt === null ? 'disable' : 'enable')}
            </button>
          )}
        </div>
      ),
    })
  return (
    <Table
      caption={t('admins')}
      columns={columns}
      rows={props.value.admins}
      rowKey={({ id }) => id}
      textOf={(admin) => `${admin.name} ${t(`role_${admin.role}`)} ${admin.office ?? ''} ${stateOf(admin)}`}
      empty={t('adminsEmpty')}
    />
  )
}

function stateOf({ disabledAt, passkeys }: AdminEntry): string {
  if (disabledAt !== null) return t('adminDisabled')
  return passkeys === 0 ? t('adminInvited') : t('adminActive')
}
