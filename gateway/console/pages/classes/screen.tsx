import { stateOf } from '../../class-terms.ts'
import { moment, number, t } from '../../i18n/index.ts'
import { Page } from '../../parts/page.tsx'
import { Qr } from '../../parts/qr.tsx'
import { hrefTo } from '../../router.ts'
import { linkOf, type ClassProps } from './held.ts'
import { JoinCode } from './join-code.tsx'

/** Said aloud at every fifth who comes, and when the room is full: more often would be in the way of the trainer. */
const spokenStep = 5

/** For the wall of a classroom, read from its last row; names of people are not for the wall. */
export function Screen({ held, asked }: ClassProps) {
  const { id, name, joinCode, joined, seats, endsAt } = held
  const isOver = stateOf(held, Date.now()) === 'past'
  const spoken = joined === seats ? joined : Math.floor(joined / spokenStep) * spokenStep
  return (
    <div class="screen">
      <Page
        title={name}
        actions={
          <>
            <a class="button" href={hrefTo('kelas', id)}>
              {t('backToClass')}
            </a>
            <button onClick={() => void document.documentElement.requestFullscreen()}>
              {t('fullScreen')}
            </button>
          </>
        }
      >
        {isOver ? (
          <p class="over">{t('codeOver')}</p>
        ) : (
          <div class="wall">
            <div>
              <JoinCode code={joinCode} />
              <ol>
                <li>{t('step1')}</li>
                <li>
                  {t('step2')} <strong class="address">{location.host}</strong>
                </li>
                <li>{t('step3')}</li>
              </ol>
              <p>{t('noIcon', { address: `${location.host}/kelas` })}</p>
            </div>
            <Qr text={linkOf(held)} />
          </div>
        )}
        <p class="count">
          <strong>{number(joined)}</strong> {t('ofSeatsJoined', { seats: number(seats) })}
        </p>
        <p class="unseen" role="status">
          {spoken > 0 && t('joinedOf', { joined: number(spoken), seats: number(seats) })}
        </p>
        <p class="note">{asked.failure ? t('liveLost') : t('classEnds', { at: moment(endsAt) })}</p>
      </Page>
    </div>
  )
}
