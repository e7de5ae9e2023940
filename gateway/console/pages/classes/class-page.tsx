import { useState } from 'preact/hooks'
import { stateOf } from '../../class-terms.ts'
import { day, moment, number, t } from '../../i18n/index.ts'
import { Copy } from '../../parts/copy.tsx'
import { Hint } from '../../parts/notice.tsx'
import { Page, Section } from '../../parts/page.tsx'
import { Qr } from '../../parts/qr.tsx'
import { hrefTo } from '../../router.ts'
import { mayRunClasses } from '../../session.ts'
import { linkOf, type ClassProps } from './held.ts'
import { EndClass, RevokeAll } from './end-class.tsx'
import { JoinCode } from './join-code.tsx'
import { StateTag } from './list.tsx'
import { PreflightChecks } from './preflight.tsx'
import { Seats } from './seats.tsx'

/** A class as its trainer runs it. */
export function ClassPage({ held, asked }: ClassProps) {
  const [ending, setEnding] = useState<'end' | 'revoke' | null>(null)
  const { id, name, endedAt, seated } = held
  const state = stateOf(held, Date.now())
  const mayRun = mayRunClasses.value
  const isAnyKeyLeft = seated.some(({ revokedAt }) => revokedAt === null)
  const actions = (
    <>
      {mayRun && (
        <>
          <a class="button" href={hrefTo('kelas', id, 'layar')}>
            {t('toScreen')}
          </a>
          <a class="button" href={hrefTo('kelas', id, 'lembar')}>
            {t('toHandOut')}
          </a>
        </>
      )}
      {mayRun && endedAt === null && (
        <>
          <a class="button" href={hrefTo('kelas', id, 'ubah')}>
            {t('changeClass')}
          </a>
          <button onClick={() => setEnding('end')}>{t('endClass')}</button>
        </>
      )}
      {mayRun && endedAt !== null && isAnyKeyLeft && (
        <button onClick={() => setEnding('revoke')}>{t('revokeAll')}</button>
      )}
    </>
  )
  return (
    <Page title={name} actions={actions}>
      <p class="actions">
        <a href={hrefTo('kelas')}>{t('allClasses')}</a> <StateTag state={state} />
      </p>
      <div role="status">{asked.failure && <Hint isWarning>{t('liveLost')}</Hint>}</div>
      {endedAt !== null && <Hint>{t('classEnded', { at: moment(endedAt) })}</Hint>}
      <div class="columns">
        {held.joinCode && (
          <Code held={held} isOver={state === 'past'} hasKeys={endedAt === null || isAnyKeyLeft} />
        )}
        <div class="stack">
          <Use held={held} />
          {mayRun && state !== 'past' && <PreflightChecks held={held} />}
        </div>
      </div>
      <Seats held={held} asked={asked} />
      {ending === 'end' && <EndClass held={held} asked={asked} onClose={() => setEnding(null)} />}
      {ending === 'revoke' && <RevokeAll held={held} asked={asked} onClose={() => setEnding(null)} />}
    </Page>
  )
}

function Code(props: { held: ClassProps['held']; isOver: boolean; hasKeys: boolean }) {
  const { held, isOver, hasKeys } = props
  const { joinCode, startsAt, endsAt, keysUntil } = held
  const link = linkOf(held)
  return (
    <Section title={t('joinCode')}>
      <JoinCode code={joinCode} />
      <p>
        {isOver
          ? t('codeOver')
          : t('codeHoldsFrom', {
              from: moment(Date.parse(startsAt) - 3_600_000),
              until: moment(endsAt),
            })}{' '}
        {hasKeys && t('keysHoldUntil', { day: day(keysUntil) })}
      </p>
      {!isOver && (
        <div class="share-link">
          <Qr text={link} />
          <div>
            <p class="small muted">{t('classLink')}</p>
            <p class="code">{link}</p>
            <p class="actions">
              <Copy text={link} />
            </p>
          </div>
        </div>
      )}
    </Section>
  )
}

/** What the class has used so far, and what it may. */
function Use({ held }: { held: ClassProps['held'] }) {
  const { seated, seats, actionsPerSeat, helpers } = held
  const sum = (of: 'today' | 'total') => seated.reduce((before, seat) => before + seat[of], 0)
  const users = seated.filter(({ total }) => total > 0).length
  const shown = (count: number) => (users === 0 ? t('noData') : number(count))
  return (
    <Section title={t('classUse')}>
      <dl class="facts">
        {(
          [
            ['useToday', shown(sum('today'))],
            ['useTotal', shown(sum('total'))],
            ['useSeats', shown(users)],
          ] as const
        ).map(([key, words]) => (
          <div key={key}>
            <dt>{t(key)}</dt>
            <dd>{words}</dd>
          </div>
        ))}
      </dl>
      <p class="small muted">
        {t('classTerms', {
          seats: number(seats),
          actions: number(actionsPerSeat),
          helpers: helpers.map((name) => t(`helper_${name}`)).join(', '),
        })}
      </p>
    </Section>
  )
}
