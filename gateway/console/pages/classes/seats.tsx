import { useState } from 'preact/hooks'
import type { Seat } from '../../../../shared/protocol/classes.ts'
import { classApi } from '../../class-api.ts'
import { moment, number, t } from '../../i18n/index.ts'
import { Confirm } from '../../parts/dialog.tsx'
import { Section } from '../../parts/page.tsx'
import { say } from '../../parts/status.tsx'
import { Table, type Column } from '../../parts/table.tsx'
import { mayRunClasses } from '../../session.ts'
import type { ClassProps } from './held.ts'

/** Who sits in the class, as they come. */
export function Seats({ held, asked }: ClassProps) {
  const [revoking, setRevoking] = useState<Seat | null>(null)
  const { id, seated, joined, seats } = held
  const revoke = async ({ keyId, name }: Seat) => {
    const revoked = await classApi.revokeSeat(id, keyId)
    if (!revoked.ok) return revoked.failure
    await asked.reload()
    say(t('seatRevokedNow', { name }))
    return null
  }
  return (
    <Section title={`${t('seats')}: ${t('seatsTaken', { joined, seats })}`} hint={t('liveHint')}>
      <Table
        caption={t('seats')}
        columns={columns(setRevoking)}
        rows={seated}
        rowKey={({ keyId }) => keyId}
        textOf={({ name, office, revokedAt }) => `${name} ${office} ${revokedAt ? t('seatRevoked') : ''}`}
        empty={t('seatsEmpty')}
      />
      {revoking && (
        <Confirm
          title={t('revokeSeatSure', { name: revoking.name })}
          text={t('revokeSeatHint')}
          action={t('revokeSeat')}
          onConfirm={() => revoke(revoking)}
          onClose={() => setRevoking(null)}
        />
      )}
    </Section>
  )
}

function columns(onRevoke: (seat: Seat) => void): Column<Seat>[] {
  const shown: Column<Seat>[] = [
    {
      key: 'joined',
      title: t('seatJoined'),
      cell: ({ joinedAt }) => moment(joinedAt),
      sort: ({ joinedAt }) => joinedAt,
    },
    {
      key: 'name',
      title: t('seatName'),
      cell: ({ name, revokedAt }) => (
        <>
          <strong>{name}</strong> {revokedAt !== null && <span class="tag off">{t('seatRevoked')}</span>}
        </>
      ),
      sort: ({ name }) => name,
    },
    {
      key: 'office',
      title: t('seatOffice'),
      cell: ({ office }) => office,
      sort: ({ office }) => office,
    },
    {
      key: 'used',
      title: t('seatLastUsed'),
      cell: ({ lastUsedAt }) => (lastUsedAt === null ? t('never') : moment(lastUsedAt)),
      sort: ({ lastUsedAt }) => lastUsedAt,
    },
    {
      key: 'today',
      title: t('seatToday'),
      cell: (seat) => used(seat, 'today'),
      sort: ({ today }) => today,
      isNumber: true,
    },
    {
      key: 'total',
      title: t('seatTotal'),
      cell: (seat) => used(seat, 'total'),
      sort: ({ total }) => total,
      isNumber: true,
    },
  ]
  if (!mayRunClasses.value) return shown
  const actions: Column<Seat> = {
    key: 'actions',
    title: '',
    cell: (seat) =>
      seat.revokedAt === null && (
        <button aria-label={t('revokeSeatOf', { name: seat.name })} onClick={() => onRevoke(seat)}>
          {t('revokeSeat')}
        </button>
      ),
  }
  return [...shown, actions]
}

/** Of somebody who never asked anything there is no figure. */
function used(seat: Seat, of: 'today' | 'total'): string {
  return seat.lastUsedAt === null ? '–' : number(seat[of])
}
